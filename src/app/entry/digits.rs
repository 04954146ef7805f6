//! Numbers as other scripts write them, in the signs everything else here reads.

/// Digits and separators of Arabic and Persian as plain ones; marks of direction, which come along
/// with what is copied, are left out. [`DECIMAL`] stays: it never groups.
pub(super) fn plain(text: &str) -> Vec<char> {
    text.chars().filter(|c| !is_direction(*c)).map(sign).collect()
}

/// The Arabic decimal separator.
pub(super) const DECIMAL: char = '٫';

fn sign(c: char) -> char {
    match c {
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        '٬' => '’',
        '،' => ',',
        _ => c,
    }
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
