//! Dates as files write them, and how a whole column writes them.
//!
//! Owns the order of day, month and year. Refuses to guess a single date: the order comes from
//! the column, and where the column cannot tell day from month, a person chooses. Invariant: a
//! date read is a day of the years 1970 to 2200; the time of day is left out.

use super::words::{bare, is_blank};
use crate::domain::when::in_reach;
use chrono::NaiveDate;
use std::cmp::Ordering;

/// Which of day and month comes first. Year first (ISO) and named months need no order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayOrder {
    /// `10/20/2016`
    MonthFirst,
    /// `20/10/2016`, `20.10.2016`
    DayFirst,
}

/// How a column writes its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateStyle {
    /// The order it is read in.
    pub order: DayOrder,
    /// How it is known.
    pub certainty: Certainty,
}

/// How the order of a column is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// The column shows it: read the other way, fewer of its values are dates.
    Shown,
    /// It makes no difference to any value.
    Needless,
    /// It reads as well the other way: a person must choose.
    Ambiguous,
}

impl DateStyle {
    /// Guesses from every value of a column.
    ///
    /// The order that fails on fewer values is taken; where both do as well and some value
    /// depends on it, the guess is ambiguous: day first when written with dots or dashes, else
    /// month first.
    ///
    /// ```
    /// use ripen::exchange::import::dates::{Certainty, DateStyle, DayOrder};
    /// let style = DateStyle::guess(["1/2/2016", "10/20/2016"]);
    /// assert_eq!((style.order, style.certainty), (DayOrder::MonthFirst, Certainty::Shown));
    /// assert_eq!(DateStyle::guess(["1/2/2016"]).certainty, Certainty::Ambiguous);
    /// ```
    pub fn guess<'a>(values: impl IntoIterator<Item = &'a str>) -> Self {
        let mut days = Days::default();
        for value in values {
            days.add(value);
        }
        days.guess()
    }
}

/// The values of a column so far, by the orders they can be read in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Days {
    month_fails: usize,
    day_fails: usize,
    depends: bool,
    slashed: bool,
}

impl Days {
    /// Looks at one more value.
    pub(super) fn add(&mut self, value: &str) {
        if is_blank(value) {
            return;
        }
        let month_first = parse(value, DayOrder::MonthFirst);
        let day_first = parse(value, DayOrder::DayFirst);
        self.month_fails += usize::from(month_first.is_none());
        self.day_fails += usize::from(day_first.is_none());
        self.depends |= month_first != day_first;
        self.slashed |= value.contains('/');
    }

    /// How they are written.
    pub(super) fn guess(self) -> DateStyle {
        let month_first = match self.month_fails.cmp(&self.day_fails) {
            Ordering::Less => true,
            Ordering::Greater => false,
            Ordering::Equal => self.slashed || !self.depends,
        };
        let order = if month_first { DayOrder::MonthFirst } else { DayOrder::DayFirst };
        let certainty = match (self.month_fails == self.day_fails, self.depends) {
            (false, _) => Certainty::Shown,
            (true, true) => Certainty::Ambiguous,
            (true, false) => Certainty::Needless,
        };
        DateStyle { order, certainty }
    }
}

/// Reads one date; none when it is no day of the years 1970 to 2200.
///
/// Takes `2016-10-20`, `20161020`, `10/20/2016`, `20.10.16`, `15 Apr, 2021 00:03:00`,
/// `Thu, Apr 15 2021` and ISO timestamps (whose day is the one written, not moved by a zone).
pub fn parse(text: &str, order: DayOrder) -> Option<NaiveDate> {
    let mut parts = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty() && !is_weekday(part));
    let first = parts.next()?;
    if first.len() == 8 && first.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, rest) = first.split_at(4);
        let (month, day) = rest.split_at(2);
        return date(year, month, day);
    }
    let (second, third) = (parts.next()?, parts.next()?);
    if first.len() == 4 && number(first).is_some() {
        date(first, second, before_time(third))
    } else if month(first).is_some() && number(first).is_none() {
        date(third, first, ordinal(second))
    } else if number(second).is_none() {
        date(third, second, ordinal(first))
    } else if order == DayOrder::MonthFirst {
        date(third, first, second)
    } else {
        date(third, second, first)
    }
}

/// Whether a date is another one when it is read the other way round.
pub fn reads_both_ways(text: &str) -> bool {
    let [one, other] = [DayOrder::MonthFirst, DayOrder::DayFirst].map(|order| parse(text, order));
    one.is_some() && other.is_some() && one != other
}

fn date(year: &str, month_text: &str, day: &str) -> Option<NaiveDate> {
    let year = match (year.len(), i32::try_from(number(year)?).ok()?) {
        (4, year) => year,
        // Two digits: the years a sales file can be about.
        (2, year) if year >= 70 => 1900 + year,
        (2, year) => 2000 + year,
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(year, month(month_text)?, number(day)?)?;
    in_reach(date).then_some(date)
}

fn number(text: &str) -> Option<u32> {
    (text.len() <= 4).then(|| text.parse().ok())?
}

/// `15T00` of a timestamp is its `15`.
fn before_time(text: &str) -> &str {
    text.split(['T', 't']).next().unwrap_or(text)
}

/// `15th` is `15`.
fn ordinal(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_ascii_alphabetic())
}

/// A month by number or by the first letters of its English name.
fn month(text: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let name = bare(text);
    let name = if name == "sept" { "sep" } else { &name };
    number(text).or_else(|| {
        let place = NAMES.iter().position(|full| name.len() >= 3 && full.starts_with(name))?;
        u32::try_from(place + 1).ok()
    })
}

fn is_weekday(text: &str) -> bool {
    const DAYS: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let name = bare(text);
    name.len() >= 3 && DAYS.iter().any(|day| day.starts_with(&name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use DayOrder::{DayFirst, MonthFirst};

    #[test]
    fn dates_as_files_write_them() {
        for (text, order, expected) in [
            ("2016-10-20", MonthFirst, "2016-10-20"),
            ("2016-10-20T23:59:00Z", DayFirst, "2016-10-20"),
            ("2016-10-20 23:59", MonthFirst, "2016-10-20"),
            ("2016/1/2", DayFirst, "2016-01-02"),
            ("20161020", DayFirst, "2016-10-20"),
            ("10/20/2016", MonthFirst, "2016-10-20"),
            ("3/1/2017", MonthFirst, "2017-03-01"),
            ("3/1/2017", DayFirst, "2017-01-03"),
            ("20.10.16", DayFirst, "2016-10-20"),
            ("1.2.99", DayFirst, "1999-02-01"),
            ("15 Apr, 2021 00:03:00", MonthFirst, "2021-04-15"),
            ("Thu, 15 April 2021", MonthFirst, "2021-04-15"),
            ("Apr 15th, 2021", DayFirst, "2021-04-15"),
            ("Sept 1 2021", DayFirst, "2021-09-01"),
            ("June 1, 2021", DayFirst, "2021-06-01"),
            ("1-May-21", MonthFirst, "2021-05-01"),
        ] {
            assert_eq!(
                parse(text, order).map(|d| d.to_string()).as_deref(),
                Some(expected),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "soon",
            "2016",
            "2016-13-01",
            "31/31/2016",
            "1969-12-31",
            "2201-01-01",
            "44301",
            "1/2",
            "2/30/2016",
            "1 Foo 2016",
            "é/é/é",
            "1/2/16 2",
            "99999999",
            "1/1/20161",
        ] {
            let expected = (text == "1/2/16 2").then(|| "2016-01-02".to_owned());
            assert_eq!(parse(text, MonthFirst).map(|d| d.to_string()), expected, "{text}");
        }
    }

    #[test]
    fn a_day_there_is_not_reads_no_way() {
        for (text, expected) in [
            ("1/2/2016", true),
            ("31/02/2024", false),
            ("13/13/2024", false),
            ("25/2/2016", false),
            ("5/5/2016", false),
            ("2016-01-02", false),
            ("", false),
        ] {
            assert_eq!(reads_both_ways(text), expected, "{text}");
        }
        assert_eq!(DateStyle::guess(["31/02/2024"]).certainty, Certainty::Needless);
    }

    #[test]
    fn a_whole_column_tells_the_order() {
        for (values, order, certainty) in [
            (vec!["10/20/2016", "1/2/2016"], MonthFirst, Certainty::Shown),
            (vec!["20/10/2016", "1/2/2016", ""], DayFirst, Certainty::Shown),
            (vec!["1/2/2016", "3/4/2016"], MonthFirst, Certainty::Ambiguous),
            (vec!["1.2.2016"], DayFirst, Certainty::Ambiguous),
            (vec!["5/5/2016"], MonthFirst, Certainty::Needless),
            (vec!["2016-01-02", "n/a"], MonthFirst, Certainty::Needless),
            (vec!["10/20/2016", "11/20/2016", "20/11/2016"], MonthFirst, Certainty::Shown),
            (vec![], MonthFirst, Certainty::Needless),
        ] {
            let guess = DateStyle::guess(values.iter().copied());
            assert_eq!(guess, DateStyle { order, certainty }, "{values:?}");
        }
    }
}
