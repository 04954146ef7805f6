//! The words of the plain form that stands in a page before the wizard is there, in every language the
//! wizard speaks; and what these languages call themselves.

use crate::app::embed_code::Language;
use crate::app::embed_code::first::Words;

/// What a language is called, in itself.
pub const fn language_name(language: Language) -> &'static str {
    match language {
        Language::En => "English",
        Language::Nl => "Nederlands",
        Language::De => "Deutsch",
        Language::Fr => "Français",
        Language::Es => "Español",
        Language::Vi => "Tiếng Việt",
        Language::Ar => "العربية",
    }
}

/// The words in a language; `plain` writes a number as it would be typed.
pub const fn form_words(language: Language, plain: fn(f64) -> String) -> Words {
    let [continue_on, yes, no, choose_one, contact] = match language {
        Language::En => ["Continue", "Yes", "No", "Choose one", "Contact us"],
        Language::Nl => ["Doorgaan", "Ja", "Nee", "Kies er één", "Neem contact op"],
        Language::De => ["Weiter", "Ja", "Nein", "Bitte wählen", "Kontakt aufnehmen"],
        Language::Fr => ["Continuer", "Oui", "Non", "Choisissez", "Nous contacter"],
        Language::Es => ["Continuar", "Sí", "No", "Elija una opción", "Contacte con nosotros"],
        Language::Vi => ["Tiếp tục", "Có", "Không", "Chọn một", "Liên hệ với chúng tôi"],
        Language::Ar => ["متابعة", "نعم", "لا", "اختر واحدًا", "اتصل بنا"],
    };
    Words { continue_on, yes, no, choose_one, contact, plain }
}
