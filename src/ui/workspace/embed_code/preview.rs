//! The real element with the chosen look, in a page as narrow and as dark as one wants.
//!
//! Invariants: it stands for itself alone: no destination, no workspace, a draft of its own that is not
//! gone on with; the look is set property by property, as the strict policy allows no inline style.

use super::{Desk, Loader};
use crate::app::embed_code::theme::Theme;
use crate::app::embed_code::{Choices, Destination, Presentation, Switch};
use crate::exchange::playbook_file;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

const TAG: &str = "ripen-wizard";
/// The draft of the preview, beside those of real visitors.
const DRAFT: &str = "embed-code-preview";
/// The id of the script that brings the element.
const SCRIPT: &str = "embed-loader";

/// How wide the page round it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Width {
    Narrow,
    Medium,
    Full,
}

impl Width {
    const ALL: [Self; 3] = [Self::Narrow, Self::Medium, Self::Full];

    fn mark(self) -> &'static str {
        match self {
            Self::Narrow => "narrow",
            Self::Medium => "medium",
            Self::Full => "full",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Narrow => text::embed_preview_narrow(),
            Self::Medium => text::embed_preview_medium(),
            Self::Full => text::embed_preview_full(),
        }
    }
}

/// The card, closed at first.
#[component]
pub(super) fn PreviewCard() -> impl IntoView {
    let desk = Desk::get();
    let open = RwSignal::new(false);
    let there = move || desk.loader.get() != Loader::Missing;
    let words =
        move || if open.get() { text::embed_preview_hide() } else { text::embed_preview_show() };
    view! {
        <Shown when=there>
            <section class="card" aria-labelledby="embed-preview">
                <h2 class="card-title" id="embed-preview">
                    {text::embed_preview()}
                </h2>
                <p class="small quiet">{text::embed_preview_text()}</p>
                <div class="actions">
                    <button
                        class="btn"
                        type="button"
                        aria-expanded=move || if open.get() { "true" } else { "false" }
                        on:click=move |_| open.update(|open| *open = !*open)
                    >
                        {words}
                    </button>
                </div>
                <Shown when=move || open.get()>
                    <Stage />
                </Shown>
            </section>
        </Shown>
    }
}

#[component]
fn Stage() -> impl IntoView {
    let desk = Desk::get();
    let (width, dark) = (RwSignal::new(Width::Full), RwSignal::new(false));
    let host = NodeRef::<leptos::html::Div>::new();
    let attributes = Memo::new(move |_| desk.choices.with(attributes));
    let theme = Memo::new(move |_| desk.choices.with(|choices| Theme::of(choices).0));
    let modal = move || desk.choices.with(|choices| choices.presentation == Presentation::Modal);
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        let playbook = playbook_file::write(&desk.visitors.get());
        if let Some(element) = attributes.with(|all| element(all, &playbook)) {
            theme.with_untracked(|theme| dress(&element, theme));
            host.replace_children_with_node_1(&element);
            bring_loader();
        }
    });
    Effect::new(move |_| {
        let theme = theme.get();
        let element = host.get_untracked().and_then(|host| host.first_element_child());
        if let Some(element) = element.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            dress(&element, &theme);
        }
    });
    let widths = Width::ALL.map(|one| {
        segment("embed-width", one.words(), move || width.get() == one, move || width.set(one))
    });
    let pages = [(false, text::embed_preview_light()), (true, text::embed_preview_dark())];
    let pages = pages.map(|(is_dark, words)| {
        segment("embed-page", words, move || dark.get() == is_dark, move || dark.set(is_dark))
    });
    view! {
        <div class="form-pair embed-pair">
            <fieldset class="field">
                <legend>{text::embed_preview_width()}</legend>
                <div class="segments">{widths.collect_any()}</div>
            </fieldset>
            <fieldset class="field">
                <legend>{text::embed_preview_page()}</legend>
                <div class="segments">{pages.collect_any()}</div>
            </fieldset>
        </div>
        {move || modal().then_any(|| view! { <p class="small">{text::embed_preview_modal()}</p> })}
        <div
            class="embed-page"
            data-page=move || if dark.get() { "dark" } else { "light" }
        >
            <div class="embed-stage" data-width=move || width.get().mark() node_ref=host></div>
        </div>
    }
}

fn segment(
    name: &'static str,
    words: &'static str,
    holds: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    view! {
        <label class="segment">
            <input type="radio" name=name prop:checked=holds on:change=move |_| choose() />
            {words}
        </label>
    }
    .into_any()
}

/// The preview's attributes: the look, and nothing that sends or stores.
fn attributes(choices: &Choices) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("lang", choices.language.code().to_owned()),
        ("loading", "eager".to_owned()),
        ("resume", "off".to_owned()),
        ("storage-key", DRAFT.to_owned()),
    ];
    all.extend(choices.scheme.attribute().map(|scheme| ("color-scheme", scheme.to_owned())));
    if choices.presentation == Presentation::Button {
        all.push(("presentation", "button".to_owned()));
        let label = choices.typed(crate::app::embed_code::Field::ButtonLabel);
        all.extend((!label.is_empty()).then(|| ("button-label", label.to_owned())));
    }
    // Contact details are asked where they go somewhere. Here they go into events nobody hears.
    let goes = choices.destination != Destination::None
        || choices.has(Switch::Workspace)
        || choices.has(Switch::EmitData);
    all.extend(goes.then(|| ("emit-data", String::new())));
    all
}

/// The element with a playbook of its own.
fn element(attributes: &[(&'static str, String)], playbook: &str) -> Option<HtmlElement> {
    let element = document().create_element(TAG).ok()?;
    for (name, value) in attributes {
        // The names are ours, and none is refused.
        let _ = element.set_attribute(name, value);
    }
    element.set_text_content(Some(text::embed_preview_waiting()));
    let object = js_sys::JSON::parse(playbook).ok()?;
    let _ = js_sys::Reflect::set(&element, &JsValue::from_str("playbook"), &object);
    element.dyn_into().ok()
}

/// Sets the look, and takes off what is not chosen any more.
fn dress(element: &HtmlElement, theme: &Theme) {
    const ALL: [&str; 7] = [
        "--ripen-accent",
        "--ripen-accent-text",
        "--ripen-text",
        "--ripen-surface",
        "--ripen-radius",
        "--ripen-spacing",
        "--ripen-font",
    ];
    let style = element.style();
    for name in ALL {
        let chosen = theme.properties.iter().find(|(property, _)| *property == name);
        // Values that were checked are not refused.
        let _ = match chosen {
            Some((_, value)) => style.set_property(name, value),
            None => style.remove_property(name).map(drop),
        };
    }
}

/// Loads the element from this site, once.
fn bring_loader() {
    let document = document();
    if document.get_element_by_id(SCRIPT).is_some() {
        return;
    }
    let Ok(script) = document.create_element("script") else { return };
    for (name, value) in [("id", SCRIPT), ("type", "module"), ("src", super::LOADER)] {
        // The names are ours, and none is refused.
        let _ = script.set_attribute(name, value);
    }
    if let Some(head) = document.head() {
        // A head takes scripts.
        let _ = head.append_child(&script);
    }
}
