//! `cargo xtask package`: the element as an npm package, made, packed and checked here, published by hand.
//!
//! It holds what `dist/embed/` holds, but for the loader's one file: a bundler wants modules, and hashes
//! it would make untrue are left out. `element` defines nothing by itself and can be imported where
//! there is no browser.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use serde::Serialize;

use crate::{
    dist, paths,
    run::{at_root, check, output, say},
    tools::{ATTW, ESBUILD, PUBLINT, TYPESCRIPT},
};

/// What it is called in the registry.
pub const NAME: &str = "ripen-embed";

/// The sources that become modules of the package, and what each of them loads only when needed.
const MODULES: [(&str, &[&str]); 5] = [
    ("element.js", &["./widget.js", "./extras.js"]),
    ("extras.js", &["./dialog.js", "./result.js", "./handoff.js", "./funnel.js"]),
    ("dialog.js", &[]),
    ("result.js", &[]),
    ("handoff.js", &[]),
];

/// What is taken as it was built: the code of both elements and what stands in it in other languages.
const BUILT: [&str; 4] = ["widget.js", "widget_bg.wasm", "funnel.js", "funnel_bg.wasm"];

/// Defines both tags, but not where there are none to define.
const INDEX: &str = r#"// Defines <ripen-wizard> and <ripen-funnel>.
import { define } from "./element.js";
if (globalThis.customElements) define();
export * from "./element.js";
"#;

/// Reads the command's arguments and runs it.
///
/// # Errors
/// When the arguments are wrong, the build fails or the package is not sound.
pub fn command(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => dist::build()?,
        [only] if only == "--no-build" => {}
        _ => bail!("`cargo xtask package` knows `--no-build` alone"),
    }
    let packed = pack()?;
    test(&packed)?;
    say(&format!("The package is {}", packed.display()));
    Ok(())
}

/// Writes the package's folder and packs it; the packed file.
///
/// # Errors
/// When `dist/` is not built or a file cannot be written.
pub fn pack() -> Result<PathBuf> {
    let folder = paths::root().join("target/npm").join(NAME);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.join("lang"))?;
    let built = paths::dist().join("embed");
    for file in BUILT.map(|name| built.join(name)).iter().filter(|file| file.is_file()) {
        copy(file, &folder)?;
    }
    ensure!(folder.join("widget_bg.wasm").is_file(), "dist/ is not built: run `cargo xtask build`");
    let sources = paths::root().join("embed");
    for file in paths::with_ending(&sources.join("lang"), "json").unwrap_or_default() {
        copy(&file, &folder.join("lang"))?;
    }
    for (module, apart) in MODULES {
        let source = sources.join(module);
        if source.is_file() {
            bundle(&source, &folder.join(module), apart)?;
        }
    }
    fs::write(folder.join("index.js"), INDEX)?;
    fs::write(folder.join("index.d.ts"), "export * from \"./element.js\";\n")?;
    fs::write(
        folder.join("element.d.ts"),
        types(&fs::read_to_string(sources.join("ripen.d.ts"))?),
    )?;
    copy(&sources.join("custom-elements.json"), &folder)?;
    fs::copy(paths::root().join("docs/npm.md"), folder.join("README.md"))?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&paths::root().join(licence), &folder)?;
    }
    let description = serde_json::to_string_pretty(&manifest(&folder)?)? + "\n";
    fs::write(folder.join("package.json"), description)?;
    let parent = folder.parent().context("the folder is in target/npm")?;
    let told = output(at_root("npm").current_dir(&folder).args([
        "pack",
        "--silent",
        "--ignore-scripts",
        "--pack-destination",
        &parent.to_string_lossy(),
    ]))?;
    let name = told.lines().last().context("npm names what it has packed")?;
    Ok(parent.join(name.trim()))
}

/// Holds the packed file to what npm, bundlers and TypeScript expect of a package.
///
/// # Errors
/// When something about it is wrong.
pub fn test(packed: &Path) -> Result<()> {
    say("Testing the npm package…");
    let folder = paths::root().join("target/npm").join(NAME);
    check(at_root(PUBLINT.ensure()?).args(["run", "--strict"]).arg(&folder))?;
    check(
        at_root(ATTW.ensure()?)
            .arg(packed)
            .args(["--profile", "esm-only", "--exclude-entrypoints", "custom-elements.json"])
            .args(["--no-emoji", "--format", "table-flipped"]),
    )?;
    check(
        at_root(TYPESCRIPT.ensure()?)
            .args(["--noEmit", "--strict", "--lib", "es2022,dom,dom.iterable"])
            .args(["--module", "nodenext", "--moduleResolution", "nodenext"])
            .arg(folder.join("index.d.ts")),
    )?;
    check(at_root("node").args(["--test", "tests/package/"]).env("RIPEN_PACKED", packed))
}

/// The types of the loader, and of what the package exports beyond it.
fn types(loader: &str) -> String {
    format!(
        "{loader}
/** The class behind `<ripen-wizard>`; where there is no browser it can be imported, but not made. */
export declare const RipenWizard: {{ new (): RipenWizardElement; prototype: RipenWizardElement }};
/** The class behind `<ripen-funnel>`. */
export declare const RipenFunnel: {{ new (): RipenFunnelElement; prototype: RipenFunnelElement }};
/** Defines both tags; what is defined already stays. Only in a browser. */
export declare function define(): void;
"
    )
}

fn manifest(folder: &Path) -> Result<Manifest> {
    let cargo = fs::read_to_string(paths::root().join("Cargo.toml"))?;
    let cargo: toml::Table = toml::from_str(&cargo)?;
    let version = cargo.get("package").and_then(|package| package.get("version"));
    let version = version.and_then(toml::Value::as_str).context("Cargo.toml names a version")?;
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        // npm takes these three by itself.
        if name != "README.md" && !name.starts_with("LICENSE") {
            files.push(name);
        }
    }
    files.sort();
    // As structs: the order of conditions means something, and JSON objects may lose it.
    let module = |name: &str| Export::Module {
        types: format!("./{name}.d.ts"),
        default: format!("./{name}.js"),
    };
    let file = |name: &str| Export::File(format!("./{name}"));
    Ok(Manifest {
        name: NAME,
        version: version.to_owned(),
        description: "A questionnaire for websites that tells visitors, with reasons, whether an offer suits them: <ripen-wizard> and <ripen-funnel>.",
        license: "MIT OR Apache-2.0",
        keywords: [
            "custom-element",
            "web-component",
            "lead-qualification",
            "questionnaire",
            "wasm",
        ],
        kind: "module",
        types: "./index.d.ts",
        exports: BTreeMap::from([
            (".", module("index")),
            ("./element", module("element")),
            ("./custom-elements.json", file("custom-elements.json")),
            ("./package.json", file("package.json")),
        ]),
        custom_elements: "custom-elements.json",
        side_effects: ["./index.js"],
        files,
    })
}

/// The package's `package.json`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Manifest {
    name: &'static str,
    version: String,
    description: &'static str,
    license: &'static str,
    keywords: [&'static str; 5],
    #[serde(rename = "type")]
    kind: &'static str,
    types: &'static str,
    exports: BTreeMap<&'static str, Export>,
    custom_elements: &'static str,
    side_effects: [&'static str; 1],
    files: Vec<String>,
}

/// What an import of the package finds.
#[derive(Serialize)]
#[serde(untagged)]
enum Export {
    /// A module: its types come first, as whoever reads it takes the first that fits.
    Module { types: String, default: String },
    /// A file as it is.
    File(String),
}

/// One module of the package, with what it imports, but for what is loaded on need.
fn bundle(source: &Path, target: &Path, apart: &[&str]) -> Result<()> {
    check(
        at_root(ESBUILD.ensure()?)
            .args(["--bundle", "--format=esm", "--target=es2022", "--log-level=warning"])
            .args(apart.iter().map(|name| format!("--external:{name}")))
            .arg(format!("--outfile={}", target.display()))
            .arg(source),
    )
}

fn copy(file: &Path, to: &Path) -> Result<()> {
    let name = file.file_name().context("a file has a name")?;
    fs::copy(file, to.join(name))
        .with_context(|| format!("{} cannot be copied", file.display()))?;
    Ok(())
}
