//! Local storage that is filled to the brim: the database has what does not fit, and says so.

use crate::edits::{
    SAVED, SERIES, Saved, capture, fallible, hold, import, reads, settled, sign, touch,
};
use ripen_e2e::{Page, Result};
use serde_json::json;

/// The contacts local storage has.
async fn local_contacts(page: &Page) -> Result<usize> {
    let keys = page.local_storage().await?.into_keys();
    Ok(keys.filter(|key| key.starts_with("ripen/1/default/contact/")).count())
}

#[tokio::test]
async fn what_does_not_fit_is_in_the_database_and_there_after_a_reload() -> Result<()> {
    let page = fallible().await?;
    page.fill_up().await?;
    for edit in &SERIES {
        page.run(edit.steps).await?;
        assert_eq!(settled(&page).await?, Saved::Lasting, "{}", edit.text);
    }
    sign(&page, "Jo").await?;
    page.see_text(SAVED).await?;
    assert_eq!(local_contacts(&page).await?, 0);
    page.reload().await?;
    hold(&page, &SERIES).await?;
    page.click("link", "Data").await?;
    assert_eq!(page.value("textbox", "Your name (optional)").await?, "Jo");
    page.see_text(SAVED).await?;

    // Nothing takes it any more: that is said, and there is a way out.
    page.fail(json!({ "put": { "how": "throw" } })).await?;
    touch(&page, "Mina Okafor", "Nobody has this").await?;
    assert_eq!(settled(&page).await?, Saved::Not);
    page.click("button", "Export now").await?;
    let (_, export) = page.downloaded("ripen-default-", ".json").await?;
    let export = String::from_utf8(export)?;
    for edit in SERIES.iter().take(4).skip(2) {
        assert!(export.contains(edit.text), "{}", edit.text);
    }
    assert!(export.contains("Nobody has this"));

    page.fail(json!({})).await?;
    page.click("button", "Try again").await?;
    page.see_text(SAVED).await?;
    page.reload().await?;
    reads(&page, "Mina Okafor", &["Nobody has this", "Spoke of the pilot"]).await
}

/// Renames the playbook, publishes it and waits until it is saved.
pub(crate) async fn publish(page: &Page) -> Result<()> {
    page.run(SERIES[4].steps).await?;
    page.run(&[&["click", "button", "Publish version 2"], &["read", "Published version 2"]])
        .await?;
    assert_eq!(settled(page).await?, Saved::Lasting);
    Ok(())
}

#[tokio::test]
async fn a_playbook_that_does_not_fit_is_published_into_the_database() -> Result<()> {
    let page = fallible().await?;
    page.fill_up().await?;
    publish(&page).await?;
    page.reload().await?;
    page.run(&[&["click", "link", "Data"], &["read", "Pain first, version 2"]]).await?;
    page.see_text(SAVED).await?;

    // One that neither home takes is in force in this page, which says that it is not saved.
    page.fail(json!({ "put": { "how": "throw" } })).await?;
    page.run(&[
        &["click", "link", "Playbook"],
        &["set", "textbox", "Name of the playbook", "Pain last"],
        &["click", "button", "Publish version 3"],
        &["read", "Published version 3"],
    ])
    .await?;
    assert_eq!(settled(&page).await?, Saved::Not);
    page.fail(json!({})).await?;
    page.click("button", "Try again").await?;
    page.see_text(SAVED).await?;
    page.reload().await?;
    page.run(&[&["click", "link", "Data"], &["read", "Pain last, version 3"]]).await
}

#[tokio::test]
async fn contacts_move_out_for_what_is_worked_on() -> Result<()> {
    let page = fallible().await?;
    capture(&page, "Mina Okafor").await?;
    import(&page, 300).await?;
    page.see_text(SAVED).await?;
    assert_eq!(local_contacts(&page).await?, 301);
    page.fill_up().await?;
    touch(&page, "Mina Okafor", "The first that does not fit").await?;
    assert_eq!(settled(&page).await?, Saved::Lasting);
    let left = local_contacts(&page).await?;
    assert!((1..301).contains(&left), "{left}");
    capture(&page, "Tom Reyes").await?;
    assert_eq!(settled(&page).await?, Saved::Lasting);
    page.reload().await?;
    page.see("link", "Contacts 302").await?;
    reads(&page, "Mina Okafor", &["The first that does not fit"]).await?;
    reads(&page, "Tom Reyes", &["Captured as a lead"]).await
}
