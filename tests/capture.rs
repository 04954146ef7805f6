//! What the form for a new contact starts with.

mod support;

use ripen::app::capture::last_source;
use ripen::app::command::Command;
use ripen::domain::event::{By, Field};
use ripen::domain::ids::{AuthorId, ContactId};
use std::collections::BTreeMap;
use support::desk::Desk;
use support::story::rep;

/// One contact after the other with these sources; what the next one starts with.
fn check(sources: &[&str], expected: Option<&str>) {
    let mut desk = Desk::empty();
    for (n, source) in (1_u8..).zip(sources) {
        desk.id = ContactId::new(u64::from(n), [n; 10]);
        let fields = [(Field::Person, "Mina"), (Field::Source, source)];
        let fields = fields.map(|(field, text)| (field, text.to_owned()));
        desk.run(Command::Create(BTreeMap::from(fields))).expect("a lead");
    }
    let By::Rep(author) = rep() else { panic!("a rep works at the desk") };
    assert_eq!(last_source(&desk.workspace, &author.id), expected, "{sources:?}");
    let other = AuthorId::from("somebody else");
    assert_eq!(last_source(&desk.workspace, &other), None, "another one’s sources say nothing");
}

#[test]
fn the_source_of_the_last_one_is_kept() {
    check(&[], None);
    check(&["event"], Some("event"));
    check(&["event", "business_card"], Some("business_card"));
    check(&["event", ""], None);
    check(&["no such source"], None);
}

#[test]
fn one_that_was_taken_back_says_nothing() {
    let mut desk = Desk::empty();
    let fields =
        BTreeMap::from([(Field::Person, "Mina".to_owned()), (Field::Source, "event".to_owned())]);
    desk.run(Command::Create(fields)).expect("a lead");
    desk.stamped(|workspace, stamp| workspace.undo(stamp).is_some());
    let By::Rep(author) = rep() else { panic!("a rep works at the desk") };
    assert_eq!(last_source(&desk.workspace, &author.id), None);
}
