//! What parts, fields and fixed words of the file are called on screen.

use crate::domain::playbook::Noun;
use crate::domain::playbook::diff::Change;
use crate::domain::playbook::part::ReasonList;
use crate::domain::position::Level;
use crate::ui::text::workspace as text;
use crate::ui::workspace::playbook::nouns;
use crate::ui::workspace::words;

/// What a change is about, in a word.
pub(super) fn what(change: &Change) -> &'static str {
    match change.noun {
        Noun::Gate if change.name.id == "prospect" => text::pb_diff_gate_prospect(),
        Noun::Gate => text::pb_diff_gate_opportunity(),
        Noun::Reason => match change.of.as_ref().map(|of| of.id.as_str()) {
            Some("disqualify") => nouns::reason(ReasonList::Disqualify),
            Some("lose") => nouns::reason(ReasonList::Lose),
            Some("nurture") => nouns::reason(ReasonList::Nurture),
            Some("send_back") => nouns::reason(ReasonList::SendBack),
            _ => nouns::noun(Noun::Reason),
        },
        noun => nouns::noun(noun),
    }
}

/// What a level is called, by its key in the file.
pub(super) fn level(key: &str) -> &str {
    let level = match key {
        "lead" => Level::Lead,
        "prospect" => Level::Prospect,
        "opportunity" => Level::Opportunity,
        "customer" => Level::Customer,
        other => return other,
    };
    words::level(level)
}

/// What a field is called; the last part of its key where it has no name.
pub(super) fn field(of: Noun, key: &'static str) -> &'static str {
    match key {
        "title" | "term" => match of {
            Noun::Option | Noun::Band => text::pb_field_wording(),
            _ => text::pb_field_title(),
        },
        "about" if matches!(of, Noun::Playbook | Noun::Card) => text::pb_field_about(),
        "about" => text::pb_field_means(),
        "based_on" => text::pb_field_based_on(),
        "language" => text::pb_field_language(),
        "texts" => text::pb_field_translation(),
        "overlays" => text::pb_field_overlays(),
        "screen" => text::pb_field_screen(),
        "currency" => text::pb_field_currency(),
        "format" | "version" => text::pb_field_file(),
        "id" => text::pb_field_id(),
        "section" => text::pb_field_section(),
        "ask" => text::pb_field_ask(),
        "prompt" | "rep_title" => text::pb_field_prompt(),
        "say" => text::pb_field_say(),
        "probe" => text::pb_field_probe(),
        "help" => text::pb_field_help(),
        "why" => text::pb_field_why(),
        "kind" => text::pb_field_kind(),
        "kind.unit" | "kind.unit_one" => text::pb_field_unit(),
        "kind.limits" => text::pb_field_limits(),
        "kind.from" | "kind.to" | "kind.low" | "kind.high" => text::pb_field_steps(),
        "optional" => text::pb_field_optional(),
        "when" => text::pb_field_when(),
        "ask_anyway" => text::pb_field_ask_anyway(),
        "accept" | "accept.is" => text::pb_field_accept(),
        "accept.message" => text::pb_field_message(),
        "personal" => text::pb_field_personal(),
        "sets" => text::pb_field_sets(),
        "retired.becomes" => text::pb_field_becomes(),
        "synonyms" => text::pb_field_synonyms(),
        "range" => text::pb_field_range(),
        "rule" => text::pb_field_rule(),
        "rule_text" => text::pb_field_rule_text(),
        "step" => text::pb_field_step(),
        "knock_out" => text::pb_field_knock_out(),
        "knock_out.reason" => text::pb_field_knock_out_reason(),
        "knock_out.alternative" => text::pb_field_alternative(),
        "criteria" => text::pb_field_criteria(),
        "exit" => text::pb_field_exit(),
        "guide.guidance" => text::pb_field_guidance(),
        "guide.metrics" => text::pb_field_metrics(),
        "guide.content" | "content" => text::pb_field_content(),
        _ => figure(key),
    }
}

fn figure(key: &'static str) -> &'static str {
    match key {
        "start" => text::pb_field_start(),
        "complete" => text::pb_field_complete(),
        "criterion" => text::pb_field_criterion(),
        "weight" => text::pb_field_weight(),
        "cuts" => text::pb_field_cuts(),
        "cap" => text::pb_field_cap(),
        "half_life" => text::pb_field_half_life(),
        "points" => text::pb_field_points(),
        "is" => text::pb_field_signal(),
        "full" => text::pb_field_full(),
        "partly" => text::pb_field_partly(),
        "role" => text::pb_field_role(),
        "job_titles" => text::pb_field_job_titles(),
        "goals" => text::pb_field_goals(),
        "pains" => text::pb_field_pains(),
        "preferences" => text::pb_field_preferences(),
        "objections" => text::pb_field_objections(),
        "group" => text::pb_field_group(),
        "origin" => text::pb_field_origin(),
        "intent" => text::pb_field_intent(),
        "utm" => text::pb_field_utm(),
        "first_response_hours" => text::pb_field_first_response(),
        "lead_days" => text::pb_field_lead_days(),
        "prospect_days" => text::pb_field_prospect_days(),
        "opportunity_days" => text::pb_field_opportunity_days(),
        "days" => text::pb_field_days(),
        "text" => text::pb_field_text(),
        "next" => text::pb_field_next(),
        "action" | "action.title" => text::pb_field_action(),
        "action.link" => text::pb_field_link(),
        "resources" => text::pb_field_resources(),
        "revision" => text::pb_field_revision(),
        "details" => text::pb_field_details(),
        "meaning" => text::pb_field_meaning(),
        "mistaken" => text::pb_field_mistaken(),
        other => other,
    }
}

/// What a fixed word of the format is called.
pub(super) fn word(key: &str) -> &str {
    match key {
        "must_have" => text::pb_key_must_have(),
        "nice_to_have" => text::pb_key_nice_to_have(),
        "exclusion" => text::pb_key_exclusion(),
        "inbound" => text::pb_key_inbound(),
        "outbound" => text::pb_key_outbound(),
        "low" => text::pb_key_low(),
        "medium" => text::pb_key_medium(),
        "high" => text::pb_key_high(),
        "amount" => text::pb_key_amount(),
        "expected_close" => text::pb_key_expected_close(),
        "person" => text::pb_key_person(),
        "organisation" => text::pb_key_organisation(),
        "email" => text::pb_key_email(),
        "phone" => text::pb_key_phone(),
        "choice" => text::pb_key_choice(),
        "several" => text::pb_key_several(),
        "yes_no" => text::pb_key_yes_no(),
        "number" => text::pb_key_number(),
        "money" => text::pb_key_money(),
        "scale" => text::pb_key_scale(),
        "text" => text::pb_key_text(),
        "date" => text::pb_key_date(),
        "visitor_answers" => text::pb_key_visitor_answers(),
        "inbound_touch" => text::pb_key_inbound_touch(),
        "engagement" => text::pb_key_engagement(),
        other => other,
    }
}
