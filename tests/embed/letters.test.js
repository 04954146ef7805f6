// What each destination gets, and what the attribute `handoff` may say.

import assert from "node:assert/strict";
import { test } from "node:test";

import { destination } from "../../embed/handoff/destination.js";
import { letter, names, words } from "../../embed/handoff/letter.js";
import { RUN, result } from "./support.js";

const FORM = "319478e5-e5fd-4d39-9d13-fc1f90bf46da";

const write = (handoff, change) => letter(destination(handoff), result(change), RUN);

test("an address is read with its kind", () => {
  const check = (handoff, expected) => assert.deepEqual(destination(handoff), expected);
  check("webhook:https://example.com/hook?a=1#x", { kind: "webhook", url: "https://example.com/hook?a=1" });
  check("webhook:http://localhost:8080/x", { kind: "webhook", url: "http://localhost:8080/x" });
  check("webhook:http://[::1]/", { kind: "webhook", url: "http://[::1]/" });
  check("espocrm:https://crm.example.com/api/v1/LeadCapture/k", {
    kind: "espocrm",
    url: "https://crm.example.com/api/v1/LeadCapture/k",
  });
  check("mailto:a+b@example.com", { kind: "mailto", address: "a%2Bb@example.com" });
  const form = `/submissions/v3/integration/submit/123/${FORM}`;
  check(`hubspot:123/${FORM}`, { kind: "hubspot", url: `https://api.hsforms.com${form}` });
  check(`hubspot:na1/123/${FORM}`, { kind: "hubspot", url: `https://api.hsforms.com${form}` });
  check(`hubspot:eu1/123/${FORM}`, { kind: "hubspot", url: `https://api-eu1.hsforms.com${form}` });
  check(`hubspot:123/${FORM}@https://proxy.example.com`, { kind: "hubspot", url: `https://proxy.example.com${form}` });
  const lead = "/servlet/servlet.WebToLead?encoding=UTF-8&orgId=00D000000000001AAA";
  const oid = "00D000000000001AAA";
  check(`salesforce:${oid}`, { kind: "salesforce", oid, url: `https://webto.salesforce.com${lead}` });
  check(`salesforce:${oid}@https://test.salesforce.com`, {
    kind: "salesforce",
    oid,
    url: `https://test.salesforce.com${lead}`,
  });
});

test("anything else is refused, with the code the page hears", () => {
  const refused = [
    "",
    "none",
    "constructor:x",
    "toString:x",
    "webhook:",
    "webhook:/relative",
    "webhook:http://example.com/",
    "webhook:http://localhost.example.com/",
    "webhook:http://127.0.0.1.example.com/",
    "webhook:ftp://example.com/",
    "webhook:javascript:alert(1)",
    "webhook:https://user:secret@example.com/",
    "WEBHOOK:https://example.com/",
    `hubspot:${FORM}`,
    `hubspot:123/${FORM}/more`,
    `hubspot:123/../${FORM}`,
    `hubspot:evil.com/123/${FORM}`,
    `hubspot:123/${FORM}@http://example.com`,
    "salesforce:00D",
    "salesforce:00D000000000001&retURL=x",
    "mailto:a@example.com?bcc=b@example.com",
    "mailto:a@example.com,b@example.com",
    "mailto:a@example.com&subject=x",
    "mailto:a%0Ab@example.com",
    "mailto:a@b@example.com",
    "mailto:a",
    undefined,
    null,
    {},
  ];
  for (const handoff of refused) assert.throws(() => destination(handoff), { code: "handoff" }, String(handoff));
});

test("a name is split before its last word and the particles that belong to it", () => {
  const check = (person, ...expected) => assert.deepEqual(names(person), expected, person);
  check("Mina Okafor", "Mina", "Okafor");
  check("  Mina   Okafor ", "Mina", "Okafor");
  check("Ludwig van Beethoven", "Ludwig", "van Beethoven");
  check("María de la Cruz", "María", "de la Cruz");
  check("Anna Maria Schmidt", "Anna Maria", "Schmidt");
  check("mina okafor", "mina", "okafor");
  check("Nguyễn Văn An", "Nguyễn Văn", "An");
  check("李雯", undefined, "李雯");
  check(undefined, undefined, undefined);
});

test("the words hold every answer, what they were judged by, the campaign and the consent", () => {
  const text = words(
    result({
      answers: [
        { title: "Size", text: "30 people" },
        { title: "Pain", text: "Yes", note: "every Monday" },
        { title: "Budget" },
      ],
      criteria: [
        { title: "10 or more", outcome: "met" },
        { title: "A budget", outcome: "unknown" },
        { title: "Not a rival", outcome: "not_met" },
      ],
      campaign: { utm_source: "news" },
    }),
  );
  const expected = [
    "Size: 30 people\nPain: Yes (every Monday)\nBudget: ?",
    "✓ 10 or more\n? A budget\n✗ Not a rival",
    "utm_source: news",
    "Keep my details, please. (2, 2026-11-23T09:00:00Z)",
    `ripen ${RUN}`,
  ];
  assert.equal(text, expected.join("\n\n"));
});

test("a webhook gets the result as it is, an id and the time, and no secret", () => {
  const { url, headers, body } = write("webhook:https://example.com/hook");
  assert.equal(url, "https://example.com/hook");
  assert.deepEqual(Object.keys(headers), ["content-type", "webhook-id", "webhook-timestamp"]);
  assert.equal(headers["webhook-id"], RUN);
  assert.ok(Math.abs(headers["webhook-timestamp"] - Date.now() / 1000) < 2);
  assert.deepEqual(JSON.parse(body), result());
});

test("HubSpot gets standard fields that were given, the page without its query, and the consent", () => {
  const { headers, body } = write(`hubspot:1/${FORM}`, { fields: { person: "Mina Okafor", email: "m@example.com" } });
  assert.deepEqual(headers, { "content-type": "application/json" });
  const { fields, context, legalConsentOptions } = JSON.parse(body);
  assert.deepEqual(
    fields.map(({ name }) => name),
    ["firstname", "lastname", "email", "message"],
  );
  assert.ok(fields.every(({ objectTypeId, value }) => objectTypeId === "0-1" && typeof value === "string"));
  assert.deepEqual(context, { pageUri: "https://host.example/page", pageName: "Page" });
  assert.equal(legalConsentOptions.consent.consentToProcess, true);
  assert.equal(legalConsentOptions.consent.text, "Keep my details, please.");
});

test("Salesforce gets what a lead must have, cut to its columns", () => {
  const read = (fields) => {
    const { url, body, headers } = write("salesforce:00D000000000001", { fields });
    assert.ok(headers["content-type"].startsWith("application/x-www-form-urlencoded"));
    assert.ok(!url.includes("example.com"));
    return Object.fromEntries(new URLSearchParams(body));
  };
  const empty = read(undefined);
  assert.equal(empty.last_name, "[not provided]");
  assert.equal(empty.company, "[not provided]");
  assert.ok(!("first_name" in empty) && !("email" in empty) && !("phone" in empty));
  assert.equal(read({ email: "m@example.com" }).last_name, "m@example.com");
  const long = read({ person: `Mina ${"😀".repeat(60)}`, organisation: "é & ü\n=1" });
  assert.equal(long.first_name, "Mina");
  assert.ok(long.last_name.length <= 80 && !/\p{Surrogate}/u.test(long.last_name));
  assert.equal(long.company, "é & ü\n=1");
});

test("EspoCRM gets its own names, and nothing for what was not given", () => {
  const { headers, body } = write("espocrm:https://crm.example.com/api/v1/LeadCapture/k", {
    fields: { person: "Mina Okafor", phone: "+31" },
  });
  // Its preflight allows no other header.
  assert.deepEqual(Object.keys(headers), ["content-type"]);
  const { description, ...fields } = JSON.parse(body);
  assert.deepEqual(fields, { firstName: "Mina", lastName: "Okafor", phoneNumber: "+31" });
  assert.ok(description.includes("Size: 30 people"));
});

test("a mail is one whole URL in which nothing of the visitor's can be more than text", () => {
  const { url, isCut } = write("mailto:sales@example.com", {
    fields: { person: "Mina\r\nBcc: x@example.com", organisation: "A&body=B?" },
    answers: [{ title: "Pain", text: "&cc=me@example.com" }],
  });
  assert.ok(!isCut);
  const { pathname, searchParams } = new URL(url);
  assert.equal(pathname, "sales@example.com");
  assert.deepEqual([...searchParams.keys()], ["subject", "body"]);
  assert.equal(searchParams.get("subject"), "Mina Bcc: x@example.com, A&body=B?");
  assert.ok(searchParams.get("body").includes("Pain: &cc=me@example.com\r\n"));
});

test("a mail that would be too long is cut at a line and says so", () => {
  const answers = Array.from({ length: 40 }, (_, n) => ({ title: `Frage ${n}`, text: "äöü 😀 ".repeat(4) }));
  const { url, isCut } = write("mailto:sales@example.com", { answers });
  assert.ok(isCut && url.length <= 2020 && url.endsWith("%E2%80%A6"), url);
  assert.ok(new URL(url).searchParams.get("body").includes("Frage 0: äöü"));
});
