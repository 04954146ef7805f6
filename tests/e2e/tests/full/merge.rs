//! Contacts that are one: found, compared, merged, taken apart; and those that are not.

use crate::steps::{add_contact, workspace};
use ripen_e2e::{Page, Result};

/// Two ways to write one person, and somebody else of a like name elsewhere.
const ROWS: &str = "Name,Company,Email,Phone\n\
    Ann Smith,\"Acme, Inc.\",ann@acme.example,+44 20 7946 0958\n\
    \"Smith, Ann\",ACME,ann.smith@acme.example,\n\
    Ann Smith,Bolt,,\n";

async fn imported() -> Result<Page> {
    let page = Page::open("index.html#/data").await?;
    page.see("heading", "Bring in").await?;
    page.upload("Choose files", &[page.file("people.csv", ROWS)?]).await?;
    page.click("button", "Import 3 contacts").await?;
    page.see("heading", "Possible duplicates").await?;
    Ok(page)
}

#[tokio::test]
async fn duplicates_are_found_compared_and_merged_and_stay_so() -> Result<()> {
    let page = imported().await?;
    page.goto("index.html#/contacts").await?;
    page.click("link", "Possible duplicates 1").await?;
    page.see_text("1 group of possible duplicates").await?;
    page.see_text("same name and organisation").await?;
    page.axe().await?;
    page.click("link", "Compare and merge…").await?;
    page.see("heading", "Are these the same?").await?;
    page.choose("radio", "Ann Smith · Acme, Inc. goes on").await?;
    page.choose("radio", "ann.smith@acme.example (E-mail, Smith, Ann · ACME)").await?;
    page.see_text("Ann Smith · Acme, Inc. goes on, where it stands: Lead.").await?;
    page.axe().await?;
    page.click("button", "Merge").await?;
    page.see("heading", "Ann Smith · Acme, Inc.").await?;
    page.see_text("Merged: 2 contacts").await?;
    page.see_text("Smith, Ann · ACME was merged into this contact").await?;
    page.see("link", "ann.smith@acme.example").await?;
    page.see_text("history of Smith, Ann · ACME").await?;
    page.axe().await?;
    page.reload().await?;
    page.see_text("Smith, Ann · ACME was merged into this contact").await?;
    page.see("link", "ann.smith@acme.example").await?;
    page.goto("index.html#/contacts").await?;
    page.see_text("2 contacts").await?;
    page.gone("link", "Possible duplicates…").await?;
    // By what the other was called, the one that goes on is found.
    page.fill("searchbox", "Search", "smith, ann").await?;
    page.see_text("1 of 2 contacts").await?;
    page.click("link", "Ann Smith").await?;
    page.click("button", "Take apart…").await?;
    page.gone_text("was merged into this contact").await?;
    page.see("link", "ann@acme.example").await?;
    page.goto("index.html#/contacts").await?;
    page.see_text("3 contacts").await
}

#[tokio::test]
async fn who_is_not_the_same_is_not_proposed_again() -> Result<()> {
    let page = imported().await?;
    page.goto("index.html#/duplicates").await?;
    page.click("button", "Not the same…").await?;
    page.see_text("No possible duplicates").await?;
    page.see_text("Noted as not the same: 2 contacts").await?;
    page.reload().await?;
    page.see_text("No possible duplicates").await?;
    page.goto("index.html#/contacts").await?;
    page.see_text("3 contacts").await?;
    page.gone("link", "Possible duplicates…").await?;
    // Until that is taken back.
    page.goto("index.html#/duplicates").await?;
    page.click("button", "Kept apart 1").await?;
    page.axe().await?;
    page.click("button", "Take back…").await?;
    page.see_text("1 group of possible duplicates").await?;
    page.click("button", "Undo …").await?;
    page.see_text("No possible duplicates").await
}

#[tokio::test]
async fn two_are_merged_by_hand_and_one_undo_parts_them() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    let other = page.address().await?;
    add_contact(&page, "Tom Reyes", "Northwind").await?;
    page.click("button", "More").await?;
    page.click("link", "Merge with another contact…").await?;
    page.see("heading", "Merge Tom Reyes · Northwind with…").await?;
    page.axe().await?;
    page.fill("searchbox", "Find the other contact", "mina").await?;
    page.click("link", "Mina Okafor · Northwind Clinics").await?;
    page.see("heading", "Are these the same?").await?;
    page.choose("radio", "Tom Reyes · Northwind goes on").await?;
    page.click("button", "Merge").await?;
    page.see("heading", "Tom Reyes · Northwind").await?;
    // The address of the other leads to the one that goes on.
    let (_, path) = other.split_once('#').unwrap_or_default();
    page.goto(&format!("index.html#{path}")).await?;
    page.see("heading", "Tom Reyes · Northwind").await?;
    page.click("button", "Undo …").await?;
    page.see("heading", "Mina Okafor · Northwind Clinics").await
}
