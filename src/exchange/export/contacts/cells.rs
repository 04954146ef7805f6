//! What stands in the columns every table has.
//!
//! Invariant: a name stands there only where it leads back to what it names; else the id does.

use super::Column;
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::playbook::Playbook;
use crate::domain::position::{Level, Standing};
use chrono::{NaiveDate, TimeZone};

pub(super) fn fixed<Z: TimeZone>(
    column: &Column,
    playbook: &Playbook,
    contact: &Contact,
    zone: &Z,
) -> Option<String> {
    let day = |day: NaiveDate| day.to_string();
    match column {
        Column::Id => Some(contact.id.to_string()),
        Column::ExternalId => contact.external_id.clone(),
        Column::System => contact.system.as_ref().map(ToString::to_string),
        Column::Field(Field::Source) => Some(source(playbook, contact.field(Field::Source)?)),
        Column::Field(field) => contact.field(*field).map(str::to_owned),
        Column::Level => Some(level(contact.level()).to_owned()),
        Column::Stage => contact.position.stage().map(|id| {
            let name = playbook.stage_name(id);
            let named = playbook.stages.iter().filter(|s| s.title.eq_ignore_ascii_case(name));
            if named.count() == 1 { name } else { id.as_str() }.to_owned()
        }),
        Column::Standing => Some(standing(&contact.standing).to_owned()),
        Column::Reason => {
            let reasons = &playbook.reasons;
            let (likely, why) = match &contact.standing {
                Standing::Active => return None,
                Standing::Nurturing { reason, .. } => (&reasons.nurture, reason.as_ref()?),
                Standing::Disqualified { reason } => (&reasons.disqualify, reason),
                Standing::Lost { reason } => (&reasons.lose, reason),
            };
            let name = playbook.reason_name(why);
            let leads_back = reasons.meant(likely, name).is_none_or(|meant| meant == why);
            Some(if leads_back { name } else { why.as_str() }.to_owned())
        }
        Column::BackOn => match contact.standing {
            Standing::Nurturing { until, .. } => Some(day(until)),
            _ => None,
        },
        Column::Amount => contact.amount.map(|amount| amount.decimal()),
        Column::Currency => contact.amount.map(|amount| amount.currency.to_string()),
        Column::ExpectedClose => contact.expected_close.map(day),
        Column::Closed => contact.ended.as_ref()?.on.map(|on| day(on.day(zone))),
        Column::NextStep => contact.task.as_ref().map(|task| task.note.clone()),
        Column::NextStepDue => contact.task.as_ref().map(|task| day(task.due)),
        Column::Created => contact.created.map(|created| day(created.day(zone))),
        Column::LastChanged | Column::Answer(_) | Column::Attribute(_) => None,
    }
}

/// A source by its name, where that name leads back to it.
pub(in crate::exchange::export) fn source(playbook: &Playbook, recorded: &str) -> String {
    let named = playbook.source_meant(recorded).filter(|source| {
        playbook.source_meant(&source.title).is_some_and(|meant| meant.id == source.id)
    });
    named.map_or(recorded, |source| &source.title).to_owned()
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Lead => "Lead",
        Level::Prospect => "Prospect",
        Level::Opportunity => "Opportunity",
        Level::Customer => "Customer",
    }
}

fn standing(standing: &Standing) -> &'static str {
    match standing {
        Standing::Active => "Active",
        Standing::Nurturing { .. } => "Nurturing",
        Standing::Disqualified { .. } => "Disqualified",
        Standing::Lost { .. } => "Lost",
    }
}
