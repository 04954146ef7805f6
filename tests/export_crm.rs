//! The files of CRMs: their headers, who is in which, and what keeps a row out.

mod support;

use chrono::Utc;
use proptest::collection::vec;
use proptest::prelude::*;
use ripen::app::crm::Crm;
use ripen::domain::contact::Contact;
use ripen::domain::event::{CloseExpected, EventKind, Field, FieldSet, TaskSet};
use ripen::domain::fold::fold;
use ripen::domain::ids::ContactId;
use ripen::domain::log::EventLog;
use ripen::exchange::csv::write::{Reader, Writer};
use ripen::exchange::csv::{self, Dialect};
use ripen::exchange::export::crm::{Draft, File, Job, Left, Made, files, stages, usual};
use support::story::{Story, choice, day, number};
use support::{any_events, config, pack};

fn made(crm: Crm, file: File, contacts: &[Contact]) -> Made {
    let stages = usual(crm, pack());
    let mut draft = Draft::new(Job { crm, file, playbook: pack(), stages: &stages }, Utc);
    for contact in contacts {
        draft.add(contact);
    }
    draft.finish()
}

fn named(story: Story, person: &str, organisation: &str, email: &str) -> Story {
    let fields =
        [(Field::Person, person), (Field::Organisation, organisation), (Field::Email, email)];
    fields.into_iter().fold(story, |story, (field, value)| {
        story.then(EventKind::FieldSet(FieldSet { field, value: Some(value.to_owned()) }))
    })
}

fn lead(person: &str, organisation: &str, email: &str) -> Contact {
    named(Story::captured("webinar"), person, organisation, email).contact()
}

fn deal(organisation: &str) -> Story {
    named(Story::captured("webinar").advanced("opportunity/discovery"), "Ann Lee", organisation, "")
        .worth(1200)
        .then(EventKind::CloseExpected(CloseExpected { on: Some(day("2026-12-31")) }))
        .then(EventKind::TaskSet(TaskSet { due: day("2026-11-30"), note: "Send".to_owned() }))
}

fn check(
    crm: Crm,
    file: File,
    contacts: &[Contact],
    header: &str,
    rows: &[&str],
    left: &[(Left, usize)],
) {
    let made = made(crm, file, contacts);
    assert_eq!(made.header.join(","), header, "{crm:?} {file:?}");
    let written: Vec<_> = made.rows.iter().map(|row| row.join(",")).collect();
    assert_eq!(written, rows, "{crm:?} {file:?}");
    assert_eq!(made.left, left, "{crm:?} {file:?}");
}

#[test]
fn hubspot_gets_companies_contacts_and_deals() {
    let known = Story::captured("webinar")
        .claimed("employees", number(240.0))
        .claimed("country", choice("DE"))
        .advanced("prospect");
    let contacts = [
        lead("Ann", "Acme, Inc.", "ann@acme.example"),
        named(known, "Bob van Dijk", "ACME inc", "").contact(),
        deal("Beta").contact(),
        deal("Gamma").won().contact(),
        deal("Delta").lost().contact(),
        lead("", "", ""),
        lead("Ann Lee", "", "ANN@acme.example"),
    ];
    check(
        Crm::HubSpot,
        File::Companies,
        &contacts,
        "name,numberofemployees,country,lifecyclestage",
        &[
            "ACME inc,240,Germany,salesqualifiedlead",
            "Beta,,,opportunity",
            "Gamma,,,customer",
            "Delta,,,opportunity",
        ],
        &[(Left::NoOrganisation, 2), (Left::Joined, 1)],
    );
    check(
        Crm::HubSpot,
        File::Contacts,
        &contacts,
        "firstname,lastname,email,phone,company,jobtitle,lifecyclestage,hs_lead_status,hubspot_owner_id",
        &[
            ",Ann,ann@acme.example,,Acme, Inc.,,lead,NEW,",
            "Bob van,Dijk,,,ACME inc,,salesqualifiedlead,IN_PROGRESS,",
            "Ann,Lee,,,Beta,,opportunity,OPEN_DEAL,",
            "Ann,Lee,,,Gamma,,customer,,",
            "Ann,Lee,,,Delta,,opportunity,UNQUALIFIED,",
        ],
        &[(Left::NoName, 1), (Left::Joined, 1)],
    );
    check(
        Crm::HubSpot,
        File::Deals,
        &contacts,
        "dealname,pipeline,dealstage,amount,deal_currency_code,closedate,hubspot_owner_id,hs_next_step",
        &[
            "Beta – Ann Lee,default,qualifiedtobuy,1200.00,USD,2026-12-31,,Send",
            "Gamma – Ann Lee,default,closedwon,1200.00,USD,2026-11-21,,Send",
            "Delta – Ann Lee,default,closedlost,1200.00,USD,2026-11-21,,Send",
        ],
        &[],
    );
}

#[test]
fn salesforce_gets_leads_and_opportunities() {
    let undated =
        named(Story::new().advanced("opportunity/closing"), "Cy", "Undated", "").contact();
    let contacts = [
        lead("Ann Lee", "Acme", "ann@acme.example"),
        lead("", "Acme", "info@acme.example"),
        lead("Bob", "", "bob@example.com"),
        named(Story::captured("webinar").advanced("prospect"), "Eve Ng", "Beta", "").contact(),
        deal("Gamma").contact(),
        deal("Delta").lost().contact(),
        undated,
    ];
    check(
        Crm::Salesforce,
        File::Leads,
        &contacts,
        "First Name,Last Name,Company,Title,Email,Phone,Industry,No. of Employees,Lead Source,Lead Status,Rating,Country",
        &[
            "Ann,Lee,Acme,,ann@acme.example,,,,Webinar,Open - Not Contacted,Cold,",
            "Eve,Ng,Beta,,,,,,Webinar,Working - Contacted,Hot,",
        ],
        &[(Left::NoLastName, 1), (Left::NoOrganisation, 1)],
    );
    check(
        Crm::Salesforce,
        File::Opportunities,
        &contacts,
        "Name,StageName,CloseDate,Amount,CurrencyIsoCode,Probability,LeadSource,NextStep",
        &[
            "Gamma – Ann Lee,Needs Analysis,2026-12-31,1200.00,USD,20,Webinar,Send",
            "Delta – Ann Lee,Closed Lost,2026-11-21,1200.00,USD,0,Webinar,Send",
        ],
        &[(Left::NoClosingDay, 1)],
    );
}

#[test]
fn pipedrive_gets_organisations_people_deals_and_leads() {
    let contacts = [
        lead("Ann Lee", "Acme", "ann@acme.example"),
        named(Story::captured("webinar"), "Ex", "Acme", "").disqualified().contact(),
        deal("Gamma").won().contact(),
        // A system's id of blanks is no name for a deal either.
        Contact { external_id: Some(" ".to_owned()), ..lead("", "", "") },
    ];
    check(
        Crm::Pipedrive,
        File::Organisations,
        &contacts,
        "Organization name,Owner",
        &["Acme,", "Gamma,"],
        &[(Left::NoOrganisation, 1), (Left::Joined, 1)],
    );
    check(
        Crm::Pipedrive,
        File::People,
        &contacts,
        "Person name,Email,Phone,Organization name,Job title,Owner",
        &["Ann Lee,ann@acme.example,,Acme,,", "Ex,,,Acme,,", "Ann Lee,,,Gamma,,"],
        &[(Left::NoName, 1)],
    );
    check(
        Crm::Pipedrive,
        File::Deals,
        &contacts,
        "Deal title,Value,Currency,Stage,Pipeline,Status,Expected close date,Owner,Person name,Email,Phone,Organization name,Note",
        &[
            "Gamma – Ann Lee,1200.00,USD,Negotiations Started,Pipeline,won,2026-11-21,,Ann Lee,,,Gamma,2026-11-30: Send",
        ],
        &[],
    );
    check(
        Crm::Pipedrive,
        File::Leads,
        &contacts,
        "Lead title,Value,Currency,Expected close date,Owner,Person name,Email,Phone,Organization name,Note",
        &["Acme – Ann Lee,,,,,Ann Lee,ann@acme.example,,Acme,"],
        &[(Left::NoTitle, 1), (Left::Ended, 1)],
    );
}

#[test]
fn what_an_importer_insists_on_is_always_there() {
    let required = |crm, file| match (crm, file) {
        (Crm::HubSpot, File::Companies) => vec![0],
        (Crm::HubSpot, File::Deals) | (Crm::Salesforce, File::Opportunities) => vec![0, 1, 2],
        (Crm::Salesforce, File::Leads) => vec![1, 2],
        (Crm::HubSpot, _) => vec![],
        _ => vec![0],
    };
    let sometimes =
        |text: &'static str| prop_oneof![Just(""), Just(text), Just("<script>=1"), Just(" ")];
    let contact = (any_events(), sometimes("Ann Lee"), sometimes("Acme"), sometimes("a@b.example"));
    let contact = contact.prop_map(|(events, person, organisation, email)| {
        let mut log = EventLog::new(events);
        log.join(&named(Story::new(), person, organisation, email).log());
        fold(ContactId::new(0, [0; 10]), &log)
    });
    let mut runner =
        proptest::test_runner::TestRunner::new(ProptestConfig { cases: 64, ..config() });
    let law = |contacts: Vec<Option<Contact>>| {
        let contacts: Vec<_> = contacts.into_iter().flatten().collect();
        for crm in Crm::ALL {
            for file in files(crm) {
                let made = made(crm, *file, &contacts);
                let left: usize = made.left.iter().map(|(_, n)| n).sum();
                prop_assert!(made.rows.len() + left <= contacts.len());
                let mut writer = Writer::new(Reader::Crm);
                writer.row(made.header);
                for row in &made.rows {
                    prop_assert_eq!(row.len(), made.header.len());
                    for column in required(crm, *file) {
                        prop_assert!(!row[column].trim().is_empty(), "{:?} {:?}", file, row);
                    }
                    if (crm, *file) == (Crm::HubSpot, File::Contacts) {
                        prop_assert!(row[..3].iter().any(|cell| !cell.is_empty()));
                    }
                    writer.row(row);
                }
                let text = writer.finish();
                if !made.rows.is_empty() {
                    let table = csv::read("t", &text, Dialect::guess(&text)).expect("a table");
                    prop_assert_eq!(table.rows.len(), made.rows.len());
                }
            }
        }
        Ok(())
    };
    runner.run(&vec(contact, 0..6), law).unwrap();
}

#[test]
fn every_stage_that_is_chosen_is_one_of_the_crm() {
    for crm in Crm::ALL {
        assert!(usual(crm, pack()).iter().all(|place| *place < stages(crm).len()));
    }
}
