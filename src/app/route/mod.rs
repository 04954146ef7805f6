//! The views and their addresses: a Rust enum ⇄ the part of the address after `#`.
//!
//! Invariant: every address that [`Route::address`] writes, [`Route::parse`] reads back; anything
//! else leads nowhere.
mod listing;
mod outlet;
mod playbook;
mod shared;

pub use listing::{Listing, RowName, level_word};
pub use outlet::Outlet;
pub use playbook::PlaybookPage;
pub use shared::{MAX_PAYLOAD, Shared};

use crate::domain::funnel::Window;
use crate::domain::ids::{ContactId, QuestionId};
use listing::{decode, encode, listing, query};

/// The workspace opened when the address names none.
pub const DEFAULT_WORKSPACE: &str = "default";

/// A view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Route {
    /// The first screen, or the contacts once there are some.
    #[default]
    Start,
    /// The list of contacts.
    Contacts(Listing),
    /// The form for a new contact.
    NewContact,
    /// One contact.
    Contact(ContactId),
    /// One contact, with the form to name who decides.
    NameDecider(ContactId),
    /// What goes along when a contact is handed over.
    Packet(ContactId),
    /// The page to share a contact's case on.
    ShareCase(ContactId),
    /// The wizard, at a question.
    Ask(ContactId, QuestionId),
    /// All questions on one page.
    AskAll(ContactId),
    /// The wizard's page to check the answers.
    Check(ContactId),
    /// The wizard's result.
    Result(ContactId),
    /// Contacts that may be one.
    Duplicates,
    /// Contacts side by side, to merge; of one alone, the choice of the other.
    Merge(Vec<ContactId>),
    /// The funnel of a window.
    Funnel(Window),
    /// A report of a window, to print.
    Report(Window),
    /// A page about the playbook.
    Playbook(PlaybookPage),
    /// Import, export and what is stored.
    Data,
    /// Taking contacts out, all or those of a list.
    TakeOut(Outlet, Listing),
    /// What a share link carries, to look at before anything is taken in.
    Shared(Shared),
    /// What the words mean, and how they are used here.
    Learn(Lesson),
    /// An address that is none.
    Nowhere,
}

/// A page of the view Learn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lesson {
    /// The team's words, levels and stages.
    #[default]
    Glossary,
    /// Lead, prospect and opportunity side by side.
    Differences,
    /// Made-up contacts to decide on.
    Practice,
    /// What commonly goes wrong, found in the workspace.
    Missteps,
}

impl Lesson {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Glossary, Self::Differences, Self::Practice, Self::Missteps];

    fn word(self) -> &'static str {
        match self {
            Self::Glossary => "glossary",
            Self::Differences => "differences",
            Self::Practice => "practice",
            Self::Missteps => "missteps",
        }
    }
}

impl Route {
    /// Reads an address; `#` in front is optional.
    pub fn parse(address: &str) -> Self {
        let address = address.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        Self::of(&segments, query).unwrap_or(Self::Nowhere)
    }

    /// The view that the segments of an address name.
    fn of(segments: &[&str], query: &str) -> Option<Self> {
        let contact = |id: &str| ContactId::parse(id);
        Some(match segments {
            [] => Self::Start,
            ["contacts"] => Self::Contacts(listing(query)),
            ["contacts", "new"] => Self::NewContact,
            ["contacts", id] => Self::Contact(contact(id)?),
            ["contacts", id, "decider"] => Self::NameDecider(contact(id)?),
            ["contacts", id, "packet"] => Self::Packet(contact(id)?),
            ["contacts", id, "share"] => Self::ShareCase(contact(id)?),
            ["contacts", id, "ask", question] => {
                Self::Ask(contact(id)?, QuestionId::new(decode(question)))
            }
            ["contacts", id, "ask-all"] => Self::AskAll(contact(id)?),
            ["contacts", id, "check"] => Self::Check(contact(id)?),
            ["contacts", id, "result"] => Self::Result(contact(id)?),
            ["duplicates"] => Self::Duplicates,
            ["merge", ids @ ..] if !ids.is_empty() => {
                Self::Merge(ids.iter().map(|id| contact(id)).collect::<Option<_>>()?)
            }
            ["funnel"] => Self::Funnel(listing(query).window),
            ["funnel", "report"] => Self::Report(listing(query).window),
            ["playbook", page @ ..] => Self::Playbook(playbook::page(page)?),
            ["data"] => Self::Data,
            ["data", outlet] => Self::TakeOut(Outlet::of(outlet)?, listing(query)),
            ["shared", kind, payload] => Self::Shared(Shared::new(kind, payload)?),
            ["learn", word] => {
                Self::Learn(Lesson::ALL.into_iter().find(|lesson| lesson.word() == *word)?)
            }
            ["learn"] => Self::Learn(Lesson::default()),
            _ => return None,
        })
    }

    /// The address, with `#` in front.
    pub fn address(&self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            Self::Contacts(listing) => format!("#/contacts{}", query(listing)),
            Self::NewContact => "#/contacts/new".to_owned(),
            Self::Contact(id) => format!("#/contacts/{id}"),
            Self::NameDecider(id) => format!("#/contacts/{id}/decider"),
            Self::Packet(id) => format!("#/contacts/{id}/packet"),
            Self::ShareCase(id) => format!("#/contacts/{id}/share"),
            Self::Ask(id, question) => format!("#/contacts/{id}/ask/{}", encode(question.as_str())),
            Self::AskAll(id) => format!("#/contacts/{id}/ask-all"),
            Self::Check(id) => format!("#/contacts/{id}/check"),
            Self::Result(id) => format!("#/contacts/{id}/result"),
            Self::Duplicates => "#/duplicates".to_owned(),
            Self::Merge(ids) => {
                ids.iter().fold("#/merge".to_owned(), |to, id| format!("{to}/{id}"))
            }
            Self::Funnel(window) => {
                format!("#/funnel{}", query(&Listing { window: *window, ..Listing::default() }))
            }
            Self::Report(window) => {
                format!(
                    "#/funnel/report{}",
                    query(&Listing { window: *window, ..Listing::default() })
                )
            }
            Self::Playbook(page) => playbook::address(page),
            Self::Data => "#/data".to_owned(),
            Self::TakeOut(outlet, listing) => format!("#/data/{}{}", outlet.word(), query(listing)),
            Self::Shared(shared) => format!("#/shared/{}/{}", shared.kind(), shared.payload()),
            Self::Learn(lesson) => format!("#/learn/{}", lesson.word()),
            Self::Nowhere => "#/nowhere".to_owned(),
        }
    }
}
#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::crm::Crm;
    use crate::app::find::{HandoffFilter, Order, StandingFilter};
    use crate::app::learn::missteps::MisstepKind;
    use crate::domain::funnel::Fate;
    use crate::domain::ids::{CriterionId, PersonaId, StageId};
    use crate::domain::position::Level;

    #[test]
    fn every_address_is_read_back() {
        let id = ContactId::new(1_795_297_664_123, [7; 10]);
        let day = |text: &str| text.parse().ok();
        let listing = Listing {
            text: "Müller & Söhne / 100 %?".to_owned(),
            level: Some(Level::Prospect),
            standing: Some(StandingFilter::Nurturing),
            handoff: Some(HandoffFilter::SentBack),
            order: Order::Due,
            row: Some(RowName::Stage(StageId::from("discovery"))),
            fate: Some(Fate::MovedOn),
            window: Window { from: day("2016-10-01"), to: day("2017-12-31") },
            misstep: Some(MisstepKind::Overdue),
            ready: true,
            column: Some(("A & B".into(), Some("50 % = ?".into()))),
        };
        for route in [
            Route::Start,
            Route::Contacts(Listing::default()),
            Route::Contacts(listing.clone()),
            Route::TakeOut(Outlet::Table, listing.clone()),
            Route::TakeOut(Outlet::Crm(Crm::Salesforce), Listing::default()),
            Route::Contacts(Listing { row: Some(RowName::Level(Level::Customer)), ..listing }),
            Route::NewContact,
            Route::Contact(id),
            Route::Ask(id, QuestionId::from("problem age/ü")),
            Route::NameDecider(id),
            Route::Packet(id),
            Route::ShareCase(id),
            Route::AskAll(id),
            Route::Check(id),
            Route::Result(id),
            Route::Duplicates,
            Route::Merge(vec![id]),
            Route::Merge(vec![id, ContactId::new(2, [8; 10])]),
            Route::Funnel(Window { from: day("2016-10-01"), to: None }),
            Route::Report(Window { from: None, to: day("2017-12-31") }),
            Route::Data,
            Route::Nowhere,
            Route::Shared(Shared::new("playbook", "aZ09-_").unwrap()),
            Route::Playbook(PlaybookPage::Overview),
            Route::Playbook(PlaybookPage::Question(QuestionId::from("größe/1"))),
            Route::Playbook(PlaybookPage::Criterion(CriterionId::from("size"))),
            Route::Playbook(PlaybookPage::Level(Level::Customer)),
            Route::Playbook(PlaybookPage::Stage(StageId::from("closing"))),
            Route::Playbook(PlaybookPage::Persona(PersonaId::from("head"))),
        ] {
            assert_eq!(Route::parse(&route.address()), route, "{}", route.address());
        }
        for route in Lesson::ALL.map(Route::Learn) {
            assert_eq!(Route::parse(&route.address()), route, "{}", route.address());
        }
        for route in MisstepKind::ALL.map(|kind| Route::Contacts(Listing::of(kind))) {
            assert_eq!(Route::parse(&route.address()), route, "{}", route.address());
        }
    }

    #[test]
    fn every_page_about_the_playbook_is_read_back() {
        for page in [
            PlaybookPage::Questions,
            PlaybookPage::Criteria,
            PlaybookPage::Gates,
            PlaybookPage::People,
            PlaybookPage::Sources,
            PlaybookPage::Scores,
            PlaybookPage::Visitors,
            PlaybookPage::Languages,
            PlaybookPage::Words,
            PlaybookPage::Packs,
            PlaybookPage::Share,
            PlaybookPage::Embed,
            PlaybookPage::Guided,
            PlaybookPage::Try,
            PlaybookPage::Checks,
        ] {
            let route = Route::Playbook(page);
            assert_eq!(Route::parse(&route.address()), route, "{}", route.address());
        }
    }

    #[test]
    fn nothing_leads_to_the_start_and_anything_else_nowhere() {
        for address in ["", "#", "#/"] {
            assert_eq!(Route::parse(address), Route::Start, "{address}");
        }
        for address in [
            "#/nonsense",
            "#/playbook/x/y/z",
            "#/playbook/nope",
            "#/playbook/levels/nope",
            "#/learn/nope",
            "#/contacts/xyz/ask/zzz",
            "#/contacts/not-an-id",
            "#/merge",
            "#/merge/not-an-id",
            "%zz",
            "#/contacts/a/b/c/d",
            "#/shared/playbook",
            "#/shared/play.book/YQ",
        ] {
            assert_eq!(Route::parse(address), Route::Nowhere, "{address}");
        }
    }
}
