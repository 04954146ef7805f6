//! Share links: what one carries, before and after compression.
//!
//! Owns the kinds of payload, their text and its form in an address. Refuses to compress (the
//! browser does) and to know whom it reaches. A link is made by [`text`], deflating,
//! [`seal`]; it is read by [`open`], inflating, [`read`]. Invariant: what is read from a link has
//! passed every check a file of its kind passes.

use super::case_file::{self, Case, CaseError};
use super::limits::{DEFLATED_BYTES, INFLATED_BYTES};
use super::playbook_file::{self, PlaybookError};
use crate::app::route::{MAX_PAYLOAD, Shared};
use crate::domain::playbook::Playbook;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64_URL;

const _: () =
    assert!(MAX_PAYLOAD == (DEFLATED_BYTES * 4).div_ceil(3), "an address holds a payload");

/// The word of a playbook in an address.
const PLAYBOOK: &str = "playbook";
/// The word of a contact's case.
const CASE: &str = "case";

/// What a link carries. Each kind has a word of its own in the address, so that a link of a later
/// kind is told from a damaged one.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Payload {
    /// A playbook.
    Playbook(Playbook),
    /// A contact's case.
    Case(Case),
}

impl Payload {
    fn kind(&self) -> &'static str {
        match self {
            Self::Playbook(_) => PLAYBOOK,
            Self::Case(_) => CASE,
        }
    }
}

/// Whether what a link says it carries is a contact's case.
pub fn is_case(shared: &Shared) -> bool {
    shared.kind() == CASE
}

/// Why a link cannot be made or read.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ShareError {
    /// A kind this app does not know; holds its word.
    #[error("`{0}` is no kind of shared thing this app knows")]
    UnknownKind(String),
    /// Too long for an address.
    #[error("more than {limit} bytes when compressed")]
    TooLong {
        /// The most there may be.
        limit: usize,
    },
    /// Too much to take in.
    #[error("more than {limit} bytes")]
    TooLarge {
        /// The most there may be.
        limit: usize,
    },
    /// Cut off or altered on its way.
    #[error("the link is damaged")]
    Damaged,
    /// The playbook in it is not taken.
    #[error(transparent)]
    Playbook(#[from] PlaybookError),
    /// The case in it is not taken.
    #[error(transparent)]
    Case(#[from] CaseError),
}

/// More than an address carries.
const TOO_LONG: ShareError = ShareError::TooLong { limit: DEFLATED_BYTES };
/// More than is inflated.
pub(crate) const TOO_LARGE: ShareError = ShareError::TooLarge { limit: INFLATED_BYTES };

/// What is to be deflated.
///
/// # Errors
/// [`ShareError::TooLarge`].
pub fn text(payload: &Payload) -> Result<String, ShareError> {
    let text = match payload {
        Payload::Playbook(playbook) => serde_json::to_string(playbook)
            .expect("memory takes every byte, and a playbook has no maps at all"),
        Payload::Case(case) => case_file::write(case),
    };
    if text.len() > INFLATED_BYTES { Err(TOO_LARGE) } else { Ok(text) }
}

/// Puts what was deflated into the form an address carries.
///
/// # Errors
/// [`ShareError::TooLong`].
pub fn seal(payload: &Payload, deflated: &[u8]) -> Result<Shared, ShareError> {
    if deflated.len() > DEFLATED_BYTES {
        return Err(TOO_LONG);
    }
    // Nothing at all is nothing that could be inflated.
    Shared::new(payload.kind(), &BASE64_URL.encode(deflated)).ok_or(ShareError::Damaged)
}

/// What is to be inflated, at most to [`INFLATED_BYTES`].
///
/// # Errors
/// [`ShareError::UnknownKind`], [`ShareError::TooLong`] or [`ShareError::Damaged`].
pub fn open(shared: &Shared) -> Result<Vec<u8>, ShareError> {
    if ![PLAYBOOK, CASE].contains(&shared.kind()) {
        return Err(unknown(shared));
    }
    if shared.payload().len() > MAX_PAYLOAD {
        return Err(TOO_LONG);
    }
    BASE64_URL.decode(shared.payload()).map_err(|_| ShareError::Damaged)
}

/// Reads what was inflated.
///
/// # Errors
/// [`ShareError::UnknownKind`], [`ShareError::TooLarge`], [`ShareError::Damaged`] where it is no
/// text, or what a file of its kind is refused for.
pub fn read(shared: &Shared, inflated: Vec<u8>) -> Result<Payload, ShareError> {
    if inflated.len() > INFLATED_BYTES {
        return Err(TOO_LARGE);
    }
    let text = String::from_utf8(inflated).map_err(|_| ShareError::Damaged)?;
    match shared.kind() {
        PLAYBOOK => Ok(Payload::Playbook(playbook_file::read(&text)?)),
        CASE => Ok(Payload::Case(case_file::read(&text)?)),
        _ => Err(unknown(shared)),
    }
}

fn unknown(shared: &Shared) -> ShareError {
    ShareError::UnknownKind(shared.kind().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::json::FileError;

    const PACK: &str = include_str!("../../playbooks/pain-interest-fit.json");

    fn pack() -> Payload {
        Payload::Playbook(playbook_file::read(PACK).unwrap())
    }

    fn shared(kind: &str, payload: &str) -> Shared {
        Shared::new(kind, payload).unwrap()
    }

    #[test]
    fn what_is_shared_is_read_as_it_was() {
        let text = text(&pack()).unwrap();
        let shared = seal(&pack(), text.as_bytes()).unwrap();
        assert_eq!(shared.kind(), "playbook");
        assert_eq!(read(&shared, open(&shared).unwrap()), Ok(pack()));
    }

    #[test]
    fn limits_hold() {
        let most = vec![7; DEFLATED_BYTES];
        let full = seal(&pack(), &most).unwrap();
        assert_eq!(full.payload().len(), MAX_PAYLOAD);
        assert_eq!(open(&full), Ok(most));
        assert_eq!(seal(&pack(), &vec![7; DEFLATED_BYTES + 1]), Err(TOO_LONG));
        assert_eq!(open(&shared("playbook", &"A".repeat(MAX_PAYLOAD + 1))), Err(TOO_LONG));
        assert_eq!(read(&full, vec![b' '; INFLATED_BYTES + 1]), Err(TOO_LARGE));
        let Payload::Playbook(mut large) = pack() else { panic!() };
        large.about = "a".repeat(INFLATED_BYTES);
        assert_eq!(text(&Payload::Playbook(large)), Err(TOO_LARGE));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let damaged = |payload: &str| {
            assert_eq!(open(&shared("playbook", payload)), Err(ShareError::Damaged), "{payload}");
        };
        for payload in ["a", "ab=", "a+/b", "a b", "YR", "é"] {
            damaged(payload);
        }
        let later = shared("hologram", "YQ");
        let unknown = ShareError::UnknownKind("hologram".to_owned());
        assert_eq!(open(&later), Err(unknown.clone()));
        assert_eq!(read(&later, b"{}".to_vec()), Err(unknown));
        let check = |inflated: &[u8], expected: fn(&ShareError) -> bool| {
            let error = read(&shared("playbook", "YQ"), inflated.to_vec()).unwrap_err();
            assert!(expected(&error), "{error}");
        };
        check(b"\xff", |e| matches!(e, ShareError::Damaged));
        check(b"{}", |e| matches!(e, ShareError::Playbook(PlaybookError::File(_))));
        let newer = PACK.replace("\"version\": 1", "\"version\": 9");
        check(newer.as_bytes(), |e| {
            matches!(e, ShareError::Playbook(PlaybookError::File(FileError::Newer(9))))
        });
        let faulty = PACK.replacen("\"prospect\": [", "\"prospect\": [\"nobody\",", 1);
        check(faulty.as_bytes(), |e| matches!(e, ShareError::Playbook(PlaybookError::Faults(_))));
    }
}
