//! Colours and how well one reads upon another (WCAG 2.2).

use std::fmt;

/// What text needs at the least.
pub const READABLE: f64 = 4.5;

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// White.
    pub const WHITE: Self = Self([255; 3]);
    /// Black.
    pub const BLACK: Self = Self([0; 3]);

    /// A colour by its parts.
    pub const fn of(red: u8, green: u8, blue: u8) -> Self {
        Self([red, green, blue])
    }

    /// Reads `#1f6446` or `#1f6`; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize, length: usize| {
            let part = u8::from_str_radix(digits.get(at * length..(at + 1) * length)?, 16).ok()?;
            Some(if length == 1 { part * 17 } else { part })
        };
        let length = match digits.len() {
            3 => 1,
            6 => 2,
            _ => return None,
        };
        Some(Self([part(0, length)?, part(1, length)?, part(2, length)?]))
    }

    /// How light it is, from 0 to 1.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast with another colour, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// White or black, whichever is to be read upon this: white as long as it can be.
    #[must_use]
    pub fn readable_upon(self) -> Self {
        if self.contrast(Self::WHITE) >= READABLE { Self::WHITE } else { Self::BLACK }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_and_written() {
        for (text, expected) in
            [("#1F6446", Some("#1f6446")), ("#abc", Some("#aabbcc")), ("#000", Some("#000000"))]
        {
            assert_eq!(Colour::parse(text).map(|c| c.to_string()).as_deref(), expected);
        }
        for text in ["", "#", "#12", "#12345", "#ggg", "red", "1f6446", "#1f6446;", "#é1", "#+12"]
        {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let of = |text: &str| Colour::parse(text).unwrap();
        assert_eq!(Colour::BLACK.contrast(Colour::WHITE), 21.0);
        assert_eq!(Colour::WHITE.contrast(Colour::WHITE), 1.0);
        // The lightest grey that passes on white, and the one that just fails.
        assert!(of("#767676").contrast(Colour::WHITE) >= READABLE);
        assert!(of("#777777").contrast(Colour::WHITE) < READABLE);
    }

    #[test]
    fn whatever_the_accent_something_is_readable_upon_it() {
        for n in 0..=255_u8 {
            for accent in [Colour::of(n, n, n), Colour::of(n, 255 - n, 128), Colour::of(0, n, 255)]
            {
                assert!(accent.contrast(accent.readable_upon()) >= READABLE, "{accent}");
            }
        }
    }
}
