//! What each kind of question is called, and what is said of it, by those who cannot see it.

use crate::every::{put, walk};
use anyhow::{Context, ensure};
use ripen_e2e::{Page, Result};

const CHOOSE: &str = "Error: Choose an answer, or “I don’t know yet”";
const NUMBER: &str = "Error: Enter a number, or choose “I don’t know yet”";

/// The question, the role and the name of its field, what is said of it, and what is wrong where it is empty.
const FIELDS: [(&str, &str, &str, &str, &str); 10] = [
    (
        "one",
        "group",
        "Which of these describes the organisation you work for best?",
        "One answer is enough, even where several would do.",
        CHOOSE,
    ),
    ("long", "combobox", "Which country?", "", CHOOSE),
    (
        "several",
        "group",
        "What have you tried?",
        "Choose all that fit.",
        "Error: Choose at least one, or “I don’t know yet”",
    ),
    ("yes", "group", "Does it hurt?", "", CHOOSE),
    ("scale", "group", "How much does it matter?", "", CHOOSE),
    ("band", "group", "How many people work there?", "", CHOOSE),
    (
        "number",
        "textbox",
        "How many hours does it take?",
        "An estimate is fine. hours a month",
        NUMBER,
    ),
    ("money", "textbox", "What does it cost you a year?", "EUR", NUMBER),
    (
        "day",
        "date",
        "When does it have to be over?",
        "",
        "Error: Enter a day, or choose “I don’t know yet”",
    ),
    (
        "words",
        "textbox",
        "What is it in your own words? (optional)",
        "",
        "Error: Write five letters or more",
    ),
];

pub(crate) async fn every_field_is_named(page: &Page) -> Result<()> {
    put(page, "{}", "every").await?;
    walk(page, async |at| named(page, at).await.with_context(|| at.to_owned())).await
}

async fn named(page: &Page, at: &str) -> Result<()> {
    page.see("region", "Every kind").await?;
    let (question, state) = at.split_once(", ").unwrap_or((at, ""));
    let Some((_, role, name, help, error)) = FIELDS.iter().find(|field| field.0 == question) else {
        return Ok(());
    };
    page.see("heading", name).await?;
    page.see("progressbar", "Questions answered").await?;
    let said = page.description(role, name).await?;
    let is_refused = !state.is_empty();
    let expected = if is_refused { format!("{help} {error}") } else { (*help).to_owned() };
    ensure!(said == expected.trim(), "{role} “{name}” is described as “{said}”, not “{expected}”");
    if is_refused {
        page.see("alert", "").await?;
        page.see("link", error.trim_start_matches("Error: ")).await?;
    }
    if *role != "group" {
        let invalid = page.aria(role, name, "aria-invalid").await?;
        ensure!((invalid.as_deref() == Some("true")) == is_refused, "{invalid:?}");
    }
    Ok(())
}
