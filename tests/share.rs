//! Whatever is shared by a link comes back as it was; whatever an address says, nothing panics.

mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use ripen::app::route::{MAX_PAYLOAD, Route, Shared};
use ripen::domain::playbook::Playbook;
use ripen::domain::playbook::words::Term;
use ripen::exchange::limits::DEFLATED_BYTES;
use ripen::exchange::share::{Payload, open, read, seal, text};
use support::{config, pack, words};

fn any_playbook() -> impl Strategy<Value = Playbook> {
    let term = (words(), words(), proptest::option::of(words()));
    let terms =
        vec(term.prop_map(|(term, meaning, mistaken)| Term { term, meaning, mistaken }), 0..4);
    (words(), words(), 1..u32::MAX, terms).prop_map(|(title, about, revision, glossary)| Playbook {
        title,
        about,
        revision,
        glossary,
        ..pack().clone()
    })
}

/// The way through an address.
fn sent(shared: Shared) -> Option<Shared> {
    match Route::parse(&Route::Shared(shared).address()) {
        Route::Shared(shared) => Some(shared),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..config() })]

    #[test]
    fn a_playbook_comes_back_as_it_was(playbook in any_playbook()) {
        let payload = Payload::Playbook(playbook);
        let plain = text(&payload).unwrap();
        let shared = sent(seal(&payload, plain.as_bytes()).unwrap()).unwrap();
        prop_assert_eq!(read(&shared, open(&shared).unwrap()), Ok(payload));
    }

    #[test]
    fn any_bytes_pass_an_address_unchanged(bytes in vec(any::<u8>(), 1..400)) {
        let payload = Payload::Playbook(pack().clone());
        let shared = sent(seal(&payload, &bytes).unwrap()).unwrap();
        prop_assert!(shared.payload().bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)));
        prop_assert_eq!(open(&shared), Ok(bytes));
    }

    #[test]
    fn no_address_panics(kind in "(playbook|case|[a-zA-Z%]{0,24})", payload in "[A-Za-z0-9_-]{0,40}|.{0,40}") {
        let route = Route::parse(&format!("#/shared/{kind}/{payload}"));
        if let Route::Shared(shared) = &route {
            prop_assert!(open(shared).map_or(0, |bytes| bytes.len()) <= DEFLATED_BYTES);
            let log = format!("{route:?}");
            prop_assert!(payload.len() < 9 || !log.contains(&payload), "{}", log);
        }
        prop_assert_eq!(Route::parse(&route.address()), route);
    }

    #[test]
    fn no_inflated_bytes_panic(bytes in vec(any::<u8>(), 0..200)) {
        let shared = Shared::new("playbook", "YQ").unwrap();
        prop_assert!(read(&shared, bytes).is_err());
    }

    #[test]
    fn a_spoilt_playbook_is_read_or_refused(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let payload = Payload::Playbook(pack().clone());
        let mut bytes = text(&payload).unwrap().into_bytes();
        *at.get_mut(&mut bytes) = byte;
        let shared = seal(&payload, &bytes).unwrap();
        // Whether it is taken depends on the place; that it comes to an answer does not.
        let _ = read(&shared, bytes);
    }
}

#[test]
fn an_endless_address_is_kept_to_one_character_too_many() {
    let Route::Shared(shared) =
        Route::parse(&format!("#/shared/playbook/{}", "é".repeat(4 * MAX_PAYLOAD)))
    else {
        panic!()
    };
    assert_eq!(shared.payload().chars().count(), MAX_PAYLOAD + 1);
    assert!(open(&shared).is_err());
}
