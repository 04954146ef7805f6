//! What was just done, and the ways back: undo, redo and the message that offers them.

use super::icons::{Glyph, Icon};
use super::{playbook, words};
use crate::app::route::Route;
use crate::app::workspace::{Deed, Step};
use crate::platform::intl;
use crate::ui::context::{AppContext, Notice};
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::MapAny;
use crate::ui::workspace::shown::Shown;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long a message stays, in milliseconds.
const NOTICE_TIME: u32 = 8_000;

/// Undo and redo: of the draft where the playbook is edited, else of what was done with contacts.
#[component]
pub(super) fn UndoButtons() -> impl IntoView {
    let context = AppContext::get();
    let deed = |deed: Option<Deed>| deed.map(|deed| words::deed(deed).to_owned());
    let to_undo = Memo::new(move |_| {
        if edits_playbook(context) {
            return context.editor.with(|editor| editor.to_undo().map(playbook::words::label));
        }
        deed(context.workspace.with(|w| w.next_step(Step::Back).map(|a| a.label)))
    });
    let to_redo = Memo::new(move |_| {
        if edits_playbook(context) {
            return context.editor.with(|editor| editor.to_redo().map(playbook::words::label));
        }
        deed(context.workspace.with(|w| w.next_step(Step::Forth).map(|a| a.label)))
    });
    view! {
        <Shown when=move || to_redo.with(Option::is_some)>
            <button class="btn btn-small undo" type="button" on:click=move |_| redo(context)>
                {text::redo()}
                <span class="visually-hidden">": "</span>
                <span class="quiet undo-what">{move || to_redo.get()}</span>
            </button>
        </Shown>
        <Shown when=move || to_undo.with(Option::is_some)>
            <button class="btn btn-small undo" type="button" on:click=move |_| undo(context)>
                <Glyph icon=Icon::Undo />
                {text::undo()}
                <span class="visually-hidden">": "</span>
                <span class="quiet undo-what">{move || to_undo.get()}</span>
            </button>
        </Shown>
    }
}

fn edits_playbook(context: AppContext) -> bool {
    context.route.with(|route| matches!(route, Route::Playbook(_)))
}

fn undo(context: AppContext) {
    if untrack(|| edits_playbook(context)) { context.undo_edit() } else { context.undo() }
}

fn redo(context: AppContext) {
    if untrack(|| edits_playbook(context)) { context.redo_edit() } else { context.redo() }
}

/// Says what was just done, for a while, with its undo.
#[component]
pub(super) fn Toast() -> impl IntoView {
    let context = AppContext::get();
    let turn = StoredValue::new(0_u32);
    Effect::new(move |_| {
        // Who cleared the browser's data looks elsewhere: that stays until it is read.
        if matches!(context.notice.get(), None | Some(Notice::StoredAgain)) {
            turn.update_value(|turn| *turn += 1);
            return;
        }
        let mine = turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        spawn_local(async move {
            TimeoutFuture::new(NOTICE_TIME).await;
            if turn.try_get_value() == mine {
                context.dismiss_notice();
            }
        });
    });
    view! {
        <div class="toasts" role="status">
            {move || {
                context
                    .notice
                    .get()
                    .map_any(|notice| {
                        let (message, back) = said(notice);
                        // The buttons on top lead back as well.
                        let brief = back.is_some_and(|back| !matches!(back, Back::Former | Back::Heard));
                        let button = back
                            .map_any(|back| {
                                let name = match back {
                                    Back::Undo | Back::UndoEdit => text::undo().to_owned(),
                                    Back::Redo | Back::RedoEdit => text::redo().to_owned(),
                                    Back::Heard => text::data_dismiss().to_owned(),
                                    Back::Former => text::studio_switch_back().to_owned(),
                                    Back::Version(n) => text::pb_go_back_to(n),
                                };
                                view! {
                                    <button
                                        class="link"
                                        type="button"
                                        on:click=move |_| back.go(context)
                                    >
                                        {name}
                                    </button>
                                }
                            });
                        view! {
                            <div class="toast" data-brief=brief.then_some("")>
                                <span>{message}</span>
                                {button}
                            </div>
                        }
                    })
            }}
        </div>
    }
}

/// The way back from what was just done.
#[derive(Debug, Clone, Copy)]
enum Back {
    Undo,
    Redo,
    UndoEdit,
    RedoEdit,
    Former,
    Version(u32),
    /// None: it was read.
    Heard,
}

impl Back {
    fn go(self, context: AppContext) {
        match self {
            Self::Undo => context.undo(),
            Self::Redo => context.redo(),
            Self::UndoEdit => context.undo_edit(),
            Self::RedoEdit => context.redo_edit(),
            Self::Former => context.switch_back(),
            Self::Heard => context.dismiss_notice(),
            Self::Version(_) => context.go_back_a_version(),
        }
    }
}

/// How many were told of an organisation, and how many kept what they had.
fn spread(changed: usize, kept: usize) -> String {
    let changed = match changed {
        1 => text::spread_to_one().to_owned(),
        n => text::spread_to(intl::count(n)),
    };
    match kept {
        0 => changed,
        1 => changed + " " + text::spread_kept_one(),
        n => changed + " " + &text::spread_kept(intl::count(n)),
    }
}

/// A notice in words, with the way back.
fn said(notice: Notice) -> (String, Option<Back>) {
    let what = |deed: Deed, n: usize| match n {
        0 | 1 => words::deed(deed).to_owned(),
        _ => text::did_count(words::deed(deed), intl::count(n)),
    };
    match notice {
        Notice::Did(deed, n) => (what(deed, n), Some(Back::Undo)),
        Notice::Spread(changed, kept) => (spread(changed, kept), Some(Back::Undo)),
        Notice::Undid(deed, n) => (text::undid(what(deed, n)), Some(Back::Redo)),
        Notice::Redid(deed, n) => (text::redid(what(deed, n)), Some(Back::Undo)),
        Notice::Edited(label) => (playbook::words::label(&label), Some(Back::UndoEdit)),
        Notice::UndidEdit(label) => {
            (text::undid(playbook::words::label(&label)), Some(Back::RedoEdit))
        }
        Notice::RedidEdit(label) => {
            (text::redid(playbook::words::label(&label)), Some(Back::UndoEdit))
        }
        Notice::Published(version, earlier) => {
            (text::pb_published(version), Some(Back::Version(earlier.revision)))
        }
        Notice::SavedAs(file) => (text::data_saved_as(file), None),
        Notice::Deleted => (text::data_deleted().to_owned(), None),
        Notice::StoredAgain => (text::stored_again().to_owned(), Some(Back::Heard)),
        Notice::Reset => (text::data_reset_done().to_owned(), None),
        Notice::Erased => (text::erased_notice().to_owned(), None),
        Notice::Switched(title) => (text::studio_switched(title), Some(Back::Former)),
    }
}
