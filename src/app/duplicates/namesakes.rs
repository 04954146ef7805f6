//! What tells contacts of one name apart.
//!
//! Refuses to know what is said of a contact: it is given in words. Invariant: no two of one name are
//! left alike.

/// For each of several names what is said beside it so that it is no other's: nothing beside a name of
/// its own, else the first of what is known of it in which all of that name differ, else its number
/// among them. `known` has the same things of each, in the order in which they are looked at.
pub fn beside(names: &[String], known: &[Vec<Option<String>>]) -> Vec<Option<String>> {
    let beside = |(place, name): (usize, &String)| {
        let alike: Vec<_> = (0..names.len()).filter(|other| names[*other] == *name).collect();
        if alike.len() < 2 {
            return None;
        }
        let of = |place: usize, thing: usize| known.get(place)?.get(thing)?.as_ref();
        let things = known.get(place).map_or(0, Vec::len);
        let tells = |thing: &usize| {
            let all = alike.iter().map(|place| of(*place, *thing));
            let all: std::collections::BTreeSet<_> = all.collect();
            all.len() == alike.len() && !all.contains(&None)
        };
        let told = (0..things).find(tells).and_then(|thing| of(place, thing).cloned());
        let number = || alike.iter().position(|other| *other == place).map(|n| (n + 1).to_string());
        told.or_else(number)
    };
    names.iter().enumerate().map(beside).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each line is a name and what is known of it; "-" stands for nothing.
    fn check(lines: &[&str], expected: &[&str]) {
        let word = |word: &str| (word != "-").then(|| word.to_owned());
        let rows = lines.iter().map(|line| line.split_whitespace());
        let names: Vec<_> = rows.clone().map(|mut row| row.next().unwrap().to_owned()).collect();
        let known: Vec<Vec<_>> = rows.map(|row| row.skip(1).map(word).collect()).collect();
        let told: Vec<_> =
            beside(&names, &known).into_iter().map(|it| it.unwrap_or("-".into())).collect();
        assert_eq!(told, expected, "{lines:?}");
    }

    #[test]
    fn no_two_of_one_name_are_left_alike() {
        check(&[], &[]);
        check(&["ada a@x 1", "bob a@x 1"], &["-", "-"]);
        check(&["ada a@x 1", "ada b@x 1"], &["a@x", "b@x"]);
        check(&["ada a@x 1", "ada a@x 2"], &["1", "2"]);
        // What one of them lacks tells nobody which one it is.
        check(&["ada - 1", "ada b@x 2"], &["1", "2"]);
        check(&["ada a@x 1", "ada b@x 1", "ada a@x 1"], &["1", "2", "3"]);
        check(&["ada a@x", "bob a@x", "ada a@x", "bob b@x"], &["1", "a@x", "2", "b@x"]);
        check(&["ada", "ada"], &["1", "2"]);
    }
}
