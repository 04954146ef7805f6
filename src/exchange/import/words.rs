//! Comparing words of files: case, spaces and punctuation say nothing.

/// A header or value reduced to its letters and digits, in lower case.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A key of a look-up: as it is written, but for case and the spaces round it. Spaces inside
/// count: what the file spells differently may be something different.
pub(super) fn key(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Whether a cell says that there is nothing.
pub(super) fn is_blank(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "" | "-" | "n/a" | "na" | "null" | "none")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_by_what_they_say() {
        assert_eq!(bare(" Proposal/Price Quote "), "proposalpricequote");
        assert_eq!(bare("No. of Employees"), "noofemployees");
        assert_ne!(key("GTXPro"), key("GTX Pro"));
        assert!(is_blank(" N/A ") && !is_blank("0"));
    }
}
