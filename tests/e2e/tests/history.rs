//! The browser's Back and Forward, for pages that want them to lead through the wizard, and what they are for
//! all others.

mod steps;

use ripen_e2e::{Key, Page, Result, SiteCopy};
use serde_json::{Value, json};
use steps::embed::{heard, tiny_host};

/// A page where one has to scroll to the wizard, and on from it; with a link inside the page.
async fn host(attributes: &str) -> Result<Page> {
    let page = tiny_host(SiteCopy::new()?).await?;
    page.eval(&format!(
        "for (const place of ['here', 'there']) \
           for (let n = 0; n < 60; n++) document.getElementById(place)[place === 'here' ? 'before' : 'append']( \
             Object.assign(document.createElement('p'), {{ textContent: `Line ${{n}} of ${{place}}` }})); \
         document.getElementById('there').prepend(Object.assign(document.createElement('a'), \
           {{ href: '#there', textContent: 'Further down' }})); \
         make('w', {{ loading: 'eager', ...{attributes} }}).scrollIntoView()"
    ))
    .await?;
    page.see("heading", "Does it hurt?").await?;
    Ok(page)
}

async fn entries(page: &Page) -> Result<Value> {
    page.eval("return [history.length, location.href, document.title]").await
}

/// Answers the first two questions.
async fn to_the_third(page: &Page) -> Result<()> {
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "What hurts? (optional)").await?;
    page.fill("textbox", "What hurts? (optional)", "Everything").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "How many are you?").await
}

/// Sees a page of the wizard, in view, where the page was scrolled to: nothing jumps.
async fn see_still(page: &Page, heading: &str, at: &Value) -> Result<()> {
    page.see("heading", heading).await?;
    page.see_focused("heading", heading).await?;
    let now = scrolled(page).await?;
    let moved = now.as_f64().unwrap_or_default() - at.as_f64().unwrap_or_default();
    assert!(moved.abs() < 2.0, "{heading}: scrolled from {at} to {now}");
    Ok(())
}

async fn scrolled(page: &Page) -> Result<Value> {
    // The browser puts a page where it was when it has the time.
    page.eval_async(
        "await new Promise((done) => setTimeout(done, 200)); return Math.round(scrollY)",
    )
    .await
}

#[tokio::test]
async fn back_and_forward_lead_through_the_wizard() -> Result<()> {
    let page = host("{ history: '' }").await?;
    to_the_third(&page).await?;
    let at = scrolled(&page).await?;
    page.back().await?;
    see_still(&page, "What hurts? (optional)", &at).await?;
    assert_eq!(page.value("textbox", "What hurts? (optional)").await?, "Everything");
    page.back().await?;
    see_still(&page, "Does it hurt?", &at).await?;
    assert!(page.is_checked("radio", "Yes").await?);
    // Forward is Continue: it passes over what is answered, and ends where nobody has been further.
    for _ in 0..2 {
        page.forward().await?;
        see_still(&page, "How many are you?", &at).await?;
        page.gone("alert", "").await?;
    }
    page.back().await?;
    see_still(&page, "Does it hurt?", &at).await?;
    page.click("button", "Continue").await?;
    page.click("button", "Back").await?;
    page.see("heading", "Does it hurt?").await?;
    page.eval_async("await document.getElementById('w').reset()").await?;
    to_the_third(&page).await?;
    let at = scrolled(&page).await?;
    // Two at once.
    page.eval("history.go(-2)").await?;
    see_still(&page, "Does it hurt?", &at).await?;
    page.eval("history.go(2)").await?;
    see_still(&page, "How many are you?", &at).await?;
    page.fill("textbox", "How many are you?", "30").await?;
    page.click("button", "Continue").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "A good match").await?;
    page.back().await?;
    page.see("heading", "Check your answers").await?;
    page.forward().await?;
    page.see("heading", "A good match").await?;
    // A step in the wizard after Back begins another way: there is no Forward any more.
    page.back().await?;
    page.see("heading", "Check your answers").await?;
    page.click("button", "Change : Pain").await?;
    page.see("heading", "Does it hurt?").await?;
    page.back().await?;
    page.see("heading", "Check your answers").await?;
    assert!(heard(&page, "ripen-error").await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn the_wizards_own_back_and_starting_again_leave_no_entries_behind() -> Result<()> {
    let page = host("{ history: '' }").await?;
    page.eval("history.pushState('host', '', '?before')").await?;
    to_the_third(&page).await?;
    page.click("button", "Back").await?;
    page.see("heading", "What hurts? (optional)").await?;
    page.back().await?;
    page.see("heading", "Does it hurt?").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "How many are you?").await?;
    page.click("button", "Start again").await?;
    page.see("heading", "Does it hurt?").await?;
    // Back is now the page's own.
    page.eval_async("await new Promise((done) => setTimeout(done, 300))").await?;
    // WebKit's own Back passes over entries that no visitor has caused, as the page's here.
    page.eval("history.back()").await?;
    page.eval_async("await new Promise((done) => setTimeout(done, 300))").await?;
    assert_eq!(page.eval("return location.search").await?, "");
    page.see("heading", "Does it hurt?").await
}

#[tokio::test]
async fn forward_does_not_pass_what_is_refused() -> Result<()> {
    let page = host("{ history: '' }").await?;
    to_the_third(&page).await?;
    page.fill("textbox", "How many are you?", "30").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Check your answers").await?;
    page.back().await?;
    page.fill("textbox", "How many are you?", "many").await?;
    page.forward().await?;
    page.see("link", "Enter a number, like 240").await?;
    page.fill("textbox", "How many are you?", "31").await?;
    page.forward().await?;
    page.see("heading", "Check your answers").await?;
    page.see_text("31 people").await
}

#[tokio::test]
async fn links_inside_the_page_and_a_reload_lose_no_place() -> Result<()> {
    let page = host("{ history: '' }").await?;
    to_the_third(&page).await?;
    page.click("link", "Further down").await?;
    page.eval_async("await new Promise((done) => setTimeout(done, 200))").await?;
    page.see("heading", "How many are you?").await?;
    page.back().await?;
    page.eval_async("await new Promise((done) => setTimeout(done, 200))").await?;
    page.see("heading", "How many are you?").await?;
    page.back().await?;
    page.see("heading", "What hurts? (optional)").await?;
    page.forward().await?;
    page.see("heading", "How many are you?").await?;
    page.eval_async("await new Promise((done) => setTimeout(done, 200))").await?;
    page.reload().await?;
    page.eval("make('w', { loading: 'eager', history: '' })").await?;
    page.see("heading", "How many are you?").await?;
    page.back().await?;
    page.see("heading", "What hurts? (optional)").await?;
    page.back().await?;
    page.see("heading", "Does it hurt?").await?;
    page.forward().await?;
    page.see("heading", "How many are you?").await
}

#[tokio::test]
async fn without_the_attribute_nothing_is_added_and_nothing_jumps() -> Result<()> {
    let page = host("{}").await?;
    let before = entries(&page).await?;
    let at = scrolled(&page).await?;
    page.click("button", "Continue").await?;
    page.click("link", "Choose an answer, or “I don’t know yet”").await?;
    page.see_focused("radio", "Yes").await?;
    to_the_third(&page).await?;
    page.click("button", "Back").await?;
    see_still(&page, "What hurts? (optional)", &at).await?;
    page.click("button", "Continue").await?;
    page.see("heading", "How many are you?").await?;
    page.fill("textbox", "How many are you?", "30").await?;
    page.press(Key::Enter).await?;
    page.click("button", "See the result").await?;
    page.see("heading", "A good match").await?;
    page.click("button", "Start again").await?;
    page.see("heading", "Does it hurt?").await?;
    assert_eq!(entries(&page).await?, before);
    assert_eq!(page.eval("return history.state").await?, json!(null));
    Ok(())
}
