//! `cargo xtask test`: every test of the project, or a part of them.

use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::{
    budget, dist, package, paths,
    run::{at_root, cargo, check, say},
    tools::Browser,
};

/// Test files that run in every browser; the others run in the first one alone.
const EVERYWHERE: [&str; 8] =
    ["harness", "journeys", "axe", "embed", "loading", "tampered", "history", "neighbours"];

/// What of `storage` runs in Firefox, too: a browser that is killed. The rest takes a quarter of an hour
/// there; WebKit's driver gives no profile that is kept.
const IN_FIREFOX: [&str; 4] = ["--test", "storage", "--", "killed"];

/// Where the tests of what `embed/` has in scripts are.
const SCRIPT_TESTS: &str = "tests/embed";

/// Reads the command's arguments and runs the tests asked for.
///
/// # Errors
/// When the arguments are wrong, a tool cannot be had or a test fails.
pub fn command(arguments: &[String]) -> Result<()> {
    let started = Instant::now();
    match arguments.split_first() {
        None => everything()?,
        Some((part, rest)) => match part.as_str() {
            "unit" if rest.is_empty() => unit()?,
            "weight" => weight(rest)?,
            "e2e" => Selection::read(rest)?.run()?,
            _ => bail!("`cargo xtask test` knows `unit`, `weight` and `e2e`, or nothing for all"),
        },
    }
    say(&format!("All passed in {} s.", started.elapsed().as_secs()));
    Ok(())
}

fn everything() -> Result<()> {
    unit()?;
    dist::build()?;
    say("Testing the weight…");
    budget::enforce()?;
    package::test(&package::pack()?)?;
    for browser in Browser::ALL {
        end_to_end(browser, None)?;
    }
    Ok(())
}

/// The rules and these commands, natively.
fn unit() -> Result<()> {
    say("Testing the rules…");
    // With the schemas, which only tests and their own command need.
    check(cargo().args(["test", "--no-default-features", "--features", "schema"]))?;
    say("Testing the project's commands…");
    check(cargo().args(["test", "--package", "xtask"]))?;
    say("Testing the embed's scripts…");
    let scripts = paths::with_ending(&paths::root().join(SCRIPT_TESTS), "js")?;
    let tests = scripts.iter().filter(|file| file.to_string_lossy().ends_with(".test.js"));
    check(at_root("node").arg("--test").args(tests))
}

fn weight(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => dist::build()?,
        [only] if only == "--no-build" => {}
        _ => bail!("`cargo xtask test weight` knows `--no-build` alone"),
    }
    budget::enforce()
}

/// Which end-to-end tests to run.
#[derive(Debug, Default)]
struct Selection {
    browser: Option<Browser>,
    filter: Option<String>,
    no_build: bool,
}

impl Selection {
    fn read(arguments: &[String]) -> Result<Self> {
        let mut selection = Self::default();
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--no-build" => selection.no_build = true,
                "--browser" => {
                    let name = words.next().context("`--browser` needs a name")?;
                    selection.browser = Some(name.parse()?);
                }
                option if option.starts_with('-') => {
                    bail!("`cargo xtask test e2e` knows no `{option}`")
                }
                filter => selection.filter = Some(filter.into()),
            }
        }
        Ok(selection)
    }

    fn run(&self) -> Result<()> {
        if !self.no_build {
            dist::build()?;
        }
        let chosen = self.browser.map_or(Browser::ALL.to_vec(), |one| vec![one]);
        chosen.into_iter().try_for_each(|browser| end_to_end(browser, self.filter.as_deref()))
    }
}

/// Drives the built app in one browser: everything in the first, what is meant for all in the others.
fn end_to_end(browser: Browser, filter: Option<&str>) -> Result<()> {
    browser.ensure()?;
    say(&format!("Testing the built app in {browser}…"));
    let mut command = cargo();
    command
        .args(["test", "--package", "ripen-e2e"])
        .env("RIPEN_BROWSER", browser.to_string())
        // A failure says what the page shows; a stack of the async runtime would bury it.
        .env("RUST_BACKTRACE", "0");
    if browser != Browser::ALL[0] {
        for file in EVERYWHERE {
            let path = format!("tests/e2e/tests/{file}.rs");
            if paths::root().join(path).is_file() {
                command.args(["--test", file]);
            }
        }
    }
    // Browsers are heavy: two at a time are enough for two cores and for any others.
    command.args(["--", "--test-threads=2"]).args(filter);
    check(&mut command)?;
    if browser == Browser::Firefox && filter.is_none() {
        let mut command = cargo();
        command.args(["test", "--package", "ripen-e2e"]).args(IN_FIREFOX);
        check(command.env("RIPEN_BROWSER", browser.to_string()).env("RUST_BACKTRACE", "0"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_is_read_in_any_order() {
        let words = ["--no-build", "wizard", "--browser", "webkit"].map(String::from);
        let selection = Selection::read(&words).expect("these are right");
        assert_eq!(selection.browser, Some(Browser::WebKit));
        assert_eq!(selection.filter.as_deref(), Some("wizard"));
        assert!(selection.no_build);
        assert!(Selection::read(&["--fast".into()]).is_err());
        assert!(Selection::read(&["--browser".into(), "opera".into()]).is_err());
    }
}
