//! `<ripen-wizard>` as its visitors and their hosts meet it, whatever the browser.

use crate::steps::embed::{heard, see_heard, tiny_host};
use ripen_e2e::{Key, Page, Result, SiteCopy};
use serde_json::{Value, json};

/// The part that is fetched when the wizard is needed.
const WASM: &str = "embed/widget_bg.wasm";

#[tokio::test]
async fn a_run_by_keyboard_alone_ends_in_a_result_that_the_page_hears() -> Result<()> {
    let page = tiny_host(SiteCopy::new()?).await?;
    page.eval("make('w', { loading: 'eager' })").await?;
    page.see("heading", "Does it hurt?").await?;
    page.tab_to("radio", "Yes", 4).await?;
    page.see_focus_ring().await?;
    page.press(Key::Enter).await?;
    page.see_focused("alert", "").await?;
    page.see_text("Choose an answer, or “I don’t know yet”").await?;
    page.tab_to("link", "Choose an answer, or “I don’t know yet”", 2).await?;
    page.see_focus_ring().await?;
    page.press(Key::Enter).await?;
    page.see_focused("radio", "Yes").await?;
    page.chord(&[], '1').await?;
    page.press(Key::Enter).await?;
    page.see_focused("heading", "What hurts? (optional)").await?;
    page.tab_to("textbox", "What hurts? (optional)", 2).await?;
    page.see_focus_ring().await?;
    page.type_text("Everything").await?;
    page.tab_to("button", "Continue", 3).await?;
    page.see_focus_ring().await?;
    page.press(Key::Enter).await?;
    page.see_focused("heading", "How many are you?").await?;
    page.tab_to("textbox", "How many are you?", 3).await?;
    page.type_text("1,2oo").await?;
    page.press(Key::Enter).await?;
    page.see_focused("alert", "").await?;
    page.tab_to("link", "Enter a number, like 240", 2).await?;
    page.press(Key::Enter).await?;
    page.see_focused("textbox", "How many are you?").await?;
    page.chord(&[Key::Control], 'a').await?;
    page.type_text("1,200").await?;
    page.press(Key::Enter).await?;
    page.see_focused("heading", "Check your answers").await?;
    page.see_text("1,200 people").await?;
    page.tab_to("button", "See the result", 8).await?;
    page.see_focus_ring().await?;
    page.press(Key::Enter).await?;
    page.see_focused("heading", "A good match").await?;
    page.axe().await?;

    let steps = heard(&page, "ripen-step").await?;
    let asked: Vec<_> = steps.iter().map(|step| step["question"].clone()).collect();
    assert_eq!(asked, [json!("pain"), json!("words"), json!("size"), Value::Null]);
    assert_eq!(steps[0]["remaining"], 3);
    let results = heard(&page, "ripen-result").await?;
    let [result] = results.as_slice() else { panic!("{results:?}") };
    assert_eq!(result["format"], "ripen-result");
    assert_eq!(result["level"], "lead");
    assert_eq!(result["claimed_level"], "opportunity");
    assert_eq!(result["verdicts"][1]["to"], "opportunity/qualifying");
    assert_eq!(result["criteria"][0]["outcome"], "met");
    // Free text is in events only where the page asks for it.
    assert_eq!(result["answers"][1]["value"], json!({ "text": "" }));
    assert_eq!(result["answers"][2]["text"], "1,200 people");
    assert_eq!(result["playbook"], json!({ "id": "tiny", "version": 3 }));
    Ok(())
}

/// Opens the demo page of a site with a broken wizard: its visitors can still write to the firm.
async fn the_demo_s_fallback_stays(site: SiteCopy) -> Result<()> {
    site.run_first(
        "window.heard = []; document.addEventListener('ripen-error', \
         ({ target, detail }) => heard.push({ name: 'ripen-error', on: target.localName, detail }))",
    )?;
    let page = Page::open_of(site, "demo/").await?;
    see_heard(&page, "ripen-error", 1).await?;
    let error = &heard(&page, "ripen-error").await?[0];
    assert_eq!(error["code"], "widget", "{error}");
    assert_eq!(error["schema"], "ripen-error/1");
    assert!(error["message"].as_str().is_some_and(|message| !message.is_empty()), "{error}");
    assert_eq!(page.eval("return heard[0].on").await?, "ripen-wizard");
    page.see("link", "Write to us").await?;
    page.see_text("a person will tell you whether Tidewell suits your clinics").await?;
    page.gone("heading", "How many people work at your company?").await
}

#[tokio::test]
async fn a_wizard_with_a_changed_byte_leaves_the_fallback() -> Result<()> {
    let site = SiteCopy::new()?;
    // The last of the four bytes that say what kind of file it is.
    site.change(WASM, |bytes| bytes[3] ^= 1)?;
    the_demo_s_fallback_stays(site).await
}

#[tokio::test]
async fn a_wizard_that_is_cut_off_leaves_the_fallback() -> Result<()> {
    let site = SiteCopy::new()?;
    site.change(WASM, |bytes| bytes.truncate(bytes.len() / 2))?;
    the_demo_s_fallback_stays(site).await
}

#[tokio::test]
async fn a_wizard_that_is_missing_leaves_the_fallback() -> Result<()> {
    let site = SiteCopy::new()?;
    site.remove(WASM)?;
    the_demo_s_fallback_stays(site).await
}

#[tokio::test]
async fn a_wizard_that_comes_back_is_there_when_asked_for_again() -> Result<()> {
    let site = SiteCopy::new()?;
    site.remove(WASM)?;
    let page = tiny_host(site).await?;
    page.eval("make('w', { loading: 'eager' })").await?;
    see_heard(&page, "ripen-error", 1).await?;
    page.see("link", "Contact w").await?;
    page.site()?.restore(WASM)?;
    page.eval_async("await document.getElementById('w').reset()").await?;
    page.see("heading", "Does it hurt?").await?;
    page.gone("link", "Contact w").await
}

#[tokio::test]
async fn a_finished_run_arrives_in_an_open_workspace() -> Result<()> {
    let page = Page::open("index.html").await?;
    page.see("link", "Add a contact").await?;
    page.new_tab("demo/").await?;
    page.see("heading", "How many people work at your company?").await?;
    page.choose("radio", "1–9").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Check your answers").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "Probably not the right product for you").await?;
    page.switch_to(0).await?;
    page.see_text("1 new lead from the website: Website visitor").await?;

    // The same run, finished once more: the same contact, one answer further.
    page.switch_to(1).await?;
    page.click("button", "Change an answer").await?;
    page.click("button", "Change : Employees").await?;
    page.choose("radio", "10–49").await?;
    page.click("button", "Continue").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "Probably not the right product for you").await?;
    page.switch_to(0).await?;
    page.click("link", "Website visitor").await?;
    page.see_text("10–49").await?;
    let stored = page.local_storage().await?;
    let contacts: Vec<_> =
        stored.iter().filter(|(key, _)| key.starts_with("ripen/1/default/contact/")).collect();
    let [(_, contact)] = contacts.as_slice() else { panic!("{contacts:?}") };
    let contact: Value = serde_json::from_str(contact)?;
    let kinds = contact["events"].as_array().map(Vec::len);
    assert_eq!(kinds, Some(3), "{contact}");
    Ok(())
}
