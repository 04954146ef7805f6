//! Who is involved in a decision.

// People and what they are to the decision
catalogue! {
    stakeholders = "Stakeholders";
    role_decider = "makes the final decision";
    role_co_decider = "decides together with others";
    role_influencer = "influencer";
    role_champion = "champion, speaks for us";
    role_user = "user, would work with it";
    role_blocker = "can block it";
    role_unknown = "part in the decision not known";
    add_stakeholder = "Add a stakeholder";
    add_another_stakeholder = "Add another stakeholder";
    decider_own_word = "Authority counts once the decision-maker has confirmed it in person.";
    decider_ask = "Record their answer";
    gap_someone_else = "This contact does not decide, and nobody is named who does.";
    gap_not_known = "It is not known who decides.";
    name_decider = "Name and involve the decision-maker";
}

// The persona somebody is taken for
catalogue! {
    persona_title(persona) = "Persona: {persona}";
    persona_by_job = "By the words of the job title.";
    persona_goals = "Goals";
    persona_pains = "Pains";
    persona_say = "What to say";
    persona_objections = "Objections and answers";
    persona_content = "What to give them";
    opens_elsewhere = "(opens in a new tab)";
}

// Forms
catalogue! {
    dlg_decider_text = "This contact stays, as an influencer. Who decides goes on record as confirmed.";
    dlg_name = "Name";
    dlg_job = "Job or role";
    dlg_decision_role = "What are they to the decision?";
    dlg_decides_alone = "They make the final decision";
    dlg_decides_with_others = "They decide together with others";
    dlg_decider_next = "Involve the decision-maker";
    dlg_decider_replaces(task) = "It takes the place of the next step there is: {task}.";
    dlg_decider_button = "Name and set the follow-up";
    err_name = "Enter a name or a role";
}
