//! Where things are: the checkout and the per-user tool cache.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// The checkout's top folder.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// What `cargo xtask build` writes: the site as a static host gets it.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What `cargo xtask serve` writes, apart from `dist/` so that neither disturbs the other.
pub fn dev_dist() -> PathBuf {
    root().join("target").join("dev-dist")
}

/// The folder that keeps installed tools for every checkout of this user.
///
/// # Errors
/// When the environment names no home folder.
pub fn tool_cache() -> Result<PathBuf> {
    let home = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = if let Some(cache) = home("XDG_CACHE_HOME") {
        cache
    } else if cfg!(windows) {
        home("LOCALAPPDATA").context("the environment variable LOCALAPPDATA is not set")?
    } else {
        let home = home("HOME").context("the environment variable HOME is not set")?;
        home.join(if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" })
    };
    Ok(cache.join("ripen").join("tools"))
}

/// The files of one folder with an ending, by name.
///
/// # Errors
/// When the folder cannot be read.
pub fn with_ending(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        if file.extension().is_some_and(|of_file| of_file == ending) {
            found.push(file);
        }
    }
    found.sort();
    Ok(found)
}
