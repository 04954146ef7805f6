//! The card of the look: colours with how well they read, shapes, where and when it shows.

use super::{Desk, field};
use crate::app::embed_code::colour::Colour;
use crate::app::embed_code::theme::{Pair, Reading, readings, shown};
use crate::app::embed_code::{Field, Loading, Presentation, Scheme};
use crate::platform::intl;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use leptos::prelude::*;

/// The card.
#[component]
pub(super) fn LookCard() -> impl IntoView {
    let desk = Desk::get();
    let scheme = Memo::new(move |_| desk.choices.with(|choices| choices.scheme));
    let colours = move || shown(scheme.get()).into_iter().map(field::colour).collect_any();
    let told = Memo::new(move |_| desk.choices.with(readings));
    let told = move || told.get().iter().map(reading).collect_any();
    let presentation = Memo::new(move |_| desk.choices.with(|choices| choices.presentation));
    let dialog = move || match presentation.get() {
        Presentation::Inline => None,
        Presentation::Button => Some(field::line(Field::ButtonLabel, true, None)),
        Presentation::Modal => {
            Some(view! { <p class="small">{text::embed_modal_text()}</p> }.into_any())
        }
    };
    view! {
        <section class="card" aria-labelledby="embed-look">
            <h2 class="card-title" id="embed-look">
                {text::embed_look()}
            </h2>
            {field::pick(
                "embed-scheme",
                text::embed_scheme(),
                &Scheme::ALL,
                scheme_words,
                |choices| choices.scheme,
                |choices, scheme| choices.scheme = scheme,
            )}
            <fieldset class="pb-fieldset">
                <legend class="pb-subtitle">{text::embed_colours()}</legend>
                <p class="small quiet">{text::embed_colours_text()}</p>
                <div class="form-pair embed-colours">{colours}</div>
            </fieldset>
            <div role="status">
                <ul class="embed-readings small">{told}</ul>
            </div>
            <div class="form-pair embed-pair">
                {field::line(Field::Radius, true, Some(text::embed_radius_hint()))}
                {field::line(Field::Spacing, true, Some(text::embed_spacing_hint()))}
            </div>
            {field::line(Field::Font, true, Some(text::embed_font_hint()))}
            <div class="form-pair embed-pair">
                {field::pick(
                    "embed-presentation",
                    text::embed_presentation(),
                    &Presentation::ALL,
                    presentation_words,
                    |choices| choices.presentation,
                    |choices, presentation| choices.presentation = presentation,
                )}
                {field::pick(
                    "embed-loading",
                    text::embed_loading(),
                    &Loading::ALL,
                    loading_words,
                    |choices| choices.loading,
                    |choices, loading| choices.loading = loading,
                )}
            </div>
            {dialog}
        </section>
    }
}

/// How two colours read upon each other.
fn reading(reading: &Reading) -> AnyView {
    let scheme = if reading.dark { text::embed_on_dark() } else { text::embed_on_light() };
    let contrast = intl::number(reading.contrast, 1);
    let words = match reading.pair {
        Pair::Button(colour) => {
            let colour = match colour {
                Colour::WHITE => text::embed_white(),
                _ => text::embed_black(),
            };
            text::embed_reads_button(scheme, colour, contrast)
        }
        Pair::Link => text::embed_reads_link(scheme, contrast),
        Pair::Text => text::embed_reads_text(scheme, contrast),
    };
    let well = reading.is_readable();
    let judged = if well { text::embed_reads_well() } else { text::embed_reads_badly() };
    view! {
        <li data-bad=(!well).then_some("")>
            {words} " " {well.then_any(|| judged)}
            {(!well).then_any(|| view! { <b>{judged}</b> })}
        </li>
    }
    .into_any()
}

fn scheme_words(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Page => text::embed_scheme_page(),
        Scheme::Auto => text::embed_scheme_auto(),
        Scheme::Light => text::embed_scheme_light(),
        Scheme::Dark => text::embed_scheme_dark(),
    }
}

fn presentation_words(presentation: Presentation) -> &'static str {
    match presentation {
        Presentation::Inline => text::embed_inline(),
        Presentation::Button => text::embed_button(),
        Presentation::Modal => text::embed_modal(),
    }
}

fn loading_words(loading: Loading) -> &'static str {
    match loading {
        Loading::Lazy => text::embed_lazy(),
        Loading::Eager => text::embed_eager(),
        Loading::Interaction => text::embed_interaction(),
    }
}
