//! Every view passes the accessibility checker, in every browser.

use ripen_e2e::{Page, Result};

#[tokio::test]
async fn the_first_view() -> Result<()> {
    let page = Page::open("index.html").await?;
    page.axe().await
}
