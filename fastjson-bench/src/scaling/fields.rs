//! Structs of 1 to 1,000 fields: in the order of their declaration, and in another order in every object.

use std::{fmt::Write, hint::black_box};

use anyhow::{Result, ensure};
use fastjson::{DecodeOwned, Encode};
use fastrand::Rng;
use serde::{Serialize, de::DeserializeOwned};

use crate::measure::Effort;

use super::{
    section::{self, Measure, OURS, PEER, Pass, Section, Step},
    structs::{Flat, Hundred, One, Ten, Thousand},
};

/// The time per field stays within two times.
const LIMIT: f64 = 2.0;

/// Fields of an array, whatever its structs are: what a document costs in itself is spread over as many. (And so many that the lengths of their
/// integers, which are of chance, are learned by no branch predictor. Of 10,000, those of large structs are and those of small ones are not:
/// 3.4 and 11 ns per field, where code and integers are the same.)
const FIELDS: usize = 100_000;

const IN_ORDER: &str = "decode, in order";
const SHUFFLED: &str = "decode, shuffled";
const ENCODE: &str = "encode";

pub(super) fn run(effort: Effort) -> Result<Section> {
    let mut steps = both::<One>()?;
    steps.extend(both::<Ten>()?);
    steps.extend(both::<Hundred>()?);
    #[cfg(feature = "serde-thousand")]
    steps.extend(both::<Thousand>()?);
    #[cfg(not(feature = "serde-thousand"))]
    steps.extend(ours::<Thousand>(&Texts::of::<Thousand>())?);
    let series = section::race(steps, effort)?;
    let bounds = [IN_ORDER, SHUFFLED, ENCODE].map(|work| section::bound(&series, work, 0.0, LIMIT));
    Ok(Section {
        title: "fields of a struct",
        axis: "fields of the struct",
        measure: Measure::TimePer("field"),
        series,
        bounds: bounds.into(),
        note: if cfg!(feature = "serde-thousand") {
            ""
        } else {
            "serde_json reads and writes 1,000 fields with `--features serde-thousand`; serde's derive for them takes minutes to compile"
        },
    })
}

/// Arrays of one struct, of the same values.
struct Texts {
    values: Vec<u64>,
    in_order: String,
    shuffled: String,
}

impl Texts {
    fn of<T: Flat>() -> Texts {
        let fields = T::FIELD_NAMES.len();
        let mut rng = Rng::with_seed(fields as u64);
        let mut objects: Vec<Vec<(&str, u64)>> = Vec::new();
        for _ in 0..FIELDS / fields {
            // As many digits as chance will have.
            let members = T::FIELD_NAMES.iter().map(|name| (*name, rng.u64(..) >> rng.u32(..64)));
            objects.push(members.collect());
        }
        let values = objects.iter().flatten().map(|(_, value)| *value).collect();
        let in_order = array(&objects);
        for object in &mut objects {
            rng.shuffle(object);
        }
        Texts { values, in_order, shuffled: array(&objects) }
    }

    /// Whether these are the values.
    fn ensure<T: Flat>(&self, library: &str, read: &[T]) -> Result<()> {
        let fields = T::FIELD_NAMES.len();
        ensure!(
            read.iter().flat_map(Flat::values).eq(self.values.iter().copied()),
            "{library} reads other values of {fields} fields"
        );
        Ok(())
    }

    /// Whether this is the text.
    fn ensure_written<T: Flat>(&self, library: &str, text: &str) -> Result<()> {
        let fields = T::FIELD_NAMES.len();
        ensure!(text == self.in_order, "{library} writes another text of {fields} fields");
        Ok(())
    }

    fn step<T: Flat>(
        &self,
        library: &'static str,
        work: &'static str,
        pass: Pass<'static>,
    ) -> Step<'static> {
        let size = T::FIELD_NAMES.len() as f64;
        Step { library, work, size, units: self.values.len(), pass }
    }
}

/// The steps of both libraries, verified.
fn both<T>() -> Result<Vec<Step<'static>>>
where
    T: Flat + Encode + DecodeOwned + Serialize + DeserializeOwned + 'static,
{
    let texts = Texts::of::<T>();
    let mut steps = ours::<T>(&texts)?;
    let values: Vec<T> = serde_json::from_str(&texts.in_order)?;
    texts.ensure(PEER, &values)?;
    texts.ensure(PEER, &serde_json::from_str::<Vec<T>>(&texts.shuffled)?)?;
    texts.ensure_written::<T>(PEER, &serde_json::to_string(&values)?)?;
    let decoder = |text: &String| decoder(text, |text| Ok(serde_json::from_str::<Vec<T>>(text)?));
    let encoder = encoder(move |buffer| Ok(serde_json::to_writer(buffer, black_box(&values))?));
    steps.push(texts.step::<T>(PEER, IN_ORDER, decoder(&texts.in_order)));
    steps.push(texts.step::<T>(PEER, SHUFFLED, decoder(&texts.shuffled)));
    steps.push(texts.step::<T>(PEER, ENCODE, encoder));
    Ok(steps)
}

/// Those of fastjson, verified.
fn ours<T: Flat + Encode + DecodeOwned + 'static>(texts: &Texts) -> Result<Vec<Step<'static>>> {
    let values: Vec<T> = fastjson::from_str(&texts.in_order)?;
    texts.ensure(OURS, &values)?;
    texts.ensure(OURS, &fastjson::from_str::<Vec<T>>(&texts.shuffled)?)?;
    texts.ensure_written::<T>(OURS, &fastjson::to_string(&values)?)?;
    let decoder = |text: &String| decoder(text, |text| Ok(fastjson::from_str::<Vec<T>>(text)?));
    let encoder = encoder(move |buffer| Ok(fastjson::encode_into(black_box(&values), buffer)?));
    Ok(vec![
        texts.step::<T>(OURS, IN_ORDER, decoder(&texts.in_order)),
        texts.step::<T>(OURS, SHUFFLED, decoder(&texts.shuffled)),
        texts.step::<T>(OURS, ENCODE, encoder),
    ])
}

fn decoder<T>(text: &str, decode: impl Fn(&str) -> Result<T> + 'static) -> Pass<'static> {
    let text = text.to_owned();
    Box::new(move || {
        black_box(&decode(black_box(&text))?);
        Ok(())
    })
}

fn encoder(encode: impl Fn(&mut Vec<u8>) -> Result<()> + 'static) -> Pass<'static> {
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
