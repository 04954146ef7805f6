// The contact step below a result, drawn: the form with the box to tick, and how handing over stands.

import { asked, isOptional } from "./contact.js";
import { button, make } from "./make.js";

/** Where the focus goes when something is wrong with the form. */
export const PROBLEMS = ".contact .error-summary";
/** Where the focus goes when the step has changed. */
export const TITLE = ".contact-title";

// What a field takes, and what a browser fills it in with.
const FIELDS = {
  person: ["text", "name"],
  organisation: ["text", "organization"],
  email: ["email", "email"],
  phone: ["tel", "tel"],
};

const status = ({ handover }, texts) => texts[`handover_${handover}`] ?? "";

// For style sheets: whose turn it is.
const turn = ({ handover }) => (["ask", "failed"].includes(handover) ? "stuck" : "");

/** Says how handing over stands. The live region stays, so that the change is announced, and so does the focus. */
export const say = (form, contact, texts) => {
  form.dataset.turn = turn(contact);
  form.querySelector("[role=status]").textContent = status(contact, texts);
};

/** The step; `does` what the visitor wants. */
export const form = (consent, contact, texts, does) =>
  make(
    "form",
    {
      class: "wizard-step contact",
      part: "contact",
      novalidate: true,
      "data-turn": turn(contact),
      submit: (event) => {
        event.preventDefault();
        does.send();
      },
    },
    make(
      "h3",
      { class: "answers-title contact-title", tabindex: -1 },
      contact.handover ? texts.contact_sent_title : texts.contact_title,
    ),
    contact.handover ? [] : fields(consent, contact, texts),
    make("p", { role: "status" }, status(contact, texts)),
    make(
      "div",
      { class: "wizard-actions contact-again" },
      button(texts.send_again, does.sendAgain, { class: "btn", part: "button" }),
      button(texts.change_details, does.correct),
    ),
  );

// What is filled in, with what is wrong with it.
const fields = (consent, contact, texts) => {
  const { problems, typed } = contact;
  // What stands beside a field, and what leads from the field to it.
  const wrong = (about) => {
    const found = problems.find(([place]) => place === about);
    if (!found) return [[], {}];
    const id = `c-${about}-error`;
    const prefix = make("span", { class: "visually-hidden" }, texts.error_prefix);
    const beside = make("p", { class: "field-error", id }, prefix, texts[found[1]]);
    return [beside, { "aria-invalid": "true", "aria-describedby": id }];
  };
  const field = (detail) => {
    const [type, autocomplete] = FIELDS[detail];
    const [beside, marks] = wrong(detail);
    const id = `c-${detail}`;
    const input = make("input", {
      class: "input",
      id,
      type,
      inputmode: type,
      autocomplete,
      maxlength: 254,
      ...marks,
      input: () => (typed[detail] = input.value),
    });
    input.value = typed[detail];
    const optional = isOptional(consent, detail) && [" ", make("span", { class: "optional" }, texts.optional)];
    return make("div", { class: "field" }, make("label", { for: id }, texts[`detail_${detail}`], optional), beside, input);
  };
  const all = asked(consent);
  const isEither = all.filter((detail) => !isOptional(consent, detail)).length > 1;
  const [notAgreed, marks] = wrong("agreed");
  const box = make("input", { id: "c-agreed", type: "checkbox", ...marks, change: () => (contact.agreed = box.checked) });
  box.checked = contact.agreed;
  return [
    problems.length && summary(problems, texts),
    make("p", { class: "quiet" }, texts.contact_hint),
    ...all.map(field),
    isEither && make("p", { class: "quiet" }, texts.contact_either),
    make(
      "div",
      { class: "field" },
      notAgreed,
      make("label", { class: "choice" }, box, make("span", { class: "choice-text" }, consent.text)),
    ),
    make(
      "div",
      { class: "wizard-actions" },
      make("button", { class: "btn btn-primary", type: "submit", part: "button button-primary" }, texts.send),
    ),
  ];
};

// On top of the form: announced, focused, and leading to the fields.
const summary = (problems, texts) => {
  // Inside a shadow root a fragment leads nowhere, and the address is not ours.
  const click = (event) => {
    event.preventDefault();
    const link = event.target.closest("a");
    link?.closest("form").querySelector(link.getAttribute("href")).focus();
  };
  const links = problems.map(([about, said]) => make("li", {}, make("a", { href: `#c-${about}` }, texts[said])));
  return make(
    "div",
    { class: "error-summary", part: "error", role: "alert", tabindex: -1, click },
    make("p", { class: "error-title" }, texts.there_is_a_problem),
    make("ul", { class: "links" }, links),
  );
};
