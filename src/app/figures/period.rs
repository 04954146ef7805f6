//! The windows people choose by name.
//!
//! Invariant: a window that a named period gives today is shown by that name today.

use crate::app::route::Route;
use crate::domain::funnel::Window;
use chrono::{Datelike, Days, Months, NaiveDate};

/// A window by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// Every day, and what has no date.
    AllTime,
    /// The calendar month of today.
    Month,
    /// The calendar quarter of today.
    Quarter,
    /// The calendar year of today.
    Year,
    /// The twelve months up to today.
    TwelveMonths,
    /// Any other days.
    Custom,
}

impl Period {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] =
        [Self::AllTime, Self::Month, Self::Quarter, Self::Year, Self::TwelveMonths, Self::Custom];

    /// Those that stand for a window by themselves.
    pub const NAMED: [Self; 5] =
        [Self::AllTime, Self::Month, Self::Quarter, Self::Year, Self::TwelveMonths];

    /// Its word where a page asks for it; none for [`Period::Custom`].
    fn word(self) -> Option<&'static str> {
        Some(match self {
            Self::AllTime => "all-time",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::TwelveMonths => "twelve-months",
            Self::Custom => return None,
        })
    }

    /// What a page asks for: a period by its word, or days as the funnel's address has them, such as
    /// `from=2026-01-01&to=2026-03-31`. None for what is neither.
    pub fn asked(words: &str) -> Option<(Self, Window)> {
        let words = words.trim();
        if let Some(named) = Self::NAMED.into_iter().find(|period| period.word() == Some(words)) {
            return Some((named, Window::default()));
        }
        let days = words.rsplit('?').next().unwrap_or_default();
        match Route::parse(&format!("#/funnel?{days}")) {
            Route::Funnel(window) if window != Window::default() => Some((Self::Custom, window)),
            _ => None,
        }
    }

    /// The window it stands for today; none for [`Period::Custom`].
    pub fn window(self, today: NaiveDate) -> Option<Window> {
        let (first, months) = match self {
            Self::AllTime => return Some(Window::default()),
            Self::Month => (today.with_day(1), 1),
            Self::Quarter => {
                let month = today.month0() / 3 * 3 + 1;
                (NaiveDate::from_ymd_opt(today.year(), month, 1), 3)
            }
            Self::Year => (NaiveDate::from_ymd_opt(today.year(), 1, 1), 12),
            Self::TwelveMonths => {
                let first =
                    today.checked_sub_months(Months::new(12))?.checked_add_days(Days::new(1));
                return Some(Window { from: first, to: Some(today) });
            }
            Self::Custom => return None,
        };
        let last = first?.checked_add_months(Months::new(months))?.pred_opt();
        Some(Window { from: first, to: last })
    }

    /// The name of a window today.
    pub fn of(window: Window, today: NaiveDate) -> Self {
        let gives = |period: &Self| period.window(today) == Some(window);
        Self::ALL.into_iter().find(gives).unwrap_or(Self::Custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_of_today_and_back_again() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (today, period, from, to) in [
            ("2026-11-21", Period::Month, "2026-11-01", "2026-11-30"),
            ("2026-12-31", Period::Month, "2026-12-01", "2026-12-31"),
            ("2026-11-21", Period::Quarter, "2026-10-01", "2026-12-31"),
            ("2026-03-01", Period::Quarter, "2026-01-01", "2026-03-31"),
            ("2024-02-29", Period::Year, "2024-01-01", "2024-12-31"),
            ("2024-02-29", Period::TwelveMonths, "2023-03-01", "2024-02-29"),
            ("2026-11-21", Period::TwelveMonths, "2025-11-22", "2026-11-21"),
        ] {
            let window = Window { from: Some(day(from)), to: Some(day(to)) };
            assert_eq!(period.window(day(today)), Some(window), "{period:?} on {today}");
            assert_eq!(Period::of(window, day(today)), period, "{period:?} on {today}");
        }
        let today = day("2026-11-21");
        assert_eq!(Period::of(Window::default(), today), Period::AllTime);
        assert_eq!(Period::of(Window { from: Some(today), to: None }, today), Period::Custom);
    }

    #[test]
    fn a_page_asks_by_a_word_or_by_days() {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        for period in Period::NAMED {
            let word = period.word().unwrap();
            assert_eq!(Period::asked(&format!(" {word} ")), Some((period, Window::default())));
        }
        let quarter = Window { from: day("2026-01-01"), to: day("2026-03-31") };
        for words in ["from=2026-01-01&to=2026-03-31", "#/funnel?from=2026-01-01&to=2026-03-31"] {
            assert_eq!(Period::asked(words), Some((Period::Custom, quarter)), "{words}");
        }
        let since = Window { from: day("2026-01-01"), to: None };
        assert_eq!(Period::asked("from=2026-01-01"), Some((Period::Custom, since)));
        for words in ["", "months", "from=", "from=2026-13-01", "?", "#/contacts?from=x"] {
            assert_eq!(Period::asked(words), None, "{words}");
        }
    }
}
