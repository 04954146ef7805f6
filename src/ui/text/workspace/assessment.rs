//! Why a contact stands where it stands: rules in words, next steps, scores, cards.

// Rules and answers in words
catalogue! {
    all_of_these = "All of these";
    any_of_these = "At least one of these";
    not_this = "Not this";
    rule_about(question, is) = "{question}: {is}";
    rule_given = "known";
    rule_yes = "yes";
    rule_no = "no";
    rule_always = "always";
    rule_never = "never";
    rule_and = ", and ";
    rule_or = ", or ";
    rule_not(rule) = "not ({rule})";
    rule_within(rule) = "({rule})";
    rule_confirmed(rule) = "{rule}, confirmed by a rep";
    rule_documented(rule) = "{rule}, seen in writing";
    rule_nothing = "leads nowhere";
    either(first, last) = "{first} or {last}";
    both(first, last) = "{first} and {last}";
    and_more(options, n) = "{options} or one of {n} more";
    counted(n, unit) = "{n} {unit}";
    range_between(low, high) = "{low} to {high}";
    range_from(low) = "at least {low}";
    range_above(low) = "more than {low}";
    range_to(high) = "at most {high}";
    range_below(high) = "less than {high}";
    range_any = "any number";
    days_exactly_today = "today";
    one_day = "1 day";
    some_days(n) = "{n} days";
    days_next(days) = "within the next {days}";
    days_last(days) = "within the last {days}";
    days_between(low, days) = "{low} to {days} from today";
    days_from_today = "today or later";
    days_to_today = "today or earlier";
    days_from(days) = "{days} from today or later";
    days_to(days) = "at most {days} from today";
    days_past(days) = "at least {days} ago";
    days_since(days) = "at most {days} ago";
    how_judged = "How it is judged";
    rests_on(answer, grade, source) = "{answer} ({grade}, {source})";
    rests_on_nothing = "not known yet";
    too_weak(grade) = "counts when {grade}";
}

// The way up
catalogue! {
    way_one(to) = "One answer would be enough for {to}:";
    way_some(n, to) = "These {n} answers together would be enough for {to}:";
    way_choice(to) = "Any one of these would be enough for {to}:";
    way_choices(n, to) = "{n} answers would be enough for {to}, in one of these ways:";
    way_long(n, to) = "One way to {to}: these {n} answers. None of them can be left out.";
    way_not_asked = "But it is not asked here, because of another answer: the rule needs what not everybody is asked. See";
    way_none(to) = "Nothing that is still open would be enough for {to}: what is on record rules it out.";
    change_confirm(what, answer) = "Confirm {what}: {answer}";
    change_document(what, answer) = "See it in writing: {what}: {answer}";
    change_find(what) = "Find out: {what}";
    change_wanted(what, answer) = "{what}: {answer}";
    change_graded(step, grade) = "{step} ({grade})";
    way_number(n) = "Way {n}";
    triage_nurture = "What is not met may change. Set it aside until a day, and it comes back.";
    triage_disqualify = "This will not change soon. End it kindly and give your time to others.";
    ask_this = "Ask";
    ask_about(question) = " about {question}";
    known_of_one(known) = "{known} of 1 answer known";
    known_of(known, all) = "{known} of {all} answers known";
}

// Scores
catalogue! {
    scores = "Fit and readiness";
    score_fit = "Fit";
    score_fit_means = "who they are";
    score_readiness = "Readiness";
    score_readiness_means = "what they want and do";
    score_points(low) = "{low} of 100";
    score_range(low, high) = "{low} of 100, {high} if all that is open turns out well";
    score_could_be(grade) = "could be {grade}";
    score_known(share) = "{share} of it is known";
    score_pair(pair) = "Together: {pair}";
    score_made_of = "What it is made of";
    score_adds(points) = "+{points}";
    score_nothing = "+0";
    score_open(points) = "open, up to +{points}";
    score_capped(cap) = "at most {cap} together";
    score_halves(days) = "halves in {days}";
    score_note = "Two figures on purpose: a good customer that wants nothing yet and a keen one that does not fit need different things.";
    signal_source_low = "Came from a source that shows little intent";
    signal_source_medium = "Came from a source that shows some intent";
    signal_source_high = "Came from a source that shows strong intent";
    profile_title = "Who fits best";
    profile_pains = "Problems they typically have";
    profile_preferences = "What they prefer";
    signal_visitor = "Answered questions on the website";
    signal_inbound = "Got in touch";
    signal_engagement = "Downloaded, signed up, attended or visited";
    interest_first = "Keen";
    interest_second = "Interested";
    interest_third = "Some interest";
    interest_fourth = "Little interest shown";
    interest_so_far = "Little so far";
    interest_unknown = "Not known yet";
    axis_interest = "Interest";
    axis_qualification = "Qualification";
    axis_position = "Funnel position";
    criteria_met(met, all, to) = "{met} of {all} met for {to}";
}

// Cards, chance, guide
catalogue! {
    card_points(points, of) = "{points} of {of}";
    card_full = "known";
    card_partly = "partly known";
    card_open = "open";
    card_missing = "missing";
    card_no_slot = "It does not change the chance to win.";
    first_degree = "First-degree opportunity";
    first_degree_means = "Pain, interest and fit are there; the selling begins.";
    late_stage = "All confirmed";
    late_stage_means = "A late-stage opportunity.";
    slots_title = "Budget, authority, need, timeline";
    slots_before = "Picked up along the way. They are not needed to become an opportunity, and only an opportunity has a chance to win.";
    chance_steps = "How the chance is reckoned";
    chance_start(chance) = "{chance} with pain, interest and fit";
    chance_times(slot, factor) = "{slot} confirmed: the odds times {factor}";
    chance_open(slot, factor) = "{slot} open: would make the odds {factor} times as good";
    chance_makes(chance) = "makes {chance}";
    chance_here_makes(chance) = "with your own closed opportunities: {chance}";
    guide_title(position) = "Working on a {position}";
    guide_title_stage(stage) = "In {stage}";
    guide_what = "What to do";
    guide_targets = "What success looks like";
    guide_content = "What to send or show";
    target_conversion(share) = "At least {share} move on";
    target_days(days) = "Half of them move on within {days}";
    target_open(n) = "At least {n} here at a time";
}
