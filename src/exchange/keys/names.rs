//! What a workspace can be called, so that its name is no other key of this app.

use super::VISITOR;

/// Whether a text can name a workspace: letters, digits and hyphens, at most 40.
pub fn is_workspace_name(name: &str) -> bool {
    name != VISITOR
        && (1..=40).contains(&name.len())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Why what a person typed names no workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoName {
    /// Nothing was typed.
    Empty,
    /// It has a letter past a to z, or a sign of an address, or neither letter nor digit: what is left
    /// without them may name another workspace than was meant.
    Letters,
    /// It has more letters than a name may have.
    Long,
    /// It stands for something else.
    Taken,
}

/// The name a workspace gets from what a person typed.
///
/// ```
/// use ripen::exchange::keys::{NoName, workspace_named};
/// assert_eq!(workspace_named(" Acme & Sons 2027 ").as_deref(), Ok("acme-sons-2027"));
/// assert_eq!(workspace_named("—"), Err(NoName::Letters));
/// ```
///
/// # Errors
/// [`NoName`].
pub fn workspace_named(typed: &str) -> Result<String, NoName> {
    let foreign =
        |letter: char| "/\\?#%".contains(letter) || letter.is_alphanumeric() && !letter.is_ascii();
    if typed.trim().is_empty() {
        return Err(NoName::Empty);
    }
    if typed.contains(foreign) {
        return Err(NoName::Letters);
    }
    let lower = typed.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_ascii_alphanumeric());
    let name = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    match name.as_str() {
        "" => Err(NoName::Letters),
        VISITOR => Err(NoName::Taken),
        _ if is_workspace_name(&name) => Ok(name),
        _ => Err(NoName::Long),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workspace_has_a_name_that_is_part_of_no_other_key() {
        for (name, can) in [
            ("default", true),
            ("a-1", true),
            ("", false),
            ("visitor", false),
            ("visitors", true),
            ("Demo", false),
            ("a/contact", false),
            ("é", false),
            (&"x".repeat(40), true),
            (&"x".repeat(41), false),
        ] {
            assert_eq!(is_workspace_name(name), can, "{name}");
        }
    }

    #[test]
    fn what_is_typed_names_no_other_workspace() {
        for (typed, named) in [
            ("Acme", Ok("acme")),
            (" a.b_c ", Ok("a-b-c")),
            ("", Err(NoName::Empty)),
            (" ", Err(NoName::Empty)),
            ("..", Err(NoName::Letters)),
            ("../x", Err(NoName::Letters)),
            ("a\\b", Err(NoName::Letters)),
            ("x?y", Err(NoName::Letters)),
            ("Müller", Err(NoName::Letters)),
            ("visitor", Err(NoName::Taken)),
            ("Visitor!", Err(NoName::Taken)),
            (&"x".repeat(41), Err(NoName::Long)),
        ] {
            assert_eq!(workspace_named(typed).as_deref(), named.as_ref().copied(), "{typed}");
        }
    }
}
