//! The playbook editor: its frame, the draft, what was changed and what is refused.

// Frame
catalogue! {
    playbook = "Playbook";
    pb_pages = "Parts of the playbook";
    pb_definitions = "Definitions";
    pb_overview = "Overview";
    pb_questions = "Questions";
    pb_criteria = "Criteria";
    pb_gates = "Gates and stages";
    pb_people = "Ideal customer";
    pb_sources = "Sources";
    pb_scores = "Scores";
    pb_visitors = "For visitors";
    pb_words = "Reasons and words";
    pb_gone = "This is not in the draft";
    pb_gone_text = "It may have been undone, or thrown away with a draft.";
    pb_to_overview = "To the overview";
    pb_in_force(version) = "Version {version} is in force. What you change becomes a draft.";
    pb_draft_line = "This is a draft, not in force yet.";
    pb_review = "Review and publish";
    pb_locked = "Nothing can be changed here: what is stored cannot be read by this version of Ripen, and is left as it is.";
    pb_draft_unreadable = "The stored draft cannot be read and is left as it is. What you change here lasts until you publish it or close the page.";
}

// Overview
catalogue! {
    pb_intro = "Everything contacts are judged by: what is asked, what counts, and what people are told.";
    pb_basics = "What it is";
    pb_title = "Name of the playbook";
    pb_about = "What it is for";
    pb_currency = "Currency of its amounts";
    pb_currency_hint = "Three letters, like EUR. Left empty, the workspace’s own currency.";
    pb_version_line(version) = "Version {version} is published and judges every contact.";
    pb_parts = "What it consists of";
    pb_no_changes = "No changes";
    pb_no_changes_text = "Change anything on these pages: it becomes a draft first. Nothing counts before you publish it.";
    pb_changes_one = "Draft with 1 change";
    pb_changes(n) = "Draft with {n} changes";
    pb_changes_text(version) = "Contacts are still judged by version {version}. Once published, the draft judges everybody in this workspace. What is on record stays, and each move keeps the version it was judged by.";
    pb_publish(version) = "Publish version {version}";
    pb_discard = "Throw the draft away";
    pb_download = "Download the draft";
    pb_faulty = "The draft has errors an earlier version let pass. The checks name them; they must be mended before it can be published.";
    pb_unworded = "These questions still need their wording before the draft can be published:";
    pb_part_questions(n, sections) = "Questions: {n} · sections: {sections}";
    pb_part_criteria(n, ends) = "Criteria: {n} · knock-outs: {ends}";
    pb_part_gates(prospect, opportunity, stages) = "Criteria to Prospect: {prospect} · to Opportunity: {opportunity} · stages: {stages}";
    pb_part_people(traits, personas) = "Traits: {traits} · personas: {personas}";
    pb_part_sources(n) = "Sources: {n}";
    pb_part_scores(slots, fit, cards) = "Slots of the win chance: {slots} · criteria of the fit score: {fit} · cards: {cards}";
    pb_part_visitors = "What visitors are told at the end, and what they agree to";
    pb_part_words(reasons, terms) = "Reasons: {reasons} · words in the glossary: {terms} · how often to be in touch";
    pb_go_back_to(version) = "Go back to version {version}";
    pb_former = "Used before";
    pb_former_text(title, version) = "{title}, version {version}, was in use before this one. It is put aside until you switch to another one.";
    pb_former_draft = "The draft you had of it is put aside with it.";
    pb_published(version) = "Published version {version}";
    pb_not_elsewhere = "Another tab published meanwhile. Your draft goes on from there: look it over and publish again.";
    pb_not_stored_full = "Not published: the browser’s storage is full. Your draft is kept in memory.";
    pb_not_stored_protected = "Not published: what is stored in its place cannot be read and is left as it is.";
    pb_not_stored_blocked = "Not published: the browser refused to store it.";
}

// What was done
catalogue! {
    pb_did_add(what) = "Added {what}";
    pb_did_set(what) = "Changed {what}";
    pb_did_move(what) = "Moved {what}";
    pb_did_retire(what) = "Retired {what}";
    pb_did_restore(what) = "In use again: {what}";
    pb_did_remove(what) = "Took out {what}";
    pb_did_discard = "Threw the draft away";
    pb_did_elsewhere = "What another tab changed";
    pb_named(what, name) = "{what} “{name}”";
    pb_a_playbook = "the playbook";
    pb_a_section = "section";
    pb_a_question = "question";
    pb_an_option = "option";
    pb_a_band = "band";
    pb_a_criterion = "criterion";
    pb_a_gate = "gate";
    pb_a_level = "level";
    pb_a_stage = "stage";
    pb_a_profile = "ideal customer";
    pb_a_trait = "trait";
    pb_a_persona = "persona";
    pb_a_source = "source";
    pb_a_chance = "win chance";
    pb_a_slot = "slot of the win chance";
    pb_a_scoring = "scores";
    pb_a_weight = "weight of the fit score";
    pb_a_group = "readiness group";
    pb_a_signal = "signal";
    pb_a_card = "card";
    pb_a_card_item = "item";
    pb_an_outcome = "outcome";
    pb_a_consent = "consent";
    pb_a_reason = "reason";
    pb_a_cadence = "cadence";
    pb_a_track = "follow-up track";
    pb_a_term = "word";
}

// What is refused
catalogue! {
    pb_err_missing = "This is not in the draft any more.";
    pb_err_no_words = "Write something here.";
    pb_err_no_words_in(field) = "“{field}” is empty: write something there.";
    pb_err_name_too_long = "Use at most 200 characters for the name.";
    pb_err_too_long = "Use at most 10,000 characters.";
    pb_err_no_number = "Enter a number that makes sense here.";
    pb_err_not_in_order = "The lower one must stay below the upper one.";
    pb_err_bad_link = "Enter a web address like https://example.com, or a mailto: or tel: link.";
    pb_err_last_one = "One at least has to stay.";
    pb_err_twice = "It is in the list already.";
    pb_err_in_use(who) = "Still used by {who}. Take it out there first.";
    pb_err_published = "It is published and answers on record mean it as it is. Retire it and add a new one instead.";
    pb_err_itself = "It cannot stand in its own place.";
    pb_err_circular = "These criteria would read each other in a circle.";
    pb_err_too_deep = "These are too many groups within groups. Make a criterion of its own of a part.";
    pb_err_read_only = "Nothing can be changed here now.";
    pb_err_fault(path) = "That would leave the playbook faulty at {path}.";
    pb_user_question(title) = "the question “{title}”";
    pb_user_retired(title) = "“{title}”, which is retired in its favour";
    pb_user_criterion(title) = "the criterion “{title}”";
    pb_user_prospect = "the gate to Prospect";
    pb_user_opportunity = "the gate to Opportunity";
    pb_user_stage(title) = "the exit of the stage “{title}”";
    pb_user_profile = "the ideal customer";
    pb_user_chance = "the win chance";
    pb_user_fit = "the fit score";
    pb_user_readiness(title) = "the readiness group “{title}”";
    pb_user_card(title) = "the card “{title}”";
    pb_user_and(some, last) = "{some} and {last}";
}

// Parts of forms and lists
catalogue! {
    pb_add = "Add";
    pb_add_what(what) = "Add: {what}";
    pb_move_up(name) = "Move up: {name}";
    pb_move_down(name) = "Move down: {name}";
    pb_take_out(name) = "Remove: {name}";
    pb_show_more(n) = "Show more ({n} left)";
    pb_find = "Find";
    pb_find_none = "Nothing matches.";
    pb_choose = "Choose…";
    pb_one_a_line = "One a line.";
    pb_none = "None";
}
