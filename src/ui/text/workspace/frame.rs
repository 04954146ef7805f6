//! The frame round every view, what was done, what things are called, refusals.

// Frame
catalogue! {
    app_name = "Ripen";
    skip_to_content = "Skip to content";
    views = "Views";
    notices_and_undo = "Notices and undo";
    contacts = "Contacts";
    data = "Data";
    judged_by = "Judged by";
    playbook_version(version) = "version {version}";
    saved = "Saved in this browser";
    saved_locally = "Saved, without the browser’s database";
    saving(n) = "Saving, {n} to go…";
    stored_again = "This site’s data was cleared elsewhere. What is open here was stored again. To delete it, use “Delete everything” on Data.";
    not_saved_full(n) = "Not saved: the browser’s storage is full ({n} in memory only)";
    not_saved_blocked(n) = "Not saved: the browser refused ({n} in memory only)";
    not_saved_protected(n) = "Not saved: stored data cannot be read and is left as it is ({n} in memory only)";
    export_now = "Export now";
    try_again = "Try again";
    read_only = "Read-only: the stored data is newer than this app. Reload to update.";
    in_memory = "In memory only: this browser blocks storage. Export before you close the page.";
    demo_badge = "Demo data: yours is untouched.";
    leave_demo = "Leave the demo";
    undo = "Undo";
    redo = "Redo";
    loading_contacts = "Loading your contacts";
    loading_failed = "Your contacts cannot be shown now";
    loading_failed_text = "The browser’s database, which keeps most of them, does not answer. Nothing is lost. Close other tabs of this site, then try again; where that does not help, restart the browser.";
    attention_banner(n) = "{n} stored values cannot be used. They are kept exactly as they are.";
    attention_banner_one = "A stored value cannot be used. It is kept exactly as it is.";
    see_attention = "See what needs attention";
    page_title(view) = "{view} · Ripen";
}

// Addresses that lead nowhere
catalogue! {
    nothing_here = "There is nothing here";
    nothing_here_text = "The address may be mistyped, or what it led to is gone.";
    no_workspace = "There is no such workspace";
    no_workspace_text(name) = "“{name}” can be no workspace’s name: those are small letters, digits and hyphens, at most 40. Nothing was opened.";
    open_own_workspace = "Open your workspace";
}

// What was done
catalogue! {
    did_create = "Added a contact";
    did_edit = "Changed the details";
    did_answer = "Recorded an answer";
    did_advance = "Moved up";
    did_return = "Moved back";
    did_nurture = "Nurturing until a date";
    did_disqualify = "Disqualified";
    did_lose = "Marked as lost";
    did_win = "Marked as won";
    did_reopen = "Reopened";
    did_touch = "Logged a touch";
    did_engagement = "Logged engagement";
    did_task = "Changed the next step";
    did_decider = "Named the decision-maker";
    did_stakeholder = "Added a stakeholder";
    did_import = "Imported";
    did_spread = "Applied to others there";
    did_map = "Said what words mean";
    did_next_purchase = "Started the next purchase";
    spread_to_one = "Applied to 1 contact.";
    spread_to(n) = "Applied to {n} contacts.";
    spread_kept_one = "1 kept an answer of its own, better known or newer.";
    spread_kept(n) = "{n} kept answers of their own, better known or newer.";
    arrived_one = "1 new lead from the website";
    arrived(n) = "{n} new leads from the website";
    arrived_changed_one = "1 lead from the website said something new";
    arrived_changed(n) = "{n} leads from the website said something new";
    arrived_named(what, who) = "{what}: {who}";
    arrived_show = "Show";
    did_count(what, n) = "{what}: {n} contacts";
    undid(what) = "Undone: {what}";
    redid(what) = "Back again: {what}";
}

// Levels, standings and people
catalogue! {
    opportunity_stage(stage) = "Opportunity · {stage}";
    active = "Active";
    nurturing_until(day) = "Nurturing until {day}";
    due_back(day) = "Due back since {day}";
    disqualified_because(reason) = "Disqualified: {reason}";
    won = "Won";
    lost_because(reason) = "Lost: {reason}";
    unknown_reason = "reason not in this playbook";
    unknown_person = "Unknown person";
    website_visitor = "Website visitor";
    no_name = "Unnamed contact";
}

// Start
catalogue! {
    start_title = "Know which contacts are worth your time, and why";
    start_lead = "Ripen tells you, with proof, whether a contact is a lead, a prospect or a sales opportunity, and what is missing to move it up.";
    start_empty = "Start empty";
    start_empty_text = "Add your first contact and let the questions lead you.";
    add_contact = "Add a contact";
    start_demo = "See Ripen in two minutes";
    start_demo_text = "Four steps through made-up contacts with a past. Your own data stays untouched.";
    open_demo = "Open the demo";
    start_import = "Bring your contacts";
    start_import_text = "CSV files from your CRM, or a Ripen export. You see what would change first.";
    import_file = "Import a file";
    start_promise = "Everything stays in this browser. No account, no server.";
}

// The guided demo
catalogue! {
    tour_title = "See Ripen in two minutes";
    tour_close = "Close the guide";
    tour_promise = "All contacts here are made up. They and what you answer stay in this browser; nothing is sent.";
    tour_visit = "Answer as a visitor";
    tour_visit_text = "A page stands for your website and asks the playbook’s questions.";
    tour_arrive = "See the lead arrive";
    tour_arrive_text = "Your answers are a new contact in the list, as claimed and not more.";
    tour_why = "Read why";
    tour_why_text = "Its page says what is met, what is missing, and what to ask next.";
    tour_funnel = "Look at the funnel";
    tour_funnel_text = "Every row adds up, and every bar opens the contacts behind it.";
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
