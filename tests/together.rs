//! What one action records at several contacts: told to the others at an organisation, and the next
//! purchase.

mod support;

use chrono::NaiveDate;
use ripen::app::command::Command;
use ripen::app::proof_tree::{Ground, Leaf, Proof, prove};
use ripen::app::refusal::Refusal;
use ripen::app::together::{can_buy_again, next_purchase, offer};
use ripen::app::why::why_of;
use ripen::app::workspace::{Deed, Workspace};
use ripen::domain::answer::Evidence;
use ripen::domain::assess::assess;
use ripen::domain::evaluate::{Facts, Reading};
use ripen::domain::event::{Field, Imported};
use ripen::domain::ids::{ContactId, QuestionId};
use ripen::domain::position::Position;
use ripen::domain::rules::Rules;
use ripen::domain::value::Value;
use std::collections::BTreeMap;
use support::desk::Desk;
use support::story::{choice, number, yes_no};
use support::today;

fn contact(n: u8) -> ContactId {
    ContactId::new(u64::from(n), [n; 10])
}

/// A lead for each organisation, numbered from 1; the first one is worked on.
fn desk(organisations: &[&str]) -> Desk {
    let mut desk = Desk::empty();
    for (n, organisation) in (1..).zip(organisations) {
        desk.id = contact(n);
        let fields = [(Field::Person, "Mina"), (Field::Organisation, organisation)];
        let fields = fields.map(|(field, text)| (field, text.to_owned()));
        desk.run(Command::Create(BTreeMap::from(fields))).expect("a lead");
    }
    desk.id = contact(1);
    desk
}

fn answer(desk: &mut Desk, n: u8, question: &str, value: Value, evidence: Evidence) {
    let question = QuestionId::from(question);
    let command = Command::Answer { question, value: Some(value), evidence, note: None };
    let (id, first) = (contact(n), desk.id);
    desk.id = id;
    desk.run(command).expect("an answer");
    desk.id = first;
}

/// How many others there are, how many would change and how many keep theirs.
fn check(desk: &Desk, expected: Option<(usize, usize, usize)>) {
    let offered = offer(&desk.workspace, desk.id);
    let counts = offered.map(|offer| (offer.others, offer.changes.len(), offer.keep));
    assert_eq!(counts, expected);
}

#[test]
fn what_a_rep_recorded_of_an_organisation_is_offered_to_the_others_there() {
    let mut desk = desk(&["Acme, Inc.", "ACME INC", "Other", "acme  inc", ""]);
    check(&desk, None);
    desk.answer("need", yes_no(true));
    check(&desk, None);
    desk.answer("employees", number(250.0));
    check(&desk, Some((2, 2, 0)));
    desk.id = contact(3);
    check(&desk, None);
}

#[test]
fn an_answer_of_higher_evidence_or_a_newer_one_is_kept() {
    let (claimed, confirmed) = (Evidence::Claimed, Evidence::Confirmed);
    for (theirs, evidence, later, expected) in [
        (250.0, claimed, false, Some((1, 1, 0))),
        (250.0, confirmed, false, None),
        (250.0, Evidence::Documented, false, None),
        (300.0, claimed, true, Some((1, 1, 0))),
        (300.0, confirmed, false, Some((1, 1, 0))),
        (300.0, confirmed, true, None),
        (300.0, Evidence::Documented, false, None),
    ] {
        let mut desk = desk(&["Acme", "Acme"]);
        if later {
            desk.answer("employees", number(250.0));
        }
        answer(&mut desk, 2, "employees", number(theirs), evidence);
        if !later {
            desk.answer("employees", number(250.0));
        }
        let offered = offer(&desk.workspace, desk.id);
        let counts = offered.map(|offer| (offer.others, offer.changes.len(), offer.keep));
        assert_eq!(counts, expected, "{theirs} {evidence:?}, later: {later}");
    }
}

#[test]
fn telling_the_others_is_one_action_and_says_where_from() {
    let mut desk = desk(&["Acme", "Acme", "Acme"]);
    answer(&mut desk, 3, "industry", choice("retail"), Evidence::Documented);
    desk.answer("employees", number(250.0));
    desk.answer("industry", choice("healthcare"));
    let offered = offer(&desk.workspace, desk.id).expect("an offer");
    assert_eq!((offered.others, offered.changes.len(), offered.keep), (2, 2, 1));
    let told = desk.stamped(|w, stamp| w.carry_out(Deed::Spread, offered.changes, stamp));
    assert_eq!(told, Ok(2));
    let industry = QuestionId::from("industry");
    for (n, expected) in [(2, "healthcare"), (3, "retail")] {
        let contact = desk.workspace.contact(contact(n)).expect("it is there");
        let given = contact.answers.get(&industry).expect("an answer");
        assert_eq!(given.value, choice(expected));
        let employees = QuestionId::from("employees");
        assert_eq!(contact.answers.get(&employees).unwrap().evidence, Evidence::Confirmed);
        assert_eq!(contact.taken_over.get(&employees), Some(&desk.id));
        assert_eq!(contact.taken_over.contains_key(&industry), n == 2);
    }
    check(&desk, None);
    let undone = desk.stamped(Workspace::undo).expect("undone");
    assert_eq!((undone.label, undone.contacts.len()), (Deed::Spread, 2));
    check(&desk, Some((2, 2, 1)));
}

/// Whose answer the reasons of a contact's verdict rest on for a question: in the list and in the
/// proof.
fn origins(desk: &Desk, n: u8, question: &str) -> [Option<ContactId>; 2] {
    let playbook = &desk.workspace.playbook;
    let contact = desk.workspace.contact(contact(n)).expect("it is there");
    let (rules, question) = (Rules::of(playbook), QuestionId::from(question));
    let gate = assess(&rules, contact, today()).gates.remove(0);
    let card = why_of(&rules, contact, &gate, today());
    let answers: Vec<_> = card.rows.iter().flat_map(|row| &row.answers).collect();
    let listed = answers.iter().find(|answer| answer.question == question).expect("it is read");
    let facts = Facts::new(&rules, &contact.answers, Reading::AsRequired, today());
    let proofs = card.rows.iter().filter_map(|row| prove(&facts, contact, &row.id));
    let leaves: Vec<_> = proofs.flat_map(leaves).collect();
    let proved = leaves.iter().find(|leaf| leaf.question == question).expect("it is tested");
    [listed.from, proved.from]
}

fn leaves(proof: Proof) -> Vec<Leaf> {
    match proof.on {
        Ground::All(branches) | Ground::Any(branches) => {
            branches.into_iter().flat_map(leaves).collect()
        }
        Ground::Not(branch) | Ground::Criterion(_, branch) => leaves(*branch),
        Ground::Answer(leaf) => vec![*leaf],
        Ground::Nothing => Vec::new(),
    }
}

#[test]
fn the_reasons_of_a_verdict_say_whose_answer_they_rest_on() {
    let mut desk = desk(&["Acme", "Acme"]);
    desk.answer("employees", number(250.0));
    let plan = offer(&desk.workspace, desk.id).expect("an offer").changes;
    desk.stamped(|w, stamp| w.carry_out(Deed::Spread, plan, stamp)).expect("told");
    answer(&mut desk, 2, "industry", choice("retail"), Evidence::Confirmed);
    assert_eq!(origins(&desk, 1, "employees"), [None; 2]);
    assert_eq!(origins(&desk, 2, "employees"), [Some(desk.id); 2]);
    assert_eq!(origins(&desk, 2, "industry"), [None; 2]);
    // One's own answer counts from then on.
    answer(&mut desk, 2, "employees", number(260.0), Evidence::Confirmed);
    assert_eq!(origins(&desk, 2, "employees"), [None; 2]);
}

#[test]
fn what_is_taken_over_is_not_passed_on_and_ends_with_an_answer_of_one_s_own() {
    let mut desk = desk(&["Acme", "Acme"]);
    desk.answer("employees", number(250.0));
    let plan = offer(&desk.workspace, desk.id).expect("an offer").changes;
    desk.stamped(|w, stamp| w.carry_out(Deed::Spread, plan, stamp)).expect("told");
    desk.id = contact(2);
    check(&desk, None);
    assert_eq!(desk.contact().taken_over.len(), 1);
    desk.answer("employees", number(260.0));
    assert!(desk.contact().taken_over.is_empty());
    check(&desk, Some((1, 1, 0)));
}

#[test]
fn facts_of_a_file_are_not_told_and_journeys_that_are_over_stay() {
    let mut desk = desk(&["Acme", "Acme"]);
    let facts = BTreeMap::from([("employees".into(), number(250.0))]);
    let fields = BTreeMap::from([(Field::Organisation, "Acme".to_owned())]);
    let end = Some((ripen::domain::event::EndKind::Won, None::<NaiveDate>));
    for (n, end) in [(8, None), (9, end)] {
        let (facts, fields) = (facts.clone(), fields.clone());
        let row = Imported { fields, facts, end, ..Imported::default() };
        desk.stamped(|workspace, stamp| {
            let prepared = workspace.prepare([row.into()], || contact(n), stamp);
            workspace.import(prepared, stamp.batch);
        });
    }
    desk.id = contact(8);
    check(&desk, None);
    desk.answer("employees", number(300.0));
    check(&desk, Some((2, 2, 0)));
}

#[test]
fn a_next_purchase_takes_over_who_it_is_and_what_is_known_of_the_organisation() {
    let mut desk = desk(&["Acme"]);
    assert_eq!(can_buy_again(desk.contact()), Err(Refusal::NotOver));
    answer(&mut desk, 1, "employees", number(90.0), Evidence::Claimed);
    desk.qualify();
    let to = Position::parse("opportunity/qualifying").expect("a position");
    desk.run(Command::Advance(to)).expect("moved up");
    desk.run(Command::Win { reason: Some("signed at the fair".to_owned()) }).expect("won");
    desk.run(Command::RecordConsent(false)).expect("a no");
    let (old, new) = (desk.id, contact(2));
    let plan = next_purchase(&desk.workspace.playbook, desk.contact(), new).expect("a plan");
    desk.stamped(|w, stamp| w.carry_out(Deed::NextPurchase, plan, stamp)).expect("started");
    assert_eq!(desk.contact().next_purchases, [new]);
    let next = desk.workspace.contact(new).expect("a new contact");
    assert_eq!(next.position, Position::Lead);
    assert_eq!(next.earlier_purchase, Some(old));
    assert_eq!(next.field(Field::Person), Some("Mina"));
    assert_eq!(next.field(Field::Organisation), Some("Acme"));
    let employees = QuestionId::from("employees");
    let grades: Vec<_> = next.answers.all(&employees).map(|given| given.evidence).collect();
    assert_eq!(grades, [Evidence::Claimed, Evidence::Confirmed]);
    assert_eq!(next.taken_over.get(&employees), Some(&old));
    assert!(next.answers.get(&QuestionId::from("pain")).is_none(), "a pain is one purchase's");
    assert!(next.consent.as_ref().is_some_and(|consent| !consent.said.given));
    assert!(next.touches.is_empty() && next.amount.is_none());
    desk.stamped(Workspace::undo).expect("undone");
    assert!(desk.contact().next_purchases.is_empty());
    assert!(desk.workspace.contact(new).is_none());
}
