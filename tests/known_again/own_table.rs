//! Ripen's own table comes in again: where it is from, and elsewhere.

use crate::support::here::{Here, numbers};
use ripen::app::command::Command;
use ripen::domain::answer::Evidence;
use ripen::domain::contact::Contact;
use ripen::domain::event::Field;
use ripen::domain::ids::QuestionId;
use ripen::domain::value::Value;

/// A table as Ripen writes it, of contacts that are here.
fn own(here: &Here, more: &str) -> String {
    let header = "Contact ID,Person,Organisation,Job title,Email,Phone,Source,Owner,Level,Stage,Standing,\
        Amount,Currency,Expected close,Next step,Next step due,Created,Last changed,Industry,colour,Stage (2)";
    let mut text = format!("\u{feff}{header}\r\n");
    for contact in here.workspace.contacts() {
        let field = |field| contact.field(field).unwrap_or_default().to_owned();
        let guarded = |text: String| if text.starts_with('+') { format!("'{text}") } else { text };
        let level = format!("{:?}", contact.level());
        let stage =
            contact.position.stage().map(|id| here.workspace.playbook.stage_name(id).to_owned());
        let standing = match &contact.ended {
            Some(ended) if format!("{:?}", ended.kind) != "Won" => format!("{:?}", ended.kind),
            _ => "Active".to_owned(),
        };
        let amount = contact.amount.map(|amount| (amount.decimal(), amount.currency.to_string()));
        let (amount, currency) = amount.unwrap_or_default();
        let task = contact.task.clone().map(|task| (task.note, task.due.to_string()));
        let (note, due) = task.unwrap_or_default();
        let industry = contact.answers.get(&QuestionId::new("industry"));
        let industry = industry.map(|given| match &given.value {
            Value::Text(words) => words.clone(),
            _ => "Health".to_owned(),
        });
        let attribute = |name: &str| contact.attributes.get(name).cloned().unwrap_or_default();
        let cells = [
            contact.id.to_string(),
            field(Field::Person),
            field(Field::Organisation),
            String::new(),
            field(Field::Email),
            guarded(field(Field::Phone)),
            String::new(),
            String::new(),
            level,
            stage.unwrap_or_default(),
            standing,
            amount,
            currency,
            contact.expected_close.map(|day| day.to_string()).unwrap_or_default(),
            note,
            due,
            "2026-11-21".to_owned(),
            "2026-11-22".to_owned(),
            industry.unwrap_or_default(),
            guarded(attribute("colour")),
            attribute("Stage"),
        ];
        text.push_str(&cells.join(","));
        text.push_str(more);
        text.push_str("\r\n");
    }
    text
}

#[test]
fn ripen_s_own_table_changes_nothing_where_it_comes_from_and_loses_nothing_elsewhere() {
    let mut here = Here::with(&[
        "person,company,email,phone,industry,colour,Stage
Ann,Acme,ann@x.example,+49 30,medical,-red,lead
Bo,Beta,,,Tech,,Godot
Cy,,,,,,customer
Di,,,,,,MQL",
        "deal id,account,stage,engage date,close date,amount\n1,Delta,Discovery,1/2/2026,12/31/2026,5.5
2,Epsilon,Lost,1/2/2026,2/2/2026,7",
    ]);
    here.rep("Ann", Command::SetTask { due: "2026-12-24".parse().unwrap(), note: "Call".into() });
    here.rep(
        "Ann",
        Command::Answer {
            question: QuestionId::new("industry"),
            value: Some(Value::Choice("health".into())),
            evidence: Evidence::Confirmed,
            note: None,
        },
    );
    here.rep("Bo", Command::Disqualify { reason: "no".into(), note: None });
    let table = own(&here, "");
    assert_eq!(numbers(&here.import(&table)), [0, 0, 6, 0, 0]);
    // A cell somebody changed is an update; a contact a rep worked on is not moved.
    let edited = table.replace("ann@x.example", "ann@y.example").replace("Prospect,", "Lead,");
    assert_eq!(numbers(&here.import(&edited)), [0, 2, 4, 0, 0]);
    assert_eq!(here.contact("Di").position.to_string(), "lead");

    let mut there = Here::with(&[&table]);
    for (name, position) in [
        ("Ann", "lead"),
        ("Bo", "lead"),
        ("Cy", "customer"),
        ("Di", "prospect"),
        ("Delta", "opportunity/discovery"),
        ("Epsilon", "opportunity/qualifying"),
    ] {
        let (ours, theirs) = (here.contact(name), there.contact(name));
        assert_eq!(theirs.position.to_string(), position, "{name}");
        let kind = |contact: &Contact| contact.ended.as_ref().map(|ended| ended.kind);
        assert_eq!(kind(theirs), kind(ours), "{name}");
        assert_eq!(theirs.external_id, Some(ours.id.to_string()), "{name}");
        assert_eq!((theirs.amount, theirs.expected_close), (ours.amount, ours.expected_close));
        assert_eq!(theirs.task, ours.task, "{name}");
        assert_eq!(theirs.journey.visits().len(), 1, "{name}: nothing is invented");
    }
    let ann = there.contact("Ann");
    assert_eq!(ann.field(Field::Phone), Some("+49 30"));
    assert_eq!(ann.attributes["colour"], "-red");
    assert_eq!(ann.attributes["Last changed"], "2026-11-22");
    assert_eq!(there.contact("Bo").attributes["Stage"], "Godot");
    assert_eq!(numbers(&there.import(&table)), [0, 0, 6, 0, 0]);
}
