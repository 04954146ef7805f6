//! The checks of the playbook editor: what is wrong, why it matters, what to do.

// The page and where else findings show
catalogue! {
    checks = "Checks";
    checks_count(n) = "Checks ({n})";
    checks_intro = "What is wrong or unwise in the draft, each with the way to where it is mended. It is looked through anew after each change.";
    checks_none = "Nothing found";
    checks_none_text = "Every question can come up and is read, every rule can be met and missed, every gate can be passed, and no text is missing.";
    checks_errors(n) = "Errors ({n})";
    checks_errors_text = "With these, nobody could be judged or no journey could end, or somebody is judged by what must not decide.";
    checks_warnings(n) = "Warnings ({n})";
    checks_warnings_text = "These do something else than they seem to, or nothing.";
    checks_hints(n) = "Worth a look ({n})";
    checks_hints_text = "These may well be meant so.";
    checks_more(n) = "And {n} more.";
    checks_here = "Checks of this page";
    checks_all = "All checks";
    checks_of_draft = "What the checks find in it:";
    checks_line(severity, what) = "{severity}: {what}";
    checks_error = "Error";
    checks_warning = "Warning";
    checks_hint = "Worth a look";
    checks_one_error = "1 error";
    checks_n_errors(n) = "{n} errors";
    checks_one_warning = "1 warning";
    checks_n_warnings(n) = "{n} warnings";
    checks_one_hint = "1 worth a look";
    checks_n_hints(n) = "{n} worth a look";
    checks_stages = "stages";
    checks_band = "what a band says";
    checks_low = "what the lowest step means";
    checks_high = "what the highest step means";
    checks_link = "words on the link";
    checks_branch(place) = "part {place} of the rule";
}

// Faults and questions
catalogue! {
    check_fault(what) = "It cannot be published: {what}.";
    check_fault_do = "A draft with this cannot be published. Mend it first.";
    check_unworded = "It has no wording for anybody.";
    check_unworded_do = "The draft cannot be published without. Write what visitors or reps are asked.";
    check_never_asked(question) = "Nobody is ever asked “{question}”: its condition can never be met.";
    check_never_asked_do = "Whatever reads its answer stays unknown. Change the condition, or ask what it depends on.";
    check_never_asked_visitor(question) = "Visitors are never asked “{question}”: its condition needs an answer they are not asked for.";
    check_never_asked_visitor_do = "Its wording for visitors is read by nobody. Give one to the question it depends on, too, or take this one away.";
    check_nothing_reads(question) = "No rule and no text reads the answer to “{question}”.";
    check_nothing_reads_do = "So it is asked only where everything is asked. Use it in a criterion, mark it to be asked anyway, or take it out.";
    check_no_wording_for(question) = "A gate visitors can pass reads “{question}”, and they are not asked it.";
    check_no_wording_for_do = "They pass in another way. Give it a wording for visitors if it should count for them.";
    check_retired_read(question) = "A rule reads “{question}”, which is asked no more.";
    check_retired_read_do = "Whoever never answered it stays unknown here. Take this part out of the rule.";
    check_retired_becomes_do = "An answer on record counts for the question in its place. Let the rule read that one.";
}

// Rules
catalogue! {
    check_contradiction(question) = "Parts that must all hold exclude each other by “{question}”.";
    check_contradiction_plain = "One of the parts that must all hold is the opposite of another.";
    check_contradiction_do = "Nobody can ever meet this. Take one of them out, or make them alternatives.";
    check_wrong_kind(question) = "The test does not suit the answers to “{question}”.";
    check_wrong_kind_do = "It stays unknown whatever is answered. Choose a test that suits the kind of answer.";
    check_never_met(question) = "No answer to “{question}” can meet this.";
    check_never_met_plain = "This can never be met.";
    check_never_met_do = "Whoever needs it is stuck. Widen what it accepts, or take it out.";
    check_always_met(question) = "Every answer to “{question}” meets this.";
    check_always_met_plain = "This is empty, so it is always met.";
    check_always_met_do = "It tells nobody apart. Narrow it, or take it out.";
    check_opposite(question) = "The alternatives leave no answer to “{question}” out: one of them always holds.";
    check_opposite_plain = "One alternative is the opposite of another: one of them always holds.";
    check_opposite_do = "It tells nobody apart. Take one of them out, or ask for all of them.";
    check_repeated = "The same part stands in the rule twice.";
    check_repeated_gate = "The same criterion stands here twice.";
    check_repeated_do = "The second one changes nothing. Take it out.";
    check_never_matters = "This part changes nothing: the parts beside it decide alone.";
    check_never_matters_do = "It reads like a condition and is none. Take it out, or change it so that it counts.";
}

// Criteria, gates and stages
catalogue! {
    check_unused = "Nothing uses this criterion.";
    check_unused_do = "It judges nobody. Put it into a gate, an exit, a score or a card, or take it out.";
    check_impassable(question) = "Nobody can pass: the criteria exclude each other by “{question}”.";
    check_impassable_plain = "Nobody can pass: the criteria exclude each other.";
    check_impassable_do = "Every contact stops here. Change one of the criteria, or take it out of the gate.";
    check_gates_exclude(question) = "Nobody who passed the gates below can pass this one: they ask for other answers to “{question}”.";
    check_gates_exclude_plain = "Nobody who passed the gates below can pass this one.";
    check_gates_exclude_do = "Every contact stops here. Change one of the criteria, here or below.";
    check_asked_of_some(question) = "It takes an answer to “{question}”, which is not asked of everybody: whoever is not asked never passes.";
    check_asked_of_some_do = "They stay unknown here for ever, and nobody is told. Let the rule also hold where the branch does not apply, as one of alternatives; below the rule there is a button for it.";
    check_empty_gate = "It has no criteria, so everybody passes.";
    check_empty_gate_do = "Then the level says nothing. Add what it takes to move up.";
    check_empty_exit = "It has no exit criteria, so every opportunity can leave it.";
    check_empty_exit_do = "Then the stage does not say how far a deal is. Add what it takes to leave it.";
    check_must_have = "A must-have of the ideal customer, and no gate asks for it.";
    check_must_have_do = "Contacts without it move up all the same. Put it into a gate, or call it nice to have.";
    check_exclusion = "An exclusion of the ideal customer, and no knock-out.";
    check_exclusion_do = "It stops nobody for good. Make the criterion a knock-out, or change its role.";
    check_knock_out = "A knock-out that stands in no gate.";
    check_knock_out_do = "It never strikes. Put it into a gate, or let it be an ordinary criterion.";
}

// Texts
catalogue! {
    check_missing(what) = "A text is missing: {what}.";
    check_missing_do = "Whoever gets there reads nothing. Write it.";
    check_missing_why_do = "People answer more readily when they know why. Say it, or let the question be left empty.";
    check_old_words = "The rule changed, its words did not.";
    check_old_words_do = "Reps and visitors read the words, so they would read something else than what decides. Take the words made of the rule, or write them anew.";
    check_old_reason = "The rule of this knock-out changed, its reason did not.";
    check_old_reason_do = "Whoever is knocked out reads the reason. Look whether it still says what the rule does.";
    check_undefined_recall(name) = "A text recalls “{name}”, and there is no such question.";
    check_undefined_recall_do = "People would read a gap. Correct the name in braces.";
    check_recall_gap(question) = "A text recalls the answer to “{question}” and has no words for when it is not known.";
    check_recall_gap_do = "People would read a gap then. Add words after a bar: {question|words while it is not known}.";
    check_recall_in_vain(question) = "A text names “{question}” in braces, and is shown as it stands.";
    check_recall_in_vain_do = "Answers are recalled in questions and in what visitors are told at the end, nowhere else. Take the braces out.";
    check_untranslated(language, n) = "Not translated into {language}: {n} texts.";
    check_untranslated_one(language) = "Not translated into {language}: one text.";
    check_untranslated_do = "Visitors who read that language see the playbook’s own words there. Translate them, or take the language out.";
    check_translates_nothing(language, path) = "Translated into {language}, and not in the playbook: {path}";
    check_translates_nothing_do = "Nobody reads it. Correct its place in the file, or take it out on the page of languages.";
    check_markup = "A text holds markup, such as a tag of a web page.";
    check_markup_do = "It does nothing and is shown as it stands. Write plain words.";
    check_outcome(question) = "No visitor can come to this end: it takes an answer to “{question}”, which they are not asked for.";
    check_outcome_plain = "No visitor can come to this end.";
    check_outcome_do = "What stands there is read by nobody. Ask visitors what it takes, or leave the texts empty.";
    check_bands_overlap = "Two bands claim the same number.";
    check_bands_overlap_do = "Visitors do not know which to choose. Let each number be in one band.";
    check_bands_gap = "Some numbers are in no band.";
    check_bands_gap_do = "Visitors with such a number find no answer. Let the bands meet.";
    check_empty_band = "A band holds no number.";
    check_empty_band_do = "Nobody can choose it truly. Correct its ends, or take it out.";
}

// Scores and the core
catalogue! {
    check_fit_grade(most) = "Nobody can reach grade A of fit: {most} of 100 is the most there is.";
    check_readiness_grade(most) = "Nobody can reach grade 1 of readiness: {most} of 100 is the most there is.";
    check_grade_do = "The best contacts then look middling. Change weights or points, or the lowest score of the grade.";
    check_chance_start(chance) = "{chance} at the start is far from the usual 10 to 15%.";
    check_chance_complete(chance) = "{chance} with every slot filled is far from the usual 80%.";
    check_chance_do = "The weighted pipeline follows it. Keep it if your own deals say so.";
    check_core_pain = "It no longer asks for pain.";
    check_core_interest = "It no longer asks for interest.";
    check_core_fit = "It no longer asks for fit.";
    check_core_do = "Pain, interest and fit together make an opportunity. Put it back into the gate, or start from another playbook.";
    check_core_reads(question) = "It no longer reads “{question}”, which is part of the core.";
    check_core_reads_do = "An opportunity then rests on less than pain, interest and fit. Put the question back into the rule.";
    check_pain_claimed = "Pain counts here although no rep confirmed it.";
    check_pain_claimed_do = "What people claim of themselves makes no opportunity. Ask for a confirmed answer.";
}

// Personal traits
catalogue! {
    check_personal(question) = "This decides by “{question}”, a personal trait.";
    check_personal_do = "Personal traits must not decide: it is unfair, and in many places unlawful. Take it out of the rule.";
    check_asks_personal(what) = "This seems to ask for a personal trait: {what}.";
    check_asks_personal_do = "If it does, mark it as personal, so that no rule decides by it, or take it out.";
    check_trait_age = "age";
    check_trait_gender = "gender";
    check_trait_religion = "religion or belief";
    check_trait_ethnicity = "ethnic origin";
    check_trait_nationality = "nationality";
    check_trait_health = "health";
    check_trait_disability = "disability";
    check_trait_pregnancy = "pregnancy or children";
    check_trait_marital = "marital status";
    check_trait_orientation = "sexual orientation";
    check_trait_union = "union membership";
    check_trait_politics = "political opinion";
}
