//! Faults a playbook is refused for, each with its place in the file.
//!
//! Owns what must hold before it judges anybody: every reference leads somewhere, ids are unique,
//! criteria do not go round in circles; and what less is asked of one that judges already. What is
//! merely unwise is for the lint.

mod ids;
mod overlay;
mod question;
mod rep;
mod retired;

pub use overlay::check_overlay;

use super::question::{Question, QuestionKind};
use super::rule::{MAX_DEPTH, Rule, Test};
use super::words::is_plain_link;
use super::{FORMAT, FORMAT_VERSION, Playbook};
use crate::domain::ids::CriterionId;
use crate::domain::index::Index;
use crate::domain::rules::{Node, Place, Rules};
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
pub enum FaultKind {
    /// Not a playbook file; holds what `format` says.
    NotAPlaybook(String),
    /// Made for a newer version of this app; holds the file's version.
    Newer(u32),
    /// Refers to something that is not defined.
    Undefined(String),
    /// The same id twice.
    Duplicate(String),
    /// Criteria that read each other in a circle, too deeply or too many times over; or what is
    /// retired and comes back to itself.
    Circular(String),
    /// An id that is empty or, for a question, cannot be spelt in a [recall](super::recall).
    BadId(String),
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
    /// No stage that contacts can enter, so that nobody could be won.
    NoStage,
    /// No reason to end a journey for, so that none could be ended.
    NoReason,
    /// Answers of this kind cannot be recorded as that, too.
    WrongKind,
    /// A target that cannot be reached: a share outside 0–1, days or a count below 0.
    NoTarget,
    /// Days that do not go up.
    NotAscending,
    /// A version that is counted from 1 and is 0.
    NoRevision,
    /// What is no tag of a language, the playbook's own language for a second time, or one more than
    /// there may be.
    BadLanguage(String),
}

/// All faults of a playbook; none means it can be used.
pub fn check(playbook: &Playbook) -> Vec<Fault> {
    let rules = Rules::of(playbook);
    let mut faults = Faults::of(&rules);
    faults.visitor();
    faults.rep(playbook);
    faults.unfinished(playbook);
    faults.found
}

/// The faults nobody could be judged by. A playbook that is stored or comes with contacts is taken
/// where it has none of these: an earlier version took what [`check`] finds beyond them, and contacts
/// must not lose their definitions over it. It is mended before the next version.
pub fn check_kept(playbook: &Playbook) -> Vec<Fault> {
    let rules = Rules::of(playbook);
    let mut faults = Faults::of(&rules);
    faults.visitor();
    faults.rep(playbook);
    faults.found
}

/// All faults in what a visitor is asked and judged by. The rest of a playbook is not looked at,
/// so that the widget need not carry it.
pub fn check_for_visitors(playbook: &Playbook) -> Vec<Fault> {
    let rules = Rules::of(playbook);
    let mut faults = Faults::of(&rules);
    faults.visitor();
    faults.found
}

/// The branches a criterion may have, those it reads through other criteria each time included.
/// Without a limit, thirty criteria that read the one before twice make a billion.
const MAX_BRANCHES: usize = 1_000;

/// Whether a criterion, by its number, comes back to itself, or goes deeper or on for longer than
/// criteria may.
pub(super) fn is_circular(rules: &Rules<'_>, criterion: usize) -> bool {
    reaches(rules, rules.criterion(criterion), criterion, 0, &mut 0)
}

fn reaches(
    rules: &Rules<'_>,
    branch: Place,
    to: usize,
    depth: usize,
    branches_seen: &mut usize,
) -> bool {
    *branches_seen += 1;
    if depth > MAX_DEPTH || *branches_seen > MAX_BRANCHES {
        return true;
    }
    match rules.node(branch) {
        Node::All(branches) | Node::Any(branches) => {
            branches.iter().any(|branch| reaches(rules, *branch, to, depth + 1, branches_seen))
        }
        Node::Not(branch) => reaches(rules, *branch, to, depth + 1, branches_seen),
        Node::Criterion(next) => {
            *next == to || reaches(rules, rules.criterion(*next), to, depth + 1, branches_seen)
        }
        Node::Test(..) | Node::Nothing => false,
    }
}

struct Faults<'p> {
    found: Vec<Fault>,
    rules: &'p Rules<'p>,
    /// The options of each question, by its number.
    options: Vec<Index<'p>>,
}

impl<'p> Faults<'p> {
    fn of(rules: &'p Rules<'p>) -> Self {
        let ids = |question: &'p Question| {
            Index::of(&mut question.options().iter().map(|option| option.id.as_str()))
        };
        let options = rules.playbook.questions.iter().map(ids).collect();
        Self { found: Vec::new(), rules, options }
    }

    /// Adds the faults a visitor meets.
    fn visitor(&mut self) {
        let playbook = self.rules.playbook;
        if playbook.format != FORMAT {
            self.add("format", FaultKind::NotAPlaybook(playbook.format.clone()));
        }
        if playbook.version > FORMAT_VERSION {
            self.add("version", FaultKind::Newer(playbook.version));
        }
        let sections = Index::of(&mut playbook.sections.iter().map(|x| x.id.as_str()));
        self.repeated("sections", &sections);
        self.unique("questions", &mut playbook.questions.iter().map(|x| x.id.as_str()));
        self.unique("criteria", &mut playbook.criteria.iter().map(|x| x.id.as_str()));
        for (n, question) in playbook.questions.iter().enumerate() {
            let path = format!("questions[{n}]");
            if sections.find(question.section.as_str()).is_none() {
                let section = question.section.to_string();
                self.add(&format!("{path}.section"), FaultKind::Undefined(section));
            }
            self.question(n, question, &path);
        }
        for (n, criterion) in playbook.criteria.iter().enumerate() {
            let path = format!("criteria[{n}].rule");
            self.rule(&criterion.rule, &path);
            if is_circular(self.rules, n) {
                self.add(&path, FaultKind::Circular(criterion.id.to_string()));
            }
        }
        if let Some(outcomes) = &playbook.outcomes {
            for (name, outcome) in outcomes.all() {
                if let Some(action) = &outcome.action {
                    self.link(&format!("outcomes.{name}.action.link"), &action.link);
                }
                for (n, resource) in outcome.resources.iter().enumerate() {
                    self.link(&format!("outcomes.{name}.resources[{n}].link"), &resource.link);
                }
            }
        }
        self.criteria("gates.prospect", &playbook.gates.prospect);
        self.criteria("gates.opportunity", &playbook.gates.opportunity);
    }

    fn add(&mut self, path: &str, kind: FaultKind) {
        self.found.push(Fault { path: path.to_owned(), kind });
    }

    fn unique(&mut self, list: &str, ids: &mut dyn Iterator<Item = &str>) {
        self.repeated(list, &Index::of(ids));
    }

    fn repeated(&mut self, list: &str, ids: &Index<'_>) {
        for (id, n) in ids.repeated() {
            self.add(&format!("{list}[{n}].id"), FaultKind::Duplicate(id.to_owned()));
        }
    }

    fn question(&mut self, number: usize, question: &Question, path: &str) {
        if question.ask.is_none() && question.prompt.is_none() {
            self.add(path, FaultKind::NoWording);
        }
        match &question.kind {
            QuestionKind::Choice { options } | QuestionKind::Several { options } => {
                let path = format!("{path}.kind.options");
                if options.is_empty() {
                    self.add(&path, FaultKind::NothingToChoose);
                }
                let repeated: Vec<_> = self.options[number].repeated().collect();
                for (id, n) in repeated {
                    self.add(&format!("{path}[{n}].id"), FaultKind::Duplicate(id.to_owned()));
                }
            }
            // A scale is drawn step by step; a hundred is more than anybody can choose from.
            QuestionKind::Scale { from, to, .. } if to <= from || to.abs_diff(*from) > 100 => {
                self.add(&format!("{path}.kind.scale"), FaultKind::NothingToChoose);
            }
            _ => {}
        }
        if let Some(when) = &question.when {
            self.rule(when, &format!("{path}.when"));
        }
    }

    fn rule(&mut self, rule: &Rule, path: &str) {
        match rule {
            Rule::All(branches) | Rule::Any(branches) => {
                let name = if matches!(rule, Rule::All(_)) { "all" } else { "any" };
                for (n, branch) in branches.iter().enumerate() {
                    self.rule(branch, &format!("{path}.{name}[{n}]"));
                }
            }
            Rule::Not(branch) => self.rule(branch, &format!("{path}.not")),
            Rule::Criterion(id) => {
                self.criteria(&format!("{path}.criterion"), slice::from_ref(id));
            }
            Rule::Answer(test) => {
                let Some(question) = self.rules.question(&test.question) else {
                    let path = format!("{path}.answer.question");
                    return self.add(&path, FaultKind::Undefined(test.question.to_string()));
                };
                self.test(question, &test.is, &format!("{path}.answer.is"));
            }
        }
    }

    /// The options a test names and its question, by its number, does not have.
    fn test(&mut self, question: usize, test: &Test, path: &str) {
        let (name, wanted) = match test {
            Test::In(wanted) => ("in", wanted),
            Test::AllOf(wanted) => ("all_of", wanted),
            _ => return,
        };
        for option in wanted {
            if self.options[question].find(option.as_str()).is_none() {
                self.add(&format!("{path}.{name}"), FaultKind::Undefined(option.to_string()));
            }
        }
    }

    fn criteria(&mut self, path: &str, ids: &[CriterionId]) {
        for id in ids {
            if self.rules.number(id).is_none() {
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
