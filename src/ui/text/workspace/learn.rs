//! The view Learn: what words mean, how levels differ, practice, and what commonly goes wrong.

// Pages
catalogue! {
    learn = "Learn";
    learn_glossary = "Glossary";
    learn_differences = "What’s the difference?";
    learn_practice = "Practice";
    learn_missteps = "Common missteps";
}

// Glossary
catalogue! {
    learn_glossary_lead = "One meaning for each word, for everybody who works with these contacts.";
    learn_defined_by(playbook, version) = "As {playbook}, version {version}, defines them.";
    learn_print = "Print as one page";
    learn_levels = "Levels";
    learn_stages = "Stages of an opportunity";
    learn_words = "Words";
    learn_gets_here(criteria) = "To get here: {criteria}.";
    learn_leaves(criteria) = "To leave it: {criteria}.";
    learn_mistaken = "Often mistaken for:";
    learn_lead_about = "Somebody who showed some interest, or whom we found. Not qualified yet: how likely a purchase is, nobody knows.";
    learn_prospect_about = "A qualified contact, moved into the sales process. It suits us, and all its gate asks for is on record.";
    learn_opportunity_about = "A prospect with something we can solve that matters to it now. A deal can be won: it has a stage, an amount and a chance.";
    learn_customer_about = "The deal is won. A next purchase starts as a new contact.";
}

// The fixed words, for a playbook without a glossary
catalogue! {
    learn_contact_term = "Contact";
    learn_contact_means = "A person at an organisation, with everything recorded about one purchase. It stands at one level at a time.";
    learn_contact_mistaken = "A lead. Every lead is a contact; only a contact that is not qualified yet is a lead.";
    learn_level_term = "Level";
    learn_level_means = "Where a contact stands: lead, prospect, opportunity or customer. It is recorded, and a person confirms every move.";
    learn_level_mistaken = "A guess. A level follows from recorded evidence.";
    learn_stage_term = "Stage";
    learn_stage_means = "A step inside Opportunity, left when its exit criteria are met.";
    learn_stage_mistaken = "A level, or a task list. Prospects have no stage.";
    learn_standing_term = "Standing";
    learn_standing_means = "Whether somebody works on a contact: active, nurturing until a date, disqualified or lost. It keeps its level all the while.";
    learn_playbook_term = "Playbook";
    learn_playbook_means = "All definitions of a team in one file. The one that is active judges every contact, so that all are judged alike.";
    learn_evidence_term = "Evidence";
    learn_evidence_means = "How well an answer is known: claimed by the contact, confirmed by a rep, or documented.";
    learn_evidence_mistaken = "The answer itself. “Yes” on a form is a claim.";
    learn_criterion_term = "Criterion";
    learn_criterion_means = "A test on answers: met, not met or unknown. Unknown is never no.";
    learn_gate_term = "Gate";
    learn_gate_means = "The criteria between two positions. It passes when all are met.";
    learn_gate_mistaken = "An automatic move. A gate that passes proposes; a person moves the contact.";
    learn_knock_out_term = "Knock-out";
    learn_knock_out_means = "A criterion that ends the matter when it is not met, whatever else is answered.";
    learn_pain_term = "Pain";
    learn_pain_means = "A problem that the offering solves, confirmed with the contact.";
    learn_pain_mistaken = "A download or a demo request. Those are interest in reading or looking.";
    learn_interest_term = "Interest";
    learn_interest_means = "The wish to end a problem, now rather than some day.";
    learn_interest_mistaken = "Awareness. Many know a problem well and live with it.";
    learn_early_term = "First-degree opportunity";
    learn_early_means = "An opportunity that was just recognised: the start of selling. Budget, authority, need and timeline are still to be found.";
    learn_early_mistaken = "A deal that is nearly won. Most of them are not.";
    learn_bant_term = "BANT";
    learn_bant_means = "Budget, authority, need and timeline, picked up while an opportunity is worked on. Each one that is confirmed raises the chance to win.";
    learn_bant_mistaken = "What makes an opportunity. Money alone is no reason to buy.";
    learn_touch_term = "Touch";
    learn_touch_means = "A call, e-mail, meeting or message of a rep with the contact, either way.";
    learn_touch_mistaken = "Engagement. A visit or a download is no touch.";
    learn_pipeline_term = "Pipeline";
    learn_pipeline_means = "The opportunities that are open now, and what they are worth.";
    learn_pipeline_mistaken = "The funnel. Leads and prospects are not in the pipeline.";
    learn_funnel_term = "Funnel";
    learn_funnel_means = "The flow through the levels over time: how many entered each, and how many moved on.";
    learn_funnel_mistaken = "The pipeline, which is what is open now.";
}

// Differences
catalogue! {
    learn_differences_lead = "The three are told apart by how much interest there is, how much is qualified, and where they stand in the funnel.";
    learn_axis = "What tells them apart";
    learn_axis_interest = "Level of interest";
    learn_axis_qualified = "Qualification done";
    learn_axis_funnel = "Position in the funnel";
    learn_interest_lead = "Some. It asked, read or answered something, or we found it.";
    learn_interest_prospect = "More. It is open to talk, and has a use for what we sell.";
    learn_interest_opportunity = "High. It has a problem and wants it solved.";
    learn_qualified_lead = "None is needed. Being captured is enough.";
    learn_qualified_prospect = "All of this is on record:";
    learn_qualified_opportunity = "All of a prospect, and:";
    learn_qualified_nothing = "This playbook asks for nothing.";
    learn_funnel_lead = "At the top, among many. No deal is expected of it yet.";
    learn_funnel_prospect = "In the middle: in the sales process, not in the pipeline.";
    learn_funnel_opportunity = "At the bottom: in the pipeline, with a stage, an amount and a chance to win.";
    learn_funnel_stages(stages) = "Stages: {stages}.";
    learn_named_rule(name, rule) = "{name}: {rule}";
    learn_not_automatic = "Nothing moves up by itself. Ripen says when everything is there; a person makes the move.";
}

// Practice
catalogue! {
    learn_practice_lead(playbook, version) = "Decide on made-up contacts, and see what {playbook}, version {version}, makes of them. Nothing of this is stored.";
    learn_left_out_one = "One case is left out: this playbook does not ask what it is about.";
    learn_left_out(n) = "{n} cases are left out: this playbook does not ask what they are about.";
    learn_no_cases = "No case suits this playbook";
    learn_no_cases_text = "The made-up contacts answer questions that this playbook does not ask, so it cannot judge them.";
    learn_case(number, of) = "Contact {number} of {of}";
    learn_score(right, of) = "{right} of {of} right";
    learn_on_record = "What is on record";
    learn_what_is_it = "What is it?";
    learn_knock_out = "Knock-out";
    learn_knock_out_long = "Knock-out: it does not fit";
    learn_right(call) = "Right: {call}";
    learn_wrong(call) = "Not quite. The answer is: {call}";
    learn_you_said(call) = "You said: {call}.";
    learn_next_case = "Next contact";
    learn_see_score = "See how you did";
    learn_done(right, of) = "Done: {right} of {of} right";
    learn_again = "Start again";
    learn_call_right = "Right";
    learn_call_wrong = "Not quite";
    learn_call_both(said, answer) = "You said {said}. The answer is {answer}.";
}

// What each case teaches
catalogue! {
    learn_point_reading = "A download is interest in reading, never a pain. Nobody has asked yet what they need, and unknown is not yes.";
    learn_point_small = "A knock-out ends it, however much they want to buy. Saying so now is kinder than an unhappy customer later.";
    learn_point_nobody = "Who decides must be named, this person or another. The next step is to name and involve that person, and to keep this contact on your side.";
    learn_point_used = "Aware is not interested in ending it. What somebody has lived with for twenty years, without anything that makes it urgent, is little interest.";
    learn_point_claimed = "A claim on a website is worth a call. It becomes an opportunity when you have asked about the pain and confirmed it.";
    learn_point_money = "Money to spend is no pain. Without a problem to solve, the deal goes away as easily as it came.";
    learn_point_early = "Pain, interest and fit are there; an old problem counts once something makes it urgent. Budget and dates come later: the chance is still small.";
    learn_point_late = "Budget, authority, a need with a price on it and a date, all confirmed. It is as sure as an open deal gets.";
}

// Missteps
catalogue! {
    learn_missteps_lead = "Found in your own contacts, by what is recorded. Nothing is judged that is not on record.";
    learn_missteps_none_yet_text = "Once there are contacts, this page tells what commonly goes wrong with them.";
    learn_nothing_found_one = "Nothing found in 1 contact";
    learn_nothing_found(n) = "Nothing found in {n} contacts";
    learn_nothing_found_text = "None of the missteps below was found. They are looked for again with every change.";
    learn_not_found = "Looked for, not found";
    learn_not_looked = "Not looked for";
    learn_not_looked_text = "The playbook does not hold what it takes to tell these.";
    learn_why_it_matters = "Why it matters:";
    learn_of_everybody_one(n) = "{n} of 1 contact";
    learn_of_everybody(n, of) = "{n} of {of} contacts";
    learn_of_open_one(n) = "{n} of 1 open contact";
    learn_of_open(n, of) = "{n} of {of} open contacts";
    learn_of_open_leads_one(n) = "{n} of 1 open lead";
    learn_of_open_leads(n, of) = "{n} of {of} open leads";
    learn_of_open_above_lead_one(n) = "{n} of 1 open prospect or opportunity";
    learn_of_open_above_lead(n, of) = "{n} of {of} open prospects and opportunities";
    learn_of_open_opportunities_one(n) = "{n} of 1 open opportunity";
    learn_of_open_opportunities(n, of) = "{n} of {of} open opportunities";
    learn_show_one = "Show the contact";
    learn_show(n) = "Show the {n} contacts";
    learn_chip(title) = "Misstep: {title}";
    learn_remove_chip = "Remove the misstep filter";
}

// Each misstep: its name, what it is, why it matters
catalogue! {
    learn_ahead = "Stands ahead of its evidence";
    learn_ahead_what = "The level or stage is further than what is on record reaches.";
    learn_ahead_why = "A pipeline that looks fuller than it is makes every forecast wrong.";
    learn_pain = "Opportunity without confirmed pain";
    learn_pain_what = "Nobody has confirmed that there is a problem to solve.";
    learn_pain_why = "Without a pain there is no reason to change, and most of these end in no decision.";
    learn_claimed = "Opportunity that rests on claims";
    learn_claimed_what = "Every answer is claimed. None was ever confirmed or documented.";
    learn_claimed_why = "People tick what sounds right. What nobody has asked about falls apart late.";
    learn_decider = "Decision-maker not named";
    learn_decider_what = "A prospect or opportunity of which nobody knows who makes the final decision.";
    learn_decider_why = "A yes from somebody who cannot give it is not worth much.";
    learn_little = "Too little known";
    learn_little_what = "Less than a third is known of what the next gate asks for.";
    learn_little_why = "Who knows little prepares badly and offers the wrong thing.";
    learn_no_step = "No next step";
    learn_no_step_what = "The contact is active, and nothing is planned.";
    learn_no_step_why = "Interest cools. What nobody has planned does not happen.";
    learn_overdue = "Overdue";
    learn_overdue_what = "The next step was due, or it should have been taken up again, before today.";
    learn_overdue_why = "A promise not kept costs the trust that was built.";
    learn_never = "Nobody was in touch";
    learn_never_what = "No touch is on record. New contacts count once the time for a first response is over.";
    learn_never_why = "Whoever answers first talks to somebody who is still interested.";
    learn_late = "First response too late";
    learn_late_what = "The first touch of ours came later than the playbook asks for, or has not come yet.";
    learn_late_why = "The sooner somebody answers, the more contacts can be reached and qualified.";
    learn_forecast = "Opportunity without amount or closing day";
    learn_forecast_what = "The amount or the expected close is missing.";
    learn_forecast_why = "What it is worth, or when, cannot be forecast. Missing is not zero.";
    learn_close = "Closing day is past";
    learn_close_what = "It was expected to close before today and is still open.";
    learn_close_why = "Either something has changed that nobody recorded, or the day was a wish.";
    learn_hopeless = "Time spent on a lead with a knock-out";
    learn_hopeless_what(minutes) = "A criterion rules it out, and {minutes} minutes or more of touches went into it.";
    learn_hopeless_why = "That time is missing where something can be won.";
    learn_overridden = "Moved past a gate";
    learn_overridden_what = "Somebody moved it up although a gate had not passed, with a reason.";
    learn_overridden_why = "Once is judgement. Often means that the playbook is wrong, or is not believed.";
}

// Common mistakes, beside the questions of the standard pack
catalogue! {
    learn_mistakes = "Common mistakes";
    learn_mistakes_pain_1 = "Taking a download or a demo request for pain. It is interest in reading or looking.";
    learn_mistakes_pain_2 = "Naming the problem for them. Ask what it costs and who feels it, and note their words.";
    learn_mistakes_pain_3 = "Calling it confirmed because a form said so. It is confirmed once you have asked and they explained.";
    learn_mistakes_interest_1 = "Taking awareness for interest. Many know a problem well and live with it.";
    learn_mistakes_interest_2 = "Not asking for how long. Twenty years unbothered is little interest, unless something makes it urgent now.";
    learn_mistakes_interest_3 = "Taking friendliness for priority. Ask where it stands among everything they must solve.";
    learn_mistakes_fit_1 = "Bending the situation until it fits, because they want to buy.";
    learn_mistakes_fit_2 = "Taking the right size for fit. Go through how they work today, step by step.";
    learn_mistakes_fit_3 = "Hoping on after a knock-out. No good answer elsewhere makes up for it.";
    learn_mistakes_stakeholder_1 = "Taking the person you talk to for the one who decides. Ask who has the last word.";
    learn_mistakes_stakeholder_2 = "Noting “someone else” without a name or a role: then nothing is known yet.";
    learn_mistakes_stakeholder_3 = "Going behind your contact’s back. Involve the decision-maker together.";
}
