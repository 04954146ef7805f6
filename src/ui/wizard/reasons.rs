//! Why, in short: each criterion with its outcome and the answers behind it, for visitors.

use super::marks::{OutcomeMark, outcome_mark};
use crate::app::why::{WhyAnswer, WhyRow};
use crate::domain::outcome::Outcome;
use crate::domain::playbook::Playbook;
use crate::ui::format;
use crate::ui::text::wizard as text;
use leptos::prelude::*;

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// What it says.
    pub outcome: Outcome,
    /// The criterion.
    pub title: String,
    /// The answers behind it, or what is looked for.
    pub why: String,
}

/// The reasons in words, in their order.
pub fn reasons(playbook: &Playbook, rows: &[WhyRow]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for row in rows {
        reasons.push(reason(playbook, row));
    }
    reasons
}

fn reason(playbook: &Playbook, row: &WhyRow) -> Reason {
    let mut why = String::new();
    for WhyAnswer { question, given, .. } in &row.answers {
        let (Some(question), Some(given)) = (playbook.question(question), given) else { continue };
        let value = format::value(Some(question), &given.value);
        if !why.is_empty() {
            why += " · ";
        }
        let named = question.title != row.title;
        why += &if named { text::named_value(&question.title, value) } else { value };
    }
    if row.outcome != Outcome::Met {
        let ends = playbook.criterion(&row.id).and_then(|c| c.knock_out.as_ref());
        let sought = match ends.filter(|_| row.outcome == Outcome::NotMet) {
            Some(knock_out) => knock_out.reason.clone(),
            None => text::we_look_for(&row.rule),
        };
        why = if why.is_empty() { sought } else { format!("{why}. {sought}") };
    }
    Reason { outcome: row.outcome, title: row.title.clone(), why }
}

/// The list.
#[component]
pub fn Reasons(
    /// What is said.
    reasons: Vec<Reason>,
) -> impl IntoView {
    let reasons = reasons.into_iter().map(|reason| {
        let aside = match reason.outcome {
            Outcome::Met => text::met_aside(),
            Outcome::NotMet => text::not_met_aside(),
            Outcome::Unknown => text::unknown_aside(),
        };
        view! {
            <li class="reason" data-outcome=outcome_mark(reason.outcome)>
                <OutcomeMark outcome=reason.outcome />
                <div>
                    <p>
                        <b>{reason.title}</b>
                        " "
                        <span class="visually-hidden">{aside}</span>
                    </p>
                    <p class="reason-why">{reason.why}</p>
                </div>
            </li>
        }
    });
    view! { <ul class="reasons">{reasons.collect_view()}</ul> }
}
