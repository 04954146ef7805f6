//! What differs between two playbooks, and who would be placed elsewhere.

// The list
catalogue! {
    pb_diff = "What the draft changes";
    pb_diff_group(title, n) = "{title} ({n})";
    pb_diff_of(what, of) = "{what} of “{of}”";
    pb_diff_added = "new";
    pb_diff_removed = "taken out";
    pb_diff_retired = "retired";
    pb_diff_retired_for(title) = "retired in favour of “{title}”";
    pb_diff_restored = "in use again";
    pb_diff_moved = "stands elsewhere in the order";
    pb_diff_field(field) = "{field}:";
    pb_diff_changed = "changed";
    pb_diff_nothing = "nothing";
    pb_diff_yes = "yes";
    pb_diff_no = "no";
}

// Who would be placed elsewhere
catalogue! {
    pb_moves_loading = "The contacts are still being loaded.";
}

// Parts that have no name elsewhere
catalogue! {
    pb_diff_gate_prospect = "gate to Prospect";
    pb_diff_gate_opportunity = "gate to Opportunity";
    pb_diff_disqualify = "reason to disqualify";
    pb_diff_lose = "reason for losing";
    pb_diff_nurture = "reason for nurturing";
    pb_diff_send_back = "reason for sending back";
}

// Fields
catalogue! {
    pb_field_title = "name";
    pb_field_wording = "wording";
    pb_field_about = "what it is for";
    pb_field_means = "what it means";
    pb_field_based_on = "what it is based on";
    pb_field_overlays = "overlays";
    pb_field_screen = "visitors are only screened";
    pb_field_currency = "currency";
    pb_field_file = "form of the file";
    pb_field_id = "id";
    pb_field_section = "section";
    pb_field_ask = "wording for visitors";
    pb_field_prompt = "wording for reps";
    pb_field_say = "what to say";
    pb_field_probe = "what to ask on";
    pb_field_help = "help";
    pb_field_why = "why we ask";
    pb_field_kind = "kind of answer";
    pb_field_unit = "unit";
    pb_field_limits = "accepted numbers";
    pb_field_steps = "steps of the scale";
    pb_field_optional = "may be left empty";
    pb_field_when = "asked when";
    pb_field_ask_anyway = "asked although no rule reads it";
    pb_field_accept = "accepted answers";
    pb_field_message = "what is said when not accepted";
    pb_field_personal = "asks for a personal trait";
    pb_field_sets = "what the answer sets";
    pb_field_becomes = "what stands in its place";
    pb_field_synonyms = "other words for it";
    pb_field_range = "numbers";
    pb_field_rule = "rule";
    pb_field_rule_text = "rule in words";
    pb_field_step = "next step";
    pb_field_knock_out = "knock-out";
    pb_field_knock_out_reason = "reason of the knock-out";
    pb_field_alternative = "what to do instead";
    pb_field_criteria = "criteria";
    pb_field_exit = "exit criteria";
    pb_field_guidance = "what to do";
    pb_field_metrics = "measures and targets";
    pb_field_content = "what to show";
    pb_field_start = "chance with nothing known";
    pb_field_complete = "chance with everything known";
    pb_field_criterion = "criterion";
    pb_field_weight = "weight";
    pb_field_cuts = "lowest scores of the grades";
    pb_field_cap = "the most it counts";
    pb_field_half_life = "days until it counts half";
    pb_field_points = "points";
    pb_field_signal = "what counts";
    pb_field_full = "criterion of what is known in full";
    pb_field_partly = "criterion of what is known in part";
    pb_field_role = "role";
    pb_field_job_titles = "job titles";
    pb_field_goals = "goals";
    pb_field_pains = "pains";
    pb_field_preferences = "preferences";
    pb_field_objections = "objections";
    pb_field_group = "heading";
    pb_field_origin = "who began";
    pb_field_intent = "intent";
    pb_field_utm = "campaign tags";
    pb_field_first_response = "hours to the first answer";
    pb_field_lead_days = "days between touches of a lead";
    pb_field_prospect_days = "days between touches of a prospect";
    pb_field_opportunity_days = "days between touches of an opportunity";
    pb_field_days = "days";
    pb_field_text = "text";
    pb_field_next = "what to do next";
    pb_field_action = "link to go on by";
    pb_field_resources = "links to more";
    pb_field_link = "where the link leads";
    pb_field_revision = "version of the wording";
    pb_field_details = "contact details asked for";
    pb_field_meaning = "meaning";
    pb_field_mistaken = "what it is mistaken for";
}

// Fixed words of the format
catalogue! {
    pb_key_must_have = "must-have";
    pb_key_nice_to_have = "nice-to-have";
    pb_key_exclusion = "exclusion";
    pb_key_inbound = "the contact came to us";
    pb_key_outbound = "we went to the contact";
    pb_key_low = "low";
    pb_key_medium = "medium";
    pb_key_high = "high";
    pb_key_amount = "the amount";
    pb_key_expected_close = "the expected close";
    pb_key_person = "name";
    pb_key_organisation = "organisation";
    pb_key_email = "e-mail";
    pb_key_phone = "phone";
    pb_key_choice = "one option";
    pb_key_several = "several options";
    pb_key_yes_no = "yes or no";
    pb_key_number = "number";
    pb_key_money = "amount of money";
    pb_key_scale = "scale";
    pb_key_text = "words";
    pb_key_date = "day";
    pb_key_visitor_answers = "answers on the website";
    pb_key_inbound_touch = "touches the contact began";
    pb_key_engagement = "what the contact did by itself";
}
