//! The last step of every build, called by Trunk's hook: completes the folder Trunk has filled.
//!
//! Trunk writes `index.html`, the workspace and `embed/widget*`. This adds the files that are no
//! build product, and for release makes the scripts small and gives the page its policy.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use ripen::exchange::playbook_file;

use crate::{
    http::STRICT_POLICY,
    paths,
    run::{at_root, check},
    tools::ESBUILD,
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
    derive_visitors_playbooks(&staging.join("playbooks"))?;
    let style = paths::root().join("style").join(DEMO_STYLE);
    if style.is_file() {
        fs::create_dir_all(staging.join("demo"))?;
        fs::copy(style, staging.join("demo").join(DEMO_STYLE))?;
    }
    // While developing, Trunk's reload script is inline and the scripts stay readable.
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        shrink_scripts(&staging)?;
        shrink_scripts(&staging.join("embed"))?;
        set_policy(&staging.join("index.html"))?;
    }
    Ok(())
}

/// Writes what visitors load beside each playbook: `x.json` gets `x.visitor.json`.
///
/// The derived one is as short as it can be: nobody edits it.
fn derive_visitors_playbooks(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        files.push(entry?.path());
    }
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "json"))
    {
        let text = fs::read_to_string(file)?;
        let playbook = playbook_file::read(&text)
            .with_context(|| format!("{} is no playbook", file.display()))?;
        fs::write(
            file.with_extension("visitor.json"),
            serde_json::to_string(&playbook.for_visitors())?,
        )?;
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

/// Makes the scripts of one folder small, in place.
fn shrink_scripts(folder: &Path) -> Result<()> {
    let mut scripts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        if file.extension().is_some_and(|ending| ending == "js") {
            scripts.push(file);
        }
    }
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
