//! What the editor takes and refuses, by name; sequences of edits are in `tests/editing.rs`.

use super::criteria::New;
use super::uses::User;
use super::*;
use crate::domain::ids::{CriterionId, OptionId, QuestionId, SectionId, StageId};
use crate::domain::playbook::Noun;
use crate::domain::playbook::diff::diff;
use crate::domain::playbook::question::QuestionKind;
use crate::domain::playbook::rule::Rule;

fn pack() -> Arc<Playbook> {
    Arc::new(
        serde_json::from_str(include_str!("../../../playbooks/pain-interest-fit.json")).unwrap(),
    )
}

fn label() -> Label {
    Label::new(Done::Set, Noun::Playbook, "")
}

/// Gives a draft another title.
fn rename(editor: &mut Editor, title: &str) {
    let change = |draft: &mut Playbook, _: &Playbook| {
        title.clone_into(&mut draft.title);
        Ok(())
    };
    editor.change(label(), change).unwrap();
}

/// Changes a fresh draft of the shipped pack.
fn change<T>(
    edit: impl FnOnce(&mut Playbook, &Playbook) -> Result<T, Refused>,
) -> (Editor, Result<T, Refused>) {
    let mut editor = Editor::new(pack());
    let done = editor.change(label(), edit);
    (editor, done)
}

#[test]
fn what_changes_nothing_is_no_step() {
    let (editor, done) = change(|draft, _| {
        draft.title = draft.title.clone();
        Ok(())
    });
    assert_eq!((done, editor.to_undo()), (Ok(()), None));
    assert!(!editor.has_changes());
}

#[test]
fn undo_redo_and_a_change_after_undo() {
    let mut editor = Editor::new(pack());
    for title in ["One", "Two"] {
        rename(&mut editor, title);
    }
    editor.undo();
    assert_eq!(editor.draft().title, "One");
    editor.redo();
    assert_eq!(editor.draft().title, "Two");
    editor.undo();
    rename(&mut editor, "Three");
    assert_eq!(editor.to_redo(), None);
    editor.discard();
    assert!(!editor.has_changes());
    editor.undo();
    assert_eq!(editor.draft().title, "Three");
}

#[test]
fn a_change_that_would_make_a_fault_is_refused_whole() {
    let (editor, done) = change(|draft, _| {
        draft.title = "New".to_owned();
        draft.gates.prospect.push(CriterionId::from("nowhere"));
        Ok(())
    });
    assert!(matches!(done, Err(Refused::Fault(_))));
    assert!(!editor.has_changes());
    let (_, done) = change(|draft, _| {
        let size = draft.criteria.iter_mut().find(|c| c.id.as_str() == "size").unwrap();
        size.rule = Rule::Criterion(CriterionId::from("fit"));
        Ok(())
    });
    assert_eq!(done, Err(Refused::Circular));
}

#[test]
fn what_is_published_is_retired_and_what_is_not_is_gone() {
    let employees = QuestionId::from("employees");
    let (editor, done) = change(|draft, published| {
        questions::remove(draft, published, &employees, Some(&QuestionId::from("problem_age")))
    });
    assert_eq!(done, Ok(()));
    assert!(editor.draft().question(&employees).unwrap().retired.is_some());
    let (editor, done) = change(|draft, published| {
        let section = SectionId::from("organisation");
        let id = questions::add(draft, published, &section, "Employees", QuestionKind::YesNo)?;
        assert_eq!(id.as_str(), "employees_2");
        questions::remove(draft, published, &id, None)
    });
    assert_eq!(done, Ok(()));
    assert!(!editor.has_changes());
}

#[test]
fn what_is_used_is_not_taken_out() {
    let (_, done) = change(|draft, _| criteria::remove(draft, &CriterionId::from("size")));
    let Err(Refused::InUse(users)) = done else { panic!("{done:?}") };
    for user in [User::ProspectGate, User::Criterion(CriterionId::from("fit")), User::Profile] {
        assert!(users.contains(&user), "{user:?}");
    }
    let (_, done) = change(|draft, published| {
        let section = SectionId::from("organisation");
        let id = questions::add(draft, published, &section, "Fax?", QuestionKind::YesNo)?;
        let test = conditions::usual(draft.question(&id).unwrap());
        let (words, step) = (String::new(), String::new());
        let new = New { title: "Has a fax".to_owned(), rule: Rule::Answer(test), words, step };
        criteria::add(draft, published, new)?;
        questions::remove(draft, published, &id, None)
    });
    let fax = [User::Criterion(CriterionId::from("has_a_fax"))];
    assert_eq!(done, Err(Refused::InUse(fax.to_vec())));
    let (_, done) = change(|draft, _| sections::remove(draft, 0));
    assert!(matches!(done, Err(Refused::InUse(users)) if users.len() >= 3));
}

#[test]
fn the_kind_of_a_published_question_stays() {
    let (_, done) = change(|draft, published| {
        questions::set_kind(draft, published, &QuestionId::from("need"), QuestionKind::Text)
    });
    assert_eq!(done, Err(Refused::Published));
    let (_, done) = change(|draft, published| {
        let section = SectionId::from("organisation");
        let id = questions::add(draft, published, &section, "Fax?", QuestionKind::YesNo)?;
        questions::set_kind(draft, published, &id, QuestionKind::Date)
    });
    assert_eq!(done, Ok(()));
}

#[test]
fn options_stages_and_bands_keep_one() {
    let decides = QuestionId::from("decides");
    let (editor, done) = change(|draft, published| {
        let group = OptionId::from("group");
        options::remove(draft, published, &decides, &group, Some(&OptionId::from("self")))?;
        let id = options::add(draft, published, &decides, "Group")?;
        assert_eq!(id.as_str(), "group_2");
        Ok(())
    });
    assert_eq!(done, Ok(()));
    let retired = editor.draft().question(&decides).unwrap().options();
    assert_eq!(retired.iter().filter(|option| option.retired.is_some()).count(), 1);
    let (_, done) = change(|draft, published| {
        for stage in &published.stages {
            stages::remove(draft, published, &stage.id, None)?;
        }
        Ok(())
    });
    assert_eq!(done, Err(Refused::LastOne));
    let (_, done) = change(|draft, published| {
        let closing = StageId::from("closing");
        stages::remove(draft, published, &closing, Some(&closing))
    });
    assert_eq!(done, Err(Refused::Itself));
}

#[test]
fn a_draft_is_published_as_the_next_version_once_everything_is_worded() {
    let mut editor = Editor::new(pack());
    let section = SectionId::from("organisation");
    let id = editor
        .change(label(), |draft, published| {
            questions::add(draft, published, &section, "Fax?", QuestionKind::YesNo)
        })
        .unwrap();
    assert_eq!(editor.publish(|_, _| String::new()).unwrap_err().len(), 1);
    let wording = Some("Do they have a fax?".to_owned());
    editor
        .change(label(), |draft, _| {
            questions::set(draft, &id, |question| {
                question.prompt = wording;
                Ok(())
            })
        })
        .unwrap();
    editor
        .change(label(), |draft, _| {
            criteria::find(draft, &CriterionId::from("size")).unwrap().rule_text.clear();
            Ok(())
        })
        .unwrap();
    let next = editor.publish(|_, criterion| format!("{}!", criterion.title)).unwrap();
    assert_eq!(next.revision, pack().revision + 1);
    assert_eq!(next.criterion(&CriterionId::from("size")).unwrap().rule_text, "Size!");
    assert_eq!(check(&next), []);
}

#[test]
fn another_published_playbook_keeps_what_the_draft_changed_and_all_it_has_itself() {
    let mut editor = Editor::new(pack());
    rename(&mut editor, "Mine");
    let mut theirs = (*pack()).clone();
    let kind = theirs.questions[1].kind.clone();
    let section = SectionId::from("organisation");
    let published = theirs.clone();
    questions::add(&mut theirs, &published, &section, "Theirs", kind).unwrap();
    questions::find(&mut theirs, &QuestionId::from("theirs")).unwrap().ask = Some("?".to_owned());
    options::add(&mut theirs, &published, &QuestionId::from("decides"), "A robot").unwrap();
    stages::add(&mut theirs, &published, "Legal").unwrap();
    theirs.revision = 9;
    editor.rebase(Arc::new(theirs));
    let draft = editor.draft();
    assert_eq!((draft.title.as_str(), draft.revision), ("Mine", 9));
    assert!(draft.question(&QuestionId::from("theirs")).unwrap().retired.is_some());
    assert!(draft.stage(&StageId::from("legal")).unwrap().retired.is_some());
    assert_eq!(faults(draft), []);
    assert!(rebase::keeps(editor.published(), draft));
    assert_eq!(editor.to_undo(), None);
}

#[test]
fn a_question_both_made_is_the_published_one() {
    let add = |draft: &mut Playbook, published: &Playbook, kind| {
        let section = SectionId::from("organisation");
        questions::add(draft, published, &section, "Fax", kind)
    };
    let mut editor = Editor::new(pack());
    let choice = pack().questions[1].kind.clone();
    editor
        .change(label(), |draft, published| {
            let id = add(draft, published, choice)?;
            let rule = Rule::Answer(conditions::usual(draft.question(&id).unwrap()));
            let (words, step) = (String::new(), String::new());
            let new = New { title: "Fax".to_owned(), rule, words, step };
            criteria::add(draft, published, new)
        })
        .unwrap();
    let mut theirs = (*pack()).clone();
    add(&mut theirs, &pack(), QuestionKind::Text).unwrap();
    editor.rebase(Arc::new(theirs));
    assert_eq!(editor.draft().question(&QuestionId::from("fax")).unwrap().kind, QuestionKind::Text);
    assert_eq!(faults(editor.draft()), []);
    assert!(rebase::keeps(editor.published(), editor.draft()));
}

#[test]
fn another_page_s_draft_is_taken_in_as_a_step() {
    let mut editor = Editor::new(pack());
    rename(&mut editor, "Mine");
    let theirs = Playbook { title: "Theirs".to_owned(), ..(*pack()).clone() };
    editor.take_in(Some(Draft { playbook: theirs, kept_words: Vec::new() }));
    assert_eq!(editor.draft().title, "Theirs");
    editor.take_in(None);
    assert!(!editor.has_changes());
    editor.undo();
    editor.undo();
    assert_eq!(editor.draft().title, "Mine");
}

#[test]
fn the_changes_of_a_draft_are_counted() {
    let (editor, _) = change(|draft, published| {
        draft.title = "Mine".to_owned();
        stages::add(draft, published, "Legal")?;
        gates::remove(draft, &crate::domain::playbook::part::GateName::Prospect, 0)
    });
    assert_eq!(diff(editor.published(), editor.draft()).len(), 3);
}
