//! What people come to do, from start to end, in every browser.

use ripen_e2e::{Page, Result};

#[tokio::test]
async fn the_app_opens() -> Result<()> {
    let page = Page::open("index.html").await?;
    page.see("main", "").await?;
    page.gone("button", "Download my data").await
}
