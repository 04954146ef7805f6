//! The words of criteria beside their rules: those made of a rule follow it, others are told of once
//! they are an earlier rule's.
//!
//! Refuses to know how a rule is put into words: that is given. Invariants: words that somebody wrote
//! are left as they are; words that somebody said to fit a rule are not told of while the rule is that
//! one, however often the draft is stored and opened.

use super::Editor;
use super::rules::branches;
use crate::domain::ids::CriterionId;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::lint::{Finding, FindingKind, stale};
use crate::domain::playbook::rule::{Criterion, Rule};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Words of a criterion that were said to fit its rule, though they were written for an earlier one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptWords {
    /// The criterion.
    pub criterion: CriterionId,
    /// The rule they were said to fit.
    pub rule: Rule,
}

impl Editor {
    /// The words in the draft that are those of an earlier rule and were not said to fit the rule as
    /// it is. `words` puts the rule of a criterion into words.
    pub fn old_words(&self, words: impl Fn(&Playbook, &Criterion) -> String) -> Vec<Finding> {
        let mut found = stale(&self.published, &self.draft, words);
        found.retain(|finding| match &finding.kind {
            FindingKind::WordsOfOldRule(id) => !self.fit().any(|kept| &kept.criterion == id),
            _ => true,
        });
        found
    }

    /// Says that the words of a criterion fit its rule as it is. That changes nothing in the draft, so
    /// it is no step of undo.
    pub fn keep_words(&mut self, id: &CriterionId) {
        if let Some(criterion) = self.draft.criterion(id)
            && !self.fit().any(|kept| &kept.criterion == id)
        {
            let kept = KeptWords { criterion: id.clone(), rule: criterion.rule.clone() };
            self.kept_words.push(kept);
        }
    }

    /// The words that were said to fit the rules of the draft as they are.
    pub fn fit(&self) -> impl Iterator<Item = &KeptWords> {
        self.kept_words.iter().filter(|kept| {
            let criterion = self.draft.criterion(&kept.criterion);
            criterion.is_some_and(|criterion| criterion.rule == kept.rule)
        })
    }
}

/// Has the words of criteria follow a change of their rules, or of what something in them is called.
/// `words` puts the rule of a criterion into words.
pub fn follow(
    before: &Playbook,
    draft: &mut Playbook,
    words: impl Fn(&Playbook, &Criterion) -> String,
) {
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
        if new.rule_text == words(before, old) {
            anew.push((place, words(draft, new)));
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
    wanted(rule) || branches(rule).iter().any(|branch| has(branch, wanted))
}

#[cfg(test)]
mod tests {
    use super::super::{Done, Draft, Label};
    use super::*;
    use crate::domain::ids::QuestionId;
    use crate::domain::playbook::Noun;
    use crate::domain::playbook::rule::Test;
    use std::sync::Arc;

    /// A pack whose criterion `size` says what is given of its rule.
    fn pack(rule_text: &str) -> Arc<Playbook> {
        let file = include_str!("../../../playbooks/pain-interest-fit.json");
        let mut pack: Playbook = serde_json::from_str(file).unwrap();
        change_size(&mut pack, |size| rule_text.clone_into(&mut size.rule_text));
        Arc::new(pack)
    }

    fn change_size(draft: &mut Playbook, change: impl FnOnce(&mut Criterion)) {
        change(draft.criteria.iter_mut().find(|c| c.id.as_str() == "size").unwrap());
    }

    /// A rule in words, down to the names of the questions.
    fn words(playbook: &Playbook, criterion: &Criterion) -> String {
        fn of(playbook: &Playbook, rule: &Rule) -> String {
            match rule {
                Rule::Answer(test) => {
                    let asked = playbook.question(&test.question).unwrap();
                    format!("{}: {}", asked.title, serde_json::to_string(&test.is).unwrap())
                }
                Rule::Criterion(id) => playbook.criterion(id).unwrap().title.clone(),
                rule => branches(rule)
                    .iter()
                    .map(|branch| of(playbook, branch))
                    .collect::<Vec<_>>()
                    .join("+"),
            }
        }
        of(playbook, &criterion.rule)
    }

    /// A rule about the employees of another kind than the pack's.
    fn given(question: &str) -> Rule {
        let question = QuestionId::from(question);
        Rule::Answer(crate::domain::playbook::rule::AnswerTest {
            question,
            is: Test::Given,
            evidence: None,
        })
    }

    fn edit(editor: &mut Editor, change: impl FnOnce(&mut Playbook)) {
        let label = Label::new(Done::Set, Noun::Playbook, "");
        let done = editor.change(label, |draft, _| {
            change(draft);
            Ok(())
        });
        assert_eq!(done, Ok(()));
    }

    fn set_rule(editor: &mut Editor, rule: Rule) {
        edit(editor, |draft| change_size(draft, |size| size.rule = rule));
    }

    fn is_told(editor: &Editor) -> bool {
        let old = FindingKind::WordsOfOldRule(CriterionId::from("size"));
        editor.old_words(words).iter().any(|finding| finding.kind == old)
    }

    #[test]
    fn words_made_of_a_rule_follow_it() {
        let check = |text: Option<&str>, change: fn(&mut Playbook), expected: &str| {
            let bare = pack("");
            let made = words(&bare, bare.criterion(&"size".into()).unwrap());
            let before = pack(text.unwrap_or(&made));
            let mut draft = (*before).clone();
            change(&mut draft);
            follow(&before, &mut draft, words);
            assert_eq!(draft.criterion(&"size".into()).unwrap().rule_text, expected);
        };
        let other: fn(&mut Playbook) =
            |draft| change_size(draft, |size| size.rule = given("employees"));
        check(None, other, "Employees: \"given\"");
        check(Some("Big enough"), other, "Big enough");
        check(Some(""), other, "");
        let both: fn(&mut Playbook) = |draft| {
            change_size(draft, |size| {
                size.rule = given("employees");
                size.rule_text = "Counted".to_owned();
            });
        };
        check(None, both, "Counted");
        let called: fn(&mut Playbook) = |draft| {
            change_size(draft, |size| size.rule = given("employees"));
            let asked = draft.questions.iter_mut().find(|q| q.id.as_str() == "employees");
            asked.unwrap().title = "People".to_owned();
        };
        check(None, called, "People: \"given\"");
    }

    #[test]
    fn words_follow_what_something_in_their_rule_is_called() {
        let mut before = (*pack("")).clone();
        change_size(&mut before, |size| {
            size.rule = Rule::Any(vec![given("employees"), Rule::Criterion("industry".into())]);
        });
        let made = words(&before, before.criterion(&"size".into()).unwrap());
        change_size(&mut before, |size| size.rule_text = made);
        let mut draft = before.clone();
        let industry = draft.criteria.iter_mut().find(|c| c.id.as_str() == "industry");
        industry.unwrap().title = "Our trades".to_owned();
        follow(&before, &mut draft, words);
        let size = draft.criterion(&"size".into()).unwrap();
        assert_eq!(size.rule_text, "Employees: \"given\"+Our trades");
    }

    #[test]
    fn words_are_told_of_until_they_are_said_to_fit() {
        let size = CriterionId::from("size");
        let mut editor = Editor::new(pack("Big enough"));
        editor.keep_words(&size);
        assert!(!is_told(&editor));
        set_rule(&mut editor, given("employees"));
        assert!(is_told(&editor));
        editor.keep_words(&size);
        editor.keep_words(&size);
        assert!(!is_told(&editor));
        assert_eq!(editor.fit().count(), 1);
        // Another rule is another matter, and the one before is not.
        set_rule(&mut editor, given("industry"));
        assert!(is_told(&editor));
        editor.undo();
        assert!(!is_told(&editor));
        editor.undo();
        assert!(!is_told(&editor));
        editor.keep_words(&CriterionId::from("nowhere"));
    }

    #[test]
    fn what_was_said_goes_along_with_the_draft() {
        let mut editor = Editor::new(pack("Big enough"));
        set_rule(&mut editor, given("employees"));
        editor.keep_words(&CriterionId::from("size"));
        let stored = || Draft {
            playbook: (**editor.draft()).clone(),
            kept_words: editor.fit().cloned().collect(),
        };
        assert!(!is_told(&Editor::open(pack("Big enough"), stored())));
        let mut elsewhere = Editor::new(pack("Big enough"));
        elsewhere.take_in(Some(stored()));
        assert!(!is_told(&elsewhere));
        let mut published = (*pack("Big enough")).clone();
        published.revision += 1;
        elsewhere.rebase(Arc::new(published));
        assert!(!is_told(&elsewhere));
        elsewhere.take_in(Some(Draft { kept_words: Vec::new(), ..stored() }));
        assert!(is_told(&elsewhere), "as the other page has it");
    }
}
