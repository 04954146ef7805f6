//! The other parts of the playbook: people, sources, scores, visitors, reasons and words.

// The ideal customer and personas
catalogue! {
    pb_people_text = "Who the offering is for: the organisation that suits you best, and the people you talk to there.";
    pb_profile = "The ideal customer";
    pb_profile_about = "In a sentence or two";
    pb_traits = "What it is recognised by";
    pb_traits_text = "Criteria in their role. Must-haves belong into a gate, exclusions are knock-outs.";
    pb_trait_add = "Add a trait";
    pb_role(criterion) = "Role of “{criterion}”";
    pb_role_must = "Must have";
    pb_role_nice = "Nice to have";
    pb_role_exclusion = "Exclusion";
    pb_pains = "Problems it typically has";
    pb_preferences = "What it prefers";
    pb_personas = "Personas";
    pb_personas_text = "The kinds of people you talk to, recognised by their job titles.";
    pb_persona_add = "Name of a new persona";
    pb_back_to_people = "Ideal customer";
    pb_persona_title = "Name";
    pb_persona_role = "Role in the decision";
    pb_persona_jobs = "Words of a job title it is recognised by";
    pb_persona_goals = "What it wants to reach";
    pb_persona_pains = "What hurts it";
    pb_persona_say = "What to say to it";
    pb_objections = "Objections";
    pb_objection = "What is said";
    pb_objection_answer = "What to answer";
    pb_objection_add = "Add an objection";
    pb_persona_content = "What to give it";
    pb_persona_remove = "Take this persona out";
}

// Sources
catalogue! {
    pb_sources_text = "Where contacts come from, and how much that says about wanting to buy. It never passes for a pain.";
    pb_source(n) = "Source {n}";
    pb_source_add = "Name of a new source";
    pb_source_group = "Heading it is listed under";
    pb_source_origin = "Who began";
    pb_origin_none = "not said";
    pb_origin_inbound = "They came to us (marketing)";
    pb_origin_outbound = "We went to them (sales)";
    pb_source_intent = "Interest it shows";
    pb_intent_none = "not said";
    pb_intent_low = "Low: curious, such as a download";
    pb_intent_medium = "Medium: such as a webinar or an event";
    pb_intent_high = "High: asks about the product or a price";
    pb_source_utm = "utm_source or utm_medium values";
    pb_source_details(title) = "More about {title}";
}

// Win chance, scores and cards
catalogue! {
    pb_scores_text = "How likely an opportunity is won, how well a contact fits and how ready it is. Scores order the work; gates alone decide.";
    pb_chance = "Win chance";
    pb_chance_on = "Reckon a win chance for opportunities";
    pb_chance_text = "From the start, with pain, interest and fit, the odds grow with each slot that is filled, up to the chance with all of them.";
    pb_chance_start = "Chance at the start";
    pb_chance_complete = "Chance with every slot filled";
    pb_slots = "Slots";
    pb_slot_title(n) = "Name of slot {n}";
    pb_slot_criterion(n) = "Slot {n} is filled when met";
    pb_slot_weight(n) = "Weight of slot {n}";
    pb_slot_add = "Add a slot for";
    pb_scoring = "Scores";
    pb_scoring_on = "Score fit and readiness";
    pb_scoring_text = "Both go from 0 to 100 and are shown as a grade.";
    pb_fit = "Fit";
    pb_fit_text = "Criteria about the organisation, its use and its people, each with a weight.";
    pb_fit_criterion(n) = "Criterion {n} of fit";
    pb_fit_weight(n) = "Weight of criterion {n}";
    pb_fit_add = "Add a criterion to fit";
    pb_readiness = "Readiness";
    pb_readiness_text = "Groups of signals. Each group counts up to its cap and can fade with time.";
    pb_group_title(n) = "Name of group {n}";
    pb_group_cap = "Counts up to";
    pb_group_half_life = "Halves after";
    pb_points = "points";
    pb_group_new = "Name of a new group";
    pb_signals = "Signals";
    pb_signal(n) = "Signal {n}";
    pb_signal_points(n) = "Points of signal {n}";
    pb_signal_add(group) = "Add a signal to {group}";
    pb_signal_source(intent) = "Source: {intent}";
    pb_signal_visitor = "Answered questions on the website";
    pb_signal_touch = "Each time they got in touch";
    pb_signal_engagement = "Each download, sign-up, visit or event";
    pb_signal_criteria = "Criteria met";
    pb_signal_others = "What happened";
    pb_cuts = "Lowest scores of the grades";
    pb_cut_a = "A and 1";
    pb_cut_b = "B and 2";
    pb_cut_c = "C and 3";
    pb_cards = "Cards";
    pb_cards_text = "Things to know beside the gates, such as MEDDPICC. They fill no slot of the win chance.";
    pb_card_title(n) = "Name of card {n}";
    pb_card_about = "What it is for";
    pb_card_new = "Name of a new card";
    pb_card_item(n) = "Name of item {n}";
    pb_card_full(n) = "Item {n}: known in full when met";
    pb_card_partly(n) = "Item {n}: known in part when met";
    pb_card_add(card) = "Add something to know to {card}";
}

// For visitors
catalogue! {
    pb_visitors_text = "What people on your website are told at the end, and what they agree to before details are kept.";
    pb_screen = "What visitors are asked";
    pb_screen_on = "Only screen them: ask what makes a prospect, and nothing beyond";
    pb_screen_hint = "A short run of a few questions. Pain and interest are left to your reps.";
    pb_outcomes = "What visitors are told at the end";
    pb_outcomes_on = "Tell visitors in your own words";
    pb_outcome_not_a_fit = "It does not fit";
    pb_outcome_lead = "Not enough is known, or something is missing";
    pb_outcome_prospect = "It would qualify";
    pb_outcome_opportunity = "Pain, interest and fit are all claimed";
    pb_outcome_title = "Heading";
    pb_outcome_text = "Text";
    pb_outcome_next = "What to do next";
    pb_outcome_action = "Words on a link";
    pb_outcome_link = "Where the link leads";
    pb_resources = "Links to more";
    pb_resource_title = "Words on the link";
    pb_resource_add = "Add a link";
    pb_consent = "Contact details and consent";
    pb_consent_on = "Ask visitors for their contact details";
    pb_consent_text = "What visitors agree to";
    pb_consent_text_hint = "The wording beside the box they tick. Have it looked at by somebody who knows your law.";
    pb_consent_details = "What they are asked for";
    pb_consent_revision(n) = "Wording number {n} is in force. A changed wording gets a number of its own when published, and goes with every consent given.";
    pb_detail_person = "Name";
    pb_detail_organisation = "Organisation";
    pb_detail_email = "E-mail address";
    pb_detail_phone = "Phone number";
}

// Reasons, cadence and glossary
catalogue! {
    pb_words_text = "Why contacts end or wait, how often to be in touch, and what your words mean.";
    pb_reasons_disqualify = "Reasons to disqualify";
    pb_reasons_lose = "Reasons to lose";
    pb_reasons_nurture = "Reasons to nurture";
    pb_reasons_send_back = "Reasons to send back to marketing";
    pb_reasons_text = "Contacts on record keep the reason they were given. One that is taken out here is shown there as unknown.";
    pb_reason(n) = "Reason {n}";
    pb_reason_add(list) = "New: {list}";
    pb_cadence = "How often to be in touch";
    pb_first_response = "A new contact is answered within";
    pb_hours = "hours";
    pb_cadence_lead = "Days between touches of a lead";
    pb_cadence_prospect = "Days between touches of a prospect";
    pb_cadence_opportunity = "Days between touches of an opportunity";
    pb_tracks = "How those who are not ready are kept warm";
    pb_track(n) = "Name of track {n}";
    pb_track_intent(n) = "Sources track {n} is for";
    pb_track_every = "all others";
    pb_track_days(n) = "Days after the start, track {n}";
    pb_track_days_hint = "Such as 1, 4, 14.";
    pb_track_add = "Name of a new track";
    pb_glossary = "Glossary";
    pb_glossary_text = "What your words mean, so that everybody means the same.";
    pb_term_line(term, meaning) = "{term}: {meaning}";
    pb_term(n) = "Word {n}";
    pb_term_meaning(n) = "What word {n} means";
    pb_term_mistaken(n) = "What word {n} is often mistaken for";
    pb_term_add = "New word";
}
