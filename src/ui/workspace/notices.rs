//! What was just done, and the ways back: undo, redo and the message that offers them.

use super::icons::{Glyph, Icon};
use super::{playbook, words};
use crate::app::route::Route;
use crate::app::workspace::{Arrived, Deed, Step};
use crate::domain::ids::ContactId;
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
/// How long a change of the view may be part of what was done, in milliseconds.
const SETTLING: u32 = 1_000;

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

/// Says what was just done, for a while, with its undo: until the person goes to another view.
#[component]
pub(super) fn Toast() -> impl IntoView {
    let context = AppContext::get();
    // Each is told by a number of its own, also where the same is said again.
    let told = Memo::new(move |before: Option<&(u32, Option<Notice>)>| {
        (before.map_or(0, |(turn, _)| turn.wrapping_add(1)), context.notice.get())
    });
    let settled = StoredValue::new(None);
    // Who cleared the browser's data looks elsewhere: that stays until it is read.
    let stays = move || told.with_untracked(|(_, now)| *now == Some(Notice::StoredAgain));
    Effect::new(move |_| {
        let (mine, Some(_)) = told.get() else { return };
        if stays() {
            return;
        }
        let still = move || told.try_with_untracked(|(turn, _)| *turn) == Some(mine);
        spawn_local(async move {
            TimeoutFuture::new(SETTLING).await;
            // Nobody is left to tell when the page is gone by now.
            let _ = settled.try_set_value(Some(mine));
            TimeoutFuture::new(NOTICE_TIME - SETTLING).await;
            if still() {
                context.dismiss_notice();
            }
        });
    });
    // What is listed in a view is no other view.
    let view = Memo::new(move |_| {
        let address = context.route.with(Route::address);
        address.split_once('?').map_or(address.clone(), |(view, _)| view.to_owned())
    });
    Effect::new(move |first: Option<()>| {
        view.with(|_| ());
        let turn = told.with_untracked(|(turn, _)| *turn);
        if first.is_some() && settled.get_value() == Some(turn) && !stays() {
            context.dismiss_notice();
        }
    });
    // What it leads back from may go without a word: the contact was erased in another page.
    let steps = Memo::new(move |_| {
        let step = |step| context.workspace.with(|all| all.next_step(step).map(|it| it.batch));
        (step(Step::Back), step(Step::Forth))
    });
    Effect::new(move |before: Option<(u32, _)>| {
        let now = (told.with(|(turn, _)| *turn), steps.get());
        if before.is_some_and(|before| before.0 == now.0 && before.1 != now.1) && !stays() {
            context.dismiss_notice();
        }
        now
    });
    // In two places by turns: what is said next is a new element, announced and shown from its
    // beginning, never the former one with other words.
    let place = move |odd: u32| {
        told.with(|(turn, notice)| (turn % 2 == odd).then(|| notice.clone()).flatten())
            .map_any(|notice| toast(context, notice))
    };
    view! {
        <div class="toasts" role="status">
            {move || place(0)}
            {move || place(1)}
        </div>
    }
}

/// One notice, with its way back.
fn toast(context: AppContext, notice: Notice) -> impl IntoView {
    let (message, back) = said(context, notice);
    // The buttons on top lead back as well.
    let brief =
        back.is_some_and(|back| !matches!(back, Back::Former | Back::Heard | Back::Show(_)));
    let button = back.map_any(|back| {
        let name = match back {
            Back::Undo | Back::UndoEdit => text::undo().to_owned(),
            Back::Redo | Back::RedoEdit => text::redo().to_owned(),
            Back::Heard => text::data_dismiss().to_owned(),
            Back::Former => text::studio_switch_back().to_owned(),
            Back::Show(_) => text::arrived_show().to_owned(),
            Back::Version(n) => text::pb_go_back_to(n),
        };
        view! {
            <button class="link" type="button" on:click=move |_| back.go(context)>
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
    /// None: it leads to whom it is about.
    Show(ContactId),
}

impl Back {
    fn go(self, context: AppContext) {
        match self {
            Self::Undo => context.undo(),
            Self::Redo => context.redo(),
            Self::UndoEdit => context.undo_edit(),
            Self::RedoEdit => context.redo_edit(),
            Self::Former => context.switch_back(),
            Self::Version(_) => context.go_back_a_version(),
            Self::Heard => context.dismiss_notice(),
            Self::Show(id) => context.go(&Route::Contact(id)),
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

/// Who came, or said something else, by name where it is one.
fn arrived(context: AppContext, arrived: &Arrived) -> (String, Option<Back>) {
    let name = |id: &ContactId| {
        let of = |id| context.workspace.with_untracked(|all| all.contact(id).map(words::name));
        of(*id).map(|(name, _)| name).unwrap_or_default()
    };
    let Arrived { new, changed } = arrived;
    let came = words::counted(new.len(), text::arrived_one(), text::arrived);
    let changes = words::counted(changed.len(), text::arrived_changed_one(), text::arrived_changed);
    match (new.as_slice(), changed.as_slice()) {
        ([one], []) => (text::arrived_named(came, name(one)), Some(Back::Show(*one))),
        ([], [one]) => (text::arrived_named(changes, name(one)), Some(Back::Show(*one))),
        (_, []) => (came, None),
        ([], _) => (changes, None),
        _ => (came + ". " + &changes, None),
    }
}

/// A notice in words, with the way back.
fn said(context: AppContext, notice: Notice) -> (String, Option<Back>) {
    let what = |deed: Deed, n: usize| match n {
        0 | 1 => words::deed(deed).to_owned(),
        _ => text::did_count(words::deed(deed), intl::count(n)),
    };
    match notice {
        Notice::StoredAgain => (text::stored_again().to_owned(), Some(Back::Heard)),
        Notice::Did(deed, n) => (what(deed, n), Some(Back::Undo)),
        Notice::Spread(changed, kept) => (spread(changed, kept), Some(Back::Undo)),
        Notice::Arrived(told) => arrived(context, &told),
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
        Notice::Reset => (text::data_reset_done().to_owned(), None),
        Notice::Erased => (text::erased_notice().to_owned(), None),
        Notice::Switched(title) => (text::studio_switched(title), Some(Back::Former)),
    }
}
