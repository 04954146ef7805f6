//! Four tabs with random edits, to the same contacts and to different ones: all come to the same
//! without a reload, and nothing is lost.

use crate::edits::{SAVED, capture, fallible, import, reads, sign, touch};
use crate::room::publish;
use anyhow::Context;
use ripen_e2e::{Page, Result};

const TABS: usize = 4;
const PEOPLE: [&str; 3] = ["Mina Okafor", "Tom Reyes", "Li Wen"];
const EDITS: usize = 14;

/// Numbers that look random and are the same in every run.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }
}

/// Looks in every tab for every note.
async fn converged(page: &Page, notes: &[(usize, String)]) -> Result<()> {
    for tab in 0..TABS {
        page.switch_to(tab).await?;
        for (person, name) in PEOPLE.iter().enumerate() {
            let there = notes.iter().filter(|(whose, _)| *whose == person);
            let texts: Vec<_> = there.map(|(_, note)| note.as_str()).collect();
            reads(page, name, &texts).await.with_context(|| format!("{name} in tab {tab}"))?;
        }
    }
    Ok(())
}

/// Edits in random tabs; before each, `before` may do something to the storage.
async fn check(seed: u64, before: impl AsyncFn(&Page, usize) -> Result<()>) -> Result<()> {
    let page = fallible().await?;
    for person in PEOPLE {
        capture(&page, person).await?;
    }
    page.see_text(SAVED).await?;
    for _ in 1..TABS {
        page.new_tab("index.html").await?;
        page.see("link", "Contacts 3").await?;
    }
    let (mut random, mut notes) = (Random(seed), Vec::new());
    for n in 0..EDITS {
        page.switch_to(random.below(TABS)).await?;
        before(&page, n).await?;
        let (person, note) = (random.below(PEOPLE.len()), format!("Note {seed}-{n}."));
        touch(&page, PEOPLE[person], &note).await?;
        notes.push((person, note));
    }
    converged(&page, &notes).await?;
    for tab in 0..TABS {
        page.switch_to(tab).await?;
        page.see_text(SAVED).await?;
        page.reload().await?;
    }
    converged(&page, &notes).await
}

#[tokio::test]
async fn random_edits_in_four_tabs_all_arrive() -> Result<()> {
    check(1, async |_, _| Ok(())).await
}

#[tokio::test]
async fn random_edits_arrive_while_local_storage_is_full_now_and_then() -> Result<()> {
    check(3, async |page, n| match n {
        4 => page.fill_up().await,
        10 => page.free_up().await,
        _ => Ok(()),
    })
    .await
}

#[tokio::test]
async fn an_import_into_the_database_alone_arrives_in_the_other_tabs() -> Result<()> {
    let page = fallible().await?;
    capture(&page, PEOPLE[0]).await?;
    page.new_tab("index.html").await?;
    page.see("link", "Contacts 1").await?;
    page.switch_to(0).await?;
    import(&page, 500).await?;
    page.switch_to(1).await?;
    page.see("link", "Contacts 501").await?;
    // Whoever came in there is edited here, and that goes back.
    touch(&page, "Company 77", "Edited in the other tab").await?;
    touch(&page, PEOPLE[0], "Edited there, too").await?;
    page.switch_to(0).await?;
    reads(&page, "Company 77", &["Edited in the other tab"]).await?;
    reads(&page, PEOPLE[0], &["Edited there, too"]).await?;
    page.see_text(SAVED).await?;
    page.reload().await?;
    page.see("link", "Contacts 501").await?;
    reads(&page, "Company 77", &["Edited in the other tab"]).await
}

#[tokio::test]
async fn settings_and_playbook_arrive_although_local_storage_is_full() -> Result<()> {
    let page = fallible().await?;
    page.run(&[&["see", "link", "Add a contact"]]).await?;
    page.fill_up().await?;
    page.new_tab("index.html").await?;
    page.run(&[&["click", "link", "Data"], &["see", "heading", "Bring in"]]).await?;
    page.switch_to(0).await?;
    sign(&page, "Jo").await?;
    publish(&page).await?;
    page.switch_to(1).await?;
    page.see_text("Pain first, version 2").await?;
    page.run(&[
        &["click", "link", "Playbook"],
        &["see", "textbox", "Name of the playbook"],
        &["click", "link", "Data"],
        &["see", "heading", "Bring in"],
    ])
    .await?;
    assert_eq!(page.value("textbox", "Your name (optional)").await?, "Jo");
    page.see_text(SAVED).await
}
