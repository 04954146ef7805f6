//! Criteria and their rules: conditions, groups, and a rule put in words.

// The rule editor
catalogue! {
    pb_rule = "Rule";
    pb_rule_hint = "The criterion is met when this holds, unknown while an answer is missing.";
    pb_group_all = "All of these hold";
    pb_group_any = "At least one of these holds";
    pb_group_not = "This does not hold";
    pb_group_how = "How these go together";
    pb_group_of(n, how) = "Group {n}: {how}";
    pb_condition(words) = "Condition: {words}";
    pb_cond_question = "Question";
    pb_cond_criterion = "Criterion";
    pb_cond_is = "Condition";
    pb_cond_value = "Value";
    pb_cond_evidence = "How well it must be known";
    pb_evidence_any = "however it is known";
    pb_evidence_confirmed = "confirmed by a rep";
    pb_evidence_documented = "seen in writing";
    pb_add_condition = "Condition";
    pb_add_group = "Group";
    pb_add_criterion_part = "Take in another criterion";
    pb_cond_up = "Move up";
    pb_cond_down = "Move down";
    pb_cond_wrap_all = "Into a group: all of these";
    pb_cond_wrap_any = "Into a group: at least one";
    pb_cond_wrap_not = "Turn into its opposite";
    pb_cond_unwrap = "Take the group away, keep what is in it";
    pb_cond_remove = "Remove";
    pb_cond_menu(what) = "More: {what}";
    pb_cond_another(title) = "another criterion: {title}";
    pb_is_given = "is answered";
    pb_is_yes = "is yes";
    pb_is_no = "is no";
    pb_is_one_of = "is one of";
    pb_has_one_of = "includes at least one of";
    pb_has_all_of = "includes all of";
    pb_is_at_least = "is at least";
    pb_is_more_than = "is more than";
    pb_is_at_most = "is at most";
    pb_is_less_than = "is less than";
    pb_is_between = "is between";
    pb_is_today_or_later = "is today or later";
    pb_is_today_or_earlier = "is today or earlier";
    pb_is_next_days = "is within the next";
    pb_is_last_days = "was within the last";
    pb_days = "days";
    pb_days_from_today = "days from today";
    pb_characters = "characters";
    pb_options_chosen(n, all) = "{n} of {all} chosen";
    pb_options_none = "Choose at least one: nobody can meet this.";
    pb_low_end = "Lower end";
    pb_high_end = "Upper end";
    pb_no_low_end = "no lower end";
    pb_no_high_end = "no upper end";
    pb_from = "at least";
    pb_above = "more than";
    pb_to = "at most";
    pb_below = "less than";
}

// A rule in words
catalogue! {
    pb_said(question, is) = "{question}: {is}";
    pb_said_given = "answered";
    pb_said_yes = "yes";
    pb_said_no = "no";
    pb_said_or(some, last) = "{some} or {last}";
    pb_said_and(some, last) = "{some} and {last}";
    pb_said_others(some, n) = "{some} or one of {n} more";
    pb_said_at_least(n) = "at least {n}";
    pb_said_more_than(n) = "more than {n}";
    pb_said_at_most(n) = "at most {n}";
    pb_said_less_than(n) = "less than {n}";
    pb_said_between(low, high) = "{low} to {high}";
    pb_said_today_or_later = "today or later";
    pb_said_today_or_earlier = "today or earlier";
    pb_said_next_days(n) = "within the next {n} days";
    pb_said_last_days(n) = "within the last {n} days";
    pb_said_unit(n, unit) = "{n} {unit}";
    pb_said_confirmed(what) = "{what}, confirmed by a rep";
    pb_said_documented(what) = "{what}, seen in writing";
    pb_said_all = ", and ";
    pb_said_any = ", or ";
    pb_said_not(what) = "not ({what})";
    pb_said_inside(what) = "({what})";
    pb_said_step(question) = "Find out: {question}";
}

// Criteria
catalogue! {
    pb_criteria_text = "What a contact is judged by. Each is met, not met or unknown, by what was answered.";
    pb_criterion_new = "New criterion";
    pb_criterion_title = "Name";
    pb_criterion_title_hint = "A short name for lists, such as “Size”.";
    pb_criterion_about = "Looks at the question";
    pb_criterion_no_questions = "Add a question first: criteria look at answers.";
    pb_criterion_create = "Add the criterion";
    pb_criteria_all = "All criteria";
    pb_criteria_none = "No criteria yet.";
    pb_unused = "Not used yet";
    pb_used_in = "Used in";
    pb_used_nowhere = "Nothing uses it yet. Put it into a gate, a stage or another criterion.";
    pb_knock_out = "Knock-out";
    pb_back_to_criteria = "All criteria";
    pb_words_title = "In words";
    pb_rule_text = "The rule in plain words";
    pb_rule_text_hint = "Shown to reps and, for what visitors answer, to visitors.";
    pb_rule_text_offer(words) = "Left empty, this is said: “{words}”";
    pb_rule_text_use = "Use these words";
    pb_step = "Next step while it is not met";
    pb_step_hint = "What a rep should do to find out or to get there.";
    pb_ends = "Whoever does not meet it is out";
    pb_ends_hint = "A knock-out: not meeting it ends the asking at once, whatever else is answered.";
    pb_ends_reason = "Why we say no";
    pb_ends_alternative = "What to do instead";
    pb_criterion_remove = "Take this criterion out";
    pb_criterion_remove_text = "It can be taken out once nothing uses it. Moves keep the names of the criteria they were judged by.";
    pb_criterion_remove_button = "Take it out";
}

// Gates, levels and stages
catalogue! {
    pb_gates_text = "A contact moves up when every criterion of the gate is met. They are asked and shown in this order.";
    pb_gate_prospect = "Lead → Prospect";
    pb_gate_opportunity = "Prospect → Opportunity";
    pb_gate_add(gate) = "Add a criterion to {gate}";
    pb_gate_empty = "No criteria: everybody passes.";
    pb_levels = "What each level means";
    pb_levels_text = "Beside what it means everywhere: your own words, what to do there, and what success is.";
    pb_stages = "Stages inside Opportunity";
    pb_stages_text = "Steps from a first-degree opportunity to the signed contract, each left by its exit criteria.";
    pb_stage_add = "Name of a new stage";
    pb_stage_line(n) = "{n} exit criteria";
    pb_retired = "Retired";
    pb_back_to_gates = "Gates and stages";
    pb_stage_name = "Name";
    pb_stage_about = "What it means";
    pb_stage_exit = "Exit criteria";
    pb_stage_exit_text = "What it takes to leave this stage upwards.";
    pb_guide = "What to do here";
    pb_guidance = "Steps";
    pb_metrics = "What success is measured by";
    pb_metric = "Measure";
    pb_metric_conversion = "Share that moves on";
    pb_metric_days = "Median days in it, at most";
    pb_metric_open = "How many are in it now, at least";
    pb_metric_target = "Target";
    pb_metric_add = "Add a measure";
    pb_content = "What to send or show";
    pb_content_title = "What it is";
    pb_content_link = "Link";
    pb_content_add = "Add something to send";
    pb_percent = "%";
    pb_retire = "Retire it";
    pb_retire_stage = "Take this stage out of use";
    pb_retire_stage_text = "It is published and contacts on record stand in it, so it stays known: nobody enters it any more.";
    pb_remove_stage_text = "Only the draft has it, so it can be taken out.";
    pb_successor = "What stands in its place";
    pb_successor_none = "nothing";
    pb_restore = "Use it again";
    pb_restore_text(what) = "Retired. {what}";
    pb_becomes(title) = "What is on record counts as “{title}”.";
    pb_becomes_nothing = "Nothing stands in its place.";
}
