// The outbox: every result that a visitor has agreed to send, until it has arrived.
//
// waiting → sending → confirmed | sent | ask | failed, or waiting again. Each change is stored before
// it is acted on, so that whatever happens to the page, the next one knows what may have been sent.

import { PATIENCE, delay, left } from "./backoff.js";
import { destination } from "./destination.js";
import { alone, leased } from "./lock.js";
import { mayRepeat, send } from "./send.js";
import { isDone, isKept, keyOf, keys, read, remove, write } from "./store.js";

const OLD = 30 * 24 * 3_600_000; // what is over is forgotten

const listeners = new Map(); // key → the functions that hear of it
const timers = new Map();
const running = new Set();

const listen = (key, hear) => hear && listeners.set(key, (listeners.get(key) ?? new Set()).add(hear));

const tell = (key, { id, state, message }) => {
  const told = { id, state, message, kept: isKept(key) };
  listeners.get(key)?.forEach((hear) => queueMicrotask(() => hear(told)));
};

// A result in a number, to know it again once it is not kept any more.
const mark = (text) => {
  let sum = 0;
  for (let n = 0; n < text.length; n++) sum = (Math.imul(sum, 31) + text.charCodeAt(n)) | 0;
  return sum;
};

const fresh = { state: "waiting", tries: 0, wait: 0, since: 0, isPlain: false, mayHaveLeft: false, message: undefined };

// Stores an entry under a new stamp: whoever has the one before is out of date.
const put = (key, entry) => {
  const stamped = { ...entry, stamp: Math.random() };
  write(key, stamped);
  return stamped;
};

const begin = (key, entry) => {
  tell(key, { ...put(key, { ...entry, ...fresh, at: Date.now() }), state: "sending" });
  plan(key);
};

const isOpen = ({ state }) => state === "waiting" || state === "sending";

// Sees to it that an entry is tried when it is due.
const plan = (key, isUrged) => {
  clearTimeout(timers.get(key));
  const entry = read(key);
  if (!entry || !isOpen(entry) || running.has(key)) return;
  const due = isUrged && !entry.isPolite ? 0 : left(entry);
  timers.set(
    key,
    setTimeout(() => run(key, isUrged), Math.max(due, leased(entry))),
  );
};

const run = async (key, isUrged) => {
  if (running.has(key)) return;
  running.add(key);
  try {
    await alone(key, () => attempt(key, isUrged));
  } finally {
    running.delete(key);
    plan(key);
  }
};

// Tries once, if that is still to be done: another page may have been quicker.
const attempt = async (key, isUrged) => {
  let entry = read(key);
  if (!entry) return;
  if (!isOpen(entry)) return tell(key, entry);
  // Forgotten, sent anew with other answers, or taken up by another page while this was under way.
  const isOut = () => read(key)?.stamp !== entry.stamp;
  const change = (to) => {
    entry = put(key, { ...entry, ...to });
    tell(key, entry);
  };
  const settle = ({ pause, ...to }) => {
    const isPolite = pause !== undefined;
    const wait = isPolite ? pause + delay(1) : delay(entry.tries);
    const result = isDone(to) ? undefined : entry.result;
    change({ message: undefined, ...to, result, wait, isPolite, since: Date.now() });
  };
  const leave = (more) => {
    if (isOut()) throw isOut;
    change({ ...more, state: "sending" });
  };
  let outcome;
  try {
    const to = destination(entry.to);
    const wasSending = entry.state === "sending";
    // The page that was at it is gone: it may have arrived.
    if (wasSending && !mayRepeat(to, entry)) return settle({ state: "ask" });
    if (!wasSending && left(entry) && !(isUrged && !entry.isPolite)) return;
    if (Date.now() - entry.at > PATIENCE) {
      return settle({ state: "failed", message: "late" });
    }
    entry = { ...entry, tries: entry.tries + 1, mayHaveLeft: entry.mayHaveLeft || wasSending };
    tell(key, { ...entry, state: "sending" });
    outcome = await send(to, entry, entry.n > 1 ? `${entry.id}-${entry.n}` : entry.id, leave);
  } catch {
    // What cannot be written as a letter: the entry was changed by somebody else.
    outcome = { state: "failed", message: "broken" };
  }
  if (!isOut()) settle(outcome);
};

/**
 * Takes a result over and begins to send it. The same result again is the visitor's wish to have it
 * sent, where it has not been. Throws (code `handoff`) when the destination is none.
 */
export const hand = (handoff, result, hear) => {
  destination(handoff);
  const key = keyOf(handoff, result.id);
  const sum = mark(JSON.stringify(result));
  const before = read(key);
  listen(key, hear);
  if (before?.mark === sum) return again(handoff, result.id, hear);
  // What may have arrived already keeps its id, so this gets the next one.
  const n = before ? before.n + (before.tries ? 1 : 0) : 1;
  begin(key, { id: result.id, to: handoff, n, mark: sum, result });
};

/** The visitor's wish: sends again what was not sent, or may or may not have been. */
export const again = (handoff, id, hear) => {
  const key = keyOf(handoff, id);
  const entry = read(key);
  listen(key, hear);
  if (!entry) return;
  if (!isOpen(entry) && !isDone(entry)) return begin(key, entry);
  tell(key, entry);
  plan(key, true);
};

/** Goes on with what is there for a destination, as a page does when it is loaded. */
export const resume = (handoff, hear) => {
  destination(handoff);
  for (const key of keys()) {
    const entry = read(key);
    if (entry && !isOpen(entry) && Date.now() - entry.since > OLD) remove(key);
    else if (entry?.to === handoff) {
      listen(key, hear);
      if (!isDone(entry)) tell(key, entry);
      plan(key);
    }
  }
};

/** How far a run's result has come on its way to a destination. */
export const standing = (handoff, id) => read(keyOf(handoff, id))?.state;

/** Forgets a run, wherever it was to go, and earlier runs on their way to the destination. What is on the
 * line cannot be called back. */
export const forget = (id, handoff) => {
  for (const key of [...keys(id), ...keys().filter((key) => read(key)?.to === handoff)]) {
    remove(key);
    plan(key);
    listeners.delete(key);
  }
};

// A network that is back, and what another page has done.
globalThis.addEventListener?.("online", () => [...timers.keys()].forEach((key) => plan(key, true)));
globalThis.addEventListener?.("storage", ({ key }) => {
  if (!listeners.has(key)) return;
  const entry = read(key);
  if (entry) tell(key, entry);
  plan(key);
});
