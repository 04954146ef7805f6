//! The playbook editor: a first playbook by somebody who never saw a file of one, drafts that last,
//! files and links that are looked at before they are taken.

use crate::steps::workspace;
use ripen_e2e::{Key, Page, Result};

const PACKERS: &str = "How many people pack crates at your company?";
const LOSSES: &str = "Do you lose crates?";
const SITES: &str = "Where do you pack?";
const BETWEEN: &str = "How do crates travel between your sites?";
const WISH: &str = "Do you want to stop the losses this year?";

const DRAFT: &str = "This is a draft, not in force yet.";

/// Begins a playbook from scratch.
async fn from_scratch() -> Result<Page> {
    let page = workspace().await?;
    page.click("link", "Playbook").await?;
    page.click("link", "Start or switch").await?;
    page.fill("textbox", "Name of your playbook", "Crate tracking").await?;
    page.click("button", "Start from scratch").await?;
    page.see_focused("heading", "Questions").await?;
    page.see_text(DRAFT).await?;
    Ok(page)
}

/// Adds a question and stays on its page.
async fn ask(page: &Page, wording: &str, name: &str, kind: &str) -> Result<()> {
    begin(page, wording, name, kind).await?;
    page.click("button", "Add the question").await?;
    page.see_focused("heading", name).await
}

async fn begin(page: &Page, wording: &str, name: &str, kind: &str) -> Result<()> {
    page.click("link", "Questions").await?;
    page.see("heading", "New question").await?;
    page.fill("textbox", "The question, as visitors read it (optional)", wording).await?;
    page.fill("textbox", "Short name", name).await?;
    page.select("combobox", "What is answered", kind).await
}

/// Adds a criterion about the question whose page is open, counting at a gate.
async fn judge(page: &Page, name: &str, gate: &str) -> Result<()> {
    page.click("button", "Add a criterion about it").await?;
    page.see("heading", "Rule").await?;
    page.see_focused("heading", name).await?;
    page.choose("checkbox", gate).await
}

/// Five questions: one that ends it, one that is asked only if another one says so.
async fn five_questions(page: &Page) -> Result<()> {
    ask(page, PACKERS, "Packers", "A number").await?;
    judge(page, "Packers", "Lead → Prospect").await?;
    page.fill("textbox", "Value", "5").await?;
    page.choose("checkbox", "Whoever does not meet it is out").await?;
    page.fill("textbox", "Why we say no", "It pays off from five packers on.").await?;
    page.fill("textbox", "What to do instead", "A shared list does it for now.").await?;

    ask(page, LOSSES, "Losses", "Yes or no").await?;
    judge(page, "Losses", "Lead → Prospect").await?;

    begin(page, SITES, "Sites", "One of several options").await?;
    page.fill("textbox", "Options", "One site\nSeveral sites").await?;
    page.click("button", "Add the question").await?;
    page.see_focused("heading", "Sites").await?;
    page.choose("checkbox", "Ask it although no rule reads it").await?;

    ask(page, BETWEEN, "Between sites", "Words").await?;
    page.choose("checkbox", "Ask it although no rule reads it").await?;
    page.click("button", "Ask only if…").await?;
    page.select("combobox", "Question", "Sites").await?;
    page.choose("checkbox", "Several sites").await?;
    page.click("checkbox", "One site").await?;

    ask(page, WISH, "Wish", "Yes or no").await?;
    judge(page, "Wish", "Prospect → Opportunity").await
}

async fn answer(page: &Page, question: &str, option: &str) -> Result<()> {
    page.see("heading", question).await?;
    page.choose("radio", option).await?;
    page.click("button", "Continue").await
}

async fn answer_number(page: &Page, number: &str) -> Result<()> {
    page.see("heading", PACKERS).await?;
    page.fill("textbox", PACKERS, number).await?;
    page.click("button", "Continue").await
}

#[tokio::test]
async fn a_first_playbook_is_made_tried_published_and_run() -> Result<()> {
    let page = from_scratch().await?;
    five_questions(&page).await?;

    // As a visitor: too few packers is a kind end.
    page.click("link", "Try it out").await?;
    answer_number(&page, "3").await?;
    page.click("button", "See the result").await?;
    page.see_text("It pays off from five packers on.").await?;
    page.see_text("A shared list does it for now.").await?;

    // With one site there is nothing between.
    page.click("button", "From the beginning").await?;
    answer_number(&page, "20").await?;
    answer(&page, LOSSES, "Yes").await?;
    answer(&page, SITES, "One site").await?;
    page.see("heading", WISH).await?;
    page.click("button", "From the beginning").await?;
    answer_number(&page, "20").await?;
    answer(&page, LOSSES, "Yes").await?;
    answer(&page, SITES, "Several sites").await?;
    page.see("heading", BETWEEN).await?;

    page.click("link", "Review and publish").await?;
    page.click("button", "Publish version 2").await?;
    page.see_focused("heading", "No changes").await?;

    // As a rep, with a contact of one's own.
    page.goto("index.html#/contacts/new").await?;
    page.fill("textbox", "Person", "Mina Okafor").await?;
    page.fill("textbox", "Organisation", "Northwind").await?;
    page.click("button", "Add").await?;
    page.see_text("Judged by Crate tracking, version 2").await?;
    page.click("button", "Ask next question").await?;
    answer_number(&page, "3").await?;
    page.see("heading", "Check your answers").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "This does not fit").await?;
    page.see_text("A shared list does it for now.").await
}

#[tokio::test]
async fn it_is_made_without_a_mouse_as_well() -> Result<()> {
    let page = workspace().await?;
    page.goto("index.html#/playbook/packs").await?;
    page.see_text("Ready-made playbooks").await?;
    page.tab_to("textbox", "Name of your playbook", 60).await?;
    page.see_focus_ring().await?;
    page.type_text("Crate tracking").await?;
    page.press(Key::Enter).await?;
    page.see_focused("heading", "Questions").await?;

    page.tab_to("textbox", "The question, as visitors read it (optional)", 9).await?;
    page.type_text(LOSSES).await?;
    page.tab_to("textbox", "Short name", 3).await?;
    page.type_text("Losses").await?;
    page.press(Key::Enter).await?;
    page.see_focused("heading", "Losses").await?;
    page.tab_to("button", "Add a criterion about it", 60).await?;
    page.see_focus_ring().await?;
    page.press(Key::Enter).await?;
    page.see("heading", "Rule").await?;
    page.see_focused("heading", "Losses").await?;
    page.tab_to("checkbox", "Whoever does not meet it is out", 40).await?;
    page.press(Key::Space).await?;
    page.tab_to("textbox", "What to do instead", 4).await?;
    page.type_text("Keep your list").await?;
    page.tab_to("checkbox", "Lead → Prospect", 4).await?;
    page.press(Key::Space).await?;
    page.see_text("Changed gate “Lead → Prospect”").await?;

    page.tab_back_to("link", "Review and publish", 60).await?;
    page.press(Key::Enter).await?;
    page.tab_to("button", "Publish version 2", 40).await?;
    page.see_focus_ring().await?;
    page.press(Key::Enter).await?;
    page.see_focused("heading", "No changes").await
}

#[tokio::test]
async fn a_link_is_looked_at_in_another_tab_before_it_is_taken() -> Result<()> {
    let page = workspace().await?;
    page.goto("index.html#/playbook/share").await?;
    page.click("button", "Copy a link").await?;
    let link = page.value("textbox", "The link").await?;
    let (_, shared) = link.split_once('#').unwrap_or_default();
    page.new_tab(&format!("index.html#{shared}")).await?;
    page.see("heading", "A playbook somebody shared").await?;
    page.see("heading", "Pain–Interest–Fit, version 1").await?;
    page.see_text("Nothing has changed yet.").await?;
    assert!(page.local_storage().await?.keys().all(|key| !key.ends_with("/playbook-draft")));
    page.click("button", "Leave everything as it is").await?;
    page.see("heading", "Know which contacts are worth your time, and why").await?;

    let half = &shared[..shared.len() / 2];
    page.new_tab(&format!("index.html#{half}")).await?;
    page.see_text("The link is damaged").await
}

#[tokio::test]
async fn two_tabs_edit_one_draft() -> Result<()> {
    let page = workspace().await?;
    page.goto("index.html#/playbook").await?;
    page.see("heading", "Playbook: Pain–Interest–Fit").await?;
    page.new_tab("index.html#/playbook").await?;
    page.fill("textbox", "Name of the playbook", "Theirs").await?;
    page.press(Key::Tab).await?;
    page.see("heading", "Playbook: Theirs").await?;
    page.switch_to(0).await?;
    page.see("heading", "Playbook: Theirs").await?;
    page.click("button", "Publish version 2").await?;
    page.see("heading", "No changes").await?;
    page.switch_to(1).await?;
    page.see("heading", "No changes").await?;
    page.see_text("Version 2 is published and judges every contact.").await
}
