//! Files of all kinds brought together and weighed against what is here.

use super::*;
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

fn run(n: u8) -> RunResult {
    let text = format!(
        r#"{{"format":"ripen-result","version":1,"schema":"ripen-result/1","id":"{}",
             "finished_at":"2026-05-01T10:00:00Z","level":"lead","claimed_level":"prospect",
             "verdicts":[],"criteria":[],"answers":[{{"question":"pain","title":"Pain",
             "value":{{"yes_no":true}},"evidence":"claimed"}}],
             "fields":{{"person":"Vera Visitor"}},"playbook":{{"id":"tiny","version":1}}}}"#,
        id(n)
    );
    result_file::read::read(&text).unwrap()
}

fn add_run(incoming: &mut Incoming, n: u8, millis: u64) {
    let next_id = |last| EventId::after(last, millis, [9; 10]);
    incoming.add_result("run.json".into(), run(n), BatchId::new(millis, [9; 10]), next_id);
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

#[test]
fn a_run_comes_in_once() {
    let mut incoming = Incoming::default();
    add_run(&mut incoming, 7, 5);
    // Read again its events are new ones; it is the same run.
    add_run(&mut incoming, 7, 6);
    check(&incoming, &workspace(&[], &[]), [1, 0, 0, 0]);
    check(&incoming, &workspace(&[(7, &[1])], &[]), [0, 0, 1, 0]);
    check(&incoming, &workspace(&[], &[7]), [0, 0, 0, 1]);
    assert!(matches!(&incoming.files[0].1, About::Result(Some(who), _) if who == "Vera Visitor"));
    // An export has more of it, whichever comes first.
    let exported = of(&[&[(7, &[1, 2])]]);
    for run_first in [true, false] {
        let mut both = if run_first { incoming.clone() } else { exported.clone() };
        if run_first {
            both.add_workspace("export.json".into(), export(&[(7, &[1, 2])]));
        } else {
            add_run(&mut both, 7, 5);
        }
        check(&both, &workspace(&[(7, &[1])], &[]), [0, 1, 0, 0]);
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
    let mut run = Incoming::default();
    add_run(&mut run, 7, 5);
    run.choose_playbook(&ours, true);
    assert!(!run.adopts, "a run brings none");
}
