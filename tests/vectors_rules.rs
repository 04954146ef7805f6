//! The field's rule-set vectors where more than one thing is said at once, judged by the pack as it
//! ships.

mod support;

use chrono::Utc;
use proptest::prelude::*;
use proptest::sample::Index;
use ripen::domain::answer::Evidence;
use ripen::domain::assess::{Verdict, assess};
use ripen::domain::contact::Contact;
use ripen::domain::evaluate::{Facts, Reading};
use ripen::domain::event::{Answered, EventKind};
use ripen::domain::outcome::Outcome;
use ripen::domain::score::{Contribution, Contributor, scores};
use ripen::domain::value::Value;
use support::story::{Story, choice, dollars, number, position, yes_no};
use support::{config, pack, rules, today};

fn outcome(contact: &Contact, criterion: &str) -> Outcome {
    Facts::new(rules(), &contact.answers, Reading::AsRequired, today()).criterion(&criterion.into())
}

#[test]
fn a_white_paper_earns_engagement_points_and_leaves_pain_unknown() {
    let contact = Story::captured("content_download").contact();
    assert_eq!(outcome(&contact, "pain"), Outcome::Unknown);
    let facts = Facts::new(rules(), &contact.answers, Reading::AsRequired, today());
    let readiness = scores(&facts, &contact, &Utc).expect("the pack scores").readiness;
    let engagement = |one: &&Contribution| matches!(one.of, Contributor::Signal(2, _));
    let earned: f64 = readiness.contributions.iter().filter(engagement).map(|one| one.adds).sum();
    assert!(earned > 0.0 && readiness.low > 0.0, "{readiness:?}");
    let others = readiness.contributions.iter().filter(|one| !engagement(one));
    assert!(others.clone().count() > 0 && others.clone().all(|one| one.adds == 0.0));
}

#[test]
fn twenty_years_are_no_interest_once_it_is_known_that_nothing_made_it_urgent() {
    let old = || {
        Story::captured("event")
            .confirmed("priority", choice("first"))
            .confirmed("problem_age", number(20.0))
    };
    // The condition is the answer about urgency: without it, twenty years alone are Unknown.
    assert_eq!(outcome(&old().contact(), "interest"), Outcome::Unknown);
    let unbothered = old().confirmed("urgent", yes_no(false));
    assert_eq!(outcome(&unbothered.contact(), "interest"), Outcome::NotMet);
    let urgent = old().confirmed("urgent", yes_no(true));
    assert_eq!(outcome(&urgent.contact(), "interest"), Outcome::Met);
}

/// Good, bad and unknown answers to what the gates and the win chance ask besides the size.
fn others() -> Vec<(&'static str, [Option<Value>; 3])> {
    let yes = || [Some(yes_no(true)), Some(yes_no(false)), None];
    let one = |good, bad| [Some(choice(good)), Some(choice(bad)), None];
    vec![
        ("industry", one("healthcare", "other")),
        ("country", one("BE", "other")),
        ("need", yes()),
        ("feasible", yes()),
        ("decides", one("self", "someone_else")),
        ("pain", yes()),
        ("problem_age", [Some(number(2.0)), Some(number(20.0)), None]),
        ("urgent", yes()),
        ("priority", one("first", "not_listed")),
        ("situation", yes()),
        ("budget", one("approved", "none")),
        ("decider_confirmed", yes()),
        ("pain_cost", [Some(dollars(60_000)), Some(dollars(0)), None]),
        ("purchase_within", one("30_days", "later")),
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn three_people_are_knocked_out_whatever_else_is_answered_in_any_order(
        said in prop::collection::vec(0_usize..4, 14),
        order in Just(others()).prop_shuffle(),
        place in any::<Index>(),
        claimed in any::<bool>(),
    ) {
        let evidence = if claimed { Evidence::Claimed } else { Evidence::Confirmed };
        let mut answers: Vec<(&str, Option<Value>)> = Vec::new();
        for ((question, values), said) in order.into_iter().zip(said) {
            // Past the three there is nothing on record at all.
            if let Some(value) = values.into_iter().nth(said) {
                answers.push((question, value));
            }
        }
        let place = place.index(answers.len() + 1);
        answers.insert(place, ("employees", Some(number(3.0))));
        let story = answers.into_iter().fold(Story::captured("referral"), |story, (id, value)| {
            let question = id.into();
            story.then(EventKind::Answered(Answered { question, value, evidence, note: None, from: None }))
        });
        let contact = story.contact();
        let assessment = assess(rules(), &contact, today());
        for from in ["lead", "prospect"] {
            let gate = assessment.gate_from(&position(from)).expect("a gate");
            prop_assert_eq!(gate.verdict, Verdict::Failed, "{}", from);
        }
        let size = pack().criterion(&"size".into()).expect("in the pack");
        prop_assert!(size.knock_out.is_some());
        prop_assert_eq!(outcome(&contact, "size"), Outcome::NotMet);
        prop_assert_eq!(outcome(&contact, "fit"), Outcome::NotMet);
    }
}
