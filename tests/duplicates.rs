//! Who is proposed as a duplicate of whom, and who is not; and that it is quick.

mod support;

use ripen::app::duplicates::{Found, Reason, duplicates};
use ripen::app::workspace::Workspace;
use ripen::domain::event::{
    Created, EarlierPurchase, EndKind, Event, EventKind, Field, Imported, MergedInto, NotTheSame,
};
use ripen::domain::ids::{BatchId, ContactId, EventId};
use ripen::domain::log::EventLog;
use ripen::domain::when::When;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};
use support::story::{day, rep};
use support::{pack, today};

fn id(n: u64) -> ContactId {
    ContactId::new(n, [0; 10])
}

fn log(kinds: Vec<EventKind>) -> EventLog {
    let event = |(n, kind): (u64, EventKind)| Event {
        id: EventId::new(n, [0; 10]),
        at: When::Day(today()),
        by: rep(),
        batch: BatchId::new(n, [0; 10]),
        kind,
    };
    EventLog::new((0..).zip(kinds).map(event).collect())
}

/// A contact in a line: `person | organisation | e-mail | phone | external id | won`.
fn contact(line: &str) -> Vec<EventKind> {
    let mut parts = line.split('|').map(str::trim);
    let fields = [Field::Person, Field::Organisation, Field::Email, Field::Phone];
    let mut named = BTreeMap::new();
    for field in fields {
        if let Some(text) = parts.next().filter(|text| !text.is_empty()) {
            named.insert(field, text.to_owned());
        }
    }
    let external_id = parts.next().filter(|text| !text.is_empty()).map(str::to_owned);
    let end = parts.next().filter(|text| !text.is_empty()).map(|text| {
        assert_eq!(text, "won");
        (EndKind::Won, Some(day("2026-01-02")))
    });
    vec![EventKind::Imported(Imported { external_id, fields: named, end, ..Imported::default() })]
}

fn workspace(histories: Vec<Vec<EventKind>>) -> Workspace {
    let mut workspace = Workspace::new(Arc::new(pack().clone()));
    for (n, kinds) in (0..).zip(histories) {
        workspace.take_in(id(n), log(kinds));
    }
    workspace
}

fn found(lines: &[&str]) -> Found {
    duplicates(&workspace(lines.iter().map(|line| contact(line)).collect()))
}

/// Two contacts, in a line each: why they are proposed, if they are.
fn check(one: &str, other: &str, expected: Option<Reason>) {
    for lines in [[one, other], [other, one]] {
        let found = found(&lines);
        let reason = found.groups.first().map(|group| group.reasons[0]);
        assert_eq!(reason, expected, "{lines:?}");
        assert_eq!(found.earlier, [], "{lines:?}");
    }
}

#[test]
fn one_person_is_found_however_written() {
    use Reason::{LikeName, SameDomain, SameEmail, SameId, SameName, SamePhone};
    check("Ann Smith|Acme|||17", "|Acme|||17", Some(SameId));
    check("Ann Smith||Ann@Acme.example", "A. Smith|Acme|ann@acme.EXAMPLE ", Some(SameEmail));
    check("Ann Smith|Acme, Inc.", "Smith, Ann|acme", Some(SameName));
    check("José Pérez|GTXPro", "Jose Perez|GTX Pro", Some(SameName));
    check("Catherine Jones|Acme", "Katherine Jones|Acme Ltd", Some(LikeName));
    check("A. Smith|Acme", "Ann Smith|Acme", Some(LikeName));
    check("Ann Smith||ann@acme.example", "Ann Smith|Acme|smith@acme.example", Some(SameDomain));
    check("Ann Smith|||+44 20 7946 0958", "Smith Ann|Acme||020 7946 0958", Some(SamePhone));
    check("Ann Smith|Acme|||17", "Ann Smith|Acme|||0065g00XyZ", Some(SameName));
}

#[test]
fn two_people_are_left_alone() {
    check("John Smith|Acme", "John Smith|Bolt", None);
    check("John Smith", "John Smith", None);
    check("Bob Jones|Acme", "Robert Jones|Acme", None);
    check("John Smith|Acme", "John Smith Jr.|Acme", None);
    check("John Smith||j.smith@gmail.com", "John Smith||john@gmail.com", None);
    check("John Smith||a@yahoo.co.uk", "John Smith||b@yahoo.co.uk", None);
    check("|Acme", "|Acme", None);
    check("Ann Smith|Acme||12345", "Ann Smith|Bolt||12345", None);
    check("Ann Smith|Acme|n/a", "Bo Lee|Acme|n/a", None);
}

#[test]
fn two_deals_of_one_system_are_two() {
    check("Ann Smith|Acme|ann@acme.example||D-17", "Ann Smith|Acme|ann@acme.example||D-18", None);
    check("Ann Smith|Acme|||1C1I7A6R", "Ann Smith|Acme|||Z063OYW0", None);
}

#[test]
fn a_journey_that_is_over_is_told_and_not_proposed() {
    let both = found(&["Ann Smith|Acme||||won", "Ann Smith|Acme"]);
    assert_eq!(both.groups, []);
    assert_eq!(both.earlier[0].contacts, [id(0), id(1)]);
    let over = found(&["Ann Smith|Acme||||won", "Ann Smith|Acme||||won"]);
    assert_eq!((over.groups.len(), over.earlier.len()), (0, 0));
    let same = found(&["Ann Smith|Acme|||17|won", "Ann Smith|Acme|||17"]);
    assert_eq!((same.groups.len(), same.earlier.len()), (1, 0), "one deal, imported twice");
}

#[test]
fn several_are_one_group_with_every_reason() {
    let all = found(&[
        "Ann Smith|Acme|ann@acme.example",
        "Smith, Ann|ACME",
        "Bo Lee|Bolt",
        "A. Smith||Ann@acme.example",
    ]);
    assert_eq!(all.groups.len(), 1);
    assert_eq!(all.groups[0].contacts, [id(0), id(1), id(3)]);
    let reasons = [Reason::SameEmail, Reason::SameName, Reason::SameDomain];
    assert_eq!(all.groups[0].reasons, reasons);
}

#[test]
fn who_was_said_not_to_be_the_same_stays_apart() {
    let ann = || contact("Ann Smith|Acme");
    let apart = |contact| EventKind::NotTheSame(NotTheSame { contact });
    let groups = |histories| duplicates(&workspace(histories)).groups.len();
    assert_eq!(groups(vec![ann(), ann()]), 1);
    assert_eq!(groups(vec![[ann(), vec![apart(id(1))]].concat(), ann()]), 0);
    assert_eq!(groups(vec![ann(), [ann(), vec![apart(id(0))]].concat()]), 0);
    // What was said of one that was merged since is said of the one that goes on.
    let merged = EventKind::MergedInto(MergedInto { contact: id(2) });
    let all = vec![[ann(), vec![apart(id(1))]].concat(), [ann(), vec![merged]].concat(), ann()];
    assert_eq!(groups(all), 0);
}

#[test]
fn separate_purchases_of_a_person_are_no_duplicates() {
    let after = |n| EventKind::EarlierPurchase(EarlierPurchase { contact: id(n) });
    let ann = || contact("Ann Smith|Acme");
    let created = || EventKind::Created(Created::default());
    let next = |n| [vec![created(), after(n)], ann()].concat();
    let found = duplicates(&workspace(vec![ann(), next(0), next(1)]));
    assert_eq!(found, Found::default());
}

#[test]
fn a_shared_mailbox_says_nothing() {
    let lines: Vec<_> =
        (0..40).map(|n| format!("Person{n} Name{n}|Firm {n}|info@acme.example")).collect();
    let lines: Vec<_> = lines.iter().map(String::as_str).collect();
    assert_eq!(found(&lines), Found::default());
}

#[test]
fn a_common_name_is_found_in_a_large_organisation() {
    let line = |first: &str, last: &str| format!("{first} {last}|Acme");
    let mut lines = vec![line("Ann", "Smith"), line("Smith,", "Ann")];
    for n in 0..60_u8 {
        let tail = char::from(b'a' + n % 26).to_string().repeat(3 + usize::from(n / 26));
        lines.extend([line("Ann", &tail), line(&tail, "Smith")]);
    }
    let lines: Vec<_> = lines.iter().map(String::as_str).collect();
    let groups = found(&lines).groups;
    assert!(groups.iter().any(|group| group.contacts[..2] == [id(0), id(1)]), "{groups:?}");
}

#[test]
fn twenty_thousand_are_looked_through_at_once() {
    let first = ["Ann", "Bo", "Catherine", "David", "Eve", "Farid", "Grace", "Hana", "Ivan", "Jo"];
    // Any two family names differ in two letters at least.
    let family = |n: usize| {
        let letters: String = (0..3)
            .map(|at| char::from(b"abcdefghijklmnopqrstuvwxyz"[n / 26_usize.pow(at) % 26]))
            .collect();
        format!("{letters}{}", letters.chars().rev().collect::<String>())
    };
    let line = |n: usize| {
        let (name, of, firm) = (first[n % 10], family(n / 10), n / 10 % 50);
        format!("{name} {of}|Firm {firm}|{name}.{n}@firm{firm}.example|+44 20 {n:07}")
    };
    let mut lines: Vec<_> = (0..20_000).map(line).collect();
    lines.push(format!("{}, Ann|FIRM 12", family(12)));
    let workspace = workspace(lines.iter().map(|line| contact(line)).collect());
    let start = Instant::now();
    let found = duplicates(&workspace);
    let took = start.elapsed();
    let groups: Vec<_> = found.groups.iter().map(|group| &group.contacts[..]).collect();
    assert_eq!(groups, [[id(120), id(20_000)]]);
    // Unoptimised, on a busy machine: all with all would take minutes.
    assert!(took < Duration::from_secs(10), "{took:?}");
    println!("found in {took:?}");
}
