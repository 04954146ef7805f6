//! Ids of other systems: of which they are, and what is done where nobody knows.

mod support;

use ripen::app::command::Command;
use ripen::domain::event::Field;
use ripen::exchange::import::matching::Doubted;
use support::here::{Here, numbers};

#[test]
fn an_id_that_an_address_speaks_against_is_left_to_a_person() {
    let (old, other) =
        ("id,person,email\n7,Ann,ann@x.example", "id,person,email\n7,Zoe,zoe@z.example");
    let mut here = Here::with(&[old]);
    let preview = here.import(other);
    assert_eq!((numbers(&preview), preview.doubtful.len()), ([0; 5], 1));
    assert_eq!(preview.doubtful[0].here, "ann@x.example");
    assert_eq!(
        (preview.doubtful[0].line, preview.doubtful[0].there.as_str()),
        (2, "zoe@z.example")
    );
    // They are others: both have that id from then on, and each is known again.
    assert_eq!(numbers(&here.import_as(other, Doubted::Others)), [1, 0, 0, 0, 0]);
    for file in [old, other] {
        assert_eq!(numbers(&here.import(file)), [0, 0, 1, 0, 0], "{file}");
    }
    // It is the same: it goes by the new address from then on.
    let mut here = Here::with(&[old]);
    assert_eq!(numbers(&here.import_as(other, Doubted::Same)), [0, 1, 0, 0, 0]);
    assert_eq!(here.contact("Zoe").field(Field::Email), Some("zoe@z.example"));
    assert_eq!(numbers(&here.import(other)), [0, 0, 1, 0, 0]);
    // An address a rep changed is none against it.
    let mut here = Here::with(&[old]);
    here.rep("Ann", Command::SetFields([(Field::Email, "new@x.example".to_owned())].into()));
    assert_eq!(numbers(&here.import(old)), [0, 0, 1, 0, 0]);
}

#[test]
fn the_system_of_an_id_is_on_record_where_the_file_told_it() {
    let mut here = Here::with(&["id,person\n7,Ann"]);
    let system = |here: &Here| here.contact("Ann").system.as_ref().map(ToString::to_string);
    assert_eq!(system(&here), None);
    let file = "Record ID,person,phone\n7,Ann,5";
    assert_eq!(numbers(&here.import(file)), [0, 1, 0, 0, 0]);
    assert_eq!(system(&here).as_deref(), Some("hubspot"));
    here.undo();
    assert_eq!(system(&here), None);
    here.import(file);
    assert_eq!(numbers(&here.import(file)), [0, 0, 1, 0, 0]);
}
