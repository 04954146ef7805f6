//! The layout of Ripen's files: pretty down to some levels of nesting, compact below.
//!
//! Invariant: adds white space and nothing else, the same for the same value.

use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};
use std::io;

/// Pretty down to some levels, compact below.
pub(super) struct Layout {
    pretty: PrettyFormatter<'static>,
    levels: usize,
    depth: usize,
}

impl Layout {
    pub(super) fn new(levels: usize) -> Self {
        Self { pretty: PrettyFormatter::new(), levels, depth: 0 }
    }
}

macro_rules! by_depth {
    ($($method:ident($($arg:ident: $type:ty)?);)*) => {$(
        fn $method<W: ?Sized + io::Write>(&mut self, to: &mut W $(, $arg: $type)?) -> io::Result<()> {
            if self.depth <= self.levels {
                self.pretty.$method(to $(, $arg)?)
            } else {
                CompactFormatter.$method(to $(, $arg)?)
            }
        }
    )*};
}

macro_rules! down {
    ($($method:ident)*) => {$(
        fn $method<W: ?Sized + io::Write>(&mut self, to: &mut W) -> io::Result<()> {
            self.depth += 1;
            if self.depth <= self.levels {
                self.pretty.$method(to)
            } else {
                CompactFormatter.$method(to)
            }
        }
    )*};
}

macro_rules! up {
    ($($method:ident)*) => {$(
        fn $method<W: ?Sized + io::Write>(&mut self, to: &mut W) -> io::Result<()> {
            self.depth -= 1;
            if self.depth < self.levels {
                self.pretty.$method(to)
            } else {
                CompactFormatter.$method(to)
            }
        }
    )*};
}

impl Formatter for Layout {
    down!(begin_array begin_object);
    up!(end_array end_object);
    by_depth! {
        begin_array_value(first: bool);
        end_array_value();
        begin_object_key(first: bool);
        begin_object_value();
        end_object_value();
    }
}
