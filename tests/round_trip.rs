//! The table of contacts, written with every column and brought in again: where it comes from it says
//! nothing new, and in an empty workspace everything it holds is there again.

mod support;

use chrono::{DateTime, Utc};
use ripen::app::stamp::Stamp;
use ripen::app::workspace::{Record, Workspace};
use ripen::domain::contact::Contact;
use ripen::domain::event::{
    AmountSet, By, CloseExpected, Created, Disqualified, EndKind, EventKind, Field, FieldSet,
    Imported, Lost, Nurtured, TaskSet,
};
use ripen::domain::ids::{BatchId, ContactId, ReasonId};
use ripen::domain::money::{Currency, Money};
use ripen::domain::playbook::question::{Question, QuestionKind};
use ripen::domain::position::Standing;
use ripen::domain::range::Range;
use ripen::domain::value::Value;
use ripen::exchange::csv::write::{Reader, Writer};
use ripen::exchange::csv::{self, Dialect};
use ripen::exchange::export::contacts::{Column, Heading, Seen, Table, headings};
use ripen::exchange::import::known::Known;
use ripen::exchange::import::matching::{Fate, Matching};
use ripen::exchange::import::plan::Plan;
use ripen::exchange::import::preview::Preview;
use std::sync::Arc;
use support::story::{Story, day, dollars, number, text, yes_no};
use support::{PACK_JSON, pack};

/// Texts that a spreadsheet, a delimiter or a page would take for something else.
const HOSTILE: [&str; 8] = [
    "=HYPERLINK(\"https://evil.example\",\"x\")",
    "+49 30 1234",
    "-1+1",
    "@SUM(1)",
    "'=1",
    "'t Hooft, \"Jo\"; x",
    "two\nlines",
    "<img src=x onerror=alert(1)>",
];

fn workspace() -> Workspace {
    Workspace::new(Arc::new(serde_json::from_str(PACK_JSON).unwrap()))
}

fn set(field: Field, value: &str) -> EventKind {
    EventKind::FieldSet(FieldSet { field, value: Some(value.to_owned()) })
}

fn captured(name: &str) -> Story {
    Story::new()
        .on("2026-01-05")
        .then(EventKind::Created(Created { source: Some("referral".into()) }))
        .then(set(Field::Person, name))
}

fn worth(story: Story, minor: i64, currency: Currency) -> Story {
    let amount = Some(Money { minor, currency });
    story.then(EventKind::AmountSet(AmountSet { amount }))
}

fn lost(story: Story, reason: &str) -> Story {
    let reason = ReasonId::new(reason);
    story.on("2026-03-01").then(EventKind::Lost(Lost { reason, note: None }))
}

fn disqualified(story: Story, reason: &str) -> Story {
    let reason = ReasonId::new(reason);
    story.on("2026-03-02").then(EventKind::Disqualified(Disqualified { reason, note: None }))
}

fn nurtured(story: Story, reason: Option<&str>) -> Story {
    let (until, reason) = (day("2027-04-01"), reason.map(ReasonId::new));
    story.then(EventKind::Nurtured(Nurtured { until, reason }))
}

fn imported(row: Imported) -> Story {
    Story::new().then(EventKind::Imported(row))
}

/// An answer of each kind a question can have.
fn answer(question: &Question) -> Value {
    let option = |n: usize| question.options().get(n).map(|option| option.id.clone()).unwrap();
    match &question.kind {
        QuestionKind::Choice { .. } => Value::Choice(option(1)),
        QuestionKind::Several { .. } => Value::Several(vec![option(0), option(1)]),
        QuestionKind::YesNo => yes_no(true),
        QuestionKind::Number { .. } => number(12.5),
        QuestionKind::Scale { from, .. } => Value::Scale(*from),
        QuestionKind::Money => dollars(1_250),
        QuestionKind::Date => Value::Date(day("2026-12-24")),
        QuestionKind::Text => text("=\"their\" words\nin two lines"),
    }
}

/// Everything a table can say of contacts.
fn stories() -> Vec<Story> {
    let fields = Field::ALL.into_iter().filter(|field| *field != Field::Source);
    let known = fields.fold(captured("Ann"), |story, field| {
        story.then(set(field, &format!("={field:?}, \"quoted\"")))
    });
    let known = pack().questions.iter().fold(known, |story, question| {
        let band = Value::Band(Range { from: Some(51.0), to: Some(200.0), ..Range::default() });
        let is_size = question.id.as_str() == "employees";
        let value = if is_size { band } else { answer(question) };
        story.confirmed(question.id.as_str(), value)
    });
    let task = TaskSet { due: day("2026-12-01"), note: "=Call\n\"back\"".into() };
    let expected = CloseExpected { on: Some(day("2026-12-31")) };
    let deal = worth(captured("Bo").advanced("opportunity/discovery"), 1_234_050, Currency::EUR)
        .then(EventKind::CloseExpected(expected));
    let attributes = [("Stage", "Godot"), ("Reason", "-red"), ("Colour", "=1")];
    let attributes = attributes.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let row = |name: &str| Imported {
        external_id: Some(format!("{name}-1")),
        system: (name == "Iris").then(|| "hubspot".into()),
        fields: Field::map([(Field::Organisation, name.to_owned())]),
        ..Imported::default()
    };
    let ended = |name: &str, kind| Imported { end: Some((kind, None)), ..row(name) };
    let mut all = vec![
        known.then(EventKind::TaskSet(task)),
        deal,
        nurtured(captured("Cy").advanced("prospect"), Some("contract_until")),
        nurtured(captured("Di"), None),
        lost(worth(captured("Ed").advanced("opportunity/proposal"), 5, Currency::USD), "price"),
        disqualified(captured("Flo"), "no_need"),
        captured("Gil").advanced("opportunity/closing").on("2026-03-03").won(),
        lost(captured("Hal").advanced("opportunity/closing"), "a-reason-that-is-gone"),
        imported(Imported { attributes: attributes.into(), ..row("Iris") }),
        imported(ended("Jon", EndKind::Lost)),
        imported(ended("Kim", EndKind::Disqualified)),
        captured("Lou").advanced("prospect"),
    ];
    let hostile = HOSTILE.into_iter().map(|text| {
        let attributes = [(text.to_owned(), text.to_owned())].into();
        let fields = Field::ALL.into_iter().filter(|field| *field != Field::Source);
        let fields = Field::map(fields.map(|field| (field, text.to_owned())));
        imported(Imported { attributes, fields, ..Imported::default() })
    });
    all.extend(hostile);
    all
}

fn filled() -> Workspace {
    let mut workspace = workspace();
    for (story, n) in stories().into_iter().zip(1..) {
        workspace.take_in(ContactId::new(1_795_000_000_000 + n, [7; 10]), story.log());
    }
    workspace
}

/// Every column there is.
fn columns(workspace: &Workspace) -> Vec<Heading> {
    let mut seen = Seen::default();
    workspace.contacts().for_each(|contact| seen.look(contact));
    headings(&workspace.playbook, &seen)
}

/// The file with every column.
fn table(workspace: &Workspace) -> String {
    let headings = columns(workspace);
    let table = Table::new(&workspace.playbook, &headings);
    let mut writer = Writer::new(Reader::Spreadsheet);
    writer.row(table.header());
    for (_, record) in workspace.records() {
        writer.row(table.row(record, &Utc).expect("nothing was taken back"));
    }
    writer.finish()
}

/// Brings a file in as the page does.
fn import(workspace: &mut Workspace, text: &str) -> Preview {
    let tables = [csv::read("contacts.csv", text, Dialect::guess(text)).unwrap()];
    let plan = Plan::guess(&tables, &workspace.playbook, Currency::USD).unwrap();
    let mut known = Known::default();
    for (id, _) in workspace.records() {
        known.add(workspace, id);
    }
    let mut matching = Matching::new(known, &plan, &tables);
    let (mut preview, mut rows) = (Preview::default(), Vec::new());
    for reading in plan.rows(&tables, &workspace.playbook) {
        let fate = preview.read(&mut matching, workspace, reading);
        rows.extend(fate.and_then(Fate::into_arriving));
    }
    let (mut drawn, now) = (0, DateTime::from_timestamp(1_795_300_000, 0).unwrap());
    let new_id = || {
        drawn += 1;
        ContactId::new(drawn, [1; 10])
    };
    let batch = BatchId::new(0, [1; 10]);
    let mut stamp = Stamp { now, by: By::Import, batch, random: &mut || [7; 10] };
    let prepared = workspace.prepare(rows, new_id, &mut stamp);
    workspace.import(prepared, batch);
    preview
}

/// The contact a table's row became where it was not known.
fn twin<'a>(workspace: &'a Workspace, contact: &Contact) -> &'a Record {
    let id = contact.external_id.clone().unwrap_or_else(|| contact.id.to_string());
    let mut all = workspace.records().map(|(_, record)| record);
    let is_twin = |record: &&Record| {
        record.contact.as_ref().is_some_and(|twin| twin.external_id.as_ref() == Some(&id))
    };
    all.find(is_twin).expect("every row came in")
}

#[test]
fn where_it_comes_from_it_says_nothing_new() {
    let mut here = filled();
    let text = table(&here);
    let preview = import(&mut here, &text);
    let others = [preview.new, preview.updated, preview.closed.len(), preview.elsewhere.len()];
    let refused = [preview.duplicates.len(), preview.rejected.len(), preview.ignored];
    assert_eq!((others, refused), ([0; 4], [0; 3]), "{preview:#?}");
    assert_eq!(preview.unchanged, here.contacts().count());
}

#[test]
fn in_an_empty_workspace_everything_is_there_again() {
    let (here, mut there) = (filled(), workspace());
    let preview = import(&mut there, &table(&here));
    assert_eq!((preview.new, preview.rejected.len()), (here.contacts().count(), 0));
    let headings = columns(&here);
    let ours = Table::new(pack(), &headings);
    let own = [Column::Id, Column::ExternalId, Column::Created, Column::LastChanged];
    for (id, record) in here.records() {
        let contact = here.contact(id).unwrap();
        let again = twin(&there, contact);
        let cells = ours.row(record, &Utc).unwrap().into_iter();
        let theirs = ours.row(again, &Utc).unwrap();
        for ((heading, cell), back) in headings.iter().zip(cells).zip(theirs) {
            // When the file came is no day of the contact's; the reason that is gone is seen below.
            let is_gone = heading.column == Column::Reason && cell == "a-reason-that-is-gone";
            let is_more = matches!(heading.column, Column::Attribute(_)) && cell.is_empty();
            if !own.contains(&heading.column) && !is_gone && !is_more {
                assert_eq!(back, cell, "{} of {:?}", heading.name, contact.fields);
            }
        }
        let again = again.contact.as_ref().unwrap();
        assert_eq!(again.fields, contact.fields);
        assert_eq!(again.position, contact.position, "{:?}", contact.fields);
        assert_eq!((again.amount, &again.task), (contact.amount, &contact.task));
        assert_eq!(again.expected_close, contact.expected_close);
        let reason = |standing: &Standing| match standing {
            Standing::Lost { reason } | Standing::Disqualified { reason } => Some(reason.clone()),
            Standing::Nurturing { reason, .. } => reason.clone(),
            Standing::Active => None,
        };
        if reason(&contact.standing) == Some(ReasonId::new("a-reason-that-is-gone")) {
            assert_eq!(again.attributes["Reason"], "a-reason-that-is-gone");
            assert_eq!(reason(&again.standing), Some(ReasonId::new("imported")));
        } else {
            assert_eq!(again.standing, contact.standing, "{:?}", contact.fields);
        }
        let end = |contact: &Contact| {
            let ended = contact.ended.as_ref()?;
            Some((ended.kind, ended.on.map(|on| on.day(&Utc))))
        };
        assert_eq!(end(again), end(contact), "{:?}", contact.fields);
    }
    let lost = there.contacts().find(|c| c.field(Field::Person) == Some("Ed")).unwrap();
    assert_eq!(lost.ended.as_ref().unwrap().reason, Some(ReasonId::new("price")));
}

#[test]
fn a_second_time_there_it_says_nothing_new_either() {
    let (here, mut there) = (filled(), workspace());
    let text = table(&here);
    import(&mut there, &text);
    let preview = import(&mut there, &text);
    assert_eq!((preview.new, preview.updated, preview.closed.len()), (0, 0, 0), "{preview:#?}");
    // Nor does the table that is written there.
    let text = table(&there);
    let preview = import(&mut there, &text);
    assert_eq!((preview.new, preview.updated, preview.closed.len()), (0, 0, 0), "{preview:#?}");
}

#[test]
fn another_system_s_reasons_are_the_playbook_s_where_it_knows_them() {
    let mut here = workspace();
    let rows = "Deal ID,Organization,Stage,Lost reason\n\
        1,Acme,Lost,No budget\n2,Beta,Lost,price\n3,Gamma,Lost,Their cousin\n4,Delta,Won,Price\n";
    assert_eq!(import(&mut here, rows).new, 4);
    for (name, reason, kept) in [
        ("Acme", Some("budget"), None),
        ("Beta", Some("price"), None),
        ("Gamma", Some("imported"), Some("Their cousin")),
        ("Delta", None, Some("Price")),
    ] {
        let contact = here.contacts().find(|c| c.field(Field::Organisation) == Some(name));
        let contact = contact.unwrap();
        assert_eq!(contact.ended.as_ref().unwrap().reason, reason.map(ReasonId::new), "{name}");
        assert_eq!(contact.attributes.get("Lost reason").map(String::as_str), kept, "{name}");
    }
    assert_eq!(import(&mut here, rows).unchanged, 4);
    let other = rows.replace("No budget", "Timing");
    assert_eq!(
        import(&mut here, &other).closed.len(),
        1,
        "it is over, and the file says otherwise"
    );
}
