//! The clock and randomness, for the floors that must not have them.

use chrono::{DateTime, Local, NaiveDate, NaiveTime, Utc};
use gloo_timers::future::TimeoutFuture;
use uuid::Uuid;

/// Now, by this device's clock.
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// Today in the browser's time zone.
pub fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// Waits until the next day begins in the browser's time zone, or a little longer.
pub async fn midnight() {
    let now = Local::now();
    let past = now.time().signed_duration_since(NaiveTime::MIN).num_milliseconds();
    // A day on which clocks are put back is longer: then it is looked an hour early, and again at
    // midnight.
    let left = u32::try_from(86_400_000 - past).unwrap_or(0);
    TimeoutFuture::new(left.max(60_000)).await;
}

/// Milliseconds since 1970.
pub fn millis() -> u64 {
    u64::try_from(now().timestamp_millis()).unwrap_or(0)
}

/// A moment by its milliseconds since 1970; now for one that no calendar has.
pub fn at(millis: u64) -> DateTime<Utc> {
    let at = i64::try_from(millis).ok().and_then(DateTime::from_timestamp_millis);
    at.unwrap_or_else(now)
}

/// Ten random bytes from the browser's secure source.
pub fn random() -> [u8; 10] {
    let (a, b) = (Uuid::new_v4().into_bytes(), Uuid::new_v4().into_bytes());
    // Bytes 6 and 8 of a UUIDv4 hold its version and variant; the first five are all random.
    [a[0], a[1], a[2], a[3], a[4], b[0], b[1], b[2], b[3], b[4]]
}
