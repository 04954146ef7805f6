//! Long work in slices: after each the page gets to draw and to hear.
//!
//! Invariant: whoever asks often enough never keeps the page longer than a slice.

use crate::platform::clock;
use gloo_timers::future::TimeoutFuture;

/// How long the page may be kept, in milliseconds. Waiting costs up to four.
const SLICE: u64 = 24;

/// When the page was last let go.
#[derive(Debug)]
pub(super) struct Slices {
    since: u64,
}

impl Slices {
    /// Begins a slice.
    pub(super) fn new() -> Self {
        Self { since: clock::millis() }
    }

    /// Lets the page go where this slice is over; says whether it was.
    pub(super) async fn breathe(&mut self) -> bool {
        // A clock that was set back ends it, too.
        let is_over = !(self.since..self.since + SLICE).contains(&clock::millis());
        if is_over {
            self.pause().await;
        }
        is_over
    }

    /// Lets the page go, so that what was just said is drawn.
    pub(super) async fn pause(&mut self) {
        TimeoutFuture::new(0).await;
        self.since = clock::millis();
    }
}
