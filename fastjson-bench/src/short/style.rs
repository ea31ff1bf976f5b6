//! The same text with other white space.

use super::Operation;

/// The text and how it is read: as it is, and as two widespread writers would have written it.
pub(super) fn all(text: &str) -> Vec<(Operation, String)> {
    let styles = [
        (Operation::Decode, Style::Minified),
        (Operation::DecodeSpaces, Style::Spaces),
        (Operation::DecodeLines, Style::Lines),
    ];
    let mut texts: Vec<(Operation, String)> = Vec::new();
    for (operation, style) in styles {
        let styled = restyle(text, style);
        // A value without parts is written alike in all.
        if texts.iter().all(|(_, other)| *other != styled) {
            texts.push((operation, styled));
        }
    }
    texts
}

#[derive(Clone, Copy, PartialEq)]
enum Style {
    Minified,
    /// A space behind colons and commas, as Python writes it.
    Spaces,
    /// A line for each member and element, two spaces for each level, as `serde_json` writes it.
    Lines,
}

/// Of a text that has no white space outside its strings.
fn restyle(text: &str, style: Style) -> String {
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
            ',' if style == Style::Lines => line(&mut styled, style, level),
            ':' | ',' if style != Style::Minified => styled.push(' '),
            _ => {}
        }
    }
    styled
}

fn line(styled: &mut String, style: Style, level: usize) {
    if style == Style::Lines {
        styled.push('\n');
        styled.extend(std::iter::repeat_n("  ", level));
    }
}

/// Whether a backslash stands before what follows that is no second one.
fn is_escaped(before: &str) -> bool {
    before.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}
