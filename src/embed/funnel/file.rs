//! The contacts of an exported file.

use super::read::SLICE;
use crate::app::workspace::Workspace;
use crate::domain::held::Held;
use crate::domain::when::When;
use crate::exchange::json::FileError;
use crate::exchange::workspace_file::Reader;
use crate::platform::clock;
use crate::ui::funnel::alone::Wrong;
use gloo_timers::future::TimeoutFuture;
use std::sync::Arc;

/// How long the page may be kept, in milliseconds.
const AT_ONCE: u64 = 24;

/// Reads an export; gives the moment it was made, too.
///
/// A table of contacts tells where they stand and not how they came there: it is refused.
pub(super) async fn read(text: &str) -> Result<(Workspace, When), Wrong> {
    let mut reader = Reader::new(text);
    let mut since = clock::millis();
    while reader.read() {
        if !(since..since + AT_ONCE).contains(&clock::millis()) {
            TimeoutFuture::new(0).await;
            since = clock::millis();
        }
    }
    let file = reader.finish().map_err(|error| match error {
        FileError::Newer(_) => Wrong::NewerFile,
        _ => Wrong::NoExport,
    })?;
    let mut workspace = Workspace::new(Arc::new(file.playbook));
    let erased = file.erased.into_iter().map(|id| (id, Held::Erased));
    let mut all = erased.chain(file.contacts.into_iter().map(|(id, log)| (id, log.into())));
    loop {
        let slice: Vec<_> = all.by_ref().take(SLICE).collect();
        if slice.is_empty() {
            return Ok((workspace, file.exported_at));
        }
        workspace.take_in_all(slice);
        TimeoutFuture::new(0).await;
    }
}
