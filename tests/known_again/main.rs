//! Files that come in again, and others about the same contacts: what is new, what changes, and what is
//! left as it is.

mod own_table;
#[path = "../support/mod.rs"]
mod support;

use chrono::NaiveDate;
use ripen::app::columns::{names, values};
use ripen::app::command::Command;
use ripen::app::find::find;
use ripen::app::route::{Listing, Route};
use ripen::app::workspace::Arriving;
use ripen::domain::answer::Evidence;
use ripen::domain::event::{By, EventKind, Field, MergedInto};
use ripen::domain::ids::QuestionId;
use ripen::domain::value::Value;
use ripen::exchange::import::difference::What;
use support::here::{Here, numbers};

/// Brings the first files in, then looks at the last: new, updated, unchanged, closed, duplicates.
fn check(files: &[&str], expected: [usize; 5]) {
    let (last, first) = files.split_last().unwrap();
    let mut here = Here::with(first);
    assert_eq!(numbers(&here.import(last)), expected, "{files:?}");
}

const PEOPLE: &str = "First name,Last name,Company,Email,Phone,Lifecycle stage,Create date
Ann,Smith,Acme,ann@acme.example,1,lead,2026-01-02
Bo,Jones,Beta,bo@beta.example,2,customer,2026-01-03
Cy,Young,,cy@c.example,3,Waiting,
Di,,Delta,,4,,2026-01-05
,,Epsilon,,5,lead,";
const DEALS: &str = "deal id,account,stage,engage date,close date,amount,product
D1,Acme,Won,10/20/2016,3/1/2017,1000,x
D2,Beta,Lost,10/25/2016,3/11/2017,0,
D3,Acme,Qualifying,11/20/2016,12/31/2016,5,x
D4,,Discovery,,,,";
const NAMED_DEALS: &str = "Deal name,Contact person,Company,Stage,Amount
Roof,Ann Smith,Acme,Qualifying,10
Wall,Ann Smith,Acme,Won,20
Wall,Ann Smith,Acme,Won,20
Door,,Acme,Qualifying,30
Door,,Acme,Qualifying,30";

#[test]
fn the_same_file_again_changes_nothing() {
    for (file, rows) in [(PEOPLE, [5, 0]), (DEALS, [4, 0]), (NAMED_DEALS, [4, 1])] {
        check(&[file], [rows[0], 0, 0, 0, rows[1]]);
        check(&[file, file], [0, 0, rows[0], 0, rows[1]]);
    }
    // Nor does it in another order.
    let lines: Vec<_> = NAMED_DEALS.lines().collect();
    let turned = [lines[0], lines[5], lines[2], lines[4], lines[1]].join("\n");
    check(&[NAMED_DEALS, &turned], [0, 0, 4, 0, 0]);
}

#[test]
fn contacts_are_known_again_by_id_then_address_then_name() {
    let people = "Record ID,First name,Company,Email\n7,Ann,Acme,ann@acme.example";
    for (file, expected) in [
        // The id counts, whatever else differs, in a file of the same system.
        ("Record ID,person,email\n7,Anna,anna@x.example", [0, 1, 0, 0, 0]),
        ("id,person,email\n7,Anna,ann@acme.example", [0, 1, 0, 0, 0]),
        ("id,person\n7,Anna", [0, 1, 0, 0, 0]),
        // In one of another system it says nothing, and the address does.
        ("Person - ID,Person - Name,Email\n7,Zoe,zoe@z.example", [1, 0, 0, 0, 0]),
        ("Person - ID,Person - Name,Email\n9,Ann,ann@acme.example", [0, 0, 1, 0, 0]),
        // Where nobody knows of which system it is, another address leaves it to a person.
        ("id,person,email\n7,Zoe,zoe@z.example", [0, 0, 0, 0, 0]),
        // HubSpot counts deals apart.
        ("Record ID,Deal name,Email,Amount\n7,Roof,ann@acme.example,5", [1, 0, 0, 0, 0]),
        // Another id is somebody else.
        ("id,person,company,email\n8,Ann,Acme,ann@acme.example", [1, 0, 0, 0, 0]),
        ("name,email\nAnn,ANN@acme.example ", [0, 1, 0, 0, 0]),
        ("person,company,phone\nann ,\"ACME\",5", [0, 1, 0, 0, 0]),
        ("person,company,phone\nAnn,Acme Ltd,5", [1, 0, 0, 0, 0]),
        ("person,phone\nAnn,5", [1, 0, 0, 0, 0]),
        ("company,phone\nAcme,5", [1, 0, 0, 0, 0]),
        // A deal is nobody's by the address alone when it has an id of its own.
        ("deal id,contact,email,amount\n9,Ann,ann@acme.example,5", [1, 0, 0, 0, 0]),
    ] {
        check(&[people, file], expected);
    }
    // One without an id gets the id of the file of people, and is known by it from then on.
    let plain = "person,email\nAnn,ann@acme.example";
    let with_id = "Record ID,person,email\n7,Ann,ann@acme.example";
    check(&[plain, with_id], [0, 1, 0, 0, 0]);
    check(&[plain, with_id, "id,person,phone\n7,Ann,5"], [0, 1, 0, 0, 0]);
}

#[test]
fn two_people_of_one_name_have_an_address_each() {
    let two = "person,company,email\nJo Doe,Acme,jo@x.example\nJo Doe,Acme,joe@x.example";
    check(&[two], [2, 0, 0, 0, 0]);
    check(&[two, two], [0, 0, 2, 0, 0]);
    check(&[two, "person,company,email,phone\nJo Doe,Acme,joe@x.example,5"], [0, 1, 0, 0, 0]);
    // An address that changed is no other person.
    let one = "person,company,email\nJo Doe,Acme,jo@x.example";
    check(&[one, "person,company,email\nJo Doe,Acme,new@x.example"], [0, 1, 0, 0, 0]);
}

#[test]
fn a_second_row_about_the_same_contact_is_a_duplicate() {
    for (file, new, duplicates) in [
        ("id,company\n1,A\n1,B\n2,C", 2, vec![(3, 2)]),
        ("person,email\nA,a@x.example\nB,A@x.example", 1, vec![(3, 2)]),
        ("id,email\n1,a@x.example\n2,a@x.example\n,a@x.example", 2, vec![(4, 2)]),
        ("person,company\nA,B\nA,C\n a,\"b\"", 2, vec![(4, 2)]),
        ("company\nA\nA", 2, vec![]),
        ("deal,contact,company,amount\nx,A,B,1\ny,A,B,1", 2, vec![]),
    ] {
        let preview = Here::new().import(file);
        let found: Vec<_> = preview.duplicates.iter().map(|it| (it.line, it.of)).collect();
        assert_eq!((preview.new, found), (new, duplicates), "{file}");
    }
}

#[test]
fn what_differs_is_taken_over_and_taken_back_in_one_step() {
    let file = "id,person,company,email,phone,industry,colour,create date
7,Ann,Acme,ann@acme.example,1,Retail,red,2026-01-02";
    let mut here = Here::with(&[file]);
    let before = here.workspace.clone();
    let preview = here.import(
        "id,person,company,phone,industry,colour,size,create date
7,Ann,Acme Ltd,,medical,red,9,2026-01-03
8,Bo,Beta,2,,,,",
    );
    assert_eq!(numbers(&preview), [1, 1, 0, 0, 0]);
    let what: Vec<_> = preview.updates[0].changes.iter().map(|c| c.what.clone()).collect();
    let industry = QuestionId::new("industry");
    assert_eq!(
        what,
        [
            What::Field(Field::Organisation),
            What::Fact(industry.clone()),
            What::Attribute("size".into()),
            What::Place,
        ]
    );
    let ann = here.contact("Ann");
    assert_eq!(ann.field(Field::Organisation), Some("Acme Ltd"));
    assert_eq!(ann.field(Field::Phone), Some("1"), "an empty cell says nothing");
    assert_eq!(ann.answers.get(&industry).unwrap().value, Value::Text("medical".into()));
    assert_eq!((ann.attributes.len(), ann.journey.visits().len()), (2, 1));
    here.undo();
    assert_eq!(here.contact("Ann"), before.contacts().next().unwrap());
    assert_eq!(here.workspace.contacts().count(), 1);
}

#[test]
fn what_a_rep_recorded_is_not_changed_back() {
    let file = "id,person,company,industry,phone\n7,Ann,Acme,Retail,1";
    let mut here = Here::with(&[file]);
    here.rep("Ann", Command::SetFields([(Field::Phone, "2".to_owned())].into()));
    let question = QuestionId::new("industry");
    here.rep(
        "Ann",
        Command::Answer {
            question: question.clone(),
            value: Some(Value::Choice("health".into())),
            evidence: Evidence::Confirmed,
            note: None,
        },
    );
    assert_eq!(numbers(&here.import(file)), [0, 0, 1, 0, 0], "the file says nothing new");
    assert_eq!(here.contact("Ann").field(Field::Phone), Some("2"));
    // A newer file does: its number is taken over; its claim stands beside what is confirmed.
    let preview = here.import("id,person,industry,phone\n7,Ann,Tech,3");
    assert_eq!(numbers(&preview), [0, 1, 0, 0, 0]);
    let stays: Vec<_> = preview.updates[0].changes.iter().map(|change| change.stays).collect();
    assert_eq!(stays, [false, true]);
    let ann = here.contact("Ann");
    assert_eq!(ann.field(Field::Phone), Some("3"));
    assert_eq!(ann.answers.get(&question).unwrap().value, Value::Choice("health".into()));
    assert!(ann.answers.disagreement(&question).is_some());
}

#[test]
fn contacts_known_from_files_alone_move_with_the_file() {
    let stage = |stage: &str| format!("deal id,account,stage,engage date\n1,Acme,{stage}");
    let mut here = Here::with(&[&stage("Qualifying,1/2/2026")]);
    let preview = here.import(&stage("Discovery,2/20/2026"));
    assert_eq!(numbers(&preview), [0, 1, 0, 0, 0]);
    let visits: Vec<_> = here.contact("Acme").journey.visits().to_vec();
    let days: Vec<_> = visits
        .iter()
        .map(|v| (v.position.to_string(), v.since.unwrap().day(&chrono::Utc)))
        .collect();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert_eq!(
        days,
        [
            ("opportunity/qualifying".to_owned(), day("2026-01-02")),
            ("opportunity/discovery".to_owned(), day("2026-02-20")),
        ]
    );
    // How it ended does not take it back to where every deal begins.
    here.import("deal id,account,stage,engage date,close date\n1,Acme,Won,2/20/2026,3/31/2026");
    let acme = here.contact("Acme");
    assert!(acme.has_ended());
    assert_eq!(acme.journey.visits().len(), 3);
    assert_eq!(acme.ended.as_ref().unwrap().on.unwrap().day(&chrono::Utc), day("2026-03-31"));
    // Over is over: the same id is left as it is.
    let preview = here.import(&stage("Discovery,2/20/2026"));
    assert_eq!(numbers(&preview), [0, 0, 0, 1, 0]);
    assert!(here.contact("Acme").has_ended());
}

#[test]
fn contacts_a_rep_worked_on_stay_where_they_are() {
    let file = "id,person,lifecycle stage\n7,Ann,lead";
    let mut here = Here::with(&[file]);
    here.rep("Ann", Command::SetFields([(Field::Phone, "2".to_owned())].into()));
    let preview = here.import("id,person,lifecycle stage\n7,Ann,MQL");
    assert_eq!(numbers(&preview), [0, 0, 1, 0, 0]);
    assert_eq!(preview.elsewhere.len(), 1);
    assert_eq!(here.contact("Ann").position.to_string(), "lead");
    // A file that does not say where somebody stands does not say lead.
    let mut here = Here::with(&["id,person,lifecycle stage\n7,Ann,MQL"]);
    let preview = here.import("id,person,phone\n7,Ann,5");
    assert_eq!((numbers(&preview), preview.elsewhere.len()), ([0, 1, 0, 0, 0], 0));
    assert_eq!(here.contact("Ann").position.to_string(), "prospect");
}

#[test]
fn a_journey_that_is_over_gets_nothing_joined() {
    let file = "person,company,email\nAnn,Acme,ann@acme.example";
    let mut here = Here::with(&[file]);
    here.rep("Ann", Command::Disqualify { reason: "no".into(), note: None });
    // The same row again is nothing new; one that says more begins a new journey.
    assert_eq!(numbers(&here.import(file)), [0, 0, 1, 0, 0]);
    let more = "person,company,email,phone\nAnn,Acme,ann@acme.example,5";
    assert_eq!(numbers(&here.import(more)), [1, 0, 0, 0, 0]);
    assert_eq!(numbers(&here.import(more)), [0, 0, 1, 0, 0]);
    let by_name = "person,company,amount\nAnn,Acme,5";
    let mut here = Here::with(&["person,company,amount,stage\nAnn,Acme,9,Won"]);
    assert_eq!(numbers(&here.import(by_name)), [1, 0, 0, 0, 0]);
}

#[test]
fn a_merged_contact_is_known_again_as_the_one_that_goes_on() {
    let mut here = Here::with(&["person,email\nAnn,ann@x.example\nBo,bo@x.example"]);
    let (ann, bo) = (here.contact("Ann").id, here.contact("Bo").id);
    here.stamped(By::Import, |workspace, stamp| {
        let kinds = vec![EventKind::MergedInto(MergedInto { contact: bo })];
        let prepared = workspace.prepare([Arriving { contact: Some(ann), kinds }], || ann, stamp);
        workspace.import(prepared, stamp.batch);
    });
    let preview = here.import("person,email,phone\nAnn,ann@x.example,5");
    assert_eq!(numbers(&preview), [0, 1, 0, 0, 0]);
    assert_eq!(preview.updates[0].contact, bo);
    assert_eq!(here.contact("Ann").field(Field::Phone), Some("5"), "Bo is Ann by now");
}

#[test]
fn imported_columns_narrow_the_list() {
    let here = Here::with(&["person,Segment\nAnn,A & B\nBo,C\nCy,\nDi,C", "person,Size\nEd,9"]);
    assert_eq!(names(&here.workspace), ["Segment", "Size"]);
    let (offered, more) = values(&here.workspace, "Segment");
    assert_eq!((offered, more), (vec![("A & B".to_owned(), 1), ("C".to_owned(), 2)], 0));
    for (value, found) in [(Some("C"), 2), (Some("c"), 0), (None, 5)] {
        let column = Some(("Segment".to_owned(), value.map(str::to_owned)));
        let listing = Listing { column, ..Listing::default() };
        let address = Route::Contacts(listing.clone()).address();
        assert_eq!(Route::parse(&address), Route::Contacts(listing.clone()), "{address}");
        let query = listing.query(&here.workspace.playbook, NaiveDate::default());
        assert_eq!(find(&here.workspace, &query, &chrono::Utc).len(), found, "{value:?}");
    }
}
