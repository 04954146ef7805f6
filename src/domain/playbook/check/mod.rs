//! Faults that make a playbook unusable, each with its place in the file.
//!
//! Owns what must hold before anybody is judged: every reference leads somewhere, ids are
//! unique, criteria do not go round in circles. What is merely unwise is for the lint.

mod overlay;
mod rep;

pub use overlay::check_overlay;

use super::question::{Question, QuestionKind};
use super::rule::{Criterion, MAX_DEPTH, Rule, Test};
use super::words::is_plain_link;
use super::{FORMAT, FORMAT_VERSION, Playbook};
use crate::domain::ids::CriterionId;
use std::fmt::Display;
use std::slice;

/// A fault and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where in the file, such as `criteria[2].rule.all[0].answer.question`.
    pub path: String,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What can be wrong with a playbook.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// Not a playbook file; holds what `format` says.
    NotAPlaybook(String),
    /// Made for a newer version of this app; holds the file's version.
    Newer(u32),
    /// Refers to something that is not defined.
    Undefined(String),
    /// The same id twice.
    Duplicate(String),
    /// Criteria that read each other in a circle, too deeply or too many times over.
    Circular(String),
    /// No wording for anybody.
    NoWording,
    /// A choice without options or a scale without steps.
    NothingToChoose,
    /// A chance outside 0–1, or a weight that is no positive number.
    NoChance,
    /// A score that cannot be reckoned: a weight, cap, half-life or cut that is no positive number.
    NoScore,
    /// A link that leads into a script or nowhere; holds the link.
    BadLink(String),
}

/// All faults of a playbook; none means it can be used.
pub fn check(playbook: &Playbook) -> Vec<Fault> {
    let mut faults = Faults(check_for_visitors(playbook));
    faults.rep(playbook);
    faults.0
}

/// All faults in what a visitor is asked and judged by. The rest of a playbook is not looked at,
/// so that the widget need not carry it.
pub fn check_for_visitors(playbook: &Playbook) -> Vec<Fault> {
    let mut faults = Faults(Vec::new());
    if playbook.format != FORMAT {
        faults.add("format", FaultKind::NotAPlaybook(playbook.format.clone()));
    }
    if playbook.version > FORMAT_VERSION {
        faults.add("version", FaultKind::Newer(playbook.version));
    }
    faults.unique("sections", playbook.sections.iter().map(|x| &x.id));
    faults.unique("questions", playbook.questions.iter().map(|x| &x.id));
    faults.unique("criteria", playbook.criteria.iter().map(|x| &x.id));
    faults.unique("stages", playbook.stages.iter().map(|x| &x.id));
    faults.unique("sources", playbook.sources.iter().map(|x| &x.id));
    for (list, reasons) in playbook.reasons.lists() {
        faults.unique(&format!("reasons.{list}"), reasons.iter().map(|x| &x.id));
    }
    for (n, question) in playbook.questions.iter().enumerate() {
        faults.question(playbook, question, &format!("questions[{n}]"));
    }
    for (n, criterion) in playbook.criteria.iter().enumerate() {
        faults.criterion(playbook, criterion, &format!("criteria[{n}].rule"));
    }
    if let Some(outcomes) = &playbook.outcomes {
        for (name, outcome) in outcomes.all() {
            if let Some(action) = &outcome.action {
                faults.link(&format!("outcomes.{name}.action.link"), &action.link);
            }
        }
    }
    for (n, stage) in playbook.stages.iter().enumerate() {
        let becomes = stage.retired.as_ref().and_then(|retired| retired.becomes.as_ref());
        if let Some(id) = becomes.filter(|id| playbook.stage(id).is_none()) {
            let path = format!("stages[{n}].retired.becomes");
            faults.add(&path, FaultKind::Undefined(id.to_string()));
        }
    }
    faults.criteria(playbook, "gates.prospect", &playbook.gates.prospect);
    faults.criteria(playbook, "gates.opportunity", &playbook.gates.opportunity);
    for (n, stage) in playbook.stages.iter().enumerate() {
        faults.criteria(playbook, &format!("stages[{n}].exit"), &stage.exit);
    }
    faults.0
}

/// The parts a criterion may have, those it reads through other criteria each time included.
/// Without a limit, thirty criteria that read the one before twice make a billion.
const MAX_PARTS: usize = 1_000;

/// Whether `rule` comes back to the criterion `to`, or goes deeper or on for longer than
/// criteria may.
fn reaches(
    playbook: &Playbook,
    rule: &Rule,
    to: &CriterionId,
    depth: usize,
    parts_seen: &mut usize,
) -> bool {
    *parts_seen += 1;
    if depth > MAX_DEPTH || *parts_seen > MAX_PARTS {
        return true;
    }
    match rule {
        Rule::All(parts) | Rule::Any(parts) => {
            parts.iter().any(|part| reaches(playbook, part, to, depth + 1, parts_seen))
        }
        Rule::Not(part) => reaches(playbook, part, to, depth + 1, parts_seen),
        Rule::Criterion(id) => {
            id == to
                || playbook
                    .criterion(id)
                    .is_some_and(|next| reaches(playbook, &next.rule, to, depth + 1, parts_seen))
        }
        Rule::Answer(_) => false,
    }
}

struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, path: &str, kind: FaultKind) {
        self.0.push(Fault { path: path.to_owned(), kind });
    }

    fn unique<'a, T: Display + PartialEq + 'a>(
        &mut self,
        list: &str,
        ids: impl Iterator<Item = &'a T>,
    ) {
        // A few hundred at the most, and no set to carry for the widget.
        let mut seen: Vec<&T> = Vec::new();
        for (n, id) in ids.enumerate() {
            if seen.contains(&id) {
                self.add(&format!("{list}[{n}].id"), FaultKind::Duplicate(id.to_string()));
            }
            seen.push(id);
        }
    }

    fn question(&mut self, playbook: &Playbook, question: &Question, path: &str) {
        if !playbook.sections.iter().any(|section| section.id == question.section) {
            let section = question.section.to_string();
            self.add(&format!("{path}.section"), FaultKind::Undefined(section));
        }
        if question.ask.is_none() && question.prompt.is_none() {
            self.add(path, FaultKind::NoWording);
        }
        match &question.kind {
            QuestionKind::Choice { options } | QuestionKind::Several { options } => {
                let path = format!("{path}.kind.options");
                if options.is_empty() {
                    self.add(&path, FaultKind::NothingToChoose);
                }
                self.unique(&path, options.iter().map(|option| &option.id));
            }
            // A scale is drawn step by step; a hundred is more than anybody can choose from.
            QuestionKind::Scale { from, to, .. } if to <= from || to.abs_diff(*from) > 100 => {
                self.add(&format!("{path}.kind.scale"), FaultKind::NothingToChoose);
            }
            _ => {}
        }
        let becomes = question.retired.as_ref().and_then(|retired| retired.becomes.as_ref());
        if let Some(id) = becomes.filter(|id| playbook.question(id).is_none()) {
            self.add(&format!("{path}.retired.becomes"), FaultKind::Undefined(id.to_string()));
        }
        if let Some(when) = &question.when {
            self.rule(playbook, when, &format!("{path}.when"));
        }
    }

    fn criterion(&mut self, playbook: &Playbook, criterion: &Criterion, path: &str) {
        self.rule(playbook, &criterion.rule, path);
        if reaches(playbook, &criterion.rule, &criterion.id, 0, &mut 0) {
            self.add(path, FaultKind::Circular(criterion.id.to_string()));
        }
    }

    fn rule(&mut self, playbook: &Playbook, rule: &Rule, path: &str) {
        match rule {
            Rule::All(parts) | Rule::Any(parts) => {
                let name = if matches!(rule, Rule::All(_)) { "all" } else { "any" };
                for (n, part) in parts.iter().enumerate() {
                    self.rule(playbook, part, &format!("{path}.{name}[{n}]"));
                }
            }
            Rule::Not(part) => self.rule(playbook, part, &format!("{path}.not")),
            Rule::Criterion(id) => {
                self.criteria(playbook, &format!("{path}.criterion"), slice::from_ref(id));
            }
            Rule::Answer(test) => {
                let Some(question) = playbook.question(&test.question) else {
                    let path = format!("{path}.answer.question");
                    return self.add(&path, FaultKind::Undefined(test.question.to_string()));
                };
                if let Test::In(wanted) | Test::AllOf(wanted) = &test.is {
                    for option in wanted {
                        if !question.options().iter().any(|known| &known.id == option) {
                            let path = format!("{path}.answer.is.in");
                            self.add(&path, FaultKind::Undefined(option.to_string()));
                        }
                    }
                }
            }
        }
    }

    fn criteria(&mut self, playbook: &Playbook, path: &str, ids: &[CriterionId]) {
        for id in ids {
            if playbook.criterion(id).is_none() {
                self.add(path, FaultKind::Undefined(id.to_string()));
            }
        }
    }

    fn link(&mut self, path: &str, link: &str) {
        if !is_plain_link(link) {
            self.add(path, FaultKind::BadLink(link.to_owned()));
        }
    }
}
