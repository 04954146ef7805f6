// Makes the pages that `cargo xtask bench embed` compares: the same questions by hand, by
// <ripen-wizard>, by SurveyJS and by form-js, each on the same page of somebody else's.
//
// node build.mjs <dist> <out> <esbuild> <survey-js-ui's folder> <form-js-viewer's folder>
//
// Everything is compressed once, as a static host does: the server sends `x.br` for `x`.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const [dist, out, esbuild, survey, formJs] = process.argv.slice(2);
const here = import.meta.dirname;
const PLAYBOOK = "playbooks/pain-interest-fit.visitor.json";

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "playbooks"), { recursive: true });
cpSync(join(dist, "embed"), join(out, "embed"), { recursive: true });
cpSync(join(dist, PLAYBOOK), join(out, PLAYBOOK));
cpSync(join(here, "page.css"), join(out, "page.css"));

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// What is asked, as each of them needs it: a name, a wording, and options to choose one of.
const playbook = JSON.parse(readFileSync(join(dist, PLAYBOOK), "utf8"));
const questions = playbook.questions
  .map(({ id, ask, help, kind }) => {
    const bands = kind.number?.bands?.map(({ title, range }) => [String(range.from), title]);
    const options = kind.choice?.options.filter(({ title }) => title).map((one) => [one.id, one.title]);
    const yes = kind === "yes_no" ? [["yes", "Yes"], ["no", "No"]] : undefined;
    return { id, ask, help, options: bands ?? options ?? yes };
  })
  .filter(({ options }) => options?.length);

const page = (name, head, body) =>
  writeFileSync(
    join(out, `${name}.html`),
    `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${name}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="page.css">
    ${head}
  </head>
  <body>
    <h1>Scheduling for clinics</h1>
    <p>A few questions tell you whether it suits you, and what to do if it does not.</p>
    ${body}
    <h2>What customers say</h2>
    <p>Northwind Clinics stopped double booking across eleven sites.</p>
    <p>Rotas, rooms and patients move together, or not at all.</p>
  </body>
</html>
`,
  );

// The first question as plain HTML, as the workspace's snippet has it.
const [first] = questions;
const choices = first.options.map(
  ([value, title]) => `<label><input type="radio" name="${first.id}" value="${value}"> ${escape(title)}</label>`,
);
const plain = `<form data-ripen-first="${first.id}" action="/contact" method="get">
      <fieldset>
        <legend>${escape(first.ask)}</legend>
        <p>${escape(first.help)}</p>
        ${choices.join("\n        ")}
      </fieldset>
      <button>Continue</button>
    </form>`;
const loader = '<script type="module" src="embed/ripen.js"></script>';
const element = (fallback) => `<ripen-wizard playbook="${PLAYBOOK}" resume="off">${fallback}</ripen-wizard>`;
const link = '<a href="/contact">Contact us</a>';

page("plain", "", plain);
page("snippet", loader, element(plain));
page("element", loader, element(link));
page("element-far", loader, `<div class="far"></div>${element(link)}`);

// A peer as its own documentation has it: its style in the head, its code as a module.
function peer(name, modules, entry, style) {
  const file = join(out, `${name}.entry.js`);
  writeFileSync(file, entry);
  execFileSync(
    esbuild,
    [file, "--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning", `--outfile=${join(out, `${name}.js`)}`],
    { env: { ...process.env, NODE_PATH: modules }, stdio: "inherit" },
  );
  rmSync(file);
  execFileSync(esbuild, [style, "--minify", "--log-level=warning", `--outfile=${join(out, `${name}.css`)}`], { stdio: "inherit" });
  const head = `<link rel="stylesheet" href="${name}.css"><script type="module" src="${name}.js"></script>`;
  page(name, head, '<div id="here"></div>');
  page(`${name}-far`, head, '<div class="far"></div><div id="here"></div>');
}

const modulesOf = (folder) => folder.slice(0, folder.lastIndexOf("node_modules") + "node_modules".length);

const surveyQuestions = questions.map(({ id, ask, help, options }) => ({
  type: "radiogroup",
  name: id,
  title: ask,
  description: help,
  choices: options.map(([value, text]) => ({ value, text })),
}));
peer(
  "surveyjs",
  modulesOf(survey),
  `import { SurveyModel } from "survey-core";
import "survey-js-ui";
const model = new SurveyModel(${JSON.stringify({ questionsOnPageMode: "questionPerPage", elements: surveyQuestions })});
model.render(document.getElementById("here"));
`,
  // Without the fonts it can bring along, in its favour.
  join(modulesOf(survey), "survey-core/survey-core.fontless.min.css"),
);

// form-js knows no pages: the next question is shown once the one before is answered.
const formQuestions = questions.map(({ id, ask, help, options }, n) => ({
  type: "radio",
  id: `field_${n}`,
  key: id,
  label: ask,
  description: help,
  values: options.map(([value, label]) => ({ value, label })),
  ...(n > 0 && { conditional: { hide: `=${questions[n - 1].id} = null` } }),
}));
peer(
  "formjs",
  modulesOf(formJs),
  `import { Form } from "@bpmn-io/form-js-viewer";
const form = new Form({ container: document.getElementById("here") });
await form.importSchema(${JSON.stringify({ type: "default", components: formQuestions })});
`,
  join(formJs, "dist/assets/form-js.css"),
);

// The first two questions, for the script that measures.
writeFileSync(join(out, "questions.json"), JSON.stringify(questions.slice(0, 2).map(({ ask }) => ask)));

for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = join(entry.parentPath ?? dirname(entry.path), entry.name);
  writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
}
