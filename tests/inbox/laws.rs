//! What holds of any results, on any pages, in any order.

use super::support::{config, words};
use super::{Said, by_rep, confirmed, contact, take, yes};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use ripen::domain::event::{By, EventKind};
use ripen::domain::log::EventLog;

/// What happens on one of several pages.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// It takes a finish in.
    Take(usize, usize),
    /// It hears what another has.
    Hear(usize, usize),
    /// A rep records something there.
    Rep(usize, u8, bool),
}

const PAGES: usize = 3;
const FINISHES: usize = 4;

fn any_said() -> impl Strategy<Value = Said> {
    (btree_map(0_u8..4, option::of(any::<bool>()), 0..4), option::of(words()))
        .prop_map(|(answers, email)| Said { answers, email })
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..PAGES, 0..FINISHES).prop_map(|(page, n)| Step::Take(page, n)),
        1 => (0..PAGES, 0..PAGES).prop_map(|(page, other)| Step::Hear(page, other)),
        1 => (0..PAGES, 0_u8..4, any::<bool>()).prop_map(|(p, q, yes)| Step::Rep(p, q, yes)),
    ]
}

fn place(n: usize) -> u64 {
    u64::try_from(n).unwrap()
}

/// Carries the steps out; gives what each page has.
fn pages(all: &[Said], steps: &[Step]) -> [EventLog; PAGES] {
    let mut pages: [EventLog; PAGES] = std::array::from_fn(|_| EventLog::default());
    for (n, step) in steps.iter().enumerate() {
        match *step {
            Step::Take(page, finish) => {
                take(&mut pages[page], place(finish), &all[finish]);
            }
            Step::Hear(page, other) => {
                let other = pages[other].clone();
                pages[page].join(&other);
            }
            Step::Rep(page, question, yes) => {
                pages[page].push(by_rep(place(n % FINISHES), confirmed(question, yes)));
            }
        }
    }
    pages
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_came_before_brings_nothing_however_often_it_comes(
        all in vec(any_said(), FINISHES),
        steps in vec(any_step(), 0..12),
    ) {
        // On one page, in any order. What brought nothing leaves no trace, and nothing is lost by that.
        let (mut log, mut latest) = (EventLog::default(), None);
        for (turn, step) in steps.into_iter().enumerate() {
            let before = log.clone();
            match step {
                Step::Take(_, n) if latest.is_some_and(|latest| n <= latest) => {
                    prop_assert_eq!(take(&mut log, place(n), &all[n]), 0);
                    prop_assert_eq!(&log, &before);
                }
                Step::Take(_, n) => {
                    if take(&mut log, place(n), &all[n]) != 0 {
                        latest = Some(n);
                    }
                    let after = log.clone();
                    prop_assert_eq!(take(&mut log, place(n), &all[n]), 0);
                    prop_assert_eq!(&log, &after);
                    prop_assert!(log.holds(&before));
                }
                Step::Rep(_, q, yes) => log.push(by_rep(place(turn), confirmed(q, yes))),
                Step::Hear(..) => {}
            }
        }
    }

    #[test]
    fn pages_that_take_in_what_they_see_come_to_the_same(
        all in vec(any_said(), FINISHES),
        steps in vec(any_step(), 0..12),
    ) {
        let [mut log, second, third] = pages(&all, &steps);
        let mut other = third.clone();
        other.join(&log);
        other.join(&second);
        log.join(&second);
        log.join(&third);
        prop_assert_eq!(&log, &other);
        // The last finish still lies there, and is taken in by whoever comes.
        let last = FINISHES - 1;
        take(&mut log, place(last), &all[last]);
        let again = log.clone();
        prop_assert_eq!(take(&mut log, place(last), &all[last]), 0);
        prop_assert_eq!(&log, &again);
        let captured = log.events().iter().filter(|e| matches!(e.kind, EventKind::Created(_)));
        prop_assert_eq!(captured.count(), 1);
        let claims = EventLog::new(
            log.events().iter().filter(|event| event.by == By::Visitor).cloned().collect(),
        );
        let lead = contact(&claims);
        for (n, expected) in &all[last].answers {
            if expected.is_some() {
                prop_assert_eq!(yes(&lead, *n), *expected);
            }
        }
        let by_reps = |log: &EventLog| log.events().iter().filter(|e| e.by != By::Visitor).count();
        prop_assert!(by_reps(&log) >= by_reps(&second).max(by_reps(&third)));
    }
}
