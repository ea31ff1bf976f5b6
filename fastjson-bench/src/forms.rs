//! What a representation costs: the same 1,000 values as enums with their tag in different places, and as a record with and
//! without a flattened part. Each form races its own library's plain form, in the same rounds, so that the ratio of
//! the two holds on a noisy machine.

use std::{fmt::Debug, hint::black_box};

use anyhow::{Result, ensure};
use fastjson::{DecodeOwned, Encode, FastJson};
use fastrand::Rng;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    allocations,
    measure::Contender,
    race::Race,
    report::{Direction, Unit},
};

/// Elements of an array.
const COUNT: usize = 1_000;

/// One of the forms: the same variants under other attributes.
macro_rules! events {
    ($($name:ident $(($($key:tt)*))?;)*) => {$(
        #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
        $(#[serde($($key)*)])?
        enum $name {
            Login { user: u64, name: String, admin: bool, agent: Option<String> },
            Purchase { order: u64, item: String, price: f64, quantity: u32 },
            Reading { sensor: i32, value: f64, unit: String, valid: bool },
            Message { sender: u64, text: String, urgent: bool, reply_to: Option<u64> },
        }
    )*};
}

events! {
    External;
    Internal(tag = "type");
    Adjacent(tag = "type", content = "data");
    Untagged(untagged);
}

/// A record without a part.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Flat {
    id: u64,
    name: String,
    active: bool,
    lat: f64,
    lon: f64,
    accuracy: u32,
    source: Option<String>,
    note: String,
}

/// The same record, of which a part is a struct of its own.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Flattened {
    id: u64,
    name: String,
    active: bool,
    #[serde(flatten)]
    position: Position,
    note: String,
}

/// The part.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Position {
    lat: f64,
    lon: f64,
    accuracy: u32,
    source: Option<String>,
}

/// An element of a form, with the traits of both libraries.
trait Element: Encode + DecodeOwned + Serialize + DeserializeOwned + PartialEq + Debug {}

impl<T: Encode + DecodeOwned + Serialize + DeserializeOwned + PartialEq + Debug> Element for T {}

/// A form's array: what is read, and what is written of it.
struct Form {
    name: &'static str,
    read: String,
    written: String,
}

impl Form {
    /// An array that is written as it is read.
    fn new(name: &'static str, elements: impl Iterator<Item = String>) -> Form {
        let text = array(elements);
        Form { name, written: text.clone(), read: text }
    }
}

fn array(elements: impl Iterator<Item = String>) -> String {
    format!("[{}]", elements.collect::<Vec<_>>().join(","))
}

/// All rows.
pub(crate) fn run(race: &mut Race) -> Result<()> {
    let events = events();
    let each = |form: fn(&str, &str) -> String| {
        events.iter().map(move |(name, payload)| form(name, payload))
    };
    let external =
        Form::new("external", each(|name, payload| format!(r#"{{"{name}":{payload}}}"#)));
    let internal = Form::new(
        "internal, tag first",
        each(|name, payload| format!(r#"{{"type":"{name}",{}"#, &payload[1..])),
    );
    let tag_last = |name: &str, payload: &str| {
        format!(r#"{},"type":"{name}"}}"#, &payload[..payload.len() - 1])
    };
    let internal_last = Form {
        name: "internal, tag last",
        read: array(each(tag_last)),
        written: internal.written.clone(),
    };
    let adjacent = Form::new(
        "adjacent",
        each(|name, payload| format!(r#"{{"type":"{name}","data":{payload}}}"#)),
    );
    let untagged = Form::new("untagged", each(|_, payload| payload.to_owned()));
    let mut rng = Rng::with_seed(7);
    let flat = Form::new("flat", (0..COUNT).map(|_| record(&mut rng)));
    let flattened =
        Form { name: "flattened", read: flat.read.clone(), written: flat.written.clone() };

    form::<External, External>(race, &external, &external)?;
    form::<External, Internal>(race, &external, &internal)?;
    form::<External, Internal>(race, &external, &internal_last)?;
    form::<External, Adjacent>(race, &external, &adjacent)?;
    form::<External, Untagged>(race, &external, &untagged)?;
    form::<Flat, Flat>(race, &flat, &flat)?;
    form::<Flat, Flattened>(race, &flat, &flattened)
}

/// Both rows of a form of which `Base` is the plain one.
fn form<Base: Element, T: Element>(race: &mut Race, base: &Form, form: &Form) -> Result<()> {
    if race.wants(Direction::DecodeForms, form.name) {
        verify::<T>(form)?;
        no_more_allocations::<Base, T>(base, form)?;
        let mut contenders = [
            Contender::decoder("fastjson", &form.read, fastjson::from_str::<Vec<T>>),
            Contender::decoder("serde_json", &form.read, serde_json::from_str::<Vec<T>>),
            Contender::decoder("fastjson, base", &base.read, fastjson::from_str::<Vec<Base>>),
            Contender::decoder("serde_json, base", &base.read, serde_json::from_str::<Vec<Base>>),
        ];
        let unit = Unit::documents(form.read.len(), COUNT);
        race.row(Direction::DecodeForms, form.name, unit, &mut contenders)?;
    }
    // Where the tag stands when it is read makes no difference to the writer.
    if form.read == form.written && race.wants(Direction::EncodeForms, form.name) {
        verify::<T>(form)?;
        let values: Vec<T> = serde_json::from_str(&form.read)?;
        let base_values: Vec<Base> = serde_json::from_str(&base.read)?;
        let mut contenders = [
            Contender::encoder("fastjson", |buffer| {
                fastjson::encode_into(black_box(&values), buffer)
            }),
            Contender::encoder("serde_json", |buffer| {
                serde_json::to_writer(buffer, black_box(&values))
            }),
            Contender::encoder("fastjson, base", |buffer| {
                fastjson::encode_into(black_box(&base_values), buffer)
            }),
            Contender::encoder("serde_json, base", |buffer| {
                serde_json::to_writer(buffer, black_box(&base_values))
            }),
        ];
        let unit = Unit::documents(form.written.len(), COUNT);
        race.row(Direction::EncodeForms, form.name, unit, &mut contenders)?;
    }
    Ok(())
}

/// Both libraries read the same and write what is expected.
fn verify<T: Element>(form: &Form) -> Result<()> {
    let values: Vec<T> = fastjson::from_str(&form.read)?;
    let theirs: Vec<T> = serde_json::from_str(&form.read)?;
    ensure!(values.len() == COUNT, "{}: {} elements", form.name, values.len());
    ensure!(values == theirs, "{}: the libraries read different values", form.name);
    ensure!(fastjson::to_string(&values)? == form.written, "{}: fastjson writes it", form.name);
    ensure!(serde_json::to_string(&values)? == form.written, "{}: serde_json does", form.name);
    Ok(())
}

/// Nothing is buffered: a form takes no more blocks than the plain one, and no more bytes but for elements that are larger.
fn no_more_allocations<Base: Element, T: Element>(base: &Form, form: &Form) -> Result<()> {
    let (values, plain) = allocations::count(|| fastjson::from_str::<Vec<Base>>(&base.read));
    values?;
    let (values, found) = allocations::count(|| fastjson::from_str::<Vec<T>>(&form.read));
    let larger = values?.capacity() * size_of::<T>().saturating_sub(size_of::<Base>());
    ensure!(
        found.count <= plain.count && found.bytes <= plain.bytes + larger as u64,
        "{}: {found:?}, but {}: {plain:?}",
        form.name,
        base.name,
    );
    Ok(())
}

/// The names of the variants in no order that a branch predictor learns, and the JSON of what they hold.
fn events() -> Vec<(&'static str, String)> {
    let mut rng = Rng::with_seed(6);
    (0..COUNT).map(|_| event(&mut rng)).collect()
}

fn event(rng: &mut Rng) -> (&'static str, String) {
    let text = |rng: &mut Rng, max| {
        let len = rng.usize(3..max);
        std::iter::repeat_with(|| rng.lowercase()).take(len).collect::<String>()
    };
    // Of few digits, which both libraries read exactly.
    let float = |rng: &mut Rng| f64::from(rng.u32(..1_000_000)) / 100.0;
    match rng.u8(..4) {
        0 => {
            let agent = match rng.bool() {
                true => format!("\"{}\"", text(rng, 30)),
                false => "null".to_owned(),
            };
            let (user, name, admin) = (rng.u32(..), text(rng, 12), rng.bool());
            let payload =
                format!(r#"{{"user":{user},"name":"{name}","admin":{admin},"agent":{agent}}}"#);
            ("Login", payload)
        }
        1 => {
            let (order, item, quantity) = (rng.u64(..1 << 40), text(rng, 20), rng.u32(1..100));
            let price = float(rng);
            let payload = format!(
                r#"{{"order":{order},"item":"{item}","price":{price:?},"quantity":{quantity}}}"#
            );
            ("Purchase", payload)
        }
        2 => {
            let (sensor, unit, valid) = (rng.i32(-1_000..1_000), text(rng, 6), rng.bool());
            let value = float(rng);
            let payload = format!(
                r#"{{"sensor":{sensor},"value":{value:?},"unit":"{unit}","valid":{valid}}}"#
            );
            ("Reading", payload)
        }
        _ => {
            let reply_to = match rng.bool() {
                true => rng.u32(..).to_string(),
                false => "null".to_owned(),
            };
            let (sender, text, urgent) = (rng.u32(..), text(rng, 60), rng.bool());
            let payload = format!(
                r#"{{"sender":{sender},"text":"{text}","urgent":{urgent},"reply_to":{reply_to}}}"#
            );
            ("Message", payload)
        }
    }
}

fn record(rng: &mut Rng) -> String {
    let word = |rng: &mut Rng, max| {
        let len = rng.usize(3..max);
        std::iter::repeat_with(|| rng.lowercase()).take(len).collect::<String>()
    };
    let degrees = |rng: &mut Rng| f64::from(rng.i32(-18_000..18_000)) / 100.0;
    let source = if rng.bool() { "\"gps\"" } else { "null" };
    let (id, name, active) = (rng.u32(..), word(rng, 12), rng.bool());
    let (lat, lon, accuracy) = (degrees(rng), degrees(rng), rng.u32(..500));
    let note = word(rng, 40);
    format!(
        r#"{{"id":{id},"name":"{name}","active":{active},"lat":{lat:?},"lon":{lon:?},"accuracy":{accuracy},"source":{source},"note":"{note}"}}"#
    )
}
