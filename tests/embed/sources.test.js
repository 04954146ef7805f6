// What the scripts on other people's pages must not hold: secrets, talk on the console, ways by which data becomes
// markup or code, messages to anybody, places to keep things that nobody was told of. Each search is tried on
// planted lines first, so that none passes for want of looking.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const TOP = new URL("../../embed/", import.meta.url);

const files = (ending) =>
  readdirSync(TOP, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => [name, readFileSync(new URL(name.replaceAll("\\", "/"), TOP), "utf8")]);

// Comments speak of what code must not do.
const code = (text) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$|(?<=[\s;{}])\/\/ .*$/gm, "");

/** What must not be there, and a line that must be found. Some lines are right where they stand. */
const SEARCHES = [
  {
    name: "talks on the console",
    is: /\bconsole\b.*/g,
    planted: ["console.log(result)", "console?.error(error, fields)", "const { log } = console;"],
    // It says nothing of a visitor's: the message is its own.
    right: { "frame.js": ["console.warn(message);"] },
  },
  {
    name: "makes markup of text",
    is: /\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|setHTML|createContextualFragment|srcdoc|DOMParser/g,
    planted: ["page.innerHTML = text", "page.outerHTML += 1", "document.writeln(a)", "page.insertAdjacentHTML('x', y)"],
  },
  {
    name: "makes code of text",
    is: /\beval\b|\bFunction\s*\(|\bset(Timeout|Interval)\(\s*["'`]|javascript:|\bimport\((?!["']\.\/[\w./]+\.js["']\))/g,
    planted: ["eval(text)", "new Function('a', text)", "setTimeout('run()', 1)", "import(url)", 'import("https://a.example/b.js")'],
  },
  {
    name: "sends a message to anybody",
    is: /postMessage\([^;]*["'`]\*["'`]|targetOrigin:\s*["'`]\*/g,
    planted: ['parent.postMessage({ a: f(1) }, "*")', "one.postMessage(a, { targetOrigin: '*' })"],
  },
  {
    name: "takes a visitor's marks along, or keeps some",
    is: /\bcookie\b|sendBeacon|credentials:\s*["'`](include|same-origin)|withCredentials|sessionStorage|indexedDB|\bcaches\b/g,
    planted: ["document.cookie = 'a=b'", "navigator.sendBeacon(url)", 'fetch(url, { credentials: "include" })'],
  },
  {
    name: "names a host",
    is: /["'`]https?:\/\/[^"'`]*/g,
    planted: ['fetch("https://collect.example/")'],
    right: { "handoff/destination.js": ["`https://${host}.hsforms.com", '"https://webto.salesforce.com'] },
  },
  {
    name: "holds a secret",
    is: new RegExp(
      [
        /-----BEGIN|\b(AKIA|ASIA)[A-Z\d]{16}|\b[srp]k_(live|test)_\w+|\bgh[pousr]_\w{20,}|\bxox[abpr]-|\bAIza[\w-]{30,}|\beyJ[\w-]{10,}\./,
        /\b(password|passwd|secret|api_?key|token)["'`]?\s*[:=]\s*["'`][^"'`]{6,}/,
        // A long word of letters and digits between quotes.
        /["'`](?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Za-z])[\w+/=-]{24,}["'`]/,
      ]
        .map(({ source }) => source)
        .join("|"),
      "gi",
    ),
    planted: [
      'const apiKey = "abcdef"',
      '{ token: "s3cret-one" }',
      'const key = "4f9a1c0be2d84f9a1c0be2d8"',
      `"ghp_${"a1".repeat(12)}"`,
    ],
  },
];

for (const { name, is, planted, right = {} } of SEARCHES)
  test(`no script ${name}`, () => {
    for (const line of planted) assert.match(code(line), new RegExp(is.source, is.flags.replace("g", "")), line);
    const scripts = files(".js");
    assert.ok(scripts.length > 10, "the scripts are not there");
    for (const [file, text] of scripts) {
      const found = (code(text).match(is) ?? []).map((one) => one.trim());
      assert.deepEqual(found, right[file.replaceAll("\\", "/")] ?? [], file);
    }
  });

test("no page holds a script, a style or a listener of its own", () => {
  const inline = /<script(?![^>]*\ssrc=)|<style|\son[a-z]+=|\sstyle=|javascript:/i;
  for (const line of ["<script>a()</script>", "<p onclick=a()>", '<p style="color: red">']) assert.match(line, inline);
  const pages = files(".html");
  assert.equal(pages.length, 1);
  for (const [file, text] of pages) assert.doesNotMatch(text, inline, file);
});
