//! Taking contacts out for other programs: tables, files of CRMs, calendars, links, a report.

use crate::steps::{add_contact, workspace};
use ripen_e2e::{Page, Result};

/// Rows with everything that breaks files.
const ROWS: &str = "\
id,Name,Company,Email,Phone,Stage,Amount,Currency,Note
D1,Ann Lee,Acme,ann@acme.example,+49 30 1234,Won,1000,EUR,=1+1
D2,<b>Bo</b>,Beta,bo@beta.example,,Prospecting,5,EUR,\"two
lines, \"\"quoted\"\"\"
D3,,Gamma,,,Lead,,,x
";

async fn filled() -> Result<Page> {
    let page = Page::open("index.html#/data").await?;
    page.see("heading", "Bring in").await?;
    page.upload("Choose files", &[page.file("deals.csv", ROWS)?]).await?;
    page.click("button", "Import 3 contacts").await?;
    page.see_text("Done. 3 contacts are new.").await?;
    Ok(page)
}

/// The text of a file that was saved.
async fn saved(page: &Page, start: &str, end: &str) -> Result<String> {
    let (_, bytes) = page.downloaded(start, end).await?;
    Ok(String::from_utf8(bytes)?)
}

#[tokio::test]
async fn contacts_go_out_as_csv_with_the_columns_one_ticks() -> Result<()> {
    let page = filled().await?;
    page.click("link", "Contacts as CSV").await?;
    page.see("heading", "Contacts as CSV").await?;
    page.see_text("All 3 contacts.").await?;
    page.see("button", "Download 3 contacts as CSV").await?;
    page.axe().await?;
    page.click("button", "None").await?;
    page.click("button", "Download 3 contacts as CSV").await?;
    page.see_text("Tick at least one column.").await?;
    for column in ["Person", "Phone", "Amount", "Currency", "Note"] {
        page.choose("checkbox", column).await?;
    }
    page.click("button", "Download 3 contacts as CSV").await?;
    let text = saved(&page, "ripen-default-contacts", ".csv").await?;
    assert!(text.starts_with("\u{feff}Person,Phone,Amount,Currency,Note\r\n"), "{text}");
    assert!(text.contains("Ann Lee,'+49 30 1234,1000.00,EUR,'=1+1\r\n"), "{text}");
    assert!(text.contains("<b>Bo</b>,,5.00,EUR,\"two\nlines, \"\"quoted\"\"\"\r\n"), "{text}");

    // What was ticked is still ticked for a part of the list.
    page.goto("index.html#/contacts?q=acme").await?;
    page.click("link", "Export these…").await?;
    page.see_text("1 of 3 contacts: the one in the list you came from.").await?;
    page.click("button", "Download 1 contact as CSV").await?;
    let text = saved(&page, "ripen-default-contacts", "(1).csv").await?;
    assert_eq!(text.lines().count(), 2, "{text}");
    Ok(())
}

#[tokio::test]
async fn a_crm_gets_its_own_files() -> Result<()> {
    let page = filled().await?;
    page.click("link", "HubSpot").await?;
    page.see("heading", "Files for HubSpot").await?;
    page.see("button", "Download Deals").await?;
    page.axe().await?;
    page.select("combobox", "Qualifying becomes", "Contract Sent (contractsent, 90 %)").await?;
    page.click("button", "Download Deals").await?;
    let text = saved(&page, "ripen-default-hubspot-deals", ".csv").await?;
    assert!(text.contains("Acme – Ann Lee,default,closedwon,1000.00,EUR"), "{text}");
    assert!(text.contains("Beta – <b>Bo</b>,default,contractsent,5.00,EUR"), "{text}");
    page.click("button", "Download Contacts").await?;
    let text = saved(&page, "ripen-default-hubspot-contacts", ".csv").await?;
    assert!(text.contains("Ann,Lee,ann@acme.example,+49 30 1234,Acme"), "{text}");
    page.see_text("1 with neither a name nor an e-mail address").await?;

    page.goto("index.html#/data/salesforce").await?;
    page.see_text("1 without a last name").await?;
    page.see_text("without a closing day or an expected one").await?;
    page.goto("index.html#/data/pipedrive").await?;
    page.see("button", "Download Organizations").await?;
    page.axe().await
}

#[tokio::test]
async fn follow_ups_go_into_a_calendar() -> Result<()> {
    let page = filled().await?;
    page.click("button", "Follow-ups as a calendar file").await?;
    page.see_text("There is no next step, and nobody is due back.").await?;
    page.goto("index.html?workspace=demo#/data").await?;
    page.click("button", "Follow-ups as a calendar file").await?;
    let text = saved(&page, "ripen-demo-follow-ups", ".ics").await?;
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    assert!(text.contains("\r\nBEGIN:VEVENT\r\n"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    Ok(())
}

#[tokio::test]
async fn a_case_is_a_file_too_and_looked_at_as_a_link_is() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("link", "Share this case…").await?;
    page.click("button", "Save as a file").await?;
    let (name, bytes) = page.downloaded("ripen-case-", ".json").await?;
    page.see_text("Saved as ripen-case-").await?;
    let file = page.file(&name, bytes)?;

    page.goto("index.html?workspace=other#/data").await?;
    page.upload("Choose files", &[&file]).await?;
    page.see_text("You are only looking").await?;
    page.see_text("Northwind Clinics").await?;
    page.gone_text("Mina Okafor").await?;
    page.axe().await?;
    page.click("button", "Go on without it").await?;
    page.see("heading", "Bring in").await?;
    page.upload("Choose files", &[&file]).await?;
    page.click("button", "Take it in as a contact").await?;
    page.see("heading", "What is missing for Prospect").await
}

#[tokio::test]
async fn a_case_is_shared_by_a_link_and_only_looked_at() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("link", "Share this case…").await?;
    page.see("heading", "Share this case").await?;
    page.axe().await?;
    page.click("button", "Copy a link").await?;
    let bare = page.value("textbox", "The link").await?;
    page.click("checkbox", "Without personal data").await?;
    page.see_text("It carries personal data.").await?;
    page.see_text("Person: Mina Okafor").await?;
    page.gone("textbox", "The link").await?;
    page.click("button", "Copy a link").await?;
    let whole = page.value("textbox", "The link").await?;
    let fragment = |link: &str| link.split_once('#').map(|(_, hash)| hash.to_owned());
    let path =
        |link: &str| format!("index.html?workspace=other#{}", fragment(link).unwrap_or_default());

    page.goto(&path(&bare)).await?;
    page.see_text("You are only looking").await?;
    page.see_text("Northwind Clinics").await?;
    page.gone_text("Mina Okafor").await?;
    page.axe().await?;
    page.goto("index.html?workspace=other#/data").await?;
    page.goto(&path(&whole)).await?;
    page.see_text("Mina Okafor").await?;
    let before = page.local_storage().await?;
    assert!(before.keys().all(|key| !key.starts_with("ripen/1/other/contact")), "{before:?}");
    page.click("button", "Take it in as a contact").await?;
    page.see("heading", "What is missing for Prospect").await?;
    let after = page.local_storage().await?;
    assert!(after.keys().any(|key| key.starts_with("ripen/1/other/contact")), "{after:?}");
    // As any other action it is told of, and one undo takes it back.
    page.see_text("Brought in").await?;
    page.click("button", "Undo").await?;
    page.see_text("Contacts 0").await?;

    page.goto("index.html?workspace=other#/shared/case/YQ").await?;
    page.see_text("The link is damaged").await
}

#[tokio::test]
async fn a_report_says_what_it_is_of() -> Result<()> {
    let page = Page::open("index.html?workspace=demo#/funnel").await?;
    page.click("link", "Report to print").await?;
    page.see("heading", "Report").await?;
    page.see_text("workspace demo · judged by").await?;
    page.see("heading", "Next steps due").await?;
    page.see("button", "Print").await?;
    page.axe().await
}
