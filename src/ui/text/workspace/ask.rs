//! What reps alone read while they ask: talk tracks, and all questions on one page.

// Asking
catalogue! {
    ask_all = "All questions on one page";
    ask_one = "One question at a time";
    what_to_say = "What to say";
    say_prefix = "Say:";
    to_find_out_more = "To find out more:";
    talking_to(persona) = "Talking to: {persona}";
    begun = "Not recorded yet: this was filled in here before. Continue records it.";
    begun_contact = "Not added yet: this was filled in here before.";
    begun_discard = "Discard it";
    result_rests_text = "Everything the next step asks for is on record, but nobody is working on the contact now. Its page takes it up again.";
}

// All questions on one page
catalogue! {
    sheet_title(who) = "Qualify {who}";
    sheet_count(n, all) = "{n} of {all} on record. Each answer is recorded as you give it.";
    sheet_left(n) = "The verdict needs at most {n} more.";
    sheet_left_one = "The verdict needs at most one more.";
    sheet_left_none = "The verdict needs nothing more.";
    sheet_unknown(n) = "Nothing is left to ask, and {n} criteria are still unknown.";
    sheet_unknown_one = "Nothing is left to ask, and one criterion is still unknown.";
    sheet_everything = "Ask everything";
    sheet_everything_hint = "Also what does not change the verdict, such as budget and timeline.";
    need_decided = "No longer changes the verdict";
    need_ruled_out = "Not asked any more: something rules it out";
    need_none = "Does not apply, as another answer says";
    need_waiting(titles) = "Asked depending on: {titles}";
    need_beyond = "Does not change the verdict";
    nothing_to_ask = "There is nothing to ask where this contact stands.";
}
