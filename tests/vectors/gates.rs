//! What each gate, and each exit of a stage, says of a contact.

use super::{bant, gate, opportunity, organisation, outcome, pain_interest_fit, percent, verdict};
use crate::support::story::{Story, choice, day, dollars, number, position, text, yes_no};
use crate::support::{pack, rules, today};
use ripen::domain::answer::Answers;
use ripen::domain::assess::{Verdict, assess, judge_answers};
use ripen::domain::evaluate::Reading;
use ripen::domain::event::{Engaged, EngagementKind, EventKind};
use ripen::domain::ids::CriterionId;
use ripen::domain::outcome::Outcome;
use ripen::domain::position::{Level, Position};
use ripen::domain::range::Range;
use ripen::domain::value::Value;

#[test]
fn the_whole_way_is_open_to_a_contact_that_meets_everything() {
    let contact = opportunity().contact();
    assert_eq!(verdict(&contact, "lead"), Verdict::Passed);
    assert_eq!(verdict(&contact, "prospect"), Verdict::Passed);
    let assessment = assess(rules(), &contact, today());
    assert_eq!(assessment.evidenced, position("opportunity/qualifying"));
    assert!(!assessment.ahead_of_evidence);
}

#[test]
fn nothing_recorded_is_a_lead_with_every_criterion_unknown() {
    let assessment = assess(rules(), &Story::captured("website").contact(), today());
    for reading in assessment.gates.iter().flat_map(|gate| &gate.criteria) {
        assert_eq!(reading.outcome, Outcome::Unknown, "{}", reading.id);
    }
    assert!(assessment.gates.iter().all(|gate| gate.verdict == Verdict::Open));
    assert_eq!(assessment.evidenced, Position::Lead);
}

#[test]
fn three_people_are_knocked_out_whatever_else_is_answered() {
    let everything = [organisation(), pain_interest_fit(), bant().to_vec()].concat();
    for count in 0..=everything.len() {
        let story = Story::captured("referral").confirmed_all(&everything[..count]);
        let contact = story.confirmed("employees", number(3.0)).contact();
        assert_eq!(outcome(&contact, "size"), Outcome::NotMet);
        assert_eq!(outcome(&contact, "fit"), Outcome::NotMet);
        assert_eq!(verdict(&contact, "prospect"), Verdict::Failed);
        let assessment = assess(rules(), &contact, today());
        let lead = gate(&assessment, "lead");
        assert_eq!(lead.verdict, Verdict::Failed, "after {count} good answers");
        let (criterion, knock_out) = lead.knock_out(pack()).expect("a knock-out");
        assert_eq!(criterion.id, CriterionId::new("size"));
        assert!(!knock_out.reason.is_empty() && !knock_out.alternative.is_empty());
    }
}

#[test]
fn a_band_that_straddles_the_limit_is_unknown() {
    for (from, to, expected) in [
        (Some(10.0), Some(49.0), Outcome::NotMet),
        (Some(50.0), Some(249.0), Outcome::Unknown),
        (Some(50.0), None, Outcome::Unknown),
        (Some(100.0), Some(249.0), Outcome::Met),
        (Some(100.0), None, Outcome::Met),
    ] {
        let band = Value::Band(Range { from, to, ..Range::default() });
        let contact = Story::captured("website").claimed("employees", band).contact();
        assert_eq!(outcome(&contact, "size"), expected, "{from:?} to {to:?}");
    }
}

#[test]
fn words_of_a_file_count_only_when_they_are_recognised() {
    for (question, words, criterion, expected) in [
        ("industry", "Medical", "industry", Outcome::Met),
        ("industry", "telecommunications", "industry", Outcome::Met),
        ("industry", "technolgy", "industry", Outcome::Unknown),
        ("industry", "farming", "industry", Outcome::NotMet),
        ("country", "United States", "location", Outcome::Met),
        ("country", "USA", "location", Outcome::Met),
        ("country", "Korea", "location", Outcome::Met),
        ("country", "Kenya", "location", Outcome::NotMet),
        ("country", "Philipines", "location", Outcome::Unknown),
    ] {
        let contact = Story::captured("import").claimed(question, text(words)).contact();
        assert_eq!(outcome(&contact, criterion), expected, "{words}");
    }
}

#[test]
fn interest_is_not_met_by_a_problem_of_twenty_unbothered_years() {
    let (old, young) = (number(20.0), number(3.0));
    for (age, urgent, expected) in [
        (Some(&old), Some(false), Outcome::NotMet),
        (Some(&old), None, Outcome::Unknown),
        (Some(&old), Some(true), Outcome::Met),
        (Some(&young), Some(false), Outcome::Met),
        (Some(&young), None, Outcome::Met),
        (None, Some(false), Outcome::Unknown),
        (None, None, Outcome::Unknown),
    ] {
        let mut story = Story::captured("event").confirmed("priority", choice("first"));
        if let Some(age) = age {
            story = story.confirmed("problem_age", age.clone());
        }
        if let Some(urgent) = urgent {
            story = story.confirmed("urgent", yes_no(urgent));
        }
        assert_eq!(outcome(&story.contact(), "interest"), expected, "{age:?}, urgent {urgent:?}");
    }
}

#[test]
fn interest_is_not_met_by_what_is_not_among_the_first_three() {
    for (priority, expected) in [
        ("first", Outcome::Met),
        ("top_three", Outcome::Met),
        ("later", Outcome::NotMet),
        ("not_listed", Outcome::NotMet),
    ] {
        let story = Story::captured("event").confirmed("problem_age", number(1.0));
        let contact = story.confirmed("priority", choice(priority)).contact();
        assert_eq!(outcome(&contact, "interest"), expected, "{priority}");
    }
}

#[test]
fn a_download_is_interest_in_reading_never_pain() {
    let download = EventKind::Engaged(Engaged {
        kind: EngagementKind::Download,
        on: day("2026-11-21"),
        note: Some("the white paper".to_owned()),
    });
    let contact = Story::captured("content_download").then(download).contact();
    assert_eq!(outcome(&contact, "pain"), Outcome::Unknown);
    assert_eq!(outcome(&contact, "interest"), Outcome::Unknown);
    assert!(contact.touches.is_empty(), "a download is engagement, not a touch");
}

#[test]
fn the_decision_maker_must_be_named() {
    for (decides, name, expected) in [
        (None, None, Outcome::Unknown),
        (Some("self"), None, Outcome::Met),
        (Some("someone_else"), None, Outcome::Unknown),
        (Some("someone_else"), Some("  "), Outcome::Unknown),
        (Some("someone_else"), Some("Dana, head of operations"), Outcome::Met),
        (Some("group"), None, Outcome::Unknown),
        (Some("group"), Some("the board, led by Kim"), Outcome::Met),
    ] {
        let mut story = Story::captured("referral");
        if let Some(decides) = decides {
            story = story.confirmed("decides", choice(decides));
        }
        if let Some(name) = name {
            story = story.confirmed("decider_name", text(name));
        }
        assert_eq!(outcome(&story.contact(), "decider"), expected, "{decides:?}, {name:?}");
    }
    let decider = pack().criterion(&CriterionId::new("decider")).expect("it is in the pack");
    assert_eq!(decider.step, "Name and involve the decision-maker.");
}

#[test]
fn a_named_decision_maker_fills_authority_only_by_confirming_in_person() {
    let named = opportunity()
        .confirmed("decides", choice("someone_else"))
        .confirmed("decider_name", text("Dana"));
    assert_eq!(percent(&named.contact()), Some(12.5));
    let hearsay = named.claimed("decider_confirmed", yes_no(true));
    assert_eq!(percent(&hearsay.contact()), Some(12.5));
    let confirmed = hearsay.confirmed("decider_confirmed", yes_no(true));
    assert_eq!(percent(&confirmed.contact()), Some(24.7));
}

#[test]
fn pain_that_a_visitor_claims_leaves_the_gate_open_but_decides_the_visitor_s_own_result() {
    let contact = Story::captured("wizard")
        .claimed_all(&organisation())
        .claimed_all(&pain_interest_fit())
        .contact();
    assert_eq!(contact.level(), Level::Lead);
    assert_eq!(verdict(&contact, "lead"), Verdict::Passed);
    assert_eq!(verdict(&contact, "prospect"), Verdict::Open);
    assert_eq!(outcome(&contact, "pain"), Outcome::Unknown);
    let level = |reading| judge_answers(pack(), &contact.answers, reading, today()).0;
    assert_eq!(level(Reading::AsRequired), Level::Prospect);
    assert_eq!(level(Reading::AsClaimed), Level::Opportunity);
    assert_eq!(
        judge_answers(pack(), &Answers::default(), Reading::AsClaimed, today()).0,
        Level::Lead
    );
}

#[test]
fn a_claim_takes_nothing_back_that_a_rep_has_confirmed() {
    let contact = opportunity().claimed("pain", yes_no(false)).contact();
    assert_eq!(outcome(&contact, "pain"), Outcome::Met);
    assert!(contact.answers.disagreement(&"pain".into()).is_some());
}

#[test]
fn each_stage_is_left_by_its_exit_criteria() {
    let date = || Value::Date(day("2026-12-01"));
    let steps = [
        ("opportunity/qualifying", vec![("discovery_meeting", date())]),
        (
            "opportunity/discovery",
            vec![
                ("situation_notes", text("three tools")),
                ("needs_notes", text("one list")),
                ("wants_notes", text("on the phone too")),
                ("pain_cost", dollars(60_000)),
                ("stakeholders_mapped", yes_no(true)),
            ],
        ),
        (
            "opportunity/proposal",
            vec![
                ("proposal_sent", date()),
                ("offer_amount", dollars(20_000)),
                ("expected_close", date()),
            ],
        ),
        (
            "opportunity/closing",
            vec![
                ("terms_agreed", yes_no(true)),
                ("contract_signed", date()),
                ("logistics_agreed", yes_no(true)),
            ],
        ),
    ];
    let mut story = opportunity();
    for (stage, answers) in steps {
        for (question, value) in answers {
            assert_eq!(
                verdict(&story.contact(), stage),
                Verdict::Open,
                "{stage} before {question}"
            );
            story = story.confirmed(question, value);
        }
        assert_eq!(verdict(&story.contact(), stage), Verdict::Passed, "{stage}");
    }
}

#[test]
fn standing_further_than_the_evidence_reaches_is_noticed() {
    let contact = Story::captured("website").advanced("opportunity/proposal").contact();
    let assessment = assess(rules(), &contact, today());
    assert!(assessment.ahead_of_evidence);
    assert_eq!(assessment.evidenced, Position::Lead);
}
