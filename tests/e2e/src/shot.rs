//! Pictures for people to judge, and what the accessibility checker finds.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use xtask::{paths, tools::Browser};

use crate::{Page, scripts};

/// Which colours the person prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Page {
    /// Takes a picture of the whole page at this width (CSS pixels) into
    /// `target/screenshots/<browser>/<name>-<theme>-<width>.png` and returns its path.
    ///
    /// Firefox and WebKit cannot prefer a theme on command: their root element is told to use it,
    /// they show the window alone, and no window is as narrow as 320.
    ///
    /// # Errors
    /// When the browser refuses or the file cannot be written.
    pub async fn screenshot(&self, name: &str, theme: Theme, width: u32) -> Result<PathBuf> {
        self.look(theme, width).await?;
        let png = self.client().screenshot().await?;
        let folder = paths::root().join("target/screenshots").join(self.browser().to_string());
        fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{name}-{}-{width}.png", theme.name()));
        fs::write(&file, png)?;
        self.look_normal().await?;
        Ok(file)
    }

    /// Makes the page as wide as this, and as high as its content where the browser can.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn look(&self, theme: Theme, width: u32) -> Result<()> {
        if self.browser() != Browser::Chromium {
            self.client().set_window_size(width, 900).await?;
            let script = "document.documentElement.style.colorScheme = arguments[0]";
            self.execute(script, vec![json!(theme.name())]).await?;
            return Ok(());
        }
        self.prefer("prefers-color-scheme", theme.name()).await?;
        self.resize(width, 900).await?;
        let script = "return document.documentElement.scrollHeight";
        let height = self.eval(script).await?.as_u64().context("the page has no height")?;
        self.resize(width, height.clamp(900, 8000)).await
    }

    /// Makes the viewport this large; Chromium alone can be as narrow as a phone.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn resize(&self, width: u32, height: u64) -> Result<()> {
        if self.browser() != Browser::Chromium {
            let height = u32::try_from(height)?;
            return Ok(self.client().set_window_size(width, height).await?);
        }
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await.map(drop)
    }

    /// Prefers a value of a media feature, such as `prefers-reduced-motion: reduce`; Chromium only.
    /// Replaces what was preferred before.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn prefer(&self, feature: &str, value: &str) -> Result<()> {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", features).await.map(drop)
    }

    /// Undoes [`Page::look`].
    async fn look_normal(&self) -> Result<()> {
        if self.browser() == Browser::Chromium {
            self.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await?;
            self.prefer("prefers-color-scheme", "").await
        } else {
            self.client().set_window_size(1280, 900).await?;
            self.eval("document.documentElement.style.colorScheme = ''").await.map(drop)
        }
    }

    /// Checks the page as it is now with axe, through open shadow roots.
    ///
    /// # Errors
    /// When it finds anything; the message lists rule, help and elements.
    pub async fn axe(&self) -> Result<()> {
        if self.eval("return !window.axe").await? == true {
            self.execute(scripts::axe()?, vec![]).await?;
        }
        // Colours on their way in are not yet those the person reads.
        self.eval_async(
            "const shadows = [...document.querySelectorAll('*')].map((one) => one.shadowRoot); \
             const moving = [document, ...shadows].flatMap((root) => root?.getAnimations() ?? []); \
             await Promise.allSettled(moving.map((one) => one.finished))",
        )
        .await?;
        // Loading sheets ahead is for rules that are not run, and would put style elements into a
        // page with shadow roots, which its policy forbids.
        let script = "const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false });
            return violations.map(({ id, impact, help, nodes }) =>
                `${id} (${impact}): ${help}` + nodes.slice(0, 5).map((node) =>
                    `\\n      ${node.target.flat().join(' > ')}  ${node.html.slice(0, 160)}` +
                    `\\n        ${node.any.concat(node.all, node.none).map((check) => check.message).join('; ')}`).join(''))";
        let Value::Array(violations) = self.eval_async(script).await? else {
            bail!("axe gave no list");
        };
        if violations.is_empty() {
            return Ok(());
        }
        let lines: Vec<&str> = violations.iter().filter_map(Value::as_str).collect();
        bail!("axe found {} problems:\n    {}", lines.len(), lines.join("\n    "))
    }

    /// What the browser's console has said since the last call, warnings and worse; Chromium only,
    /// elsewhere always empty.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn console(&self) -> Result<Vec<String>> {
        if self.browser() != Browser::Chromium {
            return Ok(Vec::new());
        }
        let entries = self.post("se/log", json!({ "type": "browser" })).await?;
        let entries = entries.as_array().cloned().unwrap_or_default();
        Ok(entries
            .iter()
            .filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING")
            .filter_map(|entry| entry["message"].as_str().map(str::to_owned))
            .collect())
    }
}
