//! What things are called on screen: levels, standings, people, deeds and refusals.

mod deeds;
mod names;

pub use crate::ui::funnel::words::{fate, level, window};
pub use deeds::{deed, refusal};
pub use names::{full_name, name};

use crate::domain::contact::Contact;
use crate::domain::event::{DecisionRole, Direction, EngagementKind, Field, TouchKind};
use crate::domain::handoff::Handoff;
use crate::domain::ids::{CriterionId, ReasonId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::market::{Intent, Origin};
use crate::domain::position::{Position, Standing};
use crate::platform::intl;
use crate::ui::format;
use crate::ui::text::workspace as text;
use chrono::NaiveDate;

/// So many of something: the words for one, or those for several with the number in them.
pub(in crate::ui::workspace) fn counted(
    n: usize,
    one: &str,
    several: impl FnOnce(String) -> String,
) -> String {
    if n == 1 { one.to_owned() } else { several(intl::count(n)) }
}

/// So many days, whole ones.
pub(in crate::ui::workspace) fn days(n: f64) -> String {
    if n.round() == 1.0 { text::one_day().to_owned() } else { text::some_days(intl::number(n, 0)) }
}

/// A position's name on its own: a stage goes by its name.
pub fn step(playbook: &Playbook, position: &Position) -> String {
    match position.stage() {
        Some(id) => playbook.stage_name(id).to_owned(),
        None => level(position.level()).to_owned(),
    }
}

/// A position's full name: a stage comes with its level.
pub fn position(playbook: &Playbook, position: &Position) -> String {
    match position {
        Position::Stage(_) => text::opportunity_stage(step(playbook, position)),
        _ => level(position.level()).to_owned(),
    }
}

/// What a move to a position is called: into Opportunity by its level, between stages by stage.
pub fn target(playbook: &Playbook, from: &Position, to: &Position) -> String {
    if from.level() == to.level() { step(playbook, to) } else { level(to.level()).to_owned() }
}

/// A reason's name.
pub fn reason(playbook: &Playbook, id: &ReasonId) -> String {
    playbook.reasons.title(id).map_or_else(|| text::unknown_reason().to_owned(), str::to_owned)
}

/// A standing with its reason or date.
pub fn standing(playbook: &Playbook, standing: &Standing, today: NaiveDate) -> String {
    match standing {
        Standing::Active => text::active().to_owned(),
        Standing::Nurturing { until, .. } if standing.is_due_back(today) => {
            text::due_back(intl::day(*until))
        }
        Standing::Nurturing { until, .. } => text::nurturing_until(intl::day(*until)),
        Standing::Disqualified { reason: id } => text::disqualified_because(reason(playbook, id)),
        Standing::Lost { reason: id } => text::lost_because(reason(playbook, id)),
    }
}

/// The standing's word for style sheets.
pub fn standing_mark(standing: &Standing) -> &'static str {
    match standing {
        Standing::Active => "active",
        Standing::Nurturing { .. } => "nurturing",
        Standing::Disqualified { .. } => "disqualified",
        Standing::Lost { .. } => "lost",
    }
}

/// A field's name.
pub fn field(field: Field) -> &'static str {
    match field {
        Field::Person => text::person(),
        Field::Organisation => text::organisation(),
        Field::JobTitle => text::job_title(),
        Field::Email => text::email(),
        Field::Phone => text::phone(),
        Field::Source => text::source(),
        Field::Owner => text::owner(),
    }
}

/// The name of a source, or what is recorded when the playbook does not list it.
pub fn source(playbook: &Playbook, id: &str) -> String {
    playbook.source_meant(id).map_or_else(|| id.to_owned(), |source| source.title.clone())
}

/// How somebody was in touch.
pub fn touch(kind: TouchKind) -> &'static str {
    match kind {
        TouchKind::Call => text::call(),
        TouchKind::Email => text::e_mail(),
        TouchKind::Meeting => text::meeting(),
        TouchKind::Message => text::message(),
    }
}

/// What a contact did by itself.
pub fn engagement(kind: EngagementKind) -> &'static str {
    match kind {
        EngagementKind::Download => text::engaged_download(),
        EngagementKind::SignUp => text::engaged_sign_up(),
        EngagementKind::Attended => text::engaged_attended(),
        EngagementKind::Visit => text::engaged_visit(),
    }
}

/// Who began a touch.
pub fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Outbound => text::outbound(),
        Direction::Inbound => text::inbound(),
    }
}

/// What somebody is to the decision.
pub fn decision_role(role: DecisionRole) -> &'static str {
    match role {
        DecisionRole::Decider => text::role_decider(),
        DecisionRole::CoDecider => text::role_co_decider(),
        DecisionRole::Influencer => text::role_influencer(),
        DecisionRole::Champion => text::role_champion(),
        DecisionRole::User => text::role_user(),
        DecisionRole::Blocker => text::role_blocker(),
    }
}

/// Who began with a source's contacts: marketing or sales.
pub fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Inbound => text::origin_inbound(),
        Origin::Outbound => text::origin_outbound(),
    }
}

/// How much a source says about wanting to buy.
pub fn intent(intent: Intent) -> &'static str {
    match intent {
        Intent::Low => text::intent_low(),
        Intent::Medium => text::intent_medium(),
        Intent::High => text::intent_high(),
    }
}

/// What came of a handoff: by whom, when and how long that took.
pub fn handoff(handoff: &Handoff) -> String {
    let Some(reply) = &handoff.reply else { return text::handoff_waits().to_owned() };
    let took = handoff.answered_after().unwrap_or_default();
    let after = match (took.num_hours(), took.num_days()) {
        (0, _) => text::after_the_hour().to_owned(),
        (1, _) => text::after_hour().to_owned(),
        (hours, 0 | 1) => text::after_hours(hours),
        (_, days) => text::after_days(days),
    };
    let (who, day) = (format::who(&reply.by), format::day(reply.at));
    match reply.sent_back {
        Some(_) => text::handoff_sent_back(who, day, after),
        None => text::handoff_accepted(who, day, after),
    }
}

/// What a contact said when it was asked for its consent, when and to whom; none on record where
/// nobody asked.
pub fn consent(contact: &Contact) -> String {
    let Some(consent) = &contact.consent else { return text::packet_no_consent().to_owned() };
    let (who, day) = (format::who(&consent.by), format::day(consent.at));
    if consent.said.given { text::consent_given(day, who) } else { text::consent_refused(day, who) }
}

/// Why a contact was sent back; none where it was not.
pub fn why_sent_back(playbook: &Playbook, handoff: &Handoff) -> Option<String> {
    let why = handoff.reply.as_ref()?.sent_back.as_ref()?;
    let reason = why.reason.as_ref().map(|id| reason(playbook, id));
    Some(reason.into_iter().chain(why.note.clone()).collect::<Vec<_>>().join(". "))
}

/// The names of criteria, as a list.
pub fn criteria<'a>(playbook: &Playbook, ids: impl IntoIterator<Item = &'a CriterionId>) -> String {
    let titles = ids.into_iter().filter_map(|id| Some(playbook.criterion(id)?.title.clone()));
    titles.collect::<Vec<_>>().join("; ")
}
