//! A draft upon another published playbook: histories name what that one has, so it stays known.

use super::conditions::{fits, usual};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::{Choice, Question, QuestionKind};
use crate::domain::playbook::retired::Retired;
use crate::domain::playbook::rule::Rule;
use crate::domain::playbook::steps::Stage;
use std::mem::discriminant;

/// The draft with everything of the published playbook that it lacks, retired.
pub fn onto(published: &Playbook, mut draft: Playbook) -> Playbook {
    draft.format.clone_from(&published.format);
    draft.version = published.version;
    draft.revision = published.revision;
    for known in &published.questions {
        match draft.questions.iter_mut().find(|question| question.id == known.id) {
            Some(question) if discriminant(&question.kind) == discriminant(&known.kind) => {
                add_options(known, question);
            }
            // Both made a question of this name. The published one has answers on record.
            Some(question) => {
                let section = question.section.clone();
                let retired = question.retired.clone();
                *question = Question { section, when: None, retired, ..known.clone() };
                mend_tests(&mut draft, known);
            }
            None => add_question(&mut draft, published, known),
        }
    }
    for known in &published.stages {
        if draft.stage(&known.id).is_none() {
            let becomes = known.retired.clone().and_then(|retired| retired.becomes);
            draft.stages.push(Stage {
                exit: Vec::new(),
                retired: Some(Retired { becomes }),
                ..known.clone()
            });
        }
    }
    draft
}

/// Another playbook in the place of a draft: upon the published one, in its own sections alone. What
/// nobody is asked any more needs no section.
pub fn in_place(published: &Playbook, playbook: Playbook) -> Playbook {
    let own = playbook.sections.clone();
    let mut draft = onto(published, playbook);
    let Some(first) = own.first() else { return draft };
    for question in &mut draft.questions {
        if !own.iter().any(|section| section.id == question.section) {
            question.section = first.id.clone();
        }
    }
    draft.sections = own;
    draft
}

fn add_question(draft: &mut Playbook, published: &Playbook, known: &Question) {
    if !draft.sections.iter().any(|section| section.id == known.section) {
        let section = published.sections.iter().find(|section| section.id == known.section);
        draft.sections.extend(section.cloned());
    }
    let becomes = known.retired.clone().and_then(|retired| retired.becomes);
    let retired = Some(Retired { becomes });
    draft.questions.push(Question { when: None, retired, ..known.clone() });
}

fn add_options(known: &Question, question: &mut Question) {
    let (QuestionKind::Choice { options } | QuestionKind::Several { options }) = &mut question.kind
    else {
        return;
    };
    for option in known.options() {
        if !options.iter().any(|other| other.id == option.id) {
            let becomes = option.retired.clone().and_then(|retired| retired.becomes);
            options.push(Choice { retired: Some(Retired { becomes }), ..option.clone() });
        }
    }
}

/// Puts a sensible test in the place of those that fit a question no more.
fn mend_tests(draft: &mut Playbook, question: &Question) {
    fn mend(rule: &mut Rule, question: &Question) {
        match rule {
            Rule::All(branches) | Rule::Any(branches) => {
                for branch in branches {
                    mend(branch, question);
                }
            }
            Rule::Not(branch) => mend(branch, question),
            Rule::Answer(test) if test.question == question.id && !fits(&test.is, question) => {
                test.is = usual(question).is;
            }
            Rule::Criterion(_) | Rule::Answer(_) => {}
        }
    }
    let rules = draft.criteria.iter_mut().map(|criterion| &mut criterion.rule);
    for rule in rules.chain(draft.questions.iter_mut().filter_map(|q| q.when.as_mut())) {
        mend(rule, question);
    }
}

/// Whether a draft knows everything that histories can name of the published playbook.
pub(super) fn keeps(published: &Playbook, draft: &Playbook) -> bool {
    let question = |known: &Question| {
        draft.question(&known.id).is_some_and(|question| {
            discriminant(&question.kind) == discriminant(&known.kind)
                && known
                    .options()
                    .iter()
                    .all(|option| question.options().iter().any(|other| other.id == option.id))
        })
    };
    published.questions.iter().all(question)
        && published.stages.iter().all(|stage| draft.stage(&stage.id).is_some())
}
