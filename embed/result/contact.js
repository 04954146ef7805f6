// The contact step at the end of a run: what is asked for, what is wrong with it, and how it stands.
// Nothing is agreed to but by a ticked box, and what was typed is lost to no mistake.

// What nobody sees and nobody means to type, but what may come along with a paste: it would turn a text
// around or make two addresses look the same. Joiners stay: words in some scripts need them.
const UNSEEN = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** The details in the order they are asked for. */
export const DETAILS = ["person", "organisation", "email", "phone"];

/** Whether a visitor is asked for anything. */
export const asks = (consent) => !!consent?.details?.length && !!consent.text?.trim();

/** The details asked for, each once. */
export const asked = ({ details }) => DETAILS.filter((detail) => details.includes(detail));

/** Of these one has to be given: a way to answer, or the first where no way is asked for. */
const needed = (consent) => {
  const all = asked(consent);
  const ways = all.filter((detail) => ["email", "phone"].includes(detail));
  return ways.length ? ways : all.slice(0, 1);
};

/** Whether a detail may be left out whatever else is given. */
export const isOptional = (consent, detail) => !needed(consent).includes(detail);

/** Whether a text can be an e-mail address: a name, one `@`, and a host with a dot in it. */
export const isEmail = (text) => /^[^\0- ,;<>@]+@[^\0- ,;<>@][^\0- ,;<>@.]*\.[^\0- ,;<>@]+$/.test(text);

/** Whether a text can be a phone number: digits enough, and no letters but of an extension. */
export const isPhone = (text) => /^([^@\d]*\d){5}[^@]*$/.test(text);

export class Contact {
  typed;
  agreed = false;
  problems = []; // each what it is about, and the name of what is said
  handover; // how handing over stands; none while nothing was sent
  sent; // what was sent, with the box ticked
  #suggested = {};
  #outOfDate = false; // whether what is heard of a handover is about an earlier form of the answers

  /** What the page suggests is there to be looked over, and sent by the visitor alone. */
  constructor(suggested = {}) {
    for (const detail of DETAILS) this.#suggested[detail] = suggested[detail] ?? "";
    this.typed = { ...this.#suggested };
  }

  /** Shows the step with the result: nothing is agreed to yet. */
  begin() {
    this.agreed = false;
    this.problems = [];
  }

  /** The answers are others than those that were sent, or there is something to correct. */
  askAgain() {
    this.begin();
    this.handover = undefined;
    this.#outOfDate = true;
  }

  /** Begins anew: what was typed is gone, what the page suggests is there. */
  forget() {
    this.askAgain();
    this.typed = { ...this.#suggested };
    this.sent = undefined;
  }

  /** Sends the run, if nothing is wrong: says whether it may go. From then on it counts as sent. */
  send(consent, run, now = new Date()) {
    this.problems = this.#wrong(consent);
    if (this.problems.length) return false;
    const { text, revision } = consent;
    const fields = {};
    for (const detail of asked(consent)) if (this.#trimmed(detail)) fields[detail] = this.#trimmed(detail);
    this.sent = { run, fields, consent: { text, revision, at: now.toISOString() } };
    this.handover = "sending";
    this.#outOfDate = false;
    return true;
  }

  /** Hears how handing over stands. */
  hear(handover) {
    if (!this.#outOfDate) this.handover = handover;
  }

  /** A result with what was sent with it; how the visitor came goes along with the consent alone. */
  complete(result, campaign) {
    if (this.sent?.run !== result.id) return result;
    const { fields, consent } = this.sent;
    return { ...result, fields, consent, ...(campaign && { campaign }) };
  }

  #trimmed(detail) {
    return this.typed[detail].replace(UNSEEN, "").trim();
  }

  // In the order of the form.
  #wrong(consent) {
    const ways = needed(consent);
    const missing = !ways.some((way) => this.#trimmed(way));
    const found = [];
    for (const detail of asked(consent)) {
      const typed = this.#trimmed(detail);
      if (missing && ways[0] === detail) found.push([detail, ways[1] ? "no_way" : `no_${detail}`]);
      else if (!typed) continue;
      else if (detail === "email" && !isEmail(typed)) found.push([detail, "not_an_email"]);
      else if (detail === "phone" && !isPhone(typed)) found.push([detail, "not_a_phone"]);
    }
    if (!this.agreed) found.push(["agreed", "not_agreed"]);
    return found;
  }
}
