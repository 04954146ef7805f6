//! The stretch of time a funnel looks at.

use crate::domain::when::When;
use chrono::{DateTime, Days, NaiveDate, TimeDelta, TimeZone, Utc};

/// The days that count, both ends included; an open end has no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

impl Window {
    /// Whether every day counts, and so what has no date counts too.
    fn is_all_time(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether a moment counts; what has no date counts in all time alone.
    pub fn contains<Z: TimeZone>(&self, when: Option<When>, zone: &Z) -> bool {
        self.bounds(zone).contain(when)
    }

    /// The window as moments in `zone`, for asking about many moments: a browser takes its time
    /// to say which day a moment falls on.
    pub fn bounds<Z: TimeZone>(&self, zone: &Z) -> Bounds {
        let after = self.to.map(|to| to.checked_add_days(Days::new(1)).unwrap_or(to));
        Bounds {
            window: *self,
            start: self.from.map(|day| first_moment(day, zone)),
            end: after.map(|day| first_moment(day, zone)),
        }
    }
}

/// A [`Window`] whose days are found out once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    window: Window,
    start: Option<DateTime<Utc>>,
    end: Option<DateTime<Utc>>,
}

impl Bounds {
    /// Whether a moment counts; what has no date counts in all time alone.
    pub fn contain(&self, when: Option<When>) -> bool {
        let Window { from, to } = self.window;
        match when {
            _ if self.window.is_all_time() => true,
            None => false,
            Some(When::Day(day)) => from.is_none_or(|d| day >= d) && to.is_none_or(|d| day <= d),
            Some(When::Instant(at)) => {
                self.start.is_none_or(|start| at >= start) && self.end.is_none_or(|end| at < end)
            }
        }
    }
}

/// The moment a day begins in `zone`: midnight, or where clocks skip it, the first one after.
fn first_moment<Z: TimeZone>(day: NaiveDate, zone: &Z) -> DateTime<Utc> {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    let half_hours =
        (0..48).filter_map(|n| midnight.checked_add_signed(TimeDelta::minutes(30 * n)));
    let mut moments = half_hours.filter_map(|time| zone.from_local_datetime(&time).earliest());
    moments.next().map_or_else(|| midnight.and_utc(), |moment| moment.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::FixedOffset;

    #[test]
    fn bounds_agree_with_the_day_a_moment_falls_on() {
        let day = |text: &str| text.parse().ok();
        let windows = [
            Window::default(),
            Window { from: day("2026-11-01"), to: day("2026-11-30") },
            Window { from: day("2026-11-21"), to: None },
            Window { from: None, to: day("2026-11-21") },
            Window { from: day("2026-11-22"), to: day("2026-11-20") },
        ];
        let moments =
            (0..2_000).filter_map(|n| DateTime::from_timestamp(1_793_000_000 + 3_600 * n, 0));
        let moments: Vec<_> = moments.collect();
        for offset in [-43_200, -12_600, 0, 3_600, 50_400] {
            let zone = FixedOffset::east_opt(offset).unwrap();
            for window in windows {
                let bounds = window.bounds(&zone);
                for at in &moments {
                    let day = When::Instant(*at).day(&zone);
                    let expected = bounds.contain(Some(When::Day(day)));
                    assert_eq!(bounds.contain(Some(When::Instant(*at))), expected, "{at} {offset}");
                }
                assert_eq!(bounds.contain(None), window.is_all_time());
            }
        }
    }
}
