//! The rows of the race: each verifies its candidates first and then lets them take turns.

use std::hint::black_box;

use anyhow::Result;

use crate::{
    candidates::{Candidate, Dynamic, Fastjson, SerdeJson, SimdJson, Sonic},
    documents::Document,
    measure::Contender,
    race::Race,
    report::{Direction, Unit},
    verify,
    workload::{Workload, Workloads},
};

/// Runs `$body` once for each candidate, with `$candidate` as its type.
macro_rules! each_candidate {
    ($candidate:ident => $body:expr) => {{
        {
            type $candidate = Fastjson;
            $body
        }
        {
            type $candidate = Dynamic;
            $body
        }
        {
            type $candidate = SerdeJson;
            $body
        }
        {
            type $candidate = Sonic;
            $body
        }
        {
            type $candidate = SimdJson;
            $body
        }
    }};
}

/// All rows that decode or encode whole documents.
pub(crate) fn run(race: &mut Race, work: &mut Workloads) -> Result<()> {
    decode(race, &mut work.twitter)?;
    decode(race, &mut work.twitter_minified)?;
    decode(race, &mut work.tweets)?;
    decode(race, &mut work.citm)?;
    decode(race, &mut work.citm_minified)?;
    decode(race, &mut work.canada)?;
    decode(race, &mut work.records)?;
    decode(race, &mut work.array)?;
    decode(race, &mut work.orders)?;
    for direction in [Direction::EncodeFresh, Direction::EncodeReused] {
        encode(race, direction, &mut work.twitter)?;
        encode(race, direction, &mut work.citm)?;
        encode(race, direction, &mut work.canada)?;
        encode(race, direction, &mut work.records)?;
        encode(race, direction, &mut work.array)?;
        encode(race, direction, &mut work.orders)?;
    }
    Ok(())
}

fn decode<T: Document>(race: &mut Race, work: &mut Workload<T>) -> Result<()> {
    if !race.wants(Direction::Decode, work.name) {
        return Ok(());
    }
    each_candidate!(C => {
        let inexact = verify::decoding::<C, T>(work)?;
        if inexact > 0 {
            race.note(format!(
                "{} reads {inexact} floats of {} as a neighbour of the nearest float",
                C::NAME, work.name,
            ));
        }
    });
    let mut contenders = Vec::new();
    each_candidate!(C => contenders.push(decoder::<C, T>(&work.texts)));
    let bytes = work.texts.iter().map(Vec::len).sum();
    let unit = Unit::documents(bytes, work.texts.len());
    race.row(Direction::Decode, work.name, unit, &mut contenders)
}

fn encode<T: Document>(
    race: &mut Race,
    direction: Direction,
    work: &mut Workload<T>,
) -> Result<()> {
    if !race.wants(direction, work.name) {
        return Ok(());
    }
    each_candidate!(C => verify::encoding::<C, T>(work)?);
    let mut contenders = Vec::new();
    match direction {
        Direction::EncodeReused => {
            each_candidate!(C => contenders.push(encoder_reused::<C, T>(&work.values)));
        }
        _ => each_candidate!(C => contenders.push(encoder_fresh::<C, T>(&work.values))),
    }
    let mut bytes = 0;
    for value in &work.values {
        bytes += SerdeJson.encode(value)?.len();
    }
    let unit = Unit::documents(bytes, work.values.len());
    race.row(direction, work.name, unit, &mut contenders)
}

/// A candidate that decodes every text.
pub(crate) fn decoder<C: Candidate, T: Document>(texts: &[Vec<u8>]) -> Contender<'_> {
    let mut candidate = C::default();
    let pass = move || {
        for text in texts {
            let value: T = candidate.decode(black_box(text))?;
            black_box(&value);
        }
        Ok(())
    };
    Contender { name: C::NAME, pass: Box::new(pass) }
}

fn encoder_fresh<C: Candidate, T: Document>(values: &[T]) -> Contender<'_> {
    let candidate = C::default();
    let pass = move || {
        for value in values {
            let text = candidate.encode(black_box(value))?;
            black_box(&text);
        }
        Ok(())
    };
    Contender { name: C::NAME, pass: Box::new(pass) }
}

fn encoder_reused<C: Candidate, T: Document>(values: &[T]) -> Contender<'_> {
    let candidate = C::default();
    let mut text = Vec::new();
    let pass = move || {
        for value in values {
            text.clear();
            candidate.encode_into(black_box(value), &mut text)?;
            black_box(&text);
        }
        Ok(())
    };
    Contender { name: C::NAME, pass: Box::new(pass) }
}
