//! Results for a workspace of the same origin: they wait in its inbox until it is open, each becomes
//! one lead, and what cannot be read is left and told.

use super::{answer_tiny, host};
use crate::steps::embed::{heard, see_heard};
use anyhow::ensure;
use ripen_e2e::{Page, Result};
use serde_json::Value;

const CONTACTS: &str = "ripen/1/default/contact/";
const INBOX: &str = "ripen/1/default/inbox/";

/// What is stored under keys that begin so.
async fn stored(page: &Page, start: &str) -> Result<Vec<(String, String)>> {
    let all = page.local_storage().await?;
    Ok(all.into_iter().filter(|(key, _)| key.starts_with(start)).collect())
}

/// Waits until there is one lead of so many events, and nothing in the inbox.
async fn one_lead(page: &Page, events: usize) -> Result<()> {
    let mut seen = String::new();
    for _ in 0..100 {
        let (contacts, inbox) = (stored(page, CONTACTS).await?, stored(page, INBOX).await?);
        seen = format!("{contacts:?}, and in the inbox {inbox:?}");
        if let ([(_, text)], []) = (contacts.as_slice(), inbox.as_slice()) {
            let lead: Value = serde_json::from_str(text)?;
            if lead["events"].as_array().map(Vec::len) == Some(events) {
                return Ok(());
            }
        }
        page.eval_async("await new Promise((done) => setTimeout(done, 50))").await?;
    }
    ensure!(false, "there is no one lead of {events} events: {seen}");
    Ok(())
}

/// A visitor of a page that names the workspace comes to the result.
async fn finish(page: &Page) -> Result<()> {
    page.eval("make('w', { loading: 'eager', workspace: 'default' })").await?;
    answer_tiny(page, "30").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "A good match").await
}

/// The same visitor has second thoughts.
async fn finish_again(page: &Page, people: &str) -> Result<()> {
    page.click("button", "Change an answer").await?;
    page.click("button", "Change : Size").await?;
    page.fill("textbox", "How many are you?", people).await?;
    page.click("button", "Continue").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "A good match").await
}

#[tokio::test]
async fn two_open_workspaces_make_one_lead_of_a_result() -> Result<()> {
    let page = host().await?;
    for _ in 0..2 {
        page.new_tab("index.html").await?;
        page.see("link", "Add a contact").await?;
    }
    page.switch_to(0).await?;
    finish(&page).await?;
    for tab in [1, 2] {
        page.switch_to(tab).await?;
        page.see("link", "Website visitor").await?;
        page.see("link", "Contacts 1").await?;
    }
    one_lead(&page, 4).await?;
    page.switch_to(0).await?;
    finish_again(&page, "40").await?;
    one_lead(&page, 5).await?;
    finish_again(&page, "50").await?;
    one_lead(&page, 6).await?;
    for tab in [1, 2] {
        page.switch_to(tab).await?;
        page.see("link", "Contacts 1").await?;
    }
    page.reload().await?;
    page.see("link", "Contacts 1").await?;
    one_lead(&page, 6).await
}

#[tokio::test]
async fn a_result_waits_until_the_workspace_is_open() -> Result<()> {
    let page = host().await?;
    finish(&page).await?;
    finish_again(&page, "40").await?;
    assert_eq!(stored(&page, INBOX).await?.len(), 1);
    assert!(stored(&page, CONTACTS).await?.is_empty());
    page.new_tab("index.html").await?;
    page.see_text("1 new lead from the website: Website visitor").await?;
    page.axe().await?;
    page.click("button", "Show").await?;
    page.see("heading", "Website visitor").await?;
    // The answer it began with was never taken in.
    one_lead(&page, 4).await?;
    assert!(stored(&page, CONTACTS).await?[0].1.contains("{\"number\":40"));
    page.see_text("Saved in this browser").await?;
    page.reload().await?;
    page.see("link", "Contacts 1").await?;
    // The page goes on, and says what changed.
    page.switch_to(0).await?;
    finish_again(&page, "50").await?;
    page.switch_to(1).await?;
    page.see_text("1 lead from the website said something new").await?;
    one_lead(&page, 5).await
}

#[tokio::test]
async fn a_visitor_who_was_erased_does_not_come_back() -> Result<()> {
    let page = host().await?;
    finish(&page).await?;
    page.new_tab("index.html").await?;
    page.click("button", "Show").await?;
    page.see("heading", "Website visitor").await?;
    one_lead(&page, 4).await?;
    page.click("button", "More").await?;
    page.click("button", "Erase this person…").await?;
    page.click("button", "Erase for good").await?;
    page.see("link", "Contacts 0").await?;
    page.switch_to(0).await?;
    finish_again(&page, "40").await?;
    for _ in 0..2 {
        page.switch_to(1).await?;
        page.see("link", "Contacts 0").await?;
        assert!(stored(&page, INBOX).await?.is_empty());
        let [(_, text)] = &stored(&page, CONTACTS).await?[..] else { panic!("one tombstone") };
        assert!(text.contains("erased"), "{text}");
        page.reload().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_result_that_cannot_be_read_is_left_and_told() -> Result<()> {
    let page = host().await?;
    let key = |n: u8| format!("{INBOX}01a20053-188c-7e6d-b39b-1013f4bf59a{n}");
    let damaged = r#"{"format":"ripen-result","version":1,"id":"01a2"#;
    let newer = r#"{"format":"ripen-result","version":99,"of":"the future"}"#;
    for (n, text) in [(1, damaged), (2, newer)] {
        page.set_local_storage(&key(n), Some(text)).await?;
    }
    finish(&page).await?;
    page.new_tab("index.html").await?;
    page.see_text("1 new lead from the website").await?;
    page.see_text("2 stored values cannot be used.").await?;
    page.gone_text("Read-only").await?;
    page.click("link", "Data").await?;
    page.reload().await?;
    page.see("heading", "Needs attention").await?;
    page.see_text("A result from the website cannot be read").await?;
    page.see_text("written by a newer Ripen (version 99 of it)").await?;
    page.axe().await?;
    let left: Vec<_> = stored(&page, INBOX).await?;
    assert_eq!(left, [(key(1), damaged.to_owned()), (key(2), newer.to_owned())]);
    page.click("button", &format!("Download as it is {}", key(1))).await?;
    let (_, raw) = page.downloaded("ripen-1-default-inbox", ".txt").await?;
    assert_eq!(raw, damaged.as_bytes());
    // What says that it was saved lies over the buttons.
    page.reload().await?;
    page.click("button", &format!("Remove… {}", key(1))).await?;
    page.see_focused("button", &format!("Remove for good {}", key(1))).await?;
    page.axe().await?;
    page.click("button", &format!("Remove for good {}", key(1))).await?;
    page.see_focused("heading", "Data").await?;
    page.gone_text("A result from the website cannot be read").await?;
    assert_eq!(stored(&page, INBOX).await?, [(key(2), newer.to_owned())]);
    page.click("button", "Delete everything…").await?;
    page.click("button", "Delete everything").await?;
    page.see_text("Everything that was here is deleted.").await?;
    assert!(stored(&page, "ripen/1/default/").await?.is_empty(), "no key is left");
    Ok(())
}

#[tokio::test]
async fn a_result_that_finds_no_room_is_told_to_the_page() -> Result<()> {
    let page = host().await?;
    page.eval("make('bad', { loading: 'eager', workspace: 'No Name' })").await?;
    answer_tiny(&page, "30").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "A good match").await?;
    page.eval("document.getElementById('bad').remove()").await?;
    page.fill_up().await?;
    page.eval("make('full', { loading: 'eager', workspace: 'default', resume: 'off' })").await?;
    answer_tiny(&page, "30").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "A good match").await?;
    see_heard(&page, "ripen-error", 2).await?;
    let errors = heard(&page, "ripen-error").await?;
    let told: Vec<_> = errors.iter().map(|error| (&error["code"], &error["message"])).collect();
    assert!(told.iter().all(|(code, _)| *code == "workspace"), "{told:?}");
    assert_eq!(*told[0].1, "No Name: not the name of a workspace");
    assert_eq!(*told[1].1, "default: storage is full");
    assert!(stored(&page, INBOX).await?.is_empty());
    Ok(())
}
