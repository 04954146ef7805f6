//! The browsers the end-to-end tests drive, and their drivers.

use std::{fmt, path::PathBuf, str::FromStr};

use anyhow::{Context, Result, bail};

use super::GECKODRIVER;
use crate::run::{at_root, check, output, say, which};

/// An engine to test in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, with `chromedriver`.
    Chromium,
    /// Firefox, with `geckodriver`.
    Firefox,
    /// `WebKitGTK`'s small browser, with `WebKitWebDriver`.
    WebKit,
}

impl Browser {
    /// Every engine, the one with the full suite first.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Installs the browser and its driver if they are missing.
    ///
    /// # Errors
    /// When they are missing and this machine cannot install them by itself; the message says what to install.
    pub fn ensure(self) -> Result<()> {
        if !self.is_there() {
            let packages = self.debian_packages();
            if !is_debian_as_root() {
                bail!(
                    "{self} cannot be tested here, as something is missing: {}. \
                     On Debian or Ubuntu: sudo apt-get install {}",
                    self.needs(),
                    packages.join(" ")
                );
            }
            say(&format!("Installing {self} from Debian (a minute or two, once)…"));
            apt(&["update"])?;
            let mut install = vec!["install", "--yes", "--no-install-recommends"];
            install.extend(packages);
            apt(&install)?;
            if !self.is_there() {
                bail!("{self} was installed but is not found; it needs {}", self.needs());
            }
        }
        if self == Self::Firefox {
            GECKODRIVER.ensure()?;
        }
        Ok(())
    }

    /// The browser's program.
    pub fn program(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => ["chromium", "chromium-browser", "google-chrome"]
                .iter()
                .find_map(|name| which(name)),
            Self::Firefox => ["firefox", "firefox-esr"].iter().find_map(|name| which(name)),
            Self::WebKit => webkit_mini_browser(),
        }
    }

    fn is_there(self) -> bool {
        let driver = match self {
            Self::Chromium => which("chromedriver").is_some(),
            Self::Firefox => true,
            Self::WebKit => which("WebKitWebDriver").is_some() && which("Xvfb").is_some(),
        };
        driver && self.program().is_some()
    }

    fn needs(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium and chromedriver, of the same version, on PATH",
            Self::Firefox => "Firefox on PATH (its driver is installed with cargo)",
            Self::WebKit => "WebKitGTK 4.1 with MiniBrowser, WebKitWebDriver and Xvfb (Linux)",
        }
    }

    fn debian_packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver", "fonts-dejavu-core"],
            Self::Firefox => &["firefox-esr", "fonts-dejavu-core"],
            Self::WebKit => {
                &["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb", "xauth", "fonts-dejavu-core"]
            }
        }
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

impl FromStr for Browser {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|browser| browser.to_string() == text)
            .with_context(|| format!("`{text}` is no browser: say chromium, firefox or webkit"))
    }
}

/// `WebKitGTK`'s small browser, which lives among its libraries, not on `PATH`.
pub fn webkit_mini_browser() -> Option<PathBuf> {
    let machine = format!("{}-linux-gnu", std::env::consts::ARCH);
    [format!("/usr/lib/{machine}"), "/usr/lib64".into(), "/usr/libexec".into(), "/usr/lib".into()]
        .iter()
        .map(|folder| PathBuf::from(folder).join("webkit2gtk-4.1/MiniBrowser"))
        .find(|file| file.is_file())
}

fn is_debian_as_root() -> bool {
    which("apt-get").is_some() && output(at_root("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn apt(arguments: &[&str]) -> Result<()> {
    check(at_root("apt-get").env("DEBIAN_FRONTEND", "noninteractive").arg("-qq").args(arguments))
}
