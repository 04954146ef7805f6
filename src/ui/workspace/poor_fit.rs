//! The warning of a poor fit: why it ends here, why we say no, and what to do instead.

use crate::domain::assess::Assessment;
use crate::domain::playbook::Playbook;
use crate::domain::playbook::rule::KnockOut;
use crate::ui::text::workspace as text;
use leptos::prelude::*;

/// The knock-out a contact fails on, at whatever gate it stands: one that comes to light late is one,
/// too.
pub(super) fn knocked_out(playbook: &Playbook, assessment: &Assessment) -> Option<KnockOut> {
    let mut gates = assessment.gates.iter();
    gates.find_map(|gate| gate.knock_out(playbook)).map(|(_, out)| out.clone())
}

/// The warning.
pub(super) fn poor_fit(out: KnockOut) -> impl IntoView {
    view! {
        <div class="banner banner-out" data-kind="error" role="note">
            <p>
                <b>{text::poor_fit()}</b>
                " "
                {out.reason}
            </p>
            <p class="small">{text::poor_fit_why()}</p>
            <p>
                <b>{text::instead()}</b>
                " "
                {out.alternative}
            </p>
        </div>
    }
}
