//! One tool: finding it in the right version, or installing it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::{
    paths,
    run::{cargo, check, in_folder, output, say, which},
};

/// Where a tool is installed from.
#[derive(Clone, Copy, Debug)]
pub enum Origin {
    /// A crate, built here; `locked` uses the versions its author built with.
    Crate {
        /// Whether to pass `--locked`.
        locked: bool,
    },
    /// A package for Node.
    Npm,
}

/// A program in one exact version.
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    /// What it is called on `PATH`.
    pub program: &'static str,
    /// What it is called in its registry.
    pub package: &'static str,
    /// The version to install.
    pub version: &'static str,
    /// The same version as `--version` words it.
    pub reports: &'static str,
    /// Where it comes from.
    pub origin: Origin,
    /// How long a person waits for the installation.
    pub takes: &'static str,
}

impl Tool {
    /// The program's file, installed first if it is missing.
    ///
    /// # Errors
    /// When it is missing and cannot be installed.
    pub fn ensure(&self) -> Result<PathBuf> {
        if let Some(file) = which(self.program).filter(|file| self.is_right_version(file)) {
            return Ok(file);
        }
        let folder = self.folder()?;
        if let Some(file) = self.cached(&folder) {
            return Ok(file);
        }
        say(&format!(
            "Installing {} {} ({}, once per user) into {}…",
            self.package,
            self.version,
            self.takes,
            folder.display()
        ));
        match self.origin {
            Origin::Crate { locked } => self.install_crate(&folder, locked),
            Origin::Npm => npm_install(&folder, self.package, self.version),
        }
        .with_context(|| {
            format!(
                "{} {} is missing and could not be installed; {}",
                self.program,
                self.version,
                self.by_hand()
            )
        })?;
        match self.cached(&folder) {
            Some(file) => Ok(file),
            None => bail!("{} was installed but has no program `{}`", self.package, self.program),
        }
    }

    /// What a person can type to install it on `PATH`.
    fn by_hand(&self) -> String {
        match self.origin {
            Origin::Crate { locked } => format!(
                "install it with `cargo install {}{} --version {}`",
                if locked { "--locked " } else { "" },
                self.package,
                self.version
            ),
            Origin::Npm => {
                format!("install it with `npm install --global {}@{}`", self.package, self.version)
            }
        }
    }

    fn folder(&self) -> Result<PathBuf> {
        Ok(match self.origin {
            Origin::Crate { .. } => {
                paths::tool_cache()?.join(format!("{}-{}", self.program, self.version))
            }
            Origin::Npm => npm_folder(self.package, self.version)?,
        })
    }

    fn cached(&self, folder: &Path) -> Option<PathBuf> {
        let programs = match self.origin {
            Origin::Crate { .. } => folder.join("bin"),
            Origin::Npm => folder.join("node_modules").join(".bin"),
        };
        in_folder(&programs, self.program)
    }

    fn is_right_version(&self, file: &Path) -> bool {
        output(Command::new(file).arg("--version").stdin(Stdio::null())).is_ok_and(|text| {
            text.split_whitespace().any(|word| word.trim_start_matches('v') == self.reports)
        })
    }

    fn install_crate(&self, folder: &Path, locked: bool) -> Result<()> {
        fs::create_dir_all(folder)?;
        let mut command = cargo();
        command.current_dir(folder).arg("install");
        if locked {
            command.arg("--locked");
        }
        command
            .args([self.package, "--version", self.version, "--root"])
            .arg(folder)
            // A target folder of the caller's would be shared with the project's own build.
            .env_remove("CARGO_TARGET_DIR");
        check(&mut command)
    }
}

/// A library for Node in one exact version, which the tests put into a page.
#[derive(Clone, Copy, Debug)]
pub struct Library {
    /// What it is called in the registry.
    pub package: &'static str,
    /// The version to install.
    pub version: &'static str,
}

impl Library {
    /// The library's folder, installed first if it is missing.
    ///
    /// # Errors
    /// When it is missing and cannot be installed.
    pub fn ensure(&self) -> Result<PathBuf> {
        let Self { package, version } = self;
        let folder = npm_folder(package, version)?;
        let library = folder.join("node_modules").join(package);
        if !library.join("package.json").is_file() {
            say(&format!(
                "Installing {package} {version} (a few seconds, once per user) into {}…",
                folder.display()
            ));
            npm_install(&folder, package, version).with_context(|| {
                format!("the library {package} {version} could not be installed")
            })?;
        }
        Ok(library)
    }
}

fn npm_folder(package: &str, version: &str) -> Result<PathBuf> {
    Ok(paths::tool_cache()?.join(format!("npm-{package}-{version}")))
}

fn npm_install(folder: &Path, package: &str, version: &str) -> Result<()> {
    fs::create_dir_all(folder)?;
    let npm = which("npm").context("npm is missing: install Node 20 or newer, with npm")?;
    // Packages need no script of theirs to work, so none is run.
    check(
        Command::new(npm)
            .current_dir(folder)
            .stdin(Stdio::null())
            .args(["install", "--no-audit", "--no-fund", "--ignore-scripts"])
            .args(["--no-update-notifier", "--loglevel=error", "--prefix"])
            .arg(folder)
            .arg(format!("{package}@{version}")),
    )
}
