//! Gates nobody can pass, and gates and stages everybody passes.

use super::base::Base;
use super::finding::FindingKind;
use super::found::Findings;
use super::possible::{Need, Possible};
use crate::domain::playbook::part::{GateName, Part};
use crate::domain::playbook::question::QuestionKind;
use std::rc::Rc;

/// Looks through every gate, lowest first.
pub(super) fn gates(base: &Base<'_>, possible: &Possible<'_>, found: &mut Findings) {
    let mut below: Vec<Need> = Vec::new();
    for gate in base.gates() {
        if gate.criteria.is_empty() {
            found.add(
                &gate.path,
                match gate.name {
                    GateName::Exit(stage) => FindingKind::EmptyExit(stage),
                    gate => FindingKind::EmptyGate(gate),
                },
            );
            continue;
        }
        let mut seen = vec![false; base.playbook.criteria.len()];
        for (n, number) in gate.criteria.iter().enumerate() {
            if number.is_some_and(|number| std::mem::replace(&mut seen[number], true)) {
                let of = Part::Gate(gate.name.clone());
                found.add(format_args!("{}[{n}]", gate.path), FindingKind::Repeated { of });
            }
        }
        let needs = gate.criteria.iter().map(|number| match number {
            Some(number) => possible.criterion(*number, true),
            None => Ok(Rc::default()),
        });
        let needs: Vec<Need> = needs.collect();
        // A criterion that nobody can meet at all is told of where its rule stands.
        if needs.iter().any(Need::is_err) {
            continue;
        }
        let all = possible.all(needs);
        if let Err(never) = all {
            let question = never.question.map(|number| base.question_id(number));
            let path = format!("{}[{}]", gate.path, never.part);
            found.add(path, FindingKind::ImpassableGate { gate: gate.name, question });
            continue;
        }
        below.push(all.map(|needs| lasting(base, &needs)));
        if let Err(never) = possible.all(below.iter().cloned()) {
            let question = never.question.map(|number| base.question_id(number));
            found.add(&gate.path, FindingKind::GatesExclude { gate: gate.name, question });
            below.pop();
        }
    }
}

/// What must still hold further up. A day that lay ahead at one gate may have passed at the next.
fn lasting(base: &Base<'_>, needs: &super::possible::Needs) -> Rc<super::possible::Needs> {
    let is_day = |question: usize| base.playbook.questions[question].kind == QuestionKind::Date;
    Rc::new(needs.iter().filter(|(question, _)| !is_day(*question)).cloned().collect())
}
