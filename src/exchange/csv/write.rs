//! Rows of cells as text for spreadsheets.
//!
//! Refuses to know what a cell means. Invariant: nothing in a cell is run as a formula where the
//! file is opened, and reading gives the same rows, a leading `'` of such a cell aside.

/// Characters that make a spreadsheet take a cell for a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Writes rows, each ended by CR LF, with a mark by which spreadsheets know UTF-8.
///
/// ```
/// use ripen::exchange::csv::write::write;
/// let rows = [["a", "b, c"], ["=1+1", "\"d\""]].map(|row| row.map(str::to_owned).to_vec());
/// assert_eq!(write(rows), "\u{feff}a,\"b, c\"\r\n'=1+1,\"\"\"d\"\"\"\r\n");
/// ```
pub fn write(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut text = String::from("\u{feff}");
    for row in rows {
        for (n, cell) in row.iter().enumerate() {
            if n > 0 {
                text.push(',');
            }
            push_cell(&mut text, cell);
        }
        text.push_str("\r\n");
    }
    text
}

fn push_cell(text: &mut String, cell: &str) {
    let harmless = if cell.starts_with(FORMULA) { "'" } else { "" };
    if cell.contains([',', '"', '\r', '\n']) {
        text.push('"');
        text.push_str(harmless);
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(harmless);
        text.push_str(cell);
    }
}
