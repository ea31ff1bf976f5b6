//! The same text with other white space.

/// What white space stands outside of strings.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Style {
    /// None.
    Minified,
    /// A space behind colons and commas, as Python writes it.
    Spaces,
    /// A line for each member and element, two spaces for each level, as `serde_json` writes it.
    Lines,
    /// The same with a tab for each level, and a carriage return before each new line.
    Tabs,
}

impl Style {
    /// Those that most texts are written in.
    pub(crate) const USUAL: [Style; 3] = [Style::Minified, Style::Spaces, Style::Lines];

    /// What begins a line, and what stands there for each level; `None`, if there are no lines.
    fn line(self) -> Option<(&'static str, &'static str)> {
        match self {
            Style::Minified | Style::Spaces => None,
            Style::Lines => Some(("\n", "  ")),
            Style::Tabs => Some(("\r\n", "\t")),
        }
    }
}

/// Of a text that has no white space outside its strings.
pub(crate) fn restyle(text: &str, style: Style) -> String {
    let mut styled = String::new();
    let (mut level, mut in_string, mut before) = (0_usize, false, ' ');
    for (at, c) in text.char_indices() {
        let is_quote = c == '"' && !is_escaped(&text[..at]);
        in_string ^= is_quote;
        let is_mark = !in_string && !is_quote;
        if is_mark && matches!(c, '}' | ']') {
            level = level.saturating_sub(1);
            if !matches!(before, '{' | '[') {
                line(&mut styled, style, level);
            }
        } else if matches!(before, '{' | '[') {
            line(&mut styled, style, level);
        }
        styled.push(c);
        before = if is_mark { c } else { '"' };
        match before {
            '{' | '[' => level += 1,
            ',' if style.line().is_some() => line(&mut styled, style, level),
            ':' | ',' if style != Style::Minified => styled.push(' '),
            _ => {}
        }
    }
    styled
}

fn line(styled: &mut String, style: Style, level: usize) {
    if let Some((start, indentation)) = style.line() {
        styled.push_str(start);
        styled.extend(std::iter::repeat_n(indentation, level));
    }
}

/// Whether a backslash stands before what follows that is no second one.
fn is_escaped(before: &str) -> bool {
    before.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}
