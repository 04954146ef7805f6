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
    out_listed_one(total) = "1 of {total} contacts: the one in the list you came from.";
    out_listed(n, total) = "{n} of {total} contacts: those of the list you came from.";
    out_none = "No contact matches, so there is nothing to take out.";
    out_take_all = "Take all contacts";
    out_back_to_list = "Back to the list";
    out_share_demo = "Share the playbook, or a demo, as a link";
    out_preparing = "Preparing the file…";
    out_preparing_count(done, total) = "Preparing the file: contact {done} of {total}…";
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

// Files of CRMs
catalogue! {
    out_stages = "Stages";
    out_stages_text = "Each stage of your playbook goes out as one of theirs: the one of its name, else one as far along, until you choose another. Won and lost deals go out as such.";
    out_stage_own = "Your stage";
    out_stage_theirs(crm) = "In {crm}";
    out_stage_becomes(stage) = "{stage} becomes";
    out_stage_labelled(label, stage, chance) = "{label} ({stage}, {chance} %)";
    out_stage_chance(stage, chance) = "{stage} ({chance} %)";
    out_files = "Files";
    out_files_text(crm) = "Bring them into {crm} in this order. Columns carry its own names, so it knows them.";
    out_counting = "Looking who goes into which file…";
    out_rows_one = "1 row";
    out_rows(n) = "{n} rows";
    out_no_rows = "Nobody for this file.";
    out_left = "Left out, or joined:";
    out_left_no_name(n) = "{n} with neither a name nor an e-mail address";
    out_left_no_last_name(n) = "{n} without a last name";
    out_left_no_organisation(n) = "{n} without an organisation";
    out_left_no_title(n) = "{n} with neither a person nor an organisation to name a deal by";
    out_left_no_closing_day(n) = "{n} without a closing day or an expected one";
    out_left_ended(n) = "{n} that ended";
    out_left_joined(n) = "{n} joined with another row: the same person or organisation";
    out_file_contacts = "Contacts";
    out_file_contacts_text = "Everybody with a name or an e-mail address, with lifecycle stage and lead status.";
    out_file_companies = "Companies";
    out_file_companies_text = "The organisations, each once.";
    out_file_deals = "Deals";
    out_file_deals_text = "Opportunities, won and lost ones too.";
    out_file_leads = "Leads";
    out_file_leads_text = "Leads and prospects.";
    out_file_opportunities = "Opportunities";
    out_file_opportunities_text = "Opportunities, won and lost ones too, for the Data Loader: the import wizard takes none.";
    out_file_people = "People";
    out_file_people_text = "Everybody with a name.";
    out_file_organisations = "Organizations";
    out_file_organisations_text = "The organisations, each once.";
    out_download_file(file) = "Download {file}";
}

// A calendar
catalogue! {
    out_calendar = "Follow-ups as a calendar file";
    out_calendar_text = "Next steps and the days contacts are due back, for any calendar program. Taken in again, a day moves and is not there twice.";
    out_calendar_none = "There is no next step, and nobody is due back.";
    out_calendar_one(file) = "1 day was handed to the browser to save, as {file}.";
    out_calendar_some(n, file) = "{n} days were handed to the browser to save, as {file}.";
    out_due_step(note, name) = "{note} · {name}";
    out_due_back(name) = "Due back: {name}";
    out_along = "Take along";
    out_along_calendar = "Calendar file";
}

// A contact's case as a link or a file
catalogue! {
    case_share = "Share this case";
    case_share_open = "Share this case…";
    case_share_text = "A link or a file that shows what is known and why it comes to that, in any browser. It holds the case itself: nothing is put on any server. A link is opened; a file is brought in under Data.";
    case_holds = "What the link or file holds";
    case_bare = "Without personal data";
    case_bare_text = "Leaves out names, e-mail addresses, phone numbers, notes and everything written in own words. The organisation and the job title stay.";
    case_warn = "It carries personal data. Whoever has it can read it, and it cannot be called back: send it only to people who may know.";
    case_warn_bare = "The organisation and the job title may still tell who it is. Whoever has the link or file can read them.";
    case_field(name, value) = "{name}: {value}";
    case_notes = "Notes, reasons and own words, and who recorded them";
    case_answers(n) = "Answers with their evidence: {n}";
    case_events(n) = "What happened, each with its date: {n}";
    case_playbook = "The playbook it is judged by";
    case_save = "Save as a file";
    case_shared_title = "A case somebody shared";
    case_shared_text(day) = "It came inside the link you opened and was made on {day}. You are only looking: nothing is stored, and your own contacts are untouched.";
    case_file_text(file, day) = "{file} holds it. It was made on {day}. You are only looking: nothing is stored, and your own contacts are untouched.";
    case_known = "You have this contact already.";
    case_erased = "You erased this contact here. Taking it in brings it back as a new one.";
    case_other_version = "It was made with another version of the playbook, so the verdict may have read otherwise there.";
    case_take = "Take it in as a contact";
    case_take_known = "Add what is new to my contact";
}

// A report on paper
catalogue! {
    report = "Report";
    report_open = "Report to print";
    report_about(day, workspace, playbook, window) = "{day} · workspace {workspace} · judged by {playbook} · {window}";
    report_levels = "Contacts by level";
    report_levels_text = "Where everybody stands today. The funnel above counts how far each one got who entered in its period, so whoever was moved back has moved on there.";
    report_due = "Next steps due";
    report_how = "How this is counted";
    report_nobody = "Nobody.";
    report_more(n) = "And {n} more.";
    out_due = "Due";
}
