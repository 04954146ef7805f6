//! What holds for all histories that are merged, checked on arbitrary ones.

use super::{Histories, borrowed, event, id, into, merging, workspace};
use crate::support::{any_events, config};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use ripen::domain::answer::{Evidence, Given};
use ripen::domain::contact::{Contact, same_name};
use ripen::domain::event::{Event, EventKind, Field, Retracted};
use ripen::domain::fold::fold;
use ripen::domain::log::EventLog;
use ripen::domain::merged::fold_all;
use ripen::domain::value::Value;

/// Up to four contacts, of which any may be merged into any, itself and one that is not here
/// included.
fn any_histories() -> impl Strategy<Value = Histories> {
    vec((any_events(), option::weighted(0.7, 0_u64..5)), 1..=4).prop_map(|all| {
        let history = |(n, (mut events, target)): (u64, (Vec<Event>, Option<u64>))| {
            events.retain(|event| !matches!(event.kind, EventKind::Retracted(_)));
            events.extend(target.map(|target| into(100, target)));
            (id(n), EventLog::new(events))
        };
        (0..).zip(all).map(history).collect()
    })
}

/// What is on record of a question but for the moment and the author.
fn said(given: &Given) -> (Evidence, &Value, Option<&str>) {
    (given.evidence, &given.value, given.note.as_deref().filter(|note| !note.is_empty()))
}

/// Whether the one that goes on was asked at that grade and did not know.
fn takes_back(own: &Contact, question: &ripen::domain::ids::QuestionId, grade: Evidence) -> bool {
    own.answers.asked(question) == Some(grade)
        && own.answers.all(question).all(|given| given.evidence != grade)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn everybody_goes_on_in_exactly_one_contact(all in any_histories()) {
        let folded = fold_all(borrowed(&all));
        for (id, contact) in &folded {
            match contact.merged_into {
                None => {}
                Some(goes_on) => {
                    prop_assert_eq!(folded[&goes_on].merged_into, None);
                    prop_assert!(folded[&goes_on].merged.iter().any(|other| other.id == *id));
                }
            }
        }
        let here = all.iter().filter_map(|(id, log)| fold(*id, log)).count();
        prop_assert_eq!(folded.len(), here);
    }

    #[test]
    fn nothing_of_either_is_lost(all in any_histories()) {
        let folded = fold_all(borrowed(&all));
        for (from, log) in &all {
            let Some(own) = fold(*from, log) else { continue };
            let goes_on = folded[from].merged_into.unwrap_or(*from);
            let (result, winner) = (&folded[&goes_on], fold(goes_on, &all[&goes_on]).expect("it is there"));
            for touch in &own.touches {
                prop_assert!(result.touches.contains(touch));
            }
            for engaged in &own.engagements {
                prop_assert!(result.engagements.contains(engaged));
            }
            for amount in &own.amounts {
                prop_assert!(result.amounts.contains(amount));
            }
            for person in &own.stakeholders {
                prop_assert!(result.stakeholders.iter().any(|it| same_name(&it.name, &person.name)));
            }
            for text in own.attributes.values() {
                prop_assert!(result.attributes.values().any(|it| it == text));
            }
            if let Some(external) = &own.external_id {
                prop_assert!(result.external_ids().contains(&external.as_str()));
            }
            // Of where they came from, the earliest counts.
            for (field, text) in own.fields.iter().filter(|(field, _)| **field != Field::Source) {
                prop_assert!(result.every(*field).contains(&text.as_str()));
            }
            for question in own.answers.questions() {
                for given in own.answers.all(question) {
                    let (grade, value, words) = said(given);
                    let kept = result.answers.all(question).any(|it| {
                        let it = said(it);
                        (it.0, it.1) == (grade, value) && (words.is_none() || it.2 == words)
                    });
                    prop_assert!(kept || (goes_on != *from && takes_back(&winner, question, grade)));
                }
                let (counts, theirs) = (result.answers.get(question), own.answers.get(question));
                if let (Some(counts), Some(theirs)) = (counts, theirs)
                    && counts.evidence == theirs.evidence && counts.value != theirs.value
                {
                    prop_assert!(result.answers.disagreement(question).is_some());
                }
            }
            prop_assert_eq!(&result.position, &winner.position, "nobody is moved");
            prop_assert_eq!(&result.standing, &winner.standing);
            prop_assert_eq!(&result.ended, &winner.ended);
        }
    }

    #[test]
    fn the_order_in_which_histories_arrive_does_not_matter(
        (all, order) in any_histories().prop_flat_map(|all| {
            let halves: Vec<_> = all.iter().flat_map(|(id, log)| {
                let (a, b): (Vec<_>, Vec<_>) =
                    log.events().iter().cloned().partition(|event| event.id.millis() % 2 == 0);
                [(*id, EventLog::new(a)), (*id, EventLog::new(b))]
            }).collect();
            (Just(all), Just(halves).prop_shuffle())
        })
    ) {
        let (mut one, folded) = (workspace(order), fold_all(borrowed(&all)));
        for (id, log) in &all {
            prop_assert_eq!(&one.record(*id).expect("it is there").log, log);
            prop_assert_eq!(one.contact(*id), folded.get(id));
        }
        let standing = one.contacts().count();
        prop_assert_eq!(standing, folded.values().filter(|it| it.merged_into.is_none()).count());
        // They are counted as they come and go, also where somebody merged is erased.
        for id in all.keys() {
            prop_assert_eq!(one.count(), one.contacts().count());
            one.erase(*id);
        }
        prop_assert_eq!((one.count(), one.contacts().count()), (0, 0));
    }

    #[test]
    fn taking_the_merging_back_restores_both(all in any_histories()) {
        let before: Histories = all.iter().map(|(id, log)| {
            let events = log.events().iter().filter(|event| event.batch != merging(100));
            (*id, EventLog::new(events.cloned().collect()))
        }).collect();
        let retracted = EventKind::Retracted(Retracted { batch: merging(100) });
        let mut undone = workspace(all.clone());
        for id in all.keys() {
            undone.take_in(*id, EventLog::new(vec![event(101, retracted.clone())]));
        }
        let before = workspace(before);
        for id in all.keys() {
            prop_assert_eq!(undone.contact(*id), before.contact(*id));
        }
    }
}
