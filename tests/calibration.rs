//! The win chance set right by the deals that were closed here, in vectors.

mod support;

use proptest::prelude::*;
use ripen::domain::assess::assess;
use ripen::domain::calibration::{Calibration, Closed};
use ripen::domain::chance::{Chance, chance};
use ripen::domain::contact::Contact;
use ripen::domain::money::Currency;
use ripen::domain::pipeline::pipeline;
use ripen::domain::value::Value;
use support::story::{Story, choice, dollars, yes_no};
use support::{config, pack, rules, today};

/// An opportunity with the first so many slots of the win chance filled.
fn opportunity(filled: usize) -> Story {
    let bant: [(&str, Value); 4] = [
        ("budget", choice("approved")),
        ("decider_confirmed", yes_no(true)),
        ("pain_cost", dollars(60_000)),
        ("purchase_within", choice("30_days")),
    ];
    let pain = Story::captured("website").confirmed("pain", yes_no(true));
    pain.confirmed_all(&bant[..filled]).advanced("opportunity/qualifying")
}

fn closed(filled: usize, won: usize, lost: usize) -> Vec<Contact> {
    let of = |story: Story, n| vec![story.contact(); n];
    [of(opportunity(filled).won(), won), of(opportunity(filled).lost(), lost)].concat()
}

fn learnt(contacts: &[Contact]) -> Calibration {
    Calibration::of(rules(), contacts, today())
}

fn of(filled: usize, contacts: &[Contact]) -> Chance {
    let assessment = assess(rules(), &opportunity(filled).contact(), today());
    chance(pack(), &learnt(contacts), &assessment).expect("an open opportunity")
}

fn check(filled: usize, contacts: &[Contact], percent: f64) {
    let chance = of(filled, contacts).probability;
    assert!((100.0 * chance - percent).abs() < 0.05, "{filled}: {chance}");
}

#[test]
fn two_won_of_ten_at_a_prior_of_an_eighth_are_a_sixth() {
    let contacts = closed(0, 2, 8);
    check(0, &contacts, 16.7);
    let chance = of(0, &contacts);
    assert_eq!((chance.prior, chance.closed), (0.125, Some(Closed { won: 2, closed: 10 })));
}

#[test]
fn only_deals_with_as_many_slots_count() {
    let contacts = closed(1, 2, 8);
    check(0, &contacts, 12.5);
    check(2, &contacts, 43.1);
    // (2 + 8 × 24.7 %) ÷ 18
    check(1, &contacts, 22.1);
    assert!((of(0, &contacts).with_next.expect("one is open") - 0.221).abs() < 0.000_5);
    assert_eq!(of(0, &contacts).closed, None);
}

#[test]
fn without_closed_deals_the_playbook_s_chance_stands() {
    for (filled, percent) in [(0, 12.5), (1, 24.7), (2, 43.1), (3, 63.5), (4, 80.0)] {
        check(filled, &[], percent);
    }
}

#[test]
fn what_ended_below_opportunity_is_no_closed_deal() {
    let below = [
        Story::captured("website").disqualified(),
        Story::captured("website").advanced("prospect").lost(),
        opportunity(0),
    ];
    let contacts = below.map(|story| story.contact());
    check(0, &contacts, 12.5);
    // One disqualified as an opportunity was not won: (0 + 1) ÷ 9.
    check(0, &[opportunity(0).disqualified().contact()], 11.1);
}

#[test]
fn the_slots_are_those_of_the_day_it_closed() {
    let late = opportunity(0).lost().confirmed("budget", choice("approved")).contact();
    let calibration = learnt(&[late]);
    assert_eq!(calibration.closed(0), Some(Closed { won: 0, closed: 1 }));
    assert_eq!(calibration.closed(1), None);
    let again = opportunity(0)
        .lost()
        .confirmed("budget", choice("approved"))
        .advanced("opportunity/proposal")
        .won()
        .contact();
    let calibration = learnt(&[again]);
    assert_eq!(calibration.closed(1), Some(Closed { won: 1, closed: 1 }));
}

#[test]
fn the_weighted_pipeline_uses_it() {
    let open = opportunity(0).worth(18_000).contact();
    let contacts = [closed(0, 2, 8), vec![open]].concat();
    let pipeline = pipeline(rules(), &learnt(&contacts), &contacts, today());
    assert_eq!(pipeline.weighted.in_currency(Currency::USD).minor, 300_000);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn it_is_never_certain(won in 0_u32..100_000, lost in 0_u32..100_000, prior in 0.001_f64..0.999) {
        let chance = Closed { won, closed: won + lost }.with(prior);
        prop_assert!(chance > 0.0 && chance < 1.0, "{}", chance);
    }
}
