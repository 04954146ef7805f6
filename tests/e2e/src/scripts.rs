//! The scripts that tests put into a page, bundled once per run.

use std::{fs, path::Path, process::Command, sync::OnceLock};

use anyhow::{Context, Result};
use xtask::{
    run::output,
    tools::{ACCESSIBLE_NAMES, AXE, ESBUILD},
};

/// Finds elements by role and name (`js/helper.js`); defines `window.ripenTests`.
pub(crate) fn helper() -> Result<&'static str> {
    static SCRIPT: OnceLock<String> = OnceLock::new();
    once(&SCRIPT, || {
        let library = ACCESSIBLE_NAMES.ensure()?;
        let modules = library.parent().context("a package is in a folder")?;
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("js/helper.js");
        output(
            Command::new(ESBUILD.ensure()?)
                .arg(source)
                .args(["--bundle", "--format=iife", "--log-level=warning"])
                .env("NODE_PATH", modules),
        )
    })
}

/// The accessibility checker; defines `window.axe`.
pub(crate) fn axe() -> Result<&'static str> {
    static SCRIPT: OnceLock<String> = OnceLock::new();
    once(&SCRIPT, || Ok(fs::read_to_string(AXE.ensure()?.join("axe.min.js"))?))
}

fn once(
    cell: &'static OnceLock<String>,
    make: impl FnOnce() -> Result<String>,
) -> Result<&'static str> {
    if let Some(script) = cell.get() {
        return Ok(script);
    }
    let script = make()?;
    Ok(cell.get_or_init(|| script))
}
