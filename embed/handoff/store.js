// The outbox as it is kept: one key of local storage for each result and destination, so that two tabs
// never write over each other's. Where storage fails, this page's memory. What is damaged, or was
// written by a newer version, is not touched; only forgetting removes it.

const PREFIX = "ripen/1/visitor/outbox/";
const VERSION = 1;
const STATES = ["waiting", "sending", "confirmed", "sent", "ask", "failed"];

const memory = new Map();

const parse = (text) => {
  try {
    const entry = JSON.parse(text);
    if (entry.v === VERSION && STATES.includes(entry.state) && (isDone(entry) || entry.result.id)) return entry;
  } catch {
    // It is no entry.
  }
};

/** Whether it has reached its end, and only the fact is kept. */
export const isDone = ({ state }) => state === "confirmed" || state === "sent";

export const keyOf = (handoff, id) => `${PREFIX}${encodeURIComponent(id)}/${handoff}`;

/** The entry under a key, as it is now. */
export const read = (key) => {
  if (memory.has(key)) return memory.get(key);
  try {
    return parse(localStorage.getItem(key));
  } catch {
    // Blocked.
  }
};

/** Whether the entry outlives this page. */
export const isKept = (key) => !memory.has(key);

export const write = (key, entry) => {
  const whole = { v: VERSION, ...entry };
  try {
    const before = localStorage.getItem(key);
    if (before !== null && !parse(before)) throw before;
    const text = JSON.stringify(whole);
    try {
      localStorage.setItem(key, text);
    } catch {
      // Full: what stood there makes room. Left there it would be sent a second time.
      localStorage.removeItem(key);
      localStorage.setItem(key, text);
    }
    memory.delete(key);
  } catch {
    memory.set(key, whole);
  }
};

export const remove = (key) => {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Blocked: there was nothing.
  }
};

/** The keys of all entries, read or not; with an id, those of one run. */
export const keys = (id) => {
  let all = [];
  try {
    all = Object.keys(localStorage);
  } catch {
    // Blocked: only the memory is left.
  }
  const start = id ? keyOf("", id) : PREFIX;
  return [...memory.keys(), ...all].filter((key) => key.startsWith(start));
};
