//! Fit and readiness by the formulas they are published with.

mod support;

use chrono::Utc;
use proptest::prelude::*;
use ripen::domain::evaluate::{Facts, Reading};
use ripen::domain::event::{Direction, Engaged, EngagementKind, EventKind, TouchKind, Touched};
use ripen::domain::outcome::Outcome;
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::scoring::{Signal, SignalKind};
use ripen::domain::rules::Rules;
use ripen::domain::score::{Grade, Score, Scores, scores};
use ripen::domain::value::Value;
use support::story::{Story, day, yes_no};
use support::{config, today};

/// Fit of three weights; readiness of pain, interest, and engagement that halves in 14 days.
fn playbook() -> Playbook {
    let question = |id: &str| {
        format!(r#"{{"id":"{id}","section":"s","title":"{id}","ask":"?","kind":"yes_no"}}"#)
    };
    let criterion = |id: &str| {
        format!(
            r#"{{"id":"{id}","title":"","rule_text":"","step":"",
            "rule":{{"answer":{{"question":"{id}","is":{{"yes":true}}}}}}}}"#
        )
    };
    let ids = ["size", "place", "growth", "pain", "interest"];
    let text = format!(
        r#"{{"format":"ripen-playbook","version":1,"id":"p","revision":1,"title":"P",
        "sections":[{{"id":"s","title":"S"}}],"questions":[{}],"criteria":[{}],
        "gates":{{"prospect":[],"opportunity":[]}},
        "sources":[{{"id":"demo","title":"Demo","intent":"high"}},
          {{"id":"paper","title":"White paper","intent":"low"}},{{"id":"odd","title":"Odd"}}],
        "scoring":{{"fit":[{{"criterion":"size","weight":2}},{{"criterion":"place","weight":1}},
            {{"criterion":"growth","weight":1}}],
          "readiness":[
            {{"title":"Pain","cap":40,"signals":[{{"is":{{"criterion":"pain"}},"points":40}}]}},
            {{"title":"Interest","cap":30,"signals":[{{"is":{{"criterion":"interest"}},"points":30}}]}},
            {{"title":"Engagement","cap":30,"half_life":14,"signals":[
              {{"is":{{"source":"high"}},"points":20}},{{"is":{{"source":"low"}},"points":5}},
              {{"is":"visitor_answers","points":10}},{{"is":"inbound_touch","points":10}}]}}]}}}}"#,
        ids.map(question).join(","),
        ids.map(criterion).join(","),
    );
    serde_json::from_str(&text).expect("a playbook")
}

fn scored(story: &Story) -> Scores {
    let (playbook, contact) = (playbook(), story.contact());
    let rules = Rules::of(&playbook);
    let facts = Facts::new(&rules, &contact.answers, Reading::AsRequired, today());
    scores(&facts, &contact, &Utc).expect("there is a scoring")
}

fn check(score: &Score, low: f64, high: f64, coverage: f64) {
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
    let fits = near(score.low, low) && near(score.high, high) && near(score.coverage, coverage);
    assert!(fits, "{low}–{high} of {coverage}, not {score:?}");
}

fn touched(on: &str, direction: Direction) -> EventKind {
    let (kind, minutes, note) = (TouchKind::Email, None, None);
    EventKind::Touched(Touched { kind, direction, on: day(on), minutes, note })
}

#[test]
fn fit_is_met_weight_of_all_weight_and_unknown_makes_a_range() {
    let story = Story::captured("demo");
    check(&scored(&story).fit, 0.0, 100.0, 0.0);
    let story = story.confirmed("size", yes_no(true));
    check(&scored(&story).fit, 50.0, 100.0, 0.5);
    let story = story.confirmed("place", yes_no(false));
    check(&scored(&story).fit, 50.0, 75.0, 0.75);
    let story = story.confirmed("growth", yes_no(true));
    check(&scored(&story).fit, 75.0, 75.0, 1.0);
}

#[test]
fn engagement_fades_by_half_in_fourteen_days_and_pain_does_not() {
    let pain = [("pain", yes_no(true)), ("interest", yes_no(false))];
    for (on, low) in [("2026-11-21", 60.0), ("2026-11-07", 50.0), ("2026-10-24", 45.0)] {
        let story = Story::new().on(on).then(EventKind::Created(ripen::domain::event::Created {
            source: Some("demo".into()),
        }));
        check(&scored(&story.confirmed_all(&pain)).readiness, low, low, 1.0);
    }
}

#[test]
fn a_group_counts_up_to_its_cap() {
    let engaged = |story: Story, n: usize| {
        (0..n).fold(story, |story, _| story.then(touched("2026-11-21", Direction::Inbound)))
    };
    let known = Story::captured("demo").confirmed("pain", yes_no(false));
    let known = known.confirmed("interest", yes_no(false));
    check(&scored(&engaged(known.clone(), 0)).readiness, 20.0, 20.0, 1.0);
    check(&scored(&engaged(known.clone(), 1)).readiness, 30.0, 30.0, 1.0);
    check(&scored(&engaged(known.clone(), 9)).readiness, 30.0, 30.0, 1.0);
    let ours = known.then(touched("2026-11-21", Direction::Outbound));
    check(&scored(&ours).readiness, 20.0, 20.0, 1.0);
}

#[test]
fn a_download_is_engagement_and_never_pain() {
    let scores = scored(&Story::captured("paper"));
    let pain = &scores.readiness.contributions[0];
    assert_eq!((pain.outcome, pain.adds), (Outcome::Unknown, 0.0));
    check(&scores.readiness, 5.0, 75.0, 0.3);
}

#[test]
fn what_the_contact_did_counts_as_engagement_and_fades() {
    let mut playbook = playbook();
    let scoring = playbook.scoring.as_mut().expect("there is a scoring");
    scoring.readiness[2].signals.push(Signal { is: SignalKind::Engagement, points: 8.0 });
    let rules = Rules::of(&playbook);
    let ready = |story: &Story| {
        let contact = story.contact();
        let facts = Facts::new(&rules, &contact.answers, Reading::AsRequired, today());
        scores(&facts, &contact, &Utc).expect("there is a scoring").readiness.low
    };
    let engaged = |on: &str| {
        let kind = EngagementKind::Download;
        EventKind::Engaged(Engaged { kind, on: day(on), note: None })
    };
    let check = |story: Story, low: f64| {
        let ready = ready(&story);
        assert!((ready - low).abs() < 1e-9, "{ready} is not {low}");
    };
    check(Story::captured("odd"), 0.0);
    check(Story::captured("odd").then(engaged("2026-11-21")), 8.0);
    check(Story::captured("odd").then(engaged("2026-11-07")), 4.0);
    check(Story::captured("paper").then(engaged("2026-11-21")).then(engaged("2026-11-07")), 17.0);
}

#[test]
fn an_unknown_source_may_turn_out_to_be_the_best_one_only_once() {
    let story = Story::captured("odd");
    let known = [("pain", yes_no(false)), ("interest", yes_no(false))];
    check(&scored(&story.confirmed_all(&known)).readiness, 0.0, 20.0, 0.7 + 0.3 * 20.0 / 45.0);
}

#[test]
fn grades_have_their_cuts() {
    let scoring = playbook().scoring.expect("there is a scoring");
    for (score, grade) in [
        (100.0, Grade::First),
        (75.0, Grade::First),
        (74.9, Grade::Second),
        (50.0, Grade::Second),
        (25.0, Grade::Third),
        (0.0, Grade::Fourth),
    ] {
        assert_eq!(scoring.grade(score), grade, "{score}");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn more_knowledge_never_widens_a_score(answers in proptest::collection::vec(0_u8..3, 5)) {
        let ids = ["size", "place", "growth", "pain", "interest"];
        let mut story = Story::captured("demo");
        let mut before = scored(&story);
        for (id, answer) in ids.into_iter().zip(answers) {
            if answer == 2 {
                continue;
            }
            story = story.confirmed(id, Value::YesNo(answer == 1));
            let after = scored(&story);
            for (before, after) in [(&before.fit, &after.fit), (&before.readiness, &after.readiness)] {
                let within = |n: f64| n >= before.low - 1e-9 && n <= before.high + 1e-9;
                prop_assert!(within(after.low) && within(after.high) && after.low <= after.high);
                prop_assert!(after.coverage >= before.coverage - 1e-9 && after.coverage <= 1.0 + 1e-9);
            }
            before = after;
        }
    }
}
