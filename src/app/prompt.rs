//! A rep's wording in its two parts: the question itself, and what to say to find it out.
//!
//! Invariant: nothing of the wording is lost or changed, white space between the parts aside.

/// Parts a rep's wording after its first question mark.
///
/// ```
/// use ripen::app::prompt::split;
/// let wording = "How many people work there? Ask: “Roughly how big are you?”";
/// assert_eq!(
///     split(wording),
///     ("How many people work there?", Some("Ask: “Roughly how big are you?”")),
/// );
/// assert_eq!(split("Name the decision-maker."), ("Name the decision-maker.", None));
/// ```
pub fn split(wording: &str) -> (&str, Option<&str>) {
    match wording.find("? ") {
        Some(mark) => {
            let (question, talk) = wording.split_at_checked(mark + 1).unwrap_or((wording, ""));
            (question, Some(talk.trim()).filter(|talk| !talk.is_empty()))
        }
        None => (wording, None),
    }
}
