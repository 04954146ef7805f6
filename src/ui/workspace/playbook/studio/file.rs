//! The playbook as one file: out, out for visitors, and in.

use super::take::Take;
use super::unread::plain;
use crate::app::route::{PlaybookPage, Route};
use crate::domain::playbook::Playbook;
use crate::exchange::csv::sniff::{Encoding, FileKind, sniff};
use crate::exchange::json::FileError;
use crate::exchange::limits::PLAYBOOK_BYTES;
use crate::exchange::playbook_file;
use crate::platform::files;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::MapAny;
use crate::ui::workspace::data::failure::{Cause, Failure};
use crate::ui::workspace::form::focus;
use crate::ui::workspace::icons::{Glyph, Icon};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use web_sys::File;

/// What a file came to.
#[derive(Debug, Clone)]
enum Opened {
    Nothing,
    Failed(Failure),
    Read(Arc<Playbook>),
}

/// The card.
#[component]
pub(super) fn OneFile() -> impl IntoView {
    let context = AppContext::get();
    let (opened, said) = (RwSignal::new(Opened::Nothing), RwSignal::new(String::new()));
    let save = move |for_visitors: bool| {
        let playbook = context.playbook_untracked();
        let (name, file) = if for_visitors {
            (format!("{}.visitor.json", playbook.id), playbook.for_visitors())
        } else {
            (format!("{}.json", playbook.id), (*playbook).clone())
        };
        let taken = context.save_file(&name, "application/json", &playbook_file::write(&file));
        said.set(if taken {
            text::data_exported(&name)
        } else {
            text::data_not_exported().to_owned()
        });
    };
    let input = NodeRef::<leptos::html::Input>::new();
    let choose = move |_| {
        let Some(input) = input.get() else { return };
        let chosen = files::list(input.files()).into_iter().next();
        // The same file can be chosen again after it was corrected.
        input.set_value("");
        let Some(file) = chosen else { return };
        spawn_local(async move {
            let found = match read(&file).await {
                Ok(playbook) => Opened::Read(playbook.into()),
                Err(cause) => Opened::Failed(Failure { file: file.name(), cause }),
            };
            // The view may have been left meanwhile.
            if opened.try_set(found).is_none() {
                request_animation_frame(|| focus("opened"));
            }
        });
    };
    let done = Callback::new(move |(taken,): (bool,)| {
        opened.set(Opened::Nothing);
        if taken {
            context.go(&Route::Playbook(PlaybookPage::Overview));
        } else {
            request_animation_frame(|| focus("one-file"));
        }
    });
    let result = move || match opened.get() {
        Opened::Nothing => None,
        Opened::Failed(failure) => Some(
            view! {
                <div class="banner" data-kind="error" role="alert" id="opened" tabindex="-1">
                    <p class="banner-words">
                        <b>{failure.file.clone()}</b>
                        <span>{plain(&failure.cause)}</span>
                    </p>
                    <details class="disclosure small">
                        <summary>{text::unread_details()}</summary>
                        <p>{failure.place()} " " {failure.words()}</p>
                    </details>
                </div>
            }
            .into_any(),
        ),
        Opened::Read(playbook) => Some(
            view! {
                <div class="studio-item" id="opened" tabindex="-1">
                    <Take playbook done />
                </div>
            }
            .into_any(),
        ),
    };
    view! {
        <section class="card" aria-labelledby="one-file">
            <h2 class="card-title" id="one-file" tabindex="-1">
                {text::file_title()}
            </h2>
            <p class="small quiet">{text::file_text()}</p>
            <div class="actions">
                <button class="btn" type="button" on:click=move |_| save(false)>
                    <Glyph icon=Icon::Download />
                    {text::file_download()}
                </button>
                <button class="btn" type="button" on:click=move |_| save(true)>
                    <Glyph icon=Icon::Download />
                    {text::file_download_visitors()}
                </button>
                <span class="small quiet" role="status">
                    {move || said.get()}
                </span>
            </div>
            <p class="small quiet">{text::file_visitors_text()}</p>
            <div class="actions studio-open">
                <label class="btn">
                    <Glyph icon=Icon::Upload />
                    {text::file_open()}
                    <input
                        class="drop-input"
                        type="file"
                        accept=".json"
                        node_ref=input
                        on:change=choose
                    />
                </label>
                <span class="small quiet">{text::file_open_text()}</span>
            </div>
            {move || result().map_any(|result| result)}
        </section>
    }
}

async fn read(file: &File) -> Result<Playbook, Cause> {
    let too_large = Cause::Json(FileError::TooLarge { limit: PLAYBOOK_BYTES });
    if file.size() > f64::from(u32::try_from(PLAYBOOK_BYTES).unwrap_or(u32::MAX)) {
        return Err(too_large);
    }
    let bytes = files::bytes(file).await.ok_or(Cause::Gone)?;
    let text = match sniff(&bytes) {
        FileKind::Text(Encoding::Utf8) => String::from_utf8_lossy(&bytes).into_owned(),
        FileKind::Text(other) => files::decode(&bytes, other.label(), false).ok_or(Cause::Gone)?,
        FileKind::Binary(binary) => return Err(Cause::Binary(binary)),
        FileKind::Empty => return Err(Cause::Empty),
    };
    playbook_file::read(&text).map_err(Cause::Playbook)
}
