//! Two stored copies of a contact as one.
//!
//! Invariant: joined as text or read and joined, the outcome says the same.

use super::{RecordError, decode, encode};
use crate::domain::held::Held;
use crate::domain::log::EventLog;

/// Joins a copy with what is stored, as it is [at rest](Held::at_rest); none when nothing has to be
/// written.
///
/// # Errors
/// As for [`decode`]; then what is stored must be left as it is.
pub fn join(stored: Option<&str>, ours: &Held) -> Result<Option<String>, RecordError> {
    let stored = stored.map(decode).transpose()?.unwrap_or_else(|| EventLog::default().into());
    let mut joined = stored.clone();
    joined.join(ours);
    let joined = joined.at_rest();
    Ok((stored != joined).then(|| encode(&joined)))
}

/// Whether a stored text says nothing that `held` does not say; not of one that cannot be read.
pub fn is_within(text: &str, held: &Held) -> bool {
    decode(text).is_ok_and(|stored| !held.clone().join(&stored))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_joined_and_written_where_that_changes_anything() {
        let event = |n: u8, kind: &str| {
            let id = format!("0157df6b3800700080000000000000{n:02x}");
            format!(r#"{{"id":"{id}","batch":"{id}","kind":{kind}}}"#)
        };
        let history = |events: &[String]| format!(r#"{{"v":1,"events":[{}]}}"#, events.join(","));
        let (made, done) = (event(1, r#"{"created":{}}"#), event(2, r#"{"task_done":{}}"#));
        let batch = "0157df6b-3800-7000-8000-000000000001";
        let back = event(3, &format!(r#"{{"retracted":{{"batch":"{batch}"}}}}"#));
        let erased = r#"{"v":1,"erased":true}"#.to_owned();
        let [one, two, both] =
            [vec![made.clone()], vec![done.clone()], vec![made.clone(), done]].map(|e| history(&e));
        let nothing = history(&[]);
        let (undone, rest) = (history(&[made, back.clone()]), history(&[back]));
        for (stored, ours, expected) in [
            (None, &one, Some(&one)),
            (Some(&one), &one, None),
            (Some(&one), &two, Some(&both)),
            (Some(&both), &one, None),
            (None, &undone, Some(&rest)),
            (None, &nothing, None),
            (Some(&one), &undone, Some(&rest)),
            (Some(&rest), &one, None),
            (None, &erased, Some(&erased)),
            (Some(&both), &erased, Some(&erased)),
            (Some(&erased), &both, None),
            (Some(&erased), &erased, None),
        ] {
            let joined = join(stored.map(String::as_str), &decode(ours).unwrap());
            assert_eq!(joined, Ok(expected.cloned()), "{stored:?} and {ours}");
        }
        for (text, held, expected) in [
            (&one, &both, true),
            (&both, &both, true),
            (&both, &one, false),
            (&both, &erased, true),
            (&erased, &both, false),
        ] {
            assert_eq!(is_within(text, &decode(held).unwrap()), expected, "{text} in {held}");
        }
        assert!(!is_within("", &Held::Erased));
        for text in ["", r#"{"v":9,"erased":true}"#, r#"{"v":1,"erased":false}"#] {
            assert!(join(Some(text), &Held::Erased).is_err(), "{text}");
        }
    }
}
