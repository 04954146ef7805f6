// The text a visitor takes along.

import assert from "node:assert/strict";
import { test } from "node:test";
import { told } from "../../embed/result/take.js";

const TEXTS = { dont_know: "No idea", detail_email: "E-mail", detail_person: "Name" };
const playbook = {
  title: "Tiny",
  questions: [
    { id: "pain", ask: "Does it hurt?" },
    { id: "size", ask: "With {pain|your} pain, {gone|how} many? {nothing}{ as it is }" },
    { id: "more", ask: "{size|So} it is {size}?" },
  ],
};
const answers = [
  { question: "pain", title: "Pain", text: "Yes" },
  { question: "size", title: "Size" },
  { question: "more", title: "More", text: "$& <b>" },
];

test("it says what it is about, what it comes to, and each answer", () => {
  const text = told(playbook, ["Good", undefined, "Call."], { answers }, TEXTS);
  const asked = "Does it hurt?\nYes\n\nWith Yes pain, how many? { as it is }\nNo idea\n\nSo it is ?\n$& <b>\n\n";
  assert.equal(text, `Tiny\n\nGood\n\nCall.\n\n${asked}`);
});

test("details are in it once they were sent, in the order they are asked for", () => {
  const fields = { email: "a@b.example", person: "Ann" };
  assert.equal(told(playbook, [], { answers: [], fields }, TEXTS), "Tiny\n\nName\nAnn\n\nE-mail\na@b.example\n\n");
});
