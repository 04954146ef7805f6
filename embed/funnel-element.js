// <ripen-funnel>: a read-only funnel of this origin's workspace, or of an exported file (`src`). It
// fetches its code when the element comes near the viewport. Until the figures are there, what stands
// between the element's tags is shown; where there can be none, that and why.

const PATIENCE = 30_000; // milliseconds
const NEAR = "400px";

// Attributes that are mirrored by a property of text.
const TEXTS = { src: "src", workspace: "workspace", window: "window", colorScheme: "color-scheme" };
const PROPERTIES = ["loading", ...Object.keys(TEXTS)];

const sheet = (css) => {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
};

const problem = (code, error) => Object.assign(new Error(error?.message ?? error), { code });

const within = (patience, promise) =>
  new Promise((resolve, reject) => {
    const late = setTimeout(reject, patience, problem("timeout", "The funnel took too long to load."));
    promise.then(resolve, reject).finally(() => clearTimeout(late));
  });

// The funnel's code and style, one for all elements; a failure is tried again next time.
let code;
const load = () =>
  (code ??= import("./funnel.js")
    .then(async (module) => {
      await module.default();
      return { mount: module.mount, style: sheet(module.styles()) };
    })
    .catch((error) => {
      code = undefined;
      throw problem("funnel", error);
    }));

// The reserved space; the page's own rules for the tag are stronger.
let space;

export class RipenFunnel extends HTMLElement {
  static observedAttributes = ["src", "workspace", "window", "loading"];

  #root = this.attachShadow({ mode: "open" });
  #near; // watches for the viewport
  #wanted = false; // whether it was ever to be opened
  #opening; // promise of the mounted funnel
  #turn = 0; // counts up whenever what is opening is out of date
  #funnel;
  #shown = (event) => event.persisted && this.#funnel?.reload(); // nothing was heard meanwhile

  constructor() {
    super();
    space ??= sheet(":host{display:block;min-block-size:20em}:host([hidden]){display:none}");
    this.#close();
  }

  connectedCallback() {
    for (const name of PROPERTIES) {
      // Set before the element was defined.
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (this.#opening || this.#near) return; // moved
    if (this.#wanted || this.loading === "eager" || !globalThis.IntersectionObserver) this.#open();
    else {
      this.#near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#open(), {
        rootMargin: NEAR,
      });
      this.#near.observe(this);
    }
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#close());
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "window") this.#funnel?.setWindow(now ?? undefined);
    else if (name === "loading") this.isConnected && this.loading === "eager" && this.#open();
    else this.#again();
  }

  get loading() {
    return this.getAttribute("loading") === "eager" ? "eager" : "lazy";
  }
  set loading(value) {
    this.setAttribute("loading", value);
  }

  // Reads the workspace, or loads the file, again.
  async reload() {
    if (this.src && this.#funnel) this.#again();
    else if (this.#funnel) this.#funnel.reload();
    await this.#open();
  }

  #open() {
    this.#wanted = true;
    this.#near?.disconnect();
    this.#near = undefined;
    if (!this.#opening) {
      this.#opening = this.#mount(++this.#turn);
      this.#opening.catch(() => {}); // ripen-error has said it
    }
    return this.#opening;
  }

  async #mount(turn) {
    try {
      await null; // what is set in the same breath still counts
      const [{ mount, style }, file] = await within(PATIENCE, Promise.all([load(), this.#read()]));
      if (turn !== this.#turn) return this.#open();
      const frame = document.createElement("div");
      frame.className = "widget";
      frame.part = "root";
      // Its words are English, whatever the page around it says.
      frame.lang = "en";
      frame.dir = "ltr";
      const options = { ...file, workspace: this.workspace || undefined, window: this.window || undefined };
      try {
        this.#funnel = mount(frame, options, (name, detail) =>
          queueMicrotask(() => turn === this.#turn && this.#hear(frame, style, name, detail)),
        );
      } catch (error) {
        throw problem("workspace", error);
      }
      addEventListener("pageshow", this.#shown);
    } catch (error) {
      if (turn === this.#turn) {
        this.#opening = undefined;
        const { code = "funnel", message } = error;
        this.#tell("ripen-error", { schema: "ripen-error/1", code, message });
      }
      throw error;
    }
  }

  // Shows the frame once it says something: figures, or why there are none and what the page has instead.
  #hear(frame, style, name, detail) {
    const fallback = name === "ripen-error" ? [document.createElement("slot")] : [];
    this.#root.adoptedStyleSheets = [space, style];
    if (frame.parentNode) for (const slot of this.#root.querySelectorAll("slot")) slot.remove();
    else this.#root.replaceChildren(frame);
    this.#root.append(...fallback);
    this.#tell(name, detail);
  }

  async #read() {
    if (!this.src) return {};
    try {
      const answer = await fetch(new URL(this.src, document.baseURI));
      if (answer.ok) return { data: await answer.text() };
    } catch {
      // Said where the figures would be.
    }
    return { unreachable: true };
  }

  #again() {
    if (!this.#wanted) return;
    this.#close();
    if (this.isConnected) this.#open();
  }

  #close() {
    this.#turn++;
    this.#near?.disconnect();
    this.#funnel?.free();
    removeEventListener("pageshow", this.#shown);
    this.#near = this.#funnel = this.#opening = undefined;
    this.#root.adoptedStyleSheets = [space];
    this.#root.replaceChildren(document.createElement("slot"));
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

for (const [property, attribute] of Object.entries(TEXTS)) {
  Object.defineProperty(RipenFunnel.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(attribute) ?? "";
    },
    set(value) {
      if (value == null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}

// Loaded twice, or in two versions: the first one stays.
export const define = (tag = "ripen-funnel") => {
  if (!customElements.get(tag)) customElements.define(tag, RipenFunnel);
};
