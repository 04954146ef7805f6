//! Texts of the wizard that reps alone read: how they know, what speaks for a verdict, their way
//! through the questions.

// How a rep knows
catalogue! {
    how_known = "How do you know?";
    how_known_kept(grade) = "As it is on record ({grade}); a new answer is confirmed";
    claimed = "Claimed";
    confirmed = "Confirmed";
    documented = "Documented";
    claimed_means = "Claimed: they told us, unchecked";
    confirmed_means = "Confirmed: I asked and they explained";
    documented_means = "Documented: seen in writing";
    in_their_words = "In their words";
}

// Why
catalogue! {
    met = "Met";
    not_met = "Not met";
    unknown = "Unknown";
    sentence(word) = "{word}.";
    nobody_asked = "Not asked yet";
    needs(rule) = "Needs: {rule}";
    not_answered_yet(titles) = "Not answered yet: {titles}";
    known_too_weakly(title, needs, has) = "{title}: must be {needs}, so far {has}";
    leaves_open(title) = "{title}: the answer so far leaves it open";
    who_when(who, when) = "{who}, {when}";
    by_visitor = "Visitor";
    by_import = "Import";
    by_you = "You";
    disagreement = "Disagreement:";
    disagreement_is(value, grade, source) = "{value} ({grade}, {source}).";
    stronger_stands = " The stronger evidence stands.";
}

// A rep's way through the questions
catalogue! {
    asking(who) = "Qualify {who}";
    back_to = "Back to";
    question_gone = "This question is not in the playbook any more.";
    still_lead = "So far: still a lead";
    still_prospect = "So far: still a prospect";
    still_in(stage) = "So far: still in {stage}";
    ready_for(target) = "So far: ready for {target}";
    and_then(first, then) = "{first}, then {then}";
    ruled_out = "So far: it does not fit";
    gate_count(from, to, met, all) = "{from} → {to}: {met} of {all} met";
    result_ready(target) = "Ready to become: {target}";
    result_ready_text = "Everything this step asks for is on record. You decide whether to make the move.";
    result_failed(target) = "Not yet: {target}";
    result_failed_text = "Something this step asks for is not met.";
    result_ahead = "It stands further than its evidence";
    result_ahead_text = "What comes before is not on record yet. The contact’s page says what is missing, and asks it.";
    result_open(target) = "Still open: {target}";
    result_open_text(n) = "{n} of the criteria are still unknown.";
    result_open_text_one = "One criterion is still unknown.";
    result_out = "This does not fit";
    result_done = "Nothing is left to qualify";
    result_done_text = "This contact is a customer.";
    move_to(target) = "Move to {target}";
    open_contact = "Open the contact";
    ask_next = "Ask the next question";
}
