//! `cargo xtask serve`: the app in the browser, rebuilt on change.

use std::{
    collections::BTreeMap,
    env,
    net::{TcpListener, TcpStream},
    process::Command,
    thread,
    time::Duration,
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    dist,
    http::{STRICT_POLICY, Server, Site},
    paths,
    run::say,
    tools,
};

/// Where the search for a free port starts.
const FIRST_PORT: u16 = 8080;

/// Reads the command's arguments and runs it, until the person stops it.
///
/// # Errors
/// When the arguments are wrong, no port is free or the first build fails.
pub fn command(arguments: &[String]) -> Result<()> {
    if let [announce, port, parent] = arguments
        && announce == "--announce"
    {
        return announce_when_ready(port, parent);
    }
    let mut release = false;
    for argument in arguments {
        match argument.as_str() {
            "--release" => release = true,
            "--dist" => return serve_dist(),
            unknown => bail!("`cargo xtask serve` knows no `{unknown}`"),
        }
    }
    let path = tools::for_building()?;
    tools::crates()?;
    let port = free_port()?;
    let mut trunk = dist::trunk(path)?;
    trunk.args(["serve", "--port", &port.to_string(), "--dist"]).arg(paths::dev_dist());
    if release {
        trunk.arg("--release");
    }
    say("Building the workspace and the widget, then serving them…");
    Command::new(env::current_exe()?)
        .args(["serve", "--announce", &port.to_string(), &std::process::id().to_string()])
        .spawn()
        .context("could not start the process that prints the address")?;
    become_or_wait_for(&mut trunk)
}

/// Goes on as Trunk, so that stopping this command, however it is done, stops the server.
#[cfg(unix)]
fn become_or_wait_for(trunk: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(trunk.exec()).context("could not start Trunk")
}

/// Waits for Trunk, where a process cannot become another.
#[cfg(not(unix))]
fn become_or_wait_for(trunk: &mut Command) -> Result<()> {
    crate::run::check(trunk)
}

/// Prints the address as soon as somebody listens there; a first build takes minutes.
/// Gives up silently with the process `parent`, which has told why.
fn announce_when_ready(port: &str, parent: &str) -> Result<()> {
    let (port, parent): (u16, u32) = (port.parse()?, parent.parse()?);
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if !is_parent(parent) {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(100));
    }
    announce(&format!("http://127.0.0.1:{port}/"));
    Ok(())
}

#[cfg(unix)]
fn is_parent(process: u32) -> bool {
    std::os::unix::process::parent_id() == process
}

#[cfg(not(unix))]
fn is_parent(_process: u32) -> bool {
    true
}

/// Serves what `cargo xtask build` wrote, as a static host with the strict policy would.
fn serve_dist() -> Result<()> {
    ensure!(
        paths::dist().join("index.html").is_file(),
        "dist/ is not built: run `cargo xtask build` first"
    );
    let site = Site {
        folder: paths::dist(),
        base: "/".into(),
        policy: Some(STRICT_POLICY.into()),
        pages: BTreeMap::new(),
    };
    let server = Server::start(site, free_port()?)?;
    announce(&server.url(""));
    loop {
        thread::park();
    }
}

fn announce(url: &str) {
    println!();
    say(&format!("Ripen is at        {url}"));
    say(&format!("The demo page is at {url}demo/"));
    say("Stop with Ctrl+C.");
}

/// The first port nobody listens on.
fn free_port() -> Result<u16> {
    (FIRST_PORT..FIRST_PORT + 100)
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .with_context(|| format!("no free port from {FIRST_PORT} on"))
}
