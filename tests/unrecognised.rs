//! Words of a file that the playbook does not know, and mapping them afterwards.

mod support;

use ripen::app::refusal::Refusal;
use ripen::app::unrecognised::{About, Mapping, map, meanings, unrecognised};
use ripen::app::workspace::{Deed, Workspace};
use ripen::domain::answer::Evidence;
use ripen::domain::event::{Field, Imported};
use ripen::domain::ids::{ContactId, QuestionId};
use support::desk::Desk;
use support::story::{choice, text};

fn industry() -> About {
    About::Question(QuestionId::from("industry"))
}

/// Contacts of a file with these industries and sources.
fn desk(rows: &[(&str, &str)]) -> Desk {
    imported(rows.iter().map(|(industry, source)| Imported {
        facts: [("industry".into(), text(industry))].into(),
        fields: [(Field::Source, (*source).to_owned())].into(),
        ..Imported::default()
    }))
}

fn imported(rows: impl Iterator<Item = Imported>) -> Desk {
    let mut desk = Desk::empty();
    let rows: Vec<_> = rows.collect();
    let mut n = 0;
    desk.stamped(|workspace, stamp| {
        let id = || {
            n += 1;
            ContactId::new(n, [1; 10])
        };
        let prepared = workspace.prepare(rows.into_iter().map(Into::into), id, stamp);
        workspace.import(prepared, stamp.batch);
    });
    desk
}

fn check(desk: &Desk, expected: &[(About, &str, usize)]) {
    let found = unrecognised(&desk.workspace);
    let found: Vec<_> =
        found.iter().map(|it| (it.about.clone(), it.words.as_str(), it.contacts)).collect();
    assert_eq!(found, expected);
}

fn mapping(about: About, words: &str, means: &str) -> Mapping {
    Mapping { about, words: words.to_owned(), means: means.to_owned() }
}

#[test]
fn words_that_mean_nothing_are_listed_those_of_most_contacts_first() {
    let desk = desk(&[
        ("technolgy", "Trade fair in Mars"),
        ("Technolgy ", "webinar"),
        ("Healthcare", "?utm_medium=cpc"),
        ("Space", "webinar"),
    ]);
    check(
        &desk,
        &[
            (industry(), "technolgy", 2),
            (About::Source, "Trade fair in Mars", 1),
            (industry(), "Space", 1),
        ],
    );
}

#[test]
fn mapping_records_for_all_at_once_and_no_better_than_it_was_known() {
    let mut desk = desk(&[("technolgy", "Mars"), ("TECHNOLGY", "webinar"), ("Space", "webinar")]);
    let mappings =
        [mapping(industry(), "technolgy", "technology"), mapping(About::Source, "mars", "event")];
    let plan = map(&desk.workspace, &mappings).expect("a plan");
    assert_eq!(desk.stamped(|w, stamp| w.carry_out(Deed::Map, plan, stamp)), Ok(2));
    check(&desk, &[(industry(), "Space", 1)]);
    let first = desk.workspace.contacts().next().expect("it is there");
    let given = first.answers.get(&QuestionId::from("industry")).expect("an answer");
    assert_eq!((&given.value, given.evidence), (&choice("technology"), Evidence::Claimed));
    assert_eq!(first.field(Field::Source), Some("event"));
    desk.stamped(Workspace::undo).expect("undone");
    assert_eq!(unrecognised(&desk.workspace).len(), 3);
}

#[test]
fn what_no_contact_has_or_the_playbook_does_not_offer_maps_to_nothing() {
    let desk = desk(&[("Space", "webinar")]);
    for mapping in [
        mapping(industry(), "Sea", "technology"),
        mapping(industry(), "Space", "no such option"),
        mapping(About::Source, "Space", "event"),
    ] {
        let refused = map(&desk.workspace, std::slice::from_ref(&mapping));
        assert_eq!(refused, Err(Refusal::NothingChanges), "{mapping:?}");
    }
    let offered = meanings(&desk.workspace.playbook, &industry());
    assert!(offered.iter().any(|(id, title)| id == "technology" && title == "Technology"));
}

#[test]
fn a_better_known_answer_leaves_nothing_to_map() {
    let mut desk = desk(&[("Space", "webinar")]);
    desk.id = desk.workspace.contacts().next().expect("it is there").id;
    desk.answer("industry", choice("technology"));
    check(&desk, &[]);
}

#[test]
fn words_in_place_of_a_number_mean_one_of_its_bands() {
    let row = |employees: &str| Imported {
        facts: [("employees".into(), text(employees))].into(),
        ..Imported::default()
    };
    let mut desk = imported([row("about 50"), row("-5"), row("About 50")].into_iter());
    let employees = || About::Question("employees".into());
    check(&desk, &[(employees(), "about 50", 2), (employees(), "-5", 1)]);
    let plan = map(&desk.workspace, &[mapping(employees(), "about 50", "50–99")]).expect("a plan");
    assert_eq!(desk.stamped(|w, stamp| w.carry_out(Deed::Map, plan, stamp)), Ok(2));
    check(&desk, &[(employees(), "-5", 1)]);
}
