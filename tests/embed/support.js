// A browser as small as the outbox needs it, with a network, a storage and a clock that do as told.

import { mock } from "node:test";

export const RUN = "0198c0de-0000-7000-8000-000000000001";
export const HOOK = "webhook:https://example.com/hook";
export const ONCE = "espocrm:https://crm.example.com/api/v1/LeadCapture/k";

globalThis.location ??= { origin: "https://host.example", pathname: "/page", search: "?q=1" };

export const result = (change) => ({
  format: "ripen-result",
  id: RUN,
  finished_at: "2026-11-23T09:00:00Z",
  answers: [{ question: "size", title: "Size", text: "30 people" }],
  criteria: [],
  fields: { person: "Mina Okafor", email: "mina@example.com" },
  consent: { text: "Keep my details, please.", revision: 2, at: "2026-11-23T09:00:00Z" },
  ...change,
});

const opened = [];
globalThis.document ??= Object.assign(new EventTarget(), {
  title: "Page",
  createElement: () => ({
    click() {
      opened.push(this.href);
    },
  }),
});

// The storage all pages share. As a browser's, its keys are its own properties.
export const storage = (items = {}) => {
  const hidden = (value) => ({ value, configurable: true, writable: true });
  return Object.create(
    {},
    {
      getItem: hidden(function (key) {
        return Object.hasOwn(this, key) ? this[key] : null;
      }),
      setItem: hidden(function (key, text) {
        Object.defineProperty(this, key, { value: text, enumerable: true, configurable: true, writable: true });
      }),
      removeItem: hidden(function (key) {
        delete this[key];
      }),
      ...Object.fromEntries(
        Object.entries(items).map(([key, value]) => [key, { value, enumerable: true, configurable: true, writable: true }]),
      ),
    },
  );
};

/**
 * What the network does: `posts` in order (a status, or `{left}` where nothing is answered), then 200;
 * `reach(headers)`, and `drop` for what is sent without leave. What was sent stands in `sent`.
 */
export const network = (plan = {}) => {
  const { posts = [], reach = () => true, drop = () => true } = plan;
  const sent = [];
  globalThis.fetch = async (url, { method, headers, body, mode }) => {
    if (method === "POST") sent.push({ url, headers, body, mode });
    if (method === "POST" ? drop() : reach(mode === "cors" ? headers : undefined)) return {};
    throw new TypeError("Failed to fetch");
  };
  globalThis.XMLHttpRequest = class {
    upload = {};
    headers = {};
    status = 0;
    open(_, url) {
      this.url = this.responseURL = url;
    }
    setRequestHeader(name, value) {
      this.headers[name] = value;
    }
    getResponseHeader(name) {
      return name === "retry-after" ? (this.answer.after ?? null) : null;
    }
    async send(body) {
      const next = posts.length ? posts.shift() : 200;
      this.answer = typeof next === "number" ? { status: next } : next;
      const { status = 0, left = status > 0, never, moved } = this.answer;
      if (left) sent.push({ url: this.url, headers: this.headers, body });
      if (left) this.upload.onprogress({ loaded: body.length });
      if (never) return;
      await null;
      if (moved) this.responseURL = moved;
      this.status = status;
      this.onloadend();
    }
  };
  return sent;
};

// Locks that all pages share, as far as the outbox uses them.
const locks = () => {
  const held = new Map();
  return {
    request(key, options, act) {
      const before = held.get(key) ?? Promise.resolve();
      const now = before.then(() => act());
      held.set(
        key,
        now.catch(() => {}),
      );
      return now;
    },
  };
};

let pages = 0;

/** A browser with a storage; `page()` loads the outbox anew, as a page that is loaded does. */
export const browser = ({ items, hasLocks = true } = {}) => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_800_000_000_000 });
  globalThis.localStorage = storage(items);
  const shared = locks();
  const navigator = { get locks() { return hasLocks ? shared : undefined; } };
  Object.defineProperty(globalThis, "navigator", { value: navigator, configurable: true });
  return {
    opened,
    /** The states it was told, and the module. */
    async page() {
      // A module of its own for each page, with what it imports.
      const module = await load(++pages);
      const told = [];
      const hear = ({ state, message, kept }) => told.push(message ? `${state} ${message}` : kept ? state : `${state}!`);
      return { ...module, told, hear };
    },
    entries: () => Object.values(localStorage).map((text) => JSON.parse(text)),
  };
};

// Chance that is none: each number another one, and every wait about half of the longest it could be.
let drawn = 0;
Math.random = () => 0.5 + (drawn++ % 10_000) / 1_000_000;

// Lets everything that is due happen, and what follows from it.
export const rest = async () => {
  for (let n = 0; n < 40; n++) await null;
};

/** Lets time pass, in steps small enough for one thing to follow from another. */
export const pass = async (milliseconds) => {
  const step = Math.max(50, milliseconds / 200);
  for (let left = milliseconds; left > 0; left -= step) {
    await rest();
    mock.timers.tick(Math.min(step, left));
  }
  await rest();
};

const load = async (page) => {
  const { register } = await import("node:module");
  if (page === 1) register(new URL("./fresh.js", import.meta.url));
  return import(`../../embed/handoff.js?page=${page}`);
};
