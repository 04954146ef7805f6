//! The card of the playbook: which one, its file, its language.

use super::{Desk, field};
use crate::app::edit::Editor;
use crate::app::embed_code::spoken::{Spoken, spoken};
use crate::app::embed_code::{Field, Language, first, setup};
use crate::app::route::{PlaybookPage, Route};
use crate::exchange::playbook_file;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{MapAny, ThenAny};
use crate::ui::workspace::icons::{Glyph, Icon};
use crate::ui::workspace::pick::LabelledPick;
use leptos::prelude::*;

/// The card.
#[component]
pub(super) fn SourceCard() -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::get());
    let said = RwSignal::new(String::new());
    let save = move |_| {
        let visitors = desk.visitors.get_untracked();
        let name = setup::file_name(&visitors);
        let text = playbook_file::write(&visitors);
        let taken = context.save_file(&name, "application/json", &text);
        said.set(if taken {
            text::data_exported(&name)
        } else {
            text::data_not_exported().to_owned()
        });
    };
    let asks = move || first::first(&desk.visitors.get(), context.today()).is_some();
    let own_name = Signal::derive(move || setup::file_name(&desk.visitors.get()));
    let stay = move || {
        let language = desk.choices.with(|choices| choices.language);
        let said = match spoken(&desk.visitors.get(), language) {
            Spoken::Own | Spoken::Translated(_, 0) => return None,
            Spoken::InsteadOf(own) => text::embed_texts_stay(intl::language(own)),
            Spoken::Translated(texts, 1) => {
                text::check_untranslated_one(intl::language(&texts.language))
            }
            Spoken::Translated(texts, n) => {
                text::check_untranslated(intl::language(&texts.language), intl::count(n))
            }
        };
        Some(said).map_any(|said| view! { <p class="small">{said}</p> })
    };
    view! {
        <section class="card" aria-labelledby="embed-source">
            <h2 class="card-title" id="embed-source">
                {text::embed_playbook()}
            </h2>
            {move || which(context, desk)}
            {move || {
                let in_use = desk.choices.with(|choices| choices.pack.is_none());
                (in_use && context.editor.with(Editor::has_changes))
                    .then_any(|| view! { <p class="small">{text::embed_draft()}</p> })
            }}
            {move || {
                (!asks())
                    .then_any(|| {
                        view! {
                            <p class="banner" role="alert">
                                <span>{text::embed_nothing_asked()}</span>
                                <a href=Route::Playbook(PlaybookPage::Questions).address()>
                                    {text::pb_questions()}
                                </a>
                            </p>
                        }
                    })
            }}
            <div class="actions">
                <button class="btn" type="button" on:click=save>
                    <Glyph icon=Icon::Download />
                    {text::embed_download()}
                </button>
                <span class="small quiet" role="status">
                    {move || said.get()}
                </span>
            </div>
            <p class="small quiet">{text::embed_download_text()}</p>
            {field::address(Field::Playbook, true, Some(text::embed_at_hint()), own_name)}
            {field::pick(
                "embed-language",
                text::embed_language(),
                &Language::ALL,
                text::language_name,
                |choices| choices.language,
                |choices, language| choices.language = language,
            )}
            <p class="small quiet">{text::embed_language_hint()}</p>
            {stay}
        </section>
    }
}

/// The list of playbooks: the one in use here, and those that ship.
fn which(context: AppContext, desk: Desk) -> AnyView {
    let shipped = desk.shipped.get();
    let failed = shipped.as_ref().is_some_and(|shipped| shipped.packs.is_empty());
    let packs = shipped.map(|shipped| shipped.packs.clone()).unwrap_or_default();
    let titles = packs.iter().map(|pack| pack.title.clone());
    let choices: Vec<_> =
        [text::embed_in_use(&context.playbook().title)].into_iter().chain(titles).collect();
    let ids = StoredValue::new(packs.iter().map(|pack| pack.id.clone()).collect::<Vec<_>>());
    let chosen = Signal::derive(move || {
        let pack = desk.choices.with(|choices| choices.pack.clone());
        // One that does not ship any more is the one in use: that is what the code is made of.
        let place = pack.and_then(|id| ids.with_value(|ids| ids.iter().position(|it| *it == id)));
        Some(place.map_or(0, |place| place + 1))
    });
    let on_pick = move |place: usize| {
        let pack = place.checked_sub(1).and_then(|at| ids.with_value(|ids| ids.get(at).cloned()));
        desk.change(|choices| choices.pack = pack);
    };
    view! {
        <LabelledPick id="embed-which" label=text::embed_which() choices chosen on_pick />
        {failed.then_any(|| view! { <p class="small">{text::embed_packs_failed()}</p> })}
    }
    .into_any()
}
