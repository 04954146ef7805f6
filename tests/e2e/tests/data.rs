//! Data in and out: tables and Ripen's own files, what cannot be read, deleting everything.

use ripen_e2e::{Page, Result};
use std::fmt::Write;
use std::path::PathBuf;

const ACCOUNTS: &str = "account,sector,employees\nAcme,retail,500\nBeta,medical,20\n";
const DEALS: &str = "\
deal_id,account,stage,engage_date,close_date,value
D1,Acme,Won,10/20/2016,3/1/2017,1000
D2,Beta,Lost,10/25/2016,3/11/2017,0
D3,Acme,Engaging,11/20/2016,,
D4,,Prospecting,,,
";
const RESULT: &str = r#"{"format":"ripen-result","version":1,"schema":"ripen-result/1",
"id":"01900000-0000-7000-8000-00000000000a","finished_at":"2026-05-01T10:00:00Z",
"level":"lead","claimed_level":"prospect","verdicts":[],"criteria":[],
"answers":[{"question":"pain","title":"Pain","value":{"yes_no":true},"evidence":"claimed"}],
"fields":{"person":"Vera Visitor"},"playbook":{"id":"pain-interest-fit","version":1}}"#;

const REVIEW: &str = "Review the import";
const START: &str = "Know which contacts are worth your time, and why";

async fn data() -> Result<Page> {
    let page = Page::open("index.html#/data").await?;
    page.see("heading", "Bring in").await?;
    Ok(page)
}

async fn bring(page: &Page, files: &[PathBuf]) -> Result<()> {
    page.see("file", "Choose files").await?;
    page.upload("Choose files", files).await
}

/// Brings the deals in with every default.
async fn with_deals() -> Result<Page> {
    let page = data().await?;
    let files = [page.file("accounts.csv", ACCOUNTS)?, page.file("deals.csv", DEALS)?];
    bring(&page, &files).await?;
    page.click("button", "Import 4 contacts").await?;
    page.see_text("Done. 4 contacts are new.").await?;
    Ok(page)
}

#[tokio::test]
async fn tables_chosen_together_come_in_together() -> Result<()> {
    let page = data().await?;
    page.axe().await?;
    let files = [page.file("accounts.csv", ACCOUNTS)?, page.file("deals.csv", DEALS)?];
    bring(&page, &files).await?;
    page.see_focused("heading", REVIEW).await?;
    page.see_text("Looked up by “account”. Found for 3 rows.").await?;
    page.see_text(
        "1 without the day it got where it stands, or closed: it counts in “All time” only.",
    )
    .await?;
    page.axe().await?;
    assert!(page.local_storage().await?.is_empty(), "looking touches nothing");

    page.select("combobox", "Prospecting becomes", "Leave these rows out").await?;
    page.see("button", "Import 3 contacts").await?;
    page.select("combobox", "Prospecting becomes", "Opportunity · Qualifying").await?;
    page.click("button", "Import 4 contacts").await?;
    page.see_text("Done. 4 contacts are new.").await?;
    page.see_focused("status", "").await?;
    page.axe().await?;

    // The same files again bring nothing.
    bring(&page, &files).await?;
    page.see_text("There is nothing new to import:").await?;
    page.gone("button", "Import…").await?;
    page.click("button", "Cancel").await?;

    page.goto("index.html#/funnel").await?;
    page.see_text("1 won ÷ (1 won + 1 lost)").await?;
    page.see_text("1 contact has no date").await
}

#[tokio::test]
async fn an_import_is_undone_in_one_step() -> Result<()> {
    let page = with_deals().await?;
    page.click("button", "Undo …").await?;
    page.see_text("Undone: Imported: 4 contacts").await?;
    page.goto("index.html#/contacts").await?;
    page.see_text("No contacts yet").await
}

#[tokio::test]
async fn rows_that_cannot_be_read_are_named_and_handed_out() -> Result<()> {
    let page = data().await?;
    let table =
        "Company,Amount,Closed\nAcme,ten,20/10/2016\nBeta,5,31/31/2016\nGamma,7,21/10/2016\n";
    bring(&page, &[page.file("rows.csv", table)?]).await?;
    page.see("button", "Import 1 contact").await?;
    page.eval("document.querySelectorAll('details').forEach((details) => details.open = true)")
        .await?;
    page.axe().await?;
    page.click("button", "Download the rejected rows").await?;
    let (_, bytes) = page.downloaded("rows-rejected", ".csv").await?;
    assert_eq!(
        String::from_utf8(bytes)?,
        "\u{feff}Line,Column,Value,Why,Company,Amount,Closed\r\n\
         2,Amount,ten,not an amount,Acme,ten,20/10/2016\r\n\
         3,Closed,31/31/2016,there is no such day from 1970 to 2200,Beta,5,31/31/2016\r\n"
    );
    page.click("button", "Import 1 contact").await?;
    page.see_text("Done. 1 contact is new. 2 rows were rejected.").await
}

#[tokio::test]
async fn an_import_that_is_stopped_keeps_nothing() -> Result<()> {
    let page = data().await?;
    let mut table = String::from("id,company,amount\n");
    for n in 0..40_000 {
        writeln!(table, "N{n},Company {n},5")?;
    }
    bring(&page, &[page.file("many.csv", table)?]).await?;
    page.see("button", "Import 40,000 contacts").await?;
    // Nor does the workspace keep the currency that was chosen for them.
    page.fill("textbox", "Currency, where none is named", "EUR").await?;
    page.click("button", "Import 40,000 contacts").await?;
    page.click("button", "Cancel").await?;
    page.see_text("Cancelled. Nothing of these files was kept.").await?;
    assert!(page.local_storage().await?.is_empty());
    page.goto("index.html#/contacts").await?;
    page.see_text("No contacts yet").await
}

#[tokio::test]
async fn what_goes_out_comes_back_the_same() -> Result<()> {
    let page = with_deals().await?;
    bring(&page, &[page.file("result.json", RESULT)?]).await?;
    page.see_text("A visitor’s result: Vera Visitor").await?;
    page.click("button", "Bring in 1 contact").await?;
    page.see_text("Done. 1 new, 0 changed, 0 unchanged.").await?;
    page.click("button", "Export as JSON").await?;
    let (_, first) = page.downloaded("ripen-default-", ".json").await?;

    page.click("button", "Delete everything…").await?;
    page.axe().await?;
    page.click("button", "Delete everything").await?;
    page.see("heading", START).await?;
    page.see_text("Everything that was here is deleted.").await?;
    assert!(page.local_storage().await?.is_empty(), "no key is left");

    page.goto("index.html#/data").await?;
    let export = page.file("export.json", &first)?;
    bring(&page, std::slice::from_ref(&export)).await?;
    page.see_focused("heading", REVIEW).await?;
    page.axe().await?;
    page.click("button", "Bring in 5 contacts").await?;
    page.see_text("Done. 5 new, 0 changed, 0 unchanged.").await?;
    page.click("button", "Export as JSON").await?;
    let (_, second) = page.downloaded("ripen-default-", "(1).json").await?;
    assert_eq!(but_for_the_moment(&first), but_for_the_moment(&second));

    bring(&page, &[export]).await?;
    page.see_text("Everything in it is here already.").await
}

/// An export without the line that says when it was made.
fn but_for_the_moment(export: &[u8]) -> String {
    let text = String::from_utf8_lossy(export);
    let lines = text.lines().filter(|line| !line.contains("\"exported_at\""));
    lines.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn a_value_that_cannot_be_read_is_shown_and_left_as_it_is() -> Result<()> {
    let broken = "ripen/1/default/contact/01900000-0000-7000-8000-00000000000b";
    let page = with_deals().await?;
    page.set_local_storage(broken, Some("{\"v\":1,\"events\":[{\"id")).await?;
    page.reload().await?;
    page.see("heading", "Needs attention").await?;
    page.see_text(broken).await?;
    page.axe().await?;
    page.click("button", &format!("Download as it is {broken}")).await?;
    let (_, raw) = page.downloaded("ripen-1-default-contact", ".txt").await?;
    assert_eq!(raw, b"{\"v\":1,\"events\":[{\"id");
    page.fill("textbox", "Your name (optional)", "Jo").await?;
    page.click("button", "Save changes").await?;
    page.see_text("Settings saved.").await?;
    bring(&page, &[page.file("result.json", RESULT)?]).await?;
    page.click("button", "Bring in 1 contact").await?;
    page.see_text("Done.").await?;
    assert_eq!(page.local_storage().await?[broken], "{\"v\":1,\"events\":[{\"id");
    page.click("button", "Delete everything…").await?;
    page.see_text("What needs attention is deleted too").await?;
    page.click("button", "Cancel").await?;
    page.see_focused("button", "Delete everything…").await
}

#[tokio::test]
async fn what_is_no_file_of_ours_changes_nothing() -> Result<()> {
    let page = with_deals().await?;
    let before = page.local_storage().await?;
    let huge = page.file("huge.csv", "")?;
    std::fs::File::options().write(true).open(&huge)?.set_len(51 * 1024 * 1024)?;
    let newer = r#"{"format":"ripen-workspace","version":9}"#;
    let shape = "{\"format\":\"ripen-workspace\",\"version\":1,\n\"exported_at\":\"2026-05-01\",\n\"playbook\":7,\"contacts\":[]}";
    let playbook = r#"{"format":"ripen-playbook","version":1,"id":"p","revision":1,"title":"P",
        "sections":[],"questions":[],"criteria":[],"stages":[],
        "gates":{"prospect":["size"],"opportunity":[]}}"#;
    for (name, content, words) in [
        ("book.xlsx", "PK\u{3}\u{4}[Content_Types].xml", "book.xlsx: It is an Excel workbook."),
        ("scan.pdf", "%PDF-1.7", "scan.pdf: It is a PDF document."),
        ("page.csv", "<html><table><tr><td>A</table>", "page.csv: It is a web page (HTML)"),
        ("blob.csv", "\u{0}\u{1}\u{2}\u{3}\u{0}\u{0}", "blob.csv: It is not text."),
        ("empty.csv", "", "empty.csv: There is nothing in it."),
        ("header.csv", "a,b\n", "header.csv: It has a header but no rows below it."),
        ("note.txt", "Dear all\nhello\n", "note.txt: It is no table Ripen can read"),
        ("cut.json", "{\"format\":\n\"ripen", "cut.json, line 2, at format: It ends in the middle"),
        ("list.json", "[1]", "list.json: It is JSON, but not one of Ripen’s files."),
        ("newer.json", newer, "newer.json: A newer Ripen wrote it (version 9 of the file)."),
        ("shape.json", shape, "shape.json, line 3, at playbook: It cannot be read"),
        ("rules.json", playbook, "gates.prospect refers to “size”, which is not there"),
    ] {
        bring(&page, &[page.file(name, content)?]).await?;
        page.see_text(words).await?;
        page.see_text("Nothing was changed.").await?;
        page.click("button", "Close this message").await?;
    }
    bring(&page, &[huge]).await?;
    page.see_text("huge.csv: It is larger than 50 MB.").await?;
    // Those that can be read are looked through without the one that cannot, which is named.
    let files = [page.file("deals.csv", DEALS)?, page.file("book.xlsx", "PK\u{3}\u{4}")?];
    bring(&page, &files).await?;
    page.see_text("book.xlsx: It is a zip archive.").await?;
    page.see_focused("heading", REVIEW).await?;
    page.see_text("Below is what could be read. It can come in without the rest.").await?;
    page.axe().await?;
    page.click("button", "Cancel").await?;
    assert_eq!(page.local_storage().await?, before);
    Ok(())
}

#[tokio::test]
async fn a_workspace_with_a_newer_value_takes_nothing_in() -> Result<()> {
    let key = "ripen/1/default/contact/01900000-0000-7000-8000-00000000000c";
    let page = data().await?;
    page.set_local_storage(key, Some("{\"v\":99,\"events\":[]}")).await?;
    page.reload().await?;
    page.see_text("Nothing can be brought in: the stored data is newer than this app.").await?;
    page.see_text("Written by a newer Ripen (version 99 of the record).").await?;
    page.gone("file", "Choose files").await?;
    assert_eq!(page.local_storage().await?.len(), 1);
    page.axe().await
}
