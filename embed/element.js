// The elements: what stands on the page until their wasm is there, and whenever it cannot be. Nothing
// is defined here: `ripen.js` does that. Contract and types: ripen.d.ts.

// Each file's hash, put in by the build; none while developing, and none in the package, where a
// bundler may change files.
/* global RIPEN_HASHES */
const HASHES = typeof RIPEN_HASHES === "undefined" ? {} : RIPEN_HASHES;
const PATIENCE = 30_000; // milliseconds
const NEAR = "400px";
const TOUCHES = ["pointerdown", "pointerenter", "focusin"]; // what counts as interaction
const FIRST = "form[data-ripen-first]"; // the first question as the page's own form

const sheet = (css) => {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
};

const problem = (code, error) => Object.assign(new Error(error?.message ?? error), { code });

const within = (promise) => {
  let late;
  const patience = new Promise((_, reject) => {
    late = setTimeout(reject, PATIENCE, problem("timeout", "Loading took too long."));
  });
  return Promise.race([promise, patience]).finally(() => clearTimeout(late));
};

// Makes sure of a script before it is imported: only what a preload has checked gets to run. WebKit
// preloads without a look at the hash: there it is fetched first, which shows what was changed by mistake,
// though not a server that answers the second time with something else.
const checked = async (name, hashes = HASHES) => {
  const integrity = hashes[name];
  if (!integrity) return;
  const href = new URL(name, import.meta.url);
  const link = document.createElement("link");
  if (/^Apple/.test(navigator.vendor) || !link.relList.supports("modulepreload")) return void (await fetch(href, { integrity }));
  await new Promise((onload, onerror) => {
    Object.assign(link, { rel: "modulepreload", integrity, href, onload, onerror: () => onerror(Error(`${name} was changed`)) });
    document.head.append(link);
  }).finally(() => link.remove());
};

// Once for all elements; a failure is tried again next time.
const once = (load) => {
  let loaded;
  return () =>
    (loaded ??= load().catch((error) => {
      loaded = undefined;
      throw problem("widget", error);
    }));
};

const wasm = (script, load, url, hashes = HASHES) =>
  once(async () => {
    const integrity = hashes[`${script}_bg.wasm`];
    const file = fetch(url, integrity ? { integrity } : {});
    file.catch(() => {}); // told below
    await checked(`${script}.js`, hashes);
    const module = await load();
    await module.default({ module_or_path: file });
    return { mount: module.mount, style: sheet(module.styles()) };
  });

const loadExtras = once(async () => {
  await checked("extras.js");
  const extras = await import("./extras.js");
  extras.begin({ checked, wasm, fetched, language });
  return extras;
});

const fetched = async (code, url) => {
  try {
    const answer = await fetch(new URL(url, document.baseURI));
    if (!answer.ok) throw `${url}: ${answer.status}`;
    const text = await answer.text();
    if (text.length > 4e6) throw `${url}: over 4 MB`;
    return text;
  } catch (error) {
    throw problem(code, error);
  }
};

// The reserved space; the page's own rules for the tag are stronger.
const SPACE =
  ":host{display:block;min-block-size:30em}:host([hidden]){display:none}:host([presentation=button]),:host([presentation=modal]){min-block-size:0}";
let space;

const language = (element) =>
  (element.closest("[lang]") ?? document.documentElement).lang || "en";

// What most pages do without comes with `extras.js`.
const EXTRAS = /^(data-answer-.*|prefill-params|capture-utm|handoff|history)$/;
const needsExtras = (element) =>
  !/^en\b/i.test(language(element)) || element.prefill || element.getAttributeNames().some((name) => EXTRAS.test(name));

// A choice made in the page's own form before the wizard was there.
const first = (form) => {
  const value = form && new FormData(form).getAll(form.dataset.ripenFirst).join();
  return value && { question: form.dataset.ripenFirst, value, done: form.ariaBusy === "true" };
};

const load = wasm("widget", () => import("./widget.js"), new URL("./widget_bg.wasm", import.meta.url));

const readPlaybook = async (element, playbook) => {
  let extras = needsExtras(element) && loadExtras();
  if (!playbook) {
    const url = element.playbook;
    if (!url) throw problem("playbook", "There is no playbook.");
    const text = await fetched("playbook", url);
    try {
      playbook = JSON.parse(text);
    } catch (error) {
      throw problem("playbook", `${url}: ${error.message}`);
    }
  }
  extras ||= playbook?.translations && loadExtras();
  return extras ? (await extras).prepare(element, playbook) : { playbook };
};

// Everything a wizard needs, and how it is mounted then.
const wizard = async (element, given) => {
  const [{ mount, style }, { playbook, options, ...rest }] = await Promise.all([load(), readPlaybook(element, given)]);
  return {
    ...rest,
    style,
    playbook,
    mount(frame, tell) {
      const { storageKey, resume, workspace, emitData } = element;
      return mount(
        frame,
        playbook,
        { storageKey, resume, workspace, emitData, first: first(element.querySelector(FIRST)), ...options },
        tell,
      );
    },
  };
};

let opened, again, object;

class RipenElement extends (globalThis.HTMLElement ?? Object) {
  #root = this.attachShadow({ mode: "open" });
  #place = this.#root; // where the frame goes
  #sheets = [(space ??= sheet(SPACE))];
  #object; // a playbook given as property
  #near; // watches for the viewport
  #wanted = false; // whether it was ever to be opened
  #opening; // promise of what is mounted
  #turn = 0; // counts up whenever what is opening is out of date
  #mounted;
  #extras; // what extras.js does for what is mounted
  #dialog;

  static {
    opened = (element) => element.#open();
    again = (element) => element.#again();
    object = (element, ...given) => {
      if (given.length) [element.#object] = given;
      return element.#object;
    };
  }

  constructor() {
    super();
    this.#close();
    this.addEventListener("submit", (event) => {
      const form = event.target;
      if (!form.dataset.ripenFirst) return;
      // Continue, pressed before the wizard is there: the page's own way only if it never comes.
      event.preventDefault();
      form.ariaBusy = "true";
      this.open().catch(() => form.submit());
    });
  }

  connectedCallback() {
    for (const name of this.constructor.properties) {
      // Set before the element was defined.
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (this.handoff) this.#resume().catch(() => {}); // storage is blocked, and so nothing was kept
    if (this.#opening) return; // moved
    this.#unwatch();
    if (this.#wanted) this.#open();
    else if (this.#isApart()) this.#present().catch(() => {}); // ripen-error has said it
    else if (this.loading === "eager" || !globalThis.IntersectionObserver) this.#open();
    else if (this.loading === "interaction") for (const name of TOUCHES) this.addEventListener(name, this.#touched);
    else {
      const seen = (all) => all.some((one) => one.isIntersecting) && this.#open();
      this.#near = new IntersectionObserver(seen, { rootMargin: NEAR });
      this.#near.observe(this);
    }
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#close());
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    // Two are taken over as one goes; the others begin anew.
    const set = name.replace(/^w/, "setW");
    if (this.#mounted?.[set]) this.#mounted[set](now ?? undefined);
    else if (name === "loading") this.isConnected && this.connectedCallback();
    else {
      if (name === "playbook") this.#object = undefined;
      this.#again();
    }
  }

  async open() {
    if (this.#isApart()) await this.#present();
    this.#dialog?.showModal();
    await this.#open();
  }

  async close() {
    if (this.#dialog) this.#dialog.close();
    else this.#close();
  }

  #touched = () => this.#open();

  // Goes on with what a page before could not send.
  async #resume() {
    if (localStorage.length) (await loadExtras()).resume(this);
  }

  #isApart() {
    return /^(button|modal)$/.test(this.presentation);
  }

  // A button or a dialog in place of the wizard itself.
  async #present() {
    const draw = await loadExtras().then(({ dialog }) => dialog()).catch((error) => this.#fail(error));
    if (this.#dialog) return;
    const [dialog, place, css] = draw(this, this.#root);
    this.#dialog = dialog;
    this.#place = place;
    this.#sheets.push(sheet(css));
    this.#root.adoptedStyleSheets = this.#sheets;
    this.#place.replaceChildren(document.createElement("slot"));
  }

  #open() {
    this.#wanted = true;
    this.#unwatch();
    if (!this.#opening) {
      this.#opening = this.#mount(++this.#turn);
      this.#opening.catch(() => {}); // ripen-error has said it
    }
    return this.#opening;
  }

  async #mount(turn) {
    try {
      await null; // what is set in the same breath still counts
      const { style, mount, lang = "en", dir = "ltr", attach, playbook } = await within(this.constructor.opens(this, this.#object));
      if (turn !== this.#turn) return this.#open();
      const frame = document.createElement("div");
      Object.assign(frame, { className: "widget", part: "root", lang, dir });
      const tell = (name, detail) =>
        queueMicrotask(() => {
          this.#extras?.hear(name, detail);
          if (name.startsWith("ripen-")) this.#tell(name, detail);
          if (name === "result")
            loadExtras().then(({ ended }) => ended(this, this.#mounted, frame, playbook), (error) => this.#fail(error));
        });
      try {
        const mounted = await mount(frame, tell);
        if (turn !== this.#turn) return mounted.free(), this.#open();
        this.#mounted = mounted;
      } catch (error) {
        throw error.code ? error : problem("playbook", error);
      }
      this.#extras = attach?.(this, this.#mounted);
      const focused = this.contains(this.getRootNode().activeElement);
      this.#root.adoptedStyleSheets = [...this.#sheets, style];
      this.#place.replaceChildren(frame);
      if (focused) (frame.querySelector(":checked") ?? frame.querySelector("input,select,textarea,button"))?.focus();
      return this.#mounted;
    } catch (error) {
      if (turn === this.#turn) {
        this.#opening = undefined;
        this.#fail(error);
      }
      throw error;
    }
  }

  #again() {
    if (!this.#wanted) return;
    this.#close();
    if (this.isConnected) this.#open();
  }

  #unwatch() {
    this.#near?.disconnect();
    for (const name of TOUCHES) this.removeEventListener(name, this.#touched);
  }

  #close() {
    this.#turn++;
    this.#unwatch();
    this.#extras?.free();
    this.#mounted?.free();
    this.#mounted = this.#extras = this.#opening = undefined;
    this.#root.adoptedStyleSheets = this.#sheets;
    this.#place.replaceChildren(document.createElement("slot"));
  }

  #fail(error) {
    const { code = "widget", message } = error;
    this.#tell("ripen-error", { schema: "ripen-error/1", code, message });
    throw error;
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

// Mirrors attributes by properties: of text, or of yes and no.
const mirror = (element, texts, flags = []) => {
  for (const attribute of [...texts, ...flags]) {
    const property = attribute.replace(/-./g, (letter) => letter[1].toUpperCase());
    element.properties.push(property);
    Object.defineProperty(element.prototype, property, {
      configurable: true,
      enumerable: true,
      get() {
        return flags.includes(attribute) ? this.hasAttribute(attribute) : (this.getAttribute(attribute) ?? "");
      },
      set(value) {
        if (value == null || value === false) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value === true ? "" : value);
      },
    });
  }
};

export class RipenWizard extends RipenElement {
  static opens = wizard;
  static properties = ["playbook", "resume", "prefill"];
  static observedAttributes = [
    "playbook",
    "loading",
    "lang",
    "storage-key",
    "workspace",
    "handoff",
    "emit-data",
    "presentation",
  ];
  #prefill;

  get playbook() {
    return object(this) ?? this.getAttribute("playbook") ?? "";
  }
  set playbook(value) {
    if (value && typeof value === "object") {
      object(this, value);
      again(this);
    } else if (value == null) {
      object(this, undefined);
      this.removeAttribute("playbook");
    } else this.setAttribute("playbook", value);
  }

  get resume() {
    return !["off", "false"].includes(this.getAttribute("resume"));
  }
  set resume(value) {
    if (value) this.removeAttribute("resume");
    else this.setAttribute("resume", "off");
  }

  get prefill() {
    return this.#prefill;
  }
  set prefill(value) {
    this.#prefill = value ?? undefined;
    again(this);
  }

  async reset() {
    (await opened(this)).reset();
  }

  async exportJson() {
    return JSON.stringify((await opened(this)).result(), null, 2);
  }
}
mirror(
  RipenWizard,
  ["color-scheme", "loading", "storage-key", "workspace", "handoff", "prefill-params", "presentation", "button-label"],
  ["capture-utm", "emit-data", "history"],
);

export class RipenFunnel extends RipenElement {
  static opens = async (element) => (await loadExtras()).funnel(element);
  static properties = [];
  static observedAttributes = ["src", "workspace", "window", "loading"];

  async reload() {
    if (this.src) again(this);
    (await opened(this)).reload();
  }
}
mirror(RipenFunnel, ["src", "workspace", "window", "color-scheme", "loading"]);

// Defines both tags. Loaded twice, or in two versions: the first one stays.
export const define = () => {
  for (const [tag, element] of [
    ["ripen-wizard", RipenWizard],
    ["ripen-funnel", RipenFunnel],
  ])
    if (!customElements.get(tag)) customElements.define(tag, element);
};
