//! Reading a visitor's playbook and answers from a JSON tree that somebody else has parsed.
//!
//! For the widget, which leaves parsing to the browser: what serde derives for these types would
//! take a fifth of its weight. Owns the walk through the tree; the tree itself is the platform's.
//! Refuses what only reps need: talk tracks, win chances, sources and reasons are not read. Invariant:
//! the rest of a visitor's playbook reads here as it does in [`playbook_file`](super::playbook_file).

pub mod playbook;
mod question;
pub mod value;

use std::fmt;

/// A JSON value to walk through.
pub trait Tree: Sized {
    /// What an object holds under a key; none where it holds nothing or `null`, or is no object.
    fn get(&self, key: &str) -> Option<Self>;
    /// The one entry of an object that has no other.
    fn only(&self) -> Option<(String, Self)>;
    /// How many items a list has; none for what is no list.
    fn length(&self) -> Option<u32>;
    /// An item of a list, by its place.
    #[must_use]
    fn item(&self, place: u32) -> Self;
    /// A text.
    fn text(&self) -> Option<String>;
    /// A number.
    fn number(&self) -> Option<f64>;
    /// True or false.
    fn truth(&self) -> Option<bool>;
}

/// Where and why a value is not of the shape expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misread {
    path: String,
    expected: &'static str,
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: expected {}", self.path, self.expected)
    }
}

impl std::error::Error for Misread {}

/// Reads on whatever it meets, and remembers the first thing that was not as expected: what was
/// read until then is of no use any more, but needs no clearing away at every step either.
///
/// What is made anew for every type read is kept to a few calls.
#[derive(Default)]
struct Reader {
    /// Where reading is.
    path: String,
    /// How long the path was before each of its steps.
    steps: Vec<usize>,
    misread: Option<Misread>,
}

impl Reader {
    /// What was read, unless something was not as expected.
    fn finish<V>(self, value: V) -> Result<V, Misread> {
        self.misread.map_or(Ok(value), Err)
    }

    /// Remembers that something else was expected here.
    #[inline(never)]
    fn expected(&mut self, expected: &'static str) {
        if self.misread.is_none() {
            self.misread = Some(Misread { path: self.path.clone(), expected });
        }
    }

    /// How many steps from the outside reading is.
    fn depth(&self) -> usize {
        self.steps.len()
    }

    #[inline(never)]
    fn enter(&mut self, key: &str) {
        self.steps.push(self.path.len());
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(key);
    }

    fn step_back(&mut self) {
        let length = self.steps.pop().unwrap_or_default();
        self.path.truncate(length);
    }

    /// Goes back to where reading was before this was entered.
    #[inline(never)]
    fn leave<T: Tree>(&mut self, _entered: T) {
        self.step_back();
    }

    /// Enters what is under a key.
    #[inline(never)]
    fn enter_key<T: Tree>(&mut self, of: &T, key: &str) -> Option<T> {
        let value = of.get(key)?;
        self.enter(key);
        Some(value)
    }

    /// Enters an item of a list.
    #[inline(never)]
    fn enter_item<T: Tree>(&mut self, of: &T, place: u32) -> T {
        self.steps.push(self.path.len());
        self.path.push('[');
        self.path.push_str(&place.to_string());
        self.path.push(']');
        of.item(place)
    }

    /// Enters the one entry of an object.
    #[inline(never)]
    fn enter_only<T: Tree>(&mut self, of: &T, expected: &'static str) -> Option<(String, T)> {
        let entry = of.only();
        match &entry {
            Some((key, _)) => self.enter(key),
            None => self.expected(expected),
        }
        entry
    }

    /// Reads what may be under a key.
    #[inline(never)]
    fn maybe<T: Tree, V>(&mut self, of: &T, key: &str, read: fn(&mut Self, &T) -> V) -> Option<V> {
        let value = self.enter_key(of, key)?;
        let found = read(self, &value);
        self.leave(value);
        Some(found)
    }

    /// Reads what must be under a key.
    #[inline(never)]
    fn field<T: Tree, V: Default>(&mut self, of: &T, key: &str, read: fn(&mut Self, &T) -> V) -> V {
        self.maybe(of, key, read).unwrap_or_else(|| {
            self.missing(key);
            V::default()
        })
    }

    #[inline(never)]
    fn missing(&mut self, key: &str) {
        self.enter(key);
        self.expected("a value");
        self.step_back();
    }

    #[inline(never)]
    fn length<T: Tree>(&mut self, of: &T) -> u32 {
        of.length().unwrap_or_else(|| {
            self.expected("a list");
            0
        })
    }

    /// Reads a list.
    #[inline(never)]
    fn list<T: Tree, V>(&mut self, of: &T, read: fn(&mut Self, &T) -> V) -> Vec<V> {
        let mut list = Vec::new();
        for place in 0..self.length(of) {
            let item = self.enter_item(of, place);
            list.push(read(self, &item));
            self.leave(item);
        }
        list
    }

    #[inline(never)]
    fn text<T: Tree>(&mut self, of: &T) -> String {
        of.text().unwrap_or_else(|| {
            self.expected("a text");
            String::new()
        })
    }

    /// The text that must be under a key.
    #[inline(never)]
    fn word<T: Tree>(&mut self, of: &T, key: &str) -> String {
        self.field(of, key, Self::text)
    }

    #[inline(never)]
    fn number<T: Tree>(&mut self, of: &T) -> f64 {
        of.number().unwrap_or_else(|| {
            self.expected("a number");
            0.0
        })
    }

    #[inline(never)]
    fn truth<T: Tree>(&mut self, of: &T) -> bool {
        of.truth().unwrap_or_else(|| {
            self.expected("true or false");
            false
        })
    }

    /// A whole number that fits the type.
    #[allow(clippy::cast_possible_truncation)]
    fn whole<T: Tree, N: TryFrom<i64> + Default>(&mut self, of: &T) -> N {
        const EXACT: f64 = 9_007_199_254_740_991.0;
        let whole = of.number().filter(|n| n.fract() == 0.0 && n.abs() <= EXACT);
        whole.and_then(|n| N::try_from(n as i64).ok()).unwrap_or_else(|| {
            self.expected("a whole number");
            N::default()
        })
    }
}

#[cfg(test)]
impl Tree for serde_json::Value {
    fn get(&self, key: &str) -> Option<Self> {
        self.as_object()?.get(key).filter(|value| !value.is_null()).cloned()
    }

    fn only(&self) -> Option<(String, Self)> {
        let object = self.as_object().filter(|object| object.len() == 1)?;
        object.iter().next().map(|(key, value)| (key.clone(), value.clone()))
    }

    fn length(&self) -> Option<u32> {
        u32::try_from(self.as_array()?.len()).ok()
    }

    fn item(&self, place: u32) -> Self {
        self[place as usize].clone()
    }

    fn text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn truth(&self) -> Option<bool> {
        self.as_bool()
    }
}
