//! Every state of the wizard, for people who see it in other ways: the accessibility checker, names, and
//! all of it to be read and hit, light and dark, wide and in a narrow column, from left and from right.

#[path = "states/ends.rs"]
mod ends;
#[path = "states/every.rs"]
mod every;
#[path = "states/keyboard.rs"]
mod keyboard;
#[path = "states/names.rs"]
mod names;
mod steps;

use every::{Findings, Look, host, put, walk};
use ripen_e2e::{Browser, Page, Result};

/// Both themes and both widths, with as few looks as do.
fn looks(page: &Page) -> &'static [Look] {
    match page.browser() {
        Browser::Chromium => &[("light", 700), ("dark", 700), ("light", 280), ("dark", 280)],
        _ => &[("dark", 280)],
    }
}

async fn walked(lang: &str) -> Result<()> {
    let page = host().await?;
    put(&page, &format!("{{ lang: '{lang}' }}"), "every").await?;
    let mut found = Findings::default();
    walk(&page, async |at| found.check(&page, at, looks(&page)).await).await?;
    found.tell()
}

#[tokio::test]
async fn every_kind_of_question_in_english() -> Result<()> {
    walked("en").await
}

#[tokio::test]
async fn every_kind_of_question_in_arabic() -> Result<()> {
    walked("ar").await
}

#[tokio::test]
async fn every_verdict() -> Result<()> {
    ends::every_verdict("en").await?;
    ends::every_verdict("ar").await
}

#[tokio::test]
async fn the_contact_step_in_english() -> Result<()> {
    ends::the_contact_step("en").await
}

#[tokio::test]
async fn the_contact_step_in_arabic() -> Result<()> {
    ends::the_contact_step("ar").await
}

#[tokio::test]
async fn the_dialog() -> Result<()> {
    ends::the_dialog("en").await?;
    ends::the_dialog("ar").await
}

#[tokio::test]
async fn names_and_the_keyboard() -> Result<()> {
    let page = host().await?;
    names::every_field_is_named(&page).await?;
    keyboard::every_kind(&page).await
}

#[tokio::test]
async fn by_keyboard_to_what_was_sent_and_beyond() -> Result<()> {
    keyboard::to_what_was_sent_and_beyond().await
}
