//! What another playbook would make of the contacts: told before anything is switched.
//!
//! Invariant: nothing moves by it. A level is recorded and stays; what may differ is how far the
//! evidence reaches, and so who would be flagged, or ready to move up.

use crate::domain::assess::assess;
use crate::domain::contact::Contact;
use crate::domain::ids::ContactId;
use crate::domain::playbook::Playbook;
use crate::domain::position::Position;
use crate::domain::rules::Rules;
use chrono::NaiveDate;

/// What would differ under another playbook.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Moves {
    /// The contacts whose evidence would reach elsewhere.
    pub moved: Vec<Moved>,
    /// How many contacts were looked at: those whose journey goes on.
    pub of: usize,
}

/// A contact whose evidence would reach elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// Which one.
    pub id: ContactId,
    /// Where it stands, and goes on standing.
    pub stands: Position,
    /// How far its evidence reaches now.
    pub before: Position,
    /// How far it would reach.
    pub after: Position,
    /// Whether it would stand further than its evidence, and did not before.
    pub newly_ahead: bool,
    /// Whether it would no longer stand further than its evidence.
    pub no_longer_ahead: bool,
}

/// Judges contacts by both playbooks. Ended journeys and merged contacts are left out; `today` is
/// the day where the person is.
pub fn compare<'c>(
    contacts: impl IntoIterator<Item = &'c Contact>,
    old: &Playbook,
    new: &Playbook,
    today: NaiveDate,
) -> Moves {
    let (old_rules, new_rules) = (Rules::of(old), Rules::of(new));
    let mut moves = Moves::default();
    for contact in contacts {
        if contact.has_ended() || contact.merged_into.is_some() {
            continue;
        }
        moves.of += 1;
        let before = assess(&old_rules, contact, today);
        let after = assess(&new_rules, contact, today);
        let elsewhere = before.evidenced != after.evidenced;
        if elsewhere || before.ahead_of_evidence != after.ahead_of_evidence {
            moves.moved.push(Moved {
                id: contact.id,
                stands: contact.position.clone(),
                newly_ahead: after.ahead_of_evidence && !before.ahead_of_evidence,
                no_longer_ahead: before.ahead_of_evidence && !after.ahead_of_evidence,
                before: before.evidenced,
                after: after.evidenced,
            });
        }
    }
    moves
}

/// How many of these contacts are at a stage that a playbook does not have, or has retired in favour
/// of none: there they count as being at its first.
pub fn at_unknown_stage<'c>(
    contacts: impl IntoIterator<Item = &'c Contact>,
    playbook: &Playbook,
) -> usize {
    let is_unknown = |contact: &&Contact| match &contact.position {
        Position::Stage(id) => {
            let id = playbook.stage_in_use(id);
            let known = playbook.stages_in_use().any(|stage| stage.id == *id);
            !contact.standing.is_closed() && !known
        }
        _ => false,
    };
    contacts.into_iter().filter(is_unknown).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::{Evidence, Given};
    use crate::domain::event::By;
    use crate::domain::ids::StageId;
    use crate::domain::playbook::retired::Retired;
    use crate::domain::playbook::rule::{AnswerTest, Rule, Test};
    use crate::domain::range::Range;
    use crate::domain::value::{Number, Value};
    use crate::domain::when::When;

    fn pack() -> Playbook {
        serde_json::from_str(include_str!("../../playbooks/pain-interest-fit.json")).unwrap()
    }

    /// A prospect of 240 people with everything its gate asks for.
    fn prospect() -> Contact {
        let mut contact = Contact::blank(ContactId::new(1, [0; 10]));
        contact.position = Position::Prospect;
        let known = [
            ("employees", Value::Number(Number::new(240.0).unwrap())),
            ("industry", Value::Choice("healthcare".into())),
            ("country", Value::Choice("GB".into())),
            ("need", Value::YesNo(true)),
            ("feasible", Value::YesNo(true)),
            ("decides", Value::Choice("self".into())),
        ];
        for (question, value) in known {
            let (at, by) = (When::parse("2026-11-22").unwrap(), By::Visitor);
            let given = Given { value, evidence: Evidence::Confirmed, at, by, note: None };
            contact.answers.record(question.into(), given);
        }
        contact
    }

    #[test]
    fn a_stage_that_another_playbook_does_not_have_is_told() {
        let (pack, mut contact) = (pack(), prospect());
        let check = |position: Position, expected: usize, contact: &mut Contact| {
            contact.position = position;
            assert_eq!(at_unknown_stage([&*contact], &pack), expected);
        };
        check(Position::Prospect, 0, &mut contact);
        check(Position::Stage(pack.stages[1].id.clone()), 0, &mut contact);
        check(Position::Stage("legal-review".into()), 1, &mut contact);
    }

    #[test]
    fn a_retired_stage_counts_as_the_one_it_became() {
        let (mut pack, mut contact) = (pack(), prospect());
        let [first, second] = [0, 1].map(|n| pack.stages[n].id.clone());
        contact.position = Position::Stage(second);
        let mut check = |becomes: Option<StageId>, expected: usize| {
            pack.stages[1].retired = Some(Retired { becomes });
            assert_eq!(at_unknown_stage([&contact], &pack), expected);
        };
        check(Some(first), 0);
        check(None, 1);
    }

    #[test]
    fn a_stricter_rule_says_who_would_be_flagged_and_moves_nobody() {
        let (old, mut new, contact) = (pack(), pack(), prospect());
        let today = "2026-11-22".parse().unwrap();
        assert_eq!(compare([&contact], &old, &new, today), Moves { moved: vec![], of: 1 });
        let size = new.criteria.iter_mut().find(|c| c.id.as_str() == "size").unwrap();
        let from = Range { from: Some(500.0), ..Range::default() };
        size.rule = Rule::Answer(AnswerTest {
            question: "employees".into(),
            is: Test::Within(from),
            evidence: None,
        });
        let moves = compare([&contact], &old, &new, today);
        let [one] = moves.moved.as_slice() else { panic!("{moves:?}") };
        assert_eq!((&one.before, &one.after), (&Position::Prospect, &Position::Lead));
        assert!(one.newly_ahead && !one.no_longer_ahead);
        assert_eq!(one.stands, Position::Prospect);
        let back = compare([&contact], &new, &old, today);
        assert!(back.moved[0].no_longer_ahead);
    }
}
