//! A text in the language spoken at the moment, else as it is built in.
//!
//! One place fills in templates at run time, so that a text weighs no more than its words.

use crate::exchange::catalogue::{Argument, fill};
use crate::platform::intl;
use crate::platform::language::Language;

/// A text without arguments.
pub(super) fn said(mark: u32, english: &'static str) -> &'static str {
    let spoken = Language::now().and_then(|language| language.texts().text(mark));
    spoken.unwrap_or(english)
}

/// A text with its arguments.
pub(super) fn filled(mark: u32, english: &'static str, arguments: &[Argument<'_>]) -> String {
    let spoken = Language::now().and_then(|language| {
        let count = arguments.iter().rev().find_map(|argument| argument.count);
        language.texts().template(mark, || language.category(count.unwrap_or_default()))
    });
    fill(spoken.unwrap_or(english), english, arguments)
}

/// What is drawn later, in the language spoken now: by then another wizard may have spoken.
pub fn bound<T>(draw: impl Fn() -> T) -> impl Fn() -> T {
    let language = Language::now();
    move || {
        if let Some(language) = language {
            language.speak();
        }
        draw()
    }
}

impl From<usize> for Argument<'_> {
    fn from(count: usize) -> Self {
        let n = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        Self { words: intl::count(count).into(), count: Some(n) }
    }
}
