// A visitor's own answers, to copy or download. Nothing leaves the device; a browser that refuses is not
// passed over in silence.

import { DETAILS } from "./contact.js";
import { button, make } from "./make.js";

// A text with the answers it recalls: `{question}`, or `{question|words while it is not known}`.
const recalled = (text, answers) =>
  text.replace(/\{([\w-]+)(?:\|([^}]*))?\}/g, (_, id, otherwise = "") => {
    const known = answers.find(({ question }) => question === id);
    return known?.text ?? otherwise;
  });

/**
 * A run as a text to read: what it is about, what it comes to (`said`), each question with its answer, and the
 * contact details once they were sent.
 */
export const told = (playbook, said, { answers, fields = {} }, texts) => {
  const paragraphs = [playbook.title, ...said];
  for (const { question, title, text } of answers) {
    const known = playbook.questions.find(({ id }) => id === question);
    paragraphs.push(`${recalled(known?.ask ?? title, answers)}\n${text ?? texts.dont_know}`);
  }
  for (const detail of DETAILS) if (fields[detail]) paragraphs.push(`${texts[`detail_${detail}`]}\n${fields[detail]}`);
  return paragraphs.filter(Boolean).map((paragraph) => `${paragraph}\n\n`).join("");
};

/** The ways to take a text along. */
export const take = (text, texts) => {
  const status = make("span", { role: "status" });
  const copy = async () => {
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = texts.copied;
    } catch {
      status.textContent = texts.not_copied;
    }
  };
  const href = `data:text/plain;charset=utf-8,${encodeURIComponent(text.toWellFormed?.() ?? text)}`;
  const link = make("a", { class: "link", href, download: texts.answers_file }, texts.download_answers);
  return make("p", { class: "widget-forget" }, button(texts.copy_answers, copy), " ", link, " ", status);
};
