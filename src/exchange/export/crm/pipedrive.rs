//! Pipedrive's files: organisations, people, deals, leads.

use super::common::{
    amount, closing_day, currency, field, is_deal, organisation, person_key, title,
};
use super::stages::{Outcome, stage_of};
use super::{File, Job, Left, Row};
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use chrono::TimeZone;

/// The pipeline every account begins with.
const PIPELINE: &str = "Pipeline";

pub(super) fn header(file: File) -> &'static [&'static str] {
    match file {
        File::Organisations => &["Organization name", "Owner"],
        File::Deals => &[
            "Deal title",
            "Value",
            "Currency",
            "Stage",
            "Pipeline",
            "Status",
            "Expected close date",
            "Owner",
            "Person name",
            "Email",
            "Phone",
            "Organization name",
            "Note",
        ],
        File::Leads => &[
            "Lead title",
            "Value",
            "Currency",
            "Expected close date",
            "Owner",
            "Person name",
            "Email",
            "Phone",
            "Organization name",
            "Note",
        ],
        _ => &["Person name", "Email", "Phone", "Organization name", "Job title", "Owner"],
    }
}

pub(super) fn row<Z: TimeZone>(
    job: &Job<'_>,
    contact: &Contact,
    zone: &Z,
) -> Option<Result<Row, Left>> {
    match job.file {
        File::Organisations => Some(company(contact)),
        File::Deals => is_deal(contact).then(|| deal(job, contact, zone)),
        File::Leads => (!is_deal(contact)).then(|| lead(contact, zone)),
        _ => Some(person(contact)),
    }
}

fn company(contact: &Contact) -> Result<Row, Left> {
    let key = organisation(contact).ok_or(Left::NoOrganisation)?;
    let cells = vec![field(contact, Field::Organisation), field(contact, Field::Owner)];
    Ok(Row { key: Some(key), cells, name: 1 })
}

fn person(contact: &Contact) -> Result<Row, Left> {
    let name = field(contact, Field::Person);
    if name.is_empty() {
        return Err(Left::NoName);
    }
    let cells = vec![
        name,
        field(contact, Field::Email),
        field(contact, Field::Phone),
        field(contact, Field::Organisation),
        field(contact, Field::JobTitle),
        field(contact, Field::Owner),
    ];
    Ok(Row { key: person_key(contact), cells, name: 1 })
}

fn deal<Z: TimeZone>(job: &Job<'_>, contact: &Contact, zone: &Z) -> Result<Row, Left> {
    let status = match Outcome::of(contact) {
        Outcome::Open => "open",
        Outcome::Won => "won",
        Outcome::Lost => "lost",
    };
    let mut cells = vec![title(contact)?, amount(contact), currency(contact)];
    cells.extend([stage_of(job, contact).name, PIPELINE, status].map(str::to_owned));
    cells.extend(whose(contact, zone)?);
    Ok(Row { key: None, cells, name: 1 })
}

fn lead<Z: TimeZone>(contact: &Contact, zone: &Z) -> Result<Row, Left> {
    if contact.standing.is_closed() {
        return Err(Left::Ended);
    }
    let mut cells = vec![title(contact)?, amount(contact), currency(contact)];
    cells.extend(whose(contact, zone)?);
    Ok(Row { key: None, cells, name: 1 })
}

/// What deals and leads end with. Pipedrive takes neither without a person or an organisation.
fn whose<Z: TimeZone>(contact: &Contact, zone: &Z) -> Result<[String; 7], Left> {
    let (person, organisation) =
        (field(contact, Field::Person), field(contact, Field::Organisation));
    if person.is_empty() && organisation.is_empty() {
        return Err(Left::NoTitle);
    }
    let note = contact.task.as_ref().map(|task| format!("{}: {}", task.due, task.note));
    Ok([
        closing_day(contact, zone),
        field(contact, Field::Owner),
        person,
        field(contact, Field::Email),
        field(contact, Field::Phone),
        organisation,
        note.unwrap_or_default(),
    ])
}
