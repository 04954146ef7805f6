//! The last step of the elements' files: scripts made small, and each with the hashes of those it loads.
//!
//! Whoever trusts `ripen.js`, as by an `integrity` of their own, trusts what these hashes name and
//! nothing else. So the order is from what loads nothing to the loader.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{
    paths,
    run::{at_root, check, output},
    tools::ESBUILD,
};

/// Prints each file's hash as Subresource Integrity has it.
const HASH: &str = "
const { readFileSync } = require('fs');
const { createHash } = require('crypto');
for (const file of process.argv.slice(1))
  console.log('sha256-' + createHash('sha256').update(readFileSync(file)).digest('base64'));";

/// What the loader loads by itself.
const AT_ONCE: [&str; 3] = ["widget.js", "widget_bg.wasm", "extras.js"];
/// What `extras.js` loads, beside the languages.
const LATER: [&str; 5] = ["dialog.js", "result.js", "handoff.js", "funnel.js", "funnel_bg.wasm"];

/// Makes the scripts of the built `embed/` small and puts the hashes into them.
///
/// # Errors
/// When a file is missing or esbuild fails.
pub fn finish(folder: &Path) -> Result<()> {
    for script in ["widget.js", "funnel.js", "frame.js", "dialog.js", "result.js", "handoff.js"] {
        bundle(folder, script, None, &[])?;
    }
    let mut later = paths::with_ending(&folder.join("lang"), "json")?;
    later.extend(LATER.map(|name| folder.join(name)));
    let hashes = hashes(folder, &later)?;
    let apart = ["./dialog.js", "./result.js", "./handoff.js", "./funnel.js"];
    bundle(folder, "extras.js", Some(("RIPEN_LATER", hashes)), &apart)?;
    let at_once: Vec<_> = AT_ONCE.iter().map(|name| folder.join(name)).collect();
    let hashes = self::hashes(folder, &at_once)?;
    let apart = ["./widget.js", "./extras.js"];
    bundle(folder, "ripen.js", Some(("RIPEN_HASHES", hashes)), &apart)?;
    // They are part of the bundles now.
    fs::remove_file(folder.join("element.js"))?;
    for parts in ["extras", "result", "handoff"] {
        fs::remove_dir_all(folder.join(parts))?;
    }
    Ok(())
}

/// Makes one script small in place, with what it imports, but for what stays `apart`.
fn bundle(
    folder: &Path,
    script: &str,
    define: Option<(&str, BTreeMap<String, String>)>,
    apart: &[&str],
) -> Result<()> {
    let file = folder.join(script);
    let mut command = at_root(ESBUILD.ensure()?);
    command
        .args(["--bundle", "--minify", "--format=esm", "--target=es2022"])
        .args(["--log-level=warning", "--allow-overwrite"])
        .args(apart.iter().map(|name| format!("--external:{name}")))
        .arg(format!("--outfile={}", file.display()))
        .arg(&file);
    if let Some((name, hashes)) = define {
        command.arg(format!("--define:{name}={}", serde_json::to_string(&hashes)?));
    }
    check(&mut command).with_context(|| format!("could not make {script} small"))
}

/// The hash of each file by its path in the folder.
fn hashes(folder: &Path, files: &[PathBuf]) -> Result<BTreeMap<String, String>> {
    let printed = output(at_root("node").args(["-e", HASH]).args(files))?;
    let hashes: Vec<_> = printed.lines().collect();
    ensure!(hashes.len() == files.len(), "not every file of {} has a hash", folder.display());
    let named = files.iter().zip(hashes).map(|(file, hash)| {
        let name = file.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        Ok((name, hash.to_owned()))
    });
    named.collect()
}
