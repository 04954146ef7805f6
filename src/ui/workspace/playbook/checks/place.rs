//! Where a finding is mended, and what the part is called there.

use super::super::{nouns, reasons};
use crate::app::route::PlaybookPage;
use crate::domain::ids::CriterionId;
use crate::domain::playbook::part::{GateName, OutcomeName, Part};
use crate::domain::playbook::{Noun, Playbook};
use crate::platform::intl;
use crate::ui::text::workspace as text;
use crate::ui::workspace::words as names;

/// The page a part is edited on.
pub(super) fn page(part: &Part) -> PlaybookPage {
    match part {
        Part::Playbook => PlaybookPage::Overview,
        Part::Profile | Part::Trait(_) => PlaybookPage::People,
        Part::Persona(id) => PlaybookPage::Persona(id.clone()),
        Part::Section(_) => PlaybookPage::Questions,
        Part::Question(id) | Part::Option(id, _) => PlaybookPage::Question(id.clone()),
        Part::Criterion(id) => PlaybookPage::Criterion(id.clone()),
        Part::Gate(GateName::Exit(id)) | Part::Stage(id) => PlaybookPage::Stage(id.clone()),
        Part::Gate(_) | Part::Stages => PlaybookPage::Gates,
        Part::Level(level) => PlaybookPage::Level(*level),
        Part::Chance
        | Part::Slot(_)
        | Part::Scoring
        | Part::Group(_)
        | Part::Card(_)
        | Part::CardItem(..) => PlaybookPage::Scores,
        Part::Source(_) => PlaybookPage::Sources,
        Part::Outcome(_) | Part::Consent => PlaybookPage::Visitors,
        Part::Language(_) => PlaybookPage::Languages,
        Part::Track(_) | Part::Reason(..) | Part::Reasons(_) | Part::Term(_) => PlaybookPage::Words,
    }
}

/// What a part is called, with its name.
pub(in crate::ui::workspace::playbook) fn called(playbook: &Playbook, part: &Part) -> String {
    match part {
        Part::Option(question, _) => {
            text::pb_diff_of(with_name(playbook, part), playbook.question_name(question))
        }
        Part::Gate(GateName::Exit(id)) => text::pb_user_stage(playbook.stage_name(id)),
        part => with_name(playbook, part),
    }
}

/// What a part is called on a page that holds several; none where the page is about it alone.
pub(super) fn below(playbook: &Playbook, part: &Part) -> Option<String> {
    match part {
        Part::Playbook
        | Part::Persona(_)
        | Part::Question(_)
        | Part::Criterion(_)
        | Part::Stage(_)
        | Part::Level(_)
        | Part::Gate(GateName::Exit(_)) => None,
        part => Some(with_name(playbook, part)),
    }
}

fn with_name(playbook: &Playbook, part: &Part) -> String {
    let what = match part {
        Part::Gate(GateName::Prospect) => text::pb_diff_gate_prospect(),
        Part::Gate(GateName::Opportunity) => text::pb_diff_gate_opportunity(),
        Part::Stages => text::checks_stages(),
        Part::Reason(list, _) => nouns::reason(*list),
        Part::Reasons(list) => reasons::heading(*list),
        // An item has its place on its card.
        Part::CardItem(..) => nouns::noun(Noun::Card),
        Part::Language(tag) => {
            return nouns::named(nouns::noun(Noun::Language), &intl::language(tag));
        }
        part => nouns::noun(part.noun()),
    };
    nouns::named(what, name(playbook, part))
}

/// The name of a part; empty where there is but one.
fn name<'p>(playbook: &'p Playbook, part: &'p Part) -> &'p str {
    match part {
        Part::Playbook
        | Part::Profile
        | Part::Gate(_)
        | Part::Stages
        | Part::Reasons(_)
        | Part::Chance
        | Part::Scoring
        | Part::Consent => "",
        Part::Language(tag) => tag,
        Part::Question(id) => playbook.question_name(id),
        Part::Criterion(id) | Part::Trait(id) => playbook.criterion_name(id),
        Part::Level(level) => names::level(*level),
        Part::Outcome(outcome) => end(*outcome),
        Part::Group(title) | Part::Term(title) => title,
        Part::Stage(id) => playbook.stage_name(id),
        Part::Slot(id) => slot(playbook, id),
        Part::Reason(_, id) => playbook.reason_name(id),
        Part::Option(question, id) => {
            playbook.question(question).map_or(id.as_str(), |question| question.option_name(id))
        }
        Part::Persona(id) => playbook.persona_name(id),
        Part::Section(id) => playbook.section_name(id),
        Part::Card(id) | Part::CardItem(id, _) => playbook.card_name(id),
        Part::Source(id) => playbook.source_name(id),
        Part::Track(id) => playbook.track_name(id),
    }
}

fn slot<'p>(playbook: &'p Playbook, id: &CriterionId) -> &'p str {
    let mut slots = playbook.chance.iter().flat_map(|model| &model.slots);
    slots.find(|slot| &slot.criterion == id).map_or("", |slot| &slot.title)
}

fn end(outcome: OutcomeName) -> &'static str {
    match outcome {
        OutcomeName::NotAFit => text::pb_outcome_not_a_fit(),
        OutcomeName::Lead => text::pb_outcome_lead(),
        OutcomeName::Prospect => text::pb_outcome_prospect(),
        OutcomeName::Opportunity => text::pb_outcome_opportunity(),
    }
}

/// Which part of a rule a path leads to, such as 2.1 for the first part of the second one.
pub(super) fn in_rule(path: &str) -> Option<String> {
    let turns = path.split(".all[").flat_map(|turn| turn.split(".any[")).skip(1);
    let places = turns.filter_map(|turn| turn.split(']').next()?.parse::<usize>().ok());
    let places = places.map(|place| (place + 1).to_string()).collect::<Vec<_>>();
    (!places.is_empty()).then(|| places.join("."))
}
