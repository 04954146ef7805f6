//! Numbers and amounts as people type them: `1,200`, `1.200,50`, `1 200`, `10k`, `€ 500`, `١٬٢٠٠٫٥`.
//!
//! Of two different separators the last one is the decimal one; one that stands in front of
//! exactly three digits groups thousands, unless only a zero precedes it. A number is its digits
//! and how many of them are decimals, so nothing is rounded on the way. Invariant: amounts never
//! pass through a float, and an amount in another currency is refused, never converted.

use super::{EntryProblem, digits};
use crate::domain::money::{Currency, Money};
use digits::DECIMAL;

/// A number as typed: `digits` divided by ten to the `decimals`.
struct Typed {
    negative: bool,
    digits: u64,
    decimals: u32,
}

/// Reads a number; none when the text is none, or has more digits than a number can hold.
pub(super) fn number(text: &str) -> Option<f64> {
    let Typed { negative, digits, decimals } = decimal(&digits::plain(text))?;
    // Both are exact in a float, so that the quotient is the float nearest to what was typed.
    let digits = u32::try_from(digits / 1_000_000_000).ok().map(|billions| {
        let rest = u32::try_from(digits % 1_000_000_000).unwrap_or(0);
        f64::from(billions) * 1e9 + f64::from(rest)
    });
    let size = digits.filter(|digits| *digits <= 9_007_199_254_740_991.0)?
        / f64::from(10_u32.checked_pow(decimals)?);
    Some(if negative { -size } else { size })
}

/// Reads an amount in a currency, which may be named before or after it.
pub(super) fn money(text: &str, currency: Currency) -> Result<Money, EntryProblem> {
    let text = digits::plain(text);
    let text = trim(&text);
    let start = text.iter().position(|c| !stands_beside(*c)).unwrap_or(text.len());
    let (mark, bare) = text.split_at_checked(start).ok_or(EntryProblem::NotMoney)?;
    let mark = trim(mark);
    let (bare, mark) = if mark.is_empty() { split_suffix(bare) } else { (bare, mark) };
    if let Some(other) = named(&mark.iter().collect::<String>(), currency)? {
        return Err(EntryProblem::OtherCurrency(other));
    }
    let minor = decimal(bare).filter(|typed| !typed.negative).and_then(|typed| {
        let more = currency.minor_digits().checked_sub(typed.decimals)?;
        i64::try_from(typed.digits).ok()?.checked_mul(10_i64.checked_pow(more)?)
    });
    Ok(Money { minor: minor.ok_or(EntryProblem::NotMoney)?, currency })
}

/// Whether a character is of a currency, or between it and the amount.
fn stands_beside(c: char) -> bool {
    let is_mark = !c.is_ascii_digit() && !matches!(c, '-' | '+') && !may_group(c);
    is_mark || c.is_whitespace()
}

/// Takes a currency named at the end off the amount. A lone `k` or `m` is part of the number.
fn split_suffix(text: &[char]) -> (&[char], &[char]) {
    let end = text.iter().rposition(|c| !stands_beside(*c)).map_or(0, |last| last + 1);
    let (bare, mark) = text.split_at_checked(end).unwrap_or((text, &[]));
    match trim(mark) {
        ['k' | 'K' | 'm' | 'M'] => (text, &[]),
        mark => (bare, mark),
    }
}

/// Without the spaces around it.
pub(super) fn trim(mut text: &[char]) -> &[char] {
    while let [c, rest @ ..] = text
        && c.is_whitespace()
    {
        text = rest;
    }
    while let [rest @ .., c] = text
        && c.is_whitespace()
    {
        text = rest;
    }
    text
}

/// The other currency a sign or code stands for; none when it may stand for this one.
fn named(mark: &str, currency: Currency) -> Result<Option<Currency>, EntryProblem> {
    let code = match mark {
        // Many countries write their dollar, peso or krona this way; take it for the one asked.
        "" | "$" | "kr" | "Kr" => return Ok(None),
        "US$" | "$US" => "USD",
        "€" => "EUR",
        "£" => "GBP",
        "¥" if currency.code() == "CNY" => return Ok(None),
        "¥" => "JPY",
        "₹" => "INR",
        code => code,
    };
    let named = Currency::parse(code).ok_or(EntryProblem::NotMoney)?;
    Ok((named != currency).then_some(named))
}

/// Reads a decimal number with its thousands and decimal separators told apart. By characters: what
/// searches a text for each kind of them is made anew, and weighs.
fn decimal(text: &[char]) -> Option<Typed> {
    let (text, zeros) = match trim(text) {
        [text @ .., 'k' | 'K'] => (text, 3_u32),
        [text @ .., 'm' | 'M'] => (text, 6),
        text => (text, 0),
    };
    let (negative, text) = match trim(text) {
        ['-' | '−', size @ ..] => (true, size),
        ['+', size @ ..] | size => (false, size),
    };
    if !text.iter().any(char::is_ascii_digit) {
        return None;
    }
    let (whole, mut fraction) = split_fraction(text)?;
    // Zeros at the end of a fraction say nothing.
    while let [rest @ .., '0'] = fraction {
        fraction = rest;
    }
    if !is_grouped(whole) {
        return None;
    }
    let mut digits = 0_u64;
    for digit in whole.iter().chain(fraction).filter_map(|c| c.to_digit(10)) {
        digits = digits.checked_mul(10)?.checked_add(digit.into())?;
    }
    let decimals = u32::try_from(fraction.len()).ok()?;
    let digits = digits.checked_mul(10_u64.checked_pow(zeros.saturating_sub(decimals))?)?;
    Some(Typed { negative, digits, decimals: decimals.saturating_sub(zeros) })
}

/// Parts a number at its decimal separator, where it has one.
fn split_fraction(digits: &[char]) -> Option<(&[char], &[char])> {
    let is_decimal = |c: &char| matches!(*c, '.' | ',' | DECIMAL);
    let Some(at) = digits.iter().rposition(is_decimal) else { return Some((digits, &[])) };
    let (whole, rest) = digits.split_at_checked(at)?;
    let (separator, fraction) = rest.split_first()?;
    let repeated = whole.contains(separator);
    let mixed = !repeated && whole.iter().any(|c| may_group(*c));
    let thousands =
        fraction.len() == 3 && !mixed && *separator != DECIMAL && !matches!(whole, ['0'] | []);
    if repeated || thousands {
        return Some((digits, &[]));
    }
    fraction.iter().all(char::is_ascii_digit).then_some((whole, fraction))
}

/// Whether a character may stand between groups of digits.
fn may_group(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}')
}

/// Whether these are digits with thousands separators, or nothing: separators of one kind only, with
/// groups of two or three digits, the last one of three.
fn is_grouped(whole: &[char]) -> bool {
    let (mut separator, mut size) = (None, 0);
    for &c in whole {
        if c.is_ascii_digit() {
            size += 1;
            continue;
        }
        let least = if separator.is_none() { 1 } else { 2 };
        if !(least..=3).contains(&size) || !may_group(c) || separator.is_some_and(|s| s != c) {
            return false;
        }
        (separator, size) = (Some(c), 0);
    }
    whole.is_empty() || if separator.is_some() { size == 3 } else { size > 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, expected) in [
            ("240", 240.0),
            (" 240 ", 240.0),
            ("1,200", 1200.0),
            ("1.200", 1200.0),
            ("1 200", 1200.0),
            ("1\u{202f}200", 1200.0),
            ("1’200", 1200.0),
            ("12,34,567", 1_234_567.0),
            ("1,234,567.5", 1_234_567.5),
            ("1.234.567,5", 1_234_567.5),
            ("1 234 567,5", 1_234_567.5),
            ("1 234.567", 1234.567),
            ("0.125", 0.125),
            ("2,5", 2.5),
            ("2.5", 2.5),
            (".5", 0.5),
            ("5.", 5.0),
            ("-3", -3.0),
            ("−3", -3.0),
            ("+3", 3.0),
            ("10k", 10_000.0),
            ("1.5 m", 1_500_000.0),
            ("١٢", 12.0),
            ("١٬٢٣٤٫٥", 1_234.5),
            ("١٫٢٣٤", 1.234),
            ("۱۲۳۴", 1_234.0),
            ("\u{200f}-١٬٢٠٠", -1_200.0),
        ] {
            assert_eq!(number(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_guessed_at() {
        for text in [
            "",
            ".",
            ",",
            "-",
            "k",
            "about 24O",
            "1,2,3",
            "1,20,30",
            "1;200",
            "1.2.3",
            "1.234,567.8",
            "1e5",
            "١٫٢٫٣",
            "१२",
            "1_000",
            "--1",
            "1-2",
            "5km",
            "1,200,",
            "9999999999999999999999999999999999",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_are_exact_and_in_the_currency_asked_for() {
        let check = |text: &str, code: &str, expected: Option<i64>| {
            let currency = Currency::parse(code).unwrap();
            let read = money(text, currency).ok().map(|money| money.minor);
            assert_eq!(read, expected, "{text} {code}");
        };
        check("1,200.50", "USD", Some(120_050));
        check("1.200,50", "EUR", Some(120_050));
        check("€ 500", "EUR", Some(50_000));
        check("500 €", "EUR", Some(50_000));
        check("EUR 500", "EUR", Some(50_000));
        check("500 usd", "USD", Some(50_000));
        check("$500", "AUD", Some(50_000));
        check("1.200 US$", "USD", Some(120_000));
        check("1\u{202f}200 $US", "USD", Some(120_000));
        check("\u{200f}١٬٢٠٠ €", "EUR", Some(120_000));
        check("0.1", "USD", Some(10));
        check("¥1,200", "JPY", Some(1_200));
        check("12k", "USD", Some(1_200_000));
        check("$12k", "USD", Some(1_200_000));
        check("0", "USD", Some(0));
        check("0.001", "USD", None);
        check("1.5", "JPY", None);
        check("-5", "USD", None);
        check("five", "USD", None);
        check("92233720368547758.08", "USD", None);
    }

    #[test]
    fn another_currency_is_refused() {
        let other = |text| money(text, Currency::USD);
        assert_eq!(other("€5"), Err(EntryProblem::OtherCurrency(Currency::EUR)));
        assert_eq!(other("5 EUR"), Err(EntryProblem::OtherCurrency(Currency::EUR)));
        assert_eq!(other("5 apples"), Err(EntryProblem::NotMoney));
    }
}
