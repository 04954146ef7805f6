//! The persona the contact is taken for: what moves it, what it objects, what to give it.

use super::Subject;
use crate::app::persona::persona_of;
use crate::domain::playbook::market::{Content, Objection, Persona};
use crate::domain::playbook::words::is_plain_link;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny, ThenAny};
use leptos::prelude::*;

/// The persona, where the job title says one.
#[component]
pub(super) fn PersonaCard() -> impl IntoView {
    let (context, subject) = (AppContext::get(), Subject::get());
    let persona = Memo::new(move |_| {
        let playbook = context.playbook();
        subject.judged.with(|contact| persona_of(&playbook, contact).cloned())
    });
    move || persona.get().map_any(card)
}

fn card(persona: Persona) -> impl IntoView {
    let Persona { title, role, goals, pains, objections, say, content, .. } = persona;
    let role = (!role.is_empty()).then_any(|| view! { <p>{role}</p> });
    let objection = |Objection { objection, answer }: Objection| {
        view! {
            <div class="fact">
                <dt>{objection}</dt>
                <dd>{answer}</dd>
            </div>
        }
    };
    let objections = (!objections.is_empty()).then_any(|| {
        view! {
            <h3 class="fact-section">{text::persona_objections()}</h3>
            <dl class="facts">{objections.into_iter().map(objection).collect_any()}</dl>
        }
    });
    view! {
        <section class="card" aria-labelledby="persona-title">
            <h2 class="card-title" id="persona-title">
                {text::persona_title(title)}
            </h2>
            <p class="small quiet">{text::persona_by_job()}</p>
            {role}
            <div class="persona">
                {list(text::persona_goals(), goals)}
                {list(text::persona_pains(), pains)}
                {list(text::persona_say(), say)}
                {objections}
                {list(text::persona_content(), content.into_iter().map(given))}
            </div>
        </section>
    }
}

/// A heading with a list below it; nothing where there is nothing to list.
fn list<V: IntoView + 'static>(
    heading: &'static str,
    items: impl IntoIterator<Item = V>,
) -> Option<AnyView> {
    let items = items.into_iter().map(|item| view! { <li>{item}</li> }).collect_any();
    (!items.is_empty()).then_any(|| {
        view! {
            <h3 class="fact-section">{heading}</h3>
            <ul class="persona-list">{items}</ul>
        }
    })
}

/// Something to give, as a link where it leads somewhere a link may lead.
fn given(content: Content) -> AnyView {
    let Content { title, link } = content;
    match link.filter(|link| is_plain_link(link)) {
        Some(link) => view! {
            <a href=link target="_blank" rel="noopener">
                {title}
                " "
                <span class="visually-hidden">{text::opens_elsewhere()}</span>
            </a>
        }
        .into_any(),
        None => title.into_any(),
    }
}
