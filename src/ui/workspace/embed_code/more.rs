//! What else goes with the code: a policy's lines, a frame, a module, analytics.

use super::Desk;
use super::code::made;
use super::code_box::CodeBox;
use crate::app::embed_code::{ANALYTICS, first, frame, policy, snippet};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::MapAny;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;

/// The cards, once there is code.
#[component]
pub(super) fn MoreCards() -> impl IntoView {
    let desk = Desk::get();
    let complete = Memo::new(move |_| desk.setup.with(Result::is_ok));
    view! {
        <Shown when=move || complete.get()>
            <section class="card" aria-label=text::embed_policy()>
                <details class="disclosure">
                    <summary>{text::embed_policy()}</summary>
                    <Policy />
                </details>
                <details class="disclosure">
                    <summary>{text::embed_frame()}</summary>
                    <Frame />
                </details>
                <details class="disclosure">
                    <summary>{text::embed_module()}</summary>
                    <Module />
                </details>
                <details class="disclosure">
                    <summary>{text::embed_analytics()}</summary>
                    <p class="small quiet">{text::embed_analytics_text()}</p>
                    <CodeBox
                        id="embed-analytics"
                        label=text::embed_analytics()
                        code=Signal::stored(ANALYTICS.to_owned())
                    />
                </details>
            </section>
        </Shown>
    }
}

#[component]
fn Policy() -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::get());
    let code = Signal::derive(move || {
        made(desk).map(|setup| policy::lines(&setup, false).join("\n")).unwrap_or_default()
    });
    let form = move || {
        let asks = first::first(&desk.visitors.get(), context.today()).is_some();
        let line = made(desk).and_then(|setup| policy::form_action(&setup, asks));
        line.map_any(|line| {
            view! { <p class="small">{text::embed_policy_form()} " " <code>{line}</code></p> }
        })
    };
    view! {
        <p class="small quiet">{text::embed_policy_text()}</p>
        <CodeBox id="embed-policy" label=text::embed_policy() code />
        {form}
    }
}

#[component]
fn Frame() -> impl IntoView {
    let desk = Desk::get();
    let framed = Memo::new(move |_| frame::frame(&*made(desk)?, &desk.visitors.get()));
    let code = Signal::derive(move || framed.get().unwrap_or_default());
    let lines = Signal::derive(move || {
        made(desk).map(|setup| policy::lines(&setup, true).join("\n")).unwrap_or_default()
    });
    view! {
        <p class="small quiet">{text::embed_frame_text()}</p>
        <Shown when=move || framed.with(Option::is_none)>
            <p class="small">{text::embed_frame_path()}</p>
        </Shown>
        <Shown when=move || framed.with(Option::is_some)>
            <CodeBox id="embed-frame" label=text::embed_frame() code />
            <p class="small">
                {text::embed_policy()} ": " <code>{move || lines.get()}</code>
            </p>
        </Shown>
    }
}

#[component]
fn Module() -> impl IntoView {
    let desk = Desk::get();
    let code =
        Signal::derive(move || made(desk).map(|setup| snippet::module(&setup)).unwrap_or_default());
    view! {
        <p class="small quiet">{text::embed_module_text()}</p>
        <CodeBox id="embed-module" label=text::embed_module() code />
    }
}
