//! The keyboard, and what has its focus.

use anyhow::{Result, anyhow, bail};
use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};

use crate::{
    Page,
    wait::{PATIENCE, until},
};

impl Page {
    /// Presses one key.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn press(&self, key: Key) -> Result<()> {
        self.chord(&[], key.into()).await
    }

    /// Presses a key while others are held: `chord(&[Key::Control], 'z')`.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn chord(&self, held: &[Key], key: char) -> Result<()> {
        let mut keys = KeyActions::new("keyboard".into());
        for key in held {
            keys = keys.then(KeyAction::Down { value: (*key).into() });
        }
        keys = keys.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        for key in held.iter().rev() {
            keys = keys.then(KeyAction::Up { value: (*key).into() });
        }
        Ok(self.client().perform_actions(keys).await?)
    }

    /// Types text, key by key, into whatever has the focus.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        let keys = text.chars().fold(KeyActions::new("keyboard".into()), |keys, value| {
            keys.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        Ok(self.client().perform_actions(keys).await?)
    }

    /// Presses Tab until this has the focus, as a person without a mouse does; at most `limit` times.
    ///
    /// # Errors
    /// When it is not reached.
    pub async fn tab_to(&self, role: &str, name: &str, limit: usize) -> Result<()> {
        self.walk_to(&[], role, name, limit).await
    }

    /// Like [`Page::tab_to`], backwards.
    ///
    /// # Errors
    /// When it is not reached.
    pub async fn tab_back_to(&self, role: &str, name: &str, limit: usize) -> Result<()> {
        self.walk_to(&[Key::Shift], role, name, limit).await
    }

    async fn walk_to(&self, held: &[Key], role: &str, name: &str, limit: usize) -> Result<()> {
        let mut passed = Vec::new();
        self.settle().await;
        for _ in 0..limit {
            self.chord(held, Key::Tab.into()).await?;
            let (r, n) = self.focused().await?;
            if r == role && n == name {
                return Ok(());
            }
            passed.push(format!("{r} “{n}”"));
        }
        bail!("{role} “{name}” was not reached with {limit} × Tab: {}", passed.join(", "))
    }

    /// Role and name of what has the focus; both empty when nothing has.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn focused(&self) -> Result<(String, String)> {
        Ok(serde_json::from_value(self.call("focused", &[]).await?)?)
    }

    /// Waits until this has the focus.
    ///
    /// # Errors
    /// When something else has after five seconds.
    pub async fn see_focused(&self, role: &str, name: &str) -> Result<()> {
        until(PATIENCE, async || match self.focused().await? {
            (r, n) if r == role && n == name => Ok(()),
            (r, n) => Err(anyhow!("the focus is on {r} “{n}”, not on {role} “{name}”")),
        })
        .await
    }

    /// Waits until one sees where the focus is: a ring is drawn round it, and it is in view,
    /// not covered by anything.
    ///
    /// # Errors
    /// When one does not see it after five seconds.
    pub async fn see_focus_ring(&self) -> Result<()> {
        until(PATIENCE, async || {
            let mark = self.call("focusMark", &[]).await?;
            let (role, name) = self.focused().await?;
            if mark["in_view"] != true {
                bail!("the focus is on {role} “{name}”, which is out of view or covered");
            }
            if mark["ring"] != true {
                bail!("the focus is on {role} “{name}”, which has no ring");
            }
            Ok(())
        })
        .await
    }
}
