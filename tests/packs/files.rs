//! The files: named by their ids, and nothing of them is lost on the way in and out.

use super::PACKS;
use crate::support::{files, pack, playbook, playbooks};
use ripen::exchange::{overlay_file, playbook_file};
use serde_json::Value;

#[test]
fn each_file_is_named_by_its_id() {
    for (file, text) in files("playbooks") {
        let playbook = playbook_file::read(&text).expect("a playbook without faults");
        assert_eq!(file.file_stem().and_then(|name| name.to_str()), Some(playbook.id.as_str()));
    }
    let ids: Vec<_> = playbooks().iter().map(|playbook| playbook.id.as_str()).collect();
    assert_eq!(ids, ["example", PACKS[0], PACKS[1], PACKS[2]]);
    assert_eq!(playbook("example").based_on.as_ref(), Some(&pack().id));
}

/// Whether everything a file says is in what was read of it: a misspelt key would be passed over.
fn is_kept(file: &Value, read: &Value) -> bool {
    match (file, read) {
        (Value::Object(file), Value::Object(read)) => {
            file.iter().all(|(key, value)| read.get(key).is_some_and(|other| is_kept(value, other)))
        }
        (Value::Array(file), Value::Array(read)) => {
            file.len() == read.len() && file.iter().zip(read).all(|(a, b)| is_kept(a, b))
        }
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (a, b) => a == b,
    }
}

#[test]
fn nothing_in_a_file_is_lost_on_the_way_in_and_out() {
    let json = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    for (file, text) in files("playbooks") {
        let playbook = playbook_file::read(&text).expect("a playbook");
        let written = playbook_file::write(&playbook);
        assert!(is_kept(&json(&text), &json(&written)), "{}", file.display());
        assert_eq!(playbook_file::read(&written), Ok(playbook));
    }
    for (file, text) in files("playbooks/overlays") {
        let overlay = overlay_file::read(&text).expect("an overlay");
        let written = overlay_file::write(&overlay);
        assert!(is_kept(&json(&text), &json(&written)), "{}", file.display());
        assert_eq!(overlay_file::read(&written), Ok(overlay));
    }
}

#[test]
fn a_file_with_a_misspelt_key_would_be_noticed() {
    let json = |text| serde_json::from_str::<Value>(text).expect("JSON");
    assert!(is_kept(&json(r#"{"a":[1,{"b":2}]}"#), &json(r#"{"a":[1.0,{"b":2}],"c":0}"#)));
    assert!(!is_kept(&json(r#"{"a":[{"bb":2}]}"#), &json(r#"{"a":[{"b":2}]}"#)));
}
