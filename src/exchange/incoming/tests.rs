//! Files of all kinds brought together and weighed against what is here.

use super::*;
use crate::app::stamp::Stamp;
use crate::domain::event::{By, Event};
use crate::domain::ids::{BatchId, EventId, QuestionId};
use crate::domain::value::Value;
use crate::exchange::{result_file, workspace_file};
use std::sync::Arc;

const PLAYBOOK: &str = include_str!("../../../tests/fixtures/tiny.json");

fn id(n: u8) -> ContactId {
    ContactId::parse(&format!("01900000-0000-7000-8000-0000000000{n:02x}")).unwrap()
}

/// An export of contacts, each with the numbers of its events.
fn export(contacts: &[(u8, &[u8])]) -> WorkspaceFile {
    let event = |n: &u8| {
        format!(
            r#"{{"id":"01900000-0000-7000-8000-0000000001{n:02x}","at":"2026-01-01","by":"import",
                 "batch":"01900000-0000-7000-8000-0000000002{n:02x}","kind":{{"created":{{}}}}}}"#
        )
    };
    let contact = |(n, events): &(u8, &[u8])| {
        let events: Vec<_> = events.iter().map(event).collect();
        format!(r#"{{"id":"{}","events":[{}]}}"#, id(*n), events.join(","))
    };
    let contacts: Vec<_> = contacts.iter().map(contact).collect();
    let text = format!(
        r#"{{"format":"ripen-workspace","version":1,"exported_at":"2026-11-21",
             "playbook":{PLAYBOOK},"contacts":[{}]}}"#,
        contacts.join(",")
    );
    workspace_file::read(&text).unwrap()
}

/// What a visitor said at a minute: whether there is pain.
fn run(n: u8, minute: u8, pain: bool) -> RunResult {
    let text = format!(
        r#"{{"format":"ripen-result","version":1,"schema":"ripen-result/1","id":"{}",
             "finished_at":"2026-05-01T10:{minute:02}:00Z","level":"lead","claimed_level":"prospect",
             "verdicts":[],"criteria":[],"answers":[{{"question":"pain","title":"Pain",
             "value":{{"yes_no":{pain}}},"evidence":"claimed"}}],"source":"A FRIEND",
             "fields":{{"person":"Vera Visitor"}},"playbook":{{"id":"tiny","version":1}}}}"#,
        id(n)
    );
    result_file::read::read(&text).unwrap()
}

fn of_runs(runs: &[RunResult]) -> Incoming {
    let mut incoming = Incoming::default();
    for run in runs {
        incoming.add_result("run.json".into(), run.clone());
    }
    incoming
}

fn workspace(contacts: &[(u8, &[u8])], erased: &[u8]) -> Workspace {
    let mut workspace = Workspace::new(Arc::new(serde_json::from_str(PLAYBOOK).unwrap()));
    for (id, log) in export(contacts).contacts {
        workspace.take_in(id, log);
    }
    for n in erased {
        workspace.erase(id(*n));
    }
    workspace
}

/// Weighs what files bring, in slices of every size: new, changed, unchanged, erased here.
fn check(incoming: &Incoming, workspace: &Workspace, expected: [usize; 4]) {
    for most in 1..5 {
        let mut incoming = incoming.clone();
        while incoming.weigh(workspace, most) {}
        let Incoming { new, changed, unchanged, erased, contacts, .. } = &incoming;
        assert_eq!([*new, *changed, *unchanged, erased.len()], expected, "{most} at a time");
        assert_eq!(contacts.len(), incoming.total() + incoming.merged);
        assert!(contacts.keys().all(|id| !workspace.erased().contains(id)));
    }
}

fn of(files: &[&[(u8, &[u8])]]) -> Incoming {
    let mut incoming = Incoming::default();
    for contacts in files {
        incoming.add_workspace("export.json".into(), export(contacts));
    }
    incoming
}

#[test]
fn files_are_weighed_against_what_is_here() {
    let here = workspace(&[(1, &[1]), (2, &[2]), (3, &[3])], &[3]);
    check(&Incoming::default(), &here, [0; 4]);
    check(&of(&[&[(1, &[1]), (2, &[2, 4]), (3, &[3]), (5, &[5])]]), &here, [1, 1, 1, 1]);
    // Of two files each contact counts once, with what both say of it.
    check(&of(&[&[(2, &[2])], &[(2, &[4]), (5, &[5])], &[(5, &[6])]]), &here, [1, 1, 0, 0]);
    check(&of(&[&[(1, &[1])], &[(1, &[1])]]), &here, [0, 0, 1, 0]);
}

#[test]
fn whoever_was_merged_away_is_counted_apart() {
    // `into` is merged into by all `from`; of a file, what is counted as a workspace counts.
    let check = |from: &[u8], into: u8, here: &[(u8, &[u8])], expected: [usize; 4]| {
        let mut file = export(&[(1, &[1]), (2, &[2]), (3, &[3])]);
        for n in from {
            let merged = format!(
                r#"{{"id":"01900000-0000-7000-8000-0000000003{n:02x}","at":"2026-01-02",
                     "by":"import","batch":"01900000-0000-7000-8000-000000000400",
                     "kind":{{"merged_into":{{"contact":"{}"}}}}}}"#,
                id(into)
            );
            let log = file.contacts.get_mut(&id(*n)).unwrap();
            log.push(serde_json::from_str(&merged).unwrap());
        }
        let mut incoming = Incoming::default();
        incoming.add_workspace("export.json".into(), file);
        let About::Workspace(all, _) = incoming.files[0].1 else { panic!("an export") };
        while incoming.weigh(&workspace(here, &[]), 1) {}
        let Incoming { new, merged, .. } = incoming;
        assert_eq!([all.going_on, all.merged, new, merged], expected, "{from:?} {into}");
    };
    check(&[], 1, &[], [3, 0, 3, 0]);
    check(&[2, 3], 1, &[], [1, 2, 1, 2]);
    check(&[1, 2], 3, &[], [1, 2, 1, 2]);
    // Merged into somebody the file does not hold: it goes on, unless that one is here.
    check(&[2], 9, &[], [3, 0, 3, 0]);
    check(&[2], 9, &[(9, &[9])], [3, 0, 2, 1]);
    // Here it goes on so far: it changes.
    check(&[2], 1, &[(1, &[1]), (2, &[2])], [2, 1, 1, 0]);
}

/// Takes in what files bring, as an action that can be taken back.
fn bring_in(workspace: &mut Workspace, incoming: &Incoming) -> usize {
    let mut incoming = incoming.clone();
    while incoming.weigh(workspace, 1) {}
    let batch = BatchId::new(9, [u8::try_from(workspace.count()).unwrap(); 10]);
    let (mut random, by) = (|| [3; 10], By::Import);
    let now = "2026-11-21T09:30:00Z".parse().unwrap();
    let mut stamp = Stamp { now, by, batch, random: &mut random };
    let (mut prepared, mut brought) = (Vec::new(), BTreeMap::new());
    for (id, log) in &incoming.contacts {
        if let Some((record, brings)) = workspace.prepare_restore(*id, log, &mut stamp) {
            prepared.push((*id, record));
            brought.insert(*id, brings);
        }
    }
    let count = prepared.len();
    workspace.restore(prepared, brought, batch);
    count
}

/// The events that say something of pain, and the answer that stands.
fn pain(workspace: &Workspace, n: u8) -> (usize, Option<Value>) {
    let question = QuestionId::new("pain");
    let events = workspace.record(id(n)).unwrap().log.live().filter(
        |event| matches!(&event.kind, EventKind::Answered(answered) if answered.question == question),
    );
    let contact = workspace.contact(id(n)).unwrap();
    (events.count(), contact.answers.get(&question).map(|given| given.value.clone()))
}

#[test]
fn a_run_comes_in_once() {
    let once = of_runs(&[run(7, 0, true), run(7, 0, true)]);
    check(&once, &workspace(&[], &[]), [1, 0, 0, 0]);
    check(&once, &workspace(&[], &[7]), [0, 0, 0, 1]);
    assert!(matches!(&once.files[0].1, About::Result(Some(who), _) if who == "Vera Visitor"));
    let mut here = workspace(&[], &[]);
    bring_in(&mut here, &once);
    check(&once, &here, [0, 0, 1, 0]);
    assert_eq!(pain(&here, 7), (1, Some(Value::YesNo(true))));
    // An export has more of it, whichever comes first.
    let mut exported = of(&[&[(7, &[1, 2])]]);
    exported.add_result("run.json".into(), run(7, 0, true));
    let mut both = once.clone();
    both.add_workspace("export.json".into(), export(&[(7, &[1, 2])]));
    for both in [both, exported] {
        check(&both, &workspace(&[(7, &[1])], &[]), [0, 1, 0, 0]);
        check(&both, &here, [0, 1, 0, 0]);
    }
}

#[test]
fn of_a_run_that_is_here_what_changed_comes() {
    let mut here = workspace(&[], &[]);
    bring_in(&mut here, &of_runs(&[run(7, 0, true)]));
    let later = of_runs(&[run(7, 5, false)]);
    check(&later, &here, [0, 1, 0, 0]);
    bring_in(&mut here, &later);
    assert_eq!(pain(&here, 7), (2, Some(Value::YesNo(false))));
    check(&of_runs(&[run(7, 0, true), run(7, 5, false)]), &here, [0, 0, 1, 0]);
    // Of several files at once the last finish counts, in whatever order they are chosen.
    for runs in [[run(7, 5, false), run(7, 0, true)], [run(7, 0, true), run(7, 5, false)]] {
        let mut fresh = workspace(&[], &[]);
        bring_in(&mut fresh, &of_runs(&runs));
        assert_eq!(fresh.record(id(7)), here.record(id(7)));
    }
}

#[test]
fn a_run_that_an_earlier_version_took_in_is_known() {
    let history = run(7, 0, true).onto(&workspace(&[], &[]).playbook, &EventLog::default());
    let batch = BatchId::new(5, [5; 10]);
    let with_ids = |(n, event): (u64, Event)| {
        let id = EventId::new(1_800_000_000_000 + n, [5; 10]);
        Event { id, batch, ..event }
    };
    let log = EventLog::new((0..).zip(history).map(with_ids).collect());
    let mut here = workspace(&[], &[]);
    here.take_in(id(7), log.clone());
    check(&of_runs(&[run(7, 0, true)]), &here, [0, 0, 1, 0]);
    bring_in(&mut here, &of_runs(&[run(7, 5, false)]));
    assert_eq!(pain(&here, 7), (2, Some(Value::YesNo(false))));
    // Nor does it come twice where it was brought back after it had been erased.
    here.erase(id(7));
    let back = brought_back(&here, id(7));
    here.take_in(back, log.clone());
    let mut again = of_runs(&[run(7, 0, true)]);
    while again.weigh(&here, 1) {}
    assert_eq!(again.erased[&id(7)], log);
}

#[test]
fn a_run_that_was_taken_back_comes_back_by_its_file() {
    let earlier = of_runs(&[run(7, 0, true)]);
    let mut here = workspace(&[], &[]);
    bring_in(&mut here, &earlier);
    let mut random = || [4; 10];
    let now = "2026-11-21T09:40:00Z".parse().unwrap();
    let batch = BatchId::new(10, [8; 10]);
    let mut stamp = Stamp { now, by: By::Import, batch, random: &mut random };
    here.undo(&mut stamp).unwrap();
    assert_eq!(here.contact(id(7)), None);
    let mut stored = workspace(&[], &[]);
    stored.take_in(id(7), here.record(id(7)).unwrap().log.clone().at_rest());
    for mut here in [here, stored] {
        check(&earlier, &here, [1, 0, 0, 0]);
        bring_in(&mut here, &earlier);
        assert_eq!(pain(&here, 7), (1, Some(Value::YesNo(true))));
        check(&earlier, &here, [0, 0, 1, 0]);
    }
}

#[test]
fn wherever_a_run_comes_from_its_source_is_the_playbook_s() {
    let mut playbook: Playbook = serde_json::from_str(PLAYBOOK).unwrap();
    let listed = r#"[{"id":"friend","title":"A friend"}]"#;
    playbook.sources = serde_json::from_str(listed).unwrap();
    let saved = Rescue {
        saved_at: When::parse("2026-11-21T09:30:00Z").unwrap(),
        contacts: BTreeMap::new(),
        waiting: vec![run(7, 0, true)],
        erased: BTreeSet::new(),
        playbook: None,
        unreadable: 0,
    };
    let mut rescue = Incoming::default();
    rescue.add_rescue("saved.json".into(), saved);
    assert!(matches!(rescue.files[0].1, About::Rescue(Contacts { going_on: 1, .. }, _, 0)));
    let mut here = Workspace::new(Arc::new(playbook));
    check(&rescue, &here, [1, 0, 0, 0]);
    for incoming in [of_runs(&[run(7, 0, true)]), rescue] {
        let count = bring_in(&mut here, &incoming);
        let source = here.contact(id(7)).unwrap().field(Field::Source);
        assert_eq!(source, Some("friend"), "{count}");
    }
}

#[test]
fn another_playbook_is_taken_where_it_may() {
    let ours: Playbook = serde_json::from_str(PLAYBOOK).unwrap();
    let other = Playbook { revision: 2, ..ours.clone() };
    for (ours, may, adopts) in [(&ours, true, false), (&other, true, true), (&other, false, false)]
    {
        let mut incoming = of(&[&[]]);
        incoming.choose_playbook(ours, may);
        assert_eq!(incoming.adopts, adopts);
    }
    let mut run = of_runs(&[run(7, 0, true)]);
    run.choose_playbook(&ours, true);
    assert!(!run.adopts, "a run brings none");
}
