//! Which tools the commands need, in which versions, and getting the ones that are missing.
//!
//! A tool on `PATH` in the right version is used as it is. Otherwise it is installed, once per
//! user, into `<cache>/ripen/tools/<name>-<version>`, where the next checkout finds it.
//! Nothing is fetched but from the registries of Rust, Node and (browsers, as root) Debian.

mod browsers;
mod install;

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::run::{at_root, cargo, check, output, say, which};

pub use browsers::{Browser, webkit_mini_browser};
pub use install::{Library, Origin, Tool};

/// What the compiler builds for: the browser.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Builds `index.html` and both wasm files.
pub const TRUNK: Tool = Tool {
    program: "trunk",
    package: "trunk",
    version: "0.21.14",
    reports: "0.21.14",
    origin: Origin::Crate { locked: true },
    takes: "about 8 minutes",
};

/// Writes the JavaScript side of the wasm files; its version must equal the library's in `Cargo.toml`.
pub const WASM_BINDGEN: Tool = Tool {
    program: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    reports: "0.2.130",
    // Its lock file may name a version that was withdrawn.
    origin: Origin::Crate { locked: false },
    takes: "about 2 minutes",
};

/// Makes the wasm files small.
pub const WASM_OPT: Tool = Tool {
    program: "wasm-opt",
    package: "binaryen",
    version: "132.0.0",
    reports: "132",
    origin: Origin::Npm,
    takes: "a few seconds",
};

/// Makes the scripts small, and bundles those that the tests put into a page.
pub const ESBUILD: Tool = Tool {
    program: "esbuild",
    package: "esbuild",
    version: "0.28.2",
    reports: "0.28.2",
    origin: Origin::Npm,
    takes: "a few seconds",
};

/// Drives Firefox.
pub const GECKODRIVER: Tool = Tool {
    program: "geckodriver",
    package: "geckodriver",
    version: "0.37.1",
    reports: "0.37.1",
    origin: Origin::Crate { locked: true },
    takes: "about 2 minutes",
};

/// Computes roles and accessible names in a page.
pub const ACCESSIBLE_NAMES: Library =
    Library { package: "dom-accessibility-api", version: "0.7.1" };

/// Checks a page's accessibility.
pub const AXE: Library = Library { package: "axe-core", version: "4.14.1" };

/// A peer that the benchmark compares with; it brings `survey-core` of the same version.
pub const SURVEYJS: Library = Library { package: "survey-js-ui", version: "2.5.38" };

/// A peer that the benchmark compares with.
pub const FORM_JS: Library = Library { package: "@bpmn-io/form-js-viewer", version: "2.0.0" };

/// Runs the recipe for React; it brings `react` of the same version.
pub const REACT: Library = Library { package: "react-dom", version: "19.3.1" };

/// Says what is wrong with the npm package's `package.json` and its files.
pub const PUBLINT: Tool = Tool {
    program: "publint",
    package: "publint",
    version: "0.3.25",
    reports: "0.3.25",
    origin: Origin::Npm,
    takes: "a few seconds",
};

/// Says what is wrong with the npm package's types.
pub const ATTW: Tool = Tool {
    program: "attw",
    package: "@arethetypeswrong/cli",
    version: "0.18.5",
    reports: "0.18.5",
    origin: Origin::Npm,
    takes: "a few seconds",
};

/// Checks that the npm package's types are sound and that code can be written against them.
pub const TYPESCRIPT: Tool = Tool {
    program: "tsc",
    package: "typescript",
    version: "5.9.3",
    reports: "5.9.3",
    origin: Origin::Npm,
    takes: "a few seconds",
};

/// Bundles the npm package as integrators do.
pub const VITE: Tool = Tool {
    program: "vite",
    package: "vite",
    version: "8.3.8",
    reports: "vite/8.3.8",
    origin: Origin::Npm,
    takes: "a few seconds",
};

/// The folders of the build's tools, put before `PATH`.
///
/// # Errors
/// When a tool is missing and cannot be installed; the message says what to install by hand.
pub fn for_building() -> Result<OsString> {
    node()?;
    wasm_target()?;
    let mut folders = Vec::new();
    for tool in [&TRUNK, &WASM_BINDGEN, &WASM_OPT, &ESBUILD] {
        folders.extend(tool.ensure()?.parent().map(Path::to_path_buf));
    }
    search_path(folders)
}

/// Installs all that any command needs.
///
/// # Errors
/// When something is missing and cannot be installed.
pub fn everything() -> Result<()> {
    for_building()?;
    Browser::ALL.iter().try_for_each(|browser| browser.ensure())?;
    for library in [ACCESSIBLE_NAMES, AXE, SURVEYJS, FORM_JS, REACT] {
        library.ensure()?;
    }
    for tool in [PUBLINT, ATTW, TYPESCRIPT, VITE] {
        tool.ensure()?;
    }
    say("Every tool is there.");
    Ok(())
}

fn search_path(mut folders: Vec<PathBuf>) -> Result<OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    folders.extend(env::split_paths(&old));
    env::join_paths(folders).context("a folder of PATH has a character that PATH cannot hold")
}

/// Node, which also brings npm.
fn node() -> Result<()> {
    if which("node").is_none() || which("npm").is_none() {
        bail!("Node is missing: install Node 20 or newer (https://nodejs.org), with npm");
    }
    Ok(())
}

/// The compiler's target for the browser.
fn wasm_target() -> Result<()> {
    let sysroot = output(at_root("rustc").args(["--print", "sysroot"]))
        .context("Rust is missing: install rustup (https://rustup.rs)")?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET);
    if library.is_dir() {
        return Ok(());
    }
    say(&format!("Adding the Rust target {WASM_TARGET} (a few seconds, once)…"));
    check(at_root("rustup").args(["target", "add", WASM_TARGET])).with_context(|| {
        format!(
            "the target {WASM_TARGET} is missing: install it with `rustup target add {WASM_TARGET}`"
        )
    })
}

/// Fetches the crates the project is made of, as Trunk is told to build without the network.
///
/// # Errors
/// When the registry cannot be reached and a crate is missing.
pub fn crates() -> Result<()> {
    check(cargo().args(["fetch", "--quiet"])).context("could not fetch the crates of the project")
}
