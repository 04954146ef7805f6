//! Erasing a person, backups and their age, bringing one in, workspaces side by side.

use crate::steps::{add_contact, workspace};
use ripen_e2e::{Page, Result};

/// Makes a backup on the view of the data; gives the file.
async fn back_up(page: &Page) -> Result<(String, Vec<u8>)> {
    page.goto("index.html#/data").await?;
    page.click("button", "Export as JSON").await?;
    let file = page.downloaded("ripen-default-", ".json").await?;
    page.see_text("Last backup: today").await?;
    Ok(file)
}

async fn erase(page: &Page, person: &str) -> Result<()> {
    page.goto("index.html#/contacts").await?;
    page.click("link", person).await?;
    page.click("button", "More").await?;
    page.click("button", "Erase this person…").await
}

#[tokio::test]
async fn an_erased_person_stays_away_unless_asked_back() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    add_contact(&page, "Tom Reyes", "Harbour Dental").await?;
    page.see_text("No backup yet").await?;
    let (name, bytes) = back_up(&page).await?;
    let backup = page.file(&name, bytes)?;

    erase(&page, "Mina Okafor").await?;
    page.see("heading", "Erase Mina Okafor · Northwind Clinics?").await?;
    page.see_text("ripen-default-").await?;
    page.click("button", "Erase for good").await?;
    page.see_text("Erased for good.").await?;
    page.gone("link", "Mina Okafor").await?;
    page.see_text("Saved in this browser").await?;
    for (key, text) in page.local_storage().await? {
        assert!(!text.contains("Okafor"), "{key}");
    }
    page.reload().await?;
    page.see("link", "Tom Reyes").await?;
    page.gone("link", "Mina Okafor").await?;

    // A backup that still holds her: she stays away, unless somebody asks.
    page.goto("index.html#/data").await?;
    page.upload("Choose files", &[&backup]).await?;
    page.see_text("One person in there was erased here: Mina Okafor").await?;
    page.see_text("Everything else in it is here already.").await?;
    page.choose("checkbox", "Bring back who was erased here").await?;
    page.click("button", "Bring in 1 contact").await?;
    page.see_text("Done. 0 new, 0 changed, 1 unchanged, 1 brought back.").await?;
    page.goto("index.html#/contacts").await?;
    page.see("link", "Mina Okafor").await
}

#[tokio::test]
async fn who_is_erased_in_another_tab_is_gone_from_the_questions_at_once() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.see_text("Saved in this browser").await?;
    let contact = page.address().await?;
    let contact = contact.split('#').next_back().unwrap_or_default();
    for way in ["ask/employees", "ask-all"] {
        page.new_tab(&format!("index.html#{contact}/{way}")).await?;
        page.fill("textbox", "How many people work there?", "240").await?;
    }
    page.switch_to(0).await?;
    erase(&page, "Mina Okafor").await?;
    page.click("button", "Erase for good").await?;
    page.see_text("Erased for good.").await?;
    for tab in [1, 2] {
        page.switch_to(tab).await?;
        page.see("heading", "This contact is not here").await?;
        page.see_text("It was erased for good, here or in another tab.").await?;
        page.gone_text("Mina Okafor").await?;
        let kept = page.eval("return JSON.stringify(sessionStorage)").await?.to_string();
        assert!(!kept.contains("240"), "{kept}");
    }
    Ok(())
}

#[tokio::test]
async fn one_undo_takes_a_backup_back() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    let (name, bytes) = back_up(&page).await?;
    let other = Page::open("index.html?workspace=other").await?;
    other.see_text("Workspace: other").await?;
    other.goto("index.html?workspace=other#/data").await?;
    let backup = other.file(&name, bytes)?;
    other.upload("Choose files", &[&backup]).await?;
    other.click("button", "Bring in 1 contact").await?;
    other.see_text("Contacts 1").await?;
    other.see_text("Done. 1 new").await?;
    other.click("button", "Undo").await?;
    other.see_text("Contacts 0").await?;
    other.gone_text("Done. 1 new").await?;
    other.reload().await?;
    other.see_text("Contacts 0").await
}

#[tokio::test]
async fn who_was_erased_where_a_backup_was_made_is_erased_here_when_told_so() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    add_contact(&page, "Tom Reyes", "Harbour Dental").await?;
    let (name, bytes) = back_up(&page).await?;
    let other = workspace().await?;
    other.goto("index.html#/data").await?;
    let backup = other.file(&name, bytes.clone())?;
    other.upload("Choose files", &[&backup]).await?;
    other.click("button", "Bring in 2 contacts").await?;
    other.see_text("Done. 2 new, 0 changed, 0 unchanged.").await?;
    erase(&other, "Mina Okafor").await?;
    other.click("button", "Erase for good").await?;
    other.see_text("Erased for good.").await?;
    let (name, later) = back_up(&other).await?;

    let later = page.file(&format!("later-{name}"), later)?;
    page.upload("Choose files", &[&later]).await?;
    page.see_text("One contact that is here was erased where the file was made").await?;
    page.choose("checkbox", "Erase them here, too").await?;
    page.click("button", "Take over who was erased").await?;
    page.see_text("Done. 0 new, 0 changed, 1 unchanged, 1 erased.").await?;

    // The first one still holds her, and brings her back only when asked to.
    let backup = page.file(&format!("earlier-{name}"), bytes)?;
    page.upload("Choose files", &[&backup]).await?;
    page.see_text("One person in there was erased here: Mina Okafor").await
}

#[tokio::test]
async fn workspaces_are_opened_and_made_side_by_side() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.goto("index.html#/data").await?;
    page.click("button", "Open").await?;
    page.see_text("Enter a name").await?;
    page.fill("textbox", "Another workspace", "../acme").await?;
    page.click("button", "Open").await?;
    page.see_text("Use letters from a to z").await?;
    page.fill("textbox", "Another workspace", "Acme & Sons").await?;
    page.click("button", "Open").await?;
    page.see_text("Workspace: acme-sons").await?;
    page.gone("link", "Mina Okafor").await?;
    page.click("link", "Data").await?;
    page.click("link", "Default workspace").await?;
    page.see("link", "Mina Okafor").await
}

#[tokio::test]
async fn what_a_stopped_app_saved_comes_back() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.see_text("Saved in this browser").await?;
    page.eval("dispatchEvent(new CustomEvent('ripen-panic', { detail: 'a test' }))").await?;
    page.click("button", "Download my data").await?;
    let (name, bytes) = page.downloaded("ripen-rescue-", ".json").await?;

    let other = workspace().await?;
    other.goto("index.html#/data").await?;
    let file = other.file(&name, bytes)?;
    other.upload("Choose files", &[file]).await?;
    other.see_text("What was saved when Ripen had stopped: 1 contact").await?;
    other.click("button", "Bring in 1 contact").await?;
    other.goto("index.html#/contacts").await?;
    other.see("link", "Mina Okafor").await
}
