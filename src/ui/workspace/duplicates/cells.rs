//! What the rows of contacts side by side are called, and what each contact has there, in words.

use super::super::words;
use crate::app::merge::Item;
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::playbook::Playbook;
use crate::domain::position::Standing;
use crate::platform::intl;
use crate::ui::format;
use crate::ui::text::workspace as text;
use chrono::NaiveDate;

/// What a row is called.
pub(in crate::ui::workspace) fn name(playbook: &Playbook, item: &Item) -> String {
    match item {
        Item::Position => text::dup_stands().to_owned(),
        Item::Field(field) => words::field(*field).to_owned(),
        Item::Amount => text::amount().to_owned(),
        Item::ExpectedClose => text::expected_close().to_owned(),
        Item::NextStep => text::next_step().to_owned(),
        Item::Answer(id) => playbook.question_name(id).to_owned(),
        Item::Touches => text::dup_touches().to_owned(),
        Item::Stakeholders => text::stakeholders().to_owned(),
        Item::Consent => text::dup_consent().to_owned(),
        Item::Created => text::dup_captured_on().to_owned(),
        Item::ExternalIds => text::dup_ids().to_owned(),
        Item::Column(column) => column.clone(),
    }
}

/// What counts where contacts differ and nobody has to choose.
pub(super) fn settled(item: &Item) -> &'static str {
    match item {
        Item::Position => text::dup_stays(),
        Item::Created => text::dup_earliest(),
        Item::Consent => text::dup_latest(),
        Item::Answer(_) => text::dup_stronger(),
        _ => text::dup_both_stay(),
    }
}

/// What a contact has there; none where it has nothing.
pub(in crate::ui::workspace) fn cell(
    playbook: &Playbook,
    contact: &Contact,
    item: &Item,
    today: NaiveDate,
) -> Option<String> {
    let filled = |words: String| Some(words).filter(|words| !words.is_empty());
    match item {
        Item::Position => {
            let position = words::position(playbook, &contact.position);
            Some(match &contact.standing {
                Standing::Active => position,
                standing => format!("{position}. {}", words::standing(playbook, standing, today)),
            })
        }
        Item::Field(Field::Source) => {
            contact.field(Field::Source).map(|id| words::source(playbook, id))
        }
        Item::Field(field) => contact.field(*field).map(str::to_owned),
        Item::Amount => contact.amount.map(intl::money),
        Item::ExpectedClose => contact.expected_close.map(intl::day),
        Item::NextStep => {
            contact.task.as_ref().map(|task| text::ev_task(&task.note, intl::day(task.due)))
        }
        Item::Answer(id) => contact.answers.get(id).map(|given| {
            let value = format::value(playbook.question(id), &given.value);
            text::named_value(value, format::evidence_within(given.evidence))
        }),
        Item::Touches => match contact.touches.len() + contact.engagements.len() {
            0 => None,
            n => Some(intl::count(n)),
        },
        Item::Stakeholders => {
            let names: Vec<_> = contact.stakeholders.iter().map(|it| it.name.as_str()).collect();
            filled(names.join("; "))
        }
        Item::Consent => contact.consent.as_ref().map(|consent| {
            let said = if consent.said.given { text::dup_agreed() } else { text::dup_not_agreed() };
            text::named_value(format::day(consent.at), said)
        }),
        Item::Created => contact.created.map(format::day),
        Item::ExternalIds => filled(contact.external_ids().join("; ")),
        Item::Column(column) => contact.attributes.get(column).cloned(),
    }
}
