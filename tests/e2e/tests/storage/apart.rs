//! Storage that a browser keeps apart or for a while only: a frame on another site, a private window.

use crate::edits::{DATABASE, SERIES, Saved, hold, series_saved, site};
use ripen_e2e::{Page, Result};

#[tokio::test]
async fn in_a_frame_on_another_site_what_is_saved_is_there_and_stays_apart() -> Result<()> {
    let page = Page::open_framed(site()?).await?;
    let said = series_saved(&page).await?;
    hold(&page, &SERIES).await?;
    if said == Saved::Memory {
        return Ok(());
    }
    page.enter_frame().await?;
    hold(&page, &SERIES).await?;
    // The browsers give the frame a storage of its own.
    page.goto("index.html").await?;
    page.see("link", "Add a contact").await?;
    assert!(page.local_storage().await?.is_empty());
    assert!(page.database(DATABASE).await?.is_empty());
    page.enter_frame().await?;
    hold(&page, &SERIES).await
}

#[tokio::test]
async fn in_a_private_window_what_is_saved_is_there_as_long_as_it_is_open() -> Result<()> {
    let page = Page::open_private(site()?, "index.html").await?;
    let said = series_saved(&page).await?;
    hold(&page, &SERIES).await?;
    if said == Saved::Memory {
        return Ok(());
    }
    page.reload().await?;
    hold(&page, &SERIES).await
}
