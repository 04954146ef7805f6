//! `cargo xtask build`: writes `dist/`, ready for any static host and any sub-path.

use std::{ffi::OsString, process::Command};

use anyhow::{Result, bail};

use crate::{
    budget, paths,
    run::{at_root, check, say},
    tools,
};

/// Reads the command's arguments and runs it.
///
/// # Errors
/// When the arguments are wrong or the build fails.
pub fn command(arguments: &[String]) -> Result<()> {
    if let Some(unknown) = arguments.first() {
        bail!("`cargo xtask build` knows no `{unknown}`");
    }
    build()?;
    budget::report()?;
    say(&format!("The site is in {}", paths::dist().display()));
    Ok(())
}

/// Builds the workspace and the widget for release and puts all that belongs to the site beside them.
///
/// # Errors
/// When a tool is missing and cannot be installed, or the build fails.
pub fn build() -> Result<()> {
    let path = tools::for_building()?;
    tools::crates()?;
    say("Building the workspace and the widget (release)…");
    check(trunk(path)?.args(["build", "--release"]))
}

/// Trunk with its tools, at the checkout's top.
///
/// # Errors
/// When Trunk is missing and cannot be installed.
pub fn trunk(path: OsString) -> Result<Command> {
    let mut command = at_root(tools::TRUNK.ensure()?);
    // Its failures explain themselves; a stack of its own frames would bury them.
    command.env("PATH", path).env_remove("RUST_BACKTRACE");
    // Trunk 0.21 reads NO_COLOR as a flag of its own and refuses "1".
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}
