//! Texts a visitor reads; reps read most of them, too. The widget carries those it uses. What
//! `embed/result.js` says below a result and `embed/dialog.js` round a dialog is in `embed/lang/en.json`, which
//! has four of these texts, too: `dont_know`, `optional`, `there_is_a_problem` and `error_prefix`
//! (`tests/languages.rs` holds them alike).
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

// Links to more
translated! {
    resources = "More on this";
}
