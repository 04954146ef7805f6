//! Every playbook that ships is complete and sound, and its words mean the same in all of them.

mod files;
mod ids;
#[path = "../support/mod.rs"]
mod support;

use ripen::domain::playbook::market::{Intent, Origin, Role};
use ripen::domain::playbook::scoring::SignalKind;
use std::collections::HashSet;
use support::playbooks;

/// The packs teams choose from; the example is a model for one's own.
const PACKS: [&str; 3] = ["interest-budget-need-authority", "pain-interest-fit", "strict-b2b"];

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
