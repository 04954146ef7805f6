//! Amounts of money as files write them.
//!
//! Owns symbols, thousands separators and the decimal mark, which is a property of the column.
//! Refuses to convert: a currency that is written with the amount is kept. Invariant: an amount
//! is read exactly or not at all.

use super::words::is_blank;
use crate::domain::money::{Currency, Money};
use rust_decimal::{Decimal, RoundingStrategy};

/// What stands before the cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecimalMark {
    /// `1,234.50`
    Point,
    /// `1.234,50`
    Comma,
}

impl DecimalMark {
    fn char(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    /// Guesses from every value of a column: the mark more values can be read with; a point
    /// where it makes no difference.
    ///
    /// ```
    /// use ripen::exchange::import::amounts::DecimalMark;
    /// assert_eq!(DecimalMark::guess(["1.054", "22.700,00"]), DecimalMark::Comma);
    /// ```
    pub fn guess<'a>(values: impl IntoIterator<Item = &'a str>) -> Self {
        let mut marks = Marks::default();
        for value in values {
            marks.add(value);
        }
        marks.guess()
    }
}

/// The values of a column so far, by the mark they can be read with.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Marks {
    point: usize,
    comma: usize,
    /// Whether some value is an amount with this mark, and another one or none with the other.
    shows_point: bool,
    shows_comma: bool,
}

impl Marks {
    /// Looks at one more value.
    pub(super) fn add(&mut self, value: &str) {
        let [point, comma] = [DecimalMark::Point, DecimalMark::Comma].map(|m| digits(value, m));
        self.point += usize::from(point.is_some());
        self.comma += usize::from(comma.is_some());
        if point != comma {
            let shows = |mark| digits(value, mark).is_some() && !is_doubtful(value, mark);
            self.shows_point |= shows(DecimalMark::Point);
            self.shows_comma |= shows(DecimalMark::Comma);
        }
    }

    /// The mark more values can be read with.
    pub(super) fn guess(self) -> DecimalMark {
        if self.comma > self.point { DecimalMark::Comma } else { DecimalMark::Point }
    }

    /// Whether a value is no plain amount: it is written as thousands, where the column's other values
    /// show that this mark stands before cents.
    pub(super) fn refuse(self, value: &str, mark: DecimalMark) -> bool {
        let shown = match mark {
            DecimalMark::Point => self.shows_point,
            DecimalMark::Comma => self.shows_comma,
        };
        shown && is_doubtful(value, mark)
    }
}

/// Whether an amount with this mark before its cents is as well one of thousands: one mark, and
/// exactly three digits behind it. Nobody writes a thousand as `0.125`.
fn is_doubtful(value: &str, mark: DecimalMark) -> bool {
    let other = match mark {
        DecimalMark::Point => DecimalMark::Comma,
        DecimalMark::Comma => DecimalMark::Point,
    };
    let cents = digits(value, mark).is_some_and(|plain| plain.contains('.'));
    let thousands = digits(value, other).filter(|plain| !plain.contains('.'));
    cents && thousands.is_some_and(|plain| !plain.trim_start_matches('-').starts_with('0'))
}

/// Why an amount could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NoAmount;

/// Reads one amount; none for an empty cell. Cents beyond the currency's are rounded, halves
/// away from zero.
///
/// `currency` counts where the text names none of its own.
///
/// # Errors
/// [`NoAmount`] when the text is something else, or more than money can hold.
pub fn parse(text: &str, mark: DecimalMark, currency: Currency) -> Result<Option<Money>, NoAmount> {
    if is_blank(text) {
        return Ok(None);
    }
    let currency = named_currency(text).unwrap_or(currency);
    let number = digits(text, mark).ok_or(NoAmount)?;
    let number = Decimal::from_str_exact(&number).map_err(|_| NoAmount)?;
    let unit = Decimal::from(10_u64.pow(currency.minor_digits()));
    let minor = number
        .checked_mul(unit)
        .map(|minor| minor.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero))
        .and_then(|minor| i64::try_from(minor).ok())
        .ok_or(NoAmount)?;
    Ok(Some(Money { minor, currency }))
}

/// An amount that names its currency.
pub(super) fn with_currency(text: &str, mark: DecimalMark) -> Option<Money> {
    parse(text, mark, named_currency(text)?).ok().flatten()
}

/// The currency a text names: an ISO code, or a symbol that stands for one currency only. (`$`
/// does not.)
fn named_currency(text: &str) -> Option<Currency> {
    let code: String = text.chars().filter(char::is_ascii_alphabetic).collect();
    match text {
        _ if code.len() == 3 => Currency::parse(&code),
        _ if text.contains('€') => Some(Currency::EUR),
        _ if text.contains('£') => Currency::parse("GBP"),
        _ => None,
    }
}

/// Decimals of a number that count.
const FAR: usize = 12;

/// A number as plain decimal text: sign, digits, point. None where groups or marks do not add up.
pub(super) fn digits(text: &str, mark: DecimalMark) -> Option<String> {
    let text = text.trim();
    let bracketed = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let mut negative = bracketed.is_some();
    let mut letters = 0;
    let mut number = String::new();
    for c in bracketed.unwrap_or(text).chars() {
        match c {
            '0'..='9' | '.' | ',' => number.push(c),
            '-' | '\u{2212}' if number.is_empty() && !negative => negative = true,
            '+' if number.is_empty() => {}
            // A space or an apostrophe between groups is as good as a mark there.
            '\'' | '\u{2019}' => number.push(' '),
            c if c.is_whitespace() && !number.is_empty() => number.push(' '),
            c if c.is_whitespace() || "$€£¥₹".contains(c) => {}
            c if c.is_ascii_alphabetic() => letters += 1,
            _ => return None,
        }
    }
    if letters != 0 && letters != 3 {
        return None;
    }
    let number = number.trim();
    let (whole, cents) = match number.split_once(mark.char()) {
        Some((whole, cents)) => (whole, Some(cents)),
        None => (number, None),
    };
    let whole = ungroup(whole)?;
    let cents = cents.unwrap_or_default();
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(cents) || (whole.is_empty() && cents.is_empty()) {
        return None;
    }
    let whole = if whole.is_empty() { "0" } else { &whole };
    // What floats leave behind in the far decimals; more than a decimal number holds.
    let cents = cents.get(..FAR).unwrap_or(cents);
    let sign = if negative { "-" } else { "" };
    Some(if cents.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{cents}") })
}

/// Takes thousands separators out; groups must be of three (or, in India, two) with three last.
fn ungroup(whole: &str) -> Option<String> {
    let separators: Vec<char> = whole.chars().filter(|c| !c.is_ascii_digit()).collect();
    let Some(first) = separators.first() else { return Some(whole.to_owned()) };
    if separators.iter().any(|separator| separator != first) {
        return None;
    }
    let groups: Vec<&str> = whole.split(*first).collect();
    let (head, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    let fits = (1..=3).contains(&head.len())
        && last.len() == 3
        && middle.iter().all(|group| (2..=3).contains(&group.len()));
    fits.then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use DecimalMark::{Comma, Point};

    #[test]
    fn amounts_as_files_write_them() {
        for (text, mark, expected) in [
            ("1054", Point, "1054.00 USD"),
            ("$22,700.00", Point, "22700.00 USD"),
            ("22.700,00 €", Comma, "22700.00 EUR"),
            ("1.054", Comma, "1054.00 USD"),
            ("1.054", Point, "1.05 USD"),
            ("1 234 567,8", Comma, "1234567.80 USD"),
            ("1\u{a0}234,50", Comma, "1234.50 USD"),
            ("1'234.50 CHF", Point, "1234.50 CHF"),
            ("JPY 1,500", Point, "1500 JPY"),
            ("12,34,567.125", Point, "1234567.13 USD"),
            ("(50)", Point, "-50.00 USD"),
            ("-$0.5", Point, "-0.50 USD"),
            (".5", Point, "0.50 USD"),
            ("+5.", Point, "5.00 USD"),
            ("0", Point, "0.00 USD"),
        ] {
            let money = parse(text, mark, Currency::USD).unwrap().unwrap();
            assert_eq!(format!("{} {}", money.decimal(), money.currency), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_an_error_and_nothing_is_nothing() {
        for text in [
            "abc",
            "12,50",
            "1,2,3",
            "1.2.3",
            "5k",
            "1,234,56",
            "--5",
            "5-",
            "é5",
            "1 2",
            "99999999999999999999999999999999",
            "$",
            "10 000.000.000",
            "1,234 567",
        ] {
            assert_eq!(parse(text, Point, Currency::USD), Err(NoAmount), "{text}");
        }
        for text in ["", " ", "-", "N/A", "null"] {
            assert_eq!(parse(text, Point, Currency::USD), Ok(None), "{text}");
        }
    }

    #[test]
    fn a_mark_before_three_digits_is_doubted_where_others_show_what_it_stands_for() {
        let check = |values: &[&str], refused: &[&str]| {
            let mut marks = Marks::default();
            for value in values {
                marks.add(value);
            }
            let doubted = values.iter().filter(|value| marks.refuse(value, marks.guess()));
            assert_eq!(doubted.copied().collect::<Vec<_>>(), refused, "{values:?}");
        };
        check(&["12,000", "15,000", "500", "€ 1.200"], &["€ 1.200"]);
        check(&["12.50", "1.200", "-1.200"], &["1.200", "-1.200"]);
        check(&["12,50", "7,5", "1.000,00", "1,200"], &["1,200"]);
        check(&["1.200", "500"], &[]);
        check(&["1.200", "2.500,00", "500"], &[]);
        check(&["12.50", "0.125", "1,200.125", "1234.567", ".125"], &[]);
        check(&["1,200", "500"], &[]);
    }

    #[test]
    fn a_whole_column_tells_the_mark() {
        for (values, expected) in [
            (vec!["1054", "$5,000"], Point),
            (vec!["12,50", "1.000,00"], Comma),
            (vec!["12.50", "1,000.00"], Point),
            (vec!["1.000", "2.5"], Point),
            (vec![], Point),
        ] {
            assert_eq!(DecimalMark::guess(values.iter().copied()), expected, "{values:?}");
        }
    }
}
