//! What every page of the wizard has: the frame around it, its heading, and the way back.

use super::marks::BackMark;
use crate::app::progress::Progress;
use crate::ui::text::wizard as text;
use leptos::html::{H1, H2};
use leptos::prelude::*;

/// Which heading a page has: the first one of a whole view, or one below the host page's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The wizard is the view.
    First,
    /// The wizard is part of somebody else's page.
    Second,
}

/// How a page comes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrival {
    /// Which heading it has.
    pub heading: Heading,
    /// Whether the heading takes the focus: yes after a step, no when the host page has just
    /// opened.
    pub focus: bool,
}

/// The frame all pages stand in; sizes follow its width, not the window's.
#[component]
pub fn Wizard(
    /// What the wizard is about, for assistive technology.
    label: String,
    /// The page.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="wizard" aria-label=label>
            {children()}
        </section>
    }
}

/// A page's heading.
#[component]
pub fn Title(
    /// How the page comes up.
    arrival: Arrival,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let focused = arrival.focus;
    match arrival.heading {
        Heading::First => {
            let node = NodeRef::<H1>::new();
            node.on_load(move |heading| focus_if(focused, &heading));
            let words = children();
            view! { <h1 class="question-title" tabindex="-1" node_ref=node>{words}</h1> }.into_any()
        }
        Heading::Second => {
            let node = NodeRef::<H2>::new();
            node.on_load(move |heading| focus_if(focused, &heading));
            let words = children();
            view! { <h2 class="question-title" tabindex="-1" node_ref=node>{words}</h2> }.into_any()
        }
    }
}

fn focus_if(wanted: bool, element: &web_sys::HtmlElement) {
    if wanted {
        // Only an element that is not drawn refuses, and then there is nothing to focus.
        let _ = element.focus();
    }
}

/// A heading inside a page, one below the page's own.
#[component]
pub fn Subtitle(
    /// The page's own heading.
    heading: Heading,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let words = children();
    match heading {
        Heading::First => view! { <h2 class="answers-title">{words}</h2> }.into_any(),
        Heading::Second => view! { <h3 class="answers-title">{words}</h3> }.into_any(),
    }
}

/// The way back and, on a question, how far the run is.
#[component]
pub fn Top(
    /// Goes back; none on the first page.
    back: Option<Callback<()>>,
    /// How far the run is.
    #[prop(optional)]
    progress: Option<Progress>,
) -> impl IntoView {
    if back.is_none() && progress.is_none() {
        return ().into_any();
    }
    let back = back.map(|back| {
        view! {
            <button class="link wizard-back" type="button" on:click=move |_| back.run(())>
                <BackMark />
                {text::back()}
            </button>
        }
    });
    let progress = progress.map(|progress| {
        let Progress { number, left } = progress;
        let words = match left {
            0 => text::progress_last(number),
            left => text::progress(number, left),
        };
        view! {
            <p class="wizard-count">{words}</p>
            <progress
                class="wizard-progress"
                max=progress.most().to_string()
                value=(number - 1).to_string()
                aria-label=text::progress_label()
            ></progress>
        }
    });
    view! { <div class="wizard-top">{back} {progress}</div> }.into_any()
}
