//! Texts of the editor's page of languages.

catalogue! {
    pb_languages = "Languages";
    pb_languages_text = "What visitors read on your website, in other languages. Reps read the playbook’s own words.";
    pb_own_language = "Written in";
    pb_own_language_hint = "The language of the texts on all other pages.";
    pb_language_add = "Another language";
    pb_language_add_button = "Add the language";
    pb_language_choose = "Choose a language";
    pb_translations = "Translations";
    pb_translations_none = "There is no other language yet. Visitors read the playbook as it is written.";
    pb_translate_into = "Translate into";
    pb_wizard_english = "The wizard’s own words, such as “Continue”, are not there in this language: they stay English.";
    pb_text_of(part, field) = "{part}: {field}";
    pb_missing_only = "Missing only";
    pb_missing(n, of) = "Missing: {n} of {of}.";
    pb_missing_none = "Nothing is missing.";
    pb_translation_optional = "Needs no translation";
    pb_language_remove(language) = "Take {language} out";
    pb_language_tidy(n) = "Take out {n} texts that lead nowhere";
    pb_language_tidy_one = "Take out one text that leads nowhere";
    pb_a_language = "language";
    pb_field_language = "language";
    pb_field_translation = "translation";
}
