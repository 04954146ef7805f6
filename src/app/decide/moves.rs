//! Moving a contact: up through its gates or past them, back, won, and taken up again.
//!
//! Invariant: a move names the position it leads to, and one up the verdicts it is made on.

use super::{Decision, active, opportunity, text, written};
use crate::app::ahead::gates_for;
use crate::app::refusal::Refusal;
use crate::domain::assess::{GateReading, Verdict, basis};
use crate::domain::contact::Contact;
use crate::domain::event::{Advanced, EventKind, Overrode, Reopened, Returned, Won};
use crate::domain::playbook::Playbook;
use crate::domain::position::{Position, Standing};
use chrono::NaiveDate;

/// Moves up through gates that are all passed.
pub(super) fn advance(
    playbook: &Playbook,
    contact: &Contact,
    to: Position,
    today: NaiveDate,
) -> Decision {
    let gates = upwards(playbook, contact, &to, today)?;
    if to == Position::Customer {
        return win(playbook, contact, None, today);
    }
    if gates.iter().any(|gate| gate.verdict != Verdict::Passed) {
        return Err(Refusal::GatesNotPassed(not_passed(gates)));
    }
    Ok(vec![EventKind::Advanced(Advanced { to, basis: basis(playbook, &gates) })])
}

/// Moves up past gates that are not all passed, with a reason.
pub(super) fn override_gates(
    playbook: &Playbook,
    contact: &Contact,
    to: Position,
    reason: &str,
    today: NaiveDate,
) -> Decision {
    let gates = upwards(playbook, contact, &to, today)?;
    let reason = written(reason)?;
    if to == Position::Customer {
        return win(playbook, contact, Some(reason), today);
    }
    if gates.iter().all(|gate| gate.verdict == Verdict::Passed) {
        return Err(Refusal::NothingToOverride);
    }
    Ok(vec![EventKind::Overrode(Overrode { to, reason, basis: basis(playbook, &gates) })])
}

fn upwards(
    playbook: &Playbook,
    contact: &Contact,
    to: &Position,
    today: NaiveDate,
) -> Result<Vec<GateReading>, Refusal> {
    active(contact)?;
    position_exists(playbook, to)?;
    if playbook.rank(to) <= playbook.rank(&contact.position) {
        return Err(Refusal::NotUpwards);
    }
    Ok(gates_for(playbook, contact, to, today))
}

/// Moves to a position below, with a reason.
pub(super) fn go_back(
    playbook: &Playbook,
    contact: &Contact,
    to: Position,
    reason: &str,
) -> Decision {
    active(contact)?;
    position_exists(playbook, &to)?;
    if playbook.rank(&to) >= playbook.rank(&contact.position) {
        return Err(Refusal::NotBack);
    }
    Ok(vec![EventKind::Returned(Returned { to, reason: written(reason)? })])
}

/// Wins an opportunity; where its gates are not all passed, with a reason.
pub(super) fn win(
    playbook: &Playbook,
    contact: &Contact,
    reason: Option<String>,
    today: NaiveDate,
) -> Decision {
    opportunity(contact)?;
    let gates = gates_for(playbook, contact, &Position::Customer, today);
    let basis = basis(playbook, &gates);
    let reason = if gates.iter().all(|gate| gate.verdict == Verdict::Passed) {
        None
    } else {
        let reason = text(reason)?.ok_or_else(|| Refusal::GatesNotPassed(not_passed(gates)))?;
        Some(reason)
    };
    Ok(vec![EventKind::Won(Won { basis, reason })])
}

/// Takes up a contact that is set aside or ended: where it stood, a customer where it was before.
pub(super) fn reopen(contact: &Contact) -> Decision {
    let won = contact.position == Position::Customer;
    if !won && contact.standing == Standing::Active {
        return Err(Refusal::NothingToReopen);
    }
    let before_the_win = || {
        let mut visited = contact.journey.all().rev().map(|visit| &visit.position);
        visited.find(|position| **position != Position::Customer).cloned()
    };
    let to = if won { before_the_win().unwrap_or_default() } else { contact.position.clone() };
    Ok(vec![EventKind::Reopened(Reopened { to })])
}

fn not_passed(gates: Vec<GateReading>) -> Vec<GateReading> {
    gates.into_iter().filter(|gate| gate.verdict != Verdict::Passed).collect()
}

fn position_exists(playbook: &Playbook, position: &Position) -> Result<(), Refusal> {
    match position.stage() {
        Some(stage) if playbook.stage(stage).is_none() => Err(Refusal::NoSuchPosition),
        _ => Ok(()),
    }
}
