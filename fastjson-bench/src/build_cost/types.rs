//! The types of a generated crate, and documents of them: drawn from a fixed seed, the same for every library.
//!
//! A crate of `n` types has `n` structs of eight fields and `n / 10` enums of units. The first half of the structs are
//! roots: each holds one or two structs of the second half and is decoded and encoded. With data enums there are
//! `0.4 n` more types, in the four representations by turns, and a root holds one of them.

use std::fmt::Write;

use fastrand::Rng;
use serde::Serialize;

/// Whether there are data enums.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, clap::ValueEnum)]
pub(super) enum Shape {
    Structs,
    Enums,
}

impl std::fmt::Display for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Shape::Structs => "structs",
            Shape::Enums => "enums",
        })
    }
}

/// All types of a crate.
pub(super) struct Types {
    pub(super) structs: Vec<Struct>,
    pub(super) unit_enums: Vec<Vec<String>>,
    pub(super) data_enums: Vec<DataEnum>,
    pub(super) roots: usize,
}

/// A struct and its fields.
pub(super) struct Struct {
    pub(super) fields: Vec<(String, Kind)>,
}

/// An enum with a variant of each sort.
pub(super) struct DataEnum {
    pub(super) representation: Representation,
    /// The struct in its newtype variant.
    pub(super) inner: usize,
}

/// Where the tag of an enum stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Representation {
    External,
    Internal,
    Adjacent,
    Untagged,
}

/// The type of a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// A type that every library has.
    Plain(&'static str),
    UnitEnum(usize),
    Struct(usize),
    Structs(usize),
    DataEnum(usize),
}

const FIELDS: usize = 8;

/// The usual mix.
const PLAIN: [&str; 12] = [
    "u64",
    "String",
    "String",
    "String",
    "bool",
    "f64",
    "i32",
    "u32",
    "Option<String>",
    "Option<u32>",
    "Vec<String>",
    "Vec<u32>",
];

const WORDS: [&str; 16] = [
    "id", "name", "created", "updated", "owner", "count", "total", "status", "label", "address",
    "price", "region", "score", "notes", "parent", "amount",
];

impl Types {
    /// Draws them.
    pub(super) fn draw(shape: Shape, count: usize) -> Types {
        let mut rng = Rng::with_seed(count as u64);
        let roots = count / 2;
        let unit_enums: Vec<Vec<String>> = (0..(count / 10).max(1))
            .map(|_| {
                (0..rng.usize(3..8))
                    .map(|index| format!("{}{index}", capital(word(&mut rng))))
                    .collect()
            })
            .collect();
        let data_enums: Vec<DataEnum> = match shape {
            Shape::Structs => Vec::new(),
            Shape::Enums => (0..count * 2 / 5)
                .map(|index| DataEnum {
                    representation: REPRESENTATIONS[index % REPRESENTATIONS.len()],
                    inner: rng.usize(roots..count),
                })
                .collect(),
        };
        let structs = (0..count).map(|index| {
            let mut kinds: Vec<Kind> =
                (0..FIELDS).map(|_| Kind::Plain(PLAIN[rng.usize(..PLAIN.len())])).collect();
            if index % 3 == 0 {
                kinds[2] = Kind::UnitEnum(rng.usize(..unit_enums.len()));
            }
            if index < roots {
                // Each struct of the second half is in some root.
                kinds[5] = Kind::Struct(roots + index % (count - roots));
                if index % 2 == 0 {
                    kinds[7] = Kind::Structs(rng.usize(roots..count));
                }
                if index < data_enums.len() {
                    kinds[3] = Kind::DataEnum(index);
                }
            }
            let name = |rng: &mut Rng, index| format!("{}_{}{index}", word(rng), word(rng));
            Struct {
                fields: kinds
                    .into_iter()
                    .enumerate()
                    .map(|(index, kind)| (name(&mut rng, index), kind))
                    .collect(),
            }
        });
        let structs = structs.collect();
        Types { structs, unit_enums, data_enums, roots }
    }

    /// The JSON of a value of a struct, as every library writes it.
    pub(super) fn document(&self, index: usize, rng: &mut Rng) -> String {
        let mut text = String::new();
        for (name, kind) in &self.structs[index].fields {
            text.push(if text.is_empty() { '{' } else { ',' });
            let _ = write!(text, "\"{name}\":{}", self.value(*kind, rng));
        }
        text + "}"
    }

    fn value(&self, kind: Kind, rng: &mut Rng) -> String {
        let list = |items: Vec<String>| format!("[{}]", items.join(","));
        match kind {
            Kind::Plain(name) => match name {
                "bool" => rng.bool().to_string(),
                "f64" => format!("{}.5", rng.u16(..)),
                "i32" => rng.i32(..).to_string(),
                "u64" => (rng.u64(..) >> 12).to_string(),
                "String" => quoted(rng),
                "Option<String>" if rng.bool() => quoted(rng),
                "Option<u32>" if rng.bool() => rng.u32(..).to_string(),
                "Option<String>" | "Option<u32>" => "null".to_owned(),
                "Vec<String>" => list((0..rng.usize(..4)).map(|_| quoted(rng)).collect()),
                "Vec<u32>" => list((0..rng.usize(..4)).map(|_| rng.u16(..).to_string()).collect()),
                _ => rng.u32(..).to_string(),
            },
            Kind::UnitEnum(index) => {
                let variants = &self.unit_enums[index];
                format!("\"{}\"", variants[rng.usize(..variants.len())])
            }
            Kind::Struct(index) => self.document(index, rng),
            Kind::Structs(index) => {
                list((0..rng.usize(..3)).map(|_| self.document(index, rng)).collect())
            }
            Kind::DataEnum(index) => self.variant(&self.data_enums[index], rng),
        }
    }

    /// One of the variants that `source` writes.
    fn variant(&self, data_enum: &DataEnum, rng: &mut Rng) -> String {
        let (name, payload) = match rng.u8(..3) {
            0 => ("Idle", None),
            1 => ("Moved", Some(format!("{{\"by\":{},\"why\":{}}}", rng.u32(..), quoted(rng)))),
            _ => ("Held", Some(self.document(data_enum.inner, rng))),
        };
        match (data_enum.representation, payload) {
            (Representation::External, None) => format!("\"{name}\""),
            (Representation::External, Some(payload)) => format!("{{\"{name}\":{payload}}}"),
            (Representation::Internal, None) => format!("{{\"type\":\"{name}\"}}"),
            (Representation::Internal, Some(payload)) => {
                format!("{{\"type\":\"{name}\",{}", &payload[1..])
            }
            (Representation::Adjacent, None) => format!("{{\"t\":\"{name}\"}}"),
            (Representation::Adjacent, Some(payload)) => {
                format!("{{\"t\":\"{name}\",\"c\":{payload}}}")
            }
            (Representation::Untagged, None) => "null".to_owned(),
            (Representation::Untagged, Some(payload)) => payload,
        }
    }
}

const REPRESENTATIONS: [Representation; 4] = [
    Representation::External,
    Representation::Internal,
    Representation::Adjacent,
    Representation::Untagged,
];

fn word(rng: &mut Rng) -> &'static str {
    WORDS[rng.usize(..WORDS.len())]
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

fn quoted(rng: &mut Rng) -> String {
    format!("\"{} {}\"", word(rng), rng.u16(..))
}
