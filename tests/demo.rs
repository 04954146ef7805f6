//! The demo's made-up contacts obey the rules, show everything there is, and never vary.

mod support;

use chrono::{Days, NaiveDate, Utc};
use ripen::app::demo::demo;
use ripen::domain::assess::assess;
use ripen::domain::calibration::Calibration;
use ripen::domain::contact::Contact;
use ripen::domain::event::{By, EventKind};
use ripen::domain::fold::fold;
use ripen::domain::funnel::{Window, funnel};
use ripen::domain::ids::ContactId;
use ripen::domain::log::EventLog;
use ripen::domain::pipeline::pipeline;
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::check::check;
use ripen::domain::position::{Level, Standing};
use ripen::domain::rules::Rules;
use ripen::domain::when::When;
use ripen::exchange::record;
use std::collections::HashSet;
use support::story::{day, position};
use support::{playbook, playbooks, today};

/// How many contacts there are, with a playbook that allows every story.
const CAST: usize = 102;

/// The playbook whose vocabulary the demo has.
fn example() -> &'static Playbook {
    playbook("example")
}

fn told(today: NaiveDate) -> Vec<(ContactId, EventLog)> {
    told_by(example(), today)
}

fn told_by(playbook: &Playbook, today: NaiveDate) -> Vec<(ContactId, EventLog)> {
    let mut n = 0_u8;
    let next_id = || {
        n += 1;
        ContactId::new(0, [n; 10])
    };
    demo(playbook, today, next_id)
}

fn contacts(histories: &[(ContactId, EventLog)]) -> Vec<Contact> {
    histories.iter().map(|(id, log)| fold(*id, log).expect("something happened")).collect()
}

#[test]
fn every_playbook_that_ships_allows_every_story_on_any_day() {
    let start = day("2026-02-26");
    for playbook in playbooks() {
        for n in 0..20 {
            let today = start + Days::new(19 * n);
            assert_eq!(told_by(playbook, today).len(), CAST, "{} on {today}", playbook.id);
        }
    }
}

#[test]
fn with_any_playbook_that_ships_each_position_is_taken() {
    for playbook in playbooks() {
        let contacts = contacts(&told_by(playbook, day("2026-11-21")));
        for position in playbook.path() {
            let taken = contacts.iter().any(|contact| contact.position == position);
            assert!(taken, "{}: {position}", playbook.id);
        }
    }
}

#[test]
fn a_playbook_of_one_s_own_is_told_in_its_own_words() {
    let mut own = example().clone();
    own.stages.truncate(1);
    own.stages[0].id = "deal".into();
    for question in &mut own.questions {
        if question.id.as_str() == "pain" {
            question.id = "ache".into();
        }
    }
    let text = serde_json::to_string(&own).expect("JSON");
    let text = text.replace(r#""question":"pain""#, r#""question":"ache""#);
    let mut own: Playbook = serde_json::from_str(&text).expect("a playbook");
    own.reasons.lose.truncate(1);
    own.sources.truncate(3);
    assert_eq!(check(&own), []);
    let contacts = contacts(&told_by(&own, day("2026-11-21")));
    assert_eq!(contacts.len(), CAST);
    assert!(contacts.iter().any(|contact| contact.answers.get(&"ache".into()).is_some()));
    let deal = position("opportunity/deal");
    assert!(contacts.iter().any(|contact| contact.position == deal));
}

#[test]
fn it_is_the_same_every_time() {
    let today = day("2026-11-21");
    assert_eq!(told(today), told(today));
    assert_ne!(told(today), told(day("2026-11-24")));
}

#[test]
fn every_level_standing_and_kind_of_event_is_there() {
    let histories = told(day("2026-11-21"));
    let contacts = contacts(&histories);
    for level in [Level::Lead, Level::Prospect, Level::Opportunity] {
        let standings: HashSet<_> = contacts
            .iter()
            .filter(|contact| contact.level() == level)
            .map(|contact| std::mem::discriminant(&contact.standing))
            .collect();
        assert_eq!(standings.len(), if level == Level::Opportunity { 4 } else { 3 }, "{level:?}");
    }
    let events = || histories.iter().flat_map(|(_, log)| log.events());
    let has = |is: fn(&EventKind) -> bool| events().any(|event| is(&event.kind));
    assert!(has(|kind| matches!(kind, EventKind::Overrode(_))));
    assert!(has(|kind| matches!(kind, EventKind::Returned(_))));
    assert!(has(|kind| matches!(kind, EventKind::Reopened(_))));
    assert!(has(|kind| matches!(kind, EventKind::Won(won) if won.reason.is_some())));
    assert!(events().any(|event| event.by == By::Visitor));
    let disagrees = |contact: &Contact| {
        example()
            .questions
            .iter()
            .any(|question| contact.answers.disagreement(&question.id).is_some())
    };
    assert!(contacts.iter().any(disagrees));
    let rules = Rules::of(example());
    let ahead = |contact: &Contact| assess(&rules, contact, today()).ahead_of_evidence;
    assert!(contacts.iter().any(ahead));
    assert!(
        contacts.iter().any(|contact| contact.is_open_opportunity() && contact.amount.is_none())
    );
}

#[test]
fn the_past_is_over_and_the_plans_are_near() {
    let today = day("2026-11-21");
    let histories = told(today);
    let week = today + Days::new(14);
    for (id, log) in &histories {
        let days: Vec<_> = log.events().iter().map(|event| event.at.day(&Utc)).collect();
        assert!(days.is_sorted(), "{id}");
        assert!(days.iter().all(|day| *day < today && *day > today - Days::new(300)), "{id}");
        let when = |event: &ripen::domain::event::Event| match event.at {
            When::Instant(at) => u64::try_from(at.timestamp_millis()).unwrap(),
            When::Day(_) => 0,
        };
        assert!(log.events().iter().all(|event| event.id.millis().abs_diff(when(event)) < 60_000));
    }
    let contacts = contacts(&histories);
    let due: Vec<_> = contacts.iter().filter_map(|c| Some(c.task.as_ref()?.due)).collect();
    assert!(due.iter().all(|due| *due < week));
    assert!(due.iter().any(|due| *due < today) && due.iter().any(|due| *due > today));
    let due_back = |contact: &&Contact| matches!(contact.standing, Standing::Nurturing { until, .. } if until >= today);
    assert!(contacts.iter().filter(due_back).count() > 5);
}

#[test]
fn the_funnel_narrows_and_every_figure_has_something_to_say() {
    let contacts = contacts(&told(day("2026-11-21")));
    let figures = funnel(example(), &contacts, Window::default(), &Utc);
    let entered = figures.levels.map(|row| row.entered);
    assert_eq!(entered[0], contacts.len());
    assert!(entered.windows(2).all(|pair| pair[0] > pair[1]), "{entered:?}");
    assert!(figures.wins.rate().is_some_and(|share| share.is_telling()));
    assert_eq!(figures.undated, 0);
    let open = pipeline(&Rules::of(example()), &Calibration::default(), &contacts, today());
    assert!(open.open > 10 && open.evidenced > 5 && open.evidenced < open.open);
    assert!(open.value.without_amount > 0);
}

#[test]
fn it_is_small_enough_to_be_kept_beside_a_workspace() {
    let size: usize =
        told(day("2026-11-21")).iter().map(|(_, log)| record::encode_log(log).len()).sum();
    assert!(size < 700_000, "{size} characters");
}

#[test]
fn names_and_addresses_do_not_repeat() {
    let contacts = contacts(&told(day("2026-11-21")));
    let mut seen = HashSet::new();
    for contact in &contacts {
        let mail = contact.field(ripen::domain::event::Field::Email).expect("an address");
        assert!(mail.is_ascii() && mail.ends_with(".example"), "{mail}");
        assert!(seen.insert(mail.to_owned()), "{mail}");
    }
}
