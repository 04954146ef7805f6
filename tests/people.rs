//! Who else matters: naming the one who decides, and everybody else involved.

mod support;

use chrono::{Days, NaiveDate};
use ripen::app::command::Command;
use ripen::app::decider::{Gap, Involved, gap, involved};
use ripen::app::refusal::Refusal;
use ripen::app::workspace::{Deed, Workspace};
use ripen::domain::answer::Evidence;
use ripen::domain::assess::slots;
use ripen::domain::contact::Task;
use ripen::domain::evaluate::{Facts, Reading};
use ripen::domain::event::{DecisionRole, Field};
use ripen::domain::ids::{CriterionId, QuestionId, ReasonId};
use ripen::domain::outcome::Outcome;
use ripen::domain::playbook::question::Accept;
use ripen::domain::value::Value;
use support::desk::Desk;
use support::story::{Story, choice, text, yes_no};
use support::{pack, rules, today};

fn in_three_days() -> NaiveDate {
    today() + Days::new(3)
}

fn name_decider(name: &str, with_others: bool) -> Command {
    let (job, note) = ("Director".to_owned(), "Involve the decision-maker".to_owned());
    Command::NameDecider { name: name.to_owned(), job, with_others, due: in_three_days(), note }
}

fn add(name: &str, role: DecisionRole) -> Command {
    Command::AddStakeholder { name: name.to_owned(), job: String::new(), role }
}

/// What the criterion about the decision-maker says, and the slot Authority of the win chance.
fn judged(desk: &Desk) -> (Outcome, Outcome) {
    let contact = desk.contact();
    let facts = Facts::new(rules(), &contact.answers, Reading::AsRequired, today());
    let authority = pack().chance.as_ref().expect("a chance").slots.iter();
    let place = authority.clone().position(|slot| slot.title == "Authority").expect("a slot");
    (facts.criterion(&CriterionId::from("decider")), slots(&facts)[place])
}

#[test]
fn somebody_must_be_named_once_the_contact_is_known_not_to_decide_or_nobody_knows() {
    let check = |story: Story, expected: Option<Gap>| {
        let contact = story.contact();
        assert_eq!(gap(pack(), &contact), expected, "{:?}", contact.answers);
    };
    let lead = || Story::captured("referral");
    check(lead(), None);
    check(lead().confirmed("decides", choice("self")), None);
    check(lead().claimed("decides", choice("someone_else")), Some(Gap::SomeoneElse));
    check(lead().confirmed("decides", choice("group")), Some(Gap::SomeoneElse));
    check(lead().confirmed("decides", text("committee")), Some(Gap::SomeoneElse));
    check(lead().confirmed("decides", text("no idea")), Some(Gap::NotKnown));
    let else_ = || lead().confirmed("decides", choice("someone_else"));
    check(else_().confirmed("decider_name", text(" ")), Some(Gap::SomeoneElse));
    check(else_().confirmed("decider_name", text("Ada")), None);
    check(else_().disqualified(), None);
    let mut desk = Desk::with_lead();
    let (question, evidence) = (QuestionId::from("decides"), Evidence::Confirmed);
    desk.run(Command::Answer { question, value: None, evidence, note: None }).expect("recorded");
    assert_eq!(gap(pack(), desk.contact()), Some(Gap::NotKnown));
}

#[test]
fn naming_the_one_who_decides_is_one_action_with_all_that_follows() {
    let mut desk = Desk::with_lead();
    desk.answer("decides", choice("someone_else"));
    assert_eq!(judged(&desk), (Outcome::Unknown, Outcome::Unknown));
    let step = &pack().criterion(&CriterionId::from("decider")).expect("defined").step;
    assert_eq!(step, "Name and involve the decision-maker.");
    let before = desk.contact().clone();

    assert_eq!(desk.run(name_decider(" Ada Byron ", false)), Ok(Deed::Decider));
    let contact = desk.contact();
    let task = Task { due: in_three_days(), note: "Involve the decision-maker".to_owned() };
    assert_eq!(contact.task, Some(task));
    let said = contact.answers.get(&QuestionId::from("decider_name")).expect("answered");
    let expected = (Value::Text("Ada Byron".to_owned()), Evidence::Confirmed);
    assert_eq!((said.value.clone(), said.evidence), expected);
    let person = |name: &str, job: Option<&str>, role| Involved {
        name: Some(name.to_owned()),
        job: job.map(str::to_owned),
        role: Some(role),
    };
    let mina = person("Mina", None, DecisionRole::Influencer);
    let ada = person("Ada Byron", Some("Director"), DecisionRole::Decider);
    assert_eq!(involved(pack(), contact), [mina, ada], "the contact stays, as an influencer");
    assert_eq!(judged(&desk), (Outcome::Met, Outcome::Unknown), "Authority is still open");
    assert_eq!(gap(pack(), desk.contact()), None);

    desk.stamped(Workspace::undo).expect("something to undo");
    assert_eq!(desk.contact(), &before, "all of it is taken back at once");
    desk.stamped(Workspace::redo).expect("something to redo");
    desk.answer("decider_confirmed", yes_no(true));
    assert_eq!(judged(&desk), (Outcome::Met, Outcome::Met));
}

#[test]
fn a_group_is_named_by_the_one_who_leads_it() {
    let mut desk = Desk::with_lead();
    desk.run(name_decider("Kim", true)).expect("named");
    let said = &desk.contact().answers.get(&QuestionId::from("decides")).expect("answered").value;
    assert_eq!(said, &choice("group"));
    assert_eq!(desk.contact().stakeholders[0].role, Some(DecisionRole::CoDecider));
}

#[test]
fn naming_needs_a_name_a_day_and_something_to_do() {
    let mut desk = Desk::with_lead();
    let mut check = |name: &str, due: NaiveDate, note: &str, expected: Refusal| {
        let (name, job, note) = (name.to_owned(), String::new(), note.to_owned());
        let command = Command::NameDecider { name, job, with_others: false, due, note };
        assert_eq!(desk.run(command), Err(expected));
    };
    check(" ", in_three_days(), "Call", Refusal::NobodyNamed);
    check("Ada", in_three_days(), "", Refusal::NothingToDo);
    check("Ada", NaiveDate::MAX, "Call", Refusal::OutOfReach);
    check(&"x".repeat(10_001), in_three_days(), "Call", Refusal::TooLong(Field::Person));
    check("Ada", in_three_days(), &"x".repeat(501), Refusal::LineTooLong);
    let reason = ReasonId::from("too_small");
    desk.run(Command::Disqualify { reason, note: None }).expect("ended");
    assert_eq!(desk.run(name_decider("Ada", false)), Err(Refusal::HasEnded));
}

#[test]
fn a_name_the_playbook_does_not_take_names_nobody() {
    let mut playbook = pack().clone();
    let message = "Write at least three letters".to_owned();
    let question = playbook.questions.iter_mut().find(|q| q.id.as_str() == "decider_name");
    let is = serde_json::from_str(r#"{"length":{"from":3}}"#).expect("a test");
    question.expect("asked").accept = Some(Accept { is, message: message.clone() });
    let mut desk = Desk::with_lead_in(playbook);
    let refused = || Err(Refusal::NotAccepted(message.clone()));
    assert_eq!(desk.run(name_decider("Al", false)), refused());
    assert_eq!(desk.run(add("Al", DecisionRole::Decider)), refused());
    desk.run(add("Al", DecisionRole::User)).expect("that is no answer");
    let value = Some(Value::Text("Al".to_owned()));
    let (question, evidence) = (QuestionId::from("decider_name"), Evidence::Confirmed);
    assert_eq!(desk.run(Command::Answer { question, value, evidence, note: None }), refused());
    desk.run(name_decider("Ada", false)).expect("long enough");
}

#[test]
fn others_are_added_once_and_said_more_about() {
    let mut desk = Desk::with_lead();
    desk.run(add("Tom Reyes", DecisionRole::User)).expect("added");
    assert_eq!(desk.run(add("tom reyes ", DecisionRole::User)), Err(Refusal::NothingChanges));
    desk.run(add("Tom Reyes", DecisionRole::Champion)).expect("said more about");
    assert_eq!(desk.contact().stakeholders.len(), 1);
    assert_eq!(desk.contact().stakeholders[0].role, Some(DecisionRole::Champion));
    assert!(!desk.contact().answers.was_asked(&QuestionId::from("decides")));
    desk.run(add("Ada", DecisionRole::Decider)).expect("added");
    assert_eq!(
        judged(&desk),
        (Outcome::Met, Outcome::Unknown),
        "it is on record as an answer, too"
    );
    assert_eq!(desk.run(add("", DecisionRole::User)), Err(Refusal::NobodyNamed));
}

#[test]
fn a_playbook_that_does_not_ask_who_decides_has_no_gap() {
    let mut playbook = pack().clone();
    playbook.questions.retain(|question| !question.id.as_str().starts_with("decide"));
    let mut desk = Desk::with_lead_in(playbook.clone());
    assert_eq!(gap(&playbook, desk.contact()), None);
    desk.run(name_decider("Ada", false)).expect("named all the same");
    assert!(desk.contact().answers.questions().next().is_none());
    assert_eq!(involved(&playbook, desk.contact()).len(), 2);
}
