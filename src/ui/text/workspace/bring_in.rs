//! Bringing files in: what is recognised, looked through and refused.

// Data: the view and what comes in
catalogue! {
    data_review_title = "Review the import";
    data_bring_in = "Bring in";
    data_drop = "Drop files here";
    data_drop_text = "CSV from any CRM, a Ripen export, or a case somebody shared. Several at once may belong together. You see what would change first.";
    data_choose = "Choose files";
    data_reading(file) = "Reading {file}…";
    data_reading_progress = "How much is read";
    data_stop_reading = "Stop reading";
    data_pasted = "Pasted text";
    data_paste = "Paste rows instead";
    data_paste_label = "Rows or JSON text";
    data_paste_hint = "Copy rows with their header from a spreadsheet and paste them here, or anywhere on this page.";
    data_paste_look = "Look through it";
    data_bring_in_read_only = "Nothing can be brought in: the stored data is newer than this app. Reload to update.";
    data_nothing_changed = "Nothing was changed.";
    data_dismiss = "Close this message";
    data_cancelled = "Cancelled. Nothing of these files was kept.";
    data_imported_one = "1 contact is new.";
    data_imported(n) = "{n} contacts are new.";
    data_updated_one = "1 contact was updated.";
    data_updated_n(n) = "{n} contacts were updated.";
    data_imported_here_one = "1 row changed nothing.";
    data_imported_here(n) = "{n} rows changed nothing.";
    data_imported_rejected_one = "1 row was rejected.";
    data_imported_rejected(n) = "{n} rows were rejected.";
    data_done = "Done.";
    data_not_stored = "Not all of it could be stored: it is here until you close the page. Undo it, or make room and try again.";
    data_show_contacts = "Show the contacts";
    data_show_funnel = "Show the funnel";
    data_importing(file) = "Importing {file}";
    data_importing_progress = "Contacts prepared";
    data_cancel_keeps_nothing = "Cancelling keeps nothing of these files.";
    data_bringing = "Bringing in the contacts";
}

// Data: files that are not taken
catalogue! {
    data_at_line(file, line) = "{file}, line {line}:";
    data_at_path(file, line, path) = "{file}, line {line}, at {path}:";
    data_at_file(file) = "{file}:";
    data_err_too_large(limit) = "It is larger than {limit} MB. Split it into parts and bring them in one after the other.";
    data_err_gone = "The browser could not read it. It may have been moved or changed since you chose it. Choose it again.";
    data_err_empty = "There is nothing in it. Export it again from where it comes.";
    data_err_unclosed(line) = "The quote that opens in line {line} is never closed, so that nobody can say where its cell ends. Close or remove it, and bring the file in again.";
    data_err_no_rows = "It has a header but no rows below it. Export it again with its rows.";
    data_err_no_table = "It is no table Ripen can read: it has a single column that says nothing about a contact. Choose a CSV file with a header row, or a Ripen export.";
    data_err_nothing_pasted = "There is nothing in it. Copy rows in a spreadsheet and paste them.";
    data_err_no_table_pasted = "It is no table: paste a row of column names, such as Name and Company, and the rows below it; or a Ripen export.";
    data_files_left = "Below is what could be read. It can come in without the rest.";
    data_err_excel = "It is an Excel workbook. Open it in Excel, save it as “CSV UTF-8”, and bring in that file.";
    data_err_open_document = "It is an OpenDocument spreadsheet. Open it, save it as “Text CSV”, and bring in that file.";
    data_err_numbers = "It is a Numbers spreadsheet. Open it, export it as CSV, and bring in that file.";
    data_err_zip = "It is a zip archive. Unpack it and bring in the CSV or JSON files inside.";
    data_err_gzip = "It is a compressed file. Unpack it and bring in the file inside.";
    data_err_pdf = "It is a PDF document. Export the contacts as CSV where the document was made.";
    data_err_picture(kind) = "It is a picture ({kind}). Bring in a CSV file or a Ripen export.";
    data_err_office = "It is a Word or PowerPoint file. Copy its table into a spreadsheet, save that as CSV, and bring in that file.";
    data_err_archive = "It is a compressed archive. Unpack it and bring in the CSV or JSON files inside.";
    data_err_html = "It is a web page (HTML), whatever its name says: some CRMs export their tables so. Open it in a spreadsheet, save it as CSV, and bring in that file.";
    data_err_xml = "It is an XML file. Open it in a spreadsheet, save it as CSV, and bring in that file.";
    data_err_binary = "It is not text. Bring in a CSV file or a Ripen export.";
    data_err_cut_off = "It ends in the middle: it was cut off on its way. Export it, or copy it, again.";
    data_err_no_json = "It is not JSON. If it is a table, give its name the ending .csv; a Ripen export that was changed by hand, export again.";
    data_err_id(reason) = "It cannot be read: an id in this place is none that Ripen gives. It may have been changed by hand. Export it again. (Detail: {reason})";
    data_err_json(reason) = "It cannot be read: what stands in this place is not what Ripen writes. It may have been changed by hand. Export it again. (Detail: {reason})";
    data_err_foreign = "It is JSON, but not one of Ripen’s files. From other tools bring in CSV.";
    data_err_foreign_format(format) = "It is a “{format}” file, not one of Ripen’s. From other tools bring in CSV.";
    data_err_other(found, expected) = "It is a {found} file where a {expected} file was expected.";
    data_err_newer(version) = "A newer Ripen wrote it (version {version} of the file). Reload this page to update, then bring it in again.";
    data_err_too_long(most) = "It has a text of more than {most} characters. Shorten the text and bring the file in again.";
    data_err_too_deep = "It is nested too deeply to be one of Ripen’s files. Export it again.";
    data_err_playbook(faults) = "The playbook in it cannot be used: {faults}. Correct it and bring the file in again.";
    data_err_no_case = "It is a contact’s case, but nobody can be made out in it. Ask whoever shared it for another.";
    data_err_mixed = "Bring in tables and Ripen’s own files one after the other, not together.";
    data_fault(path, what) = "{path} {what}";
    data_fault_more(faults, n) = "{faults}, and {n} more";
    data_fault_format(format) = "is “{format}”, no playbook";
    data_fault_newer(version) = "is version {version}, newer than this app";
    data_fault_undefined(id) = "refers to “{id}”, which is not there";
    data_fault_duplicate(id) = "has “{id}” twice";
    data_fault_circular(id) = "goes round in circles at “{id}”";
    data_fault_no_wording = "has no wording";
    data_fault_nothing_to_choose = "has nothing to choose from";
    data_fault_no_chance = "is no chance between 0 and 1";
    data_fault_no_score = "has a weight, cap, half-life or limit that is no positive number";
    data_fault_bad_link(link) = "“{link}” is no link that can be followed: use https:, mailto:, tel: or a place on the same site";
    data_fault_bad_id(id) = "“{id}” is no id: an id is not empty, and a question’s has only letters, digits, _ and -";
    data_fault_no_stage = "has no stage that contacts can enter";
    data_fault_no_reason = "has no reason to choose from, so that no journey could end for one";
    data_fault_wrong_kind = "asks for an amount of money or a day, which this question’s answers are not";
    data_fault_no_target = "is out of range: a share is between 0 and 1, days and counts are 0 or more";
    data_fault_not_ascending = "does not go up from day to day";
    data_fault_no_revision = "is 0, and versions count from 1";
    data_fault_bad_language(tag) = "Not a language to translate into: “{tag}”";
    data_too_full = "The playbook of the file could not be stored: the browser’s storage is full or blocked. Nothing was changed. Delete what you no longer need, then bring the file in again.";
    data_is_playbook(file, title, revision) = "{file} is the playbook “{title}”, version {revision}.";
    data_is_playbook_text = "It can be read, but playbooks cannot be switched here yet, so nothing was changed. A Ripen export brings its playbook along when this workspace is empty.";
}

// Data: reviewing Ripen's own files
catalogue! {
    data_file_workspace(contacts, day) = "A Ripen export with {contacts}, made on {day}.";
    data_file_case(name, day) = "A contact’s case: {name}, shared on {day}.";
    data_file_result(name, day) = "A visitor’s result: {name}, {day}. It becomes a lead.";
    data_nameless_visitor = "a website visitor";
    data_playbook_same = "It uses the same playbook as this workspace.";
    data_playbook_taken(title, revision) = "Its playbook “{title}”, version {revision}, becomes the playbook of this workspace, which is empty.";
    data_playbook_ours(theirs, ours) = "It was judged by “{theirs}”. This workspace keeps its own playbook, “{ours}”, which judges every contact here.";
    data_merge_note = "Histories are joined: nothing that is here is replaced or removed.";
    data_merge_note_contacts = "Histories are joined: of the contacts here nothing is replaced or removed.";
    data_bring_in_one = "Bring in 1 contact";
    data_bring_in_n(n) = "Bring in {n} contacts";
    data_bring_in_erased = "Take over who was erased";
    data_nothing_to_bring_in = "Everything in it is here already.";
    data_merged(added, changed, unchanged) = "{added} new, {changed} changed, {unchanged} unchanged";
    data_merged_back(n) = "{n} brought back";
    data_merged_erased(n) = "{n} erased";
    data_merged_left(n) = "{n} left erased";
    data_merged_all(list) = "{list}.";
}
