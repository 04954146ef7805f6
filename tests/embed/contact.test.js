// What is wrong with a contact form, what is sent of it, and what is heard of that.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Contact, DETAILS, asks, isEmail, isOptional, isPhone } from "../../embed/result/contact.js";

const RUN = "0198c0de-0000-7000-8000-000000000001";
const AT = new Date("2026-11-21T09:30:00Z");
const consent = (...details) => ({ text: "Keep it.", revision: 1, details });

// The form with details typed and the box ticked.
const filled = (typed) => {
  const contact = new Contact();
  Object.assign(contact.typed, typed);
  contact.agreed = true;
  return contact;
};

test("one way to answer is needed and all else may be left out", () => {
  const check = (details, typed, expected) => {
    const contact = filled(typed);
    assert.equal(contact.send(consent(...details), RUN), expected.length === 0, `${details}`);
    assert.deepEqual(contact.problems, expected, `${details}`);
  };
  check(DETAILS, {}, [["email", "no_way"]]);
  check(DETAILS, { person: "Ann", email: "  " }, [["email", "no_way"]]);
  check(DETAILS, { phone: "+49 30 123456" }, []);
  check(DETAILS, { email: "a@b.example" }, []);
  check(["phone", "email"], {}, [["email", "no_way"]]);
  check(["person", "email"], { person: "Ann" }, [["email", "no_email"]]);
  check(["phone"], {}, [["phone", "no_phone"]]);
  check(["organisation", "person"], { organisation: "A" }, [["person", "no_person"]]);
  check(["organisation"], { organisation: "A" }, []);
  check(DETAILS, { email: "a@b", phone: "12" }, [
    ["email", "not_an_email"],
    ["phone", "not_a_phone"],
  ]);
  // What is not asked for is not judged either.
  check(["person"], { person: "Ann", email: "a@b" }, []);
});

test("what may be left out is said", () => {
  const optional = (...details) => details.map((detail) => isOptional(consent(...details), detail));
  assert.deepEqual(optional(...DETAILS), [true, true, false, false]);
  assert.deepEqual(optional("person", "phone"), [true, false]);
  assert.deepEqual(optional("person", "organisation"), [false, true]);
});

test("nobody is asked without words to agree to, or for nothing", () => {
  assert.equal(asks(consent("email")), true);
  for (const none of [undefined, consent(), { ...consent("email"), text: "  " }]) assert.equal(asks(none), false);
});

test("an address is judged by its shape", () => {
  for (const [text, expected] of [
    ["a@b.example", true],
    ["ann.o'neil+x@mail.b-c.example", true],
    ["ü@bücher.example", true],
    ["a@b", false],
    ["a@.example", false],
    ["a@b.", false],
    ["@b.example", false],
    ["a b@c.example", false],
    ["a@b@c.example", false],
    ["a@b.example, c@d.example", false],
    ["a.b.example", false],
    ["a@b.example\n", false],
  ])
    assert.equal(isEmail(text), expected, text);
  for (const [text, expected] of [
    ["+49 (30) 123-456", true],
    ["555 12 ext. 3", true],
    ["1234", false],
    ["12345@b.example", false],
    ["", false],
  ])
    assert.equal(isPhone(text), expected, text);
  // However long: judged in no time.
  const began = performance.now();
  for (const long of ["1 ".repeat(1e5) + "@", "a@" + "b.".repeat(1e5) + "@"]) isPhone(long), isEmail(long);
  assert.ok(performance.now() - began < 1000);
});

test("what nobody sees does not go along, and joiners of words do", () => {
  const typed = { person: "\u202eAnn\u0007 \u06a9\u200c\u0627\u200b", email: "\ufeffa@b.example\u202e" };
  const contact = filled(typed);
  assert.ok(contact.send(consent(...DETAILS), RUN, AT));
  assert.deepEqual(contact.sent.fields, { person: "Ann \u06a9\u200c\u0627", email: "a@b.example" });
  // Nothing but what nobody sees is nothing.
  assert.ok(!filled({ email: "\u200b\u2066" }).send(consent("email"), RUN, AT));
});

test("without the tick nothing is sent and nothing lost", () => {
  const contact = filled({ email: " a@b.example " });
  contact.agreed = false;
  assert.equal(contact.send(consent(...DETAILS), RUN, AT), false);
  assert.deepEqual(contact.problems, [["agreed", "not_agreed"]]);
  assert.deepEqual([contact.sent, contact.handover], [undefined, undefined]);
  assert.deepEqual(contact.complete({ id: RUN }, { gclid: "click" }), { id: RUN });
  assert.equal(contact.typed.email, " a@b.example ");
  contact.agreed = true;
  assert.equal(contact.send(consent(...DETAILS), RUN, AT), true);
  assert.deepEqual([contact.handover, contact.problems], ["sending", []]);
  const sent = { fields: { email: "a@b.example" }, consent: { text: "Keep it.", revision: 1, at: AT.toJSON() } };
  const bare = Object.freeze({ id: RUN, answers: [] });
  assert.deepEqual(contact.complete(bare), { ...bare, ...sent });
  assert.deepEqual(contact.complete(bare, { gclid: "click" }), { ...bare, ...sent, campaign: { gclid: "click" } });
  // Another run is nobody's yet.
  assert.deepEqual(contact.complete({ id: "other" }, { gclid: "click" }), { id: "other" });
});

test("news of what is out of date is not heard", () => {
  const contact = filled({ email: "a@b.example" });
  contact.hear("waiting");
  assert.equal(contact.handover, "waiting", "of a run before a reload");
  contact.askAgain();
  contact.hear("confirmed");
  assert.deepEqual([contact.handover, contact.agreed], [undefined, false]);
  contact.agreed = true;
  assert.ok(contact.send(consent(...DETAILS), RUN));
  contact.hear("failed");
  assert.equal(contact.handover, "failed");
  contact.forget();
  contact.hear("confirmed");
  assert.deepEqual([contact.handover, contact.sent, contact.typed.email], [undefined, undefined, ""]);
});

test("what the page suggests is there until it is written over", () => {
  const contact = new Contact({ person: "Ann", size: "30" });
  assert.deepEqual([contact.typed.person, contact.agreed], ["Ann", false]);
  contact.typed.person = "Bob";
  contact.typed.phone = "12345";
  contact.begin();
  assert.equal(contact.typed.person, "Bob");
  contact.forget();
  assert.deepEqual([contact.typed.person, contact.typed.phone], ["Ann", ""]);
});
