//! Deleting everything of this workspace, after asking.

use super::super::form::focus;
use super::{Desk, export};
use crate::app::workspace::Workspace;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::ThenAny;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;

/// The card that offers to delete everything; in the demo, to begin it anew.
#[component]
pub(super) fn DeleteEverything() -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::get());
    let open = RwSignal::new(false);
    let demo = context.is_demo();
    let count = Memo::new(move |_| context.workspace.with(Workspace::count));
    let about = if demo { text::data_reset_text() } else { text::data_delete_text() };
    view! {
        <section class="card danger" aria-labelledby="delete">
            <h2 class="card-title" id="delete">
                {if demo { text::data_reset() } else { text::data_delete() }}
            </h2>
            <p class="small">{about}</p>
            <div class="actions">
                <button
                    class="btn btn-danger"
                    id="delete-button"
                    type="button"
                    on:click=move |_| {
                        desk.exported.set(String::new());
                        open.set(true);
                    }
                >
                    {if demo { text::data_reset_button() } else { text::data_delete_button() }}
                </button>
            </div>
        </section>
        <Shown when=move || open.get()>
            <Confirm open demo count />
        </Shown>
    }
}

/// Asks before everything is deleted.
#[component]
fn Confirm(open: RwSignal<bool>, demo: bool, count: Memo<usize>) -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::get());
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            // It is not open yet, so the browser has no reason to refuse.
            let _ = dialog.show_modal();
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let closed = move || {
        open.set(false);
        // Behind an open dialog nothing can take the focus: it has to be gone first.
        request_animation_frame(|| focus("delete-button"));
    };
    let attention = context.attention.with_untracked(Vec::len);
    let what = move || {
        let contacts = match count.get() {
            1 => text::count_one().to_owned(),
            n => text::count_all(intl::count(n)),
        };
        if demo { text::data_reset_what(contacts) } else { text::data_delete_what(contacts) }
    };
    view! {
        <dialog class="dialog" aria-labelledby="form-title" node_ref=dialog on:close=move |_| closed()>
            <div class="form">
                <h2 class="form-title" id="form-title" tabindex="-1">
                    {if demo { text::data_reset_title() } else { text::data_delete_title() }}
                </h2>
                <p>{what}</p>
                {(attention > 0)
                    .then_any(|| view! { <p>{text::data_delete_attention(intl::count(attention))}</p> })}
                {(!demo).then_any(|| view! { <p class="small quiet">{text::data_delete_tabs()}</p> })}
                <div class="actions">
                    <button
                        class="btn btn-primary btn-danger"
                        type="button"
                        on:click=move |_| context.erase_everything()
                    >
                        {if demo { text::data_reset() } else { text::data_delete_confirm() }}
                    </button>
                    {(!demo)
                        .then_any(|| {
                            view! {
                                <button
                                    class="btn"
                                    type="button"
                                    on:click=move |_| export::export(desk, context)
                                >
                                    {text::data_delete_export()}
                                </button>
                            }
                        })}
                    <button class="btn" type="button" on:click=move |_| close()>
                        {text::cancel()}
                    </button>
                    <span class="small quiet" role="status">
                        {move || desk.exported.get()}
                    </span>
                </div>
            </div>
        </dialog>
    }
}
