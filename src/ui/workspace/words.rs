//! What things are called on screen: levels, standings, people, deeds and refusals.

use crate::app::refusal::Refusal;
use crate::app::workspace::Deed;
use crate::domain::contact::Contact;
use crate::domain::event::{DecisionRole, Direction, EngagementKind, Field, TouchKind};
use crate::domain::funnel::{Fate, Window};
use crate::domain::handoff::Handoff;
use crate::domain::ids::{CriterionId, ReasonId};
use crate::domain::playbook::Playbook;
use crate::domain::playbook::market::{Intent, Origin};
use crate::domain::position::{Level, Position, Standing};
use crate::platform::intl;
use crate::ui::format;
use crate::ui::text::workspace as text;
use chrono::NaiveDate;

/// A level's name.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Lead => text::lead(),
        Level::Prospect => text::prospect(),
        Level::Opportunity => text::opportunity(),
        Level::Customer => text::customer(),
    }
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

/// The person's name and, apart, the organisation's.
pub fn name(contact: &Contact) -> (String, Option<String>) {
    let organisation = contact.field(Field::Organisation).map(str::to_owned);
    match (contact.field(Field::Person), &organisation) {
        (Some(person), _) => (person.to_owned(), organisation),
        (None, Some(_)) if contact.external_id.is_none() => {
            (text::unknown_person().to_owned(), organisation)
        }
        (None, Some(name)) => (name.clone(), contact.external_id.clone()),
        (None, None) => match &contact.external_id {
            Some(id) => (id.clone(), None),
            None if contact.field(Field::Source).is_some() => {
                (text::website_visitor().to_owned(), None)
            }
            None => (text::no_name().to_owned(), None),
        },
    }
}

/// The person's name and the organisation's, in a line.
pub fn full_name(contact: &Contact) -> String {
    match name(contact) {
        (name, Some(organisation)) => {
            format!("{} · {}", isolated(name), isolated(organisation))
        }
        (name, None) => isolated(name),
    }
}

/// A name that may run from right to left, or turn what follows round, in marks that keep that to
/// itself; any other as it is.
fn isolated(name: String) -> String {
    let turns = |letter: char| {
        matches!(letter,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
            | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if name.contains(turns) { format!("\u{2068}{name}\u{2069}") } else { name }
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

/// What was done.
pub fn deed(deed: Deed) -> &'static str {
    match deed {
        Deed::Create => text::did_create(),
        Deed::Edit => text::did_edit(),
        Deed::Answer => text::did_answer(),
        Deed::Advance => text::did_advance(),
        Deed::Return => text::did_return(),
        Deed::Nurture => text::did_nurture(),
        Deed::Disqualify => text::did_disqualify(),
        Deed::Lose => text::did_lose(),
        Deed::Win => text::did_win(),
        Deed::Reopen => text::did_reopen(),
        Deed::Touch => text::did_touch(),
        Deed::Engagement => text::did_engagement(),
        Deed::Task => text::did_task(),
        Deed::Decider => text::did_decider(),
        Deed::Stakeholder => text::did_stakeholder(),
        Deed::Consent => text::did_consent(),
        Deed::HandOver => text::did_hand_over(),
        Deed::Accept => text::did_accept(),
        Deed::SendBack => text::did_send_back(),
        Deed::Restore => text::did_restore(),
        Deed::Import => text::did_import(),
        Deed::Spread => text::did_spread(),
        Deed::Map => text::did_map(),
        Deed::NextPurchase => text::did_next_purchase(),
        Deed::Merge => text::did_merge(),
        Deed::KeepApart => text::did_keep_apart(),
        Deed::TakeApart => text::did_take_apart(),
    }
}

/// The names of criteria, as a list.
pub fn criteria<'a>(playbook: &Playbook, ids: impl IntoIterator<Item = &'a CriterionId>) -> String {
    let titles = ids.into_iter().filter_map(|id| Some(playbook.criterion(id)?.title.clone()));
    titles.collect::<Vec<_>>().join("; ")
}

/// Why nothing happened.
pub fn refusal(playbook: &Playbook, refusal: &Refusal) -> String {
    let plain = match refusal {
        Refusal::GatesNotPassed(gates) => {
            let missing = gates.iter().flat_map(|gate| gate.missing().map(|reading| &reading.id));
            return text::refused_gates(criteria(playbook, missing));
        }
        Refusal::NotAccepted(message) => return message.clone(),
        Refusal::NoSuchContact => text::refused_gone(),
        Refusal::NobodyNamed => text::err_nobody(),
        Refusal::NoteTooLong => text::err_too_long(),
        Refusal::TooLong(_) | Refusal::OwnNameTooLong => text::err_name_too_long(),
        Refusal::LineTooLong => text::err_line_too_long(),
        Refusal::LongPast => text::err_long_past(),
        Refusal::TooManyMinutes => text::err_minutes(),
        Refusal::OutOfReach => text::err_out_of_reach(),
        Refusal::NothingChanges | Refusal::NothingToOverride | Refusal::NoTask => {
            text::refused_nothing()
        }
        Refusal::NoSuchQuestion(_) | Refusal::NotAnAnswer(_) => text::refused_answer(),
        Refusal::NotUpwards | Refusal::NotBack | Refusal::NoSuchPosition => {
            text::refused_position()
        }
        Refusal::ReasonNeeded => text::err_written_reason(),
        Refusal::UnknownReason => text::choose_reason(),
        Refusal::NotAnOpportunity => text::refused_not_opportunity(),
        Refusal::HasEnded => text::refused_ended(),
        Refusal::NotOver => text::refused_not_over(),
        Refusal::NotInTheFuture => text::err_future(),
        Refusal::InTheFuture => text::err_past(),
        Refusal::NothingToDo => text::err_what(),
        Refusal::PastHandoff => text::refused_past_handoff(),
        Refusal::NobodyToTakeIt => text::err_to_whom(),
        Refusal::NothingHandedOver => text::refused_nothing_handed_over(),
        Refusal::ReadOnly => text::refused_read_only(),
        _ => text::refused_other(),
    };
    plain.to_owned()
}

/// What became of contacts, after a count.
pub fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::MovedOn => text::fate_moved_on(),
        Fate::InProgress => text::fate_in_progress(),
        Fate::Nurturing => text::fate_nurturing(),
        Fate::Disqualified => text::fate_disqualified(),
        Fate::Lost => text::fate_lost(),
    }
}

/// A window inside a sentence.
pub fn window(window: Window) -> String {
    match (window.from.map(intl::day), window.to.map(intl::day)) {
        (None, None) => text::all_time().to_owned(),
        (Some(from), Some(to)) => text::window_from_to(from, to),
        (Some(from), None) => text::since(from),
        (None, Some(to)) => text::window_to(to),
    }
}
