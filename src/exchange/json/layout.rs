//! The layout of Ripen's files: one thing a line down to some levels of nesting, compact below.
//!
//! Invariant: adds white space and nothing else, the same for the same text.

/// Lays out compact JSON. White space it may have already stays.
///
/// On the text and not in the printer: serde makes every type's printing anew for every printer.
pub(super) fn lay_out(json: &str, levels: usize) -> String {
    let mut out = Vec::with_capacity(json.len() + json.len() / 8);
    let mut depth = 0_usize;
    let mut bytes = json.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'{' | b'[' => {
                out.push(byte);
                if let Some(end) = bytes.next_if(|next| matches!(next, b'}' | b']')) {
                    out.push(end);
                } else {
                    depth += 1;
                    break_line(&mut out, depth, depth <= levels);
                }
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                break_line(&mut out, depth, depth < levels);
                out.push(byte);
            }
            b',' => {
                out.push(byte);
                break_line(&mut out, depth, depth <= levels);
            }
            b':' if depth <= levels => out.extend(b": "),
            b'"' => {
                out.push(byte);
                let mut escaped = false;
                for byte in bytes.by_ref() {
                    out.push(byte);
                    if byte == b'"' && !escaped {
                        break;
                    }
                    escaped = byte == b'\\' && !escaped;
                }
            }
            _ => out.push(byte),
        }
    }
    String::from_utf8(out).expect("nothing but ASCII was added between characters")
}

fn break_line(out: &mut Vec<u8>, depth: usize, wanted: bool) {
    if wanted {
        out.push(b'\n');
        out.extend(std::iter::repeat_n(b' ', 2 * depth));
    }
}
