//! Gates nobody can pass, gates and stages everybody passes, and gates that ask for what not everybody
//! is asked.

use super::base::Base;
use super::finding::FindingKind;
use super::found::Findings;
use super::possible::{Need, Possible};
use crate::domain::playbook::part::{GateName, Part};
use crate::domain::playbook::question::QuestionKind;
use std::rc::Rc;

/// Answers looked at that are needed and not asked of everybody; more only a file made to cost has.
const MOST: usize = 1_000;

/// Looks through every gate, lowest first.
pub(super) fn gates(
    base: &Base<'_>,
    possible: &Possible<'_>,
    asked: &[bool],
    found: &mut Findings,
) {
    let mut below: Vec<Need> = Vec::new();
    let mut told = Told::default();
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
            let path = format!("{}[{}]", gate.path, never.branch);
            found.add(path, FindingKind::ImpassableGate { gate: gate.name, question });
            continue;
        }
        below.push(all.map(|needs| lasting(base, &needs)));
        if let Err(never) = possible.all(below.iter().cloned()) {
            let question = never.question.map(|number| base.question_id(number));
            found.add(&gate.path, FindingKind::GatesExclude { gate: gate.name, question });
            below.pop();
            continue;
        }
        let passing = possible.all(below.iter().cloned());
        for number in gate.criteria.iter().flatten() {
            told.asked_of_some(base, possible, asked, (*number, &passing), found);
        }
    }
}

/// Criteria with the questions they need that are not asked of everybody, each told of once.
#[derive(Default)]
struct Told {
    pairs: Vec<(usize, usize)>,
    looked_at: usize,
}

impl Told {
    /// What a criterion cannot be met without, and whoever passes all else may not be asked.
    fn asked_of_some(
        &mut self,
        base: &Base<'_>,
        possible: &Possible<'_>,
        asked: &[bool],
        (number, passing): (usize, &Need),
        found: &mut Findings,
    ) {
        let need = possible.criterion(number, true);
        for (question, _) in need.iter().flat_map(|needs| needs.iter()) {
            let is_retired = base.playbook.questions[*question].retired.is_some();
            let Some(when) = base.rules.when(*question).filter(|_| !is_retired) else { continue };
            if !asked[*question]
                || self.looked_at >= MOST
                || self.pairs.contains(&(number, *question))
            {
                continue;
            }
            self.looked_at += 1;
            let not_asked = possible.branch(when, false);
            let all = possible.all([passing.clone(), need.clone(), not_asked]);
            // Nothing in it: it cost too much to make out.
            if all.is_ok_and(|needs| !needs.is_empty()) {
                self.pairs.push((number, *question));
                let criterion = base.playbook.criteria[number].id.clone();
                let question = base.question_id(*question);
                let path = format!("criteria[{number}].rule");
                found.add(path, FindingKind::AskedOfSome { criterion, question });
            }
        }
    }
}

/// What must still hold further up. A day that lay ahead at one gate may have passed at the next.
fn lasting(base: &Base<'_>, needs: &super::possible::Needs) -> Rc<super::possible::Needs> {
    let is_day = |question: usize| base.playbook.questions[question].kind == QuestionKind::Date;
    Rc::new(needs.iter().filter(|(question, _)| !is_day(*question)).cloned().collect())
}
