//! What every page of the wizard has: the frame around it, its heading, and the way back.

use super::marks::BackMark;
use crate::app::progress::Progress;
use crate::ui::text::wizard as text;
use leptos::html::custom;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Which heading a page has: the first one of a whole view, or one below the host page's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The wizard is the view.
    First,
    /// The wizard is part of somebody else's page.
    Second,
}

/// What is called when a person has done something. Not [`Callback`]: those live in an arena, one
/// kind of which for every kind of value weighs too much for the widget.
pub type Told<T> = Rc<dyn Fn(T)>;

/// The frame all pages stand in; sizes follow its width, not the window's. `label` says what the
/// wizard is about, for assistive technology.
pub fn wizard(label: String, page: impl IntoView) -> impl IntoView {
    view! {
        <section class="wizard" aria-label=label>
            {page}
        </section>
    }
}

/// What finds the heading of a page.
pub const HEADING: &str = ".question-title";

/// Moves the focus to the heading of the page inside an element, as soon as it is drawn: after a
/// step, but not when the host page has just opened.
pub fn focus_heading(inside: Element) {
    focus_later(inside, HEADING);
}

/// Moves the focus to something inside an element, as soon as what just changed is drawn.
pub fn focus_later(inside: Element, selector: &'static str) {
    request_animation_frame(move || focus_now(&inside, selector));
}

/// Moves the focus to something inside an element.
pub fn focus_now(inside: &Element, selector: &str) {
    let found = inside.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // Only an element that is not drawn refuses, and then there is nothing to focus.
        let _ = element.focus();
    }
}

/// Links below each other, each by its words and where it leads.
pub fn list_of_links(links: Vec<(String, String)>) -> impl IntoView {
    let links = links.into_iter().map(|(words, link)| {
        view! { <li><a href=link>{words}</a></li> }
    });
    view! { <ul class="links">{links.collect_view()}</ul> }
}

/// A page's heading.
pub fn title(heading: Heading, words: impl IntoView) -> impl IntoView {
    let tag = match heading {
        Heading::First => "h1",
        Heading::Second => "h2",
    };
    custom(tag).class("question-title").attr("part", "title").attr("tabindex", "-1").child(words)
}

/// A heading inside a page, one below the page's own.
pub fn subtitle(heading: Heading, words: String) -> impl IntoView {
    let tag = match heading {
        Heading::First => "h2",
        Heading::Second => "h3",
    };
    custom(tag).class("answers-title").child(words)
}

/// The way back and, on a question, how far the run is.
pub fn top(back: Option<Told<()>>, progress: impl IntoView + 'static) -> impl IntoView {
    let back = back.map(|back| {
        view! {
            <button
                class="link wizard-back"
                part="link"
                type="button"
                on:click:capture=move |_| back(())
            >
                <BackMark />
                {text::back()}
            </button>
        }
    });
    view! { <div class="wizard-top">{back} {progress}</div> }
}

/// How far the run is, for the [top] of a question; nothing outside a run.
pub fn counted(progress: Option<Progress>) -> impl IntoView {
    progress.map(|progress| {
        let Progress { number, left } = progress;
        let words = match left {
            0 => text::progress_last(number),
            left => text::progress(number, left),
        };
        view! {
            <p class="wizard-count">{words}</p>
            <progress
                class="wizard-progress"
                part="progress"
                max=progress.most().to_string()
                value=(number - 1).to_string()
                aria-label=text::progress_label()
            ></progress>
        }
    })
}
