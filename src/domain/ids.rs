//! The names things go by: UUIDs for what is recorded, short words for what a playbook defines.
//!
//! Invariant: an [`EventId`] made by [`EventId::after`] is greater than the one before it,
//! whatever the clock says, so the order of a history never depends on a clock.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::hash::Hasher;
use uuid::{Builder, Uuid};

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Makes a UUIDv7 from milliseconds since 1970 and ten random bytes.
            pub fn new(millis: u64, random: [u8; 10]) -> Self {
                Self(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
            }

            /// Reads the hyphenated form; `None` when the text is no UUID.
            pub fn parse(text: &str) -> Option<Self> {
                Uuid::try_parse(text).ok().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

uuid_id!(
    /// One contact: one purchase journey.
    ContactId
);
uuid_id!(
    /// One event; ids order a contact's history.
    EventId
);
uuid_id!(
    /// One user action; every event of the action carries it, so undo takes the action back whole.
    BatchId
);

impl ContactId {
    /// The id of the same contact brought back after it was erased under this one.
    ///
    /// ```
    /// use ripen::domain::ids::ContactId;
    /// let id = ContactId::new(2_000, [255; 10]);
    /// assert_ne!(id.again(), id);
    /// assert_eq!(ContactId::parse(&id.again().to_string()), Some(id.again()));
    /// ```
    #[must_use]
    pub fn again(self) -> Self {
        // All but the bits that say what kind of UUID it is and when it was made.
        const COUNTED: u128 = (1 << 62) - 1;
        let value = self.0.as_u128();
        Self(Uuid::from_u128(value & !COUNTED | value.wrapping_add(1) & COUNTED))
    }

    /// The milliseconds since 1970 at which it was made, where the id says so.
    pub fn millis(self) -> u64 {
        EventId(self.0).millis()
    }

    /// The id of this contact's copy that leaves out who it is: another one, and always the same, so
    /// that copies made at different times or on different machines come together.
    ///
    /// It tells when the contact was made, and nothing else. What else stands in the id leads to the
    /// copy's, but not back; whoever has the contact itself can see that the copy is of it.
    ///
    /// ```
    /// use ripen::domain::ids::ContactId;
    /// let id = ContactId::parse("01a20053-188c-7e6d-b39b-1013f4bf59aa").expect("a UUID");
    /// let copy = "01a20053-188c-7fa3-999e-3cb924ee6cb8";
    /// assert_eq!(Some(id.bare()), ContactId::parse(copy));
    /// ```
    #[must_use]
    pub fn bare(self) -> Self {
        // Set for ever: with other keys, the same contact would come in once more.
        let halves = [1, 2].map(|key| one_way(self.0.as_bytes(), [0, key]).to_be_bytes());
        let mut random = [0; 10];
        random.iter_mut().zip(halves.as_flattened()).for_each(|(to, from)| *to = *from);
        Self::new(self.millis(), random)
    }
}

impl BatchId {
    /// The action of a visitor's run that was finished at a moment: always the same, so that wherever
    /// it is taken in, taking it back takes it back everywhere.
    #[must_use]
    pub fn of_run(run: ContactId, millis: u64) -> Self {
        Self::new(millis, of_run(run, millis, u32::MAX))
    }
}

/// What stands for chance in the ids of what a visitor's run brings: always the same of the same run,
/// moment and number, and rising with the number among the first four thousand.
fn of_run(run: ContactId, millis: u64, number: u32) -> [u8; 10] {
    let mut bytes = run.0.as_bytes().to_vec();
    bytes.extend(millis.to_be_bytes());
    bytes.extend(number.to_be_bytes());
    let mut chance = [0; 10];
    let (place, rest) = chance.split_at_mut(2);
    place.copy_from_slice(&u16::try_from(number).unwrap_or(u16::MAX).min(0xfff).to_be_bytes());
    // Set for ever, as above.
    rest.copy_from_slice(&one_way(&bytes, [0, 3]).to_be_bytes());
    chance
}

/// `SipHash-2-4`. The standard library's other hasher may change from one version to the next, and what
/// is made of it here must not.
fn one_way(bytes: &[u8], keys: [u64; 2]) -> u64 {
    #[expect(deprecated, reason = "its replacement promises no lasting values")]
    let mut hasher = std::hash::SipHasher::new_with_keys(keys[0], keys[1]);
    hasher.write(bytes);
    hasher.finish()
}

impl EventId {
    /// Makes the id that follows `previous`.
    ///
    /// Takes milliseconds since 1970 from the clock; where the clock lags behind `previous`, the
    /// millisecond after `previous` is used instead.
    ///
    /// ```
    /// use ripen::domain::ids::EventId;
    /// let first = EventId::new(2_000, [7; 10]);
    /// let second = EventId::after(Some(first), 1_000, [0; 10]); // the clock went back
    /// assert!(second > first);
    /// ```
    pub fn after(previous: Option<Self>, millis: u64, random: [u8; 10]) -> Self {
        let fresh = Self::new(millis, random);
        match previous {
            Some(last) if fresh <= last => {
                let next = Self::new(last.millis().saturating_add(1), random);
                if next > last {
                    next
                } else {
                    Self(Uuid::from_u128(last.0.as_u128().saturating_add(1)))
                }
            }
            _ => fresh,
        }
    }

    /// The id of what a visitor's run brings: of the run, the moment in milliseconds since 1970, and the
    /// number there. Always the same, so that what is taken in twice, or by two pages at once, is there
    /// once.
    ///
    /// ```
    /// use ripen::domain::ids::{ContactId, EventId};
    /// let run = ContactId::new(2_000, [7; 10]);
    /// let first = EventId::of_run(run, 9_000, 0);
    /// assert_eq!(first, EventId::of_run(run, 9_000, 0));
    /// assert!(first < EventId::of_run(run, 9_000, 1) && first.millis() == 9_000);
    /// ```
    #[must_use]
    pub fn of_run(run: ContactId, millis: u64, number: u32) -> Self {
        Self::new(millis, of_run(run, millis, number))
    }

    /// The id of this event's copy in a history that leaves out who it is about: another one, always the
    /// same, and in the same order among such copies.
    #[must_use]
    pub fn bare(self) -> Self {
        Self(Uuid::from_u128(self.0.as_u128().wrapping_add(1)))
    }

    /// The milliseconds since 1970 in the id's first 48 bits.
    pub fn millis(self) -> u64 {
        let wide = self.0.as_u128() >> 80;
        u64::try_from(wide).unwrap_or(u64::MAX)
    }
}

macro_rules! word_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes a word as the id.
            pub fn new(word: impl Into<String>) -> Self {
                Self(word.into())
            }

            /// The id as written in the playbook.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                Self(word.to_owned())
            }
        }
    };
}

word_id!(
    /// A question; means the same in every playbook.
    QuestionId
);
word_id!(
    /// One choice of a question.
    OptionId
);
word_id!(
    /// A criterion of a playbook.
    CriterionId
);
word_id!(
    /// A step inside the level Opportunity.
    StageId
);
word_id!(
    /// A section of questions.
    SectionId
);
word_id!(
    /// A reason to disqualify, lose or nurture.
    ReasonId
);
word_id!(
    /// Where a contact came from.
    SourceId
);
word_id!(
    /// A persona a playbook describes.
    PersonaId
);
word_id!(
    /// A track of a playbook's cadence.
    TrackId
);
word_id!(
    /// A card of a playbook, such as that of MEDDPICC.
    CardId
);
word_id!(
    /// A playbook, across its versions.
    PlaybookId
);
word_id!(
    /// Another system, whose ids contacts carry.
    SystemId
);
word_id!(
    /// The person at the keyboard: random, made once per browser.
    AuthorId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_follows_the_last_one_whatever_the_clock_says() {
        let mut last = None;
        for millis in [5_000, 5_000, 1, 4_999, 9_000, 0] {
            let id = EventId::after(last, millis, [3; 10]);
            assert!(last.is_none_or(|l| id > l), "{millis}");
            last = Some(id);
        }
        let end = EventId(Uuid::from_u128(u128::MAX - 1));
        assert!(EventId::after(Some(end), 0, [0; 10]) > end);
    }

    #[test]
    fn copies_are_others_and_keep_their_order() {
        let id = |n: u64| ContactId::new(5_000, [u8::try_from(n).unwrap(); 10]);
        let all: std::collections::BTreeSet<_> =
            (0..200).flat_map(|n| [id(n), id(n).bare(), id(n).bare().bare()]).collect();
        assert_eq!(all.len(), 600);
        assert!(all.iter().all(|id| EventId(id.0).millis() == 5_000));
        let (first, second) = (EventId::new(7, [3; 10]), EventId::new(7, [4; 10]));
        assert!(first < first.bare() && first.bare() < second && second < second.bare());
    }

    #[test]
    fn what_leads_one_way_is_as_published() {
        // The example of the paper that describes SipHash.
        let text: Vec<u8> = (0..15).collect();
        let keys = [0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908];
        assert_eq!(one_way(&text, keys), 0xa129_ca61_49be_45e5);
    }

    #[test]
    fn an_id_keeps_its_milliseconds() {
        assert_eq!(EventId::new(1_795_297_664_123, [9; 10]).millis(), 1_795_297_664_123);
    }
}
