//! A page of somebody else's whose wizard hands over what visitors agree to send, as it stands in that
//! page's own HTML; and a visitor's way through it.

use anyhow::{Context, ensure};
use ripen_e2e::{FAULTS, Page, Result, SiteCopy};
use serde_json::{Value, json};

use super::embed::HEARD;

/// The page, from the site's top.
pub(crate) const PAGE: &str = "../../../host/page.html";

/// What the visitor types, each once and nowhere else.
pub(crate) const DETAILS: [(&str, &str); 4] = [
    ("Your name (optional)", "Mina Nametale"),
    ("Organisation (optional)", "Orgtale Clinics"),
    ("E-mail address", "mina@mailtale.example"),
    ("Phone number", "+49 30 77718293"),
];
/// What the visitor says in words.
pub(crate) const WORDS: &str = "It wordtale all day";

/// How handing over stands, as the visitor reads it.
pub(crate) const WAITING: &str =
    "Not sent yet. It stays on this device and goes out by itself as soon as it can.";
pub(crate) const CONFIRMED: &str = "Sent, and it has arrived. Thank you.";
pub(crate) const SENT: &str = "Sent. Thank you. This page is not told whether it has arrived.";
pub(crate) const ASK: &str =
    "It may have arrived, or it may not. If you send it again, it may arrive twice.";
pub(crate) const FAILED: &str =
    "It could not be sent. You can try again, or copy or download your answers.";
pub(crate) const MAILED: &str =
    "Your mail program should have a mail with your answers now. Send it there.";
/// All of them: one is to be read, and none beside it.
const STATES: [&str; 6] = [WAITING, CONFIRMED, SENT, ASK, FAILED, MAILED];

/// A playbook of two questions that asks for every detail.
pub(crate) fn playbook() -> Value {
    let hurts = json!({ "answer": { "question": "pain", "is": { "yes": true } } });
    json!({
        "format": "ripen-playbook", "version": 1, "id": "asking", "revision": 1, "title": "Asking",
        "sections": [{ "id": "s", "title": "Need" }],
        "questions": [
            { "id": "words", "section": "s", "title": "Words", "ask": "In your words?", "kind": "text", "ask_anyway": true },
            { "id": "pain", "section": "s", "title": "Pain", "ask": "Does it hurt?", "kind": "yes_no" }],
        "criteria": [{ "id": "pain", "title": "A problem", "rule_text": "it hurts", "step": "", "rule": hurts }],
        "gates": { "prospect": ["pain"], "opportunity": [] },
        "consent": { "text": "You may answer me.", "revision": 4,
                     "details": ["person", "organisation", "email", "phone"] },
    })
}

/// Opens such a page that may connect to these origins. `attributes` are the wizard's own, and `first` runs
/// before anything else there.
pub(crate) async fn host(attributes: &str, origins: &str, first: &str) -> Result<Page> {
    let site = SiteCopy::new()?;
    site.add("embed/asking.json", &playbook().to_string())?;
    site.run_first(&format!("{FAULTS}{HEARD}{first}"))?;
    let body = format!(
        "<main><h1>Host</h1><ripen-wizard playbook=\"/some/sub/path/embed/asking.json\" loading=\"eager\" {attributes}>\
         <a href=\"?contact\">Contact us</a></ripen-wizard></main>"
    );
    Page::host_to(site, &body, origins).await
}

/// Answers everything.
pub(crate) async fn answer(page: &Page) -> Result<()> {
    page.see("heading", "In your words?").await?;
    page.fill("textbox", "In your words?", WORDS).await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Does it hurt?").await?;
    page.choose("radio", "Yes").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Check your answers").await?;
    page.click("button", "See the result").await
}

/// Answers everything, up to the contact step.
pub(crate) async fn to_the_result(page: &Page) -> Result<()> {
    answer(page).await?;
    page.see("heading", "Leave your contact details").await
}

/// Types every contact detail, and agrees to nothing yet.
pub(crate) async fn type_details(page: &Page) -> Result<()> {
    for (name, text) in DETAILS {
        page.fill("textbox", name, text).await?;
    }
    Ok(())
}

/// Ticks the consent and sends.
pub(crate) async fn agree(page: &Page) -> Result<()> {
    page.choose("checkbox", "You may answer me.").await?;
    page.click("button", "Send").await?;
    page.see("heading", "Your contact details").await
}

/// The whole way, from the first question to Send.
pub(crate) async fn send(page: &Page) -> Result<()> {
    to_the_result(page).await?;
    type_details(page).await?;
    agree(page).await
}

/// Waits until the visitor reads this of the handing over, for as long as tries take, and nothing else.
pub(crate) async fn reads(page: &Page, state: &str) -> Result<()> {
    let mut seen = page.see_text(state).await;
    for _ in 0..7 {
        if seen.is_ok() {
            break;
        }
        seen = page.see_text(state).await;
    }
    seen?;
    let all = page.text().await?;
    let others = STATES.iter().filter(|one| **one != state && all.contains(**one));
    ensure!(others.count() == 0, "more than “{state}” is to be read in: {all}");
    Ok(())
}

/// What is kept in the outbox.
pub(crate) async fn outbox(page: &Page) -> Result<Vec<Value>> {
    let all = page.local_storage().await?;
    let ours = all.into_iter().filter(|(key, _)| key.starts_with("ripen/1/visitor/outbox/"));
    ours.map(|(_, text)| serde_json::from_str(&text).context("no entry")).collect()
}
