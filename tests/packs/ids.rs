//! Ids mean the same in every pack, and none that shipped before has gone.

use super::PACKS;
use crate::support::{overlays, pack, playbook, playbooks};
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::question::{Question, QuestionKind};
use std::collections::BTreeMap;

/// What a question asks for, whatever its wording.
fn shape(question: &Question) -> (std::mem::Discriminant<QuestionKind>, Vec<&str>) {
    let options = question.options().iter().map(|option| option.id.as_str()).collect();
    (std::mem::discriminant(&question.kind), options)
}

#[test]
fn the_same_question_means_the_same_everywhere() {
    let mut known: BTreeMap<&str, &Question> = BTreeMap::new();
    let of_playbooks = playbooks().iter().flat_map(|playbook| &playbook.questions);
    let of_overlays = overlays().iter().flat_map(|overlay| &overlay.questions);
    for question in of_playbooks.chain(of_overlays) {
        let first = known.entry(question.id.as_str()).or_insert(question);
        assert_eq!(shape(first), shape(question), "{}", question.id);
    }
    // What a team chooses between is worded alike; the example has words of its own.
    let mut wording: BTreeMap<&str, &Question> = BTreeMap::new();
    for question in PACKS.iter().flat_map(|id| &playbook(id).questions) {
        let first = wording.entry(question.id.as_str()).or_insert(question);
        assert_eq!(first.prompt, question.prompt, "{}", question.id);
        assert_eq!(first.title, question.title, "{}", question.id);
        assert_eq!(first.kind, question.kind, "{}", question.id);
        assert!(first.ask == question.ask || first.ask.is_none() || question.ask.is_none());
    }
}

#[test]
fn the_same_reason_source_and_stage_is_one_thing_in_every_pack() {
    let mut titles: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for pack in PACKS.map(playbook) {
        let reasons = pack.reasons.lists().into_iter().flat_map(|(_, list)| list);
        let reasons = reasons.map(|reason| ("reason", reason.id.as_str(), reason.title.as_str()));
        let sources = pack.sources.iter().map(|s| ("source", s.id.as_str(), s.title.as_str()));
        let stages = pack.stages.iter().map(|s| ("stage", s.id.as_str(), s.title.as_str()));
        for (what, id, title) in reasons.chain(sources).chain(stages) {
            assert_eq!(*titles.entry((what, id)).or_insert(title), title, "{what} {id}");
        }
    }
}

#[test]
fn nothing_that_shipped_before_has_gone() {
    let has = |list: &[&str], known: &[&str]| {
        for id in known {
            assert!(list.contains(id), "{id} is gone from {list:?}");
        }
    };
    let playbook: &Playbook = pack();
    let sources: Vec<_> = playbook.sources.iter().map(|source| source.id.as_str()).collect();
    has(
        &sources,
        &[
            "website",
            "wizard",
            "content_download",
            "webinar",
            "event",
            "referral",
            "partner",
            "cold_outreach",
            "paid_ad",
            "social",
            "email",
            "phone",
            "import",
            "other",
        ],
    );
    let reasons = playbook.reasons.lists().into_iter().flat_map(|(_, list)| list);
    let reasons: Vec<_> = reasons.map(|reason| reason.id.as_str()).collect();
    has(
        &reasons,
        &[
            "too_small",
            "wrong_industry",
            "wrong_region",
            "no_need",
            "cannot_use",
            "no_fit",
            "no_decider",
            "not_genuine",
            "unreachable",
            "imported",
            "competitor",
            "no_decision",
            "price",
            "budget",
            "timing",
            "missing_feature",
            "built_themselves",
            "no_contact",
            "not_now",
            "no_budget_yet",
            "contract_until",
            "other_priorities",
            "reorganising",
        ],
    );
    let questions: Vec<_> =
        playbook.questions.iter().map(|question| question.id.as_str()).collect();
    has(
        &questions,
        &[
            "employees",
            "industry",
            "country",
            "need",
            "feasible",
            "decides",
            "decider_name",
            "pain",
            "pain_detail",
            "problem_age",
            "urgent",
            "priority",
            "situation",
            "discovery_meeting",
            "situation_notes",
            "needs_notes",
            "wants_notes",
            "pain_cost",
            "stakeholders_mapped",
            "proposal_sent",
            "offer_amount",
            "expected_close",
            "terms_agreed",
            "contract_signed",
            "logistics_agreed",
            "budget",
            "decider_confirmed",
            "purchase_within",
        ],
    );
}
