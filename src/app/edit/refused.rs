//! Why the draft is left as it is: a value with its reason, worded on screen.

use super::uses::User;
use crate::domain::playbook::check::{Fault, FaultKind};
use crate::domain::playbook::words::is_plain_link;
use crate::domain::value::TEXT_CHARS;

/// The most characters of a playbook's name: it heads pages and names files.
pub const MAX_NAME: usize = 200;

/// Why a change is not made.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Refused {
    /// It is not there, or not any more.
    Missing,
    /// Something needs words.
    NoWords,
    /// A text is longer than [`TEXT_CHARS`].
    TooLong,
    /// A name is longer than [`MAX_NAME`].
    NameTooLong,
    /// The text is no number, or one that makes no sense here.
    NoNumber,
    /// The text is no currency.
    NoCurrency,
    /// The other end is on the wrong side.
    NotInOrder,
    /// The text is no link that may be followed.
    BadLink,
    /// One at least has to stay.
    LastOne,
    /// It already is in the list.
    Twice,
    /// Something still refers to it.
    InUse(Vec<User>),
    /// It is published, and answers on record mean it as it is.
    Published,
    /// It cannot stand in its own place.
    Itself,
    /// Criteria would read each other in a circle.
    Circular,
    /// Groups within groups, more than anybody can follow.
    TooDeep,
    /// The workspace cannot be changed: its data is newer than this app.
    ReadOnly,
    /// It would make the draft faulty.
    Fault(Fault),
}

impl Refused {
    /// What a fault comes to for the person who would make it.
    pub(super) fn of(fault: Fault) -> Self {
        match fault.kind {
            FaultKind::Circular(_) => Self::Circular,
            FaultKind::BadLink(_) => Self::BadLink,
            FaultKind::NoChance
            | FaultKind::NoScore
            | FaultKind::NoTarget
            | FaultKind::NoRevision => Self::NoNumber,
            FaultKind::NothingToChoose | FaultKind::NotAscending => Self::NotInOrder,
            FaultKind::NoStage | FaultKind::NoReason => Self::LastOne,
            FaultKind::Duplicate(_) => Self::Twice,
            _ => Self::Fault(fault),
        }
    }
}

/// A text as it is kept: without space around it.
///
/// # Errors
/// [`Refused::TooLong`].
pub fn text(typed: &str) -> Result<String, Refused> {
    let typed = typed.trim();
    if typed.chars().count() > TEXT_CHARS {
        return Err(Refused::TooLong);
    }
    Ok(typed.to_owned())
}

/// A text that must say something.
///
/// # Errors
/// [`Refused::NoWords`], [`Refused::TooLong`].
pub fn title(typed: &str) -> Result<String, Refused> {
    let text = text(typed)?;
    if text.is_empty() { Err(Refused::NoWords) } else { Ok(text) }
}

/// The name of a playbook.
///
/// # Errors
/// [`Refused::NoWords`], [`Refused::NameTooLong`].
pub fn name(typed: &str) -> Result<String, Refused> {
    let text = title(typed)?;
    if text.chars().count() > MAX_NAME { Err(Refused::NameTooLong) } else { Ok(text) }
}

/// Where a link leads; none where nothing is typed.
///
/// # Errors
/// [`Refused::BadLink`], [`Refused::TooLong`].
pub fn link(typed: &str) -> Result<Option<String>, Refused> {
    let text = text(typed)?;
    match text.as_str() {
        "" => Ok(None),
        link if is_plain_link(link) => Ok(Some(text)),
        _ => Err(Refused::BadLink),
    }
}

/// One text for each line that says something.
///
/// # Errors
/// [`Refused::TooLong`].
pub fn lines(typed: &str) -> Result<Vec<String>, Refused> {
    let lines = typed.lines().filter(|line| !line.trim().is_empty());
    lines.map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_kept_without_space_around_them() {
        assert_eq!(text("  a b \n"), Ok("a b".to_owned()));
        assert_eq!(text(&"x".repeat(TEXT_CHARS + 1)), Err(Refused::TooLong));
        assert_eq!(title(" \t"), Err(Refused::NoWords));
        assert_eq!(name(&"x".repeat(MAX_NAME)), Ok("x".repeat(MAX_NAME)));
        assert_eq!(name(&"x".repeat(MAX_NAME + 1)), Err(Refused::NameTooLong));
        assert_eq!(lines(" a\n\n b \r\n"), Ok(vec!["a".to_owned(), "b".to_owned()]));
    }

    #[test]
    fn a_link_leads_somewhere_or_is_none() {
        assert_eq!(link(" "), Ok(None));
        assert_eq!(link("https://example.com"), Ok(Some("https://example.com".to_owned())));
        assert_eq!(link("javascript:alert(1)"), Err(Refused::BadLink));
        assert_eq!(link("two words"), Err(Refused::BadLink));
    }
}
