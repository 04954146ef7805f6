//! Where a finding is mended, and what the part is called there.

use super::super::words;
use crate::app::route::PlaybookPage;
use crate::domain::ids::{CriterionId, OptionId, QuestionId, StageId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::part::{GateName, OutcomeName, Part, ReasonList};
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
        Part::Track(_) | Part::Reason(..) | Part::Term(_) => PlaybookPage::Words,
    }
}

/// What a part is called, with its name.
pub(super) fn called(playbook: &Playbook, part: &Part) -> String {
    match part {
        Part::Playbook => text::pb_a_playbook().to_owned(),
        Part::Persona(id) => {
            let persona = playbook.personas.iter().find(|persona| &persona.id == id);
            named(text::pb_a_persona(), persona.map_or(id.as_str(), |persona| &persona.title))
        }
        Part::Question(id) => named(text::pb_a_question(), &words::question(playbook, id)),
        Part::Option(question, id) => {
            let option = option(playbook, question, id);
            text::pb_diff_of(option, words::question(playbook, question))
        }
        Part::Criterion(id) => named(text::pb_a_criterion(), &words::criterion(playbook, id)),
        Part::Stage(id) => named(text::pb_a_stage(), stage(playbook, id)),
        Part::Gate(GateName::Exit(id)) => text::pb_user_stage(stage(playbook, id)),
        Part::Level(level) => named(text::pb_a_level(), names::level(*level)),
        part => below(playbook, part).unwrap_or_else(|| text::pb_a_playbook().to_owned()),
    }
}

/// What a part is called on a page that holds several; none where the page is about it alone.
pub(super) fn below(playbook: &Playbook, part: &Part) -> Option<String> {
    Some(match part {
        Part::Playbook
        | Part::Persona(_)
        | Part::Question(_)
        | Part::Criterion(_)
        | Part::Stage(_)
        | Part::Level(_)
        | Part::Gate(GateName::Exit(_)) => return None,
        Part::Option(question, id) => option(playbook, question, id),
        Part::Profile => text::pb_a_profile().to_owned(),
        Part::Trait(id) => named(text::pb_diff_trait(), &words::criterion(playbook, id)),
        Part::Section(id) => {
            let section = playbook.sections.iter().find(|section| &section.id == id);
            named(text::pb_a_section(), section.map_or(id.as_str(), |section| &section.title))
        }
        Part::Gate(GateName::Prospect) => text::pb_diff_gate_prospect().to_owned(),
        Part::Gate(GateName::Opportunity) => text::pb_diff_gate_opportunity().to_owned(),
        Part::Stages => text::checks_stages().to_owned(),
        Part::Chance => text::pb_a_chance().to_owned(),
        Part::Slot(id) => named(text::pb_diff_slot(), slot(playbook, id)),
        Part::Scoring => text::pb_diff_scores().to_owned(),
        Part::Group(title) => named(text::pb_diff_readiness(), title),
        Part::Card(id) | Part::CardItem(id, _) => {
            let card = playbook.cards.iter().find(|card| &card.id == id);
            named(text::pb_a_card(), card.map_or(id.as_str(), |card| &card.title))
        }
        Part::Source(id) => {
            let source = playbook.sources.iter().find(|source| &source.id == id);
            named(text::pb_a_source(), source.map_or(id.as_str(), |source| &source.title))
        }
        Part::Track(id) => {
            let track = playbook.cadence.tracks.iter().find(|track| &track.id == id);
            named(text::pb_diff_track(), track.map_or(id.as_str(), |track| &track.title))
        }
        Part::Reason(list, id) => {
            let title = playbook.reasons.title(id).unwrap_or(id.as_str());
            named(reasons(*list), title)
        }
        Part::Outcome(outcome) => named(text::pb_an_outcome(), end(*outcome)),
        Part::Consent => text::pb_a_consent().to_owned(),
        Part::Term(term) => named(text::pb_a_term(), term),
    })
}

/// A part with its name; one whose name is what is missing goes without.
fn named(part: &'static str, name: &str) -> String {
    if name.trim().is_empty() { part.to_owned() } else { text::pb_named(part, name) }
}

fn option(playbook: &Playbook, question: &QuestionId, id: &OptionId) -> String {
    let question = playbook.question(question);
    let option = question.and_then(|q| q.options().iter().find(|option| &option.id == id));
    named(text::pb_an_option(), option.map_or(id.as_str(), |option| &option.title))
}

fn stage<'p>(playbook: &'p Playbook, id: &'p StageId) -> &'p str {
    playbook.stage(id).map_or(id.as_str(), |stage| &stage.title)
}

fn slot<'p>(playbook: &'p Playbook, id: &CriterionId) -> &'p str {
    let mut slots = playbook.chance.iter().flat_map(|model| &model.slots);
    slots.find(|slot| &slot.criterion == id).map_or("", |slot| &slot.title)
}

fn reasons(list: ReasonList) -> &'static str {
    match list {
        ReasonList::Disqualify => text::pb_diff_disqualify(),
        ReasonList::Lose => text::pb_diff_lose(),
        ReasonList::Nurture => text::pb_diff_nurture(),
        ReasonList::SendBack => text::pb_diff_send_back(),
    }
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
