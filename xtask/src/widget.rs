//! The build of the elements: the widget, and the funnel beside it.
//!
//! Trunk builds the workspace. For release, the elements are the same crate by other compiler flags:
//! components of one type, which take a quarter off the many views of the workspace, add an eighth
//! to the few of the widget. While developing, all have the workspace's flags, so that nothing is
//! built twice.

use std::{env, path::Path};

use anyhow::{Context, Result};

use crate::{
    panics, paths,
    run::{at_root, cargo, check, say},
    tools::{WASM_BINDGEN, WASM_OPT, WASM_TARGET},
};

/// What the compiler may emit and every browser of the last years runs; `index.html` says the same.
pub const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The release's flags of the compiler: names that hold their types, so that what is alike has like
/// names.
const FLAGS: &str = "-Csymbol-mangling-version=v0";

/// How a wasm file is made small.
///
/// Functions with one caller stay apart unless they are tiny, and loops and branches are laid out
/// anew: a little more or less code, but more alike, which compresses better. The stack lies below
/// the data, so nothing is ever at the lowest addresses. Last, as what is alike has like names, it
/// stands side by side.
const SMALL: [&str; 12] = [
    "--converge",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=25",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// The binaries of the elements.
const ELEMENTS: [&str; 2] = ["widget", "funnel"];

/// Writes each element's script and wasm file into a folder: `widget.js`, `widget_bg.wasm` and so on.
///
/// # Errors
/// When an element does not compile, or a tool is missing or fails.
pub fn build(folder: &Path, release: bool) -> Result<()> {
    let root =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| paths::root().join("target"), Into::into);
    // A folder of its own: with one for both, each build would undo the other's.
    let target = if release { root.join("widget") } else { root };
    let mut command = cargo();
    command.args(["build", "--quiet", "--offline", "--target", WASM_TARGET]);
    command.args(ELEMENTS.iter().flat_map(|element| ["--bin", element]));
    command.arg("--target-dir").arg(&target);
    if release {
        say("Building the elements…");
        command.arg("--release").env("RUSTFLAGS", FLAGS).env_remove("CARGO_ENCODED_RUSTFLAGS");
    }
    check(&mut command).context("the elements do not build")?;
    let profile = if release { "release" } else { "debug" };
    let built = target.join(WASM_TARGET).join(profile);
    for element in ELEMENTS {
        finish(folder, &built.join(element).with_extension("wasm"), element, release)
            .with_context(|| format!("could not finish the {element}"))?;
    }
    Ok(())
}

/// Gives a wasm file its script and, for release, makes it small.
fn finish(folder: &Path, built: &Path, element: &str, release: bool) -> Result<()> {
    check(
        at_root(WASM_BINDGEN.ensure()?)
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .arg(folder)
            .arg(built),
    )
    .context("could not make the script")?;
    if !release {
        return Ok(());
    }
    let wasm = folder.join(format!("{element}_bg.wasm"));
    panics::silence(&wasm)?;
    check(
        at_root(WASM_OPT.ensure()?).args(WASM_FEATURES).args(SMALL).arg(&wasm).arg("-o").arg(&wasm),
    )
    .context("could not make it small")
}
