//! A whole run by the keyboard alone, to what was sent and beyond: the focus is always somewhere, and seen.

use crate::ends::host_to;
use crate::every::{put, until};
use anyhow::{Context, ensure};
use ripen_e2e::{Key, Manner, Page, Receiver, Result};

/// What a person with a keyboard relies on after each step: the focus is on something, and in view.
async fn stands(page: &Page, role: &str, name: &str) -> Result<()> {
    page.see_focused(role, name).await?;
    let view = "const box = wizard().shadowRoot.activeElement.getBoundingClientRect(); \
        return box.bottom > 0 && box.top < innerHeight";
    ensure!(page.eval(view).await? == true, "{role} “{name}” has the focus and is out of view");
    Ok(())
}

/// Goes to something by Tab, sees where the focus is, and presses a key.
async fn press(page: &Page, role: &str, name: &str, key: Key) -> Result<()> {
    page.tab_to(role, name, 16).await?;
    page.see_focus_ring().await.with_context(|| format!("{role} {name}"))?;
    page.press(key).await
}

/// The same, and types.
async fn write(page: &Page, role: &str, name: &str, text: &str) -> Result<()> {
    page.tab_to(role, name, 16).await?;
    page.see_focus_ring().await.with_context(|| format!("{role} {name}"))?;
    page.type_text(text).await
}

pub(crate) async fn every_kind(page: &Page) -> Result<()> {
    put(page, "{}", "every").await?;
    // The first heading waits to be reached: nobody has come to the wizard yet.
    write(page, "radio", "Health", "2").await?;
    page.press(Key::Enter).await?;
    let country = "Which country?";
    stands(page, "heading", country).await?;
    press(page, "button", "Continue", Key::Enter).await?;
    page.see_focused("alert", "").await?;
    press(page, "link", "Choose an answer, or “I don’t know yet”", Key::Enter).await?;
    page.see_focused("combobox", country).await?;
    page.press(Key::Down).await?;
    press(page, "button", "Continue", Key::Space).await?;
    stands(page, "heading", "What have you tried?").await?;
    press(page, "checkbox", "A spreadsheet", Key::Space).await?;
    page.type_text("3").await?;
    page.see_focused("checkbox", "Nothing").await?;
    page.press(Key::Enter).await?;
    stands(page, "heading", "Does it hurt?").await?;
    press(page, "radio", "Yes", Key::Down).await?;
    ensure!(page.is_checked("radio", "No").await?, "the arrow has chosen nothing");
    page.type_text("1").await?;
    page.press(Key::Enter).await?;
    stands(page, "heading", "How much does it matter?").await?;
    write(page, "radio", "1 : Not at all", "7").await?;
    page.press(Key::Enter).await?;
    stands(page, "heading", "How many people work there?").await?;
    write(page, "radio", "1–9", "3").await?;
    page.press(Key::Enter).await?;
    stands(page, "heading", "How many hours does it take?").await?;
    press(page, "button", "Why we ask", Key::Space).await?;
    page.see_text("It tells what it costs.").await?;
    write(page, "textbox", "How many hours does it take?", "30").await?;
    page.press(Key::Enter).await?;
    stands(page, "heading", "What does it cost you a year?").await?;
    page.tab_back_to("button", "Back", 3).await?;
    page.see_focus_ring().await?;
    page.press(Key::Enter).await?;
    stands(page, "heading", "How many hours does it take?").await?;
    press(page, "button", "Continue", Key::Enter).await?;
    stands(page, "heading", "What does it cost you a year?").await?;
    write(page, "textbox", "What does it cost you a year?", "1200").await?;
    page.press(Key::Enter).await?;
    stands(page, "heading", "When does it have to be over?").await?;
    press(page, "checkbox", "I don’t know yet", Key::Space).await?;
    press(page, "button", "Continue", Key::Enter).await?;
    stands(page, "heading", "What is it in your own words? (optional)").await?;
    write(page, "textbox", "What is it in your own words? (optional)", "Everything").await?;
    press(page, "button", "Continue", Key::Enter).await?;
    stands(page, "heading", "Check your answers").await?;
    press(page, "button", "Change : Scale", Key::Enter).await?;
    stands(page, "heading", "How much does it matter?").await?;
    // Whoever comes back stands at what was chosen.
    press(page, "radio", "7", Key::Enter).await?;
    stands(page, "heading", "Check your answers").await?;
    press(page, "button", "See the result", Key::Enter).await?;
    stands(page, "heading", "A good match").await
}

pub(crate) async fn to_what_was_sent_and_beyond() -> Result<()> {
    let receiver = Receiver::start()?;
    receiver.then([Manner::Answer(400), Manner::DropAfter]);
    let page = host_to(&[&receiver]).await?;
    let to = format!("{}/api/v1/LeadCapture/key", receiver.origin());
    put(&page, &format!("{{ handoff: 'espocrm:{to}' }}"), "asking").await?;
    page.eval_async("await finish(0, '30')").await?;
    until(&page, "inside('.contact').length").await?;
    stands(&page, "heading", "A good match").await?;
    press(&page, "button", "Send", Key::Enter).await?;
    stands(&page, "alert", "").await?;
    press(&page, "link", "Enter an e-mail address or a phone number", Key::Enter).await?;
    stands(&page, "textbox", "E-mail address").await?;
    page.see_focus_ring().await?;
    page.type_text("ann@b.example").await?;
    write(&page, "textbox", "Phone number", "030 123456").await?;
    page.tab_back_to("textbox", "Your name (optional)", 12).await?;
    page.see_focus_ring().await?;
    page.type_text("Ann").await?;
    let consent = page.eval("return asking.consent.text").await?;
    press(&page, "checkbox", consent.as_str().unwrap_or_default(), Key::Space).await?;
    press(&page, "button", "Send", Key::Space).await?;
    stands(&page, "heading", "Your contact details").await?;
    page.see_text("It could not be sent.").await?;
    stands(&page, "heading", "Your contact details").await?;
    press(&page, "button", "Send again", Key::Enter).await?;
    stands(&page, "heading", "Your contact details").await?;
    page.see_text("It may have arrived, or it may not.").await?;
    press(&page, "button", "Change my details", Key::Enter).await?;
    stands(&page, "heading", "Leave your contact details").await?;
    press(&page, "checkbox", consent.as_str().unwrap_or_default(), Key::Space).await?;
    press(&page, "button", "Send", Key::Enter).await?;
    stands(&page, "heading", "Your contact details").await?;
    page.see_text("Sent, and it has arrived. Thank you.").await?;
    stands(&page, "heading", "Your contact details").await?;
    press(&page, "button", "Copy my answers", Key::Enter).await?;
    page.see_focused("button", "Copy my answers").await?;
    press(&page, "button", "Forget me on this device", Key::Enter).await?;
    stands(&page, "heading", "Does it hurt?").await?;
    page.see_text("Nothing is kept on this device any more.").await
}
