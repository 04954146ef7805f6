//! The elements' style sheets, each as one text for one constructed sheet.

/// Tokens, what pages share, the wizard, and the widget's own frame, in that order.
const WRITTEN: &str = concat!(
    include_str!("../../style/tokens.css"),
    include_str!("../../style/base.css"),
    include_str!("../../style/wizard.css"),
    include_str!("../../style/widget.css"),
);

const STRIPPED: ([u8; WRITTEN.len()], usize) = strip(WRITTEN.as_bytes());

/// The wizard's sheet without what only its authors read.
pub const SHEET: &str = text(&STRIPPED.0, STRIPPED.1);

/// The funnel's: tokens, what pages share, figures, the funnel, and the frame on another page.
const WRITTEN_FUNNEL: &str = concat!(
    include_str!("../../style/tokens.css"),
    include_str!("../../style/base.css"),
    include_str!("../../style/figures.css"),
    include_str!("../../style/funnel.css"),
    include_str!("../../style/widget.css"),
    include_str!("../../style/funnel-element.css"),
);

const STRIPPED_FUNNEL: ([u8; WRITTEN_FUNNEL.len()], usize) = strip(WRITTEN_FUNNEL.as_bytes());

/// The funnel's sheet without what only its authors read.
pub const FUNNEL: &str = text(&STRIPPED_FUNNEL.0, STRIPPED_FUNNEL.1);

const fn text(bytes: &'static [u8], length: usize) -> &'static str {
    match std::str::from_utf8(bytes.split_at(length).0) {
        Ok(sheet) => sheet,
        Err(_) => panic!("a sheet is cut between characters only"),
    }
}

/// Takes out comments and the white space that separates nothing. While compiling, as the sheet
/// is part of the binary.
const fn strip<const N: usize>(css: &[u8]) -> ([u8; N], usize) {
    let (mut out, mut length, mut at) = ([0; N], 0, 0);
    let (mut quote, mut space) = (0, false);
    while at < css.len() {
        let byte = css[at];
        if quote == 0 && byte == b'/' && at + 1 < css.len() && css[at + 1] == b'*' {
            while !(css[at] == b'*' && css[at + 1] == b'/') || css[at - 1] == b'/' {
                at += 1;
            }
            at += 2;
            continue;
        }
        if quote == 0 && byte.is_ascii_whitespace() {
            space = true;
            at += 1;
            continue;
        }
        let before = if length == 0 { b';' } else { out[length - 1] };
        let needless = matches!(before, b'{' | b'}' | b';' | b':' | b',')
            || matches!(byte, b'{' | b'}' | b';' | b',');
        if space && !needless {
            out[length] = b' ';
            length += 1;
        }
        space = false;
        if quote == byte {
            quote = 0;
        } else if quote == 0 && (byte == b'"' || byte == b'\'') {
            quote = byte;
        }
        out[length] = byte;
        length += 1;
        at += 1;
    }
    (out, length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_says_nothing_is_taken_out() {
        let css = "/* a */\n@layer x {\n  .a :hover, .b > i { margin: 0 auto;\n  content: \"a,  /* b */\"; }\n}\n";
        let (bytes, length) = strip::<200>(css.as_bytes());
        let expected = r#"@layer x{.a :hover,.b > i{margin:0 auto;content:"a,  /* b */";}}"#;
        assert_eq!(std::str::from_utf8(&bytes[..length]), Ok(expected));
        for (sheet, written) in [(SHEET, WRITTEN), (FUNNEL, WRITTEN_FUNNEL)] {
            assert!(sheet.len() < written.len() && !sheet.contains("/*"));
        }
    }
}
