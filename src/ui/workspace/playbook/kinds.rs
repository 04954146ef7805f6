//! What can be answered, as a person chooses it.

use super::field::{Choices, plain};
use crate::domain::ids::OptionId;
use crate::domain::playbook::question::{Choice, QuestionKind};
use crate::domain::range::Range;
use crate::ui::text::workspace as text;

/// What a kind is called.
pub(super) fn name(kind: &QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Choice { .. } => text::pb_kind_choice(),
        QuestionKind::Several { .. } => text::pb_kind_several(),
        QuestionKind::YesNo => text::pb_kind_yes_no(),
        QuestionKind::Number { .. } => text::pb_kind_number(),
        QuestionKind::Money => text::pb_kind_money(),
        QuestionKind::Scale { .. } => text::pb_kind_scale(),
        QuestionKind::Text => text::pb_kind_text(),
        QuestionKind::Date => text::pb_kind_date(),
    }
}

/// Every kind, to choose from.
pub(super) fn choices() -> Choices {
    plain(every(Vec::new()).iter().map(|kind| (kind.key(), name(kind))))
}

/// A kind by its word, with these options where it has some.
pub(super) fn of(word: &str, options: Vec<Choice>) -> Option<QuestionKind> {
    every(options).into_iter().find(|kind| kind.key() == word)
}

fn every(options: Vec<Choice>) -> [QuestionKind; 8] {
    [
        QuestionKind::YesNo,
        QuestionKind::Choice { options: options.clone() },
        QuestionKind::Several { options },
        QuestionKind::Number {
            unit: None,
            unit_one: None,
            limits: Range::default(),
            bands: Vec::new(),
        },
        QuestionKind::Money,
        QuestionKind::Scale {
            from: 1,
            to: 5,
            low: text::pb_scale_low().to_owned(),
            high: text::pb_scale_high().to_owned(),
        },
        QuestionKind::Text,
        QuestionKind::Date,
    ]
}

/// Whether a kind has options.
pub(super) fn has_options(word: &str) -> bool {
    matches!(word, "choice" | "several")
}

/// Two options to begin with, where none were named.
pub(super) fn two_options() -> Vec<Choice> {
    let option = |id: &str, title: &str| Choice {
        id: OptionId::from(id),
        title: title.to_owned(),
        rep_title: None,
        synonyms: Vec::new(),
        retired: None,
    };
    vec![option("option_1", text::pb_option_first()), option("option_2", text::pb_option_second())]
}
