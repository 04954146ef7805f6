//! `cargo xtask bench`: what it weighs and how fast it is.

use anyhow::Result;

use crate::{
    budget, dist, paths,
    run::{cargo, check, say},
};

/// Builds and prints the weights, then measures the rules natively.
///
/// # Errors
/// When the build or a measurement fails.
pub fn command(arguments: &[String]) -> Result<()> {
    if !arguments.iter().any(|word| word == "--no-build") {
        dist::build()?;
    }
    budget::report()?;
    rules()
}

/// Runs `examples/bench.rs`, which measures the rules without a browser.
fn rules() -> Result<()> {
    if !paths::root().join("examples/bench.rs").is_file() {
        return Ok(());
    }
    say("Measuring the rules…");
    let example = ["run", "--release", "--no-default-features", "--example", "bench"];
    check(cargo().args(example))
}
