//! Texts that are nearly a given one: by tokens, which breaks the grammar, and by values, which mostly does not.

/// What any value may be replaced by. (`-0` is a listed difference, so it is not here.)
const VALUES: [&str; 22] = [
    "null",
    "true",
    "false",
    "0",
    "1",
    "-1",
    "300",
    "1.5",
    "1e2",
    "-2147483649",
    "18446744073709551616",
    "\"\"",
    "\"a\"",
    "\"1\"",
    "\"A\"",
    "\"\\u0041\"",
    "[]",
    "[1]",
    "[null]",
    "{}",
    "{\"a\":1}",
    "{\"A\":null}",
];

/// Everything near `text`, which is JSON.
pub(crate) fn all(text: &str) -> Vec<String> {
    let mut bent = vec![
        format!(" \t\r\n{text}\n "),
        format!("[{text}]"),
        format!("{{\"a\":{text}}}"),
        format!("{text},"),
        format!("{text} {text}"),
        format!("\u{feff}{text}"),
    ];
    bend_tokens(text, &mut bent);
    let (tree, rest) = Tree::read(text);
    assert_eq!(rest, "", "{text} is one value");
    tree.bend(&mut |tree| bent.push(tree.to_string()));
    bent
}

/// Each token is left out, doubled, replaced and set in white space; and the text ends in front of it.
fn bend_tokens(text: &str, bent: &mut Vec<String>) {
    let mut from = 0;
    while from < text.len() {
        let to = from + token(&text[from..]);
        let (before, here, after) = (&text[..from], &text[from..to], &text[to..]);
        bent.push(before.into());
        bent.push(format!("{before}{after}"));
        bent.push(format!("{before}{here}{here}{after}"));
        bent.push(format!("{before} {here}\n\t{after}"));
        for other in ["{", "}", "[", "]", ",", ":", "null", "1", "\"a\""] {
            bent.push(format!("{before}{other}{after}"));
        }
        from = to;
    }
}

/// The length of the token that `text` begins with.
fn token(text: &str) -> usize {
    match text.as_bytes()[0] {
        b'"' => string(text),
        b'{' | b'}' | b'[' | b']' | b',' | b':' => 1,
        _ => text.find(['}', ']', ',']).unwrap_or(text.len()),
    }
}

fn string(text: &str) -> usize {
    let mut escaped = false;
    let end = text[1..].find(|c| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    });
    end.expect("a string that is closed") + 2
}

/// A document whose leaves, names and order are kept as they are written.
#[derive(Clone)]
enum Tree {
    Leaf(String),
    Array(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// Reads compact JSON; returns what follows, too.
    fn read(text: &str) -> (Tree, &str) {
        let mut rest = &text[1..];
        match text.as_bytes()[0] {
            b'[' => {
                let mut elements = Vec::new();
                while !rest.starts_with(']') {
                    let (element, tail) = Tree::read(rest);
                    elements.push(element);
                    rest = tail.trim_start_matches(',');
                }
                (Tree::Array(elements), &rest[1..])
            }
            b'{' => {
                let mut members = Vec::new();
                while !rest.starts_with('}') {
                    let (name, tail) = rest.split_at(string(rest));
                    let (value, tail) = Tree::read(&tail[1..]);
                    members.push((name.into(), value));
                    rest = tail.trim_start_matches(',');
                }
                (Tree::Object(members), &rest[1..])
            }
            _ => {
                let (leaf, rest) = text.split_at(token(text));
                (Tree::Leaf(leaf.into()), rest)
            }
        }
    }

    /// Shows every tree that differs from this one in one place.
    fn bend(&self, show: &mut dyn FnMut(&Tree)) {
        for value in VALUES {
            show(&Tree::Leaf(value.into()));
        }
        show(&Tree::Array(vec![self.clone()]));
        match self {
            Tree::Leaf(text) if text.starts_with('"') => {
                show(&Tree::Leaf(escape_all(text)));
                show(&Tree::Object(vec![(text.clone(), Tree::Leaf("null".into()))]));
            }
            Tree::Leaf(_) => {}
            Tree::Array(elements) => bend_array(elements, show),
            Tree::Object(members) => bend_object(members, show),
        }
    }
}

fn bend_array(elements: &[Tree], show: &mut dyn FnMut(&Tree)) {
    let array = |elements: &[Tree]| Tree::Array(elements.to_vec());
    let null = Tree::Leaf("null".into());
    show(&array(&[elements, &[null]].concat()));
    for i in 0..elements.len() {
        let (before, after) = (&elements[..i], &elements[i + 1..]);
        show(&array(before));
        show(&array(&[before, after].concat()));
        show(&array(&[before, &elements[i..=i], &elements[i..]].concat()));
        elements[i]
            .bend(&mut |tree| show(&array(&[before, std::slice::from_ref(tree), after].concat())));
    }
}

fn bend_object(members: &[(String, Tree)], show: &mut dyn FnMut(&Tree)) {
    let object = |members: &[(String, Tree)]| Tree::Object(members.to_vec());
    let values: Vec<Tree> = members.iter().map(|(_, value)| value.clone()).collect();
    for n in 0..=values.len() {
        show(&Tree::Array(values[..n].to_vec()));
    }
    show(&Tree::Array([&values[..], &[Tree::Leaf("1".into())]].concat()));
    show(&object(&members.iter().rev().cloned().collect::<Vec<_>>()));
    for unknown in ["null", "[{\"x\":[1e5,\"\\ud800\"]}]", "[}", "01", "\"\\x\""] {
        let unknown = [("\"un known\"".into(), Tree::Leaf(unknown.into()))];
        show(&object(&[&unknown, members].concat()));
        show(&object(&[members, &unknown].concat()));
    }
    for (i, (name, value)) in members.iter().enumerate() {
        let (before, after) = (&members[..i], &members[i + 1..]);
        let with = |name: String, value: &Tree| {
            object(&[before, &[(name, value.clone())], after].concat())
        };
        show(&object(before));
        show(&object(&[before, after].concat()));
        show(&object(&[members, &members[i..=i]].concat()));
        show(&object(&[before, &members[i..=i], &members[i..]].concat()));
        show(&with(escape_all(name), value));
        show(&with(name.to_uppercase(), value));
        show(&with(format!("\"x{}", &name[1..]), value));
        show(&with(format!("{name} "), value));
        value.bend(&mut |tree| show(&with(name.clone(), tree)));
    }
}

/// The string with each of its letters and digits as an escape.
fn escape_all(quoted: &str) -> String {
    if quoted.contains('\\') {
        return quoted.replace('\\', "\\u005c");
    }
    let escape = |c: char| {
        if c.is_ascii_alphanumeric() { format!("\\u{:04X}", u32::from(c)) } else { c.into() }
    };
    quoted.chars().map(escape).collect()
}

impl std::fmt::Display for Tree {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Tree::Leaf(text) => f.write_str(text),
            Tree::Array(elements) => {
                f.write_str("[")?;
                for (i, element) in elements.iter().enumerate() {
                    write!(f, "{}{element}", if i == 0 { "" } else { "," })?;
                }
                f.write_str("]")
            }
            Tree::Object(members) => {
                f.write_str("{")?;
                for (i, (name, value)) in members.iter().enumerate() {
                    write!(f, "{}{name}:{value}", if i == 0 { "" } else { "," })?;
                }
                f.write_str("}")
            }
        }
    }
}

#[test]
fn bent_texts_are_what_they_should_be() {
    let bent = all(r#"{"a":[1,{"b":"c"}],"d":null}"#);
    for expected in [
        r#"{"a":[1,{"b":"c"}]"#,
        r#"{"a":[1,{"b":"c"}],"d":null,"d":null}"#,
        r#"{"a":[1,{"b":"c"}],"d":null,"un known":null}"#,
        r#"{"d":null,"a":[1,{"b":"c"}]}"#,
        r#"{"a":[1,{"b":"c","b":"c"}],"d":null}"#,
        r#"{"a":[1,["c"]],"d":null}"#,
        r#"{"a":[1,{"\u0062":"c"}],"d":null}"#,
        r#"{"a":[1,{"b":"\u0063"}],"d":null}"#,
        r#"{"a":[1],"d":null}"#,
        r#"[[1,{"b":"c"}],null]"#,
        r#"[[1,{"b":"c"}]]"#,
        r#"{"a":[1,{"b":"c"}]}"#,
        r#"{"a":[1,{"b""c"}],"d":null}"#,
    ] {
        assert!(
            bent.iter().any(|text| text == expected),
            "{expected} is not among the {}",
            bent.len()
        );
    }
    assert!(bent.len() > 400);
}
