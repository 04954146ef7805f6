//! Texts a visitor reads; reps read most of them, too. The widget carries those it uses.
//!
//! Invariant: each of them is in every file of `embed/lang/`, by its name, with the same arguments
//! (`tests/languages.rs`); arguments are declared in the order in which they are named.

use super::spoken::{filled, said};
use crate::exchange::catalogue::{Argument, mark};

// Question
translated! {
    back = "Back";
    continue_on = "Continue";
    progress(number, left) = "Question {number} · at most {left} left";
    progress_last(number) = "Question {number} · the last one";
    progress_label = "Questions answered";
    dont_know = "I don’t know yet";
    or = "or";
    optional = "(optional)";
    why_we_ask = "Why we ask";
    yes = "Yes";
    no = "No";
    choose_one = "Choose one";
    or_a_range = "Or a range";
    no_range = "No range";
}

// What is wrong with an answer
translated! {
    there_is_a_problem = "There is a problem";
    error_prefix = "Error: ";
    nothing_chosen = "Choose an answer, or “I don’t know yet”";
    nothing_ticked = "Choose at least one, or “I don’t know yet”";
    nothing_typed = "Write an answer, or choose “I don’t know yet”";
    no_number_typed = "Enter a number, or choose “I don’t know yet”";
    no_day_typed = "Enter a day, or choose “I don’t know yet”";
    not_a_number = "Enter a number, like 240";
    not_whole = "Enter a whole number, like 240";
    between(low, high) = "Enter a number from {low} to {high}";
    at_least(low) = "Enter a number of {low} or more";
    at_most(high) = "Enter a number of {high} or less";
    not_money(example) = "Enter an amount, like {example}";
    other_currency(code) = "Enter the amount in {code}; other currencies are not converted";
    too_long(most) = "Write at most {most} characters";
    not_a_day = "Enter a whole day that exists, between 1970 and 2200";
}

// Check
translated! {
    check_title = "Check your answers";
    change = "Change";
    colon_what(what) = ": {what}";
    nothing_asked = "There is nothing to ask.";
    see_result = "See the result";
}

// Result and why
translated! {
    why = "Why";
    met_aside = "(Met)";
    not_met_aside = "(Not met)";
    unknown_aside = "(Unknown)";
    we_look_for(rule) = "We look for: {rule}";
    what_next = "What to do next";
    what_instead = "What to do instead";
    change_an_answer = "Change an answer";
    start_again = "Start again";
    kept_here = "Your answers are kept on this device, so that you can come back to them.";
    forget_me = "Forget me on this device";
    forgotten = "Nothing is kept on this device any more.";
    no_outcome_fit = "This does not fit";
    no_outcome_open = "Thank you";
    no_outcome_good = "This looks like a good match";
    named_value(title, value) = "{title}: {value}";
}

// A visitor's own answers, and links to more
translated! {
    resources = "More on this";
    copy_answers = "Copy my answers";
    download_answers = "Download my answers";
    answers_file = "answers.txt";
    copied = "Copied.";
    not_copied = "This browser does not let the page copy. Download your answers instead.";
}

// Contact details
translated! {
    contact_title = "Leave your contact details";
    contact_hint = "Only if you want to hear from us. Nothing is sent before you press Send.";
    contact_either = "An e-mail address or a phone number is enough.";
    contact_sent_title = "Your contact details";
    detail_person = "Your name";
    detail_organisation = "Organisation";
    detail_email = "E-mail address";
    detail_phone = "Phone number";
    send = "Send";
    send_again = "Send again";
    change_details = "Change my details";
    no_person = "Enter your name";
    no_organisation = "Enter the name of your organisation";
    no_email = "Enter your e-mail address";
    no_phone = "Enter your phone number";
    no_way = "Enter an e-mail address or a phone number";
    not_an_email = "Enter an e-mail address, like name@example.com";
    not_a_phone = "Enter a phone number with its area code, like +49 30 123456";
    not_agreed = "Tick the box if you agree; otherwise nothing is sent";
    handover_sending = "Sending…";
    handover_waiting = "Not sent yet. It stays on this device and goes out by itself as soon as it can.";
    handover_confirmed = "Sent, and it has arrived. Thank you.";
    handover_sent = "Sent. Thank you. This page is not told whether it has arrived.";
    handover_ask = "It may have arrived, or it may not. If you send it again, it may arrive twice.";
    handover_failed = "It could not be sent. You can try again, or copy or download your answers.";
    handover_taken = "This website has your details now. Thank you.";
}

// Around the wizard, where it stands in a dialog: said by embed/extras.js, which is there before it
translated! {
    dialog_open = "Start";
    dialog_close = "Close";
}
