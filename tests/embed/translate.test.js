// A playbook in another language: the loader's script does as the app does (`tests/languages.rs`), by the same cases.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import "./support.js";
import { translate } from "../../embed/extras.js";

const { playbook, cases } = JSON.parse(readFileSync(new URL("../fixtures/translated.json", import.meta.url)));

const put = (file, pointer, text) => {
  const names = pointer.split("/").slice(1);
  const last = names.pop();
  const inside = names.reduce((found, name) => found[name], file);
  assert.equal(typeof inside[last], "string", pointer);
  inside[last] = text;
};

for (const { name, texts, said } of cases)
  test(name, () => {
    const given = { ...structuredClone(playbook), translations: { nl: Object.fromEntries(texts) } };
    const before = structuredClone(given);
    const expected = structuredClone(given);
    for (const [pointer, text] of Object.entries(said)) put(expected, pointer, text);
    assert.deepEqual(translate(given, "nl"), expected);
    assert.deepEqual(given, before, "the one given stays as it is");
  });

test("a language is found by its tag, else by its first part", () => {
  const translations = { "pt-BR": { title: "Brasil" }, pt: { title: "Portugal" }, nl: { title: "Alles" } };
  const given = { ...playbook, translations };
  const titles = { "pt-BR": "Brasil", "pt-PT": "Portugal", pt: "Portugal", "NL-be": "Alles", de: "All", en: "All" };
  for (const [lang, title] of Object.entries(titles)) assert.equal(translate(given, lang).title, title, lang);
});

test("what is no playbook, or has no texts, stays as it is", () => {
  for (const given of [undefined, null, {}, { title: "All" }, { title: "All", translations: { nl: null } }])
    assert.equal(translate(given, "nl"), given);
  const odd = { title: "All", translations: { nl: { title: 7 } } };
  assert.deepEqual(translate(odd, "nl"), odd);
});
