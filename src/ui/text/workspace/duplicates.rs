//! Contacts that may be one: finding them, side by side, merging and taking apart.

// What may be one
catalogue! {
    dup_title = "Possible duplicates";
    dup_lead = "Contacts that may be the same person in the same purchase. Nothing is merged by itself: compare them, then merge, or say that they are not the same.";
    dup_looking = "Looking through the contacts…";
    dup_count_one = "1 group of possible duplicates";
    dup_count(n) = "{n} groups of possible duplicates";
    dup_none = "No possible duplicates";
    dup_none_text = "Nobody shares an id, an e-mail address, or a name at the same organisation with another contact, but for those whose ids in one system say that they are two.";
    dup_more_one = "1 more shows here once these are dealt with.";
    dup_more(n) = "{n} more show here once these are dealt with.";
    dup_compare = "Compare and merge";
    dup_not_same = "Not the same";
    dup_reasons = "What speaks for it";
    dup_same_id = "same id in an imported system";
    dup_same_email = "same e-mail";
    dup_same_name = "same name and organisation";
    dup_like_name = "like name, same organisation";
    dup_same_domain = "like name, same e-mail domain";
    dup_same_phone = "like name, same phone number";
    dup_kept_apart = "Kept apart";
    dup_kept_apart_text = "You said that these are not the same, so they are not proposed any more.";
    dup_take_back = "Take back";
    dup_earlier = "Earlier journeys of the same person";
    dup_earlier_text = "One of these journeys is over, so they are most likely separate purchases. They are best left apart.";
    dup_data_text = "Contacts that may be the same person, found by id, e-mail, name and organisation.";
    dup_see = "See possible duplicates";
    dup_captured(day) = "captured {day}";
}

// Choosing the other one
catalogue! {
    dup_merge_title = "Merge contacts";
    dup_merge_with = "Merge with another contact…";
    dup_merge_which(name) = "Merge {name} with…";
    dup_find_other = "Find the other contact";
    dup_nobody_found = "Nobody found.";
    dup_type_name = "Type a name, an organisation or an e-mail address.";
}

// Side by side
catalogue! {
    dup_side_title = "Are these the same?";
    dup_side_lead = "Choose which contact goes on and, where they differ, what counts. Everything else they know stays.";
    dup_caption = "The contacts side by side";
    dup_what = "What";
    dup_named(name, what) = "{name} ({what})";
    dup_goes_on = "Goes on";
    dup_goes_on_label(name) = "{name} goes on";
    dup_leave_out = "Leave out";
    dup_differs = "differs";
    dup_nothing = "Nothing";
    dup_stays = "Not changed by merging";
    dup_both_stay = "All of it stays";
    dup_earliest = "The earliest counts";
    dup_latest = "The latest word counts";
    dup_stronger = "The stronger evidence stands";
    dup_cell_of(item, name) = "{item}, {name}";
    dup_stands = "Stands at";
    dup_captured_on = "Captured";
    dup_touches = "Touches and engagement";
    dup_ids = "Ids in other systems";
    dup_consent = "Consent";
    dup_agreed = "agreed";
    dup_not_agreed = "does not agree";
    dup_will = "What will happen";
    dup_will_go_on(name, position) = "{name} goes on, where it stands: {position}.";
    dup_will_bring = "All answers, touches, stakeholders, ids and imported columns of the others show there, and so does every history. An answer with stronger evidence stands; others stay as a disagreement.";
    dup_will_leave(name, position) = "{name} stands at {position}: that is no longer counted. To keep it, let this one go on.";
    dup_will_over(name) = "The journey of {name} is over. If it was an earlier purchase, leave them apart.";
    dup_will_undo = "Undo, or “Take apart” on the contact’s page, restores both exactly.";
    dup_will_undo_all = "Undo, or “Take all apart” on the contact’s page, restores each of them exactly. They come apart together: to be able to take one apart alone, merge two at a time.";
    dup_merge = "Merge";
    dup_gone = "There is nothing to merge any more: the contacts are one already, or not here.";
    dup_back = "Possible duplicates";
}

// Afterwards
catalogue! {
    dup_merged_on(names, day) = "{names} was merged into this contact on {day}.";
    dup_merged_more_on(names, day) = "{names} were merged into this contact together on {day}.";
    dup_take_apart = "Take apart";
    dup_take_all_apart = "Take all apart";
    dup_also(field) = "{field}, also";
    did_merge = "Merged";
    did_keep_apart = "Noted as not the same";
    did_propose_again = "No longer kept apart";
    did_take_apart = "Taken apart";
}
