//! What lies ahead of a contact: the position one step up, the gates on the way, and which of them is
//! asked for now.
//!
//! Refuses to move anybody and to put anything into words. Invariant: gates come lowest first.

use super::wizard::Run;
use crate::domain::assess::{GateReading, Verdict};
use crate::domain::contact::Contact;
use crate::domain::evaluate::{Facts, Reading};
use crate::domain::playbook::Playbook;
use crate::domain::position::Position;
use crate::domain::rules::Rules;
use chrono::NaiveDate;

/// The position one step up; none from Customer.
pub fn next_position(playbook: &Playbook, contact: &Contact) -> Option<Position> {
    playbook.path().get(playbook.rank(&contact.position) + 1).cloned()
}

/// The gates of a move up as they stand on a day; none for a move back.
pub fn gates_for(
    playbook: &Playbook,
    contact: &Contact,
    to: &Position,
    today: NaiveDate,
) -> Vec<GateReading> {
    let rules = Rules::of(playbook);
    let facts = Facts::new(&rules, &contact.answers, Reading::AsRequired, today);
    let gates = playbook.gates_between(&contact.position, to);
    gates.iter().map(|gate| GateReading::of(&facts, gate)).collect()
}

/// The gate one step up, as it stands on a day; none for a customer.
pub fn next_gate(playbook: &Playbook, contact: &Contact, today: NaiveDate) -> Option<GateReading> {
    let to = next_position(playbook, contact)?;
    gates_for(playbook, contact, &to, today).into_iter().next()
}

/// The gates up to where a rep's questions lead, as they stand on a day; none for a customer.
pub fn gates_asked(playbook: &Playbook, contact: &Contact, today: NaiveDate) -> Vec<GateReading> {
    let goal = Run::with(playbook, contact, today).goal();
    goal.map(|goal| gates_for(playbook, contact, &goal, today)).unwrap_or_default()
}

/// Which gate is asked for: the first that is not passed; the last when all are.
pub fn gate_asked_for(gates: &[GateReading]) -> Option<&GateReading> {
    gates.iter().find(|gate| gate.verdict != Verdict::Passed).or(gates.last())
}

/// The gates before it, which are passed: step after step, where everything is there for.
pub fn passed_steps(gates: &[GateReading]) -> &[GateReading] {
    let open = gates.iter().position(|gate| gate.verdict != Verdict::Passed);
    &gates[..open.unwrap_or(gates.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(verdicts: &[Verdict], asked_for: Option<usize>, passed: usize) {
        let gate = |verdict: &Verdict| GateReading {
            from: Position::Lead,
            to: Position::Prospect,
            verdict: *verdict,
            criteria: Vec::new(),
        };
        let gates: Vec<_> = verdicts.iter().map(gate).collect();
        let found = gate_asked_for(&gates).map(std::ptr::from_ref);
        assert_eq!(found, asked_for.map(|at| std::ptr::from_ref(&gates[at])), "{verdicts:?}");
        assert_eq!(passed_steps(&gates).len(), passed, "{verdicts:?}");
    }

    #[test]
    fn the_first_gate_that_is_not_passed_is_asked_for() {
        use Verdict::{Failed, Open, Passed};
        check(&[], None, 0);
        check(&[Open, Passed], Some(0), 0);
        check(&[Passed, Failed, Open], Some(1), 1);
        check(&[Passed, Passed], Some(1), 2);
    }
}
