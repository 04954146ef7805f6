//! A stored text with the moment it was stored, so that of two copies the newer one is known.
//!
//! For what is not a history: settings, playbooks, drafts. Two copies of those cannot be joined, so
//! the last one stored counts. Refuses to know where they are. Invariant: what is stored later has
//! the greater stamp, whatever the clock says.

/// Parts a stamp from the text it belongs to.
const BREAK: char = '\n';

/// A text with its moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped {
    /// The moment: milliseconds since 1970, or a little more. 0 where an earlier version stored it.
    pub stamp: u64,
    /// The text.
    pub text: String,
}

impl Stamped {
    /// A text that is stored after what has the stamp `before`.
    ///
    /// ```
    /// use ripen::exchange::stamped::Stamped;
    /// assert_eq!(Stamped::after(5, 9, "a".to_owned()).stamp, 9);
    /// assert_eq!(Stamped::after(9, 5, "a".to_owned()).stamp, 10, "the clock went back");
    /// ```
    pub fn after(before: u64, millis: u64, text: String) -> Self {
        Self { stamp: millis.max(before.saturating_add(1)), text }
    }

    /// Both as one text.
    pub fn write(&self) -> String {
        format!("{}{BREAK}{}", self.stamp, self.text)
    }

    /// Reads that again; none for anything else.
    ///
    /// ```
    /// use ripen::exchange::stamped::Stamped;
    /// let stamped = Stamped { stamp: 7, text: "a\nb".to_owned() };
    /// assert_eq!(Stamped::read(&stamped.write()), Some(stamped));
    /// assert_eq!(Stamped::read("{}"), None);
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        let (stamp, text) = text.split_once(BREAK)?;
        Some(Self { stamp: stamp.parse().ok()?, text: text.to_owned() })
    }
}
