//! `cargo xtask <command>`: reads the command line and calls the library.

use std::process::ExitCode;

use anyhow::{Result, bail};
use xtask::{assemble, bench, dist, package, schema, serve, suite, tools};

const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--release]        build, serve and rebuild on change; prints the address
  serve --dist             serve dist/ as a static host would, under the strict policy
  build                    write dist/, ready for any static host
  test                     run every test
  test unit                the rules and the project commands, natively (seconds)
  test weight [--no-build] what the built files weigh, against budget.toml
  test e2e [filter] [--browser chromium|firefox|webkit] [--no-build]
                           the built app in real browsers
  bench [embed] [--no-build]
                           what it weighs and how fast it is; `embed`: the element beside its peers
  package [--no-build]     make, pack and check the npm package in target/npm/
  schema                   renew schema/*.json from the types
  setup                    install every tool the commands above need, and nothing else

Tools that are missing are installed once per user and said so.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((command, rest)) = arguments.split_first() else {
        print!("{HELP}");
        return Ok(());
    };
    match command.as_str() {
        "serve" => serve::command(rest),
        "build" => dist::command(rest),
        "test" => suite::command(rest),
        "bench" => bench::command(rest),
        "package" => package::command(rest),
        "schema" => schema::command(rest),
        "setup" => tools::everything(),
        "assemble" => assemble::command(),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("`{other}` is not a command of this project\n\n{HELP}"),
    }
}
