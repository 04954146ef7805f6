//! How a question looks to visitors and to reps: the wizard's own page, recording nothing.
//!
//! Each face stands in a shadow root of its own, as on other people's pages: the wizard's parts have
//! fixed names, and two of them in one page would answer to the same.

use crate::app::entry::Entry;
use crate::domain::ids::QuestionId;
use crate::domain::money::Currency;
use crate::domain::playbook::question::{Face, Question};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::wizard::frame::{Heading, Told, counted, wizard};
use crate::ui::wizard::question::QuestionPage;
use crate::ui::workspace::ask::talk::talk;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::any::Any;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRootInit, ShadowRootMode};

/// The card with both faces.
pub(super) fn card(context: AppContext, id: &QuestionId) -> AnyView {
    let id = id.clone();
    let question = Memo::new(move |_| context.draft().question(&id).cloned());
    let currency = Memo::new(move |_| {
        context.settings.with(|settings| settings.currency_for(&context.draft()))
    });
    view! {
        <section class="card pb-preview" aria-labelledby="preview">
            <h2 class="card-title" id="preview">
                {text::pb_preview()}
            </h2>
            <p class="small quiet">{text::pb_preview_text()}</p>
            <div class="pb-faces">
                {face(question, currency, Face::Visitor)} {face(question, currency, Face::Rep)}
            </div>
        </section>
    }
    .into_any()
}

fn face(question: Memo<Option<Question>>, currency: Memo<Currency>, face: Face) -> AnyView {
    let (title, none) = match face {
        Face::Visitor => (text::pb_preview_visitor(), text::pb_preview_visitor_none()),
        Face::Rep => (text::pb_preview_rep(), text::pb_preview_rep_none()),
    };
    let host = NodeRef::<leptos::html::Div>::new();
    let taken = RwSignal::new(false);
    let shown = StoredValue::new_local(None::<Box<dyn Any>>);
    let worded = Memo::new(move |_| {
        question.with(|q| q.as_ref().is_some_and(|q| q.wording(face).is_some()))
    });
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        let question = question.get().filter(|question| question.wording(face).is_some());
        taken.set(false);
        // What was drawn goes before it is drawn anew.
        shown.set_value(None);
        let Some((question, frame)) = question.zip(frame(&host)) else { return };
        let currency = currency.get();
        let drawn = mount_to(frame, move || draw(question, face, currency, title, taken));
        shown.set_value(Some(Box::new(drawn)));
    });
    on_cleanup(move || {
        // The view may be gone already, and with it what was drawn.
        let _ = shown.try_set_value(None);
    });
    view! {
        <div class="pb-face">
            <h3 class="pb-subtitle">{title}</h3>
            <div class="pb-face-page" node_ref=host hidden=move || !worded.get()></div>
            <p class="small quiet" hidden=move || worded.get()>
                {none}
            </p>
            <p class="small quiet" role="status">
                {move || taken.get().then(text::pb_preview_taken)}
            </p>
        </div>
    }
    .into_any()
}

fn draw(
    question: Question,
    face: Face,
    currency: Currency,
    title: &'static str,
    taken: RwSignal<bool>,
) -> impl IntoView {
    let done: Told<_> = Rc::new(move |_| taken.set(true));
    let talk = (face == Face::Rep).then(|| talk(&question));
    wizard(
        title.to_owned(),
        view! {
            <QuestionPage
                question
                face
                currency
                entry=RwSignal::new(Entry::default())
                heading=Heading::Second
                progress=counted(None)
                back=None
                talk
                more=()
                done
            />
        },
    )
}

/// The element inside the host's shadow root that the page is drawn into. The first time, the page's
/// own style sheets are taken along.
fn frame(host: &HtmlElement) -> Option<HtmlElement> {
    if let Some(root) = host.shadow_root() {
        return root.last_element_child()?.dyn_into().ok();
    }
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok()?;
    let mut next = document().query_selector("head").ok()??.first_element_child();
    while let Some(element) = next {
        if element.matches("link[rel=stylesheet]").unwrap_or(false) {
            // A copy of a link can stand anywhere.
            let _ = root.append_child(&element.clone_node().ok()?);
        }
        next = element.next_element_sibling();
    }
    let frame: Element = document().create_element("div").ok()?;
    let _ = root.append_child(&frame);
    frame.dyn_into().ok()
}
