//! Edits of every kind, quickly made, and looking whether they are there.

use anyhow::bail;
use ripen_e2e::{FAULTS, Page, Result, SiteCopy, Step};

/// The database of the workspace.
pub(crate) const DATABASE: &str = "ripen/1/default";
/// How the page says that.
pub(crate) const SAVED: &str = "Saved in this browser";
pub(crate) const SAVED_LOCALLY: &str = "Saved, without the browser’s database";
pub(crate) const NOT_SAVED: &str = "Not saved";
pub(crate) const IN_MEMORY: &str = "In memory only";

/// What the page says of storing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Saved {
    Lasting,
    Locally,
    Not,
    Memory,
}

/// A page of the origin that has nothing to do with the app.
pub(crate) const AWAY: &str = "away.html";

/// One kind of edit, with what is to be read where once it is made.
pub(crate) struct Edit {
    pub(crate) steps: &'static [Step<'static>],
    pub(crate) place: Place,
    pub(crate) text: &'static str,
}

/// Where an edit is to be read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Contact,
    Playbook,
}

/// A contact is captured, answers, is called, gets a next step; the playbook is changed.
pub(crate) const SERIES: [Edit; 5] = [
    Edit {
        steps: &[
            &["click", "link", "New contact"],
            &["set", "textbox", "Person", "Mina Okafor"],
            &["set", "textbox", "Organisation", "Northwind"],
            &["click", "button", "Add"],
            &["see", "heading", "What is missing for Prospect"],
        ],
        place: Place::Contact,
        text: "Mina Okafor · Northwind",
    },
    Edit {
        steps: &[
            &["click", "button", "Ask next question"],
            &["set", "textbox", "How many people work there?", "240"],
            &["click", "button", "Continue"],
            &["see", "heading", "Which industry are they in?"],
            &["click", "link", "Mina Okafor · Northwind"],
            &["see", "heading", "Mina Okafor · Northwind"],
        ],
        place: Place::Contact,
        text: "240 people",
    },
    Edit {
        steps: &[
            &["click", "button", "Log a touch"],
            &["set", "textbox", "Note (optional)", "Spoke of the pilot"],
            &["click", "button", "Log it"],
            &["read", "Spoke of the pilot"],
        ],
        place: Place::Contact,
        text: "Spoke of the pilot",
    },
    Edit {
        steps: &[
            &["click", "button", "Set the next step"],
            &["set", "textbox", "What is next?", "Send the offer"],
            &["set", "date", "Due", "2030-01-15"],
            &["click", "button", "Set it"],
            &["read", "Send the offer"],
        ],
        place: Place::Contact,
        text: "Send the offer",
    },
    Edit {
        steps: &[
            &["click", "link", "Playbook"],
            &["set", "textbox", "Name of the playbook", "Pain first"],
            &["read", "Draft with 1 change"],
        ],
        place: Place::Playbook,
        text: "Draft with 1 change",
    },
];

/// The site, its storage such that it can be made to fail.
pub(crate) fn site() -> Result<SiteCopy> {
    let site = SiteCopy::new()?;
    site.run_first(FAULTS)?;
    site.add(AWAY, "<!doctype html><title>Away</title><p>Away</p>")?;
    Ok(site)
}

/// Opens that site.
pub(crate) async fn fallible() -> Result<Page> {
    Page::open_of(site()?, "index.html").await
}

/// Makes the whole series. Says what the page said in the end.
pub(crate) async fn series_saved(page: &Page) -> Result<Saved> {
    for edit in &SERIES {
        page.run(edit.steps).await?;
    }
    settled(page).await
}

/// What the page says of storing once that has come to rest.
pub(crate) async fn settled(page: &Page) -> Result<Saved> {
    page.gone_text("to go…").await?;
    let text = page.text().await?;
    let states = [
        (SAVED, Saved::Lasting),
        (SAVED_LOCALLY, Saved::Locally),
        (NOT_SAVED, Saved::Not),
        (IN_MEMORY, Saved::Memory),
    ];
    let said: Vec<_> = states.iter().filter(|(words, _)| text.contains(words)).collect();
    match said.as_slice() {
        [(_, state)] => Ok(*state),
        other => bail!("{} states are told in: {text}", other.len()),
    }
}

/// Looks whether edits are to be read, going there by the page's own links.
pub(crate) async fn hold(page: &Page, edits: &[Edit]) -> Result<()> {
    let at = |place| edits.iter().filter(move |edit| edit.place == place).map(|edit| edit.text);
    let (contact, playbook): (Vec<_>, Vec<_>) =
        (at(Place::Contact).collect(), at(Place::Playbook).collect());
    if !contact.is_empty() {
        reads(page, "Mina Okafor", &contact).await?;
    }
    for text in playbook {
        page.run(&[&["click", "link", "Playbook"], &["read", text]]).await?;
    }
    Ok(())
}

/// Captures a contact from wherever the page is.
pub(crate) async fn capture(page: &Page, person: &str) -> Result<()> {
    page.run(&[
        &["click", "link", "New contact"],
        &["set", "textbox", "Person", person],
        &["click", "button", "Add"],
        &["see", "heading", "What is missing for Prospect"],
    ])
    .await
}

/// Goes to a contact, from wherever the page is, and does something there.
async fn at(page: &Page, person: &str, steps: &[Step<'_>]) -> Result<()> {
    let way: [Step<'_>; 3] = [
        &["click", "link", "Contacts…"],
        &["set", "searchbox", "Search", person],
        &["click", "link", person],
    ];
    page.run(&[&way, steps].concat()).await
}

/// Logs a touch at a contact.
pub(crate) async fn touch(page: &Page, person: &str, note: &str) -> Result<()> {
    let log: [Step<'_>; 4] = [
        &["click", "button", "Log a touch"],
        &["set", "textbox", "Note (optional)", note],
        &["click", "button", "Log it"],
        &["read", note],
    ];
    at(page, person, &log).await
}

/// Looks whether words are to be read at a contact.
pub(crate) async fn reads(page: &Page, person: &str, texts: &[&str]) -> Result<()> {
    let texts: Vec<_> = texts.iter().map(|text| ["read", *text]).collect();
    let steps: Vec<_> = texts.iter().map(<[&str; 2]>::as_slice).collect();
    at(page, person, &steps).await
}

/// Gives the person at the keyboard a name.
pub(crate) async fn sign(page: &Page, name: &str) -> Result<()> {
    page.run(&[
        &["click", "link", "Data"],
        &["set", "textbox", "Your name (optional)", name],
        &["click", "button", "Save changes"],
    ])
    .await?;
    settled(page).await.map(drop)
}

/// A table of so many contacts.
pub(crate) fn table(rows: usize) -> String {
    let rows = (0..rows).map(|n| format!("N{n},Company {n}\n"));
    format!("id,company\n{}", rows.collect::<String>())
}

/// Brings a table in.
pub(crate) async fn import(page: &Page, rows: usize) -> Result<()> {
    let file = page.file("many.csv", table(rows))?;
    page.click("link", "Data").await?;
    page.see("file", "Choose files").await?;
    page.upload("Choose files", &[file]).await?;
    page.click("button", &format!("Import {rows} contacts")).await?;
    page.see_text(&format!("Done. {rows} contacts are new.")).await
}
