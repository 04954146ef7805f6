//! A file of the element that is not what was built: nothing of it runs, the visitor has something to go on
//! with, and the page hears why.

mod steps;

use ripen_e2e::{Browser, Page, Receiver, Result, SiteCopy};
use serde_json::json;
use steps::embed::{HEARD, MAKE, heard, see_heard, tiny_host};

/// What is put into a script: it runs, whatever else does.
const FOREIGN: &str = "\n;globalThis.foreign = true;\n";

/// A site with something foreign in one of its scripts.
fn tampered(file: &str) -> Result<SiteCopy> {
    let site = SiteCopy::new()?;
    site.change(file, |bytes| bytes.extend_from_slice(FOREIGN.as_bytes()))?;
    Ok(site)
}

async fn nothing_foreign_ran(page: &Page) -> Result<()> {
    assert_eq!(page.eval("return globalThis.foreign ?? null").await?, json!(null));
    Ok(())
}

/// Whether a script that could not be had is asked for again: Firefox remembers that as long as the page lives.
fn asks_again(page: &Page) -> bool {
    page.browser() != Browser::Firefox
}

async fn see_error(page: &Page, code: &str) -> Result<()> {
    see_heard(page, "ripen-error", 1).await?;
    let errors = heard(page, "ripen-error").await?;
    assert_eq!(errors[0]["code"], code, "{errors:?}");
    assert!(errors[0]["message"].as_str().is_some_and(|why| !why.is_empty()), "{errors:?}");
    Ok(())
}

/// Answers the tiny playbook to a good match.
async fn to_the_result(page: &Page) -> Result<()> {
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    page.click("button", "Continue").await?;
    page.fill("textbox", "How many are you?", "30").await?;
    page.click("button", "Continue").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "A good match").await
}

/// A page whose wizard asks for contact details; `make('w', …, asking)`.
async fn asking(site: SiteCopy, receiver: &Receiver) -> Result<Page> {
    site.run_first(&format!(
        "{HEARD}{MAKE}\nwindow.asking = {{ ...tiny, \
         consent: {{ text: 'You may answer me.', revision: 1, details: ['email'] }} }};"
    ))?;
    let body = "<main><h1>Host</h1><div id=\"here\"></div></main>";
    let page = Page::host_to(site, body, &receiver.origin()).await?;
    page.eval(&make(receiver)).await?;
    Ok(page)
}

fn make(receiver: &Receiver) -> String {
    let to = receiver.origin();
    format!("make('w', {{ loading: 'eager', handoff: 'webhook:{to}/hook' }}, asking)")
}

#[tokio::test]
async fn the_fallback_stays_where_the_wizard_itself_is_not_as_built() -> Result<()> {
    for (file, attributes) in [
        ("embed/widget.js", "{ loading: 'eager' }"),
        ("embed/extras.js", "{ loading: 'eager', history: '' }"),
    ] {
        let page = tiny_host(tampered(file)?).await?;
        page.eval(&format!("make('w', {attributes})")).await?;
        see_error(&page, "widget").await?;
        page.see("link", "Contact w").await?;
        nothing_foreign_ran(&page).await?;
        // Once the file is right again, the next try finds it so.
        page.site()?.restore(file)?;
        if !asks_again(&page) {
            continue;
        }
        page.eval_async("await document.getElementById('w').open()").await?;
        page.see("heading", "Does it hurt?").await?;
    }
    let site = SiteCopy::new()?;
    site.change("embed/widget_bg.wasm", |bytes| {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
    })?;
    let page = tiny_host(site).await?;
    page.eval("make('w', { loading: 'eager' })").await?;
    see_error(&page, "widget").await?;
    page.see("link", "Contact w").await
}

#[tokio::test]
async fn the_result_stays_where_what_stands_below_it_is_not_as_built() -> Result<()> {
    for (file, is_script) in [("embed/result.js", true), ("embed/lang/en.json", false)] {
        let receiver = Receiver::start()?;
        let site = if is_script { tampered(file)? } else { SiteCopy::new()? };
        if !is_script {
            site.change(file, |bytes| {
                *bytes = String::from_utf8_lossy(bytes).replace("Send", "Sent").into();
            })?;
        }
        let page = asking(site, &receiver).await?;
        to_the_result(&page).await?;
        see_error(&page, "widget").await?;
        nothing_foreign_ran(&page).await?;
        page.see_text("It hurts.").await?;
        assert_eq!(page.count("button", "Sent").await? + page.count("button", "Send").await?, 0);
        // The way back and on is open; with the file as it was, the step is there.
        page.site()?.restore(file)?;
        if !asks_again(&page) {
            page.reload().await?;
            page.eval(&make(&receiver)).await?;
        }
        page.click("button", "Change an answer").await?;
        page.click("button", "See the result").await?;
        page.see("button", "Send").await?;
        receiver.see(0).await?;
    }
    Ok(())
}

#[tokio::test]
async fn nothing_is_sent_where_what_sends_is_not_as_built() -> Result<()> {
    let receiver = Receiver::start()?;
    let page = asking(tampered("embed/handoff.js")?, &receiver).await?;
    to_the_result(&page).await?;
    page.fill("textbox", "E-mail address", "ann@b.example").await?;
    page.choose("checkbox", "You may answer me.").await?;
    page.click("button", "Send").await?;
    page.see_text("It could not be sent. You can try again, or copy or download your answers.")
        .await?;
    see_error(&page, "handoff").await?;
    nothing_foreign_ran(&page).await?;
    receiver.see(0).await?;
    assert!(!json!(page.local_storage().await?).to_string().contains("ann@b.example"));
    page.see("button", "Copy my answers").await?;
    // Again, with the file as it was.
    page.site()?.restore("embed/handoff.js")?;
    if !asks_again(&page) {
        return Ok(());
    }
    page.click("button", "Send again").await?;
    page.see_text("Sent, and it has arrived. Thank you.").await?;
    assert!(receiver.see(1).await?[0].body.contains("ann@b.example"));
    Ok(())
}

#[tokio::test]
async fn a_language_that_is_not_as_built_is_english() -> Result<()> {
    let site = SiteCopy::new()?;
    site.change("embed/lang/nl.json", |bytes| {
        *bytes = String::from_utf8_lossy(bytes).replace("Doorgaan", "Betalen").into();
    })?;
    let page = tiny_host(site).await?;
    page.eval("make('w', { loading: 'eager', lang: 'nl' })").await?;
    page.see("button", "Continue").await?;
    page.gone_text("Betalen").await
}

#[tokio::test]
async fn a_loader_that_is_not_as_built_is_not_run() -> Result<()> {
    let page = tiny_host(SiteCopy::new()?).await?;
    let add = "const src = document.querySelector('script[type=module]').src; \
        const bytes = await (await fetch(src)).arrayBuffer(); \
        const sum = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes)); \
        const integrity = 'sha384-' + btoa(String.fromCharCode(...sum)); \
        window.add = (query) => new Promise((onload, onerror) => document.head.append(Object.assign( \
          document.createElement('script'), { type: 'module', src: src + query, integrity, onload: () => onload(true), \
          onerror: () => onload(false) }))); \
        return add('?first')";
    assert_eq!(page.eval_async(add).await?, true);
    page.site()?.change("embed/ripen.js", |bytes| bytes.extend_from_slice(FOREIGN.as_bytes()))?;
    assert_eq!(page.eval_async("return add('?second')").await?, false);
    nothing_foreign_ran(&page).await
}
