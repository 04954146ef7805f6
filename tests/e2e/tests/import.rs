//! Bringing in files of other systems: of kinds people really have, again, and from the clipboard.

use ripen_e2e::{Page, Result};

async fn data() -> Result<Page> {
    let page = Page::open("index.html#/data").await?;
    page.see("heading", "Bring in").await?;
    Ok(page)
}

async fn bring(page: &Page, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
    page.see("file", "Choose files").await?;
    page.upload("Choose files", &[page.file(name, content)?]).await
}

#[tokio::test]
async fn a_second_file_updates_what_the_first_brought_and_is_undone_whole() -> Result<()> {
    let page = data().await?;
    let first = "Record ID,Person,Company,Phone\n1,Ann,Acme,1\n2,Bo,Beta,2\n";
    bring(&page, "first.csv", first).await?;
    page.click("button", "Import 2 contacts").await?;
    page.see_text("Done. 2 contacts are new.").await?;
    bring(&page, "first.csv", first).await?;
    page.see_text("There is nothing new to import").await?;
    page.click("button", "Cancel").await?;
    let second =
        "Record ID,Person,Company,Phone\n1,Ann,Acme Ltd,1\n2,Bo,Beta,2\n3,Cy,C,3\n3,Cy,C,3\n";
    bring(&page, "second.csv", second).await?;
    page.see("button", "Import 1 new, update 1").await?;
    page.eval("document.querySelectorAll('details').forEach((details) => details.open = true)")
        .await?;
    page.see_text("Organisation: Acme → Acme Ltd").await?;
    page.see_text("Line 5, Cy: as in line 4").await?;
    page.axe().await?;
    page.click("button", "Import 1 new, update 1").await?;
    page.see_text("Done. 1 contact is new. 1 contact was updated. 2 rows changed nothing.").await?;
    page.click("button", "Undo …").await?;
    page.goto("index.html#/contacts").await?;
    page.see_text("2 contacts").await?;
    page.goto("index.html#/data").await?;
    bring(&page, "second.csv", second).await?;
    page.see("button", "Import 1 new, update 1").await
}

#[tokio::test]
async fn a_playbook_that_changes_meanwhile_has_the_file_looked_at_anew() -> Result<()> {
    let other = include_str!("../../fixtures/tiny.json");
    let page = data().await?;
    bring(&page, "people.csv", "Person,Pain\nAnn,yes\n").await?;
    page.see("button", "Import 1 contact").await?;
    page.new_tab("index.html").await?;
    page.set_local_storage("ripen/1/default/playbook", Some(other)).await?;
    page.switch_to(0).await?;
    page.click("button", "Import 1 contact").await?;
    page.see_focused("heading", "Review the import").await?;
    page.gone_text("Done.").await?;
    page.click("button", "Import 1 contact").await?;
    page.see_text("Done. 1 contact is new.").await
}

#[tokio::test]
async fn files_in_other_encodings_are_read() -> Result<()> {
    let page = data().await?;
    let old = b"sep=;\r\nPerson;Company;Amount\r\nJ\xf6rg;Z\xfcrich;1.234,56 \x80\r\n";
    bring(&page, "excel.csv", old).await?;
    page.see_text("separated by semicolons, Western (Windows-1252), header in line 2").await?;
    page.see_text("Jörg").await?;
    page.click("button", "Import 1 contact").await?;
    page.see_text("Done.").await?;
    let text = "\u{feff}Report\t\r\nPerson\tCompany\r\nZoë\tÅbo\r\n";
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bring(&page, "wide.txt", wide).await?;
    page.see_text("separated by tabs, UTF-16, header in line 2").await?;
    page.see("button", "Import 1 contact").await?;
    page.eval("document.querySelectorAll('details').forEach((details) => details.open = true)")
        .await?;
    page.select("combobox", "Header …", "None: number the columns").await?;
    page.see_text("no header: columns are numbered").await?;
    page.axe().await
}

#[tokio::test]
async fn days_and_months_that_cannot_be_told_apart_wait_for_a_choice() -> Result<()> {
    let page = data().await?;
    let deals = "Deal,Organisation,Created,Close date,Amount,Stage\n\
        A,Acme,01/02/2026,03/04/2026,1000,Won\nB,Beta,01/02/2026,,-5,Qualifying\n";
    bring(&page, "deals.csv", deals).await?;
    page.see_text("Choose how the dates in “Created” are written").await?;
    page.gone("button", "Import 1 contact").await?;
    page.eval("document.querySelectorAll('details').forEach((details) => details.open = true)")
        .await?;
    page.see_text("below zero").await?;
    // The other column is read the same way.
    page.select("combobox", "Dates in “Created”", "day first, 31/12/2026").await?;
    page.gone_text("can be read both ways").await?;
    page.click("button", "Import 1 contact").await?;
    page.see_text("Done. 1 contact is new. 1 row was rejected.").await?;
    page.goto("index.html#/contacts").await?;
    page.click("link", "Unknown person").await?;
    page.see_text("Apr 3, 2026").await
}

#[tokio::test]
async fn rows_are_pasted_and_their_columns_narrow_the_list() -> Result<()> {
    let page = data().await?;
    page.eval("document.querySelectorAll('details').forEach((details) => details.open = true)")
        .await?;
    page.axe().await?;
    page.eval(
        "const data = new DataTransfer(); \
         data.setData('text/plain', 'Person\\tSegment\\nAnn\\tred\\nBo\\tblue'); \
         document.body.dispatchEvent(new ClipboardEvent('paste', \
         {clipboardData: data, bubbles: true}))",
    )
    .await?;
    page.see_text("Pasted text").await?;
    page.click("button", "Import 2 contacts").await?;
    page.see_text("Done. 2 contacts are new.").await?;
    page.goto("index.html#/contacts?column=Segment&value=red").await?;
    page.see_text("Segment: red").await?;
    page.see_text("1 of 2 contacts").await?;
    page.axe().await?;
    page.select("combobox", "Value", "blue (1)").await?;
    page.see_text("Segment: blue").await?;
    page.click("button", "Remove the filter by a column").await?;
    page.see_text("2 contacts").await
}

#[tokio::test]
async fn an_id_that_an_address_speaks_against_is_left_to_a_person() -> Result<()> {
    let page = data().await?;
    bring(&page, "first.csv", "id,Person,Email\n7,Ann,ann@x.example\n").await?;
    page.click("button", "Import 1 contact").await?;
    page.see_text("Done. 1 contact is new.").await?;
    bring(&page, "second.csv", "id,Person,Email\n7,Zoe,zoe@z.example\n").await?;
    page.see_text("There is nothing to import yet").await?;
    page.eval("document.querySelectorAll('details').forEach((details) => details.open = true)")
        .await?;
    page.see_text("Line 2, Zoe: here ann@x.example, in the file zoe@z.example").await?;
    page.axe().await?;
    let rows = "Rows with the id of a contact here and another address";
    page.select("combobox", rows, "Are those contacts: update them").await?;
    page.see("button", "Update 1 contact").await?;
    page.select("combobox", rows, "Are other people: import them").await?;
    page.click("button", "Import 1 contact").await?;
    page.see_text("Done. 1 contact is new.").await?;
    page.goto("index.html#/contacts").await?;
    page.see_text("2 contacts").await?;

    // Ids of another system are nobody's here.
    page.goto("index.html#/data").await?;
    bring(&page, "third.csv", "Record ID,Person,Email\n9,Cy,cy@c.example\n").await?;
    page.click("button", "Import 1 contact").await?;
    page.see_text("Done. 1 contact is new.").await?;
    let fourth = "Person - ID,Person - Name,Person - Email\n9,Di,di@d.example\n";
    bring(&page, "fourth.csv", fourth).await?;
    page.see("button", "Import 1 contact").await?;
    page.see("combobox", "Ids are those of").await
}
