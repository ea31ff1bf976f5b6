//! Structs of 1 to 1,000 fields: in the order of their declaration, and in another order in every object.

use std::{fmt::Write, hint::black_box};

use anyhow::{Result, ensure};
use fastjson::{DecodeOwned, Encode};
use fastrand::Rng;
use serde::{Serialize, de::DeserializeOwned};

use crate::measure::Effort;

use super::{
    section::{self, Measure, OURS, PEER, Section, Step},
    structs::{Flat, Hundred, One, Ten, Thousand},
};

/// The time per field stays within two times.
const LIMIT: f64 = 2.0;

/// Fields of an array, whatever its structs are: what a document costs in itself is spread over as many.
const FIELDS: usize = 10_000;

const IN_ORDER: &str = "decode, in order";
const SHUFFLED: &str = "decode, shuffled";
const ENCODE: &str = "encode";

pub(super) fn run(effort: Effort) -> Result<Section> {
    let mut steps = Vec::new();
    steps.extend(struct_of::<One>()?);
    steps.extend(struct_of::<Ten>()?);
    steps.extend(struct_of::<Hundred>()?);
    steps.extend(struct_of::<Thousand>()?);
    let series = section::race(steps, effort)?;
    let bounds = [IN_ORDER, SHUFFLED, ENCODE].map(|work| section::bound(&series, work, 0.0, LIMIT));
    Ok(Section {
        title: "fields of a struct",
        axis: "fields of the struct",
        measure: Measure::TimePer("field"),
        series,
        bounds: bounds.into(),
    })
}

/// All steps of one struct, verified.
fn struct_of<T>() -> Result<Vec<Step<'static>>>
where
    T: Flat + Encode + DecodeOwned + Serialize + DeserializeOwned + PartialEq + 'static,
{
    let fields = T::FIELD_NAMES.len();
    let mut rng = Rng::with_seed(fields as u64);
    let mut objects: Vec<Vec<(&str, u64)>> = Vec::new();
    for _ in 0..FIELDS / fields {
        // As many digits as chance will have.
        let members = T::FIELD_NAMES.iter().map(|name| (*name, rng.u64(..) >> rng.u32(..64)));
        objects.push(members.collect());
    }
    let in_order = array(&objects);
    for object in &mut objects {
        rng.shuffle(object);
    }
    let shuffled = array(&objects);

    let values: Vec<T> = serde_json::from_str(&in_order)?;
    for text in [&in_order, &shuffled] {
        ensure!(fastjson::from_str::<Vec<T>>(text)? == values, "fastjson, {fields} fields");
        ensure!(serde_json::from_str::<Vec<T>>(text)? == values, "serde_json, {fields} fields");
    }
    ensure!(fastjson::to_string(&values)? == in_order, "fastjson writes {fields} fields");
    ensure!(serde_json::to_string(&values)? == in_order, "serde_json writes {fields} fields");

    let peer_values: Vec<T> = serde_json::from_str(&in_order)?;
    let step = |library, work, pass| Step {
        library,
        work,
        size: fields as f64,
        units: values_of(fields),
        pass,
    };
    Ok(vec![
        step(
            OURS,
            IN_ORDER,
            decoder(in_order.clone(), |text| Ok(fastjson::from_str::<Vec<T>>(text)?)),
        ),
        step(PEER, IN_ORDER, decoder(in_order, |text| Ok(serde_json::from_str::<Vec<T>>(text)?))),
        step(
            OURS,
            SHUFFLED,
            decoder(shuffled.clone(), |text| Ok(fastjson::from_str::<Vec<T>>(text)?)),
        ),
        step(PEER, SHUFFLED, decoder(shuffled, |text| Ok(serde_json::from_str::<Vec<T>>(text)?))),
        step(
            OURS,
            ENCODE,
            encoder(move |buffer| Ok(fastjson::encode_into(black_box(&values), buffer)?)),
        ),
        step(
            PEER,
            ENCODE,
            encoder(move |buffer| Ok(serde_json::to_writer(buffer, black_box(&peer_values))?)),
        ),
    ])
}

fn values_of(fields: usize) -> usize {
    FIELDS / fields * fields
}

type Pass = Box<dyn FnMut() -> Result<()>>;

fn decoder<T>(text: String, decode: impl Fn(&str) -> Result<T> + 'static) -> Pass {
    Box::new(move || {
        black_box(&decode(black_box(&text))?);
        Ok(())
    })
}

fn encoder(encode: impl Fn(&mut Vec<u8>) -> Result<()> + 'static) -> Pass {
    let mut buffer = Vec::new();
    Box::new(move || {
        buffer.clear();
        encode(&mut buffer)?;
        black_box(&buffer);
        Ok(())
    })
}

fn array(objects: &[Vec<(&str, u64)>]) -> String {
    let mut text = String::from("[");
    for (index, object) in objects.iter().enumerate() {
        text.push_str(if index == 0 { "{" } else { ",{" });
        for (index, (name, value)) in object.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            let _ = write!(text, "{comma}\"{name}\":{value}");
        }
        text.push('}');
    }
    text.push(']');
    text
}
