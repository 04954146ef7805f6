//! What a person does: clicking, filling in, choosing, taking files in and out.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow, bail};
use fantoccini::error::{CmdError, ErrorStatus};
use serde_json::json;

use crate::{
    Page,
    look::Found,
    wait::{PATIENCE, until},
};

/// How often a text is typed until it stands in its field.
const TYPING_TRIES: usize = 3;

impl Page {
    /// Clicks the one such thing, once it is there, enabled and not covered.
    ///
    /// # Errors
    /// When it cannot be clicked after five seconds.
    pub async fn click(&self, role: &str, name: &str) -> Result<()> {
        self.act(role, name, async |found| {
            self.call("awaitClick", std::slice::from_ref(&found.handle_reference)).await?;
            found.handle.click().await?;
            // A page that moves between aiming and clicking, as when the focus is sent elsewhere, lets
            // the click go astray. What cannot be asked any more was clicked and is gone.
            match self.call("clicked", &[found.handle_reference]).await {
                Ok(clicked) if clicked == false => {
                    bail!("the click on {role} “{name}” went astray")
                }
                _ => Ok(()),
            }
        })
        .await
    }

    /// Chooses a radio button or ticks a box; what is chosen already stays.
    ///
    /// # Errors
    /// When it is not chosen after five seconds.
    pub async fn choose(&self, role: &str, name: &str) -> Result<()> {
        self.act(role, name, async |found| {
            if self.is_chosen(&found).await? {
                return Ok(());
            }
            found.handle.click().await?;
            if self.is_chosen(&found).await? {
                Ok(())
            } else {
                bail!("{role} “{name}” did not stay chosen")
            }
        })
        .await
    }

    async fn is_chosen(&self, found: &Found) -> Result<bool> {
        let details = self.call("value", std::slice::from_ref(&found.reference)).await?;
        Ok(details["checked"] == true)
    }

    /// Replaces the text of a field. Dates (role `date`) are given as `2026-11-30`, times as `14:30`.
    ///
    /// # Errors
    /// When the field cannot be typed into after five seconds.
    pub async fn fill(&self, role: &str, name: &str, text: &str) -> Result<()> {
        self.act(role, name, async |found| {
            if matches!(role, "date" | "time" | "month" | "color") {
                self.call("setValue", &[found.reference, json!(text)]).await?;
                return Ok(());
            }
            // WebKit's driver knows a new line by its key alone.
            let keys = text.replace('\n', "\u{e007}");
            // It loses a key now and then; then it is typed again.
            let mut typed = None;
            for _ in 0..TYPING_TRIES {
                found.element.clear().await?;
                // Clearing alone tells the page nothing of it in every driver; keys do.
                let keys = if text.is_empty() { "1\u{e003}" } else { keys.as_str() };
                found.element.send_keys(keys).await?;
                typed = found.element.prop("value").await?;
                if typed.as_deref() == Some(text) {
                    return Ok(());
                }
            }
            bail!("{role} “{name}” holds {typed:?} after “{text}” was typed")
        })
        .await
    }

    /// Chooses an option of a native drop-down list by its label.
    ///
    /// # Errors
    /// When there is no such list or option after five seconds.
    pub async fn select(&self, role: &str, name: &str, option: &str) -> Result<()> {
        self.act(role, name, async |found| {
            let reference = self.call("option", &[found.reference, json!(option)]).await?;
            if reference.is_null() {
                bail!("{role} “{name}” has no option “{option}”");
            }
            Ok(self.element(&reference)?.click().await?)
        })
        .await
    }

    /// Gives files to a file field, by the field's own name.
    ///
    /// # Errors
    /// When there is no such field after five seconds, or no such file.
    pub async fn upload(&self, name: &str, files: &[impl AsRef<Path>]) -> Result<()> {
        let mut paths = Vec::new();
        for file in files {
            let file = file.as_ref();
            let path =
                fs::canonicalize(file).with_context(|| format!("no file {}", file.display()))?;
            paths.push(path.to_string_lossy().into_owned());
        }
        let paths = paths.join("\n");
        self.act("file", name, async |found| Ok(found.element.send_keys(&paths).await?)).await
    }

    /// A new file with this content, to upload or drop.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> Result<PathBuf> {
        let folder = self.session.folder.path().join("made");
        fs::create_dir_all(&folder)?;
        let file = folder.join(name);
        fs::write(&file, content)?;
        Ok(file)
    }

    /// Waits for a download whose name starts and ends like this, and returns its name and content.
    ///
    /// # Errors
    /// When there is none after five seconds.
    pub async fn downloaded(&self, start: &str, end: &str) -> Result<(String, Vec<u8>)> {
        until(PATIENCE, async || {
            for entry in fs::read_dir(self.session.folder.path())? {
                let entry = entry?;
                let name = entry.file_name().to_string_lossy().into_owned();
                if name.starts_with(start) && name.ends_with(end) && entry.metadata()?.len() > 0 {
                    return Ok((name, fs::read(entry.path())?));
                }
            }
            Err(anyhow!("nothing like {start}…{end} was downloaded"))
        })
        .await
    }

    /// Does something with the one enabled such thing, again and again while the page is moving.
    async fn act(
        &self,
        role: &str,
        name: &str,
        mut action: impl AsyncFnMut(Found) -> Result<()>,
    ) -> Result<()> {
        let mut hopeless = None;
        self.settle().await;
        let outcome = until(PATIENCE, async || {
            let found = self.only(role, name).await?;
            if found.disabled {
                bail!("{role} “{name}” is disabled");
            }
            match action(found).await {
                // Trying again could do twice what was done already.
                Err(error) if !is_passing(&error) => {
                    hopeless = Some(error);
                    Ok(())
                }
                outcome => outcome,
            }
        })
        .await;
        let outcome = hopeless.map_or(outcome, Err);
        self.explain(outcome).await
    }
}

/// Whether a failure is one of a page that is still moving.
fn is_passing(error: &anyhow::Error) -> bool {
    match error.downcast_ref::<CmdError>() {
        Some(CmdError::Standard(error)) => matches!(
            error.error,
            ErrorStatus::ElementClickIntercepted
                | ErrorStatus::ElementNotInteractable
                | ErrorStatus::StaleElementReference
                | ErrorStatus::NoSuchElement
                | ErrorStatus::InvalidElementState
        ),
        Some(_) => false,
        None => true,
    }
}
