//! Every form in which a contact was ever stored opens for ever, and reads as it did.

use ripen::domain::event::EventKind;
use ripen::domain::fold::fold;
use ripen::domain::held::Held;
use ripen::domain::ids::ContactId;
use ripen::exchange::record::{self, RecordError};

/// One event of each kind there was when version 1 was stored, and one of a kind to come.
const V1: &str = include_str!("fixtures/stored/contact-1.json");
const ERASED_V1: &str = r#"{"v":1,"erased":true}"#;

#[test]
fn a_contact_of_version_1_opens_and_is_written_as_it_was() {
    let Ok(Held::History(log)) = record::decode(V1) else { panic!("it does not open") };
    assert_eq!(log.events().len(), 29);
    let unknown = log.events().iter().filter(|e| matches!(e.kind, EventKind::Unknown(..))).count();
    assert_eq!(unknown, 1, "what was known then is known now");
    assert!(fold(ContactId::new(1, [1; 10]), &log).is_some());
    assert_eq!(record::encode_log(&log), V1);
    assert_eq!(record::decode(ERASED_V1), Ok(Held::Erased));
}

#[test]
fn what_comes_after_this_version_is_refused() {
    let newer = format!(r#"{{"v":{},"#, record::VERSION + 1);
    for text in [V1, ERASED_V1] {
        let text = text.replacen(r#"{"v":1,"#, &newer, 1);
        assert_eq!(record::decode(&text), Err(RecordError::Newer(record::VERSION + 1)));
        assert_eq!(record::join(Some(&text), &Held::Erased), Err(RecordError::Newer(2)));
    }
}
