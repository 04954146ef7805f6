// Bundles the packed npm package as an integrator does, once by esbuild and once by Vite, into a page
// each with one wizard.
//
// node bundle.mjs <packed> <out> <esbuild> <vite>

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [packed, out, esbuild, vite] = process.argv.slice(2);
rmSync(out, { recursive: true, force: true });
const project = join(out, "project");
const folder = join(project, "node_modules/ripen-embed");
mkdirSync(folder, { recursive: true });
execFileSync("tar", ["-xzf", packed, "-C", folder, "--strip-components=1"]);

const page = (script) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Bundled</title>
    <link rel="icon" href="data:,">
    <script type="module" src="${script}"></script>
  </head>
  <body>
    <ripen-wizard loading="eager" playbook="playbook.json" resume="off"><a href="/contact">Contact us</a></ripen-wizard>
  </body>
</html>
`;
writeFileSync(join(project, "package.json"), '{ "type": "module", "private": true }');
writeFileSync(join(project, "main.js"), 'import "ripen-embed";\n');
writeFileSync(join(project, "index.html"), page("./main.js"));
// Files in place of data in the script: a policy may forbid the latter.
writeFileSync(join(project, "vite.config.js"), 'export default { base: "./", build: { assetsInlineLimit: 0 } };\n');

const options = { cwd: project, stdio: ["ignore", "ignore", "inherit"] };
const byEsbuild = join(out, "esbuild");
execFileSync(
  esbuild,
  ["main.js", "--bundle", "--splitting", "--format=esm", "--minify", "--log-level=warning", `--outdir=${byEsbuild}`],
  options,
);
for (const name of ["widget_bg.wasm", "lang"]) cpSync(join(folder, name), join(byEsbuild, name), { recursive: true });
writeFileSync(join(byEsbuild, "index.html"), page("main.js"));

execFileSync(vite, ["build", "--outDir", join(out, "vite"), "--emptyOutDir", "--logLevel", "warn"], options);
