//! Backups and cases that come in: what is stopped or refused half-way keeps nothing, and what came in is
//! taken back in one step.

use crate::steps::workspace;
use ripen_e2e::{Page, Result};
use std::fmt::Write;
use std::path::PathBuf;

/// A backup of so many contacts, judged by a playbook of its own.
fn backup(page: &Page, contacts: u32) -> Result<PathBuf> {
    let playbook = include_str!("../../../fixtures/tiny.json");
    let mut text = format!(
        r#"{{"format":"ripen-workspace","version":1,"exported_at":"2026-11-21",
            "playbook":{playbook},"contacts":["#
    );
    for n in 0..contacts {
        let comma = if n == 0 { "" } else { "," };
        write!(
            text,
            r#"{comma}{{"id":"0157df6b-3800-7000-8000-0000{n:08x}","events":[
                {{"id":"0157df6b-3800-7000-8000-000000000001","at":"2016-10-20","by":"import",
                  "batch":"0157df6b-3800-7000-8000-0000000000aa","kind":{{"imported":
                  {{"positions":[["lead","2016-10-20"]],"fields":{{"organisation":"Company {n}"}}}}}}}}]}}"#
        )?;
    }
    page.file("backup.json", text + "]}")
}

/// Looks at a backup in an empty workspace, up to the button.
async fn review(contacts: u32) -> Result<Page> {
    let page = workspace().await?;
    page.goto("index.html#/data").await?;
    let file = backup(&page, contacts)?;
    page.see("file", "Choose files").await?;
    page.upload("Choose files", &[file]).await?;
    page.see_text("Its playbook “Tiny”, version 1, becomes the playbook of this workspace").await?;
    Ok(page)
}

#[tokio::test]
async fn a_backup_that_is_stopped_keeps_neither_contacts_nor_its_playbook() -> Result<()> {
    let page = review(20_000).await?;
    page.run(&[
        &["click", "button", "Bring in 20,000 contacts"],
        &["read", "Cancelling keeps nothing of these files."],
        &["click", "button", "Cancel"],
    ])
    .await?;
    page.see_text("Cancelled. Nothing of these files was kept.").await?;
    assert!(page.local_storage().await?.is_empty());
    page.gone_text("Tiny").await
}

#[tokio::test]
async fn the_playbook_of_a_backup_is_for_an_empty_workspace_alone() -> Result<()> {
    let page = review(2).await?;
    page.new_tab("index.html").await?;
    page.click("link", "Add a contact").await?;
    page.fill("textbox", "Person", "Mina Okafor").await?;
    page.click("button", "Add").await?;
    page.see_text("Saved in this browser").await?;
    page.switch_to(0).await?;
    page.see("link", "Contacts 1").await?;
    page.click("button", "Bring in 2 contacts").await?;
    page.see_text("Another tab brought contacts in meanwhile").await?;
    page.see("link", "Contacts 1").await?;
    assert!(!page.local_storage().await?.contains_key("ripen/1/default/playbook"));

    // Looked at again, its contacts come in and the playbook stays.
    let file = backup(&page, 2)?;
    page.upload("Choose files", &[file]).await?;
    page.see_text("This workspace keeps its own playbook").await?;
    page.click("button", "Bring in 2 contacts").await?;
    page.see_text("Done. 2 new").await?;
    page.see("link", "Contacts 3").await
}

#[tokio::test]
async fn a_workspace_that_turns_read_only_says_why_nothing_comes_in() -> Result<()> {
    let page = review(2).await?;
    page.new_tab("index.html").await?;
    let newer = "ripen/1/default/contact/01900000-0000-7000-8000-00000000000c";
    page.set_local_storage(newer, Some("{\"v\":99,\"events\":[]}")).await?;
    page.switch_to(0).await?;
    page.click("button", "Bring in 2 contacts").await?;
    page.see_text("The workspace is read-only: its data is newer than this app.").await?;
    page.gone_text("Cancelled").await?;
    assert_eq!(page.local_storage().await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_chosen_playbook_gives_way_where_the_person_wants_it_and_is_put_aside() -> Result<()> {
    for takes in [true, false] {
        let page = Page::open("index.html#/playbook/packs").await?;
        page.click("button", "See what would change with Strict B2B").await?;
        page.click("button", "Use this playbook").await?;
        page.see_text("Judged by Strict B2B").await?;
        page.goto("index.html#/data").await?;
        let file = backup(&page, 2)?;
        page.upload("Choose files", &[file]).await?;
        page.see_text("This workspace, which has no contacts yet, uses “Strict B2B").await?;
        if takes {
            page.axe().await?;
        } else {
            page.click("checkbox", "Use the file’s playbook…").await?;
        }
        page.click("button", "Bring in 2 contacts").await?;
        page.see_text("Done. 2 new").await?;
        if takes {
            page.see_text("“Strict B2B” is put aside").await?;
            page.see_text("Judged by Tiny").await?;
            page.goto("index.html#/playbook").await?;
            page.click("button", "Switch back").await?;
        }
        page.see_text("Judged by Strict B2B").await?;
    }
    Ok(())
}
