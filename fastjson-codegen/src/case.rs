//! The eight case rules of `rename_all`. They are serde's, letter for letter.

/// How `rename_all` spells a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CaseRule {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

impl CaseRule {
    /// Every rule under the name that the attribute gives it.
    pub(crate) const ALL: [(&'static str, CaseRule); 8] = [
        ("lowercase", CaseRule::Lower),
        ("UPPERCASE", CaseRule::Upper),
        ("PascalCase", CaseRule::Pascal),
        ("camelCase", CaseRule::Camel),
        ("snake_case", CaseRule::Snake),
        ("SCREAMING_SNAKE_CASE", CaseRule::ScreamingSnake),
        ("kebab-case", CaseRule::Kebab),
        ("SCREAMING-KEBAB-CASE", CaseRule::ScreamingKebab),
    ];

    /// Spells a variant, which Rust writes in `PascalCase`.
    pub(crate) fn variant(self, name: &str) -> String {
        match self {
            CaseRule::Lower => name.to_ascii_lowercase(),
            CaseRule::Upper => name.to_ascii_uppercase(),
            CaseRule::Pascal => name.to_owned(),
            CaseRule::Camel => first_lower(name),
            CaseRule::Snake => words(name, '_'),
            CaseRule::ScreamingSnake => words(name, '_').to_ascii_uppercase(),
            CaseRule::Kebab => words(name, '-'),
            CaseRule::ScreamingKebab => words(name, '-').to_ascii_uppercase(),
        }
    }

    /// Spells a field, which Rust writes in `snake_case`.
    pub(crate) fn field(self, name: &str) -> String {
        match self {
            CaseRule::Lower | CaseRule::Snake => name.to_owned(),
            CaseRule::Upper | CaseRule::ScreamingSnake => name.to_ascii_uppercase(),
            CaseRule::Pascal => joined(name),
            CaseRule::Camel => first_lower(&joined(name)),
            CaseRule::Kebab => name.replace('_', "-"),
            CaseRule::ScreamingKebab => name.to_ascii_uppercase().replace('_', "-"),
        }
    }
}

/// `FooBar` as `foo_bar`: a separator before each capital but the first letter.
fn words(name: &str, separator: char) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    for (i, c) in name.char_indices() {
        if i > 0 && c.is_uppercase() {
            out.push(separator);
        }
        out.push(if c == '_' { separator } else { c.to_ascii_lowercase() });
    }
    out
}

/// `foo_bar` as `FooBar`.
fn joined(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut capital = true;
    for c in name.chars() {
        if c == '_' {
            capital = true;
        } else {
            out.push(if capital { c.to_ascii_uppercase() } else { c });
            capital = false;
        }
    }
    out
}

fn first_lower(name: &str) -> String {
    let mut chars = name.chars();
    match chars.next() {
        Some(first) => [first.to_ascii_lowercase()].into_iter().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::CaseRule;

    #[test]
    fn variants_and_fields() {
        let variants = CaseRule::ALL.map(|(_, rule)| rule.variant("VeryTasty"));
        let expected = [
            "verytasty",
            "VERYTASTY",
            "VeryTasty",
            "veryTasty",
            "very_tasty",
            "VERY_TASTY",
            "very-tasty",
            "VERY-TASTY",
        ];
        assert_eq!(variants, expected);

        let fields = CaseRule::ALL.map(|(_, rule)| rule.field("very_tasty2"));
        let expected = [
            "very_tasty2",
            "VERY_TASTY2",
            "VeryTasty2",
            "veryTasty2",
            "very_tasty2",
            "VERY_TASTY2",
            "very-tasty2",
            "VERY-TASTY2",
        ];
        assert_eq!(fields, expected);
    }
}
