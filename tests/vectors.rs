//! The field's rules as exact examples, judged by the pack as it ships.
//!
//! Each test is one sentence of the rules (product.md, formulas.md); contacts are folded from
//! events, as in a workspace.

mod support;

use chrono::Utc;
use ripen::domain::answer::Answers;
use ripen::domain::assess::{Assessment, GateReading, Verdict, assess, judge_answers};
use ripen::domain::calibration::Calibration;
use ripen::domain::chance::chance;
use ripen::domain::contact::Contact;
use ripen::domain::evaluate::Reading;
use ripen::domain::event::{Created, Engaged, EngagementKind, EventKind, Reopened};
use ripen::domain::funnel::{Funnel, Row, Window, funnel};
use ripen::domain::ids::CriterionId;
use ripen::domain::money::Currency;
use ripen::domain::outcome::Outcome;
use ripen::domain::pipeline::pipeline;
use ripen::domain::position::{Level, Position};
use ripen::domain::range::Range;
use ripen::domain::value::Value;
use support::story::{Story, choice, day, dollars, number, position, text, usd, yes_no};
use support::{pack, rules, today};

/// Everything the Prospect gate asks for.
fn organisation() -> Vec<(&'static str, Value)> {
    vec![
        ("employees", number(240.0)),
        ("industry", choice("healthcare")),
        ("country", choice("BE")),
        ("need", yes_no(true)),
        ("feasible", yes_no(true)),
        ("decides", choice("self")),
    ]
}

/// Pain, interest and fit.
fn pain_interest_fit() -> Vec<(&'static str, Value)> {
    vec![
        ("pain", yes_no(true)),
        ("problem_age", number(2.0)),
        ("urgent", yes_no(false)),
        ("priority", choice("top_three")),
        ("situation", yes_no(true)),
    ]
}

/// A contact that was recognised as an opportunity, on confirmed evidence.
fn opportunity() -> Story {
    Story::captured("website")
        .confirmed_all(&organisation())
        .confirmed_all(&pain_interest_fit())
        .advanced("opportunity/qualifying")
}

/// The four answers that fill the slots of the win chance.
fn bant() -> [(&'static str, Value); 4] {
    [
        ("budget", choice("approved")),
        ("decider_confirmed", yes_no(true)),
        ("pain_cost", dollars(60_000)),
        ("purchase_within", choice("30_days")),
    ]
}

/// What a criterion of the two lower gates and the exits says.
fn outcome(contact: &Contact, criterion: &str) -> Outcome {
    let assessment = assess(rules(), contact, today());
    let mut readings = assessment.gates.iter().flat_map(|gate| &gate.criteria);
    let reading = readings.find(|reading| reading.id.as_str() == criterion);
    reading.unwrap_or_else(|| panic!("no gate asks for {criterion}")).outcome
}

fn gate<'a>(assessment: &'a Assessment, from: &str) -> &'a GateReading {
    assessment.gate_from(&position(from)).expect("a gate")
}

fn verdict(contact: &Contact, from: &str) -> Verdict {
    gate(&assess(rules(), contact, today()), from).verdict
}

/// The win chance in per cent, to one decimal.
fn percent(contact: &Contact) -> Option<f64> {
    let none = Calibration::default();
    let chance = chance(pack(), &none, &assess(rules(), contact, today()))?;
    Some((1000.0 * chance.probability).round() / 10.0)
}

fn flow(stories: &[Story]) -> Funnel {
    let contacts: Vec<_> = stories.iter().map(Story::contact).collect();
    funnel(pack(), &contacts, Window::default(), &Utc)
}

fn level(funnel: &Funnel, level: Level) -> Row {
    let place = Level::ALL.iter().position(|other| *other == level).expect("a level");
    funnel.levels[place]
}

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
fn an_early_opportunity_stands_at_one_in_eight_and_a_quantified_pain_lifts_it() {
    let early = opportunity();
    assert_eq!(percent(&early.contact()), Some(12.5));
    let guessed = early.claimed("pain_cost", dollars(60_000));
    assert_eq!(percent(&guessed.contact()), Some(12.5));
    let quantified = guessed.confirmed("pain_cost", dollars(60_000));
    assert_eq!(percent(&quantified.contact()), Some(24.7));
}

#[test]
fn each_slot_of_bant_lifts_the_chance_up_to_eighty_per_cent() {
    let mut story = opportunity();
    for ((question, value), expected) in bant().into_iter().zip([24.7, 43.1, 63.5, 80.0]) {
        story = story.confirmed(question, value);
        assert_eq!(percent(&story.contact()), Some(expected), "with {question}");
    }
}

#[test]
fn only_an_open_opportunity_has_a_win_chance() {
    let full = |story: Story| story.confirmed_all(&organisation()).confirmed_all(&bant());
    for (what, story) in [
        ("lead", full(Story::captured("website"))),
        ("prospect", full(Story::captured("website")).advanced("prospect")),
        ("lost", opportunity().lost()),
        ("disqualified", opportunity().disqualified()),
        ("won", opportunity().won()),
    ] {
        assert_eq!(percent(&story.contact()), None, "{what}");
    }
    let reopened = Reopened { to: position("opportunity/qualifying") };
    let again = opportunity().lost().then(EventKind::Reopened(reopened));
    assert_eq!(percent(&again.contact()), Some(12.5));
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
fn lead_to_opportunity_in_one_step_counts_as_having_passed_prospect() {
    let funnel = flow(&[Story::captured("website").advanced("opportunity/qualifying")]);
    for passed in [Level::Lead, Level::Prospect] {
        assert_eq!((level(&funnel, passed).entered, level(&funnel, passed).moved_on), (1, 1));
    }
    let row = level(&funnel, Level::Opportunity);
    assert_eq!((row.entered, row.moved_on, row.in_progress), (1, 0, 1));
}

#[test]
fn prospect_to_lead_to_prospect_counts_once() {
    let there_and_back =
        Story::captured("website").advanced("prospect").returned("lead").advanced("prospect");
    let funnel = flow(&[there_and_back]);
    assert_eq!(level(&funnel, Level::Lead).entered, 1);
    assert_eq!(level(&funnel, Level::Lead).moved_on, 1);
    assert_eq!(level(&funnel, Level::Prospect).entered, 1);
    assert_eq!(level(&funnel, Level::Prospect).in_progress, 1);
}

#[test]
fn every_row_adds_up_and_the_ended_stay_in_the_denominator() {
    let lead = || Story::captured("website");
    let funnel = flow(&[
        lead(),
        lead().disqualified(),
        lead().advanced("prospect"),
        lead().advanced("prospect").lost(),
        opportunity(),
        opportunity().lost(),
        opportunity().won(),
    ]);
    for (place, entered, moved_on, in_progress, disqualified, lost) in [
        (Level::Lead, 7, 5, 1, 1, 0),
        (Level::Prospect, 5, 3, 1, 0, 1),
        (Level::Opportunity, 3, 1, 1, 0, 1),
        (Level::Customer, 1, 0, 1, 0, 0),
    ] {
        let expected = Row { entered, moved_on, in_progress, disqualified, lost, ..Row::default() };
        assert_eq!(level(&funnel, place), expected, "{place:?}");
    }
    assert_eq!(funnel.undated, 0);
}

#[test]
fn the_cohort_is_those_who_entered_in_the_window() {
    let story =
        Story::new().on("2026-01-10").then(EventKind::Created(Created::default())).on("2026-03-05");
    let contact = story.advanced("prospect").contact();
    let window = |from, to| Window { from: Some(day(from)), to: Some(day(to)) };
    for (window, leads, prospects) in [
        (window("2026-01-10", "2026-01-10"), 1, 0),
        (window("2026-03-01", "2026-03-31"), 0, 1),
        (window("2026-02-01", "2026-02-28"), 0, 0),
        (Window::default(), 1, 1),
    ] {
        let funnel = funnel(pack(), [&contact], window, &Utc);
        let entered = [Level::Lead, Level::Prospect].map(|at| level(&funnel, at).entered);
        assert_eq!(entered, [leads, prospects], "{window:?}");
    }
}

#[test]
fn the_win_rate_is_won_of_won_and_lost_and_a_disqualified_opportunity_counts_as_lost() {
    let deal = |dollars| opportunity().worth(dollars);
    let wins = flow(&[
        deal(10_000).won(),
        deal(20_000).lost(),
        deal(30_000).disqualified(),
        opportunity().lost(),
        opportunity(),
        Story::captured("website").disqualified(),
        Story::captured("website").advanced("prospect").lost(),
    ])
    .wins;
    assert_eq!((wins.won, wins.lost, wins.disqualified), (1, 2, 1));
    assert_eq!(wins.rate().expect("some were closed").ratio(), 0.25);
    assert_eq!(wins.won_value.in_currency(Currency::USD), usd(10_000));
    assert_eq!(wins.lost_value.in_currency(Currency::USD), usd(50_000));
    assert_eq!(wins.lost_value.without_amount, 1);
    assert_eq!(flow(&[opportunity()]).wins.rate(), None);
}

#[test]
fn the_pipeline_weighs_each_open_amount_by_its_chance() {
    let contacts = [
        opportunity().worth(10_000),
        opportunity().confirmed_all(&bant()).worth(1_000),
        opportunity(),
        Story::captured("website").worth(500).advanced("opportunity/closing"),
        opportunity().worth(99_000).lost(),
        Story::captured("website").worth(99_000),
    ]
    .map(|story| story.contact());
    let none = Calibration::default();
    let pipeline = pipeline(rules(), &none, &contacts, today());
    assert_eq!(pipeline.open, 4);
    assert_eq!(pipeline.by_stage, [3, 0, 0, 1]);
    assert_eq!(pipeline.value.in_currency(Currency::USD), usd(11_500));
    assert_eq!(pipeline.value.without_amount, 1);
    // 10 000 × 0.125 + 1 000 × 0.8 + 500 × 0.125
    assert_eq!(pipeline.weighted.in_currency(Currency::USD).minor, 211_250);
    assert_eq!(pipeline.evidenced, 3);
    assert_eq!(pipeline.evidenced_value.in_currency(Currency::USD), usd(11_000));
}

#[test]
fn standing_further_than_the_evidence_reaches_is_noticed() {
    let contact = Story::captured("website").advanced("opportunity/proposal").contact();
    let assessment = assess(rules(), &contact, today());
    assert!(assessment.ahead_of_evidence);
    assert_eq!(assessment.evidenced, Position::Lead);
}
