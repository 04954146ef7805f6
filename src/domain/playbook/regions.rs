//! Options that are countries and other regions, by their ISO 3166 code.
//!
//! Every browser has their names, so a visitor's file need not carry the long list. Refuses to know
//! the names. Invariant: what is left out is what the same source of names puts back.

use super::Playbook;
use super::question::Choice;

impl Playbook {
    /// Leaves out the titles of options that are what `region` calls their codes.
    #[must_use]
    pub fn without_region_names(mut self, region: &dyn Fn(&str) -> Option<String>) -> Self {
        for question in &mut self.questions {
            for option in question.options_mut() {
                if code(option).and_then(region).is_some_and(|name| name == option.title) {
                    option.title.clear();
                }
            }
        }
        self
    }

    /// Gives every option without a title one: what `region` calls its code, or its id.
    pub fn name_options(&mut self, region: &dyn Fn(&str) -> Option<String>) {
        for question in &mut self.questions {
            for option in question.options_mut() {
                if option.title.is_empty() {
                    let name = code(option).and_then(region);
                    option.title = name.unwrap_or_else(|| option.id.to_string());
                }
            }
        }
    }
}

impl Choice {
    /// Whether it goes by a region's code, so that browsers have a name for it.
    pub fn is_region(&self) -> bool {
        code(self).is_some()
    }
}

/// The id of an option, where it is written like a region's code.
fn code(option: &Choice) -> Option<&str> {
    let id = option.id.as_str();
    (id.len() == 2 && id.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn playbook(options: &str) -> Playbook {
        let text = format!(
            r#"{{"format":"ripen-playbook","version":1,"id":"p","revision":1,"title":"P",
            "sections":[{{"id":"s","title":"S"}}],"questions":[
              {{"id":"q","section":"s","title":"Q","ask":"Q?","kind":{{"choice":{{"options":[{options}]}}}}}}],
            "criteria":[],"gates":{{"prospect":[],"opportunity":[]}}}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    fn region(code: &str) -> Option<String> {
        assert_eq!(code.len(), 2, "nothing but codes is asked for");
        (code == "GB").then(|| "United Kingdom".to_owned())
    }

    #[test]
    fn what_every_browser_knows_is_left_out_and_put_back() {
        let check = |option: &str, light: &str| {
            let whole = playbook(option);
            let mut read = whole.clone().without_region_names(&region);
            assert_eq!(read, playbook(light), "{option}");
            let text = serde_json::to_string(&read).unwrap();
            assert!(text.contains(light), "{text}");
            read.name_options(&region);
            assert_eq!(read, whole, "{option}");
        };
        check(r#"{"id":"GB","title":"United Kingdom"}"#, r#"{"id":"GB"}"#);
        for kept in [
            r#"{"id":"GB","title":"Great Britain"}"#,
            r#"{"id":"gb","title":"United Kingdom"}"#,
            r#"{"id":"XX","title":"Elsewhere"}"#,
            r#"{"id":"other","title":"Other"}"#,
        ] {
            check(kept, kept);
        }
    }

    #[test]
    fn what_nobody_names_goes_by_its_id() {
        for id in ["XX", "other"] {
            let mut read = playbook(&format!(r#"{{"id":"{id}"}}"#));
            read.name_options(&region);
            assert_eq!(read.questions[0].options()[0].title, id);
        }
    }
}
