//! Reading a visitor's playbook and answers from a JSON tree that somebody else has parsed.
//!
//! For the widget, which leaves parsing to the browser: what serde derives for these types would
//! take a fifth of its weight. Owns the walk through the tree; the tree itself is the platform's.
//! Refuses what only reps need: talk tracks, win chances, sources and reasons are not read.
//! Invariant: a visitor's playbook reads here as it does in
//! [`playbook_file`](super::playbook_file).

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
    /// The items of a list.
    fn items(&self) -> Option<Vec<Self>>;
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
#[derive(Default)]
struct Reader {
    place: Vec<String>,
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
            let mut path = String::new();
            for place in &self.place {
                if !path.is_empty() && !place.starts_with('[') {
                    path.push('.');
                }
                path.push_str(place);
            }
            self.misread = Some(Misread { path, expected });
        }
    }

    #[inline(never)]
    fn enter(&mut self, place: &str) {
        self.place.push(place.to_owned());
    }

    /// Reads what may be under a key.
    #[inline(never)]
    fn maybe<T: Tree, V>(&mut self, of: &T, key: &str, read: fn(&mut Self, &T) -> V) -> Option<V> {
        let value = of.get(key)?;
        self.enter(key);
        let value = read(self, &value);
        self.place.pop();
        Some(value)
    }

    /// Reads what must be under a key.
    #[inline(never)]
    fn field<T: Tree, V: Default>(&mut self, of: &T, key: &str, read: fn(&mut Self, &T) -> V) -> V {
        self.maybe(of, key, read).unwrap_or_else(|| {
            self.enter(key);
            self.expected("a value");
            self.place.pop();
            V::default()
        })
    }

    /// Reads a list.
    #[inline(never)]
    fn list<T: Tree, V>(&mut self, of: &T, read: fn(&mut Self, &T) -> V) -> Vec<V> {
        let Some(items) = of.items() else {
            self.expected("a list");
            return Vec::new();
        };
        let mut list = Vec::with_capacity(items.len());
        for item in &items {
            self.enter(&format!("[{}]", list.len()));
            list.push(read(self, item));
            self.place.pop();
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

    /// The one entry of an object, its key being where reading goes on until it is left.
    #[inline(never)]
    fn only<T: Tree>(&mut self, of: &T, expected: &'static str) -> Option<(String, T)> {
        let entry = of.only();
        match &entry {
            Some((key, _)) => self.enter(key),
            None => self.expected(expected),
        }
        entry
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

    fn items(&self) -> Option<Vec<Self>> {
        self.as_array().cloned()
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
