//! A copy of the built site, for a test to change.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;
use xtask::paths;

use crate::site::BASE;

/// The script that a copy's pages run first.
const FIRST: &str = "first.js";

/// The site's own pages.
const PAGES: [&str; 2] = ["index.html", "demo/index.html"];

/// A copy of `dist/` for a test to change: what a host has broken, what a page does first.
/// The policy stays as strict. Removed when dropped.
#[derive(Debug)]
pub struct SiteCopy {
    pub(crate) folder: TempDir,
}

impl SiteCopy {
    /// Copies the site.
    ///
    /// # Errors
    /// When it is not built or cannot be copied.
    pub fn new() -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("ripen-e2e-site-").tempdir()?;
        copy(&built()?, folder.path())?;
        Ok(Self { folder })
    }

    /// Runs a script on every page, the [`Page::host_of`](crate::Page::host_of) this copy too, before anything else.
    ///
    /// # Errors
    /// When a page cannot be changed.
    pub fn run_first(&self, script: &str) -> Result<()> {
        fs::write(self.path(FIRST), script)?;
        for page in PAGES {
            let html = fs::read_to_string(self.path(page))?;
            let changed = html.replacen("<head>", &format!("<head>{}", first_tag()), 1);
            ensure!(changed != html, "{page} has no head");
            fs::write(self.path(page), changed)?;
        }
        Ok(())
    }

    /// Adds a file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn add(&self, file: &str, content: &str) -> Result<()> {
        Ok(fs::write(self.path(file), content)?)
    }

    /// Copies a folder under another name, as a second copy of the element on the same host.
    ///
    /// # Errors
    /// When there is no such folder.
    pub fn double(&self, folder: &str, name: &str) -> Result<()> {
        fs::create_dir(self.path(name))?;
        copy(&self.path(folder), &self.path(name))
    }

    /// The text of a file.
    ///
    /// # Errors
    /// When there is no such file.
    pub fn read(&self, file: &str) -> Result<String> {
        fs::read_to_string(self.path(file)).with_context(|| format!("the site has no {file}"))
    }

    /// Changes the bytes of a file.
    ///
    /// # Errors
    /// When there is no such file or it is the same afterwards.
    pub fn change(&self, file: &str, change: impl FnOnce(&mut Vec<u8>)) -> Result<()> {
        let path = self.path(file);
        let before = fs::read(&path).with_context(|| format!("the site has no {file}"))?;
        let mut bytes = before.clone();
        change(&mut bytes);
        ensure!(bytes != before, "{file} was not changed");
        Ok(fs::write(path, bytes)?)
    }

    /// Removes a file.
    ///
    /// # Errors
    /// When there is no such file.
    pub fn remove(&self, file: &str) -> Result<()> {
        fs::remove_file(self.path(file)).with_context(|| format!("the site has no {file}"))
    }

    /// Puts a file there again as it was built.
    ///
    /// # Errors
    /// When it cannot be copied.
    pub fn restore(&self, file: &str) -> Result<()> {
        fs::copy(built()?.join(file), self.path(file))?;
        Ok(())
    }

    /// Whether its pages run a script first.
    pub(crate) fn runs_first(&self) -> bool {
        self.path(FIRST).is_file()
    }

    /// Where a file of it lies.
    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }
}

/// The tag of the script that runs first.
pub(crate) fn first_tag() -> String {
    format!("<script src=\"{BASE}{FIRST}\"></script>")
}

/// The folder of the built site.
pub(crate) fn built() -> Result<PathBuf> {
    if !paths::dist().join("index.html").is_file() {
        bail!("dist/ is not built: run `cargo xtask build` first");
    }
    Ok(paths::dist())
}

/// Copies what is in a folder.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir(&target)?;
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
