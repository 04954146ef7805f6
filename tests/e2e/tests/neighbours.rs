//! The wizard beside others: on a page inside somebody else's page, where storage is partitioned or blocked,
//! and beside another version of itself.

mod steps;

use ripen_e2e::{Page, Result, SiteCopy};
use serde_json::json;
use steps::embed::{HEARD, MAKE, heard, see_heard, tiny_host, tiny_host_first};

/// A page of the site with a wizard on it, for a frame of somebody else's; `first` runs before all else.
fn inner(site: &SiteCopy, first: &str) -> Result<()> {
    site.add("demo/inner.js", &format!("{THROWN}{first}\n{HEARD}{MAKE}"))?;
    site.add(
        "demo/inner.html",
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Inner</title>\
         <script src=\"inner.js\"></script><script type=\"module\" src=\"../embed/ripen.js\"></script>\
         <main><h1>Host</h1><div id=\"here\"></div><div id=\"there\"></div></main></html>",
    )
}

/// `thrown` keeps what nobody has caught.
const THROWN: &str = "window.thrown = []; \
    addEventListener('error', ({ message }) => thrown.push(message)); \
    addEventListener('unhandledrejection', ({ reason }) => thrown.push(String(reason)));";

/// Storage as browsers block it: whoever asks for it is refused.
const BLOCKED: &str = "for (const store of ['localStorage', 'sessionStorage', 'indexedDB']) \
    Object.defineProperty(window, store, { get() { throw new DOMException('blocked', 'SecurityError'); } });";

/// Storage that is there and takes nothing.
const FULL: &str =
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";

/// Opens a page of another site with that page in a frame, and goes on in there.
async fn framed(first: &str) -> Result<Page> {
    let site = SiteCopy::new()?;
    inner(&site, first)?;
    let around = |site: &str| {
        format!(
            "<!doctype html><html lang=\"en\"><title>Outer</title>\
             <iframe title=\"Inner\" width=\"600\" height=\"800\" src=\"{site}demo/inner.html\"></iframe>"
        )
    };
    let page = Page::open_beside(site, around, "").await?;
    page.into_frame().await?;
    Ok(page)
}

/// Makes a wizard with all that may want storage, and answers up to the result.
async fn run_through(page: &Page) -> Result<()> {
    page.eval(
        "make('w', { loading: 'eager', lang: 'nl', history: '', workspace: 'default', 'capture-utm': '', \
           handoff: 'webhook:https://example.com/hook' })",
    )
    .await?;
    page.see("heading", "Does it hurt?").await?;
    page.choose("radio", "Ja").await?;
    page.click("button", "Doorgaan").await?;
    page.see("heading", "What hurts? (niet verplicht)").await?;
    // The driver's own Back is that of the page around.
    page.eval("history.back()").await?;
    page.see("heading", "Does it hurt?").await?;
    assert!(page.is_checked("radio", "Ja").await?);
    page.click("button", "Doorgaan").await?;
    page.see("heading", "What hurts? (niet verplicht)").await?;
    page.click("button", "Doorgaan").await?;
    page.fill("textbox", "How many are you?", "30").await?;
    page.click("button", "Doorgaan").await?;
    page.click("button", "Bekijk het resultaat").await?;
    page.see("heading", "A good match").await?;
    page.see("button", "Mijn antwoorden kopiëren").await?;
    assert_eq!(heard(page, "ripen-result").await?.len(), 1);
    assert_eq!(page.eval("return thrown").await?, json!([]));
    Ok(())
}

#[tokio::test]
async fn in_somebody_elses_page_it_keeps_to_its_own_part_of_storage() -> Result<()> {
    let page = framed("").await?;
    run_through(&page).await?;
    assert!(heard(&page, "ripen-error").await?.is_empty());
    // What is kept there is found there again.
    page.eval("document.getElementById('w').remove(); make('again', { loading: 'eager' })").await?;
    page.see("heading", "A good match").await
}

#[tokio::test]
async fn in_somebody_elses_page_without_storage_it_works_and_says_what_it_cannot() -> Result<()> {
    for first in [BLOCKED, FULL] {
        let page = framed(first).await?;
        run_through(&page).await?;
        page.gone("button", "Vergeet mij op dit apparaat").await?;
        // The one thing it could not do: bring the result to the workspace.
        let errors = heard(&page, "ripen-error").await?;
        assert!(
            !errors.is_empty() && errors.iter().all(|one| one["code"] == "workspace"),
            "{errors:?}"
        );
    }
    Ok(())
}

/// A second copy of the element on the site, of another version: its events say so.
fn two_versions() -> Result<SiteCopy> {
    let site = SiteCopy::new()?;
    site.double("embed", "newer")?;
    site.change("newer/ripen.js", |bytes| {
        let script = String::from_utf8_lossy(bytes).replace("ripen-error/1", "ripen-error/2");
        *bytes = format!("{script}\nwindow.newer = true;\n").into();
    })?;
    Ok(site)
}

#[tokio::test]
async fn two_versions_on_one_page_do_not_throw_and_the_first_one_serves() -> Result<()> {
    let page = tiny_host_first(two_versions()?, THROWN).await?;
    page.eval("make('before', { loading: 'eager', 'storage-key': 'a' })").await?;
    page.see("heading", "Does it hurt?").await?;
    let load = "const src = document.querySelector('script[type=module]').src; \
        const add = (src) => new Promise((onload, onerror) => document.head.append( \
          Object.assign(document.createElement('script'), { type: 'module', src, onload, onerror }))); \
        const known = customElements.get('ripen-wizard'); \
        await Promise.all([add(src.replace('/embed/', '/newer/')), add(src), add(src + '?more')]); \
        return [window.newer, customElements.get('ripen-wizard') === known]";
    assert_eq!(page.eval_async(load).await?, json!([true, true]));
    page.eval("make('after', { loading: 'eager', 'storage-key': 'b' })").await?;
    page.eval("make('none', { loading: 'eager', playbook: 'nowhere.json' }, null)").await?;
    see_heard(&page, "ripen-error", 1).await?;
    assert_eq!(heard(&page, "ripen-error").await?[0]["schema"], "ripen-error/1");
    see_heard(&page, "ripen-ready", 2).await?;
    // Both go on, each for itself.
    page.eval("document.getElementById('before').hidden = true").await?;
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "What hurts? (optional)").await?;
    page.eval("document.getElementById('after').hidden = true; document.getElementById('before').hidden = false")
        .await?;
    page.see("heading", "Does it hurt?").await?;
    assert_eq!(page.eval("return thrown").await?, json!([]));
    Ok(())
}

#[tokio::test]
async fn two_versions_at_once_with_elements_that_wait_for_them() -> Result<()> {
    let page = tiny_host(two_versions()?).await?;
    // A frame of the same site begins without either.
    page.site()?.add("demo/both.js", &format!("{THROWN}\n{HEARD}{MAKE}"))?;
    page.site()?.add(
        "demo/both.html",
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Both</title>\
         <script src=\"both.js\"></script>\
         <script type=\"module\" async src=\"../newer/ripen.js\"></script>\
         <script type=\"module\" async src=\"../embed/ripen.js\"></script></head><body><main><h1>Both</h1>\
         <ripen-wizard playbook=\"supply.json\" loading=\"eager\" storage-key=\"a\"><a href=\"?\">One</a></ripen-wizard>\
         <ripen-wizard playbook=\"retreat.json\" loading=\"eager\" storage-key=\"b\"><a href=\"?\">Two</a></ripen-wizard>\
         </main></body></html>",
    )?;
    page.goto("demo/both.html").await?;
    see_heard(&page, "ripen-ready", 2).await?;
    page.gone("link", "One").await?;
    page.gone("link", "Two").await?;
    page.see("heading", "What do you buy fixings and spares for?").await?;
    assert_eq!(page.eval("return [thrown, window.newer]").await?, json!([[], true]));
    Ok(())
}
