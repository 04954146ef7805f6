//! What concerns more than one contact, and what a contact does by itself.

use crate::steps::{add_contact, type_in, workspace};
use ripen_e2e::{Page, Result};

#[tokio::test]
async fn what_is_learnt_of_an_organisation_is_applied_to_the_others_there() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Tom Reyes", "northwind clinics").await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.gone("button", "Apply to the other contact at Northwind Clinics").await?;
    page.click("button", "Ask next question").await?;
    type_in(&page, "How many people work there?", "240").await?;
    page.see_text("Not on record for everybody there: Employees").await?;
    page.axe().await?;
    page.click("button", "Apply to the other contact at Northwind Clinics").await?;
    page.see_text("Applied to 1 contact.").await?;
    page.gone("button", "Apply to the other contact at Northwind Clinics").await?;
    page.goto("index.html#/contacts").await?;
    page.click("link", "Tom Reyes").await?;
    page.see_text("Taken over from Mina Okafor").await?;
    page.click("button", "Undo …").await?;
    page.gone_text("Taken over from Mina Okafor").await
}

#[tokio::test]
async fn a_download_is_logged_and_is_no_touch() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("button", "They downloaded, signed up, attended…").await?;
    page.see("dialog", "Log engagement").await?;
    page.choose("radio", "Signed up or filled in a form").await?;
    page.axe().await?;
    page.click("button", "Log it").await?;
    page.gone("dialog", "Log engagement").await?;
    page.see("heading", "Engagement").await?;
    page.see_text("Nobody was in touch yet.").await
}

#[tokio::test]
async fn words_of_a_file_are_mapped_after_the_import() -> Result<()> {
    let page = Page::open("index.html#/data").await?;
    page.see("heading", "Bring in").await?;
    let rows = "Name,Email,Industry\nAnn,a@b.example,Spacefaring\nBo,b@b.example,spacefaring\n";
    page.upload("Choose files", &[page.file("people.csv", rows)?]).await?;
    page.click("button", "Import 2 contacts").await?;
    page.see("heading", "1 word or phrase not recognised").await?;
    page.axe().await?;
    page.select("combobox", "What “Spacefaring” means (Industry)", "Technology").await?;
    page.click("button", "Record what they mean").await?;
    page.see_text("Said what words mean: 2 contacts").await?;
    page.gone("heading", "1 word or phrase not recognised").await?;
    page.click("button", "Undo …").await?;
    page.see("heading", "1 word or phrase not recognised").await
}

#[tokio::test]
async fn a_customer_s_next_purchase_is_a_new_contact() -> Result<()> {
    let page = workspace().await?;
    let rows = "Person,Company,Employees,Stage\nAnn Lee,Acme,240,Won\n";
    page.goto("index.html#/data").await?;
    page.see("heading", "Bring in").await?;
    page.upload("Choose files", &[page.file("deals.csv", rows)?]).await?;
    page.click("button", "Import 1 contact").await?;
    page.goto("index.html#/contacts").await?;
    page.click("link", "Ann Lee").await?;
    page.click("button", "Start the next purchase").await?;
    page.see("heading", "What is missing for Prospect").await?;
    page.see_text("Earlier purchase: Ann Lee · Acme, Customer").await?;
    page.see_text("Taken over from Ann Lee").await?;
    page.axe().await?;
    page.click("button", "Undo …").await?;
    page.see("heading", "This contact is not here").await
}
