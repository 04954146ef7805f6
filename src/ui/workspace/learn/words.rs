//! What pages, missteps, calls and the fixed words are called on screen.

use crate::app::learn::cases::Point;
use crate::app::learn::missteps::{Group, MisstepKind, WORKED_ON};
use crate::app::learn::practice::Call;
use crate::app::route::Lesson;
use crate::domain::playbook::Playbook;
use crate::domain::position::{Level, Position};
use crate::platform::intl;
use crate::ui::text::workspace as text;

/// A page's name.
pub fn lesson(lesson: Lesson) -> &'static str {
    match lesson {
        Lesson::Glossary => text::learn_glossary(),
        Lesson::Differences => text::learn_differences(),
        Lesson::Practice => text::learn_practice(),
        Lesson::Missteps => text::learn_missteps(),
    }
}

/// What a level means everywhere, for a playbook that says nothing of it.
pub(super) fn level_about(level: Level) -> &'static str {
    match level {
        Level::Lead => text::learn_lead_about(),
        Level::Prospect => text::learn_prospect_about(),
        Level::Opportunity => text::learn_opportunity_about(),
        Level::Customer => text::learn_customer_about(),
    }
}

/// What a level means in a playbook.
pub fn about_level(playbook: &Playbook, level: Level) -> String {
    let levels = &playbook.levels;
    let said = match level {
        Level::Lead => &levels.lead,
        Level::Prospect => &levels.prospect,
        Level::Opportunity => &levels.opportunity,
        Level::Customer => &levels.customer,
    };
    match said.about.as_str() {
        "" => level_about(level).to_owned(),
        about => about.to_owned(),
    }
}

/// What a position means in a playbook: a stage is told by its own words, where it has some.
pub fn about(playbook: &Playbook, position: &Position) -> String {
    let stage = position.stage().and_then(|id| playbook.stage(id));
    match stage {
        Some(stage) if !stage.about.is_empty() => stage.about.clone(),
        _ => about_level(playbook, position.level()),
    }
}

/// A call in words.
pub(super) fn call(call: Call) -> &'static str {
    match call {
        Call::Lead => text::lead(),
        Call::Prospect => text::prospect(),
        Call::Opportunity => text::opportunity(),
        Call::KnockOut => text::learn_knock_out(),
    }
}

/// What a case teaches.
pub(super) fn point(point: Point) -> &'static str {
    match point {
        Point::ReadingIsNoPain => text::learn_point_reading(),
        Point::TooSmall => text::learn_point_small(),
        Point::NobodyNamed => text::learn_point_nobody(),
        Point::UsedToIt => text::learn_point_used(),
        Point::ClaimedPain => text::learn_point_claimed(),
        Point::MoneyIsNoPain => text::learn_point_money(),
        Point::EarlyOpportunity => text::learn_point_early(),
        Point::LateOpportunity => text::learn_point_late(),
    }
}

/// A misstep's name.
pub fn misstep(kind: MisstepKind) -> &'static str {
    match kind {
        MisstepKind::AheadOfEvidence => text::learn_ahead(),
        MisstepKind::PainUnconfirmed => text::learn_pain(),
        MisstepKind::ClaimedOnly => text::learn_claimed(),
        MisstepKind::DeciderUnnamed => text::learn_decider(),
        MisstepKind::LittleKnown => text::learn_little(),
        MisstepKind::NoNextStep => text::learn_no_step(),
        MisstepKind::Overdue => text::learn_overdue(),
        MisstepKind::NeverTouched => text::learn_never(),
        MisstepKind::LateResponse => text::learn_late(),
        MisstepKind::NoForecast => text::learn_forecast(),
        MisstepKind::ClosePast => text::learn_close(),
        MisstepKind::HopelessWork => text::learn_hopeless(),
        MisstepKind::Overridden => text::learn_overridden(),
    }
}

/// What a misstep is.
pub(super) fn misstep_what(kind: MisstepKind) -> String {
    let plain = match kind {
        MisstepKind::AheadOfEvidence => text::learn_ahead_what(),
        MisstepKind::PainUnconfirmed => text::learn_pain_what(),
        MisstepKind::ClaimedOnly => text::learn_claimed_what(),
        MisstepKind::DeciderUnnamed => text::learn_decider_what(),
        MisstepKind::LittleKnown => text::learn_little_what(),
        MisstepKind::NoNextStep => text::learn_no_step_what(),
        MisstepKind::Overdue => text::learn_overdue_what(),
        MisstepKind::NeverTouched => text::learn_never_what(),
        MisstepKind::LateResponse => text::learn_late_what(),
        MisstepKind::NoForecast => text::learn_forecast_what(),
        MisstepKind::ClosePast => text::learn_close_what(),
        MisstepKind::HopelessWork => return text::learn_hopeless_what(WORKED_ON),
        MisstepKind::Overridden => text::learn_overridden_what(),
    };
    plain.to_owned()
}

/// Why a misstep matters.
pub(super) fn misstep_why(kind: MisstepKind) -> &'static str {
    match kind {
        MisstepKind::AheadOfEvidence => text::learn_ahead_why(),
        MisstepKind::PainUnconfirmed => text::learn_pain_why(),
        MisstepKind::ClaimedOnly => text::learn_claimed_why(),
        MisstepKind::DeciderUnnamed => text::learn_decider_why(),
        MisstepKind::LittleKnown => text::learn_little_why(),
        MisstepKind::NoNextStep => text::learn_no_step_why(),
        MisstepKind::Overdue => text::learn_overdue_why(),
        MisstepKind::NeverTouched => text::learn_never_why(),
        MisstepKind::LateResponse => text::learn_late_why(),
        MisstepKind::NoForecast => text::learn_forecast_why(),
        MisstepKind::ClosePast => text::learn_close_why(),
        MisstepKind::HopelessWork => text::learn_hopeless_why(),
        MisstepKind::Overridden => text::learn_overridden_why(),
    }
}

/// So many of so many.
pub(super) fn share(group: Group, n: usize, of: usize) -> String {
    type Words = (fn(String) -> String, fn(String, String) -> String);
    let (one, several): Words = match group {
        Group::Everybody => (text::learn_of_everybody_one, text::learn_of_everybody),
        Group::Open => (text::learn_of_open_one, text::learn_of_open),
        Group::OpenLeads => (text::learn_of_open_leads_one, text::learn_of_open_leads),
        Group::OpenAboveLead => {
            (text::learn_of_open_above_lead_one, text::learn_of_open_above_lead)
        }
        Group::OpenOpportunities => {
            (text::learn_of_open_opportunities_one, text::learn_of_open_opportunities)
        }
    };
    match (intl::count(n), of) {
        (n, 1) => one(n),
        (n, of) => several(n, intl::count(of)),
    }
}

/// The fixed words: each with its meaning and what it is often mistaken for.
pub(super) fn fixed() -> [(&'static str, &'static str, Option<&'static str>); 16] {
    use text as t;
    [
        (t::learn_contact_term(), t::learn_contact_means(), Some(t::learn_contact_mistaken())),
        (t::learn_level_term(), t::learn_level_means(), Some(t::learn_level_mistaken())),
        (t::learn_stage_term(), t::learn_stage_means(), Some(t::learn_stage_mistaken())),
        (t::learn_standing_term(), t::learn_standing_means(), None),
        (t::learn_playbook_term(), t::learn_playbook_means(), None),
        (t::learn_evidence_term(), t::learn_evidence_means(), Some(t::learn_evidence_mistaken())),
        (t::learn_criterion_term(), t::learn_criterion_means(), None),
        (t::learn_gate_term(), t::learn_gate_means(), Some(t::learn_gate_mistaken())),
        (t::learn_knock_out_term(), t::learn_knock_out_means(), None),
        (t::learn_pain_term(), t::learn_pain_means(), Some(t::learn_pain_mistaken())),
        (t::learn_interest_term(), t::learn_interest_means(), Some(t::learn_interest_mistaken())),
        (t::learn_early_term(), t::learn_early_means(), Some(t::learn_early_mistaken())),
        (t::learn_bant_term(), t::learn_bant_means(), Some(t::learn_bant_mistaken())),
        (t::learn_touch_term(), t::learn_touch_means(), Some(t::learn_touch_mistaken())),
        (t::learn_pipeline_term(), t::learn_pipeline_means(), Some(t::learn_pipeline_mistaken())),
        (t::learn_funnel_term(), t::learn_funnel_means(), Some(t::learn_funnel_mistaken())),
    ]
}
