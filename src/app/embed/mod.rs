//! The code that puts the wizard into a page of one's own: what is chosen, and what it comes to.
//!
//! Refuses to know how the choices are drawn, where they are kept and what the hash of a file is.
//! Invariants: nothing that was typed or stands in a playbook gets out of the place it is written to;
//! where something is missing or wrong there is no code, but a list of what it is.

pub mod address;
pub mod choices;
pub mod colour;
pub mod first;
pub mod frame;
pub mod handoff;
mod html;
pub mod policy;
pub mod setup;
pub mod snippet;
pub mod spoken;
pub mod theme;

pub use choices::{Choices, Field, Language, Loading, Presentation, Scheme, Switch};
pub use handoff::{Destination, Handoff};
pub use setup::{Problem, Setup, Site};

/// Google Analytics' standard events for leads, in the page's own script.
pub const ANALYTICS: &str = "\
addEventListener(\"ripen-result\", ({ detail }) => {
  if (detail.claimed_level !== \"lead\")
    gtag(\"event\", \"qualify_lead\", { playbook: detail.playbook.id });
});
addEventListener(\"ripen-submitted\", () => gtag(\"event\", \"generate_lead\"));
";
