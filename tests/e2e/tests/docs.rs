//! Every piece of code in `docs/embed.md` and `docs/handoff.md` is run, and does what is expected of it here.
//!
//! A block's first line names its language and itself: ```` ```html first ````. A block without an
//! expectation fails, and so does an expectation without its block.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Mutex,
};

use anyhow::{Context, Result, anyhow, ensure};
use ripen_e2e::{Browser, Page};
use tempfile::TempDir;
use xtask::{
    http::{STRICT_POLICY, Site},
    package, paths,
    run::{at_root, check, output},
    tools::{ESBUILD, REACT},
};

const DOCUMENTS: [&str; 2] = ["docs/embed.md", "docs/handoff.md"];

/// What a page with the block has to come to: a script, tried until it returns true.
/// `w` is the wizard, `text()` what is read in it.
const ON_A_PAGE: [(&str, &str); 16] = [
    ("html first", "return text().includes('How many people')"),
    (
        "html snippet",
        // Chosen while only the form was there: the page's first script does that.
        "return window.early === true && w.shadowRoot.querySelector('label:has(:checked)')?.textContent.includes('250–999')",
    ),
    (
        "html prefilled",
        "return w.shadowRoot.querySelector('label:has(:checked)')?.textContent.includes('250–999')",
    ),
    (
        "html dialog",
        "const opener = w.shadowRoot.querySelector('[part=opener]'); \
         if (opener?.textContent !== 'Does it suit us?') return false; \
         if (!w.shadowRoot.querySelector('dialog[open]')) return void opener.click(); \
         return text().includes('How many people')",
    ),
    ("js events", "return window.steps?.includes('employees') === true"),
    ("js object", "return typeof w.playbook === 'object' && text().includes('How many people')"),
    (
        "js analytics",
        "const tell = (name, detail) => w.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail })); \
         const playbook = { id: 'p' }; window.sent = []; \
         const end = (id, claimed_level, verdict) => \
           tell('ripen-result', { id, claimed_level, verdicts: [{ verdict }], playbook }); \
         const [first, second] = [0, 1].map(() => crypto.randomUUID()); \
         end(first, 'prospect', 'passed'); end(first, 'prospect', 'passed'); \
         end(second, 'lead', 'open'); end(second, 'lead', 'failed'); end(second, 'lead', 'failed'); \
         tell('ripen-submitted', { destination: 'webhook', confirmed: true }); \
         return sent.join() === 'qualify_lead,disqualify_lead,generate_lead'",
    ),
    (
        "css theme",
        "const go = w.shadowRoot.querySelector('button[type=submit]'); \
         return !!go && getComputedStyle(go).backgroundColor === 'rgb(138, 28, 91)' \
           && getComputedStyle(go).color === 'rgb(255, 255, 255)'",
    ),
    (
        "css parts",
        "const go = w.shadowRoot.querySelector('button[type=submit]'); \
         return !!go && getComputedStyle(go).textTransform === 'uppercase'",
    ),
    (
        "css space",
        "return getComputedStyle(w).minBlockSize === '832px' && text().includes('How many people') && w.offsetHeight === 832",
    ),
    (
        "html languages",
        "const roots = [...document.querySelectorAll('ripen-wizard')].map((one) => one.shadowRoot); \
         const [english, german] = roots.map((root) => root.querySelector('button[type=submit]')?.textContent); \
         return english === 'Continue' && !!german && german !== english",
    ),
    ("http policy", "return text().includes('How many people')"),
    ("js integrity", "return text().includes('How many people')"),
    (
        "html frame",
        "const inside = document.querySelector('iframe').contentDocument; \
         return inside?.querySelector('ripen-wizard')?.shadowRoot?.textContent.includes('How many people') === true",
    ),
    ("jsx react", "return text().includes('How many people') && window.results === 1"),
    (
        "html funnel",
        "const inside = document.querySelector('ripen-funnel').shadowRoot; \
         return !!inside?.querySelector('[part~=title], [part~=message]') && !inside.querySelector('slot')",
    ),
];

/// What is run without a page, by Node or a shell.
const ELSEWHERE: [&str; 6] =
    ["js npm", "js vue", "sh hash", "http request", "js receiver", "text letter"];

/// The blocks of both documents by their first lines.
fn blocks() -> Result<BTreeMap<String, String>> {
    let mut blocks = BTreeMap::new();
    for document in DOCUMENTS {
        let text = fs::read_to_string(paths::root().join(document))?;
        let parts: Vec<_> = text.split("\n```").collect();
        ensure!(parts.len() % 2 == 1, "{document}: a block is not closed");
        for block in parts.iter().skip(1).step_by(2) {
            let (name, code) = block.split_once('\n').context("a block has lines")?;
            ensure!(
                blocks.insert(name.to_owned(), code.to_owned()).is_none(),
                "{document}: `{name}` is there twice"
            );
        }
    }
    Ok(blocks)
}

fn block(name: &str) -> Result<String> {
    blocks()?.remove(name).with_context(|| format!("no document has `{name}`"))
}

/// The npm package, packed once: two tests read its folder.
fn packed() -> Result<PathBuf> {
    static PACKED: Mutex<Option<PathBuf>> = Mutex::new(None);
    let mut packed = PACKED.lock().map_err(|_| anyhow!("packing failed in another test"))?;
    if packed.is_none() {
        *packed = Some(package::pack()?);
    }
    packed.clone().context("it was just packed")
}

/// Runs a module in Node; it fails where the module does.
fn node(module: &str) -> Result<String> {
    output(at_root("node").args(["--input-type=module", "-e", module]))
}

#[test]
fn every_block_is_run_and_every_expectation_has_its_block() -> Result<()> {
    let mut expected: Vec<_> = ON_A_PAGE.iter().map(|(name, _)| *name).chain(ELSEWHERE).collect();
    expected.sort_unstable();
    expected.dedup();
    assert_eq!(blocks()?.into_keys().collect::<Vec<_>>(), expected);
    Ok(())
}

/// A page of somebody else's: the site under `/ripen/`, and what the block adds.
fn host(folder: &Path, name: &str, code: &str) -> Result<Option<String>> {
    let (language, _) = name.split_once(' ').context("a block has a name")?;
    let wizard = "<ripen-wizard resume=\"off\" playbook=\"/ripen/playbooks/pain-interest-fit.visitor.json\">\
        <a href=\"/contact\">Contact us</a></ripen-wizard>";
    let loader = "<script type=\"module\" src=\"/ripen/embed/ripen.js\"></script>";
    let snippet = "<script type=\"module\" src=\"/snippet.js\"></script>";
    let first = "window.steps = []; window.sent = []; window.gtag = (kind, name) => sent.push(name);\
        addEventListener('ripen-step', ({ detail }) => steps.push(detail.question));\
        addEventListener('DOMContentLoaded', () => { \
          const box = document.querySelector('[data-ripen-first] [value=\"250\"]'); \
          box?.click(); window.early = box?.checked; });";
    fs::write(folder.join("first.js"), first)?;
    fs::write(folder.join("snippet.js"), code)?;
    fs::write(folder.join("snippet.css"), code)?;
    let body = match (language, name) {
        ("html", _) => code.to_owned(),
        ("css", _) => format!("<link rel=\"stylesheet\" href=\"/snippet.css\">{loader}{wizard}"),
        (_, "js integrity") => {
            let hash = hash()?;
            fs::write(folder.join("snippet.js"), code.replace("{hash}", &hash))?;
            format!("{wizard}{snippet}")
        }
        (_, "js object") => {
            format!("{loader}<ripen-wizard resume=\"off\"></ripen-wizard>{snippet}")
        }
        ("jsx", _) => {
            react(folder, code)?;
            format!("<div id=\"app\"></div>{snippet}")
        }
        ("http", _) => format!("{loader}{wizard}"),
        _ => format!("{loader}{wizard}{snippet}"),
    };
    fs::write(
        folder.join("index.html"),
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
             <link rel=\"icon\" href=\"data:,\"><script src=\"/first.js\"></script></head><body>{body}</body></html>"
        ),
    )?;
    Ok(match name {
        "http policy" => {
            let policy = code.trim().strip_prefix("Content-Security-Policy: ");
            Some(policy.context("the policy is a header")?.to_owned())
        }
        // Its frame is of the same site.
        "html frame" => Some(format!("{STRICT_POLICY}; frame-src 'self'")),
        _ => Some(STRICT_POLICY.to_owned()),
    })
}

/// Bundles the recipe for React with the package, and mounts it.
fn react(folder: &Path, code: &str) -> Result<()> {
    let project = folder.join("project");
    let modules = project.join("node_modules/ripen-embed");
    fs::create_dir_all(&modules)?;
    let packed = packed()?;
    check(
        at_root("tar").arg("-xzf").arg(packed).arg("-C").arg(&modules).arg("--strip-components=1"),
    )?;
    fs::copy(modules.join("widget_bg.wasm"), folder.join("widget_bg.wasm"))?;
    fs::write(project.join("suits.jsx"), code)?;
    let main = "import { createElement } from 'react'; import { createRoot } from 'react-dom/client'; \
        import { Suits } from './suits.jsx'; window.results = 0; \
        createRoot(document.getElementById('app')).render(createElement(Suits, { onResult: () => window.results++ })); \
        addEventListener('ripen-ready', ({ target }) => target.dispatchEvent(new CustomEvent('ripen-result')), { once: true });";
    fs::write(project.join("snippet.jsx"), main)?;
    let library = REACT.ensure()?;
    check(
        at_root(ESBUILD.ensure()?)
            .current_dir(&project)
            .args([
                "snippet.jsx",
                "--bundle",
                "--splitting",
                "--format=esm",
                "--jsx=automatic",
                "--minify",
            ])
            .args([
                "--log-level=warning",
                "--define:process.env.NODE_ENV=\"production\"",
                "--allow-overwrite",
            ])
            .arg(format!("--outdir={}", folder.display()))
            .env("NODE_PATH", library.parent().context("a package is in a folder")?),
    )
}

/// An export of a workspace that nobody is in yet.
fn exported() -> Result<String> {
    let playbook = fs::read_to_string(paths::dist().join("playbooks/pain-interest-fit.json"))?;
    let playbook: serde_json::Value = serde_json::from_str(&playbook)?;
    let export = serde_json::json!({
        "format": "ripen-workspace", "version": 1, "exported_at": "2026-11-23T09:00:00Z",
        "playbook": playbook, "contacts": [],
    });
    Ok(export.to_string())
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// What the documented command prints for the built loader.
fn hash() -> Result<String> {
    let command = block("sh hash")?;
    output(at_root("sh").args(["-c", command.trim()]).current_dir(paths::dist().join("embed")))
}

#[tokio::test]
async fn what_is_for_a_page_works_on_one() -> Result<()> {
    let folder = TempDir::new()?;
    copy(&paths::dist(), &folder.path().join("ripen"))?;
    fs::write(folder.path().join("exported.json"), exported()?)?;
    for (name, expected) in ON_A_PAGE {
        let policy = host(folder.path(), name, &block(name)?)?;
        let site =
            Site { folder: folder.path().into(), base: "/".into(), policy, pages: BTreeMap::new() };
        let page = Page::serve(site, "index.html").await?;
        ensure!(page.browser() == Browser::Chromium, "this runs in one browser");
        let script = format!(
            "const attempt = () => {{ const w = document.querySelector('ripen-wizard'); \
               const text = () => w?.shadowRoot?.textContent ?? ''; {expected} }}; \
             for (let n = 0; n < 150; n++) {{ if (attempt()) return true; \
               await new Promise((done) => setTimeout(done, 100)); }} \
             return document.body.innerHTML.slice(0, 2000) + (document.querySelector('ripen-wizard')?.shadowRoot?.innerHTML ?? '').slice(0, 1000)"
        );
        let held = page.eval_async(&script).await?;
        assert_eq!(held, true, "`{name}` does not come to what is expected");
    }
    Ok(())
}

#[test]
fn the_packages_own_line_defines_both_tags() -> Result<()> {
    let main = paths::root().join("target/npm").join(package::NAME).join("index.js");
    packed()?;
    let line = block("js npm")?;
    ensure!(line.starts_with("import \"ripen-embed\";"), "{line} is no import");
    let line = line.replace("import \"ripen-embed\"", &format!("await import({main:?})"));
    let browser = "globalThis.HTMLElement = class {}; const tags = []; \
        globalThis.CSSStyleSheet = class { replaceSync() {} }; \
        globalThis.customElements = { get() {}, define: (tag) => tags.push(tag) };";
    let told = node(&format!("{browser}\n{line}\nconsole.log(tags.join())"))?;
    assert_eq!(told.trim(), "ripen-wizard,ripen-funnel");
    Ok(())
}

#[test]
fn the_line_for_vue_knows_our_tags_and_no_others() -> Result<()> {
    let told = "const known = compilerOptions.isCustomElement; \
        console.log(known('ripen-wizard'), known('ripen-funnel'), known('my-ripen'), known('div'))";
    assert_eq!(node(&format!("{}{told}", block("js vue")?))?.trim(), "true true false false");
    Ok(())
}

#[test]
fn the_command_for_the_hash_prints_one() -> Result<()> {
    let hash = hash()?;
    assert!(hash.len() == 64 && !hash.contains(char::is_whitespace), "{hash}");
    Ok(())
}

#[test]
fn the_request_shown_is_http_with_json() -> Result<()> {
    let request = block("http request")?;
    let (head, body) = request.split_once("\n\n").context("a request has a body")?;
    assert!(head.starts_with("POST ") && head.contains("\nwebhook-id: "), "{head}");
    let body: serde_json::Value = serde_json::from_str(&body.replace('…', ""))?;
    assert_eq!(body["schema"], "ripen-result/1");
    let id = head.lines().find_map(|line| line.strip_prefix("webhook-id: "));
    assert_eq!(body["id"].as_str(), id);
    Ok(())
}

#[test]
fn the_receiver_stores_a_repeated_message_once() -> Result<()> {
    let around = "const known = new Set(), stored = [], answers = []; let hook; \
        const seen = { insertIfAbsent: async (id) => !known.has(id) && !!known.add(id) }; \
        const store = async (body) => stored.push(body.id); const express = { json: () => 'reader' }; \
        const app = { post: (path, reader, given) => (hook = given) };";
    let ask = "const ask = (id, body) => hook({ get: () => id, body }, { sendStatus: (code) => answers.push(code) }); \
        await ask('1', { id: '1' }); await ask('1', { id: '1' }); await ask('1-2', { id: '1' }); \
        await ask(undefined, { id: '1', finished_at: 'x' }); await ask(undefined, { id: '1', finished_at: 'x' }); \
        console.log(stored.length, answers.join())";
    let told = node(&format!("{around}{}{ask}", block("js receiver")?))?;
    assert_eq!(told.trim(), "3 204,204,204,204,204");
    Ok(())
}

#[test]
fn the_letter_shown_is_the_one_that_is_written() -> Result<()> {
    let shown = block("text letter")?;
    let result = "{ id: '0198c0de-0000-7000-8000-000000000001', \
        answers: [{ title: 'Size', text: '30 people' }, { title: 'Pain', text: 'Yes', note: 'every Monday' }], \
        criteria: [{ title: '10 people or more', outcome: 'met' }, { title: 'A budget', outcome: 'unknown' }], \
        campaign: { utm_source: 'news' }, \
        consent: { text: 'Keep my details, please.', revision: 2, at: '2026-11-23T09:00:00Z' } }";
    let letter = paths::root().join("embed/handoff/letter.js");
    let module = format!("import {{ words }} from {letter:?}; console.log(words({result}))");
    assert_eq!(node(&module)?.trim(), shown.trim());
    Ok(())
}
