//! The few marks of the wizard. They repeat what words say and are hidden from assistive
//! technology.

use crate::domain::outcome::Outcome;
use leptos::prelude::*;

/// Draws an icon from the path of its strokes.
fn icon(path: &'static str) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
            <path d=path />
        </svg>
    }
}

/// An arrow head that points back.
#[component]
pub fn BackMark() -> impl IntoView {
    icon("m12.5 4.5-6 5.5 6 5.5")
}

/// A ring with a tick, a cross or a question mark in it.
#[component]
pub fn OutcomeMark(
    /// What it stands for.
    outcome: Outcome,
) -> impl IntoView {
    const RING: &str = "M10 1.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17";
    let (path, dashes) = match outcome {
        Outcome::Met => ("m6.300 10.300 2.600 2.600 4.800-5.600", None),
        Outcome::NotMet => ("m7 7 6 6M13 7l-6 6", None),
        Outcome::Unknown => {
            ("M8 8a2 2 0 1 1 3 1.800c-.7.4-1 .8-1 1.600M10 13.700v.01", Some("3 2.340"))
        }
    };
    view! {
        <svg class="icon mark" viewBox="0 0 20 20" aria-hidden="true">
            <path d=RING stroke-dasharray=dashes />
            <path d=path />
        </svg>
    }
}

/// The large mark of a result.
#[component]
pub fn VerdictMark(
    /// What it stands for.
    outcome: Outcome,
) -> impl IntoView {
    icon(match outcome {
        Outcome::Met => "m4 10.5 4 4 8-9",
        Outcome::NotMet => "m5 5 10 10M15 5 5 15",
        Outcome::Unknown => {
            "M7.500 7.500a2.500 2.500 0 1 1 3.700 2.200c-.8.5-1.200 1-1.200 2M10 15v.01"
        }
    })
}

/// An outcome's word for style sheets.
pub fn outcome_mark(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::NotMet => "not-met",
        Outcome::Unknown => "unknown",
    }
}
