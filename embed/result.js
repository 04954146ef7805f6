// What a result page has below the result: the contact step, and a visitor's answers to take along. Loaded
// when such a page is shown. It is drawn into the page that wasm has drawn, and goes with it; what was
// typed stays in memory as long as the run does.

import { Contact, asks } from "./result/contact.js";
import { PROBLEMS, TITLE, form, say } from "./result/form.js";
import { take, told } from "./result/take.js";

/**
 * The end of a wizard's runs. `details`: whether contact details go anywhere; `destination`: whether `tell` sends
 * them (`handoff`, `retry`); `emitData`: whether the page is told them (`ripen-result`).
 */
export const end = ({ frame, wizard, playbook, texts, prefill, campaign, details, destination, emitData }, tell) => {
  const consent = details && asks(playbook.consent) ? playbook.consent : undefined;
  const contact = new Contact(prefill);
  const bare = wizard.result.bind(wizard);
  let run, given; // of the page shown last
  let drawn = [];

  // What was agreed to is part of the result for whoever asks the wizard.
  wizard.result = () => contact.complete(bare(), campaign);

  const draw = () => {
    for (const one of drawn) one.remove();
    const page = frame.querySelector("[part=result]");
    if (!page) return; // left meanwhile
    const said = [".question-title", ".verdict .quiet", ".wizard-next p"];
    const words = said.map((place) => page.querySelector(place)?.textContent);
    drawn = [take(told(playbook, words, wizard.result(), texts), texts)];
    if (consent) drawn.unshift(form(consent, contact, texts, does));
    page.after(...drawn);
  };

  // After what the visitor did, the focus is where it goes on.
  const redraw = (place) => {
    draw();
    frame.querySelector(place)?.focus();
  };

  // Into the workspace, finished later than any result of this run before; says whether nothing went wrong.
  const deliver = (result) => {
    const isDelivered = wizard.deliver(result);
    if (emitData) tell("ripen-result", result);
    return isDelivered;
  };

  const hand = () => {
    const result = wizard.result();
    const isDelivered = deliver(result);
    if (destination) tell("handoff", result);
    else contact.hear(isDelivered ? "taken" : "failed");
  };

  const does = {
    send() {
      const isFine = contact.send(consent, run);
      if (isFine) hand();
      redraw(isFine ? TITLE : PROBLEMS);
    },
    sendAgain() {
      contact.hear("sending");
      if (destination) tell("retry", { id: run });
      else hand();
      redraw(TITLE);
    },
    correct() {
      contact.askAgain();
      redraw(TITLE);
    },
  };

  return {
    /** A result page was drawn. */
    shown() {
      const { id, answers } = bare();
      const now = JSON.stringify(answers);
      if (run && run !== id) contact.forget();
      else if (run && given !== now) contact.askAgain();
      [run, given] = [id, now];
      contact.begin();
      // What was finished anew holds what the visitor agreed to before.
      if (contact.sent) deliver(wizard.result());
      draw();
    },
    /** Hears how handing over stands, by the name of what is said of it. */
    hear(state) {
      if (!texts[`handover_${state}`]) return;
      const { handover } = contact;
      contact.hear(state);
      if (!consent || !drawn[0]?.isConnected) return;
      if (handover) say(drawn[0], contact, texts);
      else if (contact.handover) draw();
    },
    /** Forgets what was typed. */
    forget: () => contact.forget(),
  };
};
