//! Numbers and amounts as a question takes them.

use super::{EntryProblem, digits, typed};
use crate::domain::money::{Currency, Money};
use crate::domain::range::Range;
use crate::domain::value::{Number, Value};

/// The largest number asked for where one was typed that is too large to hold.
const LARGEST: f64 = 1e15;

pub(super) fn number(
    text: &str,
    units: [&Option<String>; 2],
    limits: &Range,
    whole: bool,
) -> Result<Value, EntryProblem> {
    let without = |unit: &Option<String>| text.strip_suffix(unit.as_deref()?);
    let bare = units.into_iter().find_map(without).unwrap_or(text);
    let Some(number) = typed::number(bare).and_then(Number::new) else {
        // Digits alone are a number, too, if one that cannot be held.
        let bare = digits::plain(bare);
        let bare = typed::trim(&bare);
        let digits = !bare.is_empty() && bare.iter().all(char::is_ascii_digit);
        let most = limits.to.or(limits.below).unwrap_or(LARGEST);
        let range = Range { from: limits.from, to: Some(most), ..Range::default() };
        let problem =
            if digits { EntryProblem::OutOfRange(range) } else { EntryProblem::NotANumber };
        return Err(problem);
    };
    match number.get() {
        number if whole && number.fract() != 0.0 => Err(EntryProblem::NotWhole),
        within if limits.contains(within) => Ok(Value::Number(number)),
        _ => Err(EntryProblem::OutOfRange(*limits)),
    }
}

/// Reads a typed amount, such as `1,200`, `1.200,50` or `€ 500`.
///
/// # Errors
/// [`EntryProblem::NotMoney`] or [`EntryProblem::OtherCurrency`].
pub fn parse_money(text: &str, currency: Currency) -> Result<Money, EntryProblem> {
    typed::money(text, currency)
}

/// Reads a typed number, such as `1,200`, `0.5` or `10k`; none when it is none.
pub fn parse_number(text: &str) -> Option<f64> {
    typed::number(text)
}
