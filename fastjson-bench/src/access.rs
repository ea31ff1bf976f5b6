//! The experiment that started this project: reading two fields through a struct, and
//! through a string-keyed map of dynamic values. A `pair` is a struct with these two fields
//! alone, so the rest of the record is skipped.

use std::{collections::HashMap, error::Error, hint::black_box};

use anyhow::{Result, ensure};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::{
    documents::{Record, RecordPair},
    measure::Contender,
    race::Race,
    report::{Direction, Unit},
    workload::Workload,
};

const DECODED: &str = "decoded before";
const FROM_TEXT: &str = "decoded for it";

/// Something that has a record's `id` and `score`.
trait Pair {
    fn pair(&self) -> Option<(u64, f64)>;
}

impl Pair for Record {
    fn pair(&self) -> Option<(u64, f64)> {
        Some((self.id, self.score))
    }
}

impl Pair for RecordPair {
    fn pair(&self) -> Option<(u64, f64)> {
        Some((self.id, self.score))
    }
}

impl Pair for Map<String, Value> {
    fn pair(&self) -> Option<(u64, f64)> {
        Some((self.get("id")?.as_u64()?, self.get("score")?.as_f64()?))
    }
}

impl Pair for HashMap<String, Value> {
    fn pair(&self) -> Option<(u64, f64)> {
        Some((self.get("id")?.as_u64()?, self.get("score")?.as_f64()?))
    }
}

/// Both rows.
pub(crate) fn run(race: &mut Race, work: &Workload<Record>) -> Result<()> {
    // One operation is one field read.
    let fields = Unit::operations(2 * work.texts.len());
    if race.wants(Direction::Access, FROM_TEXT) {
        let mut contenders = [
            from_text("fastjson", work, fastjson::from_slice::<Record>)?,
            from_text("fastjson, pair", work, fastjson::from_slice::<RecordPair>)?,
            from_text("serde_json", work, serde_json::from_slice::<Record>)?,
            from_text("serde_json, pair", work, serde_json::from_slice::<RecordPair>)?,
            from_text("Value map", work, serde_json::from_slice::<Map<_, _>>)?,
            from_text("Value HashMap", work, serde_json::from_slice::<HashMap<_, _>>)?,
        ];
        race.row(Direction::Access, FROM_TEXT, fields, &mut contenders)?;
    }
    if race.wants(Direction::Access, DECODED) {
        let maps = decode_all::<Map<String, Value>>(work)?;
        let hash_maps = decode_all::<HashMap<String, Value>>(work)?;
        let mut contenders = [
            reader("fastjson", &work.values, &work.values)?,
            reader("Value map", &maps, &work.values)?,
            reader("Value HashMap", &hash_maps, &work.values)?,
        ];
        race.row(Direction::Access, DECODED, fields, &mut contenders)?;
    }
    Ok(())
}

fn decode_all<T: Pair + DeserializeOwned>(work: &Workload<Record>) -> Result<Vec<T>> {
    work.texts.iter().map(|text| Ok(serde_json::from_slice(text)?)).collect()
}

/// Reads from what is decoded already.
fn reader<'a, T: Pair>(
    name: &'static str,
    decoded: &'a [T],
    records: &[Record],
) -> Result<Contender<'a>> {
    for (item, record) in decoded.iter().zip(records) {
        verify(name, item, record)?;
    }
    let pass = move || {
        for item in decoded {
            black_box(black_box(item).pair());
        }
        Ok(())
    };
    Ok(Contender { name, pass: Box::new(pass) })
}

/// Decodes each text to read from it.
fn from_text<'a, T: Pair, E: Error + Send + Sync + 'static>(
    name: &'static str,
    work: &'a Workload<Record>,
    decode: impl Fn(&'a [u8]) -> Result<T, E> + 'a,
) -> Result<Contender<'a>> {
    for (text, record) in work.texts.iter().zip(&work.values) {
        verify(name, &decode(text)?, record)?;
    }
    let pass = move || {
        for text in &work.texts {
            let item = decode(black_box(text))?;
            black_box(item.pair());
        }
        Ok(())
    };
    Ok(Contender { name, pass: Box::new(pass) })
}

fn verify(name: &str, item: &impl Pair, record: &Record) -> Result<()> {
    let (found, expected) = (item.pair(), record.pair());
    ensure!(found == expected, "{name} reads {found:?} where {expected:?} is written");
    Ok(())
}
