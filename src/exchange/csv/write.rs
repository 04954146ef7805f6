//! Rows of cells as text for spreadsheets and for other systems.
//!
//! Refuses to know what a cell means. Invariant: nothing in a cell is run as a formula where the
//! file is opened, and reading gives the same rows: whoever takes one `'` off each cell that
//! [`is_guarded`] has what was written.

/// Characters that make a spreadsheet take a cell for a formula, the wide ones of East Asian
/// keyboards too.
const FORMULA: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// Who reads the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// A spreadsheet: whatever could be a formula is guarded by a `'`.
    Spreadsheet,
    /// A CRM, which would keep the `'` of a phone number such as `+49 30 1234`: what is made of
    /// digits and the marks between them stays as it is.
    Crm,
}

/// A table being written, row by row, so that a page can breathe in between.
#[derive(Debug)]
pub struct Writer {
    text: String,
    reader: Reader,
}

impl Writer {
    /// Begins with a mark by which spreadsheets know UTF-8.
    pub fn new(reader: Reader) -> Self {
        Self { text: String::from("\u{feff}"), reader }
    }

    /// Writes a row, ended by CR LF.
    pub fn row<C: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = C>) {
        for (n, cell) in cells.into_iter().enumerate() {
            if n > 0 {
                self.text.push(',');
            }
            push_cell(&mut self.text, cell.as_ref(), self.reader);
        }
        self.text.push_str("\r\n");
    }

    /// The whole table.
    pub fn finish(self) -> String {
        self.text
    }
}

/// Writes rows for a spreadsheet.
///
/// ```
/// use ripen::exchange::csv::write::write;
/// let rows = [["a", "b, c"], ["=1+1", "\"d\""]].map(|row| row.map(str::to_owned).to_vec());
/// assert_eq!(write(rows), "\u{feff}a,\"b, c\"\r\n'=1+1,\"\"\"d\"\"\"\r\n");
/// ```
pub fn write(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = Writer::new(Reader::Spreadsheet);
    for row in rows {
        writer.row(row);
    }
    writer.finish()
}

/// Whether a cell that was read carries a `'` that was put there so that it is no formula.
///
/// ```
/// use ripen::exchange::csv::write::is_guarded;
/// assert!(is_guarded("'=1+1") && is_guarded("''=1+1"));
/// assert!(!is_guarded("=1+1") && !is_guarded("'t Hooft"));
/// ```
pub fn is_guarded(cell: &str) -> bool {
    cell.starts_with('\'') && cell.trim_start_matches('\'').starts_with(FORMULA)
}

fn push_cell(text: &mut String, cell: &str, reader: Reader) {
    let guard = if needs_guard(cell, reader) { "'" } else { "" };
    if cell.contains([',', ';', '"', '\t', '\r', '\n']) {
        text.push('"');
        text.push_str(guard);
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(guard);
        text.push_str(cell);
    }
}

/// A cell that starts with `'` and would be taken for a guarded one is guarded again.
fn needs_guard(cell: &str, reader: Reader) -> bool {
    let harmless = match reader {
        Reader::Spreadsheet => is_number(cell),
        Reader::Crm => cell.chars().all(|c| c.is_ascii_digit() || "+-() ./".contains(c)),
    };
    cell.trim_start_matches('\'').starts_with(FORMULA) && !harmless
}

/// A number alone, such as `-5.00`: nothing to work out.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, cents) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all(whole) && all(cents)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(reader: Reader, cell: &str, written: &str) {
        let mut writer = Writer::new(reader);
        writer.row([cell]);
        assert_eq!(writer.finish(), format!("\u{feff}{written}\r\n"), "{cell:?}");
    }

    #[test]
    fn nothing_is_run_as_a_formula() {
        for (cell, written) in [
            ("plain", "plain"),
            ("=1+1", "'=1+1"),
            ("+49 30 1234", "'+49 30 1234"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
            ("\t=1", "\"'\t=1\""),
            ("\n=1", "\"'\n=1\""),
            ("\u{ff1d}1+1", "'\u{ff1d}1+1"),
            ("'=1", "''=1"),
            ("'t Hooft", "'t Hooft"),
            ("-5.00", "-5.00"),
            ("-5.", "'-5."),
            ("-", "'-"),
            ("a;b", "\"a;b\""),
            ("<script>alert(\"1\")</script>", "\"<script>alert(\"\"1\"\")</script>\""),
            ("", ""),
        ] {
            check(Reader::Spreadsheet, cell, written);
        }
    }

    #[test]
    fn a_crm_gets_phone_numbers_as_they_are() {
        for (cell, written) in [
            ("+49 (30) 1234-5", "+49 (30) 1234-5"),
            ("+SUM(A1)", "'+SUM(A1)"),
            ("=1", "'=1"),
            ("-12.50", "-12.50"),
            ("'=1", "''=1"),
        ] {
            check(Reader::Crm, cell, written);
        }
    }

    #[test]
    fn what_was_guarded_is_known_again() {
        for cell in ["=1", "'=1", "''=1", "+x", "\t"] {
            let mut text = String::new();
            push_cell(&mut text, cell, Reader::Spreadsheet);
            let read = text.trim_matches('"');
            assert!(is_guarded(read) && read.get(1..) == Some(cell), "{cell:?}");
        }
    }
}
