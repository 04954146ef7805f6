// What the elements can do beyond their plain form, loaded where an attribute asks for it or a result is shown:
// other languages, prefilled answers, where the visitor came from, the browser's Back, a dialog, the handoff,
// and what stands below a result.

import { follow } from "./extras/history.js";

/* global RIPEN_LATER */
const HASHES = typeof RIPEN_LATER === "undefined" ? {} : RIPEN_LATER;
const LANGUAGES = ["nl", "de", "fr", "es", "vi", "ar"];
const CAMPAIGN = /^(utm_[a-z_]+|gclid|fbclid|msclkid)$/;
const LONGEST = 500; // characters of a campaign's value
const SUBMIT = "ripen-submit";
const RESULT = "result/"; // as a page; no question has such an id
// The address and the page before it as they were when the visitor came; kept in memory alone.
const landing = globalThis.location?.search ?? "";
const referrer = globalThis.document?.referrer ?? "";

const emit = (element, name, detail, cancelable = false) =>
  element.dispatchEvent(
    new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail: { schema: `${name}/1`, ...detail } }),
  );

// What the loader has already: to make sure of a script before it is imported, and the like.
let loader, loadFunnel;
export const begin = (its) => {
  loader ??= its;
  const wasm = new URL("./funnel_bg.wasm", import.meta.url);
  loadFunnel ??= loader.wasm("funnel", () => import("./funnel.js"), wasm, HASHES);
};

const integrity = (name) => (HASHES[name] ? { integrity: HASHES[name] } : {});

// ---- Languages

const catalogues = {};

/** The catalogue of a language; none where there is none, or where it cannot be had: then English. */
const catalogue = (lang) => {
  const name = lang.toLowerCase().split("-")[0];
  return LANGUAGES.includes(name) ? load(name) : undefined;
};

const load = (name) => {
  catalogues[name] ??= fetch(new URL(`./lang/${name}.json`, import.meta.url), integrity(`lang/${name}.json`))
    .then((answer) => (answer.ok ? answer.json() : undefined))
    .catch(() => undefined)
    .then((texts) => texts ?? void delete catalogues[name]);
  return catalogues[name];
};

const member = (inside, name) => (Object(inside) === inside && Object.hasOwn(inside, name) ? inside[name] : undefined);

const step = (inside, name) => (Array.isArray(inside) && inside.find((one) => one?.id === name)) || member(inside, name);

/** A playbook with its texts in a language, as far as it has them. The one given stays as it is. */
export const translate = (playbook, lang) => {
  const all = playbook?.translations ?? {};
  const texts = all[lang] ?? all[lang.toLowerCase().split("-")[0]];
  if (!texts) return playbook;
  const translated = structuredClone(playbook);
  for (const [path, text] of Object.entries(texts)) {
    // What an id has of strokes and tildes is written ~1 and ~0.
    const names = path.split("/").map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = names.pop();
    const inside = names.reduce(step, translated);
    if (typeof text === "string" && typeof step(inside, last) === "string") inside[last] = text;
  }
  return translated;
};

// ---- What the page knows already

const prefilled = (element) => {
  const known = {};
  const allowed = element.prefillParams.split(/[\s,]+/).filter(Boolean);
  const parameters = new URLSearchParams(globalThis.location?.search);
  for (const name of allowed) if (parameters.has(name)) known[name] = parameters.getAll(name).join();
  for (const { name, value } of element.attributes)
    if (name.startsWith("data-answer-")) known[name.slice(12)] = value;
  for (const [name, value] of Object.entries(element.prefill ?? {})) known[name] = String(value);
  return known;
};

const campaign = () => {
  const found = {};
  for (const [name, value] of new URLSearchParams(landing))
    if (CAMPAIGN.test(name)) found[name] = value.slice(0, LONGEST);
  try {
    // Where from, but not what was looked for there.
    const { origin, pathname } = new URL(referrer);
    if (origin !== location.origin) found.referrer = (origin + pathname).slice(0, LONGEST);
  } catch {
    // Nobody says where from.
  }
  return found;
};

// ---- The handoff

const outbox = async () => {
  await loader.checked("handoff.js", HASHES);
  return import("./handoff.js");
};

/** The kind of what the attribute says, as the events name it; whether the rest is an address, the outbox knows. */
const kindOf = (handoff) => /^(webhook|hubspot|salesforce|espocrm|mailto):/.exec(handoff)?.[1];

const failed = (element, error, code = "handoff") =>
  emit(element, "ripen-error", { code, message: error?.message ?? String(error) });

// What is done for the wizards that are there.
const tended = new WeakMap();

// How a state is worded: whether a mail is sent, the mail program alone knows, and what no storage takes
// waits as long as its page is there.
const wording = ({ name }, state, message, kept) => {
  if (state === "waiting" && kept === false) return "waiting_here";
  if (state !== "sent" || name !== "mailto" || message === "page") return state;
  return message === "cut" ? "mailed_cut" : "mailed";
};

// What becomes of what was sent, told to the page and, where it is there, to the wizard.
const told = (element) => {
  if (!hearers.has(element)) hearers.set(element, hearer(element));
  return hearers.get(element);
};
const hearers = new WeakMap();

const hearer = (element) => {
  let last; // a state may be told more than once
  return ({ id, state, message, kept }) => {
    // Another run's is told to the page alone.
    const own = tended.get(element);
    if (own && (!id || own.wizard.result().id === id)) own.says(wording(own, state, message, kept));
    if (last === `${id} ${state}`) return;
    last = `${id} ${state}`;
    const isConfirmed = state === "confirmed";
    if (isConfirmed || state === "sent")
      emit(element, "ripen-submitted", { destination: kindOf(element.handoff), confirmed: isConfirmed });
    if (state === "failed") failed(element, message ?? "not sent");
  };
};

// Whether anything was sent from here, or is to be.
const hasOutbox = () => {
  try {
    return Object.keys(localStorage).join().includes("ripen/1/visitor/outbox");
  } catch {
    return false; // blocked
  }
};

/** Goes on with what a page before could not send. */
export const resume = async (element) => {
  if (!kindOf(element.handoff) || !hasOutbox()) return;
  try {
    await (await outbox()).resume(element.handoff, told(element));
  } catch (error) {
    failed(element, error);
  }
};

// How what was sent before a reload stands.
const recall = async (element, own) => {
  if (!hasOutbox()) return;
  try {
    const { standing } = await outbox();
    const state = await standing(element.handoff, own.wizard.result().id);
    if (state && tended.get(element) === own) own.says(wording(own, state));
  } catch (error) {
    failed(element, error);
  }
};

const handle = async (element, own, what, result) => {
  const { handoff } = element;
  const hear = told(element);
  try {
    if (what === "handoff" && !emit(element, SUBMIT, { destination: kindOf(handoff) }, true))
      return hear({ id: result.id, state: "sent", message: "page" });
    const { hand, again, standing, forget } = await outbox();
    const { id } = result;
    if (what === "forget") return forget(id, handoff);
    if (what === "retry" && standing(handoff, id)) return again(handoff, id, hear);
    // What never came into the outbox, as that could not be loaded, is handed over now.
    const whole = what === "retry" ? own.wizard.result() : result;
    if (whole.consent) hand(handoff, whole, hear);
    else own.says("failed");
  } catch (error) {
    failed(element, error);
    if (what !== "forget") own.says("failed");
  }
};

// ---- The result page

// Nobody is asked for details that could go nowhere. The outbox is there with it before Send is pressed, so
// that what is sent without network waits in it; where it cannot be had, Send says so.
const proved = async (element, own) => {
  const { destination } = await outbox().catch(() => ({}));
  try {
    destination?.(element.handoff);
  } catch (error) {
    own.name = undefined;
    failed(element, error);
  }
};

// What a result needs.
const fetchEnd = (element, own, texts) =>
  Promise.all([
    texts ?? load("en"),
    loader.checked("result.js", HASHES).then(() => import("./result.js")),
    own.name && proved(element, own),
  ]);

const loadEnd = async (element, own, frame, playbook, { texts, prefill }) => {
  const { wizard } = own;
  const [known, { end }] = await (own.parts ??= fetchEnd(element, own, texts));
  if (!known) throw new Error("lang/en.json cannot be loaded");
  const { emitData } = element;
  const { name } = own;
  const options = { frame, wizard, playbook, texts: known, prefill, emitData, destination: !!name };
  if (element.captureUtm) options.campaign = campaign();
  options.details = !!name || !!element.workspace || emitData;
  return end(options, (what, detail) => {
    if (what !== "ripen-result") handle(element, own, what, detail);
    else element.dispatchEvent(new CustomEvent(what, { bubbles: true, composed: true, detail }));
  });
};

/** What is done for a wizard from when it is there. */
const tend = (element, wizard, given = {}) => {
  const name = kindOf(element.handoff);
  if (!name && !/^(none)?$/.test(element.handoff)) failed(element, `handoff="${element.handoff}" is nowhere to send to`);
  const goOn = () => element.shadowRoot.querySelector("[part=step] .btn-primary")?.click();
  const followed = element.history ? follow(element, wizard, given.first?.page ?? RESULT, goOn) : undefined;
  let isFinished = false; // on this page, and not before it was loaded
  let ending; // a promise of what stands below a result
  const own = {
    wizard,
    name,
    async shown(frame, playbook) {
      try {
        const isResumed = !ending && !isFinished;
        ending ??= loadEnd(element, own, frame, playbook, given);
        (await ending).shown();
        if (own.name && isResumed) recall(element, own);
      } catch (error) {
        ending = own.parts = undefined;
        failed(element, error, "widget");
        // With the network it comes by itself.
        addEventListener("online", () => frame.parentNode && own.shown(frame, playbook), { once: true });
      }
    },
    says: (state) => ending?.then((end) => end.hear(state), () => {}),
    hear(what, detail) {
      if (what === "ripen-step") {
        followed?.shows(detail.question ?? "", !detail.index && !detail.answered);
        // Fetched while the questions are answered, so that a result is whole without network, and a wrong
        // address is told before anything is asked for it.
        if (own.name && detail.answered) (own.parts ??= fetchEnd(element, own, given.texts)).catch(() => (own.parts = undefined));
      }
      if (what === "result") followed?.shows(RESULT);
      else if (what === "ripen-result") isFinished = true;
      else if (what === "forget") {
        ending?.then((end) => end.forget(), () => {});
        if (own.name) handle(element, own, what, detail);
      }
    },
    free() {
      followed?.free();
      if (tended.get(element) === own) tended.delete(element);
    },
  };
  tended.set(element, own);
  return own;
};

/** A result page was drawn, by a wizard that may be a plain one. */
export const ended = (element, wizard, frame, playbook) => {
  if (!frame.parentNode) return; // taken out meanwhile
  const known = tended.get(element);
  (known?.wizard === wizard ? known : tend(element, wizard)).shown(frame, playbook);
};

// ---- All of it

/** What a wizard needs before it is mounted, and what is done for it from then on. */
export const prepare = async (element, playbook) => {
  const wanted = loader.language(element);
  const texts = await catalogue(wanted);
  const english = /^en\b/i.test(wanted);
  const lang = texts || english ? wanted : "en";
  const options = { lang, texts, prefill: prefilled(element) };
  // The first page is told before anything is done for the wizard.
  const first = {};
  element.addEventListener("ripen-step", ({ detail }) => (first.page = detail.question ?? ""), { once: true });
  return {
    playbook: translate(playbook, wanted),
    options,
    lang,
    dir: texts?.dir ?? (texts || english ? "ltr" : ""),
    attach: (element, wizard) => tend(element, wizard, { ...options, first }),
  };
};

/** What draws a dialog, and a button that opens it. */
export const dialog = async () => {
  await loader.checked("dialog.js", HASHES);
  const { draw } = await import("./dialog.js");
  return (element, root) => draw(element, root, catalogue(loader.language(element)));
};

/** Everything <ripen-funnel> needs, and how it is mounted then. */
export const funnel = async (element) => {
  const { src, workspace, window } = element;
  // A file that cannot be had is told where the figures would be.
  const file = src ? loader.fetched("src", src).then((data) => ({ data }), () => ({ unreachable: true })) : {};
  const [{ mount, style }, read] = await Promise.all([loadFunnel(), file]);
  // Beside why there are no figures stands what the page has instead.
  const show = (name) => {
    const root = element.shadowRoot;
    const fallback = root.querySelector("slot");
    if (name === "ripen-ready") fallback?.remove();
    else if (!fallback) root.append(document.createElement("slot"));
  };
  let last;
  return {
    style,
    // There once it says something: figures, or why there are none.
    mount: (frame, tell) =>
      new Promise((there, never) => {
        try {
          const options = { ...read, workspace: workspace || undefined, window: window || undefined };
          const mounted = mount(frame, options, (name, detail) => {
            last = name;
            queueMicrotask(() => there(mounted));
            tell(name, detail);
          });
        } catch (error) {
          never(Object.assign(error, { code: "workspace" }));
        }
      }),
    attach(_, mounted) {
      const back = ({ persisted }) => persisted && mounted.reload(); // nothing was heard meanwhile
      addEventListener("pageshow", back);
      queueMicrotask(() => show(last));
      return { hear: show, free: () => removeEventListener("pageshow", back) };
    },
  };
};
