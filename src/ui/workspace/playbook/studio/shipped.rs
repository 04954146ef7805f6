//! The files that ship, fetched from beside the page.

use crate::app::packs::{OVERLAYS, PACKS};
use crate::domain::playbook::{Overlay, Playbook};
use crate::exchange::limits::PLAYBOOK_BYTES;
use crate::exchange::playbook_file::PlaybookError;
use crate::exchange::{overlay_file, playbook_file};
use crate::platform::fetch::{self, FetchError};
use crate::platform::intl;
use crate::ui::text::workspace as text;
use crate::ui::workspace::data::failure::playbook_words;
use std::sync::Arc;

/// All that ships, and why some of it is not there.
#[derive(Debug, Clone, Default)]
pub(in crate::ui::workspace) struct Shipped {
    /// The playbooks.
    pub(in crate::ui::workspace) packs: Vec<Arc<Playbook>>,
    /// The overlays.
    pub(super) overlays: Vec<Arc<Overlay>>,
    /// What was not read, and why: files by reason.
    failures: Vec<(String, Vec<&'static str>)>,
}

impl Shipped {
    /// What was not read, in words; files that one reason holds for are named together.
    pub(super) fn failures(&self) -> impl Iterator<Item = String> {
        self.failures.iter().map(|(why, paths)| text::studio_err_files(paths.join(", "), why))
    }

    fn failed(&mut self, path: &'static str, why: String) {
        match self.failures.iter_mut().find(|(known, _)| *known == why) {
            Some((_, paths)) => paths.push(path),
            None => self.failures.push((why, vec![path])),
        }
    }
}

/// Reads everything that ships.
pub(in crate::ui::workspace) async fn load() -> Shipped {
    let mut shipped = Shipped::default();
    for path in PACKS {
        match read(path, playbook_file::read).await {
            Ok(pack) => shipped.packs.push(pack.into()),
            Err(why) => shipped.failed(path, why),
        }
    }
    for path in OVERLAYS {
        match read(path, |text| overlay_file::read(text).map_err(PlaybookError::File)).await {
            Ok(overlay) => shipped.overlays.push(overlay.into()),
            Err(why) => shipped.failed(path, why),
        }
    }
    shipped
}

async fn read<T>(
    path: &'static str,
    read: impl Fn(&str) -> Result<T, PlaybookError>,
) -> Result<T, String> {
    let text = fetch::text(path, PLAYBOOK_BYTES).await.map_err(not_fetched)?;
    read(&text).map_err(|error| playbook_words(&error))
}

fn not_fetched(error: FetchError) -> String {
    match error {
        FetchError::Unreachable => text::studio_err_unreachable().to_owned(),
        FetchError::Missing(status) => text::studio_err_missing(intl::count(status.into())),
        FetchError::TooLarge => text::studio_err_too_large().to_owned(),
        FetchError::NoText => text::studio_err_no_text().to_owned(),
    }
}
