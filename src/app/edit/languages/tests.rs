//! What becomes of translations when the playbook changes.

use super::*;
use crate::app::edit::{Done, Editor, Label};
use crate::domain::playbook::Noun;

use crate::domain::playbook::retired::Retired;
use std::sync::Arc;

fn pack() -> Playbook {
    serde_json::from_str(include_str!("../../../../playbooks/pain-interest-fit.json")).unwrap()
}

/// An editor whose draft says the path itself of each of its texts in Dutch.
fn editor() -> Editor {
    let mut playbook = pack();
    playbook.translations.add("nl");
    for path in paths(&playbook) {
        playbook.translations.set("nl", &path, &path);
    }
    playbook.translations.set("nl", "nowhere", "nowhere");
    Editor::new(Arc::new(playbook))
}

fn change(editor: &mut Editor, edit: impl FnOnce(&mut Playbook)) {
    let label = Label::new(Done::Set, Noun::Playbook, "");
    editor
        .change(label, |draft, _| {
            edit(draft);
            Ok(())
        })
        .unwrap();
}

fn said<'e>(editor: &'e Editor, path: &str) -> Option<&'e str> {
    editor.draft().translations.text("nl", path)
}

fn bands(draft: &mut Playbook) -> &mut Vec<Band> {
    let question = draft.questions.iter_mut().find(|q| q.id.as_str() == "employees").unwrap();
    let QuestionKind::Number { bands, .. } = &mut question.kind else { panic!("a number") };
    bands
}

#[test]
fn a_band_takes_its_words_along() {
    let mut editor = editor();
    let path = |n: usize| format!("questions/employees/kind/number/bands/{n}/title");
    let last =
        pack().questions.iter().find(|q| q.id.as_str() == "employees").unwrap().bands().len() - 1;
    change(&mut editor, |draft| {
        bands(draft).swap(0, 1);
        "Renamed".clone_into(&mut bands(draft)[1].title);
    });
    assert_eq!(said(&editor, &path(0)), Some(&*path(1)));
    assert_eq!(said(&editor, &path(1)), Some(&*path(0)), "known by its range");
    change(&mut editor, |draft| {
        bands(draft).remove(0);
    });
    assert_eq!(said(&editor, &path(0)), Some(&*path(0)));
    assert_eq!(said(&editor, &path(last)), None);
    editor.undo();
    editor.undo();
    assert_eq!(said(&editor, &path(0)), Some(&*path(0)));
    assert_eq!(said(&editor, &path(last)), Some(&*path(last)));
}

#[test]
fn what_is_gone_is_gone_in_every_language_and_what_is_retired_stays() {
    let mut editor = editor();
    let ask = "questions/pain/ask";
    change(&mut editor, |draft| {
        let pain = draft.questions.iter_mut().find(|q| q.id.as_str() == "pain").unwrap();
        pain.why = None;
        pain.retired = Some(Retired { becomes: None });
    });
    assert_eq!(said(&editor, "questions/pain/why"), None);
    assert_eq!(said(&editor, ask), Some(ask), "it may be asked again");
    assert_eq!(said(&editor, "nowhere"), Some("nowhere"), "for the checks to name");
    change(&mut editor, |draft| tidy(draft, "nl"));
    assert_eq!(said(&editor, "nowhere"), None);
    assert_eq!(said(&editor, ask), Some(ask));
}

#[test]
fn languages_are_added_written_in_and_taken_out() {
    let mut draft = pack();
    assert_eq!(add(&mut draft, "Dutch"), Err(Refused::NoWords));
    assert_eq!(add(&mut draft, "en"), Err(Refused::Twice));
    assert_eq!(add(&mut draft, "nl"), Ok(()));
    assert_eq!(add(&mut draft, "nl"), Err(Refused::Twice));
    assert_eq!(translate(&mut draft, "nl", "title", " Titel "), Ok(()));
    assert_eq!(draft.translations.text("nl", "title"), Some("Titel"));
    assert_eq!(translate(&mut draft, "de", "title", "Titel"), Err(Refused::Missing));
    let link = "outcomes/lead/action/link";
    assert_eq!(translate(&mut draft, "nl", link, "javascript:x"), Err(Refused::BadLink));
    assert_eq!(write_in(&mut draft, "nl"), Ok(()));
    assert_eq!((draft.own_language(), draft.translations.is_empty()), ("nl", true));
    assert_eq!(write_in(&mut draft, "en"), Ok(()));
    assert_eq!(draft.language, None);
    assert_eq!(remove(&mut draft, "nl"), Err(Refused::Missing));
}

#[test]
fn agreeing_to_other_words_is_another_consent() {
    let mut playbook = pack();
    let consent = r#"{"text":"I agree","revision":3,"details":["email"]}"#;
    playbook.consent = serde_json::from_str(consent).unwrap();
    playbook.translations.add("nl");
    let mut editor = Editor::new(Arc::new(playbook));
    let revision = |editor: &Editor| {
        editor.publish(|_, _| String::new()).unwrap().consent.map(|consent| consent.revision)
    };
    change(&mut editor, |draft| draft.translations.set("nl", "title", "Titel"));
    assert_eq!(revision(&editor), Some(3));
    change(&mut editor, |draft| draft.translations.set("nl", "consent/text", "Akkoord"));
    assert_eq!(revision(&editor), Some(4));
}
