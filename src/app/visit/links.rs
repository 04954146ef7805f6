//! Which links a visitor is led along.
//!
//! Invariant: from somebody else's page nothing leads into a script, nor unencrypted to another site.

use crate::domain::playbook::words::is_plain_link;

/// Whether a link of a playbook is drawn on a page of `origin`: `https:`, `mailto:`, `tel:`, and what
/// is on the same site.
///
/// ```
/// use ripen::app::visit::links::leads_on;
/// let leads = |link| leads_on(link, "http://a.example");
/// assert!(leads("https://b.example") && leads("/book") && leads("http://a.example/book"));
/// assert!(!leads("http://b.example") && !leads("//b.example") && !leads("javascript:x"));
/// ```
pub fn leads_on(link: &str, origin: &str) -> bool {
    let bytes = link.as_bytes();
    let begins = |with: &str| {
        bytes.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()))
    };
    let slash = |place: usize| matches!(bytes.get(place), Some(b'/' | b'\\'));
    let ends = |length: usize| matches!(bytes.get(length), None | Some(b'/' | b'?' | b'#'));
    // Without a scheme, two strokes name another site under the page's own.
    let elsewhere = begins("http:") || (slash(0) && slash(1) && !origin.starts_with("https:"));
    is_plain_link(link) && (!elsewhere || (begins(origin) && ends(origin.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_over_https_or_stay_on_the_site() {
        for (link, from_http, from_https) in [
            ("https://b.example/x", true, true),
            ("mailto:a@b.example", true, true),
            ("tel:+4930123", true, true),
            ("/x", true, true),
            ("x?y#z", true, true),
            ("#here", true, true),
            ("http://a.example", true, false),
            ("HTTP://A.example/x", true, false),
            ("http://a.example.evil.example", false, false),
            ("http://a.example@evil.example", false, false),
            ("http://b.example", false, false),
            ("http:/x", false, false),
            ("//b.example", false, true),
            ("\\/b.example", false, true),
            ("javascript:alert(1)", false, false),
            ("JavaScript:alert(1)", false, false),
            ("java\nscript:alert(1)", false, false),
            ("data:text/html,x", false, false),
            ("ftp://a.example", false, false),
            ("", false, false),
        ] {
            assert_eq!(leads_on(link, "http://a.example"), from_http, "{link}");
            assert_eq!(leads_on(link, "https://a.example"), from_https, "{link}");
        }
    }
}
