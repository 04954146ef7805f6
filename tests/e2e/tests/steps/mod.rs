//! What journeys do again and again, in the words of the screen.

#![allow(dead_code, reason = "each test file uses a part of it")]

pub(crate) mod embed;
pub(crate) mod send;

use ripen_e2e::{Page, Result};

/// Opens an empty workspace.
pub(crate) async fn workspace() -> Result<Page> {
    let page = Page::open("index.html").await?;
    page.see("heading", "Know which contacts are worth your time, and why").await?;
    Ok(page)
}

/// Adds a contact and stays on its page.
pub(crate) async fn add_contact(page: &Page, person: &str, organisation: &str) -> Result<()> {
    page.goto("index.html#/contacts/new").await?;
    page.see("heading", "New contact").await?;
    page.fill("textbox", "Person", person).await?;
    page.fill("textbox", "Organisation", organisation).await?;
    page.click("button", "Add").await?;
    page.see("heading", "What is missing for Prospect").await
}

/// Answers a question whose options are radio buttons.
pub(crate) async fn choose(page: &Page, question: &str, option: &str) -> Result<()> {
    page.see("heading", question).await?;
    page.choose("radio", option).await?;
    page.click("button", "Continue").await
}

/// Answers a question by typing.
pub(crate) async fn type_in(page: &Page, question: &str, text: &str) -> Result<()> {
    page.see("heading", question).await?;
    page.fill("textbox", question, text).await?;
    page.click("button", "Continue").await
}

/// Answers a question with a long list.
pub(crate) async fn select(page: &Page, question: &str, option: &str) -> Result<()> {
    page.see("heading", question).await?;
    page.select("combobox", question, option).await?;
    page.click("button", "Continue").await
}

/// Answers, as a rep, everything the gate to Prospect asks, from the contact's page on.
pub(crate) async fn qualify_organisation(page: &Page) -> Result<()> {
    page.click("button", "Ask next question").await?;
    type_in(page, "How many people work there?", "240").await?;
    select(page, "Which industry are they in?", "Healthcare").await?;
    select(page, "Which country would they use it in?", "United Kingdom").await?;
    choose(page, "Would the product help with something they need?", "Yes").await?;
    choose(page, "Could they put it to use within 12 months?", "Yes").await?;
    let decides = "Who makes the final decision?";
    choose(page, decides, "The contact").await
}

/// Answers, as a rep, everything the gate to Opportunity asks, after [`qualify_organisation`].
pub(crate) async fn qualify_pain(page: &Page) -> Result<()> {
    choose(page, "Do they have a problem the product solves?", "Yes").await?;
    let words = "What is the problem, in the contact’s own words?";
    page.see("heading", &format!("{words} (optional)")).await?;
    page.fill("textbox", &format!("{words} (optional)"), "Double booking across sites").await?;
    page.click("button", "Continue").await?;
    type_in(page, "For how many years have they had the problem?", "1").await?;
    // A problem one year old needs no reason why it became urgent, so that is not asked.
    let priority = "Where does it stand among everything they must solve?";
    choose(page, priority, "At the very top").await?;
    choose(page, "Is their situation one the product is made for?", "Yes").await
}

/// A contact that passes both gates, with the answers being checked.
pub(crate) async fn ready_for_opportunity(page: &Page) -> Result<()> {
    add_contact(page, "Mina Okafor", "Northwind Clinics").await?;
    qualify_organisation(page).await?;
    qualify_pain(page).await?;
    page.see("heading", "Check your answers").await
}

/// From anywhere in the wizard to the contact's page.
pub(crate) async fn to_contact(page: &Page) -> Result<()> {
    page.click("link", "Mina Okafor · Northwind Clinics").await?;
    page.see("heading", "Mina Okafor · Northwind Clinics").await
}
