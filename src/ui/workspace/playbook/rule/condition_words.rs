//! What conditions are called on screen, and the keys they are chosen by.

use super::super::field::{Choices, plain};
use crate::app::edit::conditions::{Condition, kinds};
use crate::domain::playbook::question::{Question, QuestionKind};
use crate::ui::text::workspace as text;

/// The conditions for a question, to choose from.
pub(super) fn choices(question: &Question) -> Choices {
    let several = matches!(question.kind, QuestionKind::Several { .. });
    plain(kinds(&question.kind).iter().map(|kind| (key(*kind), name(*kind, several))))
}

fn name(condition: Condition, several: bool) -> &'static str {
    match condition {
        Condition::Yes => text::pb_is_yes(),
        Condition::No => text::pb_is_no(),
        Condition::OneOf if several => text::pb_has_one_of(),
        Condition::OneOf => text::pb_is_one_of(),
        Condition::AllOf => text::pb_has_all_of(),
        Condition::AtLeast => text::pb_is_at_least(),
        Condition::MoreThan => text::pb_is_more_than(),
        Condition::AtMost => text::pb_is_at_most(),
        Condition::LessThan => text::pb_is_less_than(),
        Condition::Between => text::pb_is_between(),
        Condition::TodayOrLater => text::pb_is_today_or_later(),
        Condition::TodayOrEarlier => text::pb_is_today_or_earlier(),
        Condition::NextDays => text::pb_is_next_days(),
        Condition::LastDays => text::pb_is_last_days(),
        _ => text::pb_is_given(),
    }
}

/// The key a condition is chosen by.
pub(super) fn key(condition: Condition) -> &'static str {
    match condition {
        Condition::Yes => "yes",
        Condition::No => "no",
        Condition::OneOf => "one",
        Condition::AllOf => "all",
        Condition::AtLeast => "from",
        Condition::MoreThan => "above",
        Condition::AtMost => "to",
        Condition::LessThan => "below",
        Condition::Between => "between",
        Condition::TodayOrLater => "later",
        Condition::TodayOrEarlier => "earlier",
        Condition::NextDays => "next",
        Condition::LastDays => "last",
        _ => "given",
    }
}
