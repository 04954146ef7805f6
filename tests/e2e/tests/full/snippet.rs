//! The code of "Get the embed code" and the playbook's file as downloaded, on a page of another site: without
//! scripts the first question is a form that works, and what is chosen in it is carried over to the wizard.

use std::{collections::BTreeMap, fs};

use crate::steps::workspace;
use ripen_e2e::{Page, Result};
use tempfile::TempDir;
use xtask::http::Site;

const FIRST: &str = "How many people work at your company?";
const SECOND: &str = "Which industry are you in?";

/// Runs before anything else: what takes long on the way (the wasm) takes until `come` or `fail` is called.
const HOLD: &str = "{ const real = fetch; \
    const held = new Promise((come, fail) => Object.assign(window, { come, fail })); held.catch(() => {}); \
    window.fetch = async (file, ...rest) => { \
      if (String(file).endsWith('widget_bg.wasm')) { window.asked = true; await held; } return real(file, ...rest); }; }";

/// A website somebody has put the code into, and Ripen's own site, where the files lie.
struct Hosted {
    page: Page,
    _folder: TempDir,
    _ripen: Page,
}

/// Has the code made, and opens a page with it. `scripts`: whether that page's scripts run.
async fn hosted(scripts: bool) -> Result<Hosted> {
    let ripen = workspace().await?;
    ripen.goto("index.html#/playbook/embed").await?;
    ripen.see("heading", "Get the embed code").await?;
    ripen.fill("textbox", "Your contact page", "/contact.html?from=test").await?;
    let code = ripen.value("textbox", "Code for the page").await?;
    ripen.click("button", "Download the playbook for visitors").await?;
    let (name, playbook) = ripen.downloaded("", ".json").await?;
    assert!(code.contains(&format!("playbook=\"{name}\"")), "{name} is not in {code}");
    assert!(code.contains("integrity=\"sha384-"), "{code}");

    let folder = TempDir::new()?;
    let forbidden = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">";
    let forbidden = if scripts { "" } else { forbidden };
    let whole = |body: &str| {
        format!(
            "<!doctype html><html lang=\"en\"><head>{forbidden}<meta charset=\"utf-8\"><title>Host</title>\
             <link rel=\"icon\" href=\"data:,\"><script src=\"/first.js\"></script></head>\
             <body><main><h1>Host</h1>{body}</main></body></html>"
        )
    };
    fs::write(folder.path().join("index.html"), whole(&code))?;
    fs::write(folder.path().join("contact.html"), whole("<p>Write to us</p>"))?;
    fs::write(folder.path().join("first.js"), HOLD)?;
    fs::write(folder.path().join(&name), playbook)?;
    let origin = ripen.eval("return location.origin").await?;
    let origin = origin.as_str().unwrap_or_default();
    let policy = format!(
        "default-src 'none'; script-src 'self' {origin} 'wasm-unsafe-eval'; connect-src 'self' {origin}; \
         img-src data:; form-action 'self'; base-uri 'none'; object-src 'none'"
    );
    let site = Site {
        folder: folder.path().into(),
        base: "/".into(),
        policy: Some(policy),
        pages: BTreeMap::new(),
    };
    let page = Page::serve(site, "contact.html").await?;
    page.goto("index.html").await?;
    Ok(Hosted { page, _folder: folder, _ripen: ripen })
}

/// Waits until the wizard is on its way, and only the wasm is missing.
async fn is_on_its_way(page: &Page) -> Result<()> {
    let asked = "for (let left = 100; left && !window.asked; left--) await new Promise((done) => setTimeout(done, 50)); \
        return window.asked";
    assert_eq!(page.eval_async(asked).await?, true);
    page.see("group", FIRST).await
}

#[tokio::test]
async fn without_scripts_the_first_question_is_a_form_that_works() -> Result<()> {
    let hosted = hosted(false).await?;
    let page = &hosted.page;
    page.see("group", FIRST).await?;
    page.see("link", "Contact us").await?;
    assert_eq!(
        page.eval("return [typeof come, !!customElements.get('ripen-wizard')].join()").await?,
        "undefined,false"
    );
    page.axe().await?;
    page.choose("radio", "250–999").await?;
    page.click("button", "Continue").await?;
    page.see_text("Write to us").await?;
    assert_eq!(page.address().await?, "contact.html?from=test&employees=250");
    Ok(())
}

#[tokio::test]
async fn a_choice_made_before_the_wasm_is_there_is_the_first_answer() -> Result<()> {
    let hosted = hosted(true).await?;
    let page = &hosted.page;
    is_on_its_way(page).await?;
    page.choose("radio", "250–999").await?;
    page.click("button", "Continue").await?;
    // Nothing goes anywhere: the page stays, and the wizard goes on from there.
    page.eval_async("await new Promise((done) => setTimeout(done, 500))").await?;
    page.see("group", FIRST).await?;
    assert_eq!(page.address().await?, "index.html");
    page.eval("come()").await?;
    page.see("heading", SECOND).await?;
    page.gone("link", "Contact us").await?;
    page.click("button", "Back").await?;
    page.see("heading", FIRST).await?;
    assert!(page.is_checked("radio", "250–999").await?);
    // It is kept like any answer.
    page.click("button", "Continue").await?;
    page.see("heading", SECOND).await?;
    page.reload().await?;
    is_on_its_way(page).await?;
    page.eval("come()").await?;
    page.see("heading", SECOND).await
}

#[tokio::test]
async fn a_choice_without_continue_is_only_chosen_ahead() -> Result<()> {
    let hosted = hosted(true).await?;
    let page = &hosted.page;
    is_on_its_way(page).await?;
    page.choose("radio", "100–249").await?;
    page.eval("come()").await?;
    page.see("heading", FIRST).await?;
    assert!(page.is_checked("radio", "100–249").await?);
    assert!(page.local_storage().await?.is_empty());
    // The focus stays where it was, in the form that took the place.
    page.see_focused("radio", "100–249").await
}

#[tokio::test]
async fn where_the_wasm_never_comes_continue_is_the_pages_own() -> Result<()> {
    let hosted = hosted(true).await?;
    let page = &hosted.page;
    is_on_its_way(page).await?;
    page.choose("radio", "250–999").await?;
    page.click("button", "Continue").await?;
    page.eval("fail(new TypeError('lost'))").await?;
    page.see_text("Write to us").await?;
    assert_eq!(page.address().await?, "contact.html?from=test&employees=250");
    Ok(())
}

#[tokio::test]
async fn the_preview_opens_in_a_dialog_by_its_button() -> Result<()> {
    let page = workspace().await?;
    page.goto("index.html#/playbook/embed").await?;
    page.see("heading", "Get the embed code").await?;
    page.select("combobox", "Where it shows", "In a dialog, opened by a button").await?;
    page.fill("textbox", "What the button says (optional)", "Does it suit us?").await?;
    page.click("button", "Show the preview").await?;
    page.click("button", "Does it suit us?").await?;
    page.see("heading", FIRST).await?;
    page.see("dialog", "Does it suit us?").await?;
    page.choose("radio", "250–999").await?;
    page.click("button", "Continue").await?;
    page.see("heading", SECOND).await?;
    page.axe().await?;
    page.click("button", "Close").await?;
    page.gone("heading", SECOND).await?;
    page.see_focused("button", "Does it suit us?").await?;
    // It follows the choices, and goes on where it was left.
    page.fill("textbox", "Accent", "#003399").await?;
    page.click("button", "Does it suit us?").await?;
    page.see("heading", SECOND).await?;
    page.press(ripen_e2e::Key::Escape).await?;
    page.gone("heading", SECOND).await?;
    page.fill("textbox", "What the button says (optional)", "Find out").await?;
    page.click("button", "Find out").await?;
    page.see("heading", FIRST).await
}
