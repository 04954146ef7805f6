//! What holds for every history: joined, undone, at rest, folded and counted.

use crate::contact_id;
use crate::support::story::day;
use crate::support::{any_day, any_event, any_events, config, pack, rules, today};
use chrono::Utc;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::subsequence;
use ripen::domain::assess::assess;
use ripen::domain::calibration::Calibration;
use ripen::domain::contact::Contact;
use ripen::domain::event::{By, Event, EventKind, Retracted};
use ripen::domain::fold::fold;
use ripen::domain::funnel::{Row, Window, funnel};
use ripen::domain::ids::{BatchId, EventId};
use ripen::domain::log::EventLog;
use ripen::domain::pipeline::pipeline;
use ripen::domain::when::When;

fn joined(a: &EventLog, b: &EventLog) -> EventLog {
    let mut both = a.clone();
    both.join(b);
    both
}

fn any_log() -> impl Strategy<Value = EventLog> {
    any_events().prop_map(EventLog::new)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn joining_does_not_depend_on_the_order(a in any_log(), b in any_log(), c in any_log()) {
        prop_assert_eq!(joined(&a, &b), joined(&b, &a));
        prop_assert_eq!(joined(&joined(&a, &b), &c), joined(&a, &joined(&b, &c)));
    }

    #[test]
    fn joining_twice_changes_nothing(a in any_log(), b in any_log()) {
        let both = joined(&a, &b);
        for part in [&a, &b, &both] {
            let mut again = both.clone();
            prop_assert!(!again.join(part));
            prop_assert_eq!(&again, &both);
        }
    }

    #[test]
    fn joining_loses_no_event(a in any_log(), b in any_log()) {
        let both = joined(&a, &b);
        for event in a.events().iter().chain(b.events()) {
            prop_assert!(both.events().iter().any(|kept| kept.id == event.id));
        }
    }

    #[test]
    fn any_part_of_any_history_folds_and_can_be_judged(events in any_events_in_part()) {
        if let Some(contact) = fold(contact_id(), &EventLog::new(events)) {
            let assessment = assess(rules(), &contact, today());
            prop_assert_eq!(assessment.gates.len(), pack().path().len() - 1);
            pipeline(rules(), &Calibration::of(rules(), [&contact], today()), [&contact], today());
        }
    }

    #[test]
    fn the_order_in_which_events_arrive_does_not_matter(
        events in any_events().prop_map(distinct).prop_flat_map(|events| {
            (Just(events.clone()), Just(events).prop_shuffle())
        })
    ) {
        let (sorted, shuffled) = events;
        let mut one_by_one = EventLog::default();
        shuffled.iter().cloned().for_each(|event| one_by_one.push(event));
        prop_assert_eq!(&one_by_one, &EventLog::new(sorted));
        let shuffled = fold(contact_id(), &EventLog::new(shuffled));
        prop_assert_eq!(fold(contact_id(), &one_by_one), shuffled);
    }

    #[test]
    fn undo_takes_an_action_back_and_redo_restores_it(
        before in any_log(), after in vec(any_event(), 1..4)
    ) {
        let acted = append(&before, after.into_iter().map(|event| event.kind), 10);
        let undone = append(&acted, [retraction(10)], 11);
        let redone = append(&undone, [retraction(11)], 12);
        let undone_again = append(&redone, [retraction(12)], 13);
        let state = |log| fold(contact_id(), log);
        prop_assert_eq!(state(&undone), state(&before));
        prop_assert_eq!(state(&redone), state(&acted));
        prop_assert_eq!(state(&undone_again), state(&before));
    }

    #[test]
    fn at_rest_nothing_is_lost_that_counts(a in any_log(), b in any_log(), n in 20_u64..40) {
        let rest = a.clone().at_rest();
        prop_assert_eq!(fold(contact_id(), &rest), fold(contact_id(), &a));
        prop_assert_eq!(&rest.clone().at_rest(), &rest);
        // A page that holds the whole gets the whole, and what it goes on to do counts.
        prop_assert_eq!(joined(&rest, &a), a.clone());
        let further = append(&joined(&a, &b), [retraction(n)], 50);
        prop_assert_eq!(joined(&rest, &further), further);
    }

    #[test]
    fn an_event_survives_the_way_out_and_back(event in any_event()) {
        let json = serde_json::to_string(&event).unwrap();
        let back: Event = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(serde_json::to_string(&back).unwrap(), json);
        prop_assert_eq!(back, event);
    }

    #[test]
    fn an_id_follows_whatever_came_before(
        last in any::<u128>(),
        at_the_end_of_time in any::<bool>(),
        clock in vec((any::<u64>(), any::<[u8; 10]>()), 1..8),
    ) {
        // Some room is left above, as after the very last id there is none.
        let end_of_time = if at_the_end_of_time { 0xffff_ffff_ffff << 80 } else { 0 };
        let last = uuid::Uuid::from_u128((last | end_of_time) & !0xff);
        let mut last = EventId::parse(&last.to_string()).expect("a UUID");
        for (millis, random) in clock {
            let next = EventId::after(Some(last), millis, random);
            prop_assert!(next > last, "{} does not follow {}", next, last);
            last = next;
        }
    }

    #[test]
    fn every_row_of_the_funnel_adds_up(
        histories in vec(any_log(), 0..6),
        from in option::of(any_day()),
        to in option::of(any_day()),
    ) {
        let contacts: Vec<Contact> =
            histories.iter().filter_map(|log| fold(contact_id(), log)).collect();
        for window in [Window { from, to }, Window::default()] {
            let funnel = funnel(pack(), &contacts, window, &Utc);
            for row in funnel.levels.iter().chain(&funnel.stages) {
                prop_assert_eq!(row.entered, fates(row), "{:?}", row);
                prop_assert!(row.entered <= contacts.len());
            }
            let wins = &funnel.wins;
            prop_assert!(wins.won + wins.lost + wins.disqualified <= contacts.len());
        }
    }
}

fn any_events_in_part() -> impl Strategy<Value = Vec<Event>> {
    any_events().prop_flat_map(|events| {
        let count = events.len();
        subsequence(events, 0..=count).prop_shuffle()
    })
}

/// The first of each id, in id order.
fn distinct(events: Vec<Event>) -> Vec<Event> {
    EventLog::new(events).events().to_vec()
}

fn batch(n: u64) -> BatchId {
    BatchId::new(n, [0; 10])
}

fn retraction(n: u64) -> EventKind {
    EventKind::Retracted(Retracted { batch: batch(n) })
}

/// One more user action at the end of a history.
fn append(log: &EventLog, kinds: impl IntoIterator<Item = EventKind>, action: u64) -> EventLog {
    let mut log = log.clone();
    for kind in kinds {
        let id = EventId::after(log.last_id(), 0, [0; 10]);
        let at = When::Day(day("2026-11-21"));
        log.push(Event { id, at, by: By::Visitor, batch: batch(action), kind });
    }
    log
}

fn fates(row: &Row) -> usize {
    row.moved_on + row.in_progress + row.nurturing + row.disqualified + row.lost
}
