//! Addresses as people type them into the page: whole ones, and places on the same site.
//!
//! Refuses everything a browser would send unencrypted, or could run. Plain http passes for the own
//! machine alone. Invariant: what is taken holds no space, quote, bracket or control character.

/// Longest address that is taken.
const LONGEST: usize = 2_000;

/// A whole web address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Url {
    text: String,
    /// How much of it is the origin.
    origin: usize,
}

/// Where something lies: anywhere, or beside the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A whole web address.
    Whole(Url),
    /// A path, as the page would follow it.
    Path(String),
}

/// What is wrong with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAddress {
    /// It is none.
    NotOne,
    /// It would be sent unencrypted.
    NotSecure,
    /// A name or password stands in it, for everybody to read.
    Password,
}

impl Url {
    /// Reads a whole address.
    ///
    /// # Errors
    /// [`NoAddress`].
    pub fn parse(text: &str) -> Result<Self, NoAddress> {
        let (scheme, rest) = text.split_once("://").ok_or(NoAddress::NotOne)?;
        if !is_clean(text) {
            return Err(NoAddress::NotOne);
        }
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, _) = rest.split_at(end);
        if authority.contains('@') {
            return Err(NoAddress::Password);
        }
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
            _ => (authority, None),
        };
        if !is_host(host) || port.is_some_and(|port| port.parse::<u16>().is_err()) {
            return Err(NoAddress::NotOne);
        }
        let secure = scheme.eq_ignore_ascii_case("https");
        if !secure && !scheme.eq_ignore_ascii_case("http") {
            return Err(NoAddress::NotOne);
        }
        if !secure && !is_own_machine(host) {
            return Err(NoAddress::NotSecure);
        }
        Ok(Self { text: text.to_owned(), origin: scheme.len() + 3 + end })
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.text[..self.origin]
    }

    /// What follows the origin.
    pub fn path(&self) -> &str {
        &self.text[self.origin..]
    }

    /// Whether only this machine has it.
    pub fn is_own_machine(&self) -> bool {
        let (_, authority) = self.origin().split_once("://").unwrap_or_default();
        let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
        is_own_machine(host) || is_own_machine(authority)
    }
}

impl Place {
    /// Reads a whole address or a path.
    ///
    /// # Errors
    /// [`NoAddress`].
    pub fn parse(text: &str) -> Result<Self, NoAddress> {
        if text.contains("://") {
            return Url::parse(text).map(Self::Whole);
        }
        let first = text.split(['/', '?', '#']).next().unwrap_or_default();
        // `//host` would be another site, and a colon a scheme.
        if !is_clean(text) || text.starts_with("//") || first.contains(':') {
            return Err(NoAddress::NotOne);
        }
        Ok(Self::Path(text.to_owned()))
    }

    /// The address as it is written into a page.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Whole(url) => url.as_str(),
            Self::Path(path) => path,
        }
    }

    /// The whole address; none of a path.
    pub fn whole(&self) -> Option<&Url> {
        match self {
            Self::Whole(url) => Some(url),
            Self::Path(_) => None,
        }
    }
}

/// Whether it can be written anywhere as it is. Browsers take `\` for `/`.
fn is_clean(text: &str) -> bool {
    let is_taken = |c: char| {
        !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '\'' | '<' | '>' | '`' | '\\')
    };
    !text.is_empty() && text.len() <= LONGEST && text.chars().all(is_taken)
}

fn is_host(host: &str) -> bool {
    if let Some(ip) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        return ip.parse::<std::net::Ipv6Addr>().is_ok();
    }
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    host.split('.').all(is_label)
}

fn is_own_machine(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]") || host.ends_with(".localhost")
}

/// Whether a text is an e-mail address as it can stand in a link.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let is_local = |c: char| c.is_alphanumeric() || "!$*+-.^_{|}~".contains(c);
    !local.is_empty()
        && text.len() <= 254
        && local.chars().all(is_local)
        && domain.contains('.')
        && is_host(domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_addresses_are_read_with_their_origin() {
        for (text, origin, path) in [
            ("https://example.com", "https://example.com", ""),
            ("https://example.com/a?b#c", "https://example.com", "/a?b#c"),
            ("HTTPS://münchen.example:8443/x", "HTTPS://münchen.example:8443", "/x"),
            ("http://localhost:8080/embed/", "http://localhost:8080", "/embed/"),
            ("http://127.0.0.1/x", "http://127.0.0.1", "/x"),
            ("http://[::1]:81/x", "http://[::1]:81", "/x"),
        ] {
            let url = Url::parse(text).unwrap();
            assert_eq!((url.as_str(), url.origin(), url.path()), (text, origin, path));
            assert_eq!(url.is_own_machine(), text.starts_with("http:"), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_told_why() {
        for (text, why) in [
            ("", NoAddress::NotOne),
            ("example.com", NoAddress::NotOne),
            ("https://", NoAddress::NotOne),
            ("https://a b.example", NoAddress::NotOne),
            ("https://example.com/\"onload=x", NoAddress::NotOne),
            ("https://example.com\\@evil.example", NoAddress::NotOne),
            ("https://-a.example", NoAddress::NotOne),
            ("https://a..example", NoAddress::NotOne),
            ("https://example.com:99999", NoAddress::NotOne),
            ("ftp://example.com", NoAddress::NotOne),
            ("javascript://example.com/%0aalert(1)", NoAddress::NotOne),
            ("http://example.com", NoAddress::NotSecure),
            ("http://localhost.example.com", NoAddress::NotSecure),
            ("https://me:secret@example.com", NoAddress::Password),
        ] {
            assert_eq!(Url::parse(text), Err(why), "{text}");
        }
    }

    #[test]
    fn paths_stay_on_the_site() {
        for text in ["/contact", "contact.html?x=1:2", "../a/b.json", "#contact", "?c", "a b"] {
            assert_eq!(Place::parse(text).is_ok(), !text.contains(' '), "{text}");
        }
        for text in ["", "//evil.example/x", "javascript:alert(1)", "\\\\evil", "mailto:a@b.c"] {
            assert!(Place::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_e_mail_address_names_one_box() {
        for (text, is_one) in [
            ("sales@example.com", true),
            ("first.last+web@sub.example.com", true),
            ("", false),
            ("sales", false),
            ("sales@", false),
            ("sales@localhost", false),
            ("a@b@c.example", false),
            ("a@example.com?bcc=b@example.com", false),
            ("a@example.com,b@example.com", false),
            ("a&b@example.com", false),
            ("a/b@example.com", false),
        ] {
            assert_eq!(is_email(text), is_one, "{text}");
        }
    }
}
