//! Ready-made playbooks, overlays, playbook files and links.

// Ready-made playbooks
catalogue! {
    packs = "Start or switch";
    packs_title = "Start or switch";
    packs_intro = "Start a playbook of your own, use one that ships with Ripen, or add a method on top. You see what would differ before anything does.";
    packs_playbooks = "Ready-made playbooks";
    packs_loading = "Reading the playbooks…";
    packs_in_use = "In use";
    packs_gates = "What its gates ask";
    packs_to_prospect = "To Prospect";
    packs_to_opportunity = "To Opportunity";
    packs_stages = "Stages";
    packs_look(title) = "See what would change with {title}";
    packs_look_short = "See what would change";
    packs_use = "Use this playbook";
    packs_not_now = "Leave everything as it is";
    packs_use_text = "It judges every contact at once. The playbook in use is put aside: the overview leads back to it.";
    packs_use_draft = "You have a draft that is not published. It is put aside together with the playbook in use; switching back brings both back.";
    packs_use_aside = "Put the draft aside and use this playbook";
    packs_changes(n) = "What it has in place of the playbook in use ({n})";
    packs_overlays = "Methods on top";
    packs_overlays_text = "An overlay adds questions and a card. It changes no gate, stage, score or win chance. It goes on the draft: publish to use it.";
    packs_on_draft = "On the draft";
    packs_put_on = "Put on the draft";
    packs_take_off = "Take off the draft";
    packs_brings(questions, items) = "Questions: {questions} · things to know: {items}";
}

// One of one's own
catalogue! {
    own_title = "Start your own";
    own_text = "Either way it becomes the draft, in one step that can be undone. Contacts are judged by the playbook in use until you publish.";
    own_scratch = "From scratch";
    own_scratch_text = "No questions and no criteria yet; stages, sources, reasons and visitor texts are there to be changed.";
    own_draft(title) = "You have a draft that is not published, “{title}”. Either way replaces it; undo brings it back.";
    own_name = "Name of your playbook";
    own_begin = "Start from scratch";
    own_section = "Questions";
}

// What a playbook would change
catalogue! {
    studio_of_version(title, version) = "{title}, version {version}";
    studio_weighing = "Looking at the contacts…";
    studio_moves_none_here = "There are no contacts under way to compare.";
    studio_moves_none_of_one = "The only contact under way would not be placed elsewhere: its evidence reaches as far as now.";
    studio_moves_one_of_one = "The only contact under way would be placed elsewhere by its evidence:";
    studio_moves_none(of) = "No contact would be placed elsewhere: the evidence of all {of} under way reaches as far as now.";
    studio_moves_one(of) = "1 of {of} contacts under way would be placed elsewhere by its evidence:";
    studio_moves(n, of) = "{n} of {of} contacts under way would be placed elsewhere by their evidence:";
    studio_reaches(before, after) = "evidence would reach {after}, now {before}";
    studio_newly_ahead = "would stand further than its evidence";
    studio_no_longer_ahead = "would no longer stand further than its evidence";
    studio_more(n) = "and {n} more";
    studio_nobody_moves = "Nobody moves by itself: every contact keeps its level and stage, and all that is on record.";
    studio_unknown_stage_one = "1 contact is at a stage this playbook does not have. It counts as being at the first stage.";
    studio_unknown_stages(n) = "{n} contacts are at stages this playbook does not have. They count as being at the first stage.";
    studio_switched(title) = "In use now: {title}";
    studio_switch_back = "Switch back";
    studio_did_replace(what) = "Took in {what} as the draft";
}

// What is not read
catalogue! {
    studio_err_unreachable = "What ships beside this page cannot be reached. Check the connection and load the page again.";
    studio_err_missing(status) = "Not where it should be (the server says {status}). Whoever hosts this page has to put the folder “playbooks” beside it.";
    studio_err_too_large = "The file beside this page is too large.";
    studio_err_no_text = "The file beside this page is no text.";
    studio_err_files(paths, why) = "{why} ({paths})";
}

// Names of pages
catalogue! {
    share = "Share";
    share_title = "Share and keep";
    share_intro = "The playbook in use, to give to somebody or to keep; and somebody else’s, to look at and take in.";
    guided = "Guided start";
    trying = "Try it out";
}

// One file
catalogue! {
    file_title = "As a file";
    file_text = "The playbook in use, in one file to keep, to give to somebody or to work on elsewhere.";
    file_download = "Download the playbook";
    file_download_visitors = "Download for visitors";
    file_visitors_text = "The one for visitors goes on your website with the wizard: without talk tracks, win chances and whatever else is for you alone.";
    file_open = "Open a playbook file";
    file_open_text = "It is checked first, and you see what it would change.";
    take_in = "Take it in as the draft";
    take_changes(n) = "What it has in place of the playbook in use ({n})";
    take_draft = "You have a draft that is not published. It is replaced; undo brings it back.";
    take_text = "It takes the place of the whole draft, in one step that can be undone. Contacts are judged by it once you publish. Questions and stages that are on record stay known, retired.";
}

// A file that is not taken
catalogue! {
    unread_empty = "There is nothing in it that can be read. Choose it again, or download the playbook again where it comes from.";
    unread_large(limit) = "It is larger than a playbook can be ({limit} KB). Choose the file that “Download the playbook” made.";
    unread_other = "It is no playbook. A playbook is the file that “Download the playbook” makes; its name ends in .json.";
    unread_newer = "A newer Ripen wrote it. Load this page again to update, then open the file again.";
    unread_line(line) = "It is no playbook as Ripen writes it: something is wrong in line {line}. It may have been cut off or changed by hand. Download it again where it comes from.";
    unread_part(part, line) = "Something is wrong in one place: {part} (line {line}). It may have been changed by hand. Mend it there, or download the playbook again where it comes from.";
    unread_fault(part, what) = "It cannot be used: {part} {what}. Mend it where it was made, and open it again.";
    unread_two_faults(part, what) = "It cannot be used: {part} {what}, and 1 more thing is wrong. Mend both where it was made, and open it again.";
    unread_faults(part, what, n) = "It cannot be used: {part} {what}, and {n} more things are wrong. Mend them where it was made, and open it again.";
    unread_place(part, n) = "{part} no. {n}";
    unread_details = "What the reader met";
}

// A link
catalogue! {
    link_title = "As a link";
    link_text = "The playbook in use, inside a link: nothing is put on any server. Whoever opens it sees it and decides whether to take it in. Your contacts are not in it.";
    link_copy = "Copy a link";
    link_demo_title = "A demo judged by it";
    link_demo_text = "A link to the demo: made-up contacts, judged by the playbook in use. Whoever opens it for the first time sees them at once, and their own data stays untouched.";
    link_demo_copy = "Copy a link to the demo";
    link_label = "The link";
    link_length(n) = "It is {n} characters long.";
    link_long(n) = "It is {n} characters long. Mail and chat programs may cut it off: give the file instead.";
    link_copied = "The link is in the clipboard.";
    link_not_copied = "The browser did not let it into the clipboard. Copy it from the field.";
    link_reading = "Reading the link…";
    link_shared_title = "A playbook somebody shared";
    link_shared_text = "It came inside the link you opened. Nothing has changed yet.";
    link_inside = "What is in it";
    link_try = "Try it on made-up contacts";
    link_leave = "Go on without it";
    link_err_unsupported = "This browser is too old for links with something inside. Use a file instead.";
    link_err_too_long(limit) = "It is too large for a link: more than {limit} KB. Use a file instead.";
    link_err_kind = "This link holds something this version of Ripen does not know. Load the page again for the newest version.";
    link_err_damaged = "The link is damaged: it was cut off or changed on its way. Ask for it once more, or for a file.";
}

// The guided start
catalogue! {
    guided_title = "Your first playbook";
    guided_intro = "Answer what you know of how you sell. Whatever you leave empty stays as Pain–Interest–Fit has it, and everything can be changed afterwards.";
    guided_way_in = "Not sure? Answer a dozen questions about how you sell, and get a first playbook from them, based on Pain–Interest–Fit.";
    guided_begin = "Begin the guided start";
    guided_offer = "What you sell";
    guided_offering = "What do you sell?";
    guided_offering_hint = "In a few words. The playbook goes by this name.";
    guided_pain = "Which problem does it solve? Ask it as a visitor would be asked, to be answered with yes or no.";
    guided_situation = "Which situation is it made for? Ask it in the same way.";
    guided_years = "After how many years have people got used to the problem?";
    guided_made = "Whom it is made for";
    guided_least = "Employees, at least";
    guided_most = "Employees, at most";
    guided_industries = "Which industries? None ticked leaves them as they are.";
    guided_countries = "Which countries? None ticked leaves them as they are.";
    guided_way = "How you sell";
    guided_first = "What has to be there before you speak of an opportunity?";
    guided_budget = "A budget";
    guided_authority = "Whoever decides has agreed in person";
    guided_stages = "The stages of an opportunity, in order, one a line";
    guided_won = "How many of 100 opportunities do you win?";
    guided_won_hint = "Of 100 that are opportunities at all, 10 to 15 are usual.";
    guided_sources = "Where do contacts come from? None ticked keeps all of these.";
    guided_instead = "What should somebody do who does not fit?";
    guided_link = "Where should somebody go on who fits? A web address, mailto: or tel: link.";
    guided_write = "Write the playbook";
    guided_write_text = "It becomes the draft, in one step that can be undone. Nothing counts before you publish it.";
    guided_err_number(most) = "Enter a whole number from 1 to {most}.";
    guided_err_offering = "Say in a few words what you sell.";
    guided_size_rule(range) = "Organisations of {range}";
    guided_size_reason(range) = "It is made for organisations of {range}. For others it would be the wrong size, and we would rather say so now.";
    guided_industry_reason(names) = "It is made for these industries: {names}. Elsewhere it leaves too much undone.";
    guided_country_reason(names) = "We can deliver and help well in these countries: {names}.";
    guided_interest_rule_one = "The problem is at most 1 year old or has become urgent, and solving it is among the first three things to do";
    guided_interest_rule(years) = "The problem is at most {years} years old or has become urgent, and solving it is among the first three things to do";
    guided_action = "Talk to us";
}

// Trying out
catalogue! {
    try_title = "Try the draft out";
    try_intro = "Run through it as a visitor or as a rep would. Nothing is recorded.";
    try_who = "Who answers";
    try_visitor = "A visitor";
    try_rep = "A rep";
    try_pass = "Fill with answers that pass";
    try_out = "Fill with answers that knock out";
    try_restart = "From the beginning";
    try_none = "No such answers can be found for this draft.";
    try_stuck = "No answers to what is asked pass both gates. These come as far as they can; beside is what stays open.";
    try_done = "Everything that counts is answered. The verdict stands beside.";
    try_verdict = "The verdict so far";
}
