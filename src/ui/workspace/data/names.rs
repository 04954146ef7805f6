//! What the parts of an import are called on screen.

use super::super::words;
use crate::domain::event::{EndKind, Field};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::question::Question;
use crate::domain::position::Position;
use crate::exchange::csv::Delimiter;
use crate::exchange::csv::sniff::Encoding;
use crate::exchange::import::columns::Target;
use crate::exchange::import::difference::{Place, Said, What};
use crate::exchange::import::rows::Reason;
use crate::exchange::import::stages::StageMeaning;
use crate::exchange::import::systems::System;
use crate::platform::intl;
use crate::ui::format;
use crate::ui::text::workspace as text;

/// What a column is taken as.
pub(super) fn target(playbook: &Playbook, target: &Target) -> String {
    let plain = match target {
        Target::Field(field) => words::field(*field),
        Target::FirstName => text::data_target_first_name(),
        Target::LastName => text::data_target_last_name(),
        Target::ExternalId => text::data_target_external_id(),
        Target::System => text::data_target_system(),
        Target::Amount => text::amount(),
        Target::Currency => text::currency(),
        Target::Created => text::data_target_created(),
        Target::Entered => text::data_target_entered(),
        Target::Closed => text::data_target_closed(),
        Target::Stage => text::data_target_stage(),
        Target::Outcome => text::data_target_outcome(),
        Target::ContactId => text::data_target_contact_id(),
        Target::Level => text::level(),
        Target::ExpectedClose => text::expected_close(),
        Target::NextStep => text::next_step(),
        Target::NextStepDue => text::data_target_due(),
        Target::Reason => text::data_target_reason(),
        Target::BackOn => text::data_target_back(),
        Target::LastChanged => text::data_target_changed(),
        Target::Fact(id) => return playbook.question_name(id).to_owned(),
        Target::Attribute => text::data_target_attribute(),
        Target::Skip => text::data_target_skip(),
    };
    plain.to_owned()
}

/// What a stage value means.
pub(super) fn meaning(playbook: &Playbook, meaning: &StageMeaning) -> String {
    let plain = match meaning {
        StageMeaning::Position(position) => return words::position(playbook, position),
        StageMeaning::Won => text::won(),
        StageMeaning::Lost => text::lost(),
        StageMeaning::Disqualified => text::disqualified(),
        StageMeaning::Nurturing => text::nurturing(),
        StageMeaning::Open => text::data_meaning_open(),
        StageMeaning::Ignore => text::data_meaning_ignore(),
    };
    plain.to_owned()
}

/// Everything a stage value can mean. Being a customer is having been won.
pub(super) fn meanings(playbook: &Playbook) -> Vec<StageMeaning> {
    let positions = playbook.path().into_iter().filter(|place| *place != Position::Customer);
    let others = [
        StageMeaning::Won,
        StageMeaning::Lost,
        StageMeaning::Disqualified,
        StageMeaning::Nurturing,
        StageMeaning::Open,
        StageMeaning::Ignore,
    ];
    positions.map(StageMeaning::Position).chain(others).collect()
}

/// What a change is about.
pub(super) fn what(playbook: &Playbook, what: &What) -> String {
    let plain = match what {
        What::Field(field) => words::field(*field),
        What::ExternalId => text::data_target_external_id(),
        What::Place => text::data_where_it_stands(),
        What::Reason => text::data_target_reason(),
        What::Amount => text::amount(),
        What::Expected => text::expected_close(),
        What::NextStep => text::next_step(),
        What::Fact(id) => return playbook.question_name(id).to_owned(),
        What::Attribute(name) => return name.clone(),
    };
    plain.to_owned()
}

/// What is said of something, here or in a file.
pub(super) fn said(
    playbook: &Playbook,
    what: &What,
    question: Option<&Question>,
    said: &Said,
) -> String {
    match said {
        Said::Text(id) if *what == What::Field(Field::Source) => words::source(playbook, id),
        Said::Text(words) => words.clone(),
        Said::Amount(amount) => intl::money(*amount),
        Said::Day(day) => intl::day(*day),
        Said::Task(task) => text::named_value(intl::day(task.due), &task.note),
        Said::Value(value) => format::value(question, value),
        Said::Place(place) => self::place(playbook, place),
    }
}

/// Where a contact stands, and since when.
pub(super) fn place(playbook: &Playbook, place: &Place) -> String {
    let position = place.position.as_ref().map(|position| words::position(playbook, position));
    let end = place.end.map(|kind| match kind {
        EndKind::Won => text::won(),
        EndKind::Lost => text::lost(),
        EndKind::Disqualified => text::disqualified(),
    });
    let name = end.map(str::to_owned).or(position).unwrap_or_default();
    match place.since {
        Some(day) => text::ev_imported_end(name, intl::day(day)),
        None => name,
    }
}

/// Whose ids a file holds.
pub(super) fn system(system: System) -> &'static str {
    match system {
        System::HubSpot => text::out_hubspot(),
        System::Pipedrive => text::out_pipedrive(),
        System::Salesforce => text::out_salesforce(),
        System::Zoho => text::data_system_zoho(),
    }
}

/// What stands between cells.
pub(super) fn delimiter(delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Comma => text::data_delimiter_comma(),
        Delimiter::Semicolon => text::data_delimiter_semicolon(),
        Delimiter::Tab => text::data_delimiter_tab(),
        Delimiter::Pipe => text::data_delimiter_pipe(),
    }
}

/// So many rows.
pub(super) fn rows(n: usize) -> String {
    match n {
        1 => text::out_rows_one().to_owned(),
        n => text::out_rows(intl::count(n)),
    }
}

/// So many columns.
pub(super) fn columns(n: usize) -> String {
    match n {
        1 => text::data_columns_one().to_owned(),
        n => text::data_columns_n(intl::count(n)),
    }
}

/// How characters are written.
pub(super) fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => text::data_encoding_utf8(),
        Encoding::Windows1252 => text::data_encoding_windows(),
        Encoding::Utf16Le => text::data_encoding_utf16_le(),
        Encoding::Utf16Be => text::data_encoding_utf16_be(),
    }
}

/// Why a row cannot be read.
pub(super) fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::NotADate => text::data_reason_date(),
        Reason::NotAnAmount => text::data_reason_amount(),
        Reason::ThousandsOrDecimals => text::data_reason_thousands(),
        Reason::BelowZero => text::data_reason_below_zero(),
        Reason::NotACurrency => text::data_reason_currency(),
        Reason::TooLong => text::data_reason_too_long(),
    }
}
