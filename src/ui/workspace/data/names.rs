//! What the parts of an import are called on screen.

use super::super::words;
use crate::domain::playbook::Playbook;
use crate::domain::position::Position;
use crate::exchange::csv::Delimiter;
use crate::exchange::csv::sniff::Encoding;
use crate::exchange::import::columns::Target;
use crate::exchange::import::rows::Reason;
use crate::exchange::import::stages::StageMeaning;
use crate::ui::text::workspace as text;

/// What a column is taken as.
pub(super) fn target(playbook: &Playbook, target: &Target) -> String {
    let plain = match target {
        Target::Field(field) => words::field(*field),
        Target::FirstName => text::data_target_first_name(),
        Target::LastName => text::data_target_last_name(),
        Target::ExternalId => text::data_target_external_id(),
        Target::Amount => text::amount(),
        Target::Currency => text::currency(),
        Target::Created => text::data_target_created(),
        Target::Entered => text::data_target_entered(),
        Target::Closed => text::data_target_closed(),
        Target::Stage => text::data_target_stage(),
        Target::Outcome => text::data_target_outcome(),
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

/// What stands between cells.
pub(super) fn delimiter(delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Comma => text::data_delimiter_comma(),
        Delimiter::Semicolon => text::data_delimiter_semicolon(),
        Delimiter::Tab => text::data_delimiter_tab(),
        Delimiter::Pipe => text::data_delimiter_pipe(),
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
        Reason::NotACurrency => text::data_reason_currency(),
        Reason::TooLong => text::data_reason_too_long(),
    }
}
