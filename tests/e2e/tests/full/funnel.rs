//! The funnel: what its figures say, and the contacts behind them.

use crate::steps::{add_contact, ready_for_opportunity, to_contact, workspace};
use ripen_e2e::{Key, Page, Result};

/// Thirty deals of 2025: 9 won, 7 lost, 14 open. Two open ones and a lost one have no amount.
const DEALS: &str = r#"Deal ID,Company,Stage,Status,Created,Stage date,Close date,Amount
D-1,Acme,Discovery,Open,2025-01-06,2025-01-26,,"2,500.00"
D-2,Borealis,Negotiation,Won,2025-01-17,2025-02-06,2025-03-18,3000
D-3,Cinder,Proposal,Lost,2025-01-28,2025-02-17,2025-03-29,4000
D-4,Dunmore,Negotiation,Open,2025-02-08,2025-02-28,,5000
D-5,Elmwood,Negotiation,Won,2025-02-19,2025-03-11,2025-04-20,6000
D-6,Fairhaven,Negotiation,Open,2025-03-02,2025-03-22,,7000
D-7,Granite,Qualification,Lost,2025-03-13,2025-03-13,2025-05-12,8000
D-8,Hollis,Negotiation,Won,2025-03-24,2025-04-13,2025-05-23,9000
D-9,Ironbridge,Discovery,Lost,2025-04-04,2025-04-24,2025-06-03,
D-10,Juniper,Negotiation,Won,2025-04-15,2025-05-05,2025-06-14,2000
D-11,Kestrel,Proposal,Open,2025-04-26,2025-05-16,,
D-12,Larkspur,Discovery,Open,2025-05-07,2025-05-27,,4000
D-13,Meridian,Proposal,Open,2025-05-18,2025-06-07,,5000
D-14,Norwood,Proposal,Lost,2025-05-29,2025-06-18,2025-07-28,6000
D-15,Oakhurst,Discovery,Open,2025-06-09,2025-06-29,,7000
D-16,Pinnacle,Discovery,Open,2025-06-20,2025-07-10,,8000
D-17,Quarry,Qualification,Open,2025-07-01,2025-07-01,,9000
D-18,Ridgeway,Negotiation,Won,2025-07-12,2025-08-01,2025-09-10,10000
D-19,Summit,Qualification,Open,2025-07-23,2025-07-23,,
D-20,Thornbury,Proposal,Open,2025-08-03,2025-08-23,,3000
D-21,Upland,Qualification,Open,2025-08-14,2025-08-14,,4000
D-22,Vantage,Qualification,Lost,2025-08-25,2025-08-25,2025-10-24,5000
D-23,Westbrook,Negotiation,Won,2025-09-05,2025-09-25,2025-11-04,6000
D-24,Xanthe,Qualification,Open,2025-09-16,2025-09-16,,7000
D-25,Yarrow,Negotiation,Won,2025-09-27,2025-10-17,2025-11-26,8000
D-26,Zephyr,Negotiation,Won,2025-10-08,2025-10-28,2025-12-07,9000
D-27,Ashford,Qualification,Open,2025-10-19,2025-10-19,,10000
D-28,Briar,Discovery,Lost,2025-10-30,2025-11-19,2025-12-29,2000
D-29,Calder,Negotiation,Won,2025-11-10,2025-11-30,2026-01-09,3000
D-30,Dover,Qualification,Lost,2025-11-21,2025-11-21,2026-01-20,4000
"#;

/// Brings the deals in, from the first screen to the funnel.
async fn with_deals() -> Result<Page> {
    let page = workspace().await?;
    page.click("link", "Import a file").await?;
    page.see("file", "Choose files").await?;
    page.upload("Choose files", &[page.file("deals.csv", DEALS)?]).await?;
    page.see("heading", "Review the import").await?;
    page.see_text("30 rows, 8 columns").await?;
    page.click("button", "Import 30 contacts").await?;
    page.see_text("Done. 30 contacts are new.").await?;
    page.click("link", "Show the funnel").await?;
    page.see("heading", "Funnel").await?;
    // As on any later day: what is stored, and no message in the way.
    page.reload().await?;
    page.see("heading", "The figures").await?;
    Ok(page)
}

/// Whether each row of the table reads like this.
async fn see_rows(page: &Page, rows: &[&str]) -> Result<()> {
    for row in rows {
        page.see("row", row).await?;
    }
    Ok(())
}

/// Whether all of this is to be read.
async fn see_texts(page: &Page, texts: &[&str]) -> Result<()> {
    for text in texts {
        page.see_text(text).await?;
    }
    Ok(())
}

/// Counts the first half of 2025 alone.
async fn choose_first_half(page: &Page) -> Result<()> {
    page.select("combobox", "Entered", "Custom").await?;
    page.fill("date", "From", "2025-01-01").await?;
    page.fill("date", "To", "2025-06-30").await?;
    page.see("group", "Funnel, Jan 1, 2025 to Jun 30, 2025").await
}

#[tokio::test]
async fn the_figures_of_imported_deals_are_right() -> Result<()> {
    let page = with_deals().await?;
    let rows = [
        "Lead – – not observed – – – –",
        "Prospect – – not observed – – – –",
        "Opportunity 30 9 30.0% 16.7% to 47.9% 14 0 0 7",
        "Qualifying 30 22 73.3% 55.6% to 85.8% 5 0 0 3",
        "Discovery 22 16 72.7% 51.8% to 86.8% 4 0 0 2",
        "Proposal 16 11 68.8% 44.4% to 85.8% 3 0 0 2",
        "Closing 11 9 81.8% 52.3% to 94.9% 2 0 0 0",
        "Customer 9",
    ];
    see_rows(&page, &rows).await?;
    let cards = [
        "By count 56.3% 9 won ÷ (9 won + 7 lost) 95% interval 33.2% to 76.9%",
        "By value 65.9% $56,000 won ÷ $85,000 closed 1 had no amount",
        "14 open $71,500 2 with no amount",
        // (9 won + 8 × 12.5 %) of (16 closed + 8): what was closed here sets the chance right.
        "Weighted by chance $29,792 Sum of amount × chance to win, 12 of 14 with an amount",
        "0 of 14: every criterion of an opportunity is met",
    ];
    see_texts(&page, &cards).await?;
    page.see("link", "14 in progress, opportunities: show the contacts").await
}

#[tokio::test]
async fn a_window_counts_what_entered_in_it() -> Result<()> {
    let page = with_deals().await?;
    page.select("combobox", "Entered", "This month").await?;
    page.see("heading", "Nobody entered in this window").await?;
    page.see_text("Nothing was won or lost in this window.").await?;
    page.see_text("14 open $71,500").await?;
    page.click("link", "Show all time").await?;
    page.see("row", "Opportunity 30 9…").await?;

    choose_first_half(&page).await?;
    let rows = [
        "Opportunity 16 4 25.0% 10.2% to 49.5% 8 0 0 4",
        "Qualifying 16 15 93.8% 71.7% to 98.9% 0 0 0 1",
        "Discovery 14 10 71.4% 45.4% to 88.3% 3 0 0 1",
        "Proposal 10 6 60.0% 31.3% to 83.2% 2 0 0 2",
        "Closing 6 4 4 of 6 too few to say 2 0 0 0",
        "Customer 4",
    ];
    see_rows(&page, &rows).await?;
    let cards = [
        "By count 4 of 7 4 won ÷ (4 won + 3 lost) too few to say",
        "$20,000 won ÷ $32,000 closed 1 had no amount",
        "14 open $71,500 2 with no amount",
    ];
    see_texts(&page, &cards).await?;
    // The window is part of the address.
    page.reload().await?;
    see_rows(&page, &rows).await
}

#[tokio::test]
async fn a_count_opens_the_contacts_behind_it() -> Result<()> {
    let page = with_deals().await?;
    page.click("link", "7").await?;
    page.see_text("Entered Opportunity · lost · all time").await?;
    page.see_text("7 of 30 contacts").await?;
    for lost in ["Cinder", "Granite", "Ironbridge", "Norwood", "Vantage", "Briar", "Dover"] {
        page.see("link", lost).await?;
    }
    page.gone("link", "Borealis").await?;
    page.back().await?;
    page.see("row", "Opportunity 30 9…").await?;
    page.click("link", "Show the 14 in progress").await?;
    page.see_text("14 of 30 contacts").await?;
    page.select("combobox", "Order", "Name").await?;
    page.see("link", "Acme").await?;
    page.back().await?;

    choose_first_half(&page).await?;
    // Links of a picture are reached by keyboard: drivers cannot click them in every browser.
    page.tab_to("link", "4 lost, opportunities: show the contacts", 9).await?;
    page.press(Key::Enter).await?;
    page.see_text("Entered Opportunity · lost · Jan 1, 2025 to Jun 30, 2025").await?;
    page.see_text("4 of 30 contacts").await?;
    page.see("link", "Norwood").await?;
    page.gone("link", "Vantage").await?;
    page.click("button", "Remove the funnel filter").await?;
    page.gone_text("4 of 30 contacts").await?;
    page.fill("searchbox", "Search", "Vantage").await?;
    page.see("link", "Vantage").await
}

#[tokio::test]
async fn every_count_opens_its_contacts() -> Result<()> {
    let page = workspace().await?;
    ready_for_opportunity(&page).await?;
    to_contact(&page).await?;
    page.click("button", "Move to Prospect").await?;
    page.click("button", "Move to Prospect").await?;
    page.gone("dialog", "Move to Prospect").await?;
    add_contact(&page, "Tom Reyes", "Harbour Dental").await?;
    page.click("link", "Funnel").await?;
    page.see("heading", "Funnel").await?;
    page.see_text("1 in progress").await?;
    page.goto("index.html#/contacts?entered=lead&fate=moved-on").await?;
    page.see_text("Entered Lead · moved on · all time").await?;
    page.see("link", "Mina Okafor").await?;
    page.gone("link", "Tom Reyes").await?;
    page.click("button", "Remove the funnel filter").await?;
    page.see("link", "Tom Reyes").await
}
