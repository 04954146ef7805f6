//! Texts of the workspace.

// Frame
catalogue! {
    app_name = "Ripen";
    skip_to_content = "Skip to content";
    views = "Views";
    notices_and_undo = "Notices and undo";
    contacts = "Contacts";
    funnel = "Funnel";
    data = "Data";
    judged_by = "Judged by";
    playbook_version(version) = "version {version}";
    saved = "Saved in this browser";
    saving(n) = "Saving {n} contacts…";
    not_saved_full(n) = "Not saved: the browser’s storage is full ({n} contacts are in memory only)";
    not_saved_blocked(n) = "Not saved: the browser refused ({n} contacts are in memory only)";
    not_saved_protected(n) = "Not saved: stored data cannot be read and is left as it is ({n} contacts are in memory only)";
    export_now = "Export now";
    try_again = "Try again";
    read_only = "Read-only: the stored data is newer than this app. Reload to update.";
    in_memory = "In memory only: this browser blocks storage. Export before you close the page.";
    demo_badge = "Demo data: yours is untouched.";
    leave_demo = "Leave the demo";
    undo = "Undo";
    redo = "Redo";
    dismiss = "Dismiss";
    reading_contacts = "Reading your contacts";
    reading_part(done, total) = "{done} of {total}";
    view_problem = "This view has a problem";
    view_problem_text = "Your data is safe in this browser. The other views still work. If it happens again, download your data and tell us what you did.";
    download_my_data = "Download my data";
    attention_banner(n) = "{n} stored values cannot be used. They are kept exactly as they are.";
    attention_banner_one = "A stored value cannot be used. It is kept exactly as it is.";
    see_attention = "See what needs attention";
    page_title(view) = "{view} · Ripen";
}

// What was done
catalogue! {
    did_create = "Added a contact";
    did_edit = "Changed the details";
    did_answer = "Recorded an answer";
    did_advance = "Moved up";
    did_return = "Moved back";
    did_nurture = "Set aside until a date";
    did_disqualify = "Disqualified";
    did_lose = "Marked as lost";
    did_win = "Marked as won";
    did_reopen = "Reopened";
    did_touch = "Logged a touch";
    did_task = "Changed the next step";
    did_import = "Imported";
    did_count(what, n) = "{what}: {n} contacts";
    undid(what) = "Undone: {what}";
    redid(what) = "Back again: {what}";
}

// Levels, standings and people
catalogue! {
    lead = "Lead";
    prospect = "Prospect";
    opportunity = "Opportunity";
    customer = "Customer";
    opportunity_stage(stage) = "Opportunity · {stage}";
    active = "Active";
    nurturing = "Nurturing";
    nurturing_until(day) = "Nurturing until {day}";
    due_back(day) = "Due back since {day}";
    disqualified = "Disqualified";
    disqualified_because(reason) = "Disqualified: {reason}";
    lost = "Lost";
    lost_because(reason) = "Lost: {reason}";
    unknown_reason = "reason not in this playbook";
    unknown_person = "Unknown person";
    website_visitor = "Website visitor";
    no_name = "Unnamed contact";
    visitor = "Visitor";
    import = "Import";
    you = "You";
}

// Start
catalogue! {
    start_title = "Know which contacts are worth your time, and why";
    start_lead = "Ripen tells you, with proof, whether a contact is a lead, a prospect or a sales opportunity, and what is missing to move it up.";
    start_empty = "Start empty";
    start_empty_text = "Add your first contact and let the questions lead you.";
    add_contact = "Add a contact";
    start_demo = "Look around";
    start_demo_text = "Made-up contacts with a past. Your own data stays untouched.";
    open_demo = "Open the demo";
    start_import = "Bring your contacts";
    start_import_text = "CSV files from your CRM, or a Ripen export. You see what would change first.";
    import_file = "Import a file";
    start_promise = "Everything stays in this browser. No account, no server.";
}

// Contacts
catalogue! {
    new_contact = "New contact";
    search = "Search";
    search_hint = "Name, organisation or e-mail";
    level = "Level";
    all_levels = "All levels";
    standing = "Standing";
    any_standing = "Any standing";
    order = "Order";
    order_recent = "Last changed";
    order_name = "Name";
    order_amount = "Amount";
    order_due = "Next step";
    count_all(n) = "{n} contacts";
    count_one = "1 contact";
    count_some(n, total) = "{n} of {total} contacts";
    contact = "Contact";
    amount = "Amount";
    owner = "Owner";
    next_step = "Next step";
    no_amount = "no amount";
    today = "Today";
    tomorrow = "Tomorrow";
    days_late(n) = "{n} days late";
    one_day_late = "1 day late";
    none_yet = "No contacts yet";
    none_yet_text = "Add the last person who showed interest. Ripen asks what is missing, one question at a time.";
    nothing_matches = "Nothing matches";
    nothing_matches_text = "Check the spelling, or look at all levels and standings.";
    clear_filters = "Clear search and filters";
    funnel_chip(row, fate, window) = "Entered {row} · {fate} · {window}";
    remove_funnel_filter = "Remove the funnel filter";
    fate_any = "all of them";
    fate_moved_on = "moved on";
    fate_in_progress = "in progress";
    fate_nurturing = "nurturing";
    fate_disqualified = "disqualified";
    fate_lost = "lost";
    all_time = "all time";
    window_from_to(from, to) = "{from} to {to}";
    window_from(from) = "since {from}";
    window_to(to) = "until {to}";
}

// Forms
catalogue! {
    optional = "(optional)";
    error_prefix = "Error: ";
    there_is_a_problem = "There is a problem";
    cancel = "Cancel";
    person = "Person";
    organisation = "Organisation";
    job_title = "Job title";
    email = "E-mail";
    phone = "Phone";
    source = "Source";
    your_name = "Your name";
    your_name_hint = "Shown beside what you record. Kept in this browser only.";
    choose_source = "Choose a source";
    choose_reason = "Choose a reason";
    add_and_ask = "Add and ask the first question";
    add = "Add";
    save_changes = "Save changes";
    edit = "Edit";
    edit_details = "Edit the details";
    expected_close = "Expected close";
    note = "Note";
    reason = "Reason";
    amount_in(currency) = "Amount in {currency}";
    err_nobody = "Enter a person or an organisation";
    err_email = "Enter an e-mail address like name@example.com";
    err_amount = "Enter an amount like 1,200 or 1200.50";
    err_minutes = "Enter whole minutes, like 25";
    err_date = "Enter a date";
    err_reason = "Choose a reason";
    err_written_reason = "Say why, in a few words";
    err_what = "Say what is next";
    err_future = "Choose a day after today";
    err_past = "Choose today or an earlier day";
    err_too_long = "Use at most 10,000 characters";
}

// Contact page
catalogue! {
    ask_next = "Ask next question";
    ask_left(n) = "Ask the {n} left";
    move_to(position) = "Move to {position}";
    log_touch = "Log a touch";
    more = "More";
    return_to(position) = "Return to {position}…";
    override_to(position) = "Move to {position} anyway…";
    nurture_until = "Nurture until a date…";
    win = "Win…";
    disqualify = "Disqualify…";
    lose = "Lose…";
    reopen = "Reopen";
    where_it_stands = "Where it stands";
    rung_done = ", done";
    rung_skipped = ", skipped";
    rung_unobserved = ", not observed";
    since(day) = "since {day}";
    opportunity_since(day) = "Opportunity since {day}";
    employees_fact(n) = "{n} employees";
    owner_fact(name) = "owner {name}";
    ahead_title = "Stands further than its evidence.";
    ahead_text(position, evidenced) = "It is at {position}, but what is on record reaches {evidenced} only. It is left out of the evidenced pipeline.";
    why_passed(position) = "Everything is there for {position}";
    why_failed(position) = "Not a {position}: something does not fit";
    why_open(position) = "What is missing for {position}";
    why_exit_passed(position) = "Ready for {position}";
    why_exit_failed(position) = "Not ready for {position}";
    judged_line(playbook, version) = "Judged by {playbook}, version {version}";
    to_reach(position) = "To reach {position}:";
    nothing_missing(position) = "Nothing is missing. Move it to {position} when you agree.";
    instead = "Instead:";
    ended_title(standing) = "{standing}";
    ended_text = "Nothing more is asked. Reopen it to go on.";
    customer_title = "A customer";
    customer_text = "The deal is won. A next purchase starts as a new contact.";
    passed_gates = "Gates passed before";
    chance_to_win = "Chance to win";
    about_percent(p) = "about {p}";
    slot_met = "confirmed";
    slot_not_met = "no";
    slot_unknown = "unknown";
    chance_formula(start, filled, of, complete) = "{start} with pain, interest and fit; the odds grow with each confirmed slot ({filled} of {of} so far), up to {complete} with all. That each slot weighs the same is an assumption.";
    chance_next(p) = "One more slot and it is about {p}.";
    chance_claimed = "Pain, interest and fit are not all on record: this figure rests on the level alone.";
    answers = "Answers";
    change = "Change";
    answer_it = "Answer";
    colon_what(what) = ": {what}";
    later_questions = "Questions for later stages";
    not_answered = "Not answered";
    dont_know_yet = "I don’t know yet";
    also_said(value, grade) = "Also said: {value} ({grade})";
    details = "Details";
    set_next_step = "Set the next step";
    no_next_step = "Nothing is planned.";
    done = "Done";
    touches = "Touches";
    no_touches = "Nobody was in touch yet.";
    what_happened = "What happened";
    undone = "Undone";
    overridden = "Overridden";
    imported_columns = "From the imported file";
    no_contact_title = "This contact is not here";
    no_contact_text = "It may have been undone, or it belongs to another workspace.";
    all_contacts = "All contacts";
    first_response(time) = "first response after {time}";
    still_unanswered = "no outbound touch yet";
}

// Dialogs
catalogue! {
    dlg_move(position) = "Move to {position}";
    dlg_move_text = "Everything asked for is met. The move keeps today’s verdicts with it.";
    dlg_override(position) = "Move to {position} without all its evidence";
    dlg_override_text = "Not met or not known: {missing}.";
    dlg_override_missing(missing) = "Not met or not known: {missing}.";
    dlg_override_why = "Why move it all the same?";
    dlg_override_note = "The reason is kept with the move, counted and shown in reviews.";
    dlg_override_button = "Move anyway";
    dlg_return = "Move back";
    dlg_return_where = "Where to?";
    dlg_return_why = "Why does it go back?";
    dlg_return_button = "Move back";
    dlg_nurture = "Nurture until a date";
    dlg_nurture_until = "Come back to it on";
    dlg_nurture_note = "It is shown as due back from that day on. Nothing moves by itself.";
    dlg_nurture_button = "Set aside";
    dlg_disqualify(name) = "Disqualify {name}";
    dlg_disqualify_why = "Why is it unsuitable?";
    dlg_disqualify_note = "It stays in the funnel’s denominator. You can reopen it any time.";
    dlg_disqualify_button = "Disqualify";
    dlg_lose(name) = "Lose {name}";
    dlg_lose_why = "Why was it lost?";
    dlg_lose_note = "It stays in the win rate. You can reopen it any time.";
    dlg_lose_button = "Lose";
    dlg_win(name) = "Win {name}";
    dlg_win_text = "The deal is done and the contact becomes a customer.";
    dlg_win_button = "Win";
    dlg_touch = "Log a touch";
    dlg_touch_what = "What was it?";
    dlg_touch_who = "Who reached out?";
    dlg_touch_us = "We did";
    dlg_touch_them = "They did";
    dlg_touch_when = "When";
    dlg_touch_minutes = "Minutes";
    dlg_touch_button = "Log it";
    dlg_task = "Set the next step";
    dlg_task_what = "What is next?";
    dlg_task_due = "Due";
    dlg_task_button = "Set it";
    call = "Call";
    e_mail = "E-mail";
    meeting = "Meeting";
    message = "Message";
    outbound = "out";
    inbound = "in";
    minutes(n) = "{n} min";
}

// The timeline
catalogue! {
    ev_created = "Captured as a lead";
    ev_created_from(source) = "Captured as a lead from {source}";
    ev_answered(what, value) = "{what}: {value}";
    ev_answered_many(n) = "Answered {n} questions";
    ev_moved(position) = "Moved to {position}";
    ev_returned(position) = "Moved back to {position}";
    ev_won = "Won";
    ev_nurtured(day) = "Set aside until {day}";
    ev_disqualified(reason) = "Disqualified: {reason}";
    ev_lost(reason) = "Lost: {reason}";
    ev_reopened(position) = "Reopened at {position}";
    ev_task(note, day) = "Next step: {note}, due {day}";
    ev_task_done = "Next step done";
    ev_field(field, value) = "{field}: {value}";
    ev_field_emptied(field) = "{field} removed";
    ev_amount(value) = "Amount: {value}";
    ev_close(day) = "Expected close: {day}";
    ev_close_none = "Expected close removed";
    ev_stakeholder(name) = "Named {name}";
    ev_imported = "Imported from a file";
    ev_imported_end(end, day) = "{end} on {day}";
    ev_merged = "Merged into another contact";
    ev_unknown(kind) = "Something a newer version recorded ({kind})";
    ev_by(who, playbook, version) = "{who}, by {playbook} version {version}";
    won = "Won";
}

// Refusals
catalogue! {
    refused_gone = "This contact is not here any more.";
    refused_read_only = "The workspace is read-only: its data is newer than this app. Reload to update.";
    refused_nothing = "Nothing would change.";
    refused_gates(missing) = "Not moved. Still missing: {missing}.";
    refused_ended = "It has ended. Reopen it first.";
    refused_position = "That is no position of this playbook it can move to.";
    refused_not_opportunity = "Only an opportunity can be won or lost.";
    refused_answer = "That is no answer to this question.";
    refused_other = "That is not possible here.";
}

// Funnel
catalogue! {
    funnel_entered = "Entered";
    funnel_all_time = "All time";
    funnel_month = "This month";
    funnel_quarter = "This quarter";
    funnel_year = "This year";
    funnel_twelve_months = "Last 12 months";
    funnel_custom = "Custom";
    funnel_from = "From";
    funnel_to = "To";
    funnel_wrong_order = "The first day is after the last one.";
    funnel_picture(window) = "Funnel, {window}";
    funnel_lead_one = "lead";
    funnel_lead_many = "leads";
    funnel_lead_title = "Leads";
    funnel_lead_about = "showed interest";
    funnel_prospect_one = "prospect";
    funnel_prospect_many = "prospects";
    funnel_prospect_title = "Prospects";
    funnel_prospect_about = "qualified";
    funnel_opportunity_one = "opportunity";
    funnel_opportunity_many = "opportunities";
    funnel_opportunity_title = "Opportunities";
    funnel_opportunity_about = "with a pain we fit";
    funnel_customer_one = "customer";
    funnel_customer_many = "customers";
    funnel_customer_title = "Customers";
    funnel_customer_about = "won";
    funnel_worth_won(amount) = "{amount} won";
    funnel_dash = "–";
    funnel_not_observed = "not observed";
    funnel_bar(count, levels) = "{count} {levels} entered: show the contacts";
    funnel_fate(count, fate) = "{count} {fate}";
    funnel_fate_link(count, levels, fate) = "{count} {levels}, {fate}: show the contacts";
    funnel_part(part, of) = "{part} of {of}";
    funnel_figures = "The figures";
    funnel_position = "Position";
    funnel_moved_on = "Moved on";
    funnel_conversion(sure) = "Conversion, {sure} interval";
    funnel_in_progress = "In progress";
    funnel_interval(low, high) = "{low} to {high}";
    funnel_interval_of(sure, low, high) = "{sure} interval {low} to {high}";
    funnel_too_few = "too few to say";
    funnel_undated_one = "1 contact has no date: it counts in “All time” only.";
    funnel_undated(n) = "{n} contacts have no date: they count in “All time” only.";
    funnel_not_observed_note(positions) = "Not observed: {positions}. Nobody was seen there, so there is no conversion to show.";
    funnel_too_few_note(n) = "Below {n} entered, a conversion says too little to be shown.";
    funnel_how = "How this is counted";
    funnel_how_conversion = "Conversion = moved on ÷ entered. Of those who entered a position in the window, the share that ever reached a later one. Skipping a position is passing it; coming back counts once. Those still in progress, nurturing, disqualified or lost stay in the denominator.";
    funnel_how_window(window) = "Window: {window}, by the day a position was entered. The number of contacts behind each conversion stands under Entered.";
    funnel_how_interval(sure) = "Interval: Wilson score, {sure}.";
    funnel_win_rate = "Win rate";
    funnel_by_count = "By count";
    funnel_by_value = "By value";
    funnel_by_value_in(currency) = "By value, in {currency}";
    funnel_nothing_closed = "Nothing was won or lost in this window.";
    funnel_rate_formula(won, lost) = "{won} won ÷ ({won} won + {lost} lost)";
    funnel_rate_formula_three(won, lost, disqualified) = "{won} won ÷ ({won} won + {lost} lost + {disqualified} disqualified)";
    funnel_value_formula(won, closed) = "{won} won ÷ {closed} closed";
    funnel_closed_without_amount(n) = "{n} had no amount";
    funnel_no_lost_amounts = "The lost deals carry no amount to compare with.";
    funnel_how_wins(window) = "Win rate = won ÷ (won + lost), closed in the window ({window}). An opportunity that was disqualified counts as lost and is shown apart.";
    funnel_open_pipeline = "Open pipeline";
    funnel_nothing_open = "No opportunity is open.";
    funnel_open(n) = "{n} open";
    funnel_no_amount = "No amount";
    funnel_without_amount(n) = "{n} with no amount";
    funnel_all_with_amount = "all with an amount";
    funnel_weighted = "Weighted by chance";
    funnel_weighted_formula(n, open) = "Sum of amount × chance to win, {n} of {open} have an amount";
    funnel_evidenced = "Backed by evidence";
    funnel_evidenced_formula(n, open) = "{n} of {open}: every criterion of an opportunity is met";
    funnel_show_active_one = "Show the one in progress";
    funnel_show_active(n) = "Show the {n} in progress";
    funnel_show_nurturing_one = "Show the one nurturing";
    funnel_show_nurturing(n) = "Show the {n} nurturing";
    funnel_how_pipeline = "Opportunities that are open now, whatever the window; nurturing ones too. A missing amount is not zero: it is left out of the sums. Currencies are never added up.";
    funnel_empty_workspace = "No contacts yet";
    funnel_empty_workspace_text = "The funnel fills by itself as contacts move up. Add a contact, or import the ones you have.";
    funnel_nobody = "Nobody entered in this window";
    funnel_nobody_text = "The funnel counts contacts by the day they entered a position. Choose a longer window.";
    funnel_show_all_time = "Show all time";
}

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
    data_group_facts = "Answers";
    data_group_else = "Anything else";
    data_target_first_name = "First name";
    data_target_last_name = "Last name";
    data_target_external_id = "Id in the other system";
    data_target_amount = "Amount";
    data_target_currency = "Currency";
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
    data_meaning_won = "Won";
    data_meaning_lost = "Lost";
    data_meaning_disqualified = "Disqualified";
    data_meaning_nurturing = "Set aside";
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
    data_note_set_aside(n) = "{n} set aside in the file, with no date to come back to. They come in as active; set a date for each.";
    data_note_reversed(n) = "{n} closed before they began: they count as 0 days.";
    data_note_unrecognised = "Words this playbook does not know";
    data_note_unrecognised_text = "They are kept as they are and count as unknown.";
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
    data_file_workspace(n, day) = "A Ripen export with {n} contacts, made on {day}.";
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

// Data: out, kept here, attention, deleting
catalogue! {
    data_take_out = "Take out";
    data_take_out_text = "Everything Ripen knows: contacts with their whole history, and the playbook. Read it back here, or in any tool that reads JSON.";
    data_export = "Export as JSON";
    data_exporting = "Preparing the file…";
    data_exported = "The file was handed to the browser to save.";
    data_kept = "What is kept here";
    data_kept_contacts = "Contacts";
    data_kept_contacts_events(contacts, events) = "{contacts}, with {events} recorded events";
    data_kept_where = "Where";
    data_kept_where_text = "This browser, on this device, for this address. Nothing is sent anywhere.";
    data_kept_workspace = "Workspace";
    data_kept_keys = "Keys in local storage";
    data_kept_space = "Space used";
    data_kept_space_part(used, room, share) = "{used} of {room} characters ({share})";
    data_kept_space_none = "Nothing: the browser blocks storage";
    data_kept_saving = "Saving";
    data_kept_saved = "Every change is stored at once. Browsers may clear data of pages that are not visited for long, so export now and then.";
    data_kept_busy = "Being stored right now. Keep the page open.";
    data_kept_failed = "Not everything is stored. It is in memory: export before you close the page.";
    data_kept_read_only = "Nothing is stored: a newer Ripen wrote the data here. Reload to update.";
    data_kept_memory = "The browser blocks storage. Everything is in memory until you close the page: export it.";
    data_kept_playbook = "Playbook";
    data_kept_playbook_version(title, revision) = "{title}, version {revision}";
    data_settings = "Settings";
    data_settings_currency = "Currency";
    data_settings_currency_hint = "Three letters, like EUR. Amounts in other currencies are summed apart, never converted.";
    data_settings_saved = "Settings saved.";
    data_settings_unreadable = "The stored settings cannot be read and are left as they are: changes last until you close the page.";
    data_attention = "Needs attention";
    data_attention_text = "These stored values cannot be used. They are kept exactly as they are and never overwritten.";
    data_attention_newer(version) = "Written by a newer Ripen (version {version} of the record). Reload to update.";
    data_attention_unreadable(path, reason) = "Cannot be read at {path}: {reason}.";
    data_attention_key = "Its name holds no contact’s id.";
    data_attention_playbook(what) = "The stored playbook cannot be used, the default one judges instead. {what}";
    data_attention_settings(reason) = "The stored settings cannot be read: {reason}.";
    data_download_raw = "Download as it is";
    data_what_colon(what) = ": {what}";
    data_delete = "Delete everything here";
    data_delete_text = "Removes every contact, the settings and the playbook of this workspace from this browser. This cannot be undone; export first.";
    data_delete_button = "Delete everything…";
    data_delete_title = "Delete everything in this workspace?";
    data_delete_what(contacts) = "Everything is removed from this browser: {contacts} with all that happened, the settings and the playbook. This cannot be undone.";
    data_delete_attention(n) = "What needs attention is deleted too, although it could not be read. Values: {n}.";
    data_delete_tabs = "Close other tabs of Ripen first: what they hold would be stored again.";
    data_delete_confirm = "Delete everything";
    data_delete_export = "Export first";
    data_reset = "Reset the demo";
    data_reset_text = "Throws away what you changed in the demo and makes its contacts anew. Your own data is elsewhere and stays untouched.";
    data_reset_button = "Reset the demo…";
    data_reset_title = "Reset the demo?";
    data_reset_what(contacts) = "The demo begins anew: {contacts} and what you changed are removed. Your own data stays untouched.";
    data_reset_confirm = "Reset the demo";
}
