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
pub use setup::{Problem, Setup, Site, wrong_with};

/// Google Analytics' standard events for leads, in the page's own script.
/// `docs/embed.md` has the same text.
pub const ANALYTICS: &str = "\
const told = new Set(); // a run can be finished more than once
addEventListener(\"ripen-result\", ({ detail: { id, claimed_level, verdicts, playbook } }) => {
  const isFailed = verdicts.some(({ verdict }) => verdict === \"failed\");
  const name = claimed_level !== \"lead\" ? \"qualify_lead\" : isFailed && \"disqualify_lead\";
  if (name && !told.has(id)) gtag(\"event\", name, { playbook: playbook.id });
  if (name) told.add(id);
});
addEventListener(\"ripen-submitted\", ({ detail }) => gtag(\"event\", \"generate_lead\", { destination: detail.destination }));
";
