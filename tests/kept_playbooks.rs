//! A playbook that is stored with what an earlier version took stays in use with its contacts, is
//! never taken for a good one, and can be mended.

mod support;

use ripen::app::demo::demo;
use ripen::app::edit::words::add_reason;
use ripen::app::edit::{Done, Draft, Editor, Label, Refused, stages};
use ripen::app::figures::Figures;
use ripen::app::ripe::counts;
use ripen::app::workspace::Workspace;
use ripen::domain::assess::assess;
use ripen::domain::funnel::Window;
use ripen::domain::ids::ContactId;
use ripen::domain::playbook::check::{Fault, FaultKind, check, check_kept};
use ripen::domain::playbook::lint::{FindingKind, lint};
use ripen::domain::playbook::part::ReasonList;
use ripen::domain::playbook::question::Sets;
use ripen::domain::playbook::retired::Retired;
use ripen::domain::playbook::{Noun, Playbook};
use ripen::domain::rules::Rules;
use ripen::exchange::playbook_file::{self, PlaybookError};
use ripen::exchange::workspace_file;
use std::sync::Arc;
use support::{pack, today};

/// A way to break a playbook.
type Break = fn(&mut Playbook);

/// What an earlier version took.
const TAKEN: [(Break, FaultKind); 7] = [
    (|p| p.stages.clear(), FaultKind::NoStage),
    (
        |p| p.stages.iter_mut().for_each(|s| s.retired = Some(Retired { becomes: None })),
        FaultKind::NoStage,
    ),
    (|p| p.reasons.disqualify.clear(), FaultKind::NoReason),
    (|p| p.reasons.lose.clear(), FaultKind::NoReason),
    (|p| p.reasons = serde_json::from_str("{}").expect("no reasons"), FaultKind::NoReason),
    (|p| p.questions[1].sets = Some(Sets::Amount), FaultKind::WrongKind),
    (|p| p.revision = 0, FaultKind::NoRevision),
];

fn broken(break_it: Break) -> Playbook {
    let mut playbook = pack().clone();
    break_it(&mut playbook);
    playbook
}

fn with_contacts(playbook: &str) -> String {
    format!(
        r#"{{"format":"ripen-workspace","version":1,"exported_at":"2026-11-21T00:00:00Z",
            "playbook":{playbook},"contacts":[]}}"#
    )
}

#[test]
fn what_an_earlier_version_took_is_kept_and_not_taken_anew() {
    for (break_it, kind) in TAKEN {
        let playbook = broken(break_it);
        let text = playbook_file::write(&playbook);
        let refused = playbook_file::read(&text);
        let Err(PlaybookError::Faults(faults)) = refused else { panic!("{refused:?}") };
        assert!(faults.iter().all(|fault| fault.kind == kind), "{faults:?}");
        assert_eq!(check_kept(&playbook), []);
        assert_eq!(playbook_file::read_kept(&text).as_ref(), Ok(&playbook));
        let draft = Draft { playbook: playbook.clone(), kept_words: Vec::new() };
        assert_eq!(playbook_file::read_draft(&text), Ok(Some(draft)));
        let file = workspace_file::read(&with_contacts(&text)).expect("a backup can be read");
        assert_eq!(file.playbook, playbook);
        let told = lint(&playbook).into_iter().any(
            |finding| matches!(finding.kind, FindingKind::Fault { kind: told, .. } if told == kind),
        );
        assert!(told, "the checks name {kind:?}");
    }
}

#[test]
fn what_nobody_can_be_judged_by_is_not_kept() {
    let (gone, twice): (Break, Break) =
        (|p| p.gates.prospect.push("luck".into()), |p| p.stages[1].id = p.stages[0].id.clone());
    let unworded: Break = |p| (p.questions[0].ask, p.questions[0].prompt) = (None, None);
    for break_it in [gone, twice, unworded] {
        let playbook = broken(break_it);
        assert_eq!(check_kept(&playbook), check(&playbook));
        let text = playbook_file::write(&playbook);
        assert!(playbook_file::read_kept(&text).is_err());
        assert!(workspace_file::read(&with_contacts(&text)).is_err());
    }
}

/// All that is drawn of a workspace, over contacts at every position of the whole pack.
#[test]
fn contacts_are_judged_and_counted_by_it() {
    let mut n = 0;
    let next_id = || {
        n += 1;
        ContactId::new(n, [0; 10])
    };
    let histories = demo(pack(), today(), next_id);
    for (break_it, kind) in TAKEN {
        let playbook = Arc::new(broken(break_it));
        let mut workspace = Workspace::new(Arc::clone(&playbook));
        for (id, log) in &histories {
            workspace.take_in(*id, log.clone());
        }
        let rules = Rules::of(&playbook);
        for contact in workspace.contacts() {
            let assessment = assess(&rules, contact, today());
            let path = playbook.path();
            assert_eq!(assessment.gates.len(), path.len() - 1, "{kind:?}");
            assert!(path.contains(&assessment.evidenced), "{kind:?}");
        }
        let window = Window { from: None, to: None };
        assert!(!Figures::of(&workspace, window, &chrono::Utc).is_empty());
        counts(&workspace, today(), &chrono::Utc);
        let mut n = 0;
        demo(&playbook, today(), || {
            n += 1;
            ContactId::new(n, [1; 10])
        });
    }
}

#[test]
fn it_is_mended_step_by_step_and_not_made_worse() {
    let label = || Label::new(Done::Add, Noun::Playbook, "");
    let mut playbook = pack().clone();
    playbook.stages.clear();
    playbook.reasons = serde_json::from_str("{}").expect("no reasons");
    let mut editor = Editor::new(Arc::new(playbook));
    let paths = |faults: Vec<Fault>| faults.into_iter().map(|it| it.path).collect::<Vec<_>>();
    let lacking = |editor: &Editor| editor.publish(|_, _| String::new()).err().map(paths);
    let all = ["stages", "reasons.disqualify", "reasons.lose"].map(str::to_owned);
    assert_eq!(lacking(&editor), Some(all.to_vec()));
    let mut add = |why| {
        editor
            .change(label(), |draft, published| add_reason(draft, published, why, "None"))
            .unwrap();
    };
    add(ReasonList::Disqualify);
    add(ReasonList::Lose);
    let worse = editor.change(label(), |draft, _| {
        draft.reasons.lose.clear();
        Ok(())
    });
    assert_eq!(worse, Err(Refused::LastOne));
    assert_eq!(lacking(&editor), Some(vec![all[0].clone()]));
    editor.change(label(), |draft, published| stages::add(draft, published, "First")).unwrap();
    assert_eq!(lacking(&editor), None);
}

#[test]
fn one_fault_of_an_earlier_version_lets_in_no_second_of_its_kind() {
    let spoil = |playbook: &mut Playbook, stage: usize| {
        playbook.stages[stage].guide.metrics[0].target = -1.0;
    };
    let label = || Label::new(Done::Set, Noun::Playbook, "");
    let playbook = broken(|p| p.stages[1].guide.metrics[0].target = -1.0);
    let mut editor = Editor::new(Arc::new(playbook));
    let worse = editor.change(label(), |draft, _| {
        spoil(draft, 2);
        Ok(())
    });
    assert_eq!(worse, Err(Refused::NoNumber));
    // The one there was moves with what it stands in.
    let moved = editor.change(label(), |draft, _| {
        draft.stages.swap(0, 1);
        Ok(())
    });
    assert_eq!(moved, Ok(()));
}
