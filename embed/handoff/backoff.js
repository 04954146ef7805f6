// When to try again: exponentially later, at random below that (full jitter), or when the receiver says.

/** Given up after so many milliseconds: three days. */
export const PATIENCE = 3 * 24 * 3_600_000;

const FIRST = 2000;
const LONGEST = 3_600_000;

/** How long to wait after the `tries`th failure. */
export const delay = (tries, random = Math.random()) => random * Math.min(LONGEST, FIRST * 2 ** (tries - 1));

/** How long `Retry-After` asks to wait: seconds, or a date. Nothing where it is neither. */
export const retryAfter = (text) => {
  const wait = /^\d+$/.test(text) ? text * 1000 : /^\w+, .+ GMT$/.test(text) ? Date.parse(text) - Date.now() : NaN;
  return wait > -Infinity ? Math.min(PATIENCE, Math.max(0, wait)) : undefined;
};

/** What is left of a wait of an entry. A clock set back begins it anew, and never makes it longer. */
export const left = ({ wait, since }) => Math.min(wait, Math.max(0, wait + since - Date.now()));
