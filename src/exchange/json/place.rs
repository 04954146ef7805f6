//! Where in a file a reader stopped, told as a path.
//!
//! Owns the way from a line and column back to `contacts[3].events[0].at`. A library that follows
//! the reader along (serde_path_to_error) makes every type's reading code twice and took a tenth
//! of the workspace's weight; the place a reader stopped at says the same, and costs only when
//! something failed.

/// A step into a value.
enum Step<'a> {
    /// Into an object, by the key as it is written; none before its first.
    Key(Option<&'a str>),
    /// Into a list.
    Item(usize),
}

/// The path of the value that the first bytes of a JSON text end in or with, `.` for the text as
/// a whole.
///
/// `line` counts from 1, `column` is how many bytes of that line were read, as serde_json has
/// them. What follows that place need not be JSON.
pub(super) fn path(text: &str, line: usize, column: usize) -> String {
    let starts = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len);
    let start = starts.sum::<usize>();
    let read = text.floor_char_boundary(start.saturating_add(column).min(text.len()));
    let mut steps: Vec<Step> = Vec::new();
    let mut rest = &text[..read];
    while let Some(at) = rest.find(['{', '[', '}', ']', ',', ':', '"']) {
        let mark = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        match mark {
            b'{' => steps.push(Step::Key(None)),
            b'[' => steps.push(Step::Item(0)),
            b'}' | b']' => drop(steps.pop()),
            b',' => {
                if let Some(Step::Item(item)) = steps.last_mut() {
                    *item += 1;
                }
            }
            b'"' => {
                let Some(end) = closing_quote(rest) else { break };
                let (word, behind) = (&rest[..end], &rest[end + 1..]);
                if let Some(Step::Key(key)) = steps.last_mut()
                    && behind.trim_start().starts_with(':')
                {
                    *key = Some(word);
                }
                rest = behind;
            }
            _ => {}
        }
    }
    told(&steps)
}

/// Where a text that has begun ends.
fn closing_quote(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    })
}

fn told(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Key(None) => {}
            Step::Key(Some(key)) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            Step::Item(item) => {
                path.push('[');
                path.push_str(&item.to_string());
                path.push(']');
            }
        }
    }
    if path.is_empty() { ".".to_owned() } else { path }
}

#[cfg(test)]
mod tests {
    use super::path;
    use crate::domain::event::Event;
    use serde::Deserialize;

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct File {
        name: String,
        contacts: Vec<Vec<Event>>,
    }

    const EVENT: &str = r#"{"id":"01900000-0000-7000-8000-000000000000","at":"2026-11-21",
        "by":"import","batch":"01900000-0000-7000-8000-000000000000","kind":{"created":{}}}"#;

    fn fault(file: &str) -> String {
        let error = serde_json::from_str::<File>(file).err().expect("a fault");
        path(file, error.line(), error.column())
    }

    #[test]
    fn a_fault_is_told_by_its_path() {
        let file = |events: &str| format!(r#"{{"name":"x, \"[{{","contacts":[[],[{events}]]}}"#);
        let with = |from: &str, to: &str| file(&format!("{EVENT},\n{}", EVENT.replace(from, to)));
        for (file, expected) in [
            ("7".to_owned(), "."),
            (r#"{"name":7,"contacts":[]}"#.to_owned(), "name"),
            (r#"{"name":"x","contacts":[[],{}]}"#.to_owned(), "contacts[1]"),
            (r#"{"name":"x","contacts":[[],[{}]]}"#.to_owned(), "contacts[1][0]"),
            (with("2026-11-21", "2026-13-21"), "contacts[1][1].at"),
            (with("\"2026-11-21\"", "{}"), "contacts[1][1].at"),
            (with("01900000-0000", "x"), "contacts[1][1].id"),
            (with("\"import\"", "7"), "contacts[1][1].by"),
            (with("{}", "{\"source\":1}"), "contacts[1][1].kind.created.source"),
            (with(",\"kind\":{\"created\":{}}", ""), "contacts[1][1]"),
        ] {
            assert_eq!(fault(&file), expected, "{file}");
        }
    }

    #[test]
    fn any_place_in_any_text_has_a_path() {
        let text = "{\"é\\\"\":[1,{\"b\" :\n\"ü\\\\\"}]}";
        for line in 0..4 {
            for column in 0..40 {
                assert!(!path(text, line, column).is_empty());
            }
        }
        assert_eq!(path(text, 2, 4), "é\\\"[1].b");
        assert_eq!(path("", 0, usize::MAX), ".");
    }
}
