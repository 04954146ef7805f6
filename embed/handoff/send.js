// One try to send an entry, by the rules of its destination, and what came of it.
//
// Only a webhook is tried again by itself, since its receiver can drop what it has: the id is the same.
// To the others a result goes once. They are asked first whether they can be reached, so that what
// could not be sent at all may wait; after that, what was not plainly answered is left to the visitor.

import { retryAfter } from "./backoff.js";
import { letter as write } from "./letter.js";
import { drop, isForbidden, open, post, reach } from "./wire.js";

const FORBIDDEN = { state: "failed", message: "policy" };
const WAITING = { state: "waiting" };
const UNCLEAR = { state: "ask" };

// What an answer means. `mayRepeat`: the receiver drops what it has already.
const judge = ({ status, moved, after }, mayRepeat) => {
  if (moved) return { state: "failed", message: "redirect" };
  if (status < 300) return { state: "confirmed" };
  const message = `${status}`;
  if ([408, 425, 429].includes(status) || (mayRepeat && status >= 500)) {
    return { ...WAITING, message, mayHaveLeft: true, pause: retryAfter(after) };
  }
  return { state: status >= 500 ? "ask" : "failed", message };
};

const webhook = async (letter, entry, begin) => {
  const { url, headers, body } = letter;
  begin();
  const answer = await post(letter);
  if (answer.status) return judge(answer, true);
  if (await isForbidden(url)) return FORBIDDEN;
  if (answer.left || entry.mayHaveLeft) return { ...WAITING, mayHaveLeft: true };
  // Nothing left the browser. Either there is no way there, or the receiver does not give leave: then
  // it can be reached all the same. What has leave fails by a moment's accident alone.
  if (!(await reach(url)) || (await reach(url, headers))) return WAITING;
  begin({ isPlain: true });
  return (await drop(url, "text/plain", body)) ? { state: "sent" } : UNCLEAR;
};

const once = async (to, letter, begin) => {
  const { url, headers, body } = letter;
  if (!(await reach(url))) return (await isForbidden(url)) ? FORBIDDEN : WAITING;
  begin();
  if (to.kind === "salesforce") {
    return (await drop(url, headers["content-type"], body)) ? { state: "sent" } : UNCLEAR;
  }
  const answer = await post(letter);
  return answer.status ? judge(answer, false) : UNCLEAR;
};

/** Whether it may be sent again without asking, though it may have arrived. */
export const mayRepeat = (to, { isPlain }) => to.kind === "webhook" && !isPlain;

/**
 * Tries once. `begin` is called before anything of the visitor's leaves the browser, and throws when
 * the entry is not to be sent any more.
 */
export const send = async (to, entry, id, begin) => {
  const written = write(to, entry.result, id);
  if (to.kind === "webhook") return webhook(written, entry, begin);
  if (to.kind !== "mailto") return once(to, written, begin);
  begin();
  open(written.url);
  return { state: "sent", message: written.isCut ? "cut" : undefined };
};
