//! The last step of every build, called by Trunk's hook: completes the folder Trunk has filled.
//!
//! Trunk writes `index.html` and the workspace. This adds the widget and the files that are no build
//! product, and for release makes scripts and styles small and gives the page its policy.

use std::{
    collections::HashMap,
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use ripen::{
    domain::playbook::check::check_overlay,
    exchange::{overlay_file, playbook_file},
};

use crate::{
    embed,
    http::STRICT_POLICY,
    names, paths,
    run::{at_root, check, output},
    styles,
    tools::ESBUILD,
    widget,
};

/// Folders of the checkout that are part of the site as they are.
const FOLDERS: [&str; 4] = ["embed", "demo", "playbooks", "schema"];

/// The demo page's own style, which must not look as if it were the product's.
const DEMO_STYLE: &str = "demo.css";

/// Completes the folder that Trunk names in the environment.
///
/// # Errors
/// When it is not called by Trunk, or a file cannot be written.
pub fn command() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("`assemble` is for Trunk's hook; you want `cargo xtask build`")?;
    for folder in FOLDERS {
        let from = paths::root().join(folder);
        if from.is_dir() {
            copy(&from, &staging.join(folder))?;
        }
    }
    check_overlays(&staging.join("playbooks"))?;
    derive_visitors_playbooks(&staging.join("playbooks"))?;
    let style = paths::root().join("style").join(DEMO_STYLE);
    if style.is_file() {
        fs::create_dir_all(staging.join("demo"))?;
        fs::copy(style, staging.join("demo").join(DEMO_STYLE))?;
    }
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    widget::build(&staging.join("embed"), release)?;
    // While developing, Trunk's reload script is inline and the scripts stay readable.
    if release {
        shorten_names(&staging)?;
        shorten_names(&staging.join("embed"))?;
        shrink_scripts(&staging)?;
        embed::finish(&staging.join("embed"))?;
        styles::join(&staging.join("index.html"))?;
        set_policy(&staging.join("index.html"))?;
    }
    Ok(())
}

/// Writes what visitors load beside each playbook: `x.json` gets `x.visitor.json`.
///
/// The derived one is as short as it can be: nobody edits it.
fn derive_visitors_playbooks(folder: &Path) -> Result<()> {
    let regions = region_names()?;
    for file in paths::with_ending(folder, "json")? {
        let text = fs::read_to_string(&file)?;
        let playbook = playbook_file::read(&text)
            .with_context(|| format!("{} is no playbook", file.display()))?;
        let visitors = playbook.for_visitors();
        let light = visitors.without_region_names(&|code| regions.get(code).cloned());
        fs::write(file.with_extension("visitor.json"), serde_json::to_string(&light)?)?;
    }
    Ok(())
}

/// The English names of countries and other regions by their codes, as browsers have them.
fn region_names() -> Result<HashMap<String, String>> {
    const NAMES: &str = "
const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const codes = letters.flatMap((a) => letters.map((b) => a + b));
console.log(JSON.stringify(Object.fromEntries(codes.map((code) => [code, names.of(code)]))));";
    let printed = output(at_root("node").args(["-e", NAMES]))?;
    serde_json::from_str(&printed).context("Node names the regions")
}

/// Makes sure that every overlay of a folder of playbooks can be put on each of them.
fn check_overlays(folder: &Path) -> Result<()> {
    for file in paths::with_ending(&folder.join("overlays"), "json")? {
        let overlay = overlay_file::read(&fs::read_to_string(&file)?)
            .with_context(|| format!("{} is no overlay", file.display()))?;
        for on in paths::with_ending(folder, "json")? {
            let playbook = playbook_file::read(&fs::read_to_string(&on)?)?;
            let faults = check_overlay(&playbook, &overlay);
            let (file, on) = (file.display(), on.display());
            ensure!(faults.is_empty(), "{file} does not suit {on}: {faults:?}");
        }
    }
    Ok(())
}

/// Copies a folder's files, those that start with a dot left out.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("could not create {}", to.display()))?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        let target = to.join(&name);
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)
                .with_context(|| format!("could not write {}", target.display()))?;
        }
    }
    Ok(())
}

/// Shortens the names in the wasm files of a folder and their scripts.
fn shorten_names(folder: &Path) -> Result<()> {
    let files = paths::with_ending(folder, "wasm")?;
    ensure!(!files.is_empty(), "no wasm file in {}", folder.display());
    for wasm in files {
        let name = wasm.file_name().unwrap_or_default().to_string_lossy().into_owned();
        names::shorten(&wasm, &folder.join(name.replace("_bg.wasm", ".js")))?;
    }
    Ok(())
}

/// Makes the scripts of one folder small, in place.
fn shrink_scripts(folder: &Path) -> Result<()> {
    let scripts = paths::with_ending(folder, "js")?;
    if scripts.is_empty() {
        return Ok(());
    }
    check(
        at_root(ESBUILD.ensure()?)
            .args(["--minify", "--format=esm", "--target=es2022"])
            .args(["--log-level=warning", "--allow-overwrite"])
            .arg(format!("--outdir={}", folder.display()))
            .args(scripts),
    )
    .context("could not make the scripts small")
}

/// Gives the page its Content-Security-Policy, right after the character set.
fn set_policy(page: &Path) -> Result<()> {
    const AFTER: &str = r#"<meta charset="utf-8">"#;
    let html = fs::read_to_string(page)?;
    ensure!(html.contains(AFTER), "index.html has no {AFTER}, which the policy follows");
    let policy =
        format!(r#"{AFTER}<meta http-equiv="Content-Security-Policy" content="{STRICT_POLICY}">"#);
    fs::write(page, html.replacen(AFTER, &policy, 1))?;
    Ok(())
}
