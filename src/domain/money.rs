//! Money: whole minor units and a currency, never a float.
//!
//! Invariant: amounts of different currencies are never added up; missing is not zero.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::fmt;

/// An ISO 4217 currency code, three capital letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// United States dollar.
    pub const USD: Self = Self(*b"USD");
    /// Euro.
    pub const EUR: Self = Self(*b"EUR");

    /// Reads a code of three letters, in any case.
    pub fn parse(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes
            .iter()
            .all(u8::is_ascii_alphabetic)
            .then(|| Self(bytes.map(|b| b.to_ascii_uppercase())))
    }

    /// The code, such as `EUR`.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits after the decimal point: 2 for most, 0 for yen, 3 for dinars (ISO 4217).
    pub fn minor_digits(&self) -> u32 {
        match &self.0 {
            b"JPY" | b"KRW" | b"VND" | b"CLP" | b"ISK" | b"XOF" | b"XAF" | b"PYG" | b"UGX" => 0,
            b"BHD" | b"KWD" | b"OMR" | b"JOD" | b"TND" | b"IQD" | b"LYD" => 3,
            _ => 2,
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let code = String::deserialize(from)?;
        Self::parse(&code).ok_or_else(|| {
            D::Error::custom(format_args!("`{code}` is no three-letter currency code"))
        })
    }
}

/// An amount in minor units (cents) of one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Minor units, so 1 234.50 euro is 123 450.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// The amount as decimal text in major units, as `Intl.NumberFormat` takes it exactly.
    ///
    /// ```
    /// use ripen::domain::money::{Currency, Money};
    /// assert_eq!(Money { minor: -5, currency: Currency::EUR }.decimal(), "-0.05");
    /// ```
    pub fn decimal(&self) -> String {
        let digits = self.currency.minor_digits();
        if digits == 0 {
            return self.minor.to_string();
        }
        let unit = 10_u64.pow(digits);
        let sign = if self.minor < 0 { "-" } else { "" };
        let size = self.minor.unsigned_abs();
        let width = digits as usize;
        format!("{sign}{}.{:0width$}", size / unit, size % unit)
    }

    /// The amount in major units, for comparing against a rule; exact below 2^53 minor units.
    #[allow(clippy::cast_precision_loss)]
    pub fn major(&self) -> f64 {
        self.minor as f64 / 10_f64.powi(self.currency.minor_digits().cast_signed())
    }
}

/// Sums kept apart by currency, with the number of those that had no amount.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// One amount per currency, by code: there are few.
    sums: Vec<Money>,
    /// How many were counted that carry no amount.
    pub without_amount: usize,
}

impl Totals {
    /// Adds one amount, or counts one that is missing. Sums stop at the largest number there is.
    pub fn add(&mut self, amount: Option<Money>) {
        match amount {
            Some(money) => {
                match self.sums.binary_search_by_key(&money.currency, |sum| sum.currency) {
                    Ok(at) => self.sums[at].minor = self.sums[at].minor.saturating_add(money.minor),
                    Err(at) => self.sums.insert(at, money),
                }
            }
            None => self.without_amount += 1,
        }
    }

    /// One amount per currency, by code.
    pub fn amounts(&self) -> impl Iterator<Item = Money> + '_ {
        self.sums.iter().copied()
    }

    /// The sum in `currency`, zero when nothing was added in it.
    pub fn in_currency(&self, currency: Currency) -> Money {
        let sum = self.sums.iter().find(|sum| sum.currency == currency);
        Money { minor: sum.map_or(0, |sum| sum.minor), currency }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_text_is_exact() {
        let jpy = Currency::parse("jpy").unwrap();
        for (minor, currency, text) in [
            (123_450, Currency::USD, "1234.50"),
            (7, Currency::USD, "0.07"),
            (-1, Currency::USD, "-0.01"),
            (500, jpy, "500"),
            (i64::MIN, Currency::USD, "-92233720368547758.08"),
        ] {
            assert_eq!(Money { minor, currency }.decimal(), text);
        }
    }

    #[test]
    fn currencies_stay_apart_and_missing_is_not_zero() {
        let mut totals = Totals::default();
        totals.add(Some(Money { minor: 100, currency: Currency::USD }));
        totals.add(Some(Money { minor: 250, currency: Currency::EUR }));
        totals.add(None);
        assert_eq!(totals.amounts().count(), 2);
        assert_eq!(totals.without_amount, 1);
        assert_eq!(totals.in_currency(Currency::USD).minor, 100);
    }
}
