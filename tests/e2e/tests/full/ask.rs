//! Asking and judging: what ends it, what is asked again, what a gate needs.

use crate::steps::{
    add_contact, choose, qualify_organisation, qualify_pain, ready_for_opportunity, to_contact,
    type_in, workspace,
};
use ripen_e2e::Result;

#[tokio::test]
async fn a_knock_out_ends_the_asking_and_says_what_to_do_instead() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("button", "Ask next question").await?;
    type_in(&page, "How many people work there?", "3").await?;
    page.see("heading", "Check your answers").await?;
    page.click("button", "See the result").await?;
    page.see("heading", "This does not fit").await?;
    page.see_text("A lighter tool will serve you better today.").await
}

#[tokio::test]
async fn an_answer_is_changed_from_the_check_page_and_comes_back_to_it() -> Result<()> {
    let page = workspace().await?;
    ready_for_opportunity(&page).await?;
    page.click("button", "Change : Employees").await?;
    type_in(&page, "How many people work there?", "350").await?;
    page.see("heading", "Check your answers").await?;
    page.see_text("350 people").await
}

#[tokio::test]
async fn not_knowing_is_an_answer_and_an_empty_page_is_told_so() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("button", "Ask next question").await?;
    page.see("heading", "How many people work there?").await?;
    page.click("button", "Continue").await?;
    page.see_text("There is a problem").await?;
    page.choose("checkbox", "I don’t know yet").await?;
    page.click("button", "Continue").await?;
    page.see("heading", "Which industry are they in?").await?;
    to_contact(&page).await?;
    page.see_text("I don’t know yet").await
}

#[tokio::test]
async fn a_gate_is_overridden_only_with_a_reason() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    page.click("button", "More").await?;
    page.click("button", "Move to Prospect anyway…").await?;
    page.click("button", "Move anyway").await?;
    page.see_text("Say why, in a few words").await?;
    page.fill("textbox", "Why move it all the same?", "Their chair asked for it").await?;
    page.click("button", "Move anyway").await?;
    page.see_text("Overridden").await?;
    page.see_text("Their chair asked for it").await?;
    page.see_text("Stands further than its evidence.").await
}

#[tokio::test]
async fn pain_must_be_confirmed_to_pass_the_gate() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    qualify_organisation(&page).await?;
    page.see("heading", "Do they have a problem the product solves?").await?;
    page.select("combobox", "How do you know?", "Claimed: they told us, unchecked").await?;
    choose(&page, "Do they have a problem the product solves?", "Yes").await?;
    to_contact(&page).await?;
    page.click("button", "Move to Prospect").await?;
    page.click("button", "Move to Prospect").await?;
    page.see("heading", "What is missing for Opportunity").await?;
    page.see_text("must be confirmed, so far claimed").await
}

#[tokio::test]
async fn a_whole_run_leaves_nothing_unasked() -> Result<()> {
    let page = workspace().await?;
    add_contact(&page, "Mina Okafor", "Northwind Clinics").await?;
    qualify_organisation(&page).await?;
    qualify_pain(&page).await?;
    page.see("heading", "Check your answers").await?;
    page.gone_text("Not answered").await
}
