//! What becomes of whole rows, from the text of a file on.

mod doubtful;

use super::*;
use crate::domain::event::EventKind;
use crate::domain::money::Currency;
use crate::exchange::import::fixtures::{playbook, table};

/// What becomes of each row: what it tells as compact JSON, else the reading.
fn check(text: &str, expected: &[&str]) {
    let (tables, playbook) = ([table(text)], playbook());
    let plan = Plan::guess(&tables, &playbook, Currency::USD).unwrap();
    let rows = plan.rows(&tables, &playbook);
    let readings: Vec<_> = rows
        .map(|reading| match reading {
            Reading::Told(told) => {
                let words = |kind: EventKind| match kind {
                    EventKind::Imported(row) => serde_json::to_string(&row).unwrap(),
                    kind => serde_json::to_string(&kind).unwrap(),
                };
                told.into_kinds().into_iter().map(words).collect::<Vec<_>>().join(" ")
            }
            Reading::Rejected(r) => {
                let fault =
                    |r: &Rejected| format!("{} {} {} {:?}", r.line, r.column, r.value, r.reason);
                r.faults().map(fault).collect::<Vec<_>>().join("; ")
            }
            Reading::Ignored => "left out".to_owned(),
        })
        .collect();
    assert_eq!(readings, expected);
}

#[test]
fn deals_are_where_their_stage_says_since_they_got_there() {
    check(
        "opportunity_id,deal_stage,engage_date,close_date,close_value
a,Engaging,10/20/2016,,
b,Prospecting,,,
c,Won,10/20/2016,3/1/2017,1054
d,Lost,10/20/2016,3/1/2017,0
e,Won,,,
f,Engaging,10/20/2016,3/1/2017,5",
        &[
            r#"{"external_id":"a","positions":[["opportunity/discovery","2016-10-20"]]}"#,
            r#"{"external_id":"b","positions":[["opportunity/qualifying",null]]}"#,
            r#"{"external_id":"c","positions":[["opportunity/qualifying","2016-10-20"]],"stage_untold":true,"end":["won","2017-03-01"],"amount":{"minor":105400,"currency":"USD"}}"#,
            r#"{"external_id":"d","positions":[["opportunity/qualifying","2016-10-20"]],"stage_untold":true,"end":["lost","2017-03-01"]}"#,
            r#"{"external_id":"e","positions":[["opportunity/qualifying",null]],"stage_untold":true,"end":["won",null]}"#,
            r#"{"external_id":"f","positions":[["opportunity/discovery","2016-10-20"]],"amount":{"minor":500,"currency":"USD"}} {"close_expected":{"on":"2017-03-01"}}"#,
        ],
    );
}

#[test]
fn a_stage_beside_an_outcome_is_the_stage_it_reached() {
    check(
        "Deal - Title,Deal - Stage,Deal - Status,Deal created,Won time
X,Proposal Made,won,2016-10-20,2017-03-01
Y,Proposal Made,open,2016-10-20,
Z,Somewhere,open,2016-10-20,",
        &[
            r#"{"positions":[["opportunity/qualifying","2016-10-20"],["opportunity/proposal",null]],"end":["won","2017-03-01"],"attributes":{"Deal - Title":"X"}}"#,
            r#"{"positions":[["opportunity/qualifying","2016-10-20"],["opportunity/proposal",null]],"attributes":{"Deal - Title":"Y"}}"#,
            r#"{"positions":[["opportunity/qualifying","2016-10-20"]],"attributes":{"Deal - Stage":"Somewhere","Deal - Title":"Z"}}"#,
        ],
    );
}

#[test]
fn people_are_leads_unless_the_file_says_more() {
    check(
        "First name,Last name,Email,Lifecycle stage,Create date,Colour
Ann,Smith,a@b.example,lead,2016-10-20,red
,Bo,,customer,2016-10-20,
Cy,,,opportunity,2016-10-20,
,,d@b.example,,,",
        &[
            r#"{"fields":{"person":"Ann Smith","email":"a@b.example"},"positions":[["lead","2016-10-20"]],"attributes":{"Colour":"red"}}"#,
            r#"{"fields":{"person":"Bo"},"positions":[["lead","2016-10-20"]],"end":["won",null]}"#,
            r#"{"fields":{"person":"Cy"},"positions":[["lead","2016-10-20"],["opportunity/qualifying",null]]}"#,
            r#"{"fields":{"email":"d@b.example"},"positions":[["lead",null]]}"#,
        ],
    );
}

#[test]
fn what_cannot_be_read_is_rejected_with_its_place() {
    let long = "x".repeat(TEXT_CHARS + 1);
    check(
        &format!(
            "deal,amount,currency,close date,note\nA,ten,,,\nB,1.25,USD,13/13/2016,\n\
             C,1,dollars,,\nD,1,,,{long}\nE,\"1,50\",EUR,10/20/2016,\nF,(500),,,"
        ),
        &[
            "2 amount ten NotAnAmount",
            "3 close date 13/13/2016 NotADate",
            "4 currency dollars NotACurrency",
            &format!("5 note {} TooLong", "x".repeat(100)),
            "6 amount 1,50 NotAnAmount",
            "7 amount (500) BelowZero",
        ],
    );
}

#[test]
fn a_source_is_the_playbook_s_where_its_words_are_known() {
    let (tables, mut playbook) = (
        [table("person,utm_source\nA,Trade Fair\nB,?utm_medium=CPC&utm_campaign=x\nC,Mars")],
        playbook(),
    );
    playbook.sources = serde_json::from_str(
        r#"[{"id":"event","title":"Trade fair"},{"id":"ad","title":"Ad","utm":["cpc"]}]"#,
    )
    .unwrap();
    let plan = Plan::guess(&tables, &playbook, Currency::USD).unwrap();
    let sources: Vec<_> = plan
        .rows(&tables, &playbook)
        .map(|reading| {
            let Reading::Told(new) = reading else { panic!() };
            let source = new.imported.fields[&Field::Source].clone();
            (source, new.imported.attributes.get("utm_source").cloned())
        })
        .collect();
    let campaign = Some("?utm_medium=CPC&utm_campaign=x".to_owned());
    let named = |source: &str| (source.to_owned(), None);
    assert_eq!(sources, [named("event"), ("ad".to_owned(), campaign), named("Mars")]);
}

#[test]
fn a_row_set_aside_asks_for_a_date_and_keeps_its_words() {
    let (tables, playbook) = (
        [table(
            "Email,Status
a@b.example,Bad timing",
        )],
        playbook(),
    );
    let plan = Plan::guess(&tables, &playbook, Currency::USD).unwrap();
    let Some(Reading::Told(new)) = plan.rows(&tables, &playbook).next() else { panic!() };
    assert!(new.set_aside);
    assert_eq!(new.asides.get("Status").unwrap(), "Bad timing");
}
