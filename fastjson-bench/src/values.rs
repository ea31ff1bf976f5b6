//! Arrays of one type whose values are of chance: so many that no branch predictor learns their lengths, signs and escapes, as it
//! learns those of a document that is read over and over.

use std::{fmt::Debug, hint::black_box};

use anyhow::{Result, ensure};
use fastjson::{DecodeOwned, Encode, FastJson};
use fastrand::Rng;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    measure::Contender,
    race::Race,
    report::{Direction, Unit},
};

/// Elements of an array.
const COUNT: usize = 20_000;

const SEED: u64 = 8;

/// A type, with the traits of all libraries.
trait Value: Encode + DecodeOwned + Serialize + DeserializeOwned + PartialEq + Debug {
    /// Whether a library that does not promise the nearest float may read `self` for `other`. (Among floats of all bits one unit in the
    /// last place is not enough for serde_json.)
    fn is_near(&self, other: &Self) -> bool {
        self == other
    }
}

impl Value for bool {}
impl Value for i64 {}
impl Value for u64 {}
impl Value for String {}
impl Value for Sparse {}
impl Value for State {}
impl Value for Entry {}
impl Value for Id {}

impl Value for f64 {
    fn is_near(&self, other: &f64) -> bool {
        self.to_bits().abs_diff(other.to_bits()) <= 4
    }
}

/// A variant without a payload.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "snake_case")]
enum State {
    Open,
    Paid,
    Packed,
    Shipped,
    AwaitingPayment,
    Delivered,
    Returned,
    Refunded,
    PartiallyRefunded,
    Cancelled,
}

impl State {
    const ALL: [State; 10] = [
        State::Open,
        State::Paid,
        State::Packed,
        State::Shipped,
        State::AwaitingPayment,
        State::Delivered,
        State::Returned,
        State::Refunded,
        State::PartiallyRefunded,
        State::Cancelled,
    ];
}

/// A tuple struct.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Entry(u64, State, [String; 2]);

/// A field of objects that have others.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Id {
    id: u32,
}

/// What may all be missing.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(default)]
struct Sparse {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    price: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    discount: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_stock: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sold: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rating: Option<u32>,
}

impl Sparse {
    fn of(mut value: impl FnMut() -> Option<u32>) -> Sparse {
        Sparse {
            id: value(),
            parent: value(),
            created: value(),
            updated: value(),
            width: value(),
            height: value(),
            weight: value(),
            price: value(),
            discount: value(),
            in_stock: value(),
            sold: value(),
            rating: value(),
        }
    }
}

/// All rows.
pub(crate) fn run(race: &mut Race) -> Result<()> {
    row(race, "booleans", Rng::bool)?;
    row(race, "integers of up to 18 digits", |rng| {
        let limit = 10_i64.pow(rng.u32(1..=18));
        rng.i64(-limit..limit)
    })?;
    row(race, "integers of 20 digits", |rng| u64::MAX - rng.u64(..1 << 60))?;
    row(race, "floats of few decimals", |rng| f64::from(rng.u32(..1_000_000)) / 100.0)?;
    decoded::<f64>(race, "floats without a point", whole_floats)?;
    row(race, "floats from 0 to 1", Rng::f64)?;
    row(race, "floats of all bits", |rng| {
        let mut floats = std::iter::repeat_with(|| f64::from_bits(rng.u64(..)));
        floats.find(|float| float.is_finite()).unwrap_or_default()
    })?;
    row(race, "objects without half their fields", |rng| {
        Sparse::of(|| rng.bool().then(|| rng.u32(..1000)))
    })?;
    row(race, "variants", state)?;
    row(race, "tuple structs", |rng| {
        Entry(rng.u64(..1_000_000), state(rng), [letters(rng, 10), letters(rng, 10)])
    })?;
    row(race, "strings below 20 B", |rng| letters(rng, 20))?;
    row(race, "strings below 80 B", |rng| letters(rng, 80))?;
    row(race, "strings below 20 B with an escape", |rng| {
        let escaped = ["\"", "\\", "\n", "\t"][rng.usize(..4)];
        letters(rng, 10) + escaped + &letters(rng, 10)
    })?;
    row(race, "strings with escapes", |rng| {
        let parts = 0..rng.usize(1..6);
        let escaped = ["\"", "\\", "\n", "\t", "\u{1}"];
        parts.map(|_| letters(rng, 20) + escaped[rng.usize(..5)]).collect::<String>()
    })?;
    row(race, "strings of source code", |rng| {
        (0..rng.usize(1..6)).map(|_| source_line(rng)).collect::<String>()
    })?;
    decoded::<String>(race, "strings in Unicode escapes", unicode_escapes)?;
    decoded::<Id>(race, "objects with source code beside", |rng| {
        beside(rng, |rng| {
            let lines: String = (0..rng.usize(1..20)).map(|_| source_line(rng)).collect();
            format!("{lines:?}")
        })
    })?;
    decoded::<Id>(race, "objects with points beside", |rng| {
        beside(rng, |rng| {
            let mut coordinate = || f64::from(rng.i32(-180_000..180_000)) / 1000.0;
            let points = std::iter::repeat_with(|| [coordinate(), coordinate()]);
            format!("{:?}", points.take(10).collect::<Vec<_>>()).replace(' ', "")
        })
    })
}

/// Objects with a member that is passed over.
fn beside(rng: &mut Rng, other: impl Fn(&mut Rng) -> String) -> String {
    let mut object = || format!(r#"{{"beside":{},"id":{}}}"#, other(rng), rng.u32(..1_000_000));
    let objects: Vec<String> = (0..COUNT).map(|_| object()).collect();
    format!("[{}]", objects.join(","))
}

/// The row of a text that no library here writes.
fn decoded<T: Value>(race: &mut Race, name: &str, text: impl Fn(&mut Rng) -> String) -> Result<()> {
    if !race.wants(Direction::DecodeValues, name) {
        return Ok(());
    }
    let text = text(&mut Rng::with_seed(SEED));
    decode::<T>(race, name, &text, &serde_json::from_str::<Vec<_>>(&text)?)
}

/// Both rows of a type.
fn row<T: Value>(race: &mut Race, name: &str, value: impl Fn(&mut Rng) -> T) -> Result<()> {
    let wanted = [Direction::DecodeValues, Direction::EncodeValues]
        .map(|direction| race.wants(direction, name));
    if wanted == [false; 2] {
        return Ok(());
    }
    let mut rng = Rng::with_seed(SEED);
    let values: Vec<T> = std::iter::repeat_with(|| value(&mut rng)).take(COUNT).collect();
    let text = serde_json::to_string(&values)?;
    if wanted[0] {
        decode(race, name, &text, &values)?;
    }
    if wanted[1] {
        encode(race, name, &text, &values)?;
    }
    Ok(())
}

fn decode<T: Value>(race: &mut Race, name: &str, text: &str, values: &[T]) -> Result<()> {
    ensure!(fastjson::from_str::<Vec<T>>(text)? == values, "{name}: fastjson reads other values");
    for theirs in [serde_json::from_str::<Vec<T>>(text)?, sonic_rs::from_str(text)?] {
        ensure!(are_near(&theirs, values), "{name}: a peer reads other values");
    }
    let mut contenders = [
        Contender::decoder("fastjson", text, fastjson::from_str::<Vec<T>>),
        Contender::decoder("serde_json", text, serde_json::from_str::<Vec<T>>),
        Contender::decoder("sonic-rs", text, sonic_rs::from_str::<Vec<T>>),
    ];
    race.row(Direction::DecodeValues, name, Unit::documents(text.len(), COUNT), &mut contenders)
}

fn encode<T: Value>(race: &mut Race, name: &str, text: &str, values: &[T]) -> Result<()> {
    ensure!(fastjson::to_string(values)? == text, "{name}: fastjson writes another text");
    let theirs: Vec<T> = serde_json::from_str(&sonic_rs::to_string(values)?)?;
    ensure!(are_near(&theirs, values), "{name}: sonic-rs writes other values");
    let mut contenders = [
        Contender::encoder("fastjson", |buffer| fastjson::encode_into(black_box(values), buffer)),
        Contender::encoder("serde_json", |buffer| serde_json::to_writer(buffer, black_box(values))),
        Contender::encoder("sonic-rs", |buffer| sonic_rs::to_writer(buffer, black_box(values))),
    ];
    race.row(Direction::EncodeValues, name, Unit::documents(text.len(), COUNT), &mut contenders)
}

fn are_near<T: Value>(theirs: &[T], values: &[T]) -> bool {
    theirs.len() == COUNT && theirs.iter().zip(values).all(|(theirs, value)| theirs.is_near(value))
}

fn state(rng: &mut Rng) -> State {
    State::ALL[rng.usize(..State::ALL.len())]
}

/// Fewer lower-case letters than `bound`.
fn letters(rng: &mut Rng, bound: usize) -> String {
    let len = rng.usize(..bound);
    std::iter::repeat_with(|| rng.lowercase()).take(len).collect()
}

/// As languages write them whose integers are floats, too.
fn whole_floats(rng: &mut Rng) -> String {
    let mut number = || {
        let limit = 10_u64.pow(rng.u32(1..14));
        rng.u64(..limit).to_string()
    };
    let numbers: Vec<String> = (0..COUNT).map(|_| number()).collect();
    format!("[{}]", numbers.join(","))
}

/// A line of a program, with its indentation and texts in quotes.
fn source_line(rng: &mut Rng) -> String {
    let (level, name, text) = (4 * rng.usize(..4), letters(rng, 12), letters(rng, 20));
    let end = ["", "\n"][rng.usize(..2)];
    match rng.u8(..4) {
        0 => format!("{:level$}let {name} = {text:?};\n", ""),
        1 => format!("{:level$}print!(\"{text}: {{}}\\n\", {name});\n", ""),
        2 => format!("{:level$}fn {name}() {{\n{end}", ""),
        _ => format!("{:level$}}}\n{end}", ""),
    }
}

/// As libraries write what is not ASCII for readers that know nothing else.
fn unicode_escapes(rng: &mut Rng) -> String {
    let mut string = || {
        let mut text = String::from("\"");
        for _ in 0..rng.usize(..20) {
            let c = if rng.u8(..8) > 0 { rng.char('а'..='я') } else { rng.char('😀'..='🙏') };
            for unit in c.encode_utf16(&mut [0; 2]) {
                text += &format!("\\u{unit:04x}");
            }
        }
        text + "\""
    };
    let strings: Vec<String> = (0..COUNT).map(|_| string()).collect();
    format!("[{}]", strings.join(","))
}
