//! What holds for every history, rule, range and file, checked on arbitrary ones.

mod support;

use chrono::Utc;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use ripen::domain::answer::{Answers, Evidence, Given};
use ripen::domain::assess::{Verdict, assess, judge_answers};
use ripen::domain::calibration::Calibration;
use ripen::domain::contact::Contact;
use ripen::domain::evaluate::{Facts, Reading};
use ripen::domain::event::{By, Event, EventKind, Retracted};
use ripen::domain::fold::fold;
use ripen::domain::funnel::{Row, Window, funnel};
use ripen::domain::ids::{BatchId, ContactId, EventId};
use ripen::domain::log::EventLog;
use ripen::domain::outcome::Outcome;
use ripen::domain::pipeline::pipeline;
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::check::{FaultKind, check};
use ripen::domain::playbook::rule::{AnswerTest, Rule, Test};
use ripen::domain::range::Range;
use ripen::domain::rules::Rules;
use ripen::domain::value::{Number, Value};
use ripen::domain::when::When;
use std::sync::LazyLock;
use support::story::day;
use support::{
    PACK_JSON, any_day, any_event, any_events, any_evidence, any_json, any_range, config, pack,
    rules, today,
};

/// The id every history here is folded under.
fn contact_id() -> ContactId {
    ContactId::new(0, [0; 10])
}

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

    #[test]
    fn a_band_lies_within_limits_just_as_its_numbers_do(band in any_range(), limits in any_range()) {
        prop_assert_eq!(band.within(&limits), within_by_numbers(&band, &limits));
        prop_assert_eq!(band.is_empty(), samples().all(|n| !lies_in(n, &band)));
        for n in samples() {
            prop_assert_eq!(limits.contains(n), lies_in(n, &limits), "{}", n);
        }
    }

    #[test]
    fn kleene_s_laws(a in any_rule(), b in any_rule(), answers in any_answers()) {
        let answers = recorded(&answers);
        let says = |rule: &Rule| judge(rule, &answers);
        let all = Rule::All(vec![a.clone(), b.clone()]);
        let any = Rule::Any(vec![a.clone(), b.clone()]);
        prop_assert_eq!(says(&not(&not(&a))), says(&a));
        prop_assert_eq!(says(&not(&all)), says(&Rule::Any(vec![not(&a), not(&b)])));
        prop_assert_eq!(says(&not(&any)), says(&Rule::All(vec![not(&a), not(&b)])));
        prop_assert_eq!(says(&all), says(&Rule::All(vec![b.clone(), a.clone()])));
        prop_assert_eq!(says(&any), says(&Rule::Any(vec![b, a.clone()])));
        prop_assert_eq!(says(&Rule::All(vec![a.clone(), a.clone()])), says(&a));
    }

    #[test]
    fn what_is_decided_stays_decided_as_more_becomes_known(
        rule in any_rule(), answers in any_answers(), more in any_answers()
    ) {
        let answers = agreeing(answers.clone(), &answers);
        let before = judge(&rule, &recorded(&answers));
        let known = answers.iter().cloned().zip(more).map(|(old, new)| known_better(old, new));
        let filled = agreeing(known.collect(), &answers);
        let after = judge(&rule, &recorded(&filled));
        prop_assert!(before == Outcome::Unknown || after == before, "{:?} became {:?}", before, after);
        let mut playbook = small().clone();
        playbook.criteria[0].rule = rule;
        playbook.gates.prospect.push("either".into());
        // What goes round in circles judges nobody, and takes long.
        prop_assume!(check(&playbook).iter().all(|f| !matches!(f.kind, FaultKind::Circular(_))));
        let gates = |given: &GivenAll| {
            let judged = judge_answers(&playbook, &recorded(given), Reading::AsRequired, today());
            judged.1.into_iter().map(|gate| gate.verdict).collect::<Vec<_>>()
        };
        for (before, after) in gates(&answers).into_iter().zip(gates(&filled)) {
            prop_assert!(before == Verdict::Open || after == before, "{:?}, {:?}", before, after);
        }
    }

    #[test]
    fn nothing_recorded_decides_nothing(rule in any_rule()) {
        prop_assert_eq!(judge(&rule, &Answers::default()), Outcome::Unknown);
    }

    #[test]
    fn arbitrary_bytes_are_no_reason_to_panic(bytes in vec(any::<u8>(), 0..64), json in any_json()) {
        judged(serde_json::from_slice(&bytes));
        judged(serde_json::from_value(json));
    }

    #[test]
    fn a_playbook_with_anything_in_any_place_is_no_reason_to_panic(
        way in vec(any::<Index>(), 1..8), json in any_json()
    ) {
        let mut file: serde_json::Value = serde_json::from_str(PACK_JSON).unwrap();
        *place(&mut file, &way) = json;
        judged(serde_json::from_value(file));
    }

    #[test]
    fn a_playbook_with_parts_left_out_or_repeated_is_no_reason_to_panic(
        way in vec(any::<Index>(), 1..8), of in vec(any::<Index>(), 1..8)
    ) {
        let mut file: serde_json::Value = serde_json::from_str(PACK_JSON).unwrap();
        let other = place(&mut file, &of).take();
        *place(&mut file, &way) = other;
        judged(serde_json::from_value(file));
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

/// Numbers at, between and beyond all the ends a generated range can have.
fn samples() -> impl Iterator<Item = f64> {
    (-10..=10).map(|halves| f64::from(halves) / 2.0)
}

fn lies_in(n: f64, range: &Range) -> bool {
    range.from.is_none_or(|from| n >= from)
        && range.above.is_none_or(|above| n > above)
        && range.to.is_none_or(|to| n <= to)
        && range.below.is_none_or(|below| n < below)
}

fn within_by_numbers(band: &Range, limits: &Range) -> Outcome {
    let inside: Vec<_> =
        samples().filter(|n| lies_in(*n, band)).map(|n| lies_in(n, limits)).collect();
    match (inside.contains(&true), inside.contains(&false)) {
        (true, false) => Outcome::Met,
        (false, true) => Outcome::NotMet,
        _ => Outcome::Unknown,
    }
}

/// A playbook of one question a kind and two criteria, for arbitrary rules to read.
fn small() -> &'static Playbook {
    static SMALL: LazyLock<Playbook> = LazyLock::new(|| {
        serde_json::from_str(
            r#"{"format":"ripen-playbook","version":1,"id":"small","revision":1,"title":"Small",
            "sections":[{"id":"s","title":"S"}],
            "questions":[
              {"id":"yes","section":"s","title":"Yes","ask":"?","kind":"yes_no"},
              {"id":"one","section":"s","title":"One","ask":"?","kind":{"choice":{"options":[
                {"id":"a","title":"A"},{"id":"b","title":"B","synonyms":["bee"]},{"id":"c","title":"C"}]}}},
              {"id":"many","section":"s","title":"Many","ask":"?","kind":{"several":{"options":[
                {"id":"a","title":"A"},{"id":"b","title":"B"},{"id":"c","title":"C"}]}}},
              {"id":"figure","section":"s","title":"Figure","ask":"?","kind":{"number":{}}},
              {"id":"words","section":"s","title":"Words","ask":"?","kind":"text"},
              {"id":"date","section":"s","title":"Date","ask":"?","kind":"date"},
              {"id":"older","section":"s","title":"Older","ask":"?","kind":"yes_no",
               "retired":{"becomes":"old"}},
              {"id":"old","section":"s","title":"Old","ask":"?","kind":"yes_no",
               "retired":{"becomes":"yes"}}],
            "criteria":[
              {"id":"sure","title":"Sure","rule_text":"sure","step":"ask",
               "rule":{"answer":{"question":"yes","is":{"yes":true},"evidence":"confirmed"}}},
              {"id":"either","title":"Either","rule_text":"either","step":"ask",
               "rule":{"any":[{"not":{"criterion":"sure"}},
                              {"answer":{"question":"one","is":{"in":["b"]}}}]}}],
            "gates":{"prospect":["sure"],"opportunity":["either"]}}"#,
        )
        .expect("a small playbook")
    });
    &SMALL
}

const QUESTIONS: [&str; 8] = ["yes", "one", "many", "figure", "words", "date", "older", "old"];

/// Those whose answers become one another's.
const SAME: [usize; 3] = [0, 6, 7];

/// At most one answer a question, in the order of [`QUESTIONS`].
type GivenAll = Vec<Option<(Value, Evidence)>>;

/// Values of the kinds the small playbook asks for, in every question's place.
fn any_small_value() -> impl Strategy<Value = Value> {
    let ids = || subsequence(vec!["a", "b", "c"], 0..=3);
    prop_oneof![
        any::<bool>().prop_map(Value::YesNo),
        select(vec!["a", "b", "c"]).prop_map(|id| Value::Choice(id.into())),
        ids().prop_map(|ids| Value::Several(ids.into_iter().map(Into::into).collect())),
        (-4_i8..=4).prop_map(|n| Value::Number(Number::new(f64::from(n)).expect("finite"))),
        any_range().prop_map(Value::Band),
        select(vec!["bee", "B", "wasp", " "]).prop_map(|text| Value::Text(text.to_owned())),
        (-4_i64..=4).prop_map(|n| Value::Date(today() + chrono::TimeDelta::days(n))),
    ]
}

fn any_answers() -> impl Strategy<Value = GivenAll> {
    vec(option::of((any_small_value(), any_evidence())), QUESTIONS.len())
}

/// Without answers to a question that say something else than those to what it became, to know both
/// is not to know more: what was said `before` stays, else what the first of them says. And without
/// those that nobody could give.
fn agreeing(mut given: GivenAll, before: &GivenAll) -> GivenAll {
    for n in SAME {
        given[n].take_if(|(value, _)| !matches!(value, Value::YesNo(_)));
    }
    let yes_no = |(value, _): &(Value, Evidence)| matches!(value, Value::YesNo(_));
    let first = |all: &GivenAll| SAME.iter().find_map(|n| all[*n].clone().filter(yes_no));
    let said = first(before).or_else(|| first(&given)).map(|(value, _)| value);
    for n in SAME {
        given[n].take_if(|(value, _)| Some(&*value) != said.as_ref());
    }
    given
}

/// An answer once more is known: its evidence may be higher, a band narrower.
fn known_better(
    old: Option<(Value, Evidence)>,
    new: Option<(Value, Evidence)>,
) -> Option<(Value, Evidence)> {
    let (Some((value, evidence)), Some((other, better))) = (old.clone(), new.clone()) else {
        return old.or(new);
    };
    let value = match (value, other) {
        (Value::Band(band), Value::Number(n)) if band.contains(n.get()) => Value::Number(n),
        (Value::Band(band), Value::Band(other)) => {
            let most = |a: Option<f64>, b: Option<f64>| a.into_iter().chain(b).reduce(f64::max);
            let least = |a: Option<f64>, b: Option<f64>| a.into_iter().chain(b).reduce(f64::min);
            let both = Range {
                from: most(band.from, other.from),
                above: most(band.above, other.above),
                to: least(band.to, other.to),
                below: least(band.below, other.below),
            };
            Value::Band(if both.is_empty() { band } else { both })
        }
        (value, _) => value,
    };
    Some((value, evidence.max(better)))
}

fn recorded(given: &GivenAll) -> Answers {
    let mut answers = Answers::default();
    for (question, answer) in QUESTIONS.iter().zip(given) {
        let Some((value, evidence)) = answer.clone() else { continue };
        let at = When::Day(day("2026-11-21"));
        let given = Given { value, evidence, at, by: By::Visitor, note: None };
        answers.record((*question).into(), given);
    }
    answers
}

fn any_test() -> impl Strategy<Value = Test> {
    let ids = || {
        let ids = subsequence(vec!["a", "b", "c"], 0..=3);
        ids.prop_map(|ids| ids.into_iter().map(Into::into).collect())
    };
    prop_oneof![
        Just(Test::Given),
        any::<bool>().prop_map(Test::Yes),
        ids().prop_map(Test::In),
        ids().prop_map(Test::AllOf),
        any_range().prop_map(Test::Within),
        any_range().prop_map(Test::Days),
        any_range().prop_map(Test::Length),
    ]
}

/// A rule over the small playbook. No branch is empty: an empty `all` is met by nothing at all.
fn any_rule() -> impl Strategy<Value = Rule> {
    let answer = (select(QUESTIONS.to_vec()), any_test(), option::of(any_evidence())).prop_map(
        |(question, is, evidence)| {
            Rule::Answer(AnswerTest { question: question.into(), is, evidence })
        },
    );
    let criterion = select(vec!["sure", "either"]).prop_map(|id| Rule::Criterion(id.into()));
    prop_oneof![4 => answer, 1 => criterion].prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..4).prop_map(Rule::All),
            vec(inner.clone(), 1..4).prop_map(Rule::Any),
            inner.prop_map(|rule| Rule::Not(Box::new(rule))),
        ]
    })
}

fn not(rule: &Rule) -> Rule {
    Rule::Not(Box::new(rule.clone()))
}

fn judge(rule: &Rule, answers: &Answers) -> Outcome {
    let mut playbook = small().clone();
    playbook.criteria[0].rule = rule.clone();
    let rules = Rules::of(&playbook);
    Facts::new(&rules, answers, Reading::AsRequired, today()).criterion(&playbook.criteria[0].id)
}

/// Somewhere in a file: one turn at a time, down to where there is nothing to turn to.
fn place<'a>(file: &'a mut serde_json::Value, way: &[Index]) -> &'a mut serde_json::Value {
    let mut here = file;
    for turn in way {
        let size = here.as_array().map(Vec::len).or(here.as_object().map(serde_json::Map::len));
        let Some(size) = size.filter(|size| *size > 0) else { break };
        here = match here {
            serde_json::Value::Object(parts) => parts.values_mut().nth(turn.index(size)),
            other => other.get_mut(turn.index(size)),
        }
        .expect("a turn within the size");
    }
    here
}

/// Does with a file what an import does: reads it, checks it, and judges by it when it is sound.
fn judged(file: serde_json::Result<Playbook>) {
    let Ok(playbook) = file else { return };
    let faults = check(&playbook);
    let contact = Contact::blank(contact_id());
    if faults.is_empty() {
        let rules = Rules::of(&playbook);
        assess(&rules, &contact, today());
        funnel(&playbook, [&contact], Window::default(), &Utc);
        pipeline(&rules, &Calibration::of(&rules, [&contact], today()), [&contact], today());
    }
}
