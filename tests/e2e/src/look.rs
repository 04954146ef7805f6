//! What a person sees: looking for things, and waiting until they come or go.

use anyhow::{Result, anyhow, bail};
use fantoccini::elements::Element;
use serde_json::{Value, json};

use crate::{
    Page,
    wait::{PATIENCE, until},
};

/// An element a test has found.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) element: Element,
    /// What a person would click: the element, or its label where only that is drawn.
    pub(crate) handle: Element,
    pub(crate) handle_reference: Value,
    pub(crate) reference: Value,
    pub(crate) disabled: bool,
}

impl Page {
    /// Waits until there is at least one such thing.
    ///
    /// # Errors
    /// When there is none after five seconds; the message lists what there is.
    pub async fn see(&self, role: &str, name: &str) -> Result<()> {
        let seen = until(PATIENCE, async || match self.find(role, name).await?.len() {
            0 => Err(anyhow!("there is no {role} “{name}”")),
            _ => Ok(()),
        });
        self.explain(seen.await).await
    }

    /// Waits until there is no such thing.
    ///
    /// # Errors
    /// When it is still there after five seconds.
    pub async fn gone(&self, role: &str, name: &str) -> Result<()> {
        until(PATIENCE, async || match self.find(role, name).await?.len() {
            0 => Ok(()),
            _ => Err(anyhow!("there still is a {role} “{name}”")),
        })
        .await
    }

    /// How many such things there are now, without waiting.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn count(&self, role: &str, name: &str) -> Result<usize> {
        Ok(self.find(role, name).await?.len())
    }

    /// Waits until this text is to be read, white space aside.
    ///
    /// # Errors
    /// When it is not after five seconds; the message has the text there is.
    pub async fn see_text(&self, text: &str) -> Result<()> {
        until(PATIENCE, async || {
            let all = self.text().await?;
            if all.contains(text) {
                Ok(())
            } else {
                Err(anyhow!("“{text}” is not to be read in: {all}"))
            }
        })
        .await
    }

    /// Waits until this text is not to be read any more.
    ///
    /// # Errors
    /// When it still is after five seconds.
    pub async fn gone_text(&self, text: &str) -> Result<()> {
        until(PATIENCE, async || {
            let there = self.text().await?.contains(text);
            if there { Err(anyhow!("“{text}” is still to be read")) } else { Ok(()) }
        })
        .await
    }

    /// All text to be read now; behind a modal dialog there is none.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn text(&self) -> Result<String> {
        Ok(self.call("text", &[]).await?.as_str().unwrap_or_default().to_owned())
    }

    /// The value of the one such field, or its text.
    ///
    /// # Errors
    /// When there is not exactly one after five seconds.
    pub async fn value(&self, role: &str, name: &str) -> Result<String> {
        let value = self.details(role, name).await?["value"].take();
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Whether the one such box or radio button is chosen.
    ///
    /// # Errors
    /// When there is not exactly one after five seconds.
    pub async fn is_checked(&self, role: &str, name: &str) -> Result<bool> {
        Ok(self.details(role, name).await?["checked"] == true)
    }

    /// The description of the one such thing: what `aria-describedby` points to.
    ///
    /// # Errors
    /// When there is not exactly one after five seconds.
    pub async fn description(&self, role: &str, name: &str) -> Result<String> {
        let value = self.details(role, name).await?["description"].take();
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// An ARIA attribute, such as `aria-invalid`, of the one such thing.
    ///
    /// # Errors
    /// When there is not exactly one after five seconds.
    pub async fn aria(&self, role: &str, name: &str, attribute: &str) -> Result<Option<String>> {
        let value = self.details(role, name).await?["states"][attribute].take();
        Ok(value.as_str().map(str::to_owned))
    }

    async fn details(&self, role: &str, name: &str) -> Result<Value> {
        let found = self.one(role, name).await?;
        self.call("value", &[found.reference]).await
    }

    /// Waits for exactly one such thing, disabled or not.
    pub(crate) async fn one(&self, role: &str, name: &str) -> Result<Found> {
        let found = until(PATIENCE, async || self.only(role, name).await);
        self.explain(found.await).await
    }

    /// The only such thing there is now.
    pub(crate) async fn only(&self, role: &str, name: &str) -> Result<Found> {
        let mut found = self.find(role, name).await?;
        match (found.pop(), found.len()) {
            (Some(found), 0) => Ok(found),
            (Some(_), others) => bail!("there are {} of {role} “{name}”, not one", others + 1),
            (None, _) => bail!("there is no {role} “{name}”"),
        }
    }

    /// Everything with this role and name.
    pub(crate) async fn find(&self, role: &str, name: &str) -> Result<Vec<Found>> {
        let Value::Array(found) = self.call("find", &[json!(role), json!(name)]).await? else {
            bail!("the helper script gave no list");
        };
        found
            .into_iter()
            .map(|mut found| {
                let reference = found["element"].take();
                Ok(Found {
                    element: self.element(&reference)?,
                    handle: self.element(&found["handle"])?,
                    handle_reference: found["handle"].take(),
                    disabled: found["disabled"] == true,
                    reference,
                })
            })
            .collect()
    }

    /// An element of the page from its reference in an answer.
    pub(crate) fn element(&self, reference: &Value) -> Result<Element> {
        /// The key that WebDriver gives to references.
        const KEY: &str = "element-6066-11e4-a52e-4f735466cecf";
        match reference[KEY].as_str() {
            Some(id) => Ok(Element::from_element_id(self.client().clone(), id.to_owned().into())),
            None => bail!("no element: {reference}"),
        }
    }

    /// Adds to a failure what there is to see instead.
    pub(crate) async fn explain<T>(&self, outcome: Result<T>) -> Result<T> {
        let Err(error) = outcome else { return outcome };
        let inventory = self.call("inventory", &[]).await.unwrap_or_default();
        let lines: Vec<String> = serde_json::from_value(inventory).unwrap_or_default();
        Err(error.context(format!("There is:\n  {}", lines.join("\n  "))))
    }
}
