//! Every view without a mouse: where the focus goes, that one sees it, and that it is enough.

use crate::steps::workspace;
use ripen_e2e::{Key, Page, Result};

/// How many controls a person passes at most on the way to another one.
const FAR: usize = 40;

/// Walks on to a control, unless it has the focus already, and sees where the focus is.
async fn to(page: &Page, role: &str, name: &str) -> Result<()> {
    let (focused_role, focused_name) = page.focused().await?;
    if (focused_role.as_str(), focused_name.as_str()) != (role, name) {
        page.tab_to(role, name, FAR).await?;
    }
    page.see_focus_ring().await
}

/// Walks back to a control and sees the focus arrive.
async fn back_to(page: &Page, role: &str, name: &str) -> Result<()> {
    page.tab_back_to(role, name, FAR).await?;
    page.see_focus_ring().await
}

/// Walks on to a button or link and uses it.
async fn use_it(page: &Page, role: &str, name: &str) -> Result<()> {
    to(page, role, name).await?;
    page.press(Key::Enter).await
}

/// Walks back to a view's link and opens the view, whose heading then has the focus.
async fn open_view(page: &Page, link: &str, heading: &str) -> Result<()> {
    back_to(page, "link", link).await?;
    page.press(Key::Enter).await?;
    page.see_focused("heading", heading).await
}

/// Walks on to a field and types into it.
async fn write(page: &Page, role: &str, name: &str, text: &str) -> Result<()> {
    to(page, role, name).await?;
    page.type_text(text).await
}

const MINA: &str = "Mina Okafor · Northwind Clinics";

/// From the first screen to the page of a new contact.
async fn new_contact() -> Result<Page> {
    let page = workspace().await?;
    to(&page, "link", "Skip to content").await?;
    page.press(Key::Enter).await?;
    use_it(&page, "link", "Add a contact").await?;
    page.see_focused("textbox", "Person").await?;
    write(&page, "textbox", "Person", "Mina Okafor").await?;
    write(&page, "textbox", "Organisation", "Northwind Clinics").await?;
    use_it(&page, "button", "Add").await?;
    page.see_focused("heading", MINA).await?;
    Ok(page)
}

#[tokio::test]
async fn a_contact_is_added_asked_and_planned() -> Result<()> {
    let page = new_contact().await?;
    use_it(&page, "button", "Set the next step").await?;
    page.see("dialog", "Set the next step").await?;
    write(&page, "textbox", "What is next?", "Call about the pilot").await?;
    page.tab_to("date", "Due", FAR).await?;
    // One digit leaves the month open in every browser, so the arrow is what moves on.
    for part in ["1", "1"] {
        page.type_text(part).await?;
        page.press(Key::Right).await?;
    }
    page.type_text("2030").await?;
    assert_eq!(page.value("date", "Due").await?, "2030-01-01");
    page.press(Key::Enter).await?;
    page.gone("dialog", "Set the next step").await?;
    page.see_text("Call about the pilot").await?;
    page.see_focused("heading", MINA).await?;

    // What opened a dialog has the focus again once it is closed.
    use_it(&page, "button", "Log a touch").await?;
    page.see("dialog", "Log a touch").await?;
    page.press(Key::Escape).await?;
    page.see_focused("button", "Log a touch").await?;

    back_to(&page, "button", "Ask next question").await?;
    page.press(Key::Enter).await?;
    page.see_focused("heading", "How many people work there?").await?;
    write(&page, "textbox", "How many people work there?", "240").await?;
    page.press(Key::Enter).await?;
    page.see_focused("heading", "Which industry are they in?").await?;
    write(&page, "combobox", "Which industry are they in?", "Hea").await?;
    use_it(&page, "button", "Continue").await?;
    page.see_focused("heading", "Which country would they use it in?").await?;
    back_to(&page, "link", MINA).await?;
    page.press(Key::Enter).await?;
    page.see_focused("heading", MINA).await?;
    page.see_text("240 people").await?;
    page.see_text("Healthcare").await
}

#[tokio::test]
async fn contacts_funnel_and_data_are_walked_through() -> Result<()> {
    let page = new_contact().await?;
    open_view(&page, "Contacts 1", "Contacts").await?;
    write(&page, "searchbox", "Search", "north").await?;
    use_it(&page, "link", "Mina Okafor").await?;
    page.see_focused("heading", MINA).await?;

    open_view(&page, "Funnel", "Funnel").await?;
    write(&page, "combobox", "Entered", "This m").await?;
    page.see_text("1 in progress").await?;
    assert!(page.address().await?.contains("#/funnel?from="), "{}", page.address().await?);
    use_it(&page, "link", "1 in progress, lead: show the contacts").await?;
    page.see_text("Entered Lead · in progress").await?;
    page.see("link", "Mina Okafor").await?;
    use_it(&page, "button", "Remove the funnel filter").await?;
    page.gone_text("Entered Lead · in progress").await?;

    open_view(&page, "Data", "Data").await?;
    to(&page, "file", "Choose files").await?;
    use_it(&page, "button", "Export as JSON").await?;
    let (_, export) = page.downloaded("ripen-default-", ".json").await?;
    assert!(String::from_utf8(export)?.contains("Mina Okafor"));
    page.see_text(".json was handed to the browser to save.").await
}

#[tokio::test]
async fn a_date_field_shows_its_focus() -> Result<()> {
    let page = new_contact().await?;
    use_it(&page, "button", "Set the next step").await?;
    page.see("dialog", "Set the next step").await?;
    to(&page, "date", "Due").await
}
