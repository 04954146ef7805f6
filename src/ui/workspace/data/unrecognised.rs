//! Words that came in and mean nothing to the playbook, each with a choice of what they mean.

use super::super::words;
use super::Desk;
use crate::app::unrecognised::{About, Mapping, Words, meanings, unrecognised};
use crate::domain::event::Field;
use crate::domain::playbook::Playbook;
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny};
use crate::ui::workspace::form::focus;
use crate::ui::workspace::pick::Pick;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;

/// Words that are listed at a time.
const LISTED: usize = 40;

/// The card of the words, where there are any.
#[component]
pub(super) fn Unrecognised() -> impl IntoView {
    let context = AppContext::get();
    let found = Memo::new(move |_| context.workspace.with(unrecognised));
    view! {
        <Shown when=move || !found.with(Vec::is_empty)>
            <Card found />
        </Shown>
    }
}

#[component]
fn Card(found: Memo<Vec<Words>>) -> impl IntoView {
    let (context, desk) = (AppContext::get(), Desk::get());
    let chosen = RwSignal::new(Vec::<Mapping>::new());
    let refused = RwSignal::new(None::<String>);
    let record = move |_| match context.map_words(&chosen.get_untracked()) {
        Ok(changed) => {
            chosen.set(Vec::new());
            refused.set(None);
            desk.say(match changed {
                1 => text::data_words_recorded_one().to_owned(),
                n => text::data_words_recorded(intl::count(n)),
            });
            request_animation_frame(|| focus("title"));
        }
        Err(refusal) => {
            refused.set(Some(words::refusal(&context.playbook_untracked(), &refusal)));
        }
    };
    let rows = move || {
        let playbook = context.playbook();
        let listed = found.get().into_iter().take(LISTED);
        listed.map(|words| row(&playbook, chosen, words)).collect_any()
    };
    let more = move || found.with(Vec::len).saturating_sub(LISTED);
    let title = move || match found.with(Vec::len) {
        1 => text::data_words_one().to_owned(),
        n => text::data_words(intl::count(n)),
    };
    view! {
        <section class="card" aria-labelledby="unrecognised">
            <h2 class="card-title" id="unrecognised">
                {title}
            </h2>
            <p class="small quiet">{text::data_words_text()}</p>
            <table class="table map">
                <thead>
                    <tr>
                        <th scope="col">{text::data_words_words()}</th>
                        <th scope="col">{text::contacts()}</th>
                        <th scope="col">{text::data_words_mean()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <Shown when=move || { more() > 0 }>
                <p class="small">{move || text::data_words_more(intl::count(more()))}</p>
            </Shown>
            <div class="actions">
                <button class="btn" type="button" on:click=record>
                    {text::data_words_record()}
                </button>
                {move || {
                    refused
                        .get()
                        .map_any(|words| view! { <p class="field-error" role="alert">{words}</p> })
                }}
            </div>
        </section>
    }
}

fn row(playbook: &Playbook, chosen: RwSignal<Vec<Mapping>>, found: Words) -> impl IntoView + use<> {
    let what = match &found.about {
        About::Source => words::field(Field::Source).to_owned(),
        About::Question(id) => playbook.question_name(id).to_owned(),
    };
    let (ids, titles): (Vec<_>, Vec<_>) = meanings(playbook, &found.about).into_iter().unzip();
    let nothing_to_choose = titles.is_empty();
    let choices = [text::data_words_leave().to_owned()].into_iter().chain(titles).collect();
    let (ids, count) = (StoredValue::new(ids), intl::count(found.contacts));
    let label = text::data_words_label(&what, &found.words);
    let shown = found.words.clone();
    let found = StoredValue::new(found);
    let is_it = move |mapping: &Mapping| {
        found.with_value(|it| mapping.about == it.about && mapping.words == it.words)
    };
    // The first choice leaves the words as they are.
    let place = Signal::derive(move || {
        let means = chosen.with(|all| Some(all.iter().find(|one| is_it(one))?.means.clone()));
        let place = |means: &String| ids.with_value(|ids| ids.iter().position(|id| id == means));
        Some(means.as_ref().and_then(place).map_or(0, |place| place + 1))
    });
    let pick = move |n: usize| {
        let means = n.checked_sub(1).and_then(|n| ids.with_value(|ids| ids.get(n).cloned()));
        chosen.update(|all| {
            all.retain(|mapping| !is_it(mapping));
            if let Some(means) = means {
                let Words { about, words, .. } = found.get_value();
                all.push(Mapping { about, words, means });
            }
        });
    };
    let meaning = if nothing_to_choose {
        view! { <span class="small">{text::data_words_answer()}</span> }.into_any()
    } else {
        let groups = vec![("".into(), choices)];
        view! { <Pick label groups chosen=place on_pick=pick id=None /> }.into_any()
    };
    view! {
        <tr>
            <th scope="row">
                {shown} <div class="small quiet">{what}</div>
            </th>
            <td class="sample">{count}</td>
            <td>{meaning}</td>
        </tr>
    }
}
