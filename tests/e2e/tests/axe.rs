//! Every view passes the accessibility checker: in every browser, light and dark, narrow and wide.

mod steps;

use ripen_e2e::{Browser, Page, Result, Theme};
use steps::{add_contact, ready_for_opportunity, workspace};

/// Checks the view as it stands in both themes, narrow and wide: in every pair of them in Chromium, each
/// once in the other browsers.
async fn check(page: &Page) -> Result<()> {
    for (theme, width) in
        [(Theme::Light, 320), (Theme::Dark, 1320), (Theme::Light, 1320), (Theme::Dark, 320)]
            .into_iter()
            .take(if page.browser() == Browser::Chromium { 4 } else { 2 })
    {
        page.look(theme, width).await?;
        page.axe().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_start() -> Result<()> {
    check(&workspace().await?).await
}

#[tokio::test]
async fn the_contacts() -> Result<()> {
    let page = Page::open("index.html?workspace=demo").await?;
    page.see_text("102 contacts").await?;
    check(&page).await?;
    page.fill("searchbox", "Search", "nobody at all").await?;
    page.see("heading", "Nothing matches").await?;
    check(&page).await
}

#[tokio::test]
async fn the_form_of_a_new_contact_with_its_errors() -> Result<()> {
    let page = workspace().await?;
    page.click("link", "Add a contact").await?;
    page.see("heading", "New contact").await?;
    page.click("button", "Add").await?;
    page.see("heading", "There is a problem").await?;
    check(&page).await
}

#[tokio::test]
async fn a_contact_and_its_forms() -> Result<()> {
    let page = workspace().await?;
    ready_for_opportunity(&page).await?;
    check(&page).await?;
    page.click("button", "See the result").await?;
    page.see("heading", "Ready to become: Prospect, then Opportunity").await?;
    check(&page).await?;
    page.click("link", "Mina Okafor · Northwind Clinics").await?;
    page.see("heading", "Answers").await?;
    check(&page).await?;
    for (button, form) in [
        ("Move to Prospect", "Move to Prospect"),
        ("Set the next step", "Set the next step"),
        ("Edit : Details", "Edit the details"),
    ] {
        page.click("button", button).await?;
        page.see("dialog", form).await?;
        page.axe().await?;
        page.click("button", "Cancel").await?;
        page.gone("dialog", form).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_question_with_its_error() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("button", "Ask next question").await?;
    page.see("heading", "How many people work there?").await?;
    check(&page).await?;
    page.click("button", "Continue").await?;
    page.see_text("There is a problem").await?;
    check(&page).await
}

#[tokio::test]
async fn the_funnel() -> Result<()> {
    let page = Page::open("index.html?workspace=demo#/funnel").await?;
    page.see("heading", "Win rate").await?;
    check(&page).await
}

#[tokio::test]
async fn the_data() -> Result<()> {
    let page = Page::open("index.html#/data").await?;
    page.see("heading", "Data").await?;
    check(&page).await
}

#[tokio::test]
async fn the_lessons() -> Result<()> {
    let page = Page::open("index.html?workspace=demo#/learn").await?;
    page.see("heading", "Glossary").await?;
    check(&page).await?;
    page.click("link", "What’s the difference?").await?;
    page.see("heading", "What’s the difference?").await?;
    check(&page).await?;
    page.click("link", "Practice").await?;
    page.see("heading", "What is it?").await?;
    check(&page).await?;
    page.click("button", "Lead").await?;
    page.see("heading", "Right: Lead").await?;
    check(&page).await?;
    page.click("link", "Common missteps").await?;
    page.see("heading", "No next step").await?;
    check(&page).await?;
    page.goto("index.html?workspace=demo#/contacts?misstep=no-next-step").await?;
    page.see("button", "Remove the misstep filter").await?;
    check(&page).await
}

#[tokio::test]
async fn the_definitions_of_the_playbook() -> Result<()> {
    let page = Page::open("index.html?workspace=demo").await?;
    for (address, heading) in [
        ("", "What it consists of"),
        ("/questions", "All questions"),
        ("/questions/employees", "Preview"),
        ("/criteria", "All criteria"),
        ("/criteria/size", "Where it counts"),
        ("/gates", "Stages inside Opportunity"),
        ("/levels/prospect", "What to do here"),
        ("/people", "Personas"),
    ] {
        page.goto(&format!("index.html?workspace=demo#/playbook{address}")).await?;
        page.see("heading", heading).await?;
        check(&page).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_figures_and_words_of_the_playbook() -> Result<()> {
    let page = Page::open("index.html?workspace=demo").await?;
    for (address, heading) in [
        ("sources", "Sources"),
        ("scores", "Scores"),
        ("visitors", "For visitors"),
        ("words", "Reasons and words"),
        ("packs", "Ready-made playbooks"),
        ("share", "As a file"),
        ("guided", "What you sell"),
        ("try", "How many people work at your company?"),
    ] {
        page.goto(&format!("index.html?workspace=demo#/playbook/{address}")).await?;
        page.see("heading", heading).await?;
        check(&page).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_draft_under_review() -> Result<()> {
    let page = Page::open("index.html?workspace=demo#/playbook/packs").await?;
    page.click("button", "See what would change with Strict B2B").await?;
    page.see("button", "Use this playbook").await?;
    check(&page).await?;
    page.fill("textbox", "Name of your playbook", "Crate tracking").await?;
    page.click("button", "Start from scratch").await?;
    page.see("heading", "New question").await?;
    page.click("button", "Add the question").await?;
    page.see_text("is empty: write something there.").await?;
    check(&page).await?;
    page.click("link", "Review and publish").await?;
    page.see("heading", "What the draft changes").await?;
    check(&page).await
}

#[tokio::test]
async fn all_questions_on_one_page_and_the_packet() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    let contact = page.address().await?;
    page.click("link", "All questions on one page").await?;
    page.see("heading", "How many people work there?").await?;
    check(&page).await?;
    page.goto(&format!("{contact}/packet")).await?;
    page.see_text("Mina Okafor").await?;
    check(&page).await
}

#[tokio::test]
async fn the_demo_page_with_the_wizard() -> Result<()> {
    let page = Page::open("demo/").await?;
    page.see("heading", "How many people work at your company?").await?;
    check(&page).await
}
