//! A moment as it is known: to the millisecond, or only the day.
//!
//! Invariant: a day-only date stays a day; no time zone can move it.

use chrono::{DateTime, NaiveDate, SecondsFormat, TimeZone, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// A moment (`2026-11-21T09:30:00.000Z`) or a day (`2026-11-21`), in JSON as that text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// A moment, recorded by this app.
    Instant(DateTime<Utc>),
    /// A day, as most files carry it.
    Day(NaiveDate),
}

impl When {
    /// The day it falls on in `zone`.
    ///
    /// ```
    /// use chrono::{FixedOffset, NaiveDate, TimeZone, Utc};
    /// use ripen::domain::when::When;
    /// let late = When::Instant(Utc.with_ymd_and_hms(2026, 11, 21, 23, 30, 0).unwrap());
    /// let brussels = FixedOffset::east_opt(3600).unwrap();
    /// assert_eq!(late.day(&brussels), NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
    /// ```
    pub fn day<Z: TimeZone>(&self, zone: &Z) -> NaiveDate {
        match self {
            Self::Instant(at) => at.with_timezone(zone).date_naive(),
            Self::Day(day) => *day,
        }
    }

    /// Reads either form; `None` for anything else or a year outside 1970–2200.
    pub fn parse(text: &str) -> Option<Self> {
        let when = if text.len() == 10 {
            Self::Day(read_day(text)?)
        } else {
            Self::Instant(to_the_millisecond(
                DateTime::parse_from_rfc3339(text).ok()?.with_timezone(&Utc),
            ))
        };
        in_reach(when.day(&Utc)).then_some(when)
    }
}

/// Cuts what is finer than a millisecond: it is not written, so it must not be kept either.
fn to_the_millisecond(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at.timestamp_millis()).unwrap_or(at)
}

/// Reads a day in its one written form, `2026-11-21`; `None` for anything else.
pub fn read_day(text: &str) -> Option<NaiveDate> {
    let bytes: [u8; 10] = text.as_bytes().try_into().ok()?;
    let number = |from: usize, to: usize| {
        bytes[from..to].iter().try_fold(0, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let day = NaiveDate::from_ymd_opt(number(0, 4)?.cast_signed(), number(5, 7)?, number(8, 10)?);
    day.filter(|_| (bytes[4], bytes[7]) == (b'-', b'-'))
}

/// [`read_day`] for serde. What chrono reads itself is wider, and weighs more than the widget's
/// whole wizard.
pub(super) fn deserialize_day<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    let text = String::deserialize(from)?;
    read_day(&text).ok_or_else(|| D::Error::custom("no day of the form 2026-11-21"))
}

/// A day in its written form.
#[derive(Deserialize)]
struct Written(#[serde(deserialize_with = "deserialize_day")] NaiveDate);

/// [`deserialize_day`] for a day that may be missing.
pub(super) fn deserialize_some_day<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<NaiveDate>, D::Error> {
    Ok(Option::<Written>::deserialize(from)?.map(|day| day.0))
}

/// [`deserialize_some_day`] for a list of things with their days.
pub(super) fn deserialize_dated<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<Vec<(T, Option<NaiveDate>)>, D::Error> {
    let list = Vec::<(T, Option<Written>)>::deserialize(from)?.into_iter();
    Ok(list.map(|(thing, day)| (thing, day.map(|day| day.0))).collect())
}

/// [`deserialize_some_day`] for a thing with its day, which may both be missing.
pub(super) fn deserialize_some_dated<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<Option<(T, Option<NaiveDate>)>, D::Error> {
    let one = Option::<(T, Option<Written>)>::deserialize(from)?;
    Ok(one.map(|(thing, day)| (thing, day.map(|day| day.0))))
}

/// Whether the year is one this app works with, 1970 to 2200.
pub fn in_reach(day: NaiveDate) -> bool {
    use chrono::Datelike;
    (1970..=2200).contains(&day.year())
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Instant(at) => to.serialize_str(&at.to_rfc3339_opts(SecondsFormat::Millis, true)),
            Self::Day(day) => to.collect_str(day),
        }
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| {
            D::Error::custom(format_args!("`{text}` is no date between 1970 and 2200"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_survive_the_way_out_and_back() {
        for text in ["\"2026-11-21\"", "\"2026-11-21T09:30:00.120Z\""] {
            let when: When = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&when).unwrap(), text);
        }
    }

    #[test]
    fn what_is_finer_than_a_millisecond_is_cut() {
        let fine = When::parse("2026-11-21T09:30:00.120789Z");
        assert_eq!(fine, When::parse("2026-11-21T09:30:00.120Z"));
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", "yesterday", "2026-13-01", "1969-12-31", "2201-01-01", "9999999999"] {
            assert_eq!(When::parse(text), None, "{text}");
        }
    }
}
