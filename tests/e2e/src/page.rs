//! A page in a browser of its own: moving about, storage and scripts.

use std::{
    collections::BTreeMap,
    iter,
    sync::{Mutex, MutexGuard},
    thread,
};

use anyhow::{Context, Result, anyhow, bail};
use fantoccini::{
    Client,
    wd::{WebDriverCompatibleCommand, WindowHandle},
};
use serde_json::{Value, json};
use url::Url;
use xtask::{http::Server, tools::Browser};

use crate::{
    copy::SiteCopy,
    driver::Session,
    scripts,
    wait::{PATIENCE, until},
};

/// A browser that shows the site. It ends when dropped, and fails the test
/// if the Content-Security-Policy had to block anything.
#[derive(Debug)]
pub struct Page {
    pub(crate) session: Session,
    pub(crate) server: Server,
    /// In the order they were opened, which WebDriver does not promise.
    pub(crate) tabs: Mutex<Vec<WindowHandle>>,
    /// What the server serves, where that is not `dist/` itself.
    pub(crate) site: Option<SiteCopy>,
    /// Serves the page that has the site in a frame, where there is one.
    pub(crate) frame: Option<Server>,
}

impl Page {
    /// Goes to a file of the site, which may have a query and a fragment, and waits until the app is ready.
    ///
    /// # Errors
    /// When the app does not get ready.
    pub async fn goto(&self, path: &str) -> Result<()> {
        self.client().goto(&self.server.url(path)).await?;
        self.ready().await
    }

    /// Loads the page again, as the reload button does.
    ///
    /// # Errors
    /// When the app does not get ready.
    pub async fn reload(&self) -> Result<()> {
        self.client().refresh().await?;
        self.ready().await
    }

    /// Goes back in the browser's history.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn back(&self) -> Result<()> {
        Ok(self.client().back().await?)
    }

    /// Goes forward in the browser's history.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn forward(&self) -> Result<()> {
        Ok(self.client().forward().await?)
    }

    /// The address, from the site's top: `index.html#/contacts`.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn address(&self) -> Result<String> {
        let url = self.client().current_url().await?.to_string();
        Ok(url.strip_prefix(&self.server.url("")).unwrap_or(&url).to_owned())
    }

    /// The document's title.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn title(&self) -> Result<String> {
        Ok(self.client().title().await?)
    }

    /// Opens a file of the site in a further tab of the same browser and goes on there.
    /// Tabs are numbered from 0 in the order they were opened.
    ///
    /// # Errors
    /// When the app does not get ready.
    pub async fn new_tab(&self, path: &str) -> Result<()> {
        let tab = self.client().new_window(true).await?.handle;
        self.tabs()?.push(tab.clone());
        self.client().switch_to_window(tab).await?;
        self.goto(path).await
    }

    /// Goes on in another tab.
    ///
    /// # Errors
    /// When there is no such tab.
    pub async fn switch_to(&self, tab: usize) -> Result<()> {
        let handle = self.tabs()?.get(tab).cloned();
        let handle = handle.with_context(|| format!("there is no tab {tab}"))?;
        Ok(self.client().switch_to_window(handle).await?)
    }

    fn tabs(&self) -> Result<MutexGuard<'_, Vec<WindowHandle>>> {
        self.tabs.lock().map_err(|_| anyhow!("another thread failed while it had the tabs"))
    }

    /// Everything the page keeps in local storage.
    ///
    /// # Errors
    /// When storage is blocked.
    pub async fn local_storage(&self) -> Result<BTreeMap<String, String>> {
        let all = self.eval("return Object.entries(localStorage)").await?;
        let pairs: Vec<(String, String)> = serde_json::from_value(all)?;
        Ok(pairs.into_iter().collect())
    }

    /// Writes one key of local storage; `None` removes it. The app notices at the next reload.
    ///
    /// # Errors
    /// When storage is full or blocked.
    pub async fn set_local_storage(&self, key: &str, value: Option<&str>) -> Result<()> {
        let script = "const [key, value] = arguments; \
            value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value)";
        self.execute(script, vec![json!(key), json!(value)]).await.map(drop)
    }

    /// Runs the body of a JavaScript function in the page and returns what it returns.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn eval(&self, script: &str) -> Result<Value> {
        self.execute(script, vec![]).await
    }

    /// Like [`Page::eval`], for a body that may `await`.
    ///
    /// # Errors
    /// When the script throws or takes longer than 30 seconds.
    pub async fn eval_async(&self, script: &str) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; \
             (async () => {{ {script} }})().then((value) => done([value ?? null]), (error) => done(String(error)))"
        );
        match self.client().execute_async(&script, vec![]).await? {
            Value::Array(mut value) => Ok(value.pop().unwrap_or_default()),
            error => bail!("the script failed: {error}"),
        }
    }

    /// Sends a command of the Chrome DevTools protocol; Chromium only.
    ///
    /// # Errors
    /// When the browser is another one or refuses.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        if self.browser() != Browser::Chromium {
            bail!("only Chromium knows {method}");
        }
        self.post("goog/cdp/execute", json!({ "cmd": method, "params": parameters })).await
    }

    /// Sends a command that only this browser's driver knows.
    pub(crate) async fn post(&self, path: &'static str, body: Value) -> Result<Value> {
        Ok(self.client().issue_cmd(Extension { path, body }).await?)
    }

    /// Waits until the policy has blocked something, which was meant to be, and returns the reports.
    ///
    /// # Errors
    /// When nothing was blocked after five seconds.
    pub async fn blocked(&self) -> Result<String> {
        until(PATIENCE, async || match self.server.take_violations() {
            none if none.is_empty() => Err(anyhow!("the policy has blocked nothing")),
            some => Ok(some.join("\n")),
        })
        .await
    }

    /// The private memory of the page, in bytes; Chromium on Linux only.
    ///
    /// # Errors
    /// When it cannot be told.
    pub fn memory(&self) -> Result<u64> {
        self.session.page_memory()
    }

    /// The browser's name and version.
    ///
    /// # Errors
    /// When the driver did not say.
    pub async fn version(&self) -> Result<String> {
        let agent = self.eval("return navigator.userAgent").await?;
        Ok(agent.as_str().unwrap_or_default().to_owned())
    }

    /// Which browser this is.
    pub fn browser(&self) -> Browser {
        self.session.browser
    }

    pub(crate) fn client(&self) -> &Client {
        &self.session.client
    }

    pub(crate) async fn execute(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.client().execute(script, arguments).await?)
    }

    /// Calls a function of the helper script, which is put into the page if it is not there yet.
    pub(crate) async fn call(&self, function: &str, arguments: &[Value]) -> Result<Value> {
        const CALL: &str = "if (!window.ripenTests) return null; \
            const [name, ...rest] = arguments; \
            return [window.ripenTests[name](...rest) ?? null]";
        // WebKit knows references to elements only where they are arguments themselves.
        let arguments = || iter::once(json!(function)).chain(arguments.iter().cloned()).collect();
        let mut answer = self.execute(CALL, arguments()).await?;
        if answer.is_null() {
            self.execute(scripts::helper()?, vec![]).await?;
            answer = self.execute(CALL, arguments()).await?;
        }
        match answer {
            Value::Array(mut value) => Ok(value.pop().unwrap_or_default()),
            _ => Err(anyhow!("the helper script did not stay in the page")),
        }
    }

    /// Waits for what the page does at its next frames, such as sending the focus somewhere: a person
    /// sees that happen and acts after it. A page in the back draws no frames and is not waited for.
    pub(crate) async fn settle(&self) {
        const FRAMES: &str = "const done = arguments[arguments.length - 1]; \
            setTimeout(done, 500); \
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        // A page that is left meanwhile has nothing more to do.
        let _ = self.client().execute_async(FRAMES, vec![]).await;
    }

    /// Waits until the document is loaded, and the app on it, if `start.js` starts one.
    pub(crate) async fn ready(&self) -> Result<()> {
        const STATE: &str = "return document.readyState !== 'complete' ? 'loading' \
            : document.documentElement.dataset.ripen \
            ?? (document.getElementById('ripen-glue') ? 'not started' : 'ready')";
        until(PATIENCE * 4, async || match self.eval(STATE).await?.as_str() {
            Some("ready") => Ok(()),
            state => Err(anyhow!("the app is not ready but {}", state.unwrap_or("unknown"))),
        })
        .await
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let violations = self.server.violations();
        assert!(
            violations.is_empty() || thread::panicking(),
            "the Content-Security-Policy had to block something: {violations:#?}"
        );
    }
}

/// A command that is not of the WebDriver standard.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
