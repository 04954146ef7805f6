//! A look over a text before it is read: how long its texts are and how deep it nests.

use super::FileError;
use crate::exchange::limits::{DEPTH, TEXT_CHARS};

/// Looks for texts that are too long and nesting that is too deep, by quotes and brackets alone.
///
/// # Errors
/// [`FileError::TooLong`] and [`FileError::TooDeep`].
pub(super) fn scan(text: &str, deepest: usize) -> Result<(), FileError> {
    let (mut line, mut depth) = (1, 0_usize);
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\n' => line += 1,
            '[' | '{' => {
                depth += 1;
                if depth > deepest.min(DEPTH) {
                    return Err(FileError::TooDeep { line });
                }
            }
            ']' | '}' => depth = depth.saturating_sub(1),
            '"' => {
                let mut length = 0;
                while let Some(c) = chars.next().filter(|c| *c != '"') {
                    if c == '\\' && chars.next() == Some('u') {
                        chars.nth(3);
                    }
                    length += 1;
                    if length > TEXT_CHARS {
                        return Err(FileError::TooLong { line });
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}
