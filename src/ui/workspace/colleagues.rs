//! The offer to tell the other contacts at an organisation what was recorded of it.

use super::form::focus;
use super::words;
use crate::app::together::{Offer, offer};
use crate::domain::ids::ContactId;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::MapAny;
use leptos::prelude::*;

/// Offers to apply what a rep recorded of the organisation to the other contacts there; nothing where
/// they have it already.
#[component]
pub(super) fn Colleagues(
    /// Whose answers.
    id: ContactId,
) -> impl IntoView {
    let context = AppContext::get();
    let offered = Memo::new(move |_| context.workspace.with(|workspace| offer(workspace, id)));
    let refused = RwSignal::new(None::<String>);
    let apply = move |offer: Offer| match context.spread(offer) {
        Ok(()) => {
            refused.set(None);
            // The button is gone with the offer.
            request_animation_frame(|| focus("title"));
        }
        Err(refusal) => {
            refused.set(Some(words::refusal(&context.playbook_untracked(), &refusal)));
        }
    };
    move || {
        offered.get().map_any(|offer| {
            let playbook = context.playbook();
            let titles = offer.questions.iter();
            let titles = titles.filter_map(|id| Some(playbook.question(id)?.title.clone()));
            let titles = titles.collect::<Vec<_>>().join(", ");
            let button = match offer.others {
                1 => text::apply_to_other(&offer.organisation),
                n => text::apply_to_others(n, &offer.organisation),
            };
            view! {
                <div class="banner banner-quiet" role="note">
                    <p class="small">{text::not_there_yet(titles)}</p>
                    <button
                        class="btn btn-small"
                        type="button"
                        on:click=move |_| apply(offer.clone())
                    >
                        {button}
                    </button>
                    {move || {
                        refused
                            .get()
                            .map_any(|words| {
                                view! { <p class="field-error" role="alert">{words}</p> }
                            })
                    }}
                </div>
            }
        })
    }
}
