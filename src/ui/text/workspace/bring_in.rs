//! Bringing files in: what is recognised, looked through and refused.

// Data: the view and what comes in
catalogue! {
    data_review_title = "Review the import";
    data_bring_in = "Bring in";
    data_drop = "Drop files here";
    data_drop_text = "CSV from any CRM, or a Ripen export. Several at once may belong together. You see what would change first.";
    data_choose = "Choose files";
    data_reading(file) = "Reading {file}…";
    data_bring_in_read_only = "Nothing can be brought in: the stored data is newer than this app. Reload to update.";
    data_nothing_changed = "Nothing was changed.";
    data_dismiss = "Close this message";
    data_cancelled = "Cancelled. Nothing of these files was kept.";
    data_imported_one = "1 contact is new.";
    data_imported(n) = "{n} contacts are new.";
    data_imported_here(n) = "{n} were here already.";
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
    data_err_excel = "It is an Excel workbook. Open it in Excel, save it as “CSV UTF-8”, and bring in that file.";
    data_err_open_document = "It is an OpenDocument spreadsheet. Open it, save it as “Text CSV”, and bring in that file.";
    data_err_numbers = "It is a Numbers spreadsheet. Open it, export it as CSV, and bring in that file.";
    data_err_zip = "It is a zip archive. Unpack it and bring in the CSV or JSON files inside.";
    data_err_gzip = "It is a compressed file. Unpack it and bring in the file inside.";
    data_err_pdf = "It is a PDF document. Export the contacts as CSV where the document was made.";
    data_err_binary = "It is not text. Bring in a CSV file or a Ripen export.";
    data_err_json(reason) = "It cannot be read: {reason}. The file may be cut off or changed by hand. Export it again.";
    data_err_foreign = "It is JSON, but not one of Ripen’s files. From other tools bring in CSV.";
    data_err_foreign_format(format) = "It is a “{format}” file, not one of Ripen’s. From other tools bring in CSV.";
    data_err_other(found, expected) = "It is a {found} file where a {expected} file was expected.";
    data_err_newer(version) = "A newer Ripen wrote it (version {version} of the file). Reload this page to update, then bring it in again.";
    data_err_too_long(most) = "It has a text of more than {most} characters. Shorten the text and bring the file in again.";
    data_err_too_deep = "It is nested too deeply to be one of Ripen’s files. Export it again.";
    data_err_playbook(faults) = "The playbook in it cannot be used: {faults}. Correct it and bring the file in again.";
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
    data_too_full = "The playbook of the file could not be stored: the browser’s storage is full or blocked. Nothing was changed. Delete what you no longer need, then bring the file in again.";
    data_is_playbook(file, title, revision) = "{file} is the playbook “{title}”, version {revision}.";
    data_is_playbook_text = "It can be read, but playbooks cannot be switched here yet, so nothing was changed. A Ripen export brings its playbook along when this workspace is empty.";
}

// Data: reviewing tables
catalogue! {
    data_recognised = "Recognised";
    data_file_about(rows, columns) = "{rows} rows, {columns} columns";
    data_file_how(delimiter, encoding) = "separated by {delimiter}, {encoding}";
    data_file_ragged(n) = "rows with more or fewer cells than the header: {n}";
    data_role_main = "Each row becomes one contact.";
    data_role_lookup(column) = "Looked up by “{column}”.";
    data_role_found(n) = "Found for {n} rows.";
    data_role_missing(n, examples) = "Not found for {n} rows: {examples}.";
    data_role_unused = "Not needed: left out.";
    data_and_more(list, n) = "{list} and {n} more";
    data_with_rows(words, n) = "{words} ({n})";
    data_read_differently = "Read it differently";
    data_delimiter = "Separated by";
    data_delimiter_comma = "commas";
    data_delimiter_semicolon = "semicolons";
    data_delimiter_tab = "tabs";
    data_delimiter_pipe = "vertical bars";
    data_encoding = "Encoding";
    data_encoding_utf8 = "UTF-8";
    data_encoding_windows = "Western (Windows-1252)";
    data_encoding_utf16_le = "UTF-16";
    data_encoding_utf16_be = "UTF-16, high byte first";
    data_header_row = "Header in row";
    data_main_file = "The contacts are in";
    data_kind = "Each row is";
    data_kind_deals = "a deal";
    data_kind_contacts = "a person or an organisation";
    data_columns = "Columns";
    data_columns_of(file) = "Columns of {file}";
    data_column = "Column";
    data_examples = "For example";
    data_becomes = "Becomes";
    data_what_becomes(what) = "{what} becomes";
    data_is_key = "What rows are looked up by";
    data_group_contact = "The contact";
    data_group_deal = "The deal";
    data_group_else = "Anything else";
    data_target_first_name = "First name";
    data_target_last_name = "Last name";
    data_target_external_id = "Id in the other system";
    data_target_created = "Day it was created";
    data_target_entered = "Day it got where it stands";
    data_target_closed = "Day it closed";
    data_target_stage = "Stage";
    data_target_outcome = "Outcome";
    data_target_attribute = "Kept under its own name";
    data_target_skip = "Left out";
    data_stages = "Stages and outcomes";
    data_in_the_file = "In the file";
    data_rows = "Rows";
    data_no_value = "(empty)";
    data_not_recognised = "not recognised";
    data_stages_more(n) = "{n} more values are taken as open. Is this the right column?";
    data_meaning_open = "Open, stage not said";
    data_meaning_ignore = "Leave these rows out";
    data_how_read = "Dates and amounts";
    data_date_order(column) = "Dates in “{column}”";
    data_date_ambiguous(sample) = "“{sample}” can be read both ways. Choose.";
    data_month_first = "month first, 12/31/2026";
    data_day_first = "day first, 31/12/2026";
    data_mark = "Amounts are written";
    data_mark_point = "1,234.50";
    data_mark_comma = "1.234,50";
    data_currency = "Currency, where none is named";
    data_err_currency = "Enter a currency of three letters, like EUR";
}

// Data: what an import would change
catalogue! {
    data_would_change = "What would change";
    data_counting = "Counting…";
    data_summary(added, here, rejected) = "{added} new, {here} already here, {rejected} rejected.";
    data_new = "New";
    data_changed = "Changed";
    data_unchanged = "Unchanged";
    data_already_here = "Already here";
    data_rejected = "Rejected";
    data_repeated = "Repeated in the file";
    data_ignored = "Left out";
    data_note_undated(n) = "{n} without a date: they count in “All time” only.";
    data_note_no_amount(n) = "{n} without an amount: shown as “no amount”, never as 0.";
    data_note_set_aside(n) = "{n} nurturing in the file, with no date to come back to. They come in as active; set a date for each.";
    data_note_reversed(n) = "{n} closed before they began: they count as 0 days.";
    data_note_unrecognised = "Words this playbook does not know";
    data_note_unrecognised_text = "They are kept as they are and count as unknown. You can say what they mean after the import.";
    data_words_one = "1 word or phrase not recognised";
    data_words(n) = "{n} words or phrases not recognised";
    data_words_text = "They came in as they are and count as unknown. Say what they mean: it is recorded for every contact that has them, in one step that can be undone. To have them recognised next time, add them to the playbook.";
    data_words_words = "Words";
    data_words_mean = "Mean";
    data_words_leave = "Leave as it is";
    data_words_label(what, words) = "What “{words}” means ({what})";
    data_words_more(n) = "And {n} more, listed once these are done.";
    data_words_record = "Record what they mean";
    data_words_recorded_one = "Recorded for 1 contact.";
    data_words_recorded(n) = "Recorded for {n} contacts.";
    data_named_value(what, value, n) = "{what}: “{value}” ({n} rows)";
    data_why_rejected_one = "Why 1 row is rejected";
    data_why_rejected(n) = "Why {n} rows are rejected";
    data_line = "Line";
    data_value = "Value";
    data_reason = "Why";
    data_reason_date = "not a day from 1970 to 2200";
    data_reason_amount = "not an amount";
    data_reason_currency = "not a currency of three letters";
    data_reason_too_long = "more than 10,000 characters";
    data_rejected_more(n) = "{n} more are in the file you can download.";
    data_download_rejected = "Download the rejected rows";
    data_import_one = "Import 1 contact";
    data_import_n(n) = "Import {n} contacts";
    data_nothing_to_import = "There is nothing new to import.";
    data_nobody_named = "Say which column names the person, the organisation, the e-mail or the id: contacts need a name.";
}

// Data: reviewing Ripen's own files
catalogue! {
    data_file_workspace(contacts, day) = "A Ripen export with {contacts}, made on {day}.";
    data_file_result(name, day) = "A visitor’s result: {name}, {day}. It becomes a lead.";
    data_nameless_visitor = "a website visitor";
    data_playbook_same = "It uses the same playbook as this workspace.";
    data_playbook_taken(title, revision) = "Its playbook “{title}”, version {revision}, becomes the playbook of this workspace, which is empty.";
    data_playbook_ours(theirs, ours) = "It was judged by “{theirs}”. This workspace keeps its own playbook, “{ours}”, which judges every contact here.";
    data_merge_note = "Histories are joined: nothing that is here is replaced or removed.";
    data_bring_in_one = "Bring in 1 contact";
    data_bring_in_n(n) = "Bring in {n} contacts";
    data_nothing_to_bring_in = "Everything in it is here already.";
    data_merged(added, changed, unchanged) = "{added} new, {changed} changed, {unchanged} unchanged.";
}
