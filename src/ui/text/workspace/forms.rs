//! The forms of a contact page, and its timeline.

// Dialogs
catalogue! {
    dlg_move_text = "Everything asked for is met. The move keeps today’s verdicts with it.";
    dlg_override(position) = "Move to {position} without all its evidence";
    dlg_override_missing(missing) = "Not met or not known: {missing}.";
    dlg_override_why = "Why move it all the same?";
    dlg_override_note = "The reason is kept with the move, counted and shown in reviews.";
    dlg_override_button = "Move anyway";
    move_back = "Move back";
    dlg_return_where = "Where to?";
    dlg_return_why = "Why does it go back?";
    dlg_nurture_until = "Come back to it on";
    dlg_nurture_note = "It is shown as due back from that day on. Nothing moves by itself.";
    dlg_nurture_button = "Nurture";
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
    dlg_touch_what = "What was it?";
    dlg_touch_who = "Who reached out?";
    dlg_touch_us = "We did";
    dlg_touch_them = "They did";
    dlg_touch_when = "When";
    dlg_touch_minutes = "Minutes";
    dlg_touch_button = "Log it";
    dlg_engagement_what = "What did they do?";
    dlg_engagement_note = "This counts as engagement. It is no touch: a first response is still due.";
    engaged_download = "Downloaded something";
    engaged_sign_up = "Signed up or filled in a form";
    engaged_attended = "Attended an event";
    engaged_visit = "Visited the website";
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
    ev_answered_many(n) = "Answered {n} questions";
    ev_taken_over(answer) = "{answer} (taken over)";
    ev_earlier_purchase = "The next purchase after an earlier one";
    ev_next_purchase = "Next purchase started";
    ev_moved(position) = "Moved to {position}";
    ev_returned(position) = "Moved back to {position}";
    ev_reopened(position) = "Reopened at {position}";
    ev_task(note, day) = "Next step: {note}, due {day}";
    ev_task_done = "Next step done";
    ev_field_emptied(field) = "{field} removed";
    ev_amount(value) = "Amount: {value}";
    ev_close(day) = "Expected close: {day}";
    ev_close_none = "Expected close removed";
    ev_stakeholder(name) = "Named {name}";
    ev_stakeholder_as(name, role) = "Named {name}: {role}";
    ev_imported = "Imported from a file";
    ev_imported_end(end, day) = "{end} on {day}";
    ev_merged = "Merged into another contact";
    ev_merged_here(name) = "{name} was merged into this contact";
    ev_not_the_same = "Found not to be the same as another contact";
    ev_of_merged(name) = "history of {name}";
    ev_unknown(kind) = "Something a newer version recorded ({kind})";
    ev_by(who, playbook, version) = "{who}, by {playbook} version {version}";
}
