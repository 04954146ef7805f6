//! The win chance, and the pipeline it weighs.

use super::{bant, opportunity, organisation, percent};
use crate::support::story::{Story, dollars, position, usd};
use crate::support::{rules, today};
use ripen::domain::calibration::Calibration;
use ripen::domain::event::{EventKind, Reopened};
use ripen::domain::money::Currency;
use ripen::domain::pipeline::pipeline;

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
