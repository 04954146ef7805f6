//! A rule put in words, for criteria whose rule nobody put in words.

use crate::app::edit::conditions::Condition;
use crate::app::edit::describe::{Is, Said, Unit, describe};
use crate::domain::answer::Evidence;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::rule::{Criterion, Rule};
use crate::platform::intl;
use crate::ui::text::workspace as text;

/// Options that are named before the rest is only counted.
const NAMED: usize = 6;

/// A criterion's rule in words.
pub(in crate::ui::workspace::playbook) fn words(
    playbook: &Playbook,
    criterion: &Criterion,
) -> String {
    rule(playbook, &criterion.rule)
}

/// A rule in words.
pub(in crate::ui::workspace::playbook) fn rule(playbook: &Playbook, rule: &Rule) -> String {
    said(&describe(playbook, rule), false)
}

fn said(what: &Said, inside: bool) -> String {
    let group = |parts: &[Said], between: &str| {
        let one = parts.len() == 1;
        let words: Vec<_> = parts.iter().map(|part| said(part, !one)).collect();
        let words = words.join(between);
        if inside && !one { text::pb_said_inside(words) } else { words }
    };
    match what {
        Said::All(parts) => group(parts, text::pb_said_all()),
        Said::Any(parts) => group(parts, text::pb_said_any()),
        Said::Not(part) => text::pb_said_not(said(part, false)),
        Said::Criterion(title) => title.clone(),
        Said::Answer { question, is, evidence } => {
            let words = text::pb_said(question, is_words(is));
            match evidence {
                Some(Evidence::Confirmed) => text::pb_said_confirmed(words),
                Some(Evidence::Documented) => text::pb_said_documented(words),
                _ => words,
            }
        }
    }
}

fn is_words(is: &Is) -> String {
    match is {
        Is::Plain(Condition::Yes) => text::pb_said_yes().to_owned(),
        Is::Plain(Condition::No) => text::pb_said_no().to_owned(),
        Is::Plain(_) => text::pb_said_given().to_owned(),
        Is::Options(condition, titles) => options(*condition, titles),
        Is::Measured { condition, low, high, unit } => measured(*condition, *low, *high, unit),
    }
}

fn options(condition: Condition, titles: &[String]) -> String {
    if titles.len() > NAMED {
        let some = titles[..NAMED - 1].join(", ");
        return text::pb_said_others(some, intl::count(titles.len() + 1 - NAMED));
    }
    let Some((last, some)) = titles.split_last() else { return "…".to_owned() };
    if some.is_empty() {
        return last.clone();
    }
    let some = some.join(", ");
    if condition == Condition::AllOf {
        text::pb_said_and(some, last)
    } else {
        text::pb_said_or(some, last)
    }
}

fn measured(condition: Condition, low: Option<f64>, high: Option<f64>, unit: &Unit) -> String {
    let bare = |end: Option<f64>| end.map_or_else(|| "…".to_owned(), |end| intl::number(end, 6));
    let unit = match unit {
        Unit::Named(unit) => unit,
        Unit::Money => "",
        Unit::Days => text::pb_days_from_today(),
        Unit::Characters => text::pb_characters(),
    };
    let counted = |end: Option<f64>| match unit {
        "" => bare(end),
        unit => text::pb_said_unit(bare(end), unit),
    };
    match condition {
        Condition::AtLeast => text::pb_said_at_least(counted(low)),
        Condition::MoreThan => text::pb_said_more_than(counted(low)),
        Condition::AtMost => text::pb_said_at_most(counted(high)),
        Condition::LessThan => text::pb_said_less_than(counted(high)),
        Condition::TodayOrLater => text::pb_said_today_or_later().to_owned(),
        Condition::TodayOrEarlier => text::pb_said_today_or_earlier().to_owned(),
        Condition::NextDays => text::pb_said_next_days(bare(high)),
        Condition::LastDays => text::pb_said_last_days(bare(low.map(f64::abs))),
        _ => text::pb_said_between(bare(low), counted(high)),
    }
}

/// Has the words of criteria follow their rules, where they are the ones made here: a change of a
/// rule, or of what something in it is called, changes them too.
pub(in crate::ui::workspace::playbook) fn follow(before: &Playbook, draft: &mut Playbook) {
    let renamed: Vec<_> = {
        let known = before.questions.iter().map(|old| (old, draft.question(&old.id)));
        let differs = known.filter(|(old, new)| {
            new.is_some_and(|new| new.title != old.title || new.kind != old.kind)
        });
        differs.map(|(old, _)| old.id.clone()).collect()
    };
    let retitled: Vec<_> = {
        let known = before.criteria.iter().map(|old| (old, draft.criterion(&old.id)));
        let differs = known.filter(|(old, new)| new.is_some_and(|new| new.title != old.title));
        differs.map(|(old, _)| old.id.clone()).collect()
    };
    let mut anew = Vec::new();
    for (place, new) in draft.criteria.iter().enumerate() {
        // Mostly the place is the same, and the list is not gone through for each.
        let at = before.criteria.get(place).filter(|old| old.id == new.id);
        let Some(old) = at.or_else(|| before.criterion(&new.id)) else { continue };
        let reads = |rule: &Rule| match rule {
            Rule::Answer(test) => renamed.contains(&test.question),
            Rule::Criterion(id) => retitled.contains(id),
            _ => false,
        };
        if old.rule_text != new.rule_text || (old.rule == new.rule && !has(&new.rule, &reads)) {
            continue;
        }
        if new.rule_text == words(before, old) {
            anew.push((place, words(draft, new)));
        }
    }
    for (place, words) in anew {
        draft.criteria[place].rule_text = words;
    }
}

fn has(rule: &Rule, wanted: &impl Fn(&Rule) -> bool) -> bool {
    wanted(rule) || crate::app::edit::rules::parts(rule).iter().any(|part| has(part, wanted))
}
