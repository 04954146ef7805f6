//! A press that comes twice counts once: whoever presses twice by habit adds nothing twice.

use crate::platform::clock;
use leptos::prelude::*;

/// How long the same again is taken for the same press, in milliseconds.
const HABIT: u64 = 600;

/// What was added last, and when.
#[derive(Clone, Copy)]
pub(super) struct Once(StoredValue<(u64, String)>);

impl Once {
    /// Nothing was added yet.
    pub(super) fn new() -> Self {
        Self(StoredValue::new((0, String::new())))
    }

    /// Whether the same, or nothing at all, is added right after something was.
    pub(super) fn again(self, what: &str) -> bool {
        let soon = |at: u64| clock::millis().saturating_sub(at) < HABIT;
        self.0.with_value(|(at, last)| soon(*at) && (what.is_empty() || last == what))
    }

    /// Remembers what was added.
    pub(super) fn done(self, what: &str) {
        self.0.set_value((clock::millis(), what.to_owned()));
    }
}
