//! HubSpot's files: companies, contacts, deals.
//!
//! Headers and values are HubSpot's internal names, which are the same in every language of its
//! screens. The industry is left out: HubSpot takes its own list of them alone.

use super::common::{
    Reach, amount, closing_day, currency, employees, fact, field, is_deal, next_step, organisation,
    person_key, split_name, title,
};
use super::stages::{Outcome, stage_of};
use super::{File, Job, Left, Row};
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::position::Level;
use chrono::TimeZone;

/// The pipeline every account has.
const PIPELINE: &str = "default";

pub(super) fn header(file: File) -> &'static [&'static str] {
    match file {
        File::Companies => &["name", "numberofemployees", "country", "lifecyclestage"],
        File::Deals => &[
            "dealname",
            "pipeline",
            "dealstage",
            "amount",
            "deal_currency_code",
            "closedate",
            "hubspot_owner_id",
            "hs_next_step",
        ],
        _ => &[
            "firstname",
            "lastname",
            "email",
            "phone",
            "company",
            "jobtitle",
            "lifecyclestage",
            "hs_lead_status",
            "hubspot_owner_id",
        ],
    }
}

pub(super) fn row<Z: TimeZone>(
    job: &Job<'_>,
    contact: &Contact,
    zone: &Z,
) -> Option<Result<Row, Left>> {
    match job.file {
        File::Companies => Some(company(job, contact)),
        File::Deals => is_deal(contact).then(|| deal(job, contact, zone)),
        _ => Some(person(contact)),
    }
}

fn company(job: &Job<'_>, contact: &Contact) -> Result<Row, Left> {
    let key = organisation(contact).ok_or(Left::NoOrganisation)?;
    let cells = vec![
        field(contact, Field::Organisation),
        employees(contact),
        fact(job.playbook, contact, "country"),
        lifecycle(contact).to_owned(),
    ];
    Ok(Row { key: Some(key), cells, name: 1 })
}

fn person(contact: &Contact) -> Result<Row, Left> {
    let (first, last) = split_name(&field(contact, Field::Person));
    let email = field(contact, Field::Email);
    if last.is_empty() && email.is_empty() {
        return Err(Left::NoName);
    }
    let cells = vec![
        first,
        last,
        email,
        field(contact, Field::Phone),
        field(contact, Field::Organisation),
        field(contact, Field::JobTitle),
        lifecycle(contact).to_owned(),
        status(contact).to_owned(),
        field(contact, Field::Owner),
    ];
    Ok(Row { key: person_key(contact), cells, name: 2 })
}

fn deal<Z: TimeZone>(job: &Job<'_>, contact: &Contact, zone: &Z) -> Result<Row, Left> {
    let stage = match Outcome::of(contact) {
        Outcome::Open => stage_of(job, contact).name,
        Outcome::Won => "closedwon",
        Outcome::Lost => "closedlost",
    };
    let cells = vec![
        title(contact)?,
        PIPELINE.to_owned(),
        stage.to_owned(),
        amount(contact),
        currency(contact),
        closing_day(contact, zone),
        field(contact, Field::Owner),
        next_step(contact),
    ];
    Ok(Row { key: None, cells, name: 1 })
}

/// How far it ever came; HubSpot says by the status that it ended.
fn lifecycle(contact: &Contact) -> &'static str {
    match contact.level() {
        Level::Lead => "lead",
        Level::Prospect => "salesqualifiedlead",
        Level::Opportunity => "opportunity",
        Level::Customer => "customer",
    }
}

fn status(contact: &Contact) -> &'static str {
    match Reach::of(contact) {
        _ if contact.level() == Level::Customer => "",
        Reach::Closed => "UNQUALIFIED",
        Reach::Waiting => "BAD_TIMING",
        Reach::Deal => "OPEN_DEAL",
        Reach::Prospect => "IN_PROGRESS",
        Reach::Connected => "CONNECTED",
        Reach::Tried => "ATTEMPTED_TO_CONTACT",
        Reach::New => "NEW",
    }
}
