//! The core of Pain–Interest–Fit: what makes an opportunity, watched over in every playbook that
//! started from that pack.
//!
//! Criteria of one's own on top are welcome; what is told of is what was taken away.

use super::base::Base;
use super::finding::{Core, FindingKind};
use super::found::Findings;
use crate::domain::answer::Evidence;
use crate::domain::ids::{CriterionId, QuestionId};
use crate::domain::rules::{Node, Place};

/// The pack whose core is watched over.
const PACK: &str = "pain-interest-fit";

/// The three criteria with the questions that make them up.
const CORE: [(Core, &str, &[&str]); 3] = [
    (Core::Pain, "pain", &["pain"]),
    (Core::Interest, "interest", &["problem_age", "urgent", "priority"]),
    (Core::Fit, "fit", &["employees", "situation"]),
];

/// Looks at the core, where the playbook has it.
pub(super) fn core(base: &Base<'_>, found: &mut Findings) {
    let playbook = base.playbook;
    let mut origins = [&playbook.id].into_iter().chain(&playbook.based_on);
    if !origins.any(|id| id.as_str() == PACK) {
        return;
    }
    for (core, name, questions) in CORE {
        let id = CriterionId::new(name);
        let number = base.rules.number(&id).filter(|_| playbook.gates.opportunity.contains(&id));
        let Some(number) = number else {
            found.add("gates.opportunity", FindingKind::CoreMissing(core));
            continue;
        };
        // Circles are told of by the check.
        if base.circular[number] {
            continue;
        }
        let path = format!("criteria[{number}].rule");
        let read = base.questions_of(&base.reached([Some(number)]));
        for question in questions.iter().map(|id| QuestionId::new(*id)) {
            match base.rules.question(&question) {
                Some(place) if read[place] => {
                    let rule = base.rules.criterion(number);
                    let floor = floor(base, rule, place, true);
                    if core == Core::Pain && floor < Some(Evidence::Confirmed) {
                        found.add(&path, FindingKind::PainUnconfirmed(id.clone()));
                    }
                }
                _ => found.add(&path, FindingKind::CoreReadsLess { core, question }),
            }
        }
    }
}

/// The lowest evidence for the answer to a question with which a branch can be met, or with `wanted`
/// false not be met; none where it can be without one.
fn floor(base: &Base<'_>, branch: Place, question: usize, wanted: bool) -> Option<Evidence> {
    let of = |branch: &Place| floor(base, *branch, question, wanted);
    match base.rules.node(branch) {
        Node::All(branches) if wanted => branches.iter().filter_map(of).max(),
        Node::Any(branches) if !wanted => branches.iter().filter_map(of).max(),
        Node::All(branches) | Node::Any(branches) => branches.iter().map(of).min().flatten(),
        Node::Not(branch) => floor(base, *branch, question, !wanted),
        Node::Criterion(number) => of(&base.rules.criterion(*number)),
        Node::Test(read, test) if *read == question => {
            Some(test.evidence.unwrap_or(Evidence::Claimed))
        }
        Node::Test(..) | Node::Nothing => None,
    }
}
