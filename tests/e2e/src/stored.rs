//! What the browser keeps for the page, making that fail, and steps in quick succession.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::Page;

/// The script that a changed site runs first so that [`Page::fail`] works.
pub const FAULTS: &str = include_str!("../js/faults.js");

/// A step of [`Page::run`]: what to do, then role, name and text, as far as they are needed.
///
/// `["click", role, name]`, `["set", role, name, text]`, `["see", role, name]`, `["read", text]`.
pub type Step<'a> = &'a [&'a str];

impl Page {
    /// Takes steps in the page itself, each as soon as it can be taken: for what is done a hundred
    /// times over. How a person comes to do them is for other tests.
    ///
    /// # Errors
    /// When a step cannot be taken after five seconds.
    pub async fn run(&self, steps: &[Step<'_>]) -> Result<()> {
        self.call_async("run", &[json!(steps)]).await.map(drop)
    }

    /// Lets storing fail from now on, and after a reload; `{}` for no more. Writes are counted anew.
    ///
    /// Under `set` (local storage), `put` and `open` (database): `from`, `to` (the first and the
    /// last that fails) and `how`: `throw`, `abort` (of a `put`), `error` and `never` (of an `open`).
    ///
    /// # Errors
    /// When the site does not run [`FAULTS`] first.
    pub async fn fail(&self, plan: Value) -> Result<()> {
        let set = "sessionStorage.setItem('faults', arguments[0]); \
            sessionStorage.setItem('faults/count', '{}')";
        self.execute(set, vec![json!(plan.to_string())]).await.map(drop)
    }

    /// How often something was written since [`Page::fail`]: `set`, `put`, `open`.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn writes(&self, kind: &str) -> Result<u64> {
        let told = self.eval("return JSON.parse(sessionStorage.getItem('faults/count'))").await?;
        Ok(told[kind].as_u64().unwrap_or(0))
    }

    /// The names of all databases.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn databases(&self) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.call_async("databases", &[]).await?)?)
    }

    /// Everything a database has: `contacts/…` and `items/…`; nothing where it is not there.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn database(&self, name: &str) -> Result<BTreeMap<String, String>> {
        Ok(serde_json::from_value(self.call_async("database", &[json!(name)]).await?)?)
    }

    /// Writes a text of a database; `None` removes it. The app notices at the next reload.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn set_database(&self, name: &str, path: &str, text: Option<&str>) -> Result<()> {
        self.call_async("setDatabase", &[json!(name), json!(path), json!(text)]).await.map(drop)
    }

    /// Deletes a database, as a person does by the browser's own tools.
    ///
    /// # Errors
    /// When the page does not let go of it.
    pub async fn delete_database(&self, name: &str) -> Result<()> {
        self.call_async("deleteDatabase", &[json!(name)]).await.map(drop)
    }

    /// Takes the room of local storage to the last character, as the site around the app may do.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn fill_up(&self) -> Result<()> {
        self.call_async("fill", &[]).await.map(drop)
    }

    /// Gives the room taken by [`Page::fill_up`] back.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn free_up(&self) -> Result<()> {
        self.call_async("free", &[]).await.map(drop)
    }

    /// Like [`Page::call`], for a function that takes its time.
    async fn call_async(&self, function: &str, arguments: &[Value]) -> Result<Value> {
        const CALL: &str = "const [name, ...rest] = arguments; const done = rest.pop(); \
            window.ripenTests[name](...rest).then((value) => done([value ?? null]), (error) => done(String(error)))";
        // Puts the script into the page where it is not there yet.
        self.call("focused", &[]).await?;
        let mut all = vec![json!(function)];
        all.extend_from_slice(arguments);
        match self.client().execute_async(CALL, all).await? {
            Value::Array(mut value) => Ok(value.pop().unwrap_or_default()),
            error => bail!("{function} failed: {error}"),
        }
    }
}
