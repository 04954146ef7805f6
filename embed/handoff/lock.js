// One page at a time sends an entry: by the browser's locks, or, where it has none, by a lease that
// stands in the entry itself.

import { read, write } from "./store.js";

const LEASE = 150_000; // longer than the longest try
const SETTLE = 100; // until what another page has just written is seen here

const settle = () => new Promise((done) => setTimeout(done, SETTLE));

const page = Math.random().toString(36).slice(2);

/** How long another page may still be at it. A lease from the future is a clock set back: none. */
export const leased = ({ by, held }) => {
  const past = Date.now() - held;
  return by && by !== page && past >= 0 ? Math.max(0, LEASE - past) : 0;
};

const byLease = async (key, act) => {
  const entry = read(key);
  if (!entry || leased(entry)) return;
  write(key, { ...entry, by: page, held: Date.now() });
  await settle();
  if (read(key)?.by !== page) return;
  await act();
  const { by, held, ...after } = read(key) ?? {};
  if (by === page) write(key, after);
};

// A page that is put aside (for the browser's Back) keeps its locks, and may be given more, though it
// does nothing. So it lets go of them; what it was at, the next page takes for lost.
let hidden = new AbortController();
globalThis.addEventListener?.("pagehide", () => {
  hidden.abort();
  hidden = new AbortController();
});

/** Does it when no other page does anything with this entry. */
export const alone = async (key, act) => {
  const { signal } = hidden;
  let work;
  const begin = () => {
    work = settle().then(act);
    return Promise.race([work, new Promise((done) => signal.addEventListener("abort", done))]);
  };
  try {
    await navigator.locks.request(key, { signal }, begin);
  } catch {
    // No locks: on an insecure page or in a sandbox.
    if (!work && !signal.aborted) work = byLease(key, act);
  }
  return work;
};
