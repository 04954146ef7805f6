//! Every playbook that ships is complete and sound, and its words mean the same in all of them.

mod support;

use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::market::{Intent, Origin, Role};
use ripen::domain::playbook::question::{Question, QuestionKind};
use ripen::domain::playbook::scoring::SignalKind;
use ripen::exchange::{overlay_file, playbook_file};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};
use support::{files, overlays, pack, playbook, playbooks};

/// The packs teams choose from; the example is a model for one's own.
const PACKS: [&str; 3] = ["interest-budget-need-authority", "pain-interest-fit", "strict-b2b"];

#[test]
fn each_file_is_named_by_its_id() {
    for (file, text) in files("playbooks") {
        let playbook = playbook_file::read(&text).expect("a playbook without faults");
        assert_eq!(file.file_stem().and_then(|name| name.to_str()), Some(playbook.id.as_str()));
    }
    let ids: Vec<_> = playbooks().iter().map(|playbook| playbook.id.as_str()).collect();
    assert_eq!(ids, ["example", PACKS[0], PACKS[1], PACKS[2]]);
    assert_eq!(playbook("example").based_on.as_ref(), Some(&pack().id));
}

/// Whether everything a file says is in what was read of it: a misspelt key would be passed over.
fn is_kept(file: &Value, read: &Value) -> bool {
    match (file, read) {
        (Value::Object(file), Value::Object(read)) => {
            file.iter().all(|(key, value)| read.get(key).is_some_and(|other| is_kept(value, other)))
        }
        (Value::Array(file), Value::Array(read)) => {
            file.len() == read.len() && file.iter().zip(read).all(|(a, b)| is_kept(a, b))
        }
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (a, b) => a == b,
    }
}

#[test]
fn nothing_in_a_file_is_lost_on_the_way_in_and_out() {
    let json = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    for (file, text) in files("playbooks") {
        let playbook = playbook_file::read(&text).expect("a playbook");
        let written = playbook_file::write(&playbook);
        assert!(is_kept(&json(&text), &json(&written)), "{}", file.display());
        assert_eq!(playbook_file::read(&written), Ok(playbook));
    }
    for (file, text) in files("playbooks/overlays") {
        let overlay = overlay_file::read(&text).expect("an overlay");
        let written = overlay_file::write(&overlay);
        assert!(is_kept(&json(&text), &json(&written)), "{}", file.display());
        assert_eq!(overlay_file::read(&written), Ok(overlay));
    }
}

#[test]
fn a_file_with_a_misspelt_key_would_be_noticed() {
    let json = |text| serde_json::from_str::<Value>(text).expect("JSON");
    assert!(is_kept(&json(r#"{"a":[1,{"b":2}]}"#), &json(r#"{"a":[1.0,{"b":2}],"c":0}"#)));
    assert!(!is_kept(&json(r#"{"a":[{"bb":2}]}"#), &json(r#"{"a":[{"b":2}]}"#)));
}

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
fn every_part_of_the_format_is_used() {
    for playbook in playbooks() {
        let id = &playbook.id;
        let profile = playbook.profile.as_ref().expect("a profile");
        assert!(!profile.about.is_empty() && !profile.pains.is_empty(), "{id}");
        assert!(!profile.preferences.is_empty(), "{id}");
        assert_eq!(playbook.personas.len(), 3, "{id}");
        for persona in &playbook.personas {
            let lists = [&persona.job_titles, &persona.goals, &persona.pains, &persona.say];
            assert!(lists.iter().all(|list| !list.is_empty()), "{id}: {}", persona.id);
            assert!(!persona.role.is_empty() && !persona.content.is_empty(), "{}", persona.id);
            assert!(persona.objections.len() >= 2, "{id}: {}", persona.id);
        }
        let levels = &playbook.levels;
        for level in [&levels.lead, &levels.prospect, &levels.opportunity] {
            assert!(!level.about.is_empty() && !level.guide.guidance.is_empty(), "{id}");
            assert!(!level.guide.metrics.is_empty() && !level.guide.content.is_empty(), "{id}");
        }
        assert!(!levels.customer.guide.guidance.is_empty(), "{id}");
        for stage in &playbook.stages {
            assert!(!stage.exit.is_empty() && !stage.about.is_empty(), "{id}: {}", stage.id);
            assert!(stage.guide.guidance.len() >= 3, "{id}: {}", stage.id);
            assert_eq!(stage.guide.metrics.len(), 2, "{id}: {}", stage.id);
        }
        assert!(playbook.chance.is_some() && playbook.consent.is_some(), "{id}");
        assert!(playbook.reasons.lists().iter().all(|(_, list)| list.len() >= 5), "{id}");
        let links = playbook.outcomes.as_ref().expect("outcomes").all();
        assert!(links.iter().filter(|(_, outcome)| outcome.action.is_some()).count() >= 2, "{id}");
        for question in ["pain", "budget", "purchase_within", "decides"] {
            let question = playbook.question(&question.into()).expect("it is asked");
            assert!(!question.probe.is_empty(), "{id}: {}", question.id);
        }
        for question in &playbook.questions {
            assert!(question.prompt.is_some(), "{id}: {} has no wording for reps", question.id);
        }
        for criterion in &playbook.criteria {
            let words = [&criterion.title, &criterion.rule_text, &criterion.step];
            assert!(words.iter().all(|text| !text.is_empty()), "{id}: {}", criterion.id);
        }
    }
}

#[test]
fn prospects_are_shown_told_and_asked_what_makes_them_opportunities() {
    for playbook in playbooks() {
        let guidance = playbook.levels.prospect.guide.guidance.join(" ");
        for activity in ["presentation", "demo", "detailed prices", "Ask "] {
            assert!(guidance.contains(activity), "{}: {activity}", playbook.id);
        }
    }
}

#[test]
fn a_trait_of_the_profile_plays_the_role_it_says() {
    for playbook in playbooks() {
        let gates = || playbook.gates.prospect.iter().chain(&playbook.gates.opportunity);
        let scored = &playbook.scoring.as_ref().expect("scores").fit;
        let profile = playbook.profile.as_ref().expect("a profile");
        for one in &profile.traits {
            let criterion = playbook.criterion(&one.criterion).expect("checked");
            let in_gate = gates().any(|id| id == &one.criterion);
            let (role, knock_out) = (one.role, criterion.knock_out.is_some());
            let expected = match role {
                Role::Exclusion => in_gate && knock_out,
                Role::MustHave => in_gate && !knock_out,
                Role::NiceToHave => !in_gate && !knock_out,
            };
            assert!(expected, "{}: {} as {role:?}", playbook.id, one.criterion);
            assert!(scored.iter().any(|w| w.criterion == one.criterion), "{}", one.criterion);
        }
        for role in [Role::Exclusion, Role::MustHave, Role::NiceToHave] {
            assert!(profile.traits.iter().any(|one| one.role == role), "{}: {role:?}", playbook.id);
        }
        let excluded =
            |id| profile.traits.iter().any(|t| &t.criterion == id && t.role == Role::Exclusion);
        for criterion in playbook.criteria.iter().filter(|c| c.knock_out.is_some()) {
            assert!(excluded(&criterion.id), "{}: {}", playbook.id, criterion.id);
        }
    }
}

#[test]
fn a_download_counts_as_engagement_and_never_as_pain() {
    for playbook in playbooks() {
        let source = playbook.sources.iter().find(|s| s.id.as_str() == "content_download");
        let source = source.expect("a download is a source");
        assert_eq!((source.origin, source.intent), (Some(Origin::Inbound), Some(Intent::Low)));
        let groups = &playbook.scoring.as_ref().expect("scores").readiness;
        let counts = |is: &SignalKind| match is {
            SignalKind::Source(intent) => Some(*intent) == source.intent,
            _ => false,
        };
        for group in groups {
            let engagement = group.title == "Engagement";
            assert_eq!(group.half_life, engagement.then_some(14.0), "{}", group.title);
            assert_eq!(group.signals.iter().any(|signal| counts(&signal.is)), engagement);
            let judged = |s: &SignalKind| matches!(s, SignalKind::Criterion(_));
            assert!(engagement || group.signals.iter().all(|signal| judged(&signal.is)));
        }
        assert!(groups.iter().any(|group| group.title == "Pain"));
        let caps: f64 = groups.iter().map(|group| group.cap).sum();
        assert_eq!(caps, 100.0, "{}", playbook.id);
    }
}

#[test]
fn sources_are_grouped_and_found_by_their_words() {
    for playbook in playbooks() {
        let mut words = HashSet::new();
        let mut groups: Vec<&str> = Vec::new();
        for source in &playbook.sources {
            let group = source.group.as_deref().expect("a group");
            if groups.last() != Some(&group) {
                assert!(!groups.contains(&group), "{}: {group} twice", playbook.id);
                groups.push(group);
            }
            for word in &source.utm {
                assert!(words.insert(word), "{}: {word} means two sources", playbook.id);
                assert_eq!(*word, word.to_lowercase());
            }
        }
        for group in [
            "Content",
            "Social media",
            "E-mail",
            "Website",
            "Paid advertising",
            "Events",
            "Outreach",
            "Recommended",
            "Other",
        ] {
            assert!(groups.contains(&group), "{}: {group}", playbook.id);
        }
        for origin in [Origin::Inbound, Origin::Outbound] {
            assert!(playbook.sources.iter().any(|source| source.origin == Some(origin)));
        }
    }
}

#[test]
fn each_intent_has_a_track_and_there_is_one_for_all_others() {
    for playbook in playbooks() {
        let tracks = &playbook.cadence.tracks;
        for intent in [Some(Intent::Low), Some(Intent::Medium), Some(Intent::High), None] {
            let of = tracks.iter().filter(|track| track.intent == intent).count();
            assert_eq!(of, 1, "{}: {intent:?}", playbook.id);
        }
        for track in tracks {
            assert!(track.days.is_sorted_by(|a, b| a < b) && track.days.len() >= 3, "{}", track.id);
        }
    }
}

#[test]
fn the_glossary_tells_each_word_from_what_it_is_mistaken_for() {
    for playbook in playbooks() {
        let terms = &playbook.glossary;
        for word in [
            "Lead",
            "Prospect",
            "Opportunity",
            "Customer",
            "First-degree opportunity",
            "Late-stage opportunity",
            "Pain",
            "Interest",
            "Fit",
            "BANT",
            "Pipeline",
            "Funnel",
            "Knock-out",
            "Claimed",
            "Confirmed",
            "Documented",
        ] {
            let found = terms.iter().filter(|term| term.term == word).count();
            assert_eq!(found, 1, "{}: {word}", playbook.id);
        }
        for term in terms {
            assert!(!term.meaning.is_empty() && term.mistaken.is_some(), "{}", term.term);
        }
    }
}

#[test]
fn words_are_short_and_plain() {
    for playbook in playbooks() {
        let text = serde_json::to_string(playbook).expect("JSON").to_lowercase();
        for word in ["leverage", "synergy", "utilize", "utilise", "stakeholder alignment", "!"] {
            assert!(!text.contains(word), "{}: {word}", playbook.id);
        }
        for question in &playbook.questions {
            for text in question.ask.iter().chain(&question.prompt) {
                assert!(text.chars().count() <= 100, "{}: {text}", playbook.id);
                assert!(text.ends_with('?') || text.ends_with('.'), "{}: {text}", playbook.id);
            }
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
