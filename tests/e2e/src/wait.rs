//! Trying again until it works, or until a person would have given up.

use std::time::{Duration, Instant};

use anyhow::Result;

/// How long a person is made to wait at most.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);

/// The pause between two attempts.
const PAUSE: Duration = Duration::from_millis(40);

/// Repeats an attempt until it gives a value; its last failure otherwise.
pub(crate) async fn until<T>(
    patience: Duration,
    mut attempt: impl AsyncFnMut() -> Result<T>,
) -> Result<T> {
    let deadline = Instant::now() + patience;
    loop {
        match attempt().await {
            Err(_) if Instant::now() < deadline => tokio::time::sleep(PAUSE).await,
            outcome => return outcome,
        }
    }
}
