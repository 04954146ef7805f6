//! The purchases before and after this one, and the way to start the next.

use super::super::form::focus;
use super::super::words;
use super::Subject;
use crate::app::route::Route;
use crate::app::together::can_buy_again;
use crate::domain::ids::ContactId;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use leptos::prelude::*;

/// Links both ways, and the button where this purchase is over.
#[component]
pub(super) fn Purchases() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let purchases = Memo::new(move |_| {
        subject.judged.with(|contact| {
            let next = contact.next_purchases.clone();
            (contact.earlier_purchase, next, can_buy_again(contact).is_ok())
        })
    });
    let refused = RwSignal::new(None::<String>);
    let start = move |_| match context.start_next_purchase(subject.id) {
        Ok(new) => {
            context.go(&Route::Contact(new));
            request_animation_frame(|| focus("title"));
        }
        Err(refusal) => {
            refused.set(Some(words::refusal(&context.playbook_untracked(), &refusal)));
        }
    };
    let shown = move || {
        let (earlier, next, again) = purchases.get();
        let earlier = earlier.into_iter().map(|id| (text::earlier_purchase(), id));
        let next = next.into_iter().map(|id| (text::next_purchase(), id));
        let links: Vec<_> =
            earlier.chain(next).filter_map(|(what, id)| link(context, what, id)).collect();
        (again || !links.is_empty()).then_some((links, again))
    };
    move || {
        shown().map_any(|(links, again)| {
            let listed = if links.is_empty() {
                view! { <p class="small">{text::next_purchase_text()}</p> }.into_any()
            } else {
                view! { <ul class="small">{links.collect_any()}</ul> }.into_any()
            };
            view! {
                <div class="banner banner-quiet" role="note">
                    {listed}
                    {again
                        .then_any(|| {
                            view! {
                                <button class="btn btn-small" type="button" on:click=start>
                                    {text::start_next_purchase()}
                                </button>
                            }
                        })}
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

/// A link to another purchase, where that contact is here.
fn link(context: AppContext, what: &'static str, id: ContactId) -> Option<impl IntoView> {
    let about = context.workspace.with(|workspace| {
        let contact = workspace.contact(id)?;
        let position = words::position(&workspace.playbook, &contact.position);
        Some([words::full_name(contact), position].join(", "))
    })?;
    Some(view! {
        <li>
            {what} ": " <a href=Route::Contact(id).address()>{about}</a>
        </li>
    })
}
