// embed/custom-elements.json says what the elements are: held against the classes themselves, the
// types, and the properties and parts that styles and markup have.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../..");
const read = (path) => readFileSync(join(root, path), "utf8");
const under = (folder, ending) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true }).filter((name) => name.endsWith(ending)).map((name) => read(`${folder}/${name}`))
    : [];
const all = (texts, pattern) => new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((found) => found[1])));
const sorted = (names) => [...names].sort();

const manifest = JSON.parse(read("embed/custom-elements.json"));
const classes = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ kind }) => kind === "class");
const element = await import(join(root, "embed/element.js"));
const types = read("embed/ripen.d.ts");

const interfaceOf = (name) => types.split(`export interface ${name} `)[1].split("\n}\n")[0];

// What the types say of one element: its properties, methods and events.
const typed = (name) => {
  const body = interfaceOf(`${name}Element`);
  const members = [...body.matchAll(/^ {2}([a-zA-Z]+)(\(.*\))?: /gm)];
  return {
    fields: members.filter((one) => !one[2]).map((one) => one[1]),
    methods: members.filter((one) => one[2] && one[1] !== "addEventListener").map((one) => one[1]),
    events: interfaceOf(body.match(/addEventListener<K extends keyof (\w+)>/)[1]),
  };
};

const named = (list, kind) => sorted(list.filter((one) => !kind || one.kind === kind).map(({ name }) => name));

test("every name has its meaning beside it", () => {
  for (const declared of classes)
    for (const key of ["attributes", "members", "events", "slots", "cssProperties", "cssParts"])
      for (const { name, description } of declared[key])
        assert.match(description ?? "", /^[A-Z].*\.$/s, `${declared.name}: ${key}: ${name}`);
});

for (const declared of classes) {
  const made = element[declared.name];

  test(`${declared.tagName}: attributes`, () => {
    assert.equal(typeof made, "function");
    const attributes = named(declared.attributes);
    for (const observed of made.observedAttributes) assert.ok(attributes.includes(observed), observed);
    const properties = declared.attributes.filter(({ name }) => name !== "lang");
    for (const { name, fieldName } of properties) {
      assert.equal(fieldName, name.replace(/-./g, (letter) => letter[1].toUpperCase()));
      assert.ok(fieldName in made.prototype, `the class has no ${fieldName}`);
    }
  });

  test(`${declared.tagName}: properties and methods are those of the class and of the types`, () => {
    const { fields, methods } = typed(declared.name);
    assert.deepEqual(named(declared.members, "field"), sorted(fields));
    assert.deepEqual(named(declared.members, "method"), sorted(methods));
    for (const method of methods) assert.equal(typeof made.prototype[method], "function", method);
    const accessors = Object.entries(Object.getOwnPropertyDescriptors(made.prototype)).filter(([, { get }]) => get);
    assert.deepEqual(sorted(accessors.map(([name]) => name)), sorted(fields));
  });

  test(`${declared.tagName}: events are typed`, () => {
    const listed = [...typed(declared.name).events.matchAll(/"(ripen-[a-z]+)": (CustomEvent<(\w+)>)/g)];
    const told = declared.events.map(({ name, type }) => `${name} ${type.text}`);
    assert.deepEqual(sorted(told), sorted(listed.map(([, name, type]) => `${name} ${type}`)));
    for (const [, , , detail] of listed) assert.match(types, new RegExp(`export interface ${detail} `));
  });

  test(`${declared.tagName}: custom properties are those that styles read`, () => {
    const read = all([...under("style", ".css"), ...under("embed", ".js")], /var\((--ripen-[a-z-]+)/g);
    assert.deepEqual(named(declared.cssProperties), sorted(read));
  });
}

test("all events of the types are told by an element", () => {
  const told = new Set(classes.flatMap(({ events }) => named(events)));
  assert.deepEqual(sorted(told), sorted(all([types], /"(ripen-[a-z]+)": CustomEvent/g)));
});

test("parts are those that markup has", () => {
  const declared = new Set(classes.flatMap(({ cssParts }) => named(cssParts)));
  const written = all([...under("src/ui", ".rs"), ...under("src/embed", ".rs")], /\bpart(?:=|", ")"?([a-z -]+)"/g);
  const set = all(under("embed", ".js"), /(?:\bpart: |\bmake\("[a-z]+", )"([^"]+)"/g);
  const there = [...written, ...set].flatMap((parts) => parts.split(" "));
  assert.deepEqual(sorted(declared), sorted(new Set(there)));
});
