//! A browser's processes: killing them from one moment to the next, as a power cut does, and what
//! memory they have.

use std::{
    fs,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};

/// Kills (SIGKILL) the processes that name a profile on their command line, and all that these started.
pub(crate) fn kill_all(profile: &str) -> Result<()> {
    let tree = tree_of(profile)?;
    ensure!(!tree.is_empty(), "no browser runs with the profile {profile}");
    let ids: Vec<_> = tree.iter().map(u32::to_string).collect();
    Command::new("kill").arg("-9").args(&ids).stderr(Stdio::null()).status()?;
    let deadline = Instant::now() + Duration::from_secs(5);
    while !tree_of(profile)?.is_empty() && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(10));
    }
    Ok(())
}

/// The private memory, in bytes, of the largest page that a Chromium with this profile has; not of the
/// browser around it.
pub(crate) fn page_memory(profile: &str) -> Result<u64> {
    let private = |id: u32| {
        let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
        let line = fs::read(format!("/proc/{id}/cmdline")).ok()?;
        if !String::from_utf8_lossy(&line).contains("--type=renderer") {
            return None;
        }
        let kilobytes = rollup.lines().filter(|line| line.starts_with("Private_"));
        let kilobytes =
            kilobytes.filter_map(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
        Some(kilobytes.sum::<u64>() * 1024)
    };
    let pages = tree_of(profile)?.into_iter().filter_map(private);
    pages.max().context("no page of the browser runs")
}

/// The processes that name a text on their command line and run still, and all that these started.
fn tree_of(text: &str) -> Result<Vec<u32>> {
    let (mut parents, mut tree) = (Vec::new(), Vec::new());
    for entry in fs::read_dir("/proc")? {
        let Some(id) = entry?.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        // One that has ended meanwhile is no matter.
        let Ok(stat) = fs::read_to_string(format!("/proc/{id}/stat")) else { continue };
        let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
        let mut fields = fields.split_whitespace();
        let (state, parent) = (fields.next(), fields.next().and_then(|id| id.parse::<u32>().ok()));
        if state == Some("Z") {
            continue;
        }
        parents.push((id, parent));
        let line = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
        if String::from_utf8_lossy(&line).contains(text) {
            tree.push(id);
        }
    }
    loop {
        let new = |(id, parent): &&(u32, Option<u32>)| {
            !tree.contains(id) && parent.is_some_and(|parent| tree.contains(&parent))
        };
        let Some((id, _)) = parents.iter().find(new).copied() else { return Ok(tree) };
        tree.push(id);
    }
}
