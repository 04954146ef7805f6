//! The files of a CRM: what each stage becomes there, who goes into which file, a button a file.

use super::words::{file_text, file_title, file_word, left};
use super::{Chosen, Remembered, crm_name, each, save_csv, so_far};
use crate::app::crm::Crm;
use crate::exchange::csv::write::{Reader, Writer};
use crate::exchange::export::crm::{CrmStage, Draft, File, Job, Left, files, stages, usual};
use crate::platform::intl;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, ThenAny};
use crate::ui::workspace::icons::{Glyph, Icon};
use crate::ui::workspace::pick::Pick;
use crate::ui::workspace::shown::Shown;
use chrono::Local;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Rows that are written before the page gets to breathe.
const ROWS: usize = 2_000;

/// How many rows a file has, and who has none of its own.
type Count = (usize, Vec<(Left, usize)>);

/// The stages somebody chose for a CRM, else the usual ones.
#[derive(Debug, Clone, Copy)]
struct Mapping {
    crm: Crm,
    own: Remembered,
}

impl Mapping {
    fn new(crm: Crm) -> Self {
        Self { crm, own: Remembered::get() }
    }

    /// Those chosen count as long as there are as many stages.
    fn of(self, stages: Option<&Vec<usize>>) -> Vec<usize> {
        let usual = usual(self.crm, &AppContext::get().playbook_untracked());
        stages.filter(|chosen| chosen.len() == usual.len()).cloned().unwrap_or(usual)
    }

    fn get(self) -> Vec<usize> {
        self.own.stages.with(|all| self.of(all.get(&self.crm)))
    }

    fn choose(self, stage: usize, theirs: usize) {
        let mut chosen = self.own.stages.with_untracked(|all| self.of(all.get(&self.crm)));
        if let Some(place) = chosen.get_mut(stage) {
            *place = theirs;
        }
        self.own.stages.update(|all| _ = all.insert(self.crm, chosen));
    }
}

/// The stages and the files.
#[component]
pub(super) fn CrmFiles(crm: Crm, chosen: Chosen) -> impl IntoView {
    let context = AppContext::get();
    let counts = RwSignal::new(None::<Vec<Count>>);
    // Who is in which file does not hang on the stages, so it is looked up once for a list.
    let turn = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let ids = chosen.ids.get();
        let mine = turn.get_value() + 1;
        turn.set_value(mine);
        counts.set(None);
        spawn_local(async move {
            let playbook = context.playbook_untracked();
            let stages = usual(crm, &playbook);
            let draft = |file: &File| {
                Draft::new(Job { crm, file: *file, playbook: &playbook, stages: &stages }, Local)
            };
            let mut drafts: Vec<_> = files(crm).iter().map(draft).collect();
            let look = |record: &crate::app::workspace::Record| {
                if let Some(contact) = &record.contact {
                    for draft in &mut drafts {
                        draft.add(contact);
                    }
                }
            };
            each(context, &ids, look, |_| ()).await;
            let counted = drafts.into_iter().map(Draft::finish);
            let counted = counted.map(|made| (made.rows.len(), made.left)).collect();
            // The view may have been left meanwhile, or the list have changed.
            if turn.try_get_value() == Some(mine) {
                counts.try_set(Some(counted));
            }
        });
    });
    let listed = move || match counts.get() {
        None => view! { <p class="quiet" role="status">{text::out_counting()}</p> }.into_any(),
        Some(counts) => files(crm)
            .iter()
            .zip(counts)
            .map(|(file, count)| view! { <OneFile crm file=*file count chosen /> })
            .collect_any()
            .into_any(),
    };
    let has_stages = move || context.playbook().stages_in_use().next().is_some();
    view! {
        <Shown when=has_stages>
            <Stages crm />
        </Shown>
        <section class="card" aria-labelledby="files">
            <h2 class="card-title" id="files">
                {text::out_files()}
            </h2>
            <p class="small quiet">{text::out_files_text(crm_name(crm))}</p>
            {listed}
        </section>
    }
}

/// Which of the CRM's stages each one becomes.
#[component]
fn Stages(crm: Crm) -> impl IntoView {
    let mapping = Mapping::new(crm);
    let playbook = AppContext::get().playbook_untracked();
    let worded = |stage: &CrmStage| match (stage.label, stage.chance) {
        (Some(label), Some(chance)) => text::out_stage_labelled(label, stage.name, chance),
        (None, Some(chance)) => text::out_stage_chance(stage.name, chance),
        _ => stage.name.to_owned(),
    };
    let theirs: Vec<String> = stages(crm).iter().map(worded).collect();
    let row = |(place, title): (usize, String)| {
        let chosen = Signal::derive(move || mapping.get().get(place).copied());
        let pick = move |theirs| mapping.choose(place, theirs);
        let label = text::out_stage_becomes(&title);
        let groups = vec![("".into(), theirs.clone())];
        view! {
            <tr>
                <th scope="row">{title}</th>
                <td>
                    <Pick label groups chosen on_pick=pick id=None />
                </td>
            </tr>
        }
    };
    let own = playbook.stages_in_use().map(|stage| stage.title.clone()).enumerate();
    let rows = own.map(row).collect_any();
    view! {
        <section class="card" aria-labelledby="stages">
            <h2 class="card-title" id="stages">
                {text::out_stages()}
            </h2>
            <p class="small quiet">{text::out_stages_text()}</p>
            <table class="table map">
                <thead>
                    <tr>
                        <th scope="col">{text::out_stage_own()}</th>
                        <th scope="col">{text::out_stage_theirs(crm_name(crm))}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

#[component]
fn OneFile(crm: Crm, file: File, count: Count, chosen: Chosen) -> impl IntoView {
    let (rows, without) = count;
    let words = match rows {
        0 => text::out_no_rows().to_owned(),
        1 => text::out_rows_one().to_owned(),
        n => text::out_rows(intl::count(n)),
    };
    let reasons =
        without.into_iter().map(|(why, n)| view! { <li>{left(why, &intl::count(n))}</li> });
    let reasons = reasons.collect_any();
    view! {
        <section class="out-file">
            <h3>{file_title(file)}</h3>
            <p class="small quiet">{file_text(file)}</p>
            <p class="small">
                <b>{words}</b>
            </p>
            {(!reasons.is_empty())
                .then_any(move || {
                    view! {
                        <p class="small quiet">{text::out_left()}</p>
                        <ul class="bullets small">{reasons}</ul>
                    }
                })}
            {(rows > 0).then_any(move || view! { <Download crm file chosen /> })}
        </section>
    }
}

#[component]
fn Download(crm: Crm, file: File, chosen: Chosen) -> impl IntoView {
    let context = AppContext::get();
    let mapping = Mapping::new(crm);
    let said = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let save = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        said.set(text::out_preparing().to_owned());
        let stages = untrack(|| mapping.get());
        spawn_local(async move {
            let (ids, playbook) = (chosen.ids.get_untracked(), context.playbook_untracked());
            let job = Job { crm, file, playbook: &playbook, stages: &stages };
            let mut draft = Draft::new(job, Local);
            let look = |record: &crate::app::workspace::Record| {
                record.contact.iter().for_each(|contact| draft.add(contact));
            };
            let progress = |done| _ = said.try_set(so_far(done, ids.len()));
            each(context, &ids, look, progress).await;
            let made = draft.finish();
            let mut writer = Writer::new(Reader::Crm);
            writer.row(made.header);
            for rows in made.rows.chunks(ROWS) {
                for row in rows {
                    writer.row(row);
                }
                TimeoutFuture::new(0).await;
            }
            let name = file_word(crm, file);
            let name = format!("ripen-{}-{name}-{}.csv", context.name(), context.today());
            // The view may have been left meanwhile; the file comes all the same.
            let words = save_csv(context, &name, &writer.finish());
            said.try_set(words);
            busy.try_set(false);
        });
    };
    view! {
        <div class="actions">
            <button class="btn" type="button" on:click=save>
                <Glyph icon=Icon::Download />
                {text::out_download_file(file_title(file))}
            </button>
            <span class="small quiet" role="status">
                {move || said.get()}
            </span>
        </div>
    }
}
