//! Taking contacts out for other programs: tables, files of CRMs, calendars, links, paper.

// Where to
catalogue! {
    out_title = "For other programs";
    out_text = "Files that spreadsheets, CRMs and calendars read. They hold what stands now; the whole history is in the JSON file.";
    out_table = "Contacts as CSV";
    out_hubspot = "HubSpot";
    out_salesforce = "Salesforce";
    out_pipedrive = "Pipedrive";
    out_files_for(crm) = "Files for {crm}";
    out_these = "Export these…";
    out_whose = "Which contacts";
    out_all_one = "Your only contact.";
    out_all(n) = "All {n} contacts.";
    out_listed(n, total) = "{n} of {total} contacts: those of the list you came from.";
    out_none = "No contact matches, so there is nothing to take out.";
    out_take_all = "Take all contacts";
    out_back_to_list = "Back to the list";
    out_preparing = "Preparing the file…";
    out_preparing_part(done, total) = "Preparing the file: {done} of {total} contacts…";
}

// A table with chosen columns
catalogue! {
    out_columns = "Columns";
    out_columns_text = "Ticked columns are in the file, in this order. What you tick is remembered until you close this tab.";
    out_columns_reading = "Looking which columns there are…";
    out_columns_count(n, total) = "{n} of {total} columns";
    out_columns_about = "About the contact";
    out_columns_answers = "Answers";
    out_columns_attributes = "Columns of imported files";
    out_tick_all = "All";
    out_tick_none = "None";
    out_tick_usual = "The usual ones";
    out_no_columns = "Tick at least one column.";
    out_download_one = "Download 1 contact as CSV";
    out_download(n) = "Download {n} contacts as CSV";
    out_cells_text = "Texts that a spreadsheet would run as a formula begin with ’ in the file. Ripen takes it off again when it reads the file.";
}
