// What is sent: one result in each destination's own words. Nothing of the visitor's stands in a URL,
// but for `mailto:`, which is one.

const WHOLE_MAIL = 2000; // characters; Windows opens no longer URL
const NOTHING = "[not provided]"; // Salesforce's own words for what a lead must have
const MARKS = { met: "✓", not_met: "✗", unknown: "?" };
const FORM = "application/x-www-form-urlencoded;charset=UTF-8";

// As much as fits, without a character cut in two.
const cut = (text = "", length) =>
  text.length > length ? `${text.slice(0, length - 1).replace(/\p{Surrogate}/u, "")}…` : text;

/** First and last name: the last word, with the particles before it (van, de la), is the last name. */
export const names = (person) => {
  const whole = person?.trim().replace(/\s+/gu, " ");
  const [, first, last = whole] = /^(.+?) ((?:\p{Ll}\S* )*\S+)$/u.exec(whole) ?? [];
  return [first, last];
};

/** The answers, what they were judged by, where from and what was agreed to, as text to read. */
export const words = ({ id, answers = [], criteria = [], campaign = {}, consent }) => {
  const answer = ({ title, text, note }) => `${title}: ${text ?? "?"}${note ? ` (${note})` : ""}`;
  return [
    answers.map(answer),
    criteria.map(({ title, outcome }) => `${MARKS[outcome] ?? "?"} ${title}`),
    Object.entries(campaign).map(([name, value]) => `${name}: ${value}`),
    consent ? [`${consent.text} (${consent.revision}, ${consent.at})`] : [],
    [`ripen ${id}`],
  ]
    .filter((block) => block.length)
    .map((block) => block.join("\n"))
    .join("\n\n");
};

// Only what was given.
const given = (fields) => Object.entries(fields).filter(([, value]) => value);

const json = (url, body, headers) => ({
  url,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});

const WRITE = {
  webhook: ({ url }, { result, id }) =>
    json(url, result, { "webhook-id": id, "webhook-timestamp": String(Math.floor(Date.now() / 1000)) }),

  hubspot({ url }, { result, first, last, organisation, email, phone }) {
    const { consent } = result;
    const message = cut(words(result), 60_000);
    const fields = given({ firstname: first, lastname: last, email, phone, company: organisation, message });
    return json(url, {
      fields: fields.map(([name, value]) => ({ objectTypeId: "0-1", name, value })),
      context: { pageUri: location.origin + location.pathname, pageName: document.title },
      legalConsentOptions: consent && {
        consent: { consentToProcess: true, text: consent.text, communications: [] },
      },
    });
  },

  salesforce({ url, oid }, { result, first, last, organisation, email, phone }) {
    const fields = given({
      oid,
      first_name: cut(first, 40),
      last_name: cut(last || email || NOTHING, 80),
      company: cut(organisation || NOTHING, 255),
      email,
      phone: cut(phone, 40),
      lead_source: "Web",
      description: cut(words(result), 30_000),
    });
    return { url, headers: { "content-type": FORM }, body: String(new URLSearchParams(fields)) };
  },

  espocrm: ({ url }, { result, first, last, organisation, email, phone }) =>
    json(url, {
      firstName: first,
      lastName: last,
      emailAddress: email,
      phoneNumber: phone,
      accountName: organisation,
      description: words(result),
    }),

  mailto({ address }, { result, person, organisation, email, phone }) {
    const subject = [person, organisation].filter(Boolean).join(", ").replace(/\s+/gu, " ");
    const lines = [person, organisation, email, phone].filter(Boolean).concat("", words(result).split("\n"));
    let url = `mailto:${address}?subject=${encodeURIComponent(cut(subject, 80) || "Ripen")}&body=`;
    let isCut = false;
    for (const text of lines) {
      const more = `${encodeURIComponent(text)}%0D%0A`;
      isCut = url.length + more.length > WHOLE_MAIL;
      if (isCut) break;
      url += more;
    }
    return { url: isCut ? `${url}%E2%80%A6` : url, isCut }; // "…"
  },
};

/** What to send: `url`, `headers`, `body`. `id` is the same however often it is sent. */
export const letter = (to, result, id) => {
  const { person, organisation, email, phone } = result.fields ?? {};
  const [first, last] = names(person);
  return WRITE[to.kind](to, { result, id, person, first, last, organisation, email, phone });
};
