//! What a share link carries, as it stands in the address.
//!
//! Refuses to read it: that is for `exchange::share`, once the browser has inflated it. Invariant:
//! it is bounded, whatever the address, and what is in it shows in no log.

use std::fmt;

/// The most characters a payload has: 64 KB in base64url.
pub const MAX_PAYLOAD: usize = (64 * 1024 * 4_usize).div_ceil(3);

/// The longest word a kind goes by.
const MAX_KIND: usize = 20;

/// Something shared by a link, not read yet.
#[derive(Clone, PartialEq, Eq)]
pub struct Shared {
    kind: String,
    payload: String,
}

impl Shared {
    /// Takes a kind's word and a payload in base64url. Of a payload that is too long only so much
    /// is kept that it still is; none when there is nothing to read.
    pub fn new(kind: &str, payload: &str) -> Option<Self> {
        let is_word = kind.bytes().all(|byte| byte.is_ascii_lowercase());
        let fits = (1..=MAX_KIND).contains(&kind.len()) && !payload.is_empty();
        let payload = || payload.chars().take(MAX_PAYLOAD + 1).collect();
        (is_word && fits).then(|| Self { kind: kind.to_owned(), payload: payload() })
    }

    /// The word of what it is, such as `playbook`.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// What it is, as it came: anybody's text.
    pub fn payload(&self) -> &str {
        &self.payload
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Shared({}, {} bytes)", self.kind, self.payload.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shared_is_bounded_and_shows_in_no_log() {
        let check = |kind: &str, payload: &str, kept: Option<usize>| {
            let shared = Shared::new(kind, payload);
            assert_eq!(shared.map(|shared| shared.payload().len()), kept, "{kind}");
        };
        check("playbook", "abc", Some(3));
        check("playbook", &"a".repeat(MAX_PAYLOAD), Some(MAX_PAYLOAD));
        check("playbook", &"a".repeat(9 * MAX_PAYLOAD), Some(MAX_PAYLOAD + 1));
        check("playbook", "", None);
        check("", "abc", None);
        check("Playbook", "abc", None);
        check(&"k".repeat(21), "abc", None);
        let shared = Shared::new("case", "secret");
        assert_eq!(format!("{shared:?}"), "Some(Shared(case, 6 bytes))");
    }
}
