//! Ready-made playbooks, overlays, playbook files and links.

// Ready-made playbooks
catalogue! {
    packs = "Ready-made";
    packs_title = "Ready-made playbooks";
    packs_intro = "Start from a playbook that ships with Ripen, or add a method on top. You see what would differ before anything does.";
    packs_playbooks = "Playbooks";
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
    packs_use_text = "What you have in the editor is kept as the draft, unless it is a ready-made one without changes. Publish that draft to go back.";
    packs_overlays = "Methods on top";
    packs_overlays_text = "An overlay adds questions and a card. It changes no gate, stage, score or win chance. It goes on the draft: publish to use it.";
    packs_on_draft = "On the draft";
    packs_put_on = "Put on the draft";
    packs_take_off = "Take off the draft";
    packs_brings(questions, items) = "{questions} questions, {items} things to know";
}

// What a playbook would change
catalogue! {
    studio_of_version(title, version) = "{title}, version {version}";
    studio_weighing = "Looking at the contacts…";
    studio_moves_none_here = "There are no contacts under way to compare.";
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
    studio_err_unreachable = "The file beside this page cannot be reached. Check the connection and load the page again.";
    studio_err_missing(status) = "The file is not where it should be (the server says {status}). Whoever hosts this page has to put the folder “playbooks” beside it.";
    studio_err_too_large = "The file beside this page is too large.";
    studio_err_no_text = "The file beside this page is no text.";
    studio_err_file(path, why) = "{path}: {why}";
}

// Names of pages
catalogue! {
    guided = "Guided start";
    trying = "Try it out";
}
