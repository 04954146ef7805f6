//! What goes along when a contact is handed over, to read, print and copy.

mod words;

use super::words::{name, refusal};
use crate::app::refusal::Refusal;
use crate::app::route::Route;
use crate::domain::ids::ContactId;
use crate::platform::handout;
use crate::ui::context::AppContext;
use crate::ui::text::workspace as text;
use crate::ui::workspace::any::{CollectAny, MapAny};
use crate::ui::workspace::form::focus;
use crate::ui::workspace::shown::Shown;
use leptos::prelude::*;
use leptos::task::spawn_local;
pub(super) use words::Written;
use words::{Block, Line};

/// The page of a contact's packet.
#[component]
pub fn PacketPage(
    /// Whose.
    id: ContactId,
) -> impl IntoView {
    let context = AppContext::get();
    let written = Memo::new(move |_| {
        context.workspace.with(|workspace| {
            Some(Written::of(&workspace.playbook, workspace.contact(id)?, context.today()))
        })
    });
    let who = move || {
        context.workspace.with(|w| w.contact(id).map(|contact| name(contact).0)).unwrap_or_default()
    };
    let gone = move || refusal(&context.playbook(), &Refusal::NoSuchContact);
    view! {
        <div class="packet">
            <nav class="small no-print" aria-label=crate::ui::text::rep::back_to()>
                <a href=Route::Contact(id).address()>{who}</a>
            </nav>
            {move || match written.get() {
                Some(written) => view! { <Paper written /> }.into_any(),
                None => view! { <p class="empty">{gone}</p> }.into_any(),
            }}
        </div>
    }
}

/// A packet as it is read, with the ways to copy and print it.
#[component]
pub(super) fn Paper(
    /// What is in it.
    written: Written,
) -> impl IntoView {
    let as_text = StoredValue::new(written.as_text());
    // None before anybody tried; then whether the browser took it.
    let copied = RwSignal::new(None::<bool>);
    let copy = move |_| {
        spawn_local(async move {
            let text = as_text.get_value();
            let taken = handout::copy(&text).await;
            copied.set(Some(taken));
            if !taken {
                request_animation_frame(|| focus("packet-text"));
            }
        });
    };
    let Written { title, about, blocks } = written;
    view! {
        <article class="card paper">
            <div class="view-head">
                <div>
                    <h1 class="view-title" id="title" tabindex="-1">
                        {title}
                    </h1>
                    <p class="contact-quiet">{about}</p>
                </div>
                <div class="actions no-print">
                    <button class="btn btn-primary" type="button" on:click=copy>
                        {text::packet_copy()}
                    </button>
                    <button class="btn" type="button" on:click=|_| handout::print()>
                        {text::packet_print()}
                    </button>
                </div>
            </div>
            <p class="small no-print" role="status">
                {move || match copied.get() {
                    Some(true) => text::packet_copied(),
                    Some(false) => text::packet_not_copied(),
                    None => "",
                }}
            </p>
            <Shown when=move || copied.get() == Some(false)>
                <textarea
                    class="input no-print"
                    id="packet-text"
                    rows="10"
                    readonly
                    aria-label=text::packet_text()
                    prop:value=as_text.get_value()
                    on:focus:target=|event| event.target().select()
                ></textarea>
            </Shown>
            {blocks.into_iter().map(block).collect_any()}
        </article>
    }
}

fn block(block: Block) -> impl IntoView {
    let line = |line: Line| {
        let more = line.more.into_iter().map(|more| view! { <span class="note">{more}</span> });
        view! {
            <div class="fact">
                <dt>{line.name}</dt>
                <dd>{line.value} {more.collect_any()}</dd>
            </div>
        }
    };
    view! {
        <section class="paper-block">
            <h2 class="card-title">{block.title}</h2>
            {block.words.map_any(|words| view! { <p class="small">{words}</p> })}
            <dl class="facts">{block.lines.into_iter().map(line).collect_any()}</dl>
        </section>
    }
}
