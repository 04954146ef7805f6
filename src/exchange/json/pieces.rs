//! A JSON text cut into the pieces it is made of, one at a time, so that a large file can be read in
//! slices.
//!
//! Owns which pieces there are. Refuses to read one: what a piece holds may be no JSON. Invariant: what
//! comes to a regular end is an object whose keys and values are the pieces given, in their order;
//! whatever is not written that plainly, has a key twice, or is beyond what is taken in, ends early, and
//! whoever reads the text as a whole is told why.

use super::Cursor;
use crate::exchange::limits::TEXT_CHARS;

/// One piece.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Piece<'a> {
    /// A key of the object with its value.
    Entry(&'a str, &'a str),
    /// An element of the list that is given piece by piece.
    Item(&'a str),
}

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Start,
    Entry,
    Item,
    End,
    Irregular,
}

/// The pieces of an object, one list of which is given element by element.
#[derive(Debug)]
pub(in crate::exchange) struct Pieces<'a> {
    cursor: Cursor<'a>,
    list: &'static str,
    next: Next,
    keys: Vec<&'a str>,
}

impl<'a> Pieces<'a> {
    /// Begins; `list` is the key of the list.
    pub(in crate::exchange) fn new(text: &'a str, list: &'static str) -> Self {
        let cursor = Cursor::new(text, TEXT_CHARS);
        Self { cursor, list, next: Next::Start, keys: Vec::new() }
    }

    /// How many bytes are still to be looked at.
    pub(in crate::exchange) fn left(&self) -> usize {
        self.cursor.left()
    }

    /// Whether it has come to a regular end.
    pub(in crate::exchange) fn is_whole(&self) -> bool {
        self.next == Next::End
    }

    /// The next piece, where there is one and it is written plainly.
    fn piece(&mut self) -> Option<Piece<'a>> {
        if self.next == Next::Start {
            self.cursor.mark(b'{')?;
            self.next = Next::Entry;
        }
        if self.next == Next::Item {
            let item = self.cursor.value(2)?;
            self.after_item()?;
            return Some(Piece::Item(item));
        }
        let key = self.cursor.key()?;
        if self.keys.contains(&key) {
            return None;
        }
        self.keys.push(key);
        if key == self.list {
            self.cursor.mark(b'[')?;
            if self.cursor.mark(b']').is_some() {
                self.after_entry()?;
            } else {
                self.next = Next::Item;
            }
            return Some(Piece::Entry(key, ""));
        }
        let value = self.cursor.value(1)?;
        self.after_entry()?;
        Some(Piece::Entry(key, value))
    }

    fn after_item(&mut self) -> Option<()> {
        if self.cursor.mark(b',').is_some() {
            return Some(());
        }
        self.cursor.mark(b']')?;
        self.after_entry()
    }

    fn after_entry(&mut self) -> Option<()> {
        if self.cursor.mark(b',').is_some() {
            self.next = Next::Entry;
            return Some(());
        }
        self.cursor.mark(b'}')?;
        self.cursor.skip_space();
        if self.cursor.left() == 0 {
            self.next = Next::End;
            return Some(());
        }
        None
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if matches!(self.next, Next::End | Next::Irregular) {
            return None;
        }
        let piece = self.piece();
        if piece.is_none() {
            self.next = Next::Irregular;
        }
        piece
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::limits::DEPTH;

    fn check(text: &str, expected: &[Piece<'_>], is_whole: bool) {
        let mut pieces = Pieces::new(text, "all");
        let found: Vec<_> = pieces.by_ref().collect();
        assert_eq!((&found[..], pieces.is_whole()), (expected, is_whole), "{text}");
    }

    #[test]
    fn an_object_is_its_keys_with_their_values_and_a_list_its_elements() {
        use Piece::{Entry, Item};
        check(r#"{"a":1}"#, &[Entry("a", "1")], true);
        check(
            "\u{feff} { \"a\" : \"x,}\\\"\" ,\n\"all\" : [ {\"b\":[1,{}]} , 2,\"c\" ] , \"d\":null } \n",
            &[
                Entry("a", r#""x,}\"""#),
                Entry("all", ""),
                Item(r#"{"b":[1,{}]}"#),
                Item("2"),
                Item("\"c\""),
                Entry("d", "null"),
            ],
            true,
        );
        check(r#"{"all":[]}"#, &[Entry("all", "")], true);
        check(r#"{"all":[],"b":[[]]}"#, &[Entry("all", ""), Entry("b", "[[]]")], true);
    }

    #[test]
    fn what_is_not_written_plainly_ends_early() {
        for text in [
            "",
            "{",
            "{}",
            "[]",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1",
            "{\"a\":1,}",
            "{\"a\":1}x",
            "{\"a\":\"x",
            "{\"a\":[1",
            "{a:1}",
            "{\"all\":[1",
            "{\"all\":[1,]}",
            "{\"all\":[1}",
            "{\"all\":{}}",
            "{\"a\":1,\"a\":2}",
            "{\"\\u0061\":1}",
            "{\"a\" 1}",
            "{\"a\":1 2}",
            "{\"\u{1}\":1}",
        ] {
            let mut pieces = Pieces::new(text, "all");
            while pieces.next().is_some() {}
            assert!(!pieces.is_whole(), "{text}");
        }
        let long = format!("{{\"a\":\"{}\"}}", "é".repeat(TEXT_CHARS + 1));
        let deep = format!("{{\"a\":{}1{}}}", "[".repeat(DEPTH), "]".repeat(DEPTH));
        for text in [long, deep] {
            assert_eq!(Pieces::new(&text, "all").next(), None);
        }
    }
}
