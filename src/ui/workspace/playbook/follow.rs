//! The words of criteria that were made of their rules follow them.
//!
//! Invariant: words that somebody wrote are left as they are.

use crate::app::edit::rules::parts;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::rule::Rule;
use crate::ui::workspace::rule_words;
use std::collections::BTreeSet;

/// Has the words of criteria follow a change of their rules, or of what something in them is called.
pub(super) fn follow(before: &Playbook, draft: &mut Playbook) {
    let renamed = differing(
        &before.questions,
        &draft.questions,
        |q| q.id.as_str(),
        |old, new| old.title != new.title || old.kind != new.kind,
    );
    let retitled = differing(
        &before.criteria,
        &draft.criteria,
        |c| c.id.as_str(),
        |old, new| old.title != new.title,
    );
    let reads = |rule: &Rule| match rule {
        Rule::Answer(test) => renamed.contains(test.question.as_str()),
        Rule::Criterion(id) => retitled.contains(id.as_str()),
        _ => false,
    };
    let mut anew = Vec::new();
    for (place, new) in draft.criteria.iter().enumerate() {
        let Some(old) = at(&before.criteria, place, |old| old.id == new.id) else { continue };
        if old.rule_text != new.rule_text || (old.rule == new.rule && !has(&new.rule, &reads)) {
            continue;
        }
        if new.rule_text == rule_words::criterion(before, old) {
            anew.push((place, rule_words::criterion(draft, new)));
        }
    }
    for (place, words) in anew {
        draft.criteria[place].rule_text = words;
    }
}

/// The one that is meant, mostly at the same place: then the list is not gone through.
fn at<T>(list: &[T], place: usize, is: impl Fn(&T) -> bool) -> Option<&T> {
    list.get(place).filter(|one| is(one)).or_else(|| list.iter().find(|one| is(one)))
}

/// The ids of those that were there before and differ now.
fn differing<T>(
    before: &[T],
    now: &[T],
    id: impl Fn(&T) -> &str,
    differs: impl Fn(&T, &T) -> bool,
) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (place, new) in now.iter().enumerate() {
        let old = at(before, place, |old| id(old) == id(new));
        if old.is_some_and(|old| differs(old, new)) {
            found.insert(id(new).to_owned());
        }
    }
    found
}

fn has(rule: &Rule, wanted: &impl Fn(&Rule) -> bool) -> bool {
    wanted(rule) || parts(rule).iter().any(|part| has(part, wanted))
}
