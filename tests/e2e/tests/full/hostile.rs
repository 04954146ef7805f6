//! Texts that would run if any view took them for markup: in every column, in contacts, playbooks and
//! addresses. None runs, none becomes an element, and all are shown as what they are.

use crate::steps::workspace;
use ripen_e2e::{Page, Result};

const IMAGE: &str = "<img src=x onerror=window.ran=1>";
const SCRIPT: &str = "</script><script>window.ran=1</script>";
const DRAWING: &str = "'\\\"><svg onload=window.ran=1>";
const LINK: &str = "javascript:window.ran=1";

/// Nothing ran, and nothing of it is an element or a link of the page.
async fn harmless(page: &Page, place: &str) -> Result<()> {
    let found = page
        .eval(
            "return [window.ran ?? 0, document.querySelectorAll('main img, main script, main svg[onload]').length, \
             [...document.links].filter((link) => link.protocol === 'javascript:').length].join()",
        )
        .await?;
    assert_eq!(found, "0,0,0", "{place}");
    Ok(())
}

/// Looks at every view that shows contacts.
async fn look_everywhere(page: &Page) -> Result<()> {
    let contact = page.address().await?;
    let id = contact.rsplit('/').next().unwrap_or_default().to_owned();
    for view in [
        format!("contacts/{id}"),
        format!("contacts/{id}/packet"),
        format!("contacts/{id}/share"),
        "contacts".to_owned(),
        "funnel".to_owned(),
        "funnel/report".to_owned(),
        "duplicates".to_owned(),
        "data".to_owned(),
        "data/table".to_owned(),
        "data/hubspot".to_owned(),
        "learn".to_owned(),
    ] {
        page.goto(&format!("index.html#/{view}")).await?;
        page.see("link", "Contacts 3").await?;
        harmless(page, &view).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_table_full_of_markup_is_text() -> Result<()> {
    let page = workspace().await?;
    let headers = ["Person", "Organisation", "Job title", "Email", "Phone", "Source", "Owner"];
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut table = format!("{},Industry,Stage,Next step,{}\n", headers.join(","), quoted(IMAGE));
    for payload in [IMAGE, SCRIPT, DRAWING] {
        let row = vec![quoted(payload); headers.len() + 4].join(",");
        table += &(row + "\n");
    }
    page.goto("index.html#/data").await?;
    let file = page.file("<img src=x onerror=window.ran=1>.csv", table)?;
    page.upload("Choose files", &[file]).await?;
    page.see("button", "Import 3 contacts").await?;
    harmless(&page, "the review").await?;
    page.click("button", "Import 3 contacts").await?;
    page.see_text("3 contacts are new").await?;
    harmless(&page, "what was done").await?;
    page.goto("index.html#/contacts").await?;
    page.see_text(IMAGE).await?;
    page.eval("document.querySelector('main a[href^=\"#/contacts/0\"]').click()").await?;
    page.see("button", "More").await?;
    look_everywhere(&page).await
}

#[tokio::test]
async fn a_stored_playbook_full_of_markup_is_text() -> Result<()> {
    let page = workspace().await?;
    page.click("link", "Open the demo").await?;
    page.see_text("102 contacts").await?;
    // Every text of the playbook in use, whatever it is, but for what must be an id.
    let spoil = format!(
        "const key = 'ripen/1/demo/playbook';
         const spoil = (value, name) =>
           typeof value === 'string'
             ? (/^(title|text|ask|why|hint|rule_text|definition|meaning|help)$/.test(name) ? {IMAGE:?} : value)
             : Array.isArray(value) ? value.map((part) => spoil(part, name))
             : value && typeof value === 'object'
               ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, spoil(v, k)]))
               : value;
         localStorage.setItem(key, JSON.stringify(spoil(JSON.parse(localStorage.getItem(key)))));
         return true"
    );
    page.eval(&spoil).await?;
    for view in ["contacts", "funnel", "funnel/report", "playbook", "playbook/checks", "learn"] {
        page.goto(&format!("index.html?workspace=demo#/{view}")).await?;
        page.reload().await?;
        page.see_text("Demo data: yours is untouched.").await?;
        harmless(&page, view).await?;
    }
    page.goto("index.html?workspace=demo#/contacts").await?;
    page.eval("document.querySelector('main a[href^=\"#/contacts/0\"]').click()").await?;
    page.see("button", "More").await?;
    page.see_text(IMAGE).await?;
    harmless(&page, "a contact").await
}

#[tokio::test]
async fn an_address_full_of_markup_leads_nowhere() -> Result<()> {
    let page = workspace().await?;
    for address in [
        format!("index.html#/contacts?q={IMAGE}"),
        format!("index.html#/{SCRIPT}"),
        format!("index.html#/shared/{IMAGE}"),
        format!("index.html?workspace={IMAGE}"),
        format!("index.html#{LINK}"),
    ] {
        page.goto(&address).await?;
        page.reload().await?;
        harmless(&page, &address).await?;
    }
    Ok(())
}
