//! No file is a reason to panic, whatever stands in it.

use crate::contact_id;
use crate::support::{PACK_JSON, any_json, config, today};
use chrono::Utc;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use ripen::domain::assess::assess;
use ripen::domain::calibration::Calibration;
use ripen::domain::contact::Contact;
use ripen::domain::funnel::{Window, funnel};
use ripen::domain::pipeline::pipeline;
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::check::check;
use ripen::domain::rules::Rules;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn arbitrary_bytes_are_no_reason_to_panic(bytes in vec(any::<u8>(), 0..64), json in any_json()) {
        judged(serde_json::from_slice(&bytes));
        judged(serde_json::from_value(json));
    }

    #[test]
    fn a_playbook_with_anything_in_any_place_is_no_reason_to_panic(
        way in vec(any::<Index>(), 1..8), json in any_json()
    ) {
        let mut file: serde_json::Value = serde_json::from_str(PACK_JSON).unwrap();
        *place(&mut file, &way) = json;
        judged(serde_json::from_value(file));
    }

    #[test]
    fn a_playbook_with_parts_left_out_or_repeated_is_no_reason_to_panic(
        way in vec(any::<Index>(), 1..8), of in vec(any::<Index>(), 1..8)
    ) {
        let mut file: serde_json::Value = serde_json::from_str(PACK_JSON).unwrap();
        let other = place(&mut file, &of).take();
        *place(&mut file, &way) = other;
        judged(serde_json::from_value(file));
    }
}

/// Somewhere in a file: one turn at a time, down to where there is nothing to turn to.
fn place<'a>(file: &'a mut serde_json::Value, way: &[Index]) -> &'a mut serde_json::Value {
    let mut here = file;
    for turn in way {
        let size = here.as_array().map(Vec::len).or(here.as_object().map(serde_json::Map::len));
        let Some(size) = size.filter(|size| *size > 0) else { break };
        here = match here {
            serde_json::Value::Object(parts) => parts.values_mut().nth(turn.index(size)),
            other => other.get_mut(turn.index(size)),
        }
        .expect("a turn within the size");
    }
    here
}

/// Does with a file what an import does: reads it, checks it, and judges by it when it is sound.
fn judged(file: serde_json::Result<Playbook>) {
    let Ok(playbook) = file else { return };
    let faults = check(&playbook);
    let contact = Contact::blank(contact_id());
    if faults.is_empty() {
        let rules = Rules::of(&playbook);
        assess(&rules, &contact, today());
        funnel(&playbook, [&contact], Window::default(), &Utc);
        pipeline(&rules, &Calibration::of(&rules, [&contact], today()), [&contact], today());
    }
}
