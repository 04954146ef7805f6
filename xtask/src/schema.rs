//! `cargo xtask schema`: renews the published JSON Schemas from the types.

use anyhow::{Result, bail};

use crate::run::{cargo, check, say};

/// Runs `examples/schema.rs`, which writes `schema/*.json`.
///
/// # Errors
/// When the arguments are wrong, the rules do not build or a file cannot be written.
pub fn command(arguments: &[String]) -> Result<()> {
    if let Some(unknown) = arguments.first() {
        bail!("`cargo xtask schema` knows no `{unknown}`");
    }
    let example = ["run", "--quiet", "--no-default-features", "--features", "schema"];
    check(cargo().args(example).args(["--example", "schema"]))?;
    say("The schemas are in schema/");
    Ok(())
}
