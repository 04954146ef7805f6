//! Writing what visitors read in another language.

use crate::steps::workspace;
use ripen_e2e::{Key, Result};

#[tokio::test]
async fn a_language_is_added_translated_checked_and_published() -> Result<()> {
    let page = workspace().await?;
    page.goto("index.html#/playbook/languages").await?;
    page.see("heading", "Languages").await?;
    page.see_text("There is no other language yet.").await?;
    page.click("button", "Add the language").await?;
    page.see_text("Another language").await?;
    page.select("combobox", "Another language", "Dutch").await?;
    page.click("button", "Add the language").await?;
    page.see("combobox", "Translate into").await?;
    page.see_text("Missing: ").await?;
    let name = "question “Employees”: wording for visitors";
    page.fill("textbox", name, "Hoeveel mensen werken er bij u?").await?;
    page.press(Key::Tab).await?;
    page.choose("checkbox", "Missing only").await?;
    page.gone("textbox", name).await?;
    page.see("textbox", "the playbook: name").await?;

    // The checks count what is left, and lead here.
    page.goto("index.html#/playbook/checks").await?;
    page.see_text("Not translated into Dutch:").await?;
    page.goto("index.html#/playbook").await?;
    page.see_text("language “Dutch” – new").await?;
    page.click("button", "Publish version 2").await?;
    page.see("heading", "No changes").await?;

    // Undo is there for what comes after.
    page.goto("index.html#/playbook/languages").await?;
    page.click("button", "Take Dutch out").await?;
    page.see_text("There is no other language yet.").await?;
    page.chord(&[Key::Control], 'z').await?;
    page.see("combobox", "Translate into").await?;
    assert_eq!(page.value("textbox", name).await?, "Hoeveel mensen werken er bij u?");
    Ok(())
}
