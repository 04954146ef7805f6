//! Salesforce's files: leads for its import wizard, opportunities for its Data Loader.

use super::common::{
    Reach, amount, closing_day, currency, employees, fact, field, is_deal, next_step, person_key,
    source, split_name, title,
};
use super::stages::{Outcome, stage_of};
use super::{File, Job, Left, Row};
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use chrono::TimeZone;

pub(super) fn header(file: File) -> &'static [&'static str] {
    match file {
        File::Opportunities => &[
            "Name",
            "StageName",
            "CloseDate",
            "Amount",
            "CurrencyIsoCode",
            "Probability",
            "LeadSource",
            "NextStep",
        ],
        _ => &[
            "First Name",
            "Last Name",
            "Company",
            "Title",
            "Email",
            "Phone",
            "Industry",
            "No. of Employees",
            "Lead Source",
            "Lead Status",
            "Rating",
            "Country",
        ],
    }
}

pub(super) fn row<Z: TimeZone>(
    job: &Job<'_>,
    contact: &Contact,
    zone: &Z,
) -> Option<Result<Row, Left>> {
    match (job.file, is_deal(contact)) {
        (File::Opportunities, true) => Some(opportunity(job, contact, zone)),
        (File::Leads, false) => Some(lead(job, contact)),
        _ => None,
    }
}

fn lead(job: &Job<'_>, contact: &Contact) -> Result<Row, Left> {
    let (first, last) = split_name(&field(contact, Field::Person));
    let company = field(contact, Field::Organisation);
    if last.is_empty() {
        return Err(Left::NoLastName);
    }
    if company.is_empty() {
        return Err(Left::NoOrganisation);
    }
    let (status, rating) = match Reach::of(contact) {
        Reach::Closed => ("Closed - Not Converted", "Cold"),
        Reach::Waiting => ("Working - Contacted", "Cold"),
        Reach::Deal | Reach::Prospect => ("Working - Contacted", "Hot"),
        Reach::Connected | Reach::Tried => ("Working - Contacted", "Warm"),
        Reach::New if contact.engagements.is_empty() => ("Open - Not Contacted", "Cold"),
        Reach::New => ("Open - Not Contacted", "Warm"),
    };
    let cells = vec![
        first,
        last,
        company,
        field(contact, Field::JobTitle),
        field(contact, Field::Email),
        field(contact, Field::Phone),
        fact(job.playbook, contact, "industry"),
        employees(contact),
        source(job.playbook, contact),
        status.to_owned(),
        rating.to_owned(),
        fact(job.playbook, contact, "country"),
    ];
    Ok(Row { key: person_key(contact), cells, name: 2 })
}

fn opportunity<Z: TimeZone>(job: &Job<'_>, contact: &Contact, zone: &Z) -> Result<Row, Left> {
    let name = title(contact)?;
    let day = closing_day(contact, zone);
    if day.is_empty() {
        return Err(Left::NoClosingDay);
    }
    let (stage, chance) = match Outcome::of(contact) {
        Outcome::Open => {
            let stage = stage_of(job, contact);
            (stage.name, stage.chance)
        }
        Outcome::Won => ("Closed Won", Some(100)),
        Outcome::Lost => ("Closed Lost", Some(0)),
    };
    let cells = vec![
        name,
        stage.to_owned(),
        day,
        amount(contact),
        currency(contact),
        chance.map(|chance| chance.to_string()).unwrap_or_default(),
        source(job.playbook, contact),
        next_step(contact),
    ];
    Ok(Row { key: None, cells, name: 1 })
}
