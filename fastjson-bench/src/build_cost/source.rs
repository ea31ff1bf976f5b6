//! The source of the generated crates.

use std::fmt::Write;

use fastrand::Rng;

use super::{
    crates::Library,
    types::{Kind, Representation, Shape, Types},
};

impl Library {
    fn derives(self) -> &'static str {
        match self {
            Self::Fastjson | Self::FastjsonAlone => "#[derive(fastjson::FastJson)]",
            Self::Serde => "#[derive(serde::Serialize, serde::Deserialize)]",
            Self::Miniserde => "#[derive(miniserde::Serialize, miniserde::Deserialize)]",
        }
    }

    /// The function that decodes and encodes a document of any type, and its calls' beginning.
    fn round_trip(self) -> &'static str {
        match self {
            Self::Fastjson | Self::FastjsonAlone => {
                "fn round_trip<T: fastjson::Encode + fastjson::DecodeOwned>(text: &str) -> String {
    let value: T = fastjson::from_str(text).expect(text);
    fastjson::to_string(&value).expect(text)
}
"
            }
            Self::Serde => {
                "fn round_trip<T: serde::Serialize + serde::de::DeserializeOwned>(text: &str) -> String {
    let value: T = serde_json::from_str(text).expect(text);
    serde_json::to_string(&value).expect(text)
}
"
            }
            Self::Miniserde => {
                "fn round_trip<T: miniserde::Serialize + miniserde::Deserialize>(text: &str) -> String {
    let value: T = miniserde::json::from_str(text).expect(text);
    miniserde::json::to_string(&value)
}
"
            }
        }
    }
}

/// A program without types.
pub(super) fn empty(_: Library) -> String {
    "fn main() {}\n".to_owned()
}

/// A program of one struct, with or without the derive.
pub(super) fn three_fields(library: Library, is_derived: bool) -> String {
    let derives = if is_derived { library.derives() } else { "" };
    format!(
        "#![allow(dead_code)]\n{derives}\nstruct Server {{\n    host: String,\n    port: u16,\n    tags: Vec<String>,\n}}\n\nfn main() {{}}\n"
    )
}

/// A program of many types, or `None` where the library cannot derive for them.
pub(super) fn program(library: Library, shape: Shape, count: usize) -> Option<String> {
    if !library.has(shape) {
        return None;
    }
    let types = Types::draw(shape, count);
    let mut text = String::from("#![allow(dead_code)]\n\n");
    for (index, variants) in types.unit_enums.iter().enumerate() {
        let _ =
            writeln!(text, "{}\nenum U{index} {{ {} }}\n", library.derives(), variants.join(", "));
    }
    for (index, data_enum) in types.data_enums.iter().enumerate() {
        // Both libraries read the attributes of serde's.
        let key = match library {
            Library::Fastjson => "fastjson",
            _ => "serde",
        };
        let attribute = match data_enum.representation {
            Representation::External => String::new(),
            Representation::Internal => format!("#[{key}(tag = \"type\")]\n"),
            Representation::Adjacent => format!("#[{key}(tag = \"t\", content = \"c\")]\n"),
            Representation::Untagged => format!("#[{key}(untagged)]\n"),
        };
        let _ = writeln!(
            text,
            "{}\n{attribute}enum D{index} {{ Idle, Moved {{ by: u32, why: String }}, Held(S{}) }}\n",
            library.derives(),
            data_enum.inner
        );
    }
    for (index, item) in types.structs.iter().enumerate() {
        let _ = writeln!(text, "{}\nstruct S{index} {{", library.derives());
        for (name, kind) in &item.fields {
            let _ = writeln!(text, "    {name}: {},", type_of(*kind));
        }
        text.push_str("}\n\n");
    }
    text.push_str(library.round_trip());
    text.push_str(MAIN);
    let mut rng = Rng::with_seed(1);
    for root in 0..types.roots {
        let document = types.document(root, &mut rng);
        let _ = writeln!(text, "    check(round_trip::<S{root}>, r#\"{document}\"#);");
    }
    let _ = writeln!(text, "    println!(\"{} round trips\");\n}}", types.roots);
    Some(text)
}

/// The check is no generic function: it is not what is measured.
const MAIN: &str = "
fn check(round_trip: fn(&str) -> String, text: &str) {
    let text = std::hint::black_box(text);
    let written = round_trip(text);
    if written != text {
        eprintln!(\"found    {written}\\nexpected {text}\");
        std::process::exit(1);
    }
}

fn main() {
";

fn type_of(kind: Kind) -> String {
    match kind {
        Kind::Plain(name) => name.to_owned(),
        Kind::UnitEnum(index) => format!("U{index}"),
        Kind::Struct(index) => format!("S{index}"),
        Kind::Structs(index) => format!("Vec<S{index}>"),
        Kind::DataEnum(index) => format!("D{index}"),
    }
}
