//! The drop zone: files dropped anywhere in the view, or chosen.

use super::super::icons::{Glyph, Icon};
use super::banner::Outcome;
use super::load::{Chosen, Here, Loaded, load};
use super::{Desk, Page, ripen};
use crate::platform::files;
use crate::ui::context::{AppContext, SaveState};
use crate::ui::text::workspace as text;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use web_sys::{DragEvent, File, HtmlInputElement};

/// Endings of the files that are offered to be chosen.
const ENDINGS: &str = ".csv,.tsv,.txt,.json";

/// Takes files that are dropped anywhere while the view is open; the browser would leave the page
/// for them otherwise.
pub(super) fn take_dropped_files(desk: Desk) {
    let context = AppContext::get();
    let over = window_event_listener(leptos::ev::dragover, |event| {
        if carries_files(&event) {
            event.prevent_default();
        }
    });
    let drop = window_event_listener(leptos::ev::drop, move |event| {
        if carries_files(&event) {
            event.prevent_default();
            let dropped = event.data_transfer().and_then(|transfer| transfer.files());
            take(desk, context, chosen(files::list(dropped)));
        }
    });
    on_cleanup(move || {
        over.remove();
        drop.remove();
    });
}

/// Whether files are dragged, and not a text into a field.
fn carries_files(event: &DragEvent) -> bool {
    let kinds = event.data_transfer().map(|transfer| transfer.types());
    kinds.is_some_and(|kinds| kinds.includes(&"Files".into(), 0))
}

/// Files, chosen or dropped.
pub(super) fn chosen(files: Vec<File>) -> Vec<Chosen> {
    files.into_iter().map(Chosen::File).collect()
}

/// Reads what was chosen and shows what it would change.
pub(super) fn take(desk: Desk, context: AppContext, chosen: Vec<Chosen>) {
    let read_only = context.saving.get_untracked() == SaveState::ReadOnly;
    if chosen.is_empty() || read_only || desk.is_busy() {
        return;
    }
    desk.outcome.set(None);
    desk.page.set(Page::Home);
    desk.cancelled.set(false);
    spawn_local(async move {
        let here = Here {
            playbook: context.playbook_untracked(),
            currency: context.currency_untracked(),
            workspace: context.name(),
        };
        let reading = |reading| drop(desk.reading.try_set(Some(reading)));
        // Whoever left the view is no longer waited for.
        let cancelled = || desk.cancelled.try_get_untracked() != Some(false);
        let mut loaded = load(chosen, &here, reading, cancelled).await;
        if let Ok(Some(Loaded::Ripen(incoming))) = &mut loaded {
            ripen::weigh(context, incoming).await;
        }
        if desk.reading.try_set(None).is_some() {
            // The view was left meanwhile.
            return;
        }
        match loaded {
            Ok(None) => desk.conclude(Outcome::Cancelled),
            Ok(Some(Loaded::Tables(tables))) => desk.show(Page::Tables(Arc::new(tables))),
            Ok(Some(Loaded::Ripen(incoming))) => desk.show(Page::Ripen(incoming.into())),
            Ok(Some(Loaded::Case(file, case))) => desk.show(Page::Case { file, case: case.into() }),
            Ok(Some(Loaded::Playbook(file, playbook))) => {
                let (title, revision) = (playbook.title.clone(), playbook.revision);
                desk.conclude(Outcome::Playbook { file, title, revision });
            }
            Err(failures) => desk.conclude(Outcome::Failed(failures)),
        }
    });
}

/// The card to drop files on.
#[component]
pub(super) fn BringIn() -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::get());
    let read_only = move || context.saving.get() == SaveState::ReadOnly;
    let reading =
        Memo::new(move |_| desk.reading.with(|reading| Some(reading.as_ref()?.name.clone())));
    view! {
        <section class="card" aria-labelledby="bring-in">
            <div class="card-head">
                <h2 class="card-title" id="bring-in">
                    {text::data_bring_in()}
                </h2>
                <p class="small quiet" role="status">
                    {move || reading.get().map(text::data_reading)}
                </p>
            </div>
            <Shown when=move || reading.with(Option::is_some)>
                <Progress />
            </Shown>
            <Shown
                when=move || !read_only()
                fallback=|| view! { <p>{text::data_bring_in_read_only()}</p> }
            >
                <DropZone />
                <super::paste::PasteField />
            </Shown>
            </section>
    }
}

/// How far reading is, and a way to stop it.
#[component]
fn Progress() -> impl IntoView {
    let desk = Desk::get();
    let done = move || desk.reading.with(|reading| reading.as_ref().map_or((0, 0), |r| r.done));
    // Without a value the bar says that something is going on.
    let value = move || Some(done()).filter(|(_, all)| *all > 0).map(|(n, _)| n.to_string());
    view! {
        <div class="progress-line">
            <progress
                class="bar"
                max=move || done().1.max(1)
                value=value
                aria-label=text::data_reading_progress()
            ></progress>
            <button class="btn btn-small" type="button" on:click=move |_| desk.cancelled.set(true)>
                {text::data_stop_reading()}
            </button>
        </div>
    }
}

#[component]
fn DropZone() -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::get());
    // Each part inside the zone that is entered and left again counts, so that it does not flicker.
    let inside = RwSignal::new(0_i32);
    let input = NodeRef::<leptos::html::Input>::new();
    let choose = move |input: HtmlInputElement| {
        let chosen = files::list(input.files());
        // The same files can be chosen again after they were corrected.
        input.set_value("");
        take(desk, context, self::chosen(chosen));
    };
    view! {
        <div
            class="drop"
            data-over=move || (inside.get() > 0).then_some("true")
            on:dragenter=move |_| inside.update(|n| *n += 1)
            on:dragleave=move |_| inside.update(|n| *n -= 1)
            on:drop=move |_| inside.set(0)
        >
            <Glyph icon=Icon::Upload />
            <p>
                <b>{text::data_drop()}</b>
            </p>
            <p class="quiet small">{text::data_drop_text()}</p>
            <label class="btn">
                {text::data_choose()}
                <input
                    class="drop-input"
                    type="file"
                    multiple
                    accept=ENDINGS
                    node_ref=input
                    on:change=move |_| {
                        if let Some(input) = input.get() {
                            choose(input);
                        }
                    }
                />
            </label>
        </div>
    }
}
