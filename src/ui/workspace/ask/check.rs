//! All answers of a contact at this step, to check and change.

use super::frame::Frame;
use super::trail;
use crate::app::route::Route;
use crate::domain::contact::Contact;
use crate::domain::ids::ContactId;
use crate::ui::context::AppContext;
use crate::ui::wizard::check::{CheckPage as Check, sections};
use crate::ui::wizard::frame::Heading;
use leptos::prelude::*;
use std::rc::Rc;

/// The page to check the answers.
#[component]
pub fn CheckPage(
    /// Whose.
    id: ContactId,
) -> impl IntoView {
    let context = AppContext::get();
    let page = Callback::new(move |contact: Contact| {
        let came_from_page = trail::arrive();
        let playbook = context.playbook_untracked();
        let asked = context.run(&playbook, &contact).asked();
        let otherwise =
            asked.last().map_or(Route::Contact(id), |last| Route::Ask(id, last.id.clone()));
        view! {
            <Check
                sections=sections(&playbook, &contact.answers, &asked)
                heading=Heading::First
                back=Some(Rc::new(move |()| trail::back(context, came_from_page, &otherwise)))
                change=Rc::new(move |question| context.go(&Route::Ask(id, question)))
                done=Rc::new(move |()| context.go(&Route::Result(id)))
            />
        }
        .into_any()
    });
    view! { <Frame id=id checks=true page=page /> }
}
