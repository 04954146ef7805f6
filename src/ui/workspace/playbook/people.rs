//! The ideal customer: what it is recognised by; and the personas one talks to.

use super::common::criteria_but;
use super::field::{Choices, Kind, plain};
use super::lists::{self, one};
use super::rows::{Adding, Rows};
use super::subject::{Subject, edit, put};
use crate::app::edit::refused::{self, lines};
use crate::app::edit::{Done, Label, Refused, list, people};
use crate::app::route::{PlaybookPage, Route};
use crate::domain::ids::CriterionId;
use crate::domain::playbook::Noun;
use crate::domain::playbook::market::{Persona, Profile, Role, Trait};
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use leptos::prelude::*;
use std::sync::{Arc, LazyLock};

/// What a playbook without a profile says.
static NO_PROFILE: LazyLock<Profile> = LazyLock::new(Profile::default);

/// The page of profile and personas.
#[component]
pub(super) fn People() -> impl IntoView {
    let context = AppContext::get();
    view! {
        <h1 class="view-title" id="title" tabindex="-1">
            {text::pb_people()}
        </h1>
        <p class="quiet">{text::pb_people_text()}</p>
        {profile(context)}
        {personas(context)}
    }
}

fn profile(context: AppContext) -> AnyView {
    let profile = Subject::<Profile>::new(
        "profile",
        Noun::Profile,
        |_| String::new(),
        |playbook| Some(playbook.profile.as_ref().unwrap_or(&NO_PROFILE)),
        |draft| Some(people::profile(draft)),
    );
    let about = profile.area(
        "about",
        text::pb_profile_about(),
        |profile| profile.about.clone(),
        |profile, typed| put(&mut profile.about, refused::text(typed)),
    );
    let pains = profile.area(
        "pains",
        text::pb_pains(),
        |profile| profile.pains.join("\n"),
        |profile, typed| put(&mut profile.pains, lines(typed)),
    );
    let preferences = profile.area(
        "preferences",
        text::pb_preferences(),
        |profile| profile.preferences.join("\n"),
        |profile, typed| put(&mut profile.preferences, lines(typed)),
    );
    view! {
        <section class="card" aria-labelledby="profile">
            <h2 class="card-title" id="profile">
                {text::pb_profile()}
            </h2>
            {about.optional().draw()}
            <h3 class="pb-subtitle">{text::pb_traits()}</h3>
            <p class="small quiet">{text::pb_traits_text()}</p>
            {traits(context, &profile)}
            {pains.optional().hint(text::pb_one_a_line()).draw()}
            {preferences.optional().hint(text::pb_one_a_line()).draw()}
        </section>
    }
    .into_any()
}

fn traits(context: AppContext, profile: &Subject<Profile>) -> AnyView {
    let traits = profile.part("traits", |p| Some(&p.traits), |p| Some(&mut p.traits));
    let used = traits.memo(|all| all.iter().map(|one| one.criterion.clone()).collect::<Vec<_>>());
    let choices = criteria_but(context, used);
    let add = Arc::new(move |typed: &str| {
        let criterion = CriterionId::from(typed);
        let label = Label::new(Done::Set, Noun::Profile, "");
        edit(context, label, |draft, _| people::add_trait(draft, &criterion))
    });
    lists::rows(
        &traits,
        Vec::len,
        |traits, place| {
            let draft = AppContext::get().draft_untracked();
            traits
                .get(place)
                .map(|one| draft.criterion_name(&one.criterion).to_owned())
                .unwrap_or_default()
        },
        one_trait,
        Adding::Chosen(text::pb_trait_add().to_owned(), choices, add),
    )
}

const ROLES: [(&str, Role); 3] =
    [("must", Role::MustHave), ("nice", Role::NiceToHave), ("out", Role::Exclusion)];

fn one_trait(traits: &Subject<Vec<Trait>>, place: usize) -> AnyView {
    let one = one(traits, place);
    let context = one.context;
    let criterion = one.memo(|one| Some(one.criterion.clone()));
    let title = Memo::new(move |_| {
        criterion.get().map(|id| context.draft().criterion_name(&id).to_owned()).unwrap_or_default()
    });
    let roles = plain([
        ("must", text::pb_role_must()),
        ("nice", text::pb_role_nice()),
        ("out", text::pb_role_exclusion()),
    ]);
    let role = one.field(
        Kind::Select(Signal::stored(roles)),
        "role",
        text::pb_role(untrack(|| title.get())),
        |one| {
            let known = ROLES.iter().find(|(_, role)| *role == one.role);
            known.map_or("", |(key, _)| key).to_owned()
        },
        |one, typed| {
            let known = ROLES.iter().find(|(key, _)| *key == typed);
            put(&mut one.role, known.map(|(_, role)| *role).ok_or(Refused::Missing))
        },
    );
    let link = move || {
        let page = criterion.get().map(PlaybookPage::Criterion)?;
        Some(view! {
            <a class="pb-item" href=Route::Playbook(page).address()>
                {title}
            </a>
        })
    };
    view! { <div class="pb-line">{link} {role.bare()}</div> }.into_any()
}

fn personas(context: AppContext) -> AnyView {
    let all = Subject::<Vec<Persona>>::new(
        "persona",
        Noun::Persona,
        |_| String::new(),
        |playbook| Some(&playbook.personas),
        |draft| Some(&mut draft.personas),
    );
    let [named, drawn, moved] = std::array::from_fn(|_| all.clone());
    let rows = Rows {
        id: "persona".to_owned(),
        count: all.memo(Vec::len),
        name: Arc::new(move |place| {
            named.read(|all| all.get(place).map(|one| one.title.clone()).unwrap_or_default())
        }),
        row: Arc::new(move |place| {
            let one = one(&drawn, place);
            let shown = one.memo(|one| (Some(one.id.clone()), one.title.clone(), one.role.clone()));
            (move || {
                let (id, title, role) = shown.get();
                let page = id.map(PlaybookPage::Persona)?;
                Some(view! {
                    <div class="pb-item-body">
                        <p>
                            <a class="pb-item" href=Route::Playbook(page).address()>
                                {title}
                            </a>
                        </p>
                        <p class="small quiet">{role}</p>
                    </div>
                })
            })
            .into_any()
        }),
        shift: Some(Arc::new(move |place, way| {
            moved.change(Done::Set, |all| {
                list::shift(all, place, way);
                Ok(())
            })
        })),
        remove: None,
        add: Some(Adding::Named(
            text::pb_persona_add().to_owned(),
            Arc::new(move |typed| {
                let label = Label::new(Done::Add, Noun::Persona, typed.trim());
                let id =
                    edit(context, label, |draft, published| people::add(draft, published, typed))?;
                context.go(&Route::Playbook(PlaybookPage::Persona(id)));
                Ok(())
            }),
        )),
    };
    view! {
        <section class="card" aria-labelledby="personas">
            <h2 class="card-title" id="personas">
                {text::pb_personas()}
            </h2>
            <p class="small quiet">{text::pb_personas_text()}</p>
            {rows.draw()}
        </section>
    }
    .into_any()
}

/// Criteria to choose from, and none.
pub(super) fn criteria_or_none(context: AppContext) -> Signal<Choices> {
    Signal::derive(move || {
        let draft = context.draft();
        let mut all = plain([("", text::pb_none())]);
        all.extend(plain(draft.criteria.iter().map(|c| (c.id.to_string(), c.title.clone()))));
        all
    })
}
