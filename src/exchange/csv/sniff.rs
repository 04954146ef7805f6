//! What a dropped file is, by its first bytes.
//!
//! Owns telling binary files from text and guessing the encoding. Refuses to decode: that is the
//! platform's `TextDecoder`. Invariant: a guess, never an error; a person may choose another
//! encoding.

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileKind {
    /// Nothing in it.
    Empty,
    /// Text, likely in this encoding.
    Text(Encoding),
    /// Not text.
    Binary(Binary),
}

/// How a text's characters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without a mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// The old western one; every byte is a character in it.
    Windows1252,
}

impl Encoding {
    /// All of them, the likeliest first.
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Windows1252, Self::Utf16Le, Self::Utf16Be];

    /// The label `TextDecoder` knows it by.
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// Files that are no text, by the name people know them by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Binary {
    /// An Excel workbook, `.xlsx`.
    Excel,
    /// An Excel workbook before 2007, `.xls`.
    OldExcel,
    /// An OpenDocument spreadsheet, `.ods`.
    OpenDocument,
    /// A Numbers spreadsheet.
    Numbers,
    /// A Word or PowerPoint file.
    Office,
    /// A zip archive of anything else.
    Zip,
    /// A gzip archive.
    Gzip,
    /// A PDF document.
    Pdf,
    /// A picture, by the name of its format.
    Picture(&'static str),
    /// Another archive than a zip one.
    Archive,
    /// Something else that is not text.
    Other,
}

/// How many bytes are looked at for marks.
const LOOKED_AT: usize = 8 * 1024;

/// Says what a file is. Give it the whole file, or at least the first 64 KB.
///
/// ```
/// use ripen::exchange::csv::sniff::{Encoding, FileKind, sniff};
/// assert_eq!(sniff(b"name,town\nJos\xe9,Gen\xe8ve\n"), FileKind::Text(Encoding::Windows1252));
/// ```
pub fn sniff(bytes: &[u8]) -> FileKind {
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let text = FileKind::Text;
    match start {
        [] => FileKind::Empty,
        [0xef, 0xbb, 0xbf, ..] => text(Encoding::Utf8),
        [0xff, 0xfe, ..] => text(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => text(Encoding::Utf16Be),
        [b'P', b'K', 3 | 5, 4 | 6, ..] => FileKind::Binary(archive(start)),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => FileKind::Binary(Binary::OldExcel),
        [b'%', b'P', b'D', b'F', ..] => FileKind::Binary(Binary::Pdf),
        [0x1f, 0x8b, ..] => FileKind::Binary(Binary::Gzip),
        [0x89, b'P', b'N', b'G', ..] => FileKind::Binary(Binary::Picture("PNG")),
        [0xff, 0xd8, 0xff, ..] => FileKind::Binary(Binary::Picture("JPEG")),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => FileKind::Binary(Binary::Picture("GIF")),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
            FileKind::Binary(Binary::Picture("WebP"))
        }
        [b'R', b'a', b'r', b'!', 0x1a, ..] | [b'7', b'z', 0xbc, 0xaf, ..] => {
            FileKind::Binary(Binary::Archive)
        }
        _ if start.contains(&0) => zeros(start),
        _ if is_utf8(bytes) => text(Encoding::Utf8),
        _ => text(Encoding::Windows1252),
    }
}

/// Markup a text is instead of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Markup {
    /// A web page: some CRMs write their tables as one, whatever the file's name ends in.
    Html,
    /// XML of some kind.
    Xml,
}

/// Which markup a text is, by how it begins.
///
/// ```
/// use ripen::exchange::csv::sniff::{Markup, markup};
/// assert_eq!(markup("<table><tr><th>Name</th>"), Some(Markup::Html));
/// assert_eq!(markup("<3 ice cream,amount"), None);
/// ```
pub fn markup(text: &str) -> Option<Markup> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with('<') {
        return None;
    }
    let start = text[..text.floor_char_boundary(LOOKED_AT)].to_ascii_lowercase();
    let html = ["<!doctype html", "<html", "<head", "<body", "<table"];
    match () {
        () if html.into_iter().any(|tag| start.contains(tag)) => Some(Markup::Html),
        () if start.starts_with("<?xml") => Some(Markup::Xml),
        () => None,
    }
}

/// What a zip archive holds, by the names of its first members.
fn archive(start: &[u8]) -> Binary {
    let has = |name: &[u8]| start.windows(name.len()).any(|part| part == name);
    if has(b"opendocument.spreadsheet") {
        Binary::OpenDocument
    } else if has(b"Index/") || has(b".iwa") {
        Binary::Numbers
    } else if has(b"word/") || has(b"ppt/") {
        Binary::Office
    } else if has(b"xl/") || has(b"[Content_Types].xml") {
        Binary::Excel
    } else {
        Binary::Zip
    }
}

/// Text of two-byte characters has its zeros on one side of them; anything else with zeros is
/// binary.
fn zeros(start: &[u8]) -> FileKind {
    let pairs = start.chunks_exact(2);
    let count = pairs.len();
    let (mut high_first, mut low_first) = (0, 0);
    for pair in pairs {
        match pair {
            [0, low] if *low != 0 => high_first += 1,
            [low, 0] if *low != 0 => low_first += 1,
            _ => {}
        }
    }
    match count {
        _ if low_first * 2 > count && high_first * 20 < count => FileKind::Text(Encoding::Utf16Le),
        _ if high_first * 2 > count && low_first * 20 < count => FileKind::Text(Encoding::Utf16Be),
        _ => FileKind::Binary(Binary::Other),
    }
}

/// Whether it is UTF-8 all through; a character cut off at the end does not count against it.
fn is_utf8(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && bytes.len() > LOOKED_AT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn files_are_known_by_their_bytes() {
        let text = FileKind::Text;
        let binary = FileKind::Binary;
        for (bytes, expected) in [
            (b"".to_vec(), FileKind::Empty),
            (b"a,b\n1,2".to_vec(), text(Encoding::Utf8)),
            ("é".as_bytes().to_vec(), text(Encoding::Utf8)),
            (b"\xef\xbb\xbfa".to_vec(), text(Encoding::Utf8)),
            (b"caf\xe9".to_vec(), text(Encoding::Windows1252)),
            (b"\xff\xfea\0".to_vec(), text(Encoding::Utf16Le)),
            (utf16("name;town\r\n", u16::to_le_bytes), text(Encoding::Utf16Le)),
            (utf16("name;town\r\n", u16::to_be_bytes), text(Encoding::Utf16Be)),
            (b"PK\x03\x04..[Content_Types].xml".to_vec(), binary(Binary::Excel)),
            (
                b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet".to_vec(),
                binary(Binary::OpenDocument),
            ),
            (b"PK\x03\x04..Index/Document.iwa".to_vec(), binary(Binary::Numbers)),
            (b"PK\x05\x06".to_vec(), binary(Binary::Zip)),
            (b"PK,b\n1,2".to_vec(), text(Encoding::Utf8)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1".to_vec(), binary(Binary::OldExcel)),
            (b"%PDF-1.7".to_vec(), binary(Binary::Pdf)),
            (b"\x1f\x8b\x08".to_vec(), binary(Binary::Gzip)),
            (b"\x00\x01\x02\x03\x00\x00".to_vec(), binary(Binary::Other)),
        ] {
            assert_eq!(sniff(&bytes), expected, "{bytes:?}");
        }
    }
}
