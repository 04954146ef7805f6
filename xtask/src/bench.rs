//! `cargo xtask bench`: what it weighs and how fast it is.

use std::{fs, process::Command};

use anyhow::{Result, bail};

use crate::{
    budget, dist, paths,
    run::{at_root, cargo, check, say},
    tools::{Browser, ESBUILD, FORM_JS, SURVEYJS},
};

/// Builds and prints the weights, then measures the rules natively, and the app and the element in
/// Chromium. `embed` measures the element alone.
///
/// # Errors
/// When the build or a measurement fails.
pub fn command(arguments: &[String]) -> Result<()> {
    const KNOWN: [&str; 3] = ["embed", "--no-build", "--browser-only"];
    if let Some(unknown) = arguments.iter().find(|word| !KNOWN.contains(&word.as_str())) {
        bail!("`cargo xtask bench` knows no `{unknown}`, only {}", KNOWN.join(", "));
    }
    let is_asked = |option: &str| arguments.iter().any(|word| word == option);
    if !is_asked("--no-build") {
        dist::build()?;
    }
    say(&machine());
    if is_asked("embed") {
        return embed();
    }
    if !is_asked("--browser-only") {
        budget::report()?;
        rules()?;
    }
    browser()?;
    embed()
}

/// What this is measured on.
fn machine() -> String {
    let told = |file: &str| fs::read_to_string(file).unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processors = told("/proc/cpuinfo");
    let model =
        processors.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let memory = told("/proc/meminfo");
    let memory =
        memory.lines().find_map(|line| line.strip_prefix("MemTotal:")?.trim().strip_suffix(" kB"));
    let memory = memory.and_then(|kilobytes| kilobytes.parse::<u64>().ok());
    let load = told("/proc/loadavg");
    format!(
        "{cores} cores of {}, {} GB, {}; load {}",
        model.map_or(std::env::consts::ARCH, |(_, model)| model),
        memory.unwrap_or_default().div_ceil(1_000_000),
        std::env::consts::OS,
        load.split_whitespace().next().unwrap_or("unknown"),
    )
}

/// Runs `examples/bench.rs`, which measures the rules without a browser.
fn rules() -> Result<()> {
    say("Measuring the rules…");
    check(&mut example("bench"))
}

/// Makes a large workspace and a large file and measures the app with both.
fn browser() -> Result<()> {
    Browser::Chromium.ensure()?;
    let folder = paths::root().join("target/bench");
    check(example("bench_data").arg("--").arg(&folder))?;
    say("Measuring the app in Chromium…");
    check(
        cargo()
            .args(["run", "--quiet", "--package", "ripen-e2e", "--bin", "bench", "--"])
            .arg(&folder),
    )
}

/// Makes a page each of the element and of its peers, with the same questions, and measures them.
fn embed() -> Result<()> {
    Browser::Chromium.ensure()?;
    let folder = paths::root().join("target/bench-embed");
    say("Making the peers' pages…");
    check(
        at_root("node")
            .arg("tests/e2e/peers/build.mjs")
            .args([paths::dist(), folder.clone(), ESBUILD.ensure()?])
            .args([SURVEYJS.ensure()?, FORM_JS.ensure()?]),
    )?;
    say("Measuring the element and its peers in Chromium…");
    check(
        cargo()
            .args(["run", "--quiet", "--package", "ripen-e2e", "--bin", "bench_embed", "--"])
            .arg(&folder),
    )
}

fn example(name: &str) -> Command {
    let mut command = cargo();
    command.args(["run", "--quiet", "--release", "--no-default-features", "--example", name]);
    command
}
