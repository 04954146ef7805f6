//! Going through a JSON text by its quotes and brackets, without reading what stands between them.
//!
//! Owns where a value begins and ends. Refuses to read one: what it passes over may be no JSON. Invariant:
//! it goes forward alone, and gives none for what is not written plainly or is beyond what is taken in.

use crate::exchange::limits::DEPTH;

/// A place in a text.
#[derive(Debug)]
pub(in crate::exchange) struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// How many characters a text in it may have.
    longest: usize,
}

impl<'a> Cursor<'a> {
    /// Begins.
    pub(in crate::exchange) fn new(text: &'a str, longest: usize) -> Self {
        Self { text: super::strip_bom(text), at: 0, longest }
    }

    /// How many bytes are still to be looked at.
    pub(in crate::exchange) fn left(&self) -> usize {
        self.text.len() - self.at
    }

    /// The key of an entry, with the colon behind it.
    pub(in crate::exchange) fn key(&mut self) -> Option<&'a str> {
        let key = self.value(1)?.strip_prefix('"')?.strip_suffix('"')?;
        // A key may be written with escapes, which is not how Ripen writes. Nor is it JSON with a control
        // character.
        if key.contains(|c| c == '\\' || c < ' ') {
            return None;
        }
        self.mark(b':').map(|()| key)
    }

    /// Takes the space that comes next.
    pub(in crate::exchange) fn skip_space(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let space = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        self.at += rest.iter().take_while(space).count();
    }

    /// Takes a mark and the space before it.
    pub(in crate::exchange) fn mark(&mut self, mark: u8) -> Option<()> {
        self.skip_space();
        let found = self.text.as_bytes().get(self.at) == Some(&mark);
        self.at += usize::from(found);
        found.then_some(())
    }

    /// Takes a value and the space before it; `depth` is that of what it stands in.
    pub(in crate::exchange) fn value(&mut self, depth: usize) -> Option<&'a str> {
        self.skip_space();
        let (start, mut depth, outside) = (self.at, depth, depth);
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.at)? {
                b'{' | b'[' => {
                    depth += 1;
                    // Far from where a reader gives up: what is deeper is read as a whole.
                    if depth > DEPTH / 2 {
                        return None;
                    }
                }
                b'}' | b']' | b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' if depth == outside => {
                    break;
                }
                b'}' | b']' => depth -= 1,
                b'"' => self.skip_text()?,
                _ => {}
            }
            self.at += 1;
            let is_closed = matches!(bytes.get(self.at - 1), Some(b'}' | b']' | b'"'));
            if depth == outside && is_closed {
                break;
            }
        }
        self.text.get(start..self.at).filter(|value| !value.is_empty())
    }

    /// Goes from a quote to the one that closes it.
    fn skip_text(&mut self) -> Option<()> {
        let (bytes, mut chars) = (self.text.as_bytes(), 0);
        loop {
            self.at += 1;
            match bytes.get(self.at)? {
                b'"' => return Some(()),
                b'\\' => self.at += 1,
                _ => {}
            }
            // The bytes that go on with a character count nothing.
            chars += usize::from(bytes.get(self.at).is_some_and(|byte| byte & 0xc0 != 0x80));
            if chars > self.longest {
                return None;
            }
        }
    }
}
