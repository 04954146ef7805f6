//! One contact: where it stands, why, what is missing, what happened.

mod add_stakeholder;
mod ahead;
mod answers;
mod axes;
mod banners;
mod cards;
mod chance;
mod consent;
mod decider;
mod details;
mod dialog;
mod edit_details;
mod erase;
mod guide;
mod hand_over;
mod handoff;
mod header;
mod ladder;
mod log_engagement;
mod log_touch;
mod merged;
mod moves;
mod next_step;
mod persona;
mod proof;
mod purchases;
mod scores;
mod set_task;
mod stakeholders;
mod take_along;
mod taken_over;
mod timeline;
mod touches;
mod verdict;
mod way_up;

use crate::app::route::Route;
use crate::domain::assess::{Assessment, assess};
use crate::domain::contact::Contact;
use crate::domain::ids::ContactId;
use crate::domain::position::Position;
use crate::domain::rules::Rules;
use crate::ui::context::AppContext;
use crate::ui::workspace::colleagues::Colleagues;
use crate::ui::workspace::form::{Focused, focused};
use crate::ui::workspace::nothing::NoContact;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;

/// A form on top of the page.
#[derive(Debug, Clone, PartialEq)]
enum Form {
    Move(Position),
    Override(Position),
    Return,
    Nurture,
    Disqualify,
    Lose,
    Win,
    Touch,
    Engagement,
    Task,
    Details,
    Decider,
    Stakeholder,
    HandOver,
    SendBack,
    Erase,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Subject {
    id: ContactId,
    contact: Signal<Contact>,
    /// The contact without what was only logged, which no verdict reads: what is drawn from it stays as it
    /// is when a touch is logged.
    judged: Memo<Contact>,
    assessment: Memo<Assessment>,
    form: RwSignal<Option<Form>>,
    /// What had the focus before the form.
    opener: StoredValue<Option<Focused>, LocalStorage>,
}

impl Subject {
    fn get() -> Self {
        expect_context()
    }

    /// Opens a form.
    fn open(self, form: Form) {
        self.opener.set_value(focused());
        self.form.set(Some(form));
    }
}

/// The page of one contact.
#[component]
pub fn ContactPage(
    /// Which one.
    id: ContactId,
) -> impl IntoView {
    let context = AppContext::get();
    let contact =
        Memo::new(move |_| context.workspace.with(|workspace| workspace.contact(id).cloned()));
    let there = move || contact.with(Option::is_some);
    view! {
        <Shown when=there fallback=move || view! { <NoContact id /> }>
            <Page id contact />
        </Shown>
    }
}

#[component]
fn Page(id: ContactId, contact: Memo<Option<Contact>>) -> impl IntoView {
    let context = AppContext::get();
    let contact = Signal::derive(move || contact.get().unwrap_or_else(|| Contact::blank(id)));
    let judged = Memo::new(move |_| Contact {
        touches: Vec::new(),
        engagements: Vec::new(),
        ..contact.get()
    });
    let assessment = Memo::new(move |_| {
        let playbook = context.playbook();
        let rules = Rules::of(&playbook);
        judged.with(|contact| assess(&rules, contact, context.today()))
    });
    let (form, opener) = (RwSignal::new(None), StoredValue::new_local(None));
    let subject = Subject { id, contact, judged, assessment, form, opener };
    provide_context(subject);
    // An address of its own, so that the wizard's result can lead to the form.
    Effect::new(move |_| {
        if context.route.get() == Route::NameDecider(id) {
            subject.open(Form::Decider);
        }
    });
    view! {
        <div class="contact">
            <header::Header />
            <axes::Axes />
            <banners::StandingBanner />
            <banners::PoorFitBanner />
            <banners::AheadBanner />
            <banners::ReadyBanner />
            <decider::DeciderBanner />
            <purchases::Purchases />
            <merged::MergedHere />
            <Colleagues id />
            <ladder::Ladder />
            <div class="contact-cols">
                <div class="contact-col">
                    <verdict::VerdictCard />
                    <answers::AnswersCard />
                    <guide::GuideCard />
                </div>
                <div class="contact-col">
                    <handoff::HandoffCard />
                    <next_step::NextStepCard />
                    <scores::ScoresCard />
                    <chance::ChanceCard />
                    <cards::Cards />
                    <stakeholders::StakeholdersCard />
                    <persona::PersonaCard />
                    <details::DetailsCard />
                    <touches::TouchesCard />
                    <take_along::TakeAlongCard />
                    <timeline::TimelineCard />
                </div>
            </div>
            {move || subject.form.get().map(|form| view! { <dialog::FormDialog form /> })}
        </div>
    }
}
