//! The playbook beyond the first one: undo, files, switching to another.

use crate::steps::workspace;
use ripen_e2e::{Key, Page, Result};

#[tokio::test]
async fn edits_are_undone_and_put_back_and_a_draft_outlives_a_reload() -> Result<()> {
    let page = workspace().await?;
    page.goto("index.html#/playbook").await?;
    page.see("heading", "Playbook: Pain–Interest–Fit").await?;
    for title in ["One", "Two"] {
        page.fill("textbox", "Name of the playbook", title).await?;
        page.press(Key::Tab).await?;
        page.see("heading", &format!("Playbook: {title}")).await?;
    }
    page.see("heading", "Draft with 1 change").await?;
    page.chord(&[Key::Control], 'z').await?;
    page.see("heading", "Playbook: One").await?;
    page.chord(&[Key::Control], 'y').await?;
    page.see("heading", "Playbook: Two").await?;
    page.reload().await?;
    page.see("heading", "Playbook: Two").await?;
    page.click("button", "Throw the draft away").await?;
    page.see("heading", "Playbook: Pain–Interest–Fit").await?;
    page.see("heading", "No changes").await
}

#[tokio::test]
async fn a_playbook_goes_out_as_a_file_and_comes_back_in() -> Result<()> {
    let page = workspace().await?;
    page.goto("index.html#/playbook/share").await?;
    page.click("button", "Download the playbook").await?;
    let (name, file) = page.downloaded("pain-interest-fit", ".json").await?;
    assert_eq!(name, "pain-interest-fit.json");
    let text = String::from_utf8(file)?;

    // A broken one is refused with its place.
    let broken = page.file("broken.json", text.replace("\"rule_text\"", "\"rule_txt\""))?;
    page.upload("Open a playbook file", &[broken]).await?;
    page.see_text("broken.json").await?;
    page.see_text("criteria[0]").await?;
    page.gone("button", "Take it in as the draft").await?;
    page.gone_text("This is a draft, not in force yet.").await?;

    let renamed = text.replacen("Pain–Interest–Fit", "Ours", 1);
    let renamed = page.file("ours.json", renamed)?;
    page.upload("Open a playbook file", &[renamed]).await?;
    page.click("button", "Take it in as the draft").await?;
    page.see("heading", "Playbook: Ours").await?;
    page.see_text("Took in the playbook “Ours” as the draft").await?;
    page.see("heading", "Draft with 1 change").await
}

#[tokio::test]
async fn switching_says_who_would_be_placed_elsewhere_first() -> Result<()> {
    let page = Page::open("index.html?workspace=demo#/playbook/packs").await?;
    page.click("button", "See what would change with Strict B2B").await?;
    page.see_text("contacts under way would be placed elsewhere by their evidence:").await?;
    page.see_text("Nobody moves by itself").await?;
    page.see_text("Judged by Dayround").await?;
    page.click("button", "Leave everything as it is").await?;
    page.click("button", "See what would change with Strict B2B").await?;
    page.click("button", "Use this playbook").await?;
    page.see_text("Judged by Strict B2B").await?;
    page.click("button", "Switch back").await?;
    page.see_text("Judged by Dayround").await
}
