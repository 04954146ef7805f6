// <ripen-wizard>: the loader. It defines the element at once and fetches the wizard itself when
// the element comes near the viewport. Until then, and whenever something fails, what stands
// between the element's tags is shown. Contract and types: ripen.d.ts.

const TAG = "ripen-wizard";
const PATIENCE = 30_000; // milliseconds
const NEAR = "400px";

// Attributes that are mirrored by a property of text.
const TEXTS = { colorScheme: "color-scheme", storageKey: "storage-key", workspace: "workspace" };
const PROPERTIES = ["playbook", "loading", "resume", ...Object.keys(TEXTS)];

const sheet = (css) => {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
};

const problem = (code, error) => Object.assign(new Error(error.message ?? error), { code });

const within = (patience, promise) =>
  new Promise((resolve, reject) => {
    const late = setTimeout(reject, patience, problem("timeout", "The wizard took too long to load."));
    promise.then(resolve, reject).finally(() => clearTimeout(late));
  });

// The wizard's code and style, one for all elements; a failure is tried again next time.
let widget;
const load = () =>
  (widget ??= import("./widget.js")
    .then(async (module) => {
      await module.default();
      return { mount: module.mount, style: sheet(module.styles()) };
    })
    .catch((error) => {
      widget = undefined;
      throw problem("widget", error);
    }));

// The reserved space; the page's own rules for the tag are stronger.
let space;

class RipenWizard extends HTMLElement {
  static observedAttributes = ["playbook", "loading", "lang", "storage-key", "workspace"];

  #root = this.attachShadow({ mode: "open" });
  #object; // a playbook given as property
  #near; // watches for the viewport
  #wanted = false; // whether it was ever to be opened
  #opening; // promise of the mounted wizard
  #turn = 0; // counts up whenever what is opening is out of date
  #wizard;
  #frame;

  constructor() {
    super();
    space ??= sheet(":host{display:block;min-block-size:30em}:host([hidden]){display:none}");
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
    if (name === "workspace") this.#wizard?.setWorkspace(now ?? undefined);
    else if (name === "lang") this.#speak();
    else if (name === "loading") this.isConnected && this.loading === "eager" && this.#open();
    else {
      if (name === "playbook") this.#object = undefined;
      this.#again();
    }
  }

  get playbook() {
    return this.#object ?? this.getAttribute("playbook") ?? "";
  }
  set playbook(value) {
    if (value && typeof value === "object") {
      this.#object = value;
      this.#again();
    } else if (value == null) {
      this.#object = undefined;
      this.removeAttribute("playbook");
    } else this.setAttribute("playbook", value);
  }

  get loading() {
    return this.getAttribute("loading") === "eager" ? "eager" : "lazy";
  }
  set loading(value) {
    this.setAttribute("loading", value);
  }

  get resume() {
    return !["off", "false"].includes(this.getAttribute("resume"));
  }
  set resume(value) {
    if (value) this.removeAttribute("resume");
    else this.setAttribute("resume", "off");
  }

  async reset() {
    (await this.#open()).reset();
  }

  async exportJson() {
    return JSON.stringify((await this.#open()).result(), null, 2);
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
      const [{ mount, style }, playbook] = await within(PATIENCE, Promise.all([load(), this.#read()]));
      if (turn !== this.#turn) return this.#open();
      const frame = document.createElement("div");
      frame.className = "widget";
      frame.part = "root";
      const key = this.getAttribute("storage-key") ?? undefined;
      const workspace = this.getAttribute("workspace") ?? undefined;
      try {
        this.#wizard = mount(frame, playbook, key, this.resume, workspace, (name, detail) =>
          queueMicrotask(() => this.#tell(name, detail)),
        );
      } catch (error) {
        throw problem("playbook", error);
      }
      this.#frame = frame;
      this.#speak();
      this.#root.adoptedStyleSheets = [space, style];
      this.#root.replaceChildren(frame);
      return this.#wizard;
    } catch (error) {
      if (turn === this.#turn) {
        this.#opening = undefined;
        const { code = "widget", message } = error;
        this.#tell("ripen-error", { schema: "ripen-error/1", code, message });
      }
      throw error;
    }
  }

  async #read() {
    if (this.#object) return this.#object;
    try {
      const url = this.getAttribute("playbook");
      if (!url) throw "The element has no playbook.";
      const answer = await fetch(new URL(url, document.baseURI));
      if (!answer.ok) throw `${url}: ${answer.status}`;
      const text = await answer.text();
      if (text.length > 4 << 20) throw `${url}: more than 4 MB`;
      try {
        return JSON.parse(text);
      } catch (error) {
        throw `${url}: ${error.message}`;
      }
    } catch (error) {
      throw problem("playbook", error);
    }
  }

  #again() {
    if (!this.#wanted) return;
    this.#close();
    if (this.isConnected) this.#open();
  }

  #close() {
    this.#turn++;
    this.#near?.disconnect();
    this.#wizard?.free();
    this.#near = this.#wizard = this.#opening = this.#frame = undefined;
    this.#root.adoptedStyleSheets = [space];
    this.#root.replaceChildren(document.createElement("slot"));
  }

  // The wizard's own words are English unless the element says otherwise.
  #speak() {
    if (this.#frame) this.#frame.lang = this.lang || "en";
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

for (const [property, attribute] of Object.entries(TEXTS)) {
  Object.defineProperty(RipenWizard.prototype, property, {
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
if (!customElements.get(TAG)) customElements.define(TAG, RipenWizard);
