//! Laws of the playbook editor, for any sequence of edits.
//!
//! Edits are drawn as a number for what is done and a few for what it is done to; what makes no
//! sense is refused by the editor, which is part of the law.

mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use ripen::app::edit::rules::{Group, Place};
use ripen::app::edit::{
    Done, Editor, Label, Refused, Way, conditions, criteria, faults, gates, options, people,
    questions, rules, scoring, sections, sources, stages, words,
};
use ripen::domain::ids::{CriterionId, QuestionId};
use ripen::domain::playbook::check::{FaultKind, check};
use ripen::domain::playbook::part::{GateName, ReasonList};
use ripen::domain::playbook::question::{Choice, QuestionKind};
use ripen::domain::playbook::rule::Rule;
use ripen::domain::playbook::scoring::SignalKind;
use ripen::domain::playbook::{Noun, Playbook};
use std::collections::BTreeSet;
use std::sync::Arc;
use support::{config, pack};

/// What is done, to what.
#[derive(Debug, Clone)]
struct Op {
    what: u8,
    to: [usize; 4],
    title: String,
}

const OPS: u8 = 33;

fn any_op() -> impl Strategy<Value = Op> {
    let to = [0_usize..40, 0_usize..40, 0_usize..40, 0_usize..40];
    (0..OPS, to, "[A-Ba-b é]{0,3}").prop_map(|(what, to, title)| Op { what, to, title })
}

/// One of a list, whatever the number.
fn one<T>(list: &[T], n: usize) -> Result<&T, Refused> {
    list.get(n % list.len().max(1)).ok_or(Refused::Missing)
}

fn way(n: usize) -> Way {
    if n.is_multiple_of(2) { Way::Up } else { Way::Down }
}

fn group(n: usize) -> Group {
    [Group::All, Group::Any, Group::Not][n % 3]
}

fn kind(n: usize) -> QuestionKind {
    let choice = |id: &str| Choice {
        id: id.into(),
        title: id.to_owned(),
        rep_title: None,
        synonyms: Vec::new(),
        retired: None,
    };
    let options = vec![choice("a"), choice("b")];
    match n % 6 {
        0 => QuestionKind::Choice { options },
        1 => QuestionKind::Several { options },
        2 => QuestionKind::YesNo,
        3 => QuestionKind::Money,
        4 => QuestionKind::Text,
        _ => QuestionKind::Date,
    }
}

fn question(draft: &Playbook, n: usize) -> Result<QuestionId, Refused> {
    one(&draft.questions, n).map(|question| question.id.clone())
}

fn criterion(draft: &Playbook, n: usize) -> Result<CriterionId, Refused> {
    one(&draft.criteria, n).map(|criterion| criterion.id.clone())
}

fn gate(draft: &Playbook, n: usize) -> GateName {
    match n % 6 {
        0 => GateName::Prospect,
        1 => GateName::Opportunity,
        n => one(&draft.stages, n).map_or(GateName::Prospect, |s| GateName::Exit(s.id.clone())),
    }
}

/// A condition about an answer or about another criterion.
fn condition(draft: &Playbook, n: usize) -> Result<Rule, Refused> {
    if n.is_multiple_of(5) {
        return criterion(draft, n).map(Rule::Criterion);
    }
    let question = one(&draft.questions, n)?;
    let kinds = conditions::kinds(&question.kind);
    let mut test = conditions::usual(question);
    test.is = conditions::begin(*one(kinds, n)?, question, &test.is);
    Ok(Rule::Answer(test))
}

fn edit(op: &Op, draft: &mut Playbook, published: &Playbook) -> Result<(), Refused> {
    let [a, b, c, d] = op.to;
    let title = &op.title;
    match op.what {
        0 | 1 => {
            let section = one(&draft.sections, a)?.id.clone();
            questions::add(draft, published, &section, title, kind(b)).map(|_| ())
        }
        2 => {
            let (id, other) = (question(draft, a)?, question(draft, b)?);
            questions::remove(draft, published, &id, Some(&other).filter(|_| c % 2 == 0))
        }
        3 => {
            let id = question(draft, a)?;
            questions::restore(draft, &id)
        }
        4 => {
            let id = question(draft, a)?;
            questions::shift(draft, &id, way(b))
        }
        5 => {
            let (id, section) = (question(draft, a)?, one(&draft.sections, b)?.id.clone());
            questions::set_section(draft, &id, &section)
        }
        6 => {
            let id = question(draft, a)?;
            questions::set_kind(draft, published, &id, kind(b))
        }
        7 => {
            let id = question(draft, a)?;
            questions::set(draft, &id, |question| {
                question.title.clone_from(title);
                question.ask = Some(title.clone()).filter(|_| b % 2 == 0);
                question.id = "other".into();
                Ok(())
            })
        }
        8 => {
            let id = question(draft, a)?;
            options::add(draft, published, &id, title).map(|_| ())
        }
        9 | 10 => {
            let asked = one(&draft.questions, a)?;
            let (id, all) = (asked.id.clone(), asked.options());
            let (option, other) = (one(all, b)?.id.clone(), one(all, c)?.id.clone());
            let becomes = Some(&other).filter(|_| d % 2 == 0);
            options::remove(draft, published, &id, &option, becomes)
        }
        11 => {
            let asked = one(&draft.questions, a)?;
            let (id, option) = (asked.id.clone(), one(asked.options(), b)?.id.clone());
            options::restore(draft, &id, &option)
        }
        12 | 13 => {
            let (words, step) = (String::new(), String::new());
            let new =
                criteria::New { title: title.clone(), rule: condition(draft, a)?, words, step };
            criteria::add(draft, published, new).map(|_| ())
        }
        14 => {
            let id = criterion(draft, a)?;
            criteria::remove(draft, &id)
        }
        15..=20 => {
            let place = if d % 3 == 0 {
                Place::When(question(draft, a)?)
            } else {
                Place::Criterion(criterion(draft, a)?)
            };
            let path = [b % 3, c % 2];
            let path = &path[..d % 3];
            let new = condition(draft, c)?;
            if op.what == 20 {
                let id = question(draft, c)?;
                return rules::ask(draft, &place, path, &id);
            }
            let rule = rules::rule_mut(draft, &place)?;
            match op.what {
                15 => rules::add(rule, path, new).map(|_| ()),
                16 => rules::switch(rule, path, group(b)),
                17 => rules::wrap(rule, path, group(b)),
                18 => rules::unwrap(rule, path),
                _ if b % 2 == 0 => rules::remove(rule, path),
                _ => rules::move_branch(rule, path, way(c)).map(|_| ()),
            }
        }
        21 => {
            let id = question(draft, a)?;
            let rule = Some(condition(draft, b)?).filter(|_| c % 2 == 0);
            questions::set(draft, &id, |question| {
                question.when = rule;
                Ok(())
            })
        }
        22 => {
            let (name, id) = (gate(draft, a), criterion(draft, b)?);
            gates::add(draft, &name, &id)
        }
        23 => {
            let name = gate(draft, a);
            gates::shift(draft, &name, b % 4, way(c))?;
            gates::remove(draft, &name, b % 4)
        }
        24 => stages::add(draft, published, title).map(|_| ()),
        25 => {
            let stage = |n| one(&draft.stages, n).map(|stage| stage.id.clone());
            let (id, other) = (stage(a)?, stage(b)?);
            stages::shift(draft, &id, way(d))?;
            stages::remove(draft, published, &id, Some(&other).filter(|_| c % 2 == 0))
        }
        26 => {
            let id = one(&draft.stages, a)?.id.clone();
            stages::restore(draft, &id)
        }
        27 => {
            sections::shift(draft, a % 12, way(b));
            if c % 2 == 0 {
                sections::remove(draft, a % 12)
            } else {
                sections::add(draft, published, title).map(|_| ())
            }
        }
        28 => {
            let id = criterion(draft, a)?;
            scoring::scoring(draft, true);
            scoring::add_weight(draft, &id)?;
            scoring::add_group(draft, title)?;
            scoring::add_signal(draft, 0, SignalKind::Criterion(id))
        }
        29 => {
            let id = criterion(draft, a)?;
            people::add_trait(draft, &id)?;
            scoring::add_card(draft, published, title)?;
            scoring::add_item(draft, 0, &id)
        }
        30 => {
            let id = criterion(draft, a)?;
            scoring::add_slot(draft, &id)
        }
        31 => {
            scoring::chance(draft, a % 2 == 0);
            scoring::scoring(draft, b % 2 == 0);
            words::outcomes(draft, c % 2 == 0);
            words::consent(draft, published, d % 2 == 0);
            Ok(())
        }
        _ => {
            words::add_reason(draft, published, ReasonList::ALL[a % 4], title)?;
            words::add_track(draft, published, title)?;
            sources::add(draft, published, title)?;
            people::add(draft, published, title).map(|_| ())
        }
    }
}

fn run(editor: &mut Editor, ops: &[Op]) {
    for op in ops {
        // A refusal leaves everything as it was; the laws hold all the same.
        let label = Label::new(Done::Set, Noun::Playbook, "");
        let before = editor.clone();
        let done = editor.change(label, |draft, published| edit(op, draft, published));
        if done.is_err() {
            assert_eq!(*editor, before, "{op:?}");
        }
        if let Err(Refused::Fault(fault)) = done {
            panic!("{op:?} should have been refused by name, not for {fault:?}");
        }
    }
}

/// The ids that histories can name.
fn named(playbook: &Playbook) -> BTreeSet<String> {
    let questions = playbook.questions.iter();
    let ids = questions.flat_map(|question| {
        let options = question.options().iter();
        let options = options.map(|option| format!("{}/{}", question.id, option.id));
        options.chain([question.id.to_string()]).collect::<Vec<_>>()
    });
    ids.chain(playbook.stages.iter().map(|stage| format!("stage {}", stage.id))).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_sequence_of_edits_is_undone_to_what_is_published(ops in vec(any_op(), 0..24)) {
        let published = Arc::new(pack().clone());
        let mut editor = Editor::new(Arc::clone(&published));
        run(&mut editor, &ops);
        let last = Arc::clone(editor.draft());
        let mut steps = 0;
        while editor.undo().is_some() {
            steps += 1;
        }
        prop_assert_eq!(editor.draft(), &published);
        prop_assert!(!editor.has_changes());
        while editor.redo().is_some() {
            steps -= 1;
        }
        prop_assert_eq!(steps, 0);
        prop_assert_eq!(editor.draft(), &last);
    }

    #[test]
    fn nothing_dangles_and_no_name_is_lost_after_any_edits(ops in vec(any_op(), 0..24)) {
        let published = Arc::new(pack().clone());
        let mut editor = Editor::new(Arc::clone(&published));
        run(&mut editor, &ops);
        prop_assert_eq!(faults(editor.draft()), vec![]);
        prop_assert!(check(editor.draft()).iter().all(|fault| fault.kind == FaultKind::NoWording));
        prop_assert!(named(&published).is_subset(&named(editor.draft())));
        prop_assert!(editor.draft().stages_in_use().next().is_some());
        if let Ok(next) = editor.publish(|_, _| String::new()) {
            prop_assert_eq!(check(&next), vec![]);
            prop_assert_eq!(next.revision, published.revision + 1);
        }
    }

    #[test]
    fn a_draft_on_another_published_playbook_loses_no_name_and_dangles_nothing(
        mine in vec(any_op(), 0..16),
        theirs in vec(any_op(), 0..16),
    ) {
        let published = Arc::new(pack().clone());
        let mut editor = Editor::new(Arc::clone(&published));
        run(&mut editor, &mine);
        let mut other = Editor::new(published);
        run(&mut other, &theirs);
        let next = Arc::new((**other.draft()).clone());
        editor.rebase(Arc::clone(&next));
        prop_assert_eq!(faults(editor.draft()), vec![]);
        prop_assert!(named(&next).is_subset(&named(editor.draft())));
        // Still to be changed: what it knows does not stand in the way.
        let label = Label::new(Done::Set, Noun::Playbook, "");
        let done = editor.change(label, |draft, _| {
            draft.about.push('.');
            Ok(())
        });
        prop_assert_eq!(done, Ok(()));
    }
}
