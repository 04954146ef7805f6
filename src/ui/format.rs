//! Values in words and in the person's own number, money and date formats.

use crate::domain::answer::{Answers, Evidence};
use crate::domain::event::By;
use crate::domain::ids::{OptionId, QuestionId};
use crate::domain::playbook::question::{Question, QuestionKind};
use crate::domain::playbook::{Playbook, recall};
use crate::domain::range::Range;
use crate::domain::value::Value;
use crate::domain::when::When;
use crate::platform::intl;
use crate::ui::text::{rep, wizard as text};
use chrono::Local;

/// An answer's value in words; an option in the rep's, which a visitor's playbook has none of.
pub fn value(question: Option<&Question>, value: &Value) -> String {
    let title = |id: &OptionId| {
        question.map_or(id.as_str(), |question| question.option_words(id)).to_owned()
    };
    match value {
        Value::Choice(id) => title(id),
        Value::Several(ids) => ids.iter().map(title).collect::<Vec<_>>().join("; "),
        Value::YesNo(true) => text::yes().to_owned(),
        Value::YesNo(false) => text::no().to_owned(),
        Value::Number(number) => match question.map(|question| &question.kind) {
            Some(QuestionKind::Number { unit: Some(several), unit_one, .. }) => {
                let one = unit_one.as_ref().filter(|_| number.get() == 1.0);
                format!("{} {}", intl::number(number.get(), 2), one.unwrap_or(several))
            }
            _ => intl::number(number.get(), 2),
        },
        Value::Band(range) => band(question, range),
        Value::Money(money) => intl::money(*money),
        Value::Scale(step) => step.to_string(),
        Value::Text(words) => words.clone(),
        Value::Date(day) => intl::day(*day),
    }
}

/// How well something is known, in a word.
pub fn evidence(grade: Evidence) -> &'static str {
    match grade {
        Evidence::Claimed => rep::claimed(),
        Evidence::Confirmed => rep::confirmed(),
        Evidence::Documented => rep::documented(),
    }
}

/// The same within a sentence.
pub fn evidence_within(grade: Evidence) -> String {
    evidence(grade).to_ascii_lowercase()
}

/// A text of the playbook with the answers it recalls in words.
pub fn recalled(playbook: &Playbook, answers: &Answers, text: &str) -> String {
    recall::fill(text, |id| word(playbook, answers, id))
}

/// Puts the answers that a question's texts recall into words.
pub fn recall(playbook: &Playbook, answers: &Answers, question: &mut Question) {
    recall::fill_question(question, |id| word(playbook, answers, id));
}

fn word(playbook: &Playbook, answers: &Answers, id: &QuestionId) -> Option<String> {
    Some(value(playbook.question(id), &answers.get(id)?.value))
}

/// A band by its wording in the playbook, or by its ends.
fn band(question: Option<&Question>, range: &Range) -> String {
    if let Some(QuestionKind::Number { bands, .. }) = question.map(|question| &question.kind)
        && let Some(known) = bands.iter().find(|band| &band.range == range)
    {
        return known.title.clone();
    }
    let end = |end: Option<f64>| end.map_or_else(|| "…".to_owned(), |end| intl::number(end, 2));
    format!("{}–{}", end(range.from.or(range.above)), end(range.to.or(range.below)))
}

/// The day something was recorded, where the person is.
pub fn day(when: When) -> String {
    intl::day(when.day(&Local))
}

/// Who recorded something.
pub fn who(by: &By) -> &str {
    match by {
        By::Visitor => rep::by_visitor(),
        By::Import => rep::by_import(),
        By::Rep(author) if author.name.is_empty() => rep::by_you(),
        By::Rep(author) => &author.name,
    }
}
