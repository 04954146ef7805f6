// The packed npm package, unpacked into a project of its own: what it holds, and that it can be
// imported where there is no browser. RIPEN_PACKED names the file.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const packed = process.env.RIPEN_PACKED;
const skip = packed ? false : "nothing is packed: cargo xtask package";
const project = packed && mkdtempSync(join(tmpdir(), "ripen-package-"));
const folder = project && join(project, "node_modules/ripen-embed");
if (packed) {
  mkdirSync(folder, { recursive: true });
  execFileSync("tar", ["-xzf", packed, "-C", folder, "--strip-components=1"]);
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
}
after(() => project && rmSync(project, { recursive: true }));

// Runs a module in the project and gives what it prints.
const run = (code) => {
  writeFileSync(join(project, "main.js"), code);
  return execFileSync("node", ["main.js"], { cwd: project, encoding: "utf8" }).trim();
};

test("importing it where there is no browser defines nothing and fails nowhere", { skip }, () => {
  const code = `
    const before = Object.getOwnPropertyNames(globalThis).length;
    const { RipenWizard, RipenFunnel, define } = await import("ripen-embed/element");
    const all = await import("ripen-embed");
    const same = all.RipenWizard === RipenWizard && all.define === define;
    console.log(typeof RipenWizard, typeof RipenFunnel, same, Object.getOwnPropertyNames(globalThis).length - before);`;
  assert.equal(run(code), "function function true 0");
});

test("importing the element defines no tag, importing the package both", { skip }, () => {
  const browser = `
    globalThis.HTMLElement = class {};
    globalThis.CSSStyleSheet = class { replaceSync() {} };
    const tags = [];
    globalThis.customElements = { get: () => undefined, define: (tag) => tags.push(tag) };`;
  assert.equal(run(`${browser} await import("ripen-embed/element"); console.log(tags.join());`), "");
  assert.equal(run(`${browser} await import("ripen-embed"); console.log(tags.join());`), "ripen-wizard,ripen-funnel");
});

test("it holds what its code loads, and nothing of the workspace or the tests", { skip }, () => {
  const files = readdirSync(folder, { recursive: true }).map((name) => name.replaceAll("\\", "/"));
  const loaded = files
    .filter((name) => name.endsWith(".js"))
    .flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(/(?:import\(|new URL\(|from )"\.\/([^"]+)"/g)])
    .map((found) => found[1]);
  assert.ok(loaded.includes("widget_bg.wasm") && loaded.includes("widget.js"), loaded.join());
  for (const name of loaded) assert.ok(files.includes(name), `${name} is missing`);
  const known = /^(index|element|extras|dialog|result|handoff|widget|funnel)[\w.]*\.(js|d\.ts|wasm)$|^lang(\/[a-z]+\.json)?$|^(package|custom-elements)\.json$|^README\.md$|^LICENSE-/;
  assert.deepEqual(files.filter((name) => !known.test(name)), []);
});

test("its hashes are no build's: a bundler may change files", { skip }, () => {
  for (const name of ["element.js", "extras.js"])
    assert.doesNotMatch(readFileSync(join(folder, name), "utf8"), /sha(256|384|512)-/);
});

test("what it exports is there for whoever copies files, too", { skip }, () => {
  const code = `
    import { createRequire } from "node:module";
    import { existsSync } from "node:fs";
    import { fileURLToPath } from "node:url";
    const tags = createRequire(import.meta.url)("ripen-embed/custom-elements.json").modules[1].exports.map(({ name }) => name);
    console.log(tags.join(), existsSync(new URL("widget_bg.wasm", import.meta.resolve("ripen-embed"))));`;
  assert.equal(run(code), "ripen-wizard,ripen-funnel true");
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const cargo = readFileSync(join(import.meta.dirname, "../../Cargo.toml"), "utf8");
  assert.match(cargo, new RegExp(`^version = "${version.replaceAll(".", "\\.")}"$`, "m"));
});
