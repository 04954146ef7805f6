//! Opening a page: of the site as it is built, of somebody else's, of a site that a test has changed.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use anyhow::{Context, Result};
use xtask::http::{STRICT_POLICY, Server, Site};

use crate::{
    Page,
    copy::{SiteCopy, built, first_tag},
    driver::Session,
};

/// Where the site appears: a static host's sub-path.
pub(crate) const BASE: &str = "/some/sub/path/";

/// Where a page that embeds the elements appears, apart from the site.
const HOST: &str = "/host/page.html";

impl Page {
    /// Opens a file of the site, such as `index.html` or `demo/`, in a browser with an empty
    /// profile, and waits until the app is ready.
    ///
    /// # Errors
    /// When the browser cannot be started or the app does not get ready.
    pub async fn open(path: &str) -> Result<Self> {
        let page = Self::start(None, BTreeMap::new()).await?;
        page.goto(path).await?;
        Ok(page)
    }

    /// Like [`Page::open_of`], in a private window, where the browser has them.
    ///
    /// # Errors
    /// When the browser cannot be started or the app does not get ready.
    pub async fn open_private(site: SiteCopy, path: &str) -> Result<Self> {
        let page = Self::start_with(Some(site), BTreeMap::new(), true).await?;
        page.goto(path).await?;
        Ok(page)
    }

    /// Opens a page of another site with the workspace in a frame; what the test does, it does in there.
    ///
    /// # Errors
    /// When the browser cannot be started or the app does not get ready.
    pub async fn open_framed(site: SiteCopy) -> Result<Self> {
        let html = |site: &str| {
            format!(
                "<!doctype html><html lang=\"en\"><title>Host</title>\
                 <iframe title=\"Ripen\" width=\"1200\" height=\"800\" src=\"{site}index.html\"></iframe>"
            )
        };
        let page = Self::start_beside(site, html, STRICT_POLICY.into()).await?;
        page.enter_frame().await?;
        Ok(page)
    }

    /// Opens a page of another site and stays on it. It has no policy, and `html` is given the address of
    /// the site whose elements it uses, which may connect to these origins as well.
    ///
    /// # Errors
    /// When the browser cannot be started.
    pub async fn open_beside(
        site: SiteCopy,
        html: impl FnOnce(&str) -> String,
        origins: &str,
    ) -> Result<Self> {
        let page = Self::start_beside(site, html, policy_to(origins)).await?;
        page.client().goto(&page.beside()?).await?;
        Ok(page)
    }

    /// Goes on inside the first frame of the page.
    ///
    /// # Errors
    /// When there is none.
    pub async fn into_frame(&self) -> Result<()> {
        self.client().enter_frame(0).await?;
        self.ready().await
    }

    /// Goes on in the page around the frame.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn out_of_frame(&self) -> Result<()> {
        self.client().enter_parent_frame().await?;
        Ok(())
    }

    async fn start_beside(
        site: SiteCopy,
        html: impl FnOnce(&str) -> String,
        policy: String,
    ) -> Result<Self> {
        let mut page = Self::start_under(Some(site), BTreeMap::new(), policy, false).await?;
        let pages = BTreeMap::from([(HOST.to_owned(), html(&page.server.url("")))]);
        let site = Site { folder: built()?, base: BASE.into(), policy: None, pages };
        page.frame = Some(Server::start(site, 0)?);
        Ok(page)
    }

    /// The address of the page of another site.
    fn beside(&self) -> Result<String> {
        let host = self.frame.as_ref().context("there is no other site")?.origin_url(HOST);
        // The same machine by another name is another site.
        Ok(host.replacen("127.0.0.1", "localhost", 1))
    }

    /// Loads the page of [`Page::open_framed`] anew.
    ///
    /// # Errors
    /// When there is none or the app does not get ready.
    pub async fn enter_frame(&self) -> Result<()> {
        self.client().goto(&self.beside()?).await?;
        self.client().enter_frame(0).await?;
        self.ready().await
    }

    /// Like [`Page::open`], of a site that the test has changed.
    ///
    /// # Errors
    /// When the browser cannot be started or the app does not get ready.
    pub async fn open_of(site: SiteCopy, path: &str) -> Result<Self> {
        let page = Self::start(Some(site), BTreeMap::new()).await?;
        page.goto(path).await?;
        Ok(page)
    }

    /// Opens a page of somebody else's with this in its body, the widget's loader in its head,
    /// and nothing else. `body` can hold no script and no style: the policy is strict there too.
    ///
    /// # Errors
    /// When the browser cannot be started.
    pub async fn host(body: &str) -> Result<Self> {
        Self::start_host(None, body).await
    }

    /// Like [`Page::host`], with the loader of a site that the test has changed.
    ///
    /// # Errors
    /// When the browser cannot be started.
    pub async fn host_of(site: SiteCopy, body: &str) -> Result<Self> {
        Self::start_host(Some(site), body).await
    }

    /// Like [`Page::host_of`], under a policy that lets the page connect to these origins as well.
    ///
    /// # Errors
    /// When the browser cannot be started.
    pub async fn host_to(site: SiteCopy, body: &str, origins: &str) -> Result<Self> {
        Self::start_host_under(Some(site), body, policy_to(origins)).await
    }

    /// Kills the browser from one moment to the next, as a power cut does, and opens a file of the site
    /// in a new one with the same profile.
    ///
    /// # Errors
    /// When the browser cannot be started or the app does not get ready.
    pub async fn kill_and_open(&mut self, path: &str) -> Result<()> {
        self.session.kill_browser()?;
        let folder = Arc::clone(&self.session.folder);
        self.session = Session::start_in(&folder, false).await?;
        self.tabs = Mutex::new(vec![self.session.client.window().await?]);
        self.goto(path).await
    }

    /// The site this page is of, where the test has changed it.
    ///
    /// # Errors
    /// When it has not.
    pub fn site(&self) -> Result<&SiteCopy> {
        self.site.as_ref().context("the page is of the site as it is built")
    }

    /// Opens a page of any site, with the policy that is its own: a path from its base.
    ///
    /// # Errors
    /// When the browser cannot be started.
    pub async fn serve(site: Site, path: &str) -> Result<Self> {
        let server = Server::start(site, 0)?;
        let session = Session::start(false).await?;
        let first = session.client.window().await?;
        let page = Self { session, server, tabs: Mutex::new(vec![first]), site: None, frame: None };
        page.goto(path).await?;
        Ok(page)
    }

    async fn start_host(site: Option<SiteCopy>, body: &str) -> Result<Self> {
        Self::start_host_under(site, body, STRICT_POLICY.into()).await
    }

    async fn start_host_under(site: Option<SiteCopy>, body: &str, policy: String) -> Result<Self> {
        let runs_first = site.as_ref().is_some_and(SiteCopy::runs_first);
        let first = if runs_first { first_tag() } else { String::new() };
        let html = format!(
            "<!doctype html><html lang=\"en\"><head>{first}<meta charset=\"utf-8\"><title>Host</title>\
             <script type=\"module\" src=\"{BASE}embed/ripen.js\"></script></head>\
             <body>{body}</body></html>"
        );
        let pages = BTreeMap::from([(HOST.to_owned(), html)]);
        let page = Self::start_under(site, pages, policy, false).await?;
        page.client().goto(&page.server.origin_url(HOST)).await?;
        Ok(page)
    }

    async fn start(site: Option<SiteCopy>, pages: BTreeMap<String, String>) -> Result<Self> {
        Self::start_with(site, pages, false).await
    }

    async fn start_with(
        site: Option<SiteCopy>,
        pages: BTreeMap<String, String>,
        is_private: bool,
    ) -> Result<Self> {
        Self::start_under(site, pages, STRICT_POLICY.into(), is_private).await
    }

    async fn start_under(
        site: Option<SiteCopy>,
        pages: BTreeMap<String, String>,
        policy: String,
        is_private: bool,
    ) -> Result<Self> {
        let folder = match &site {
            Some(site) => site.folder.path().to_owned(),
            None => built()?,
        };
        let policy = Some(policy);
        let server = Server::start(Site { folder, base: BASE.into(), policy, pages }, 0)?;
        let session = Session::start(is_private).await?;
        let first = session.client.window().await?;
        Ok(Self { session, server, tabs: Mutex::new(vec![first]), site, frame: None })
    }
}

/// The strict policy, with leave to connect to these origins.
fn policy_to(origins: &str) -> String {
    let own = "connect-src 'self'";
    STRICT_POLICY.replace(own, format!("{own} {origins}").trim_end())
}
