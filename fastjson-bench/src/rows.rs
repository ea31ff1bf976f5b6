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

pub(crate) use each_candidate;

/// All rows that decode or encode whole documents.
pub(crate) fn run(race: &mut Race, work: &mut Workloads) -> Result<()> {
    decode(race, &mut work.twitter)?;
    decode(race, &mut work.twitter_minified)?;
    decode(race, &mut work.tweets)?;
    decode(race, &mut work.citm)?;
    decode(race, &mut work.citm_minified)?;
    decode(race, &mut work.canada)?;
    decode(race, &mut work.records)?;
    decode(race, &mut work.sorted_records)?;
    decode(race, &mut work.shuffled_records)?;
    decode(race, &mut work.places)?;
    decode(race, &mut work.answers)?;
    decode(race, &mut work.messages)?;
    decode(race, &mut work.tables)?;
    decode(race, &mut work.trees)?;
    decode(race, &mut work.formulas)?;
    decode(race, &mut work.tabbed_formulas)?;
    decode(race, &mut work.array)?;
    decode(race, &mut work.spaced_array)?;
    decode(race, &mut work.lines)?;
    decode(race, &mut work.orders)?;
    for direction in [Direction::EncodeFresh, Direction::EncodeReused] {
        encode(race, direction, &mut work.twitter)?;
        encode(race, direction, &mut work.citm)?;
        encode(race, direction, &mut work.canada)?;
        encode(race, direction, &mut work.records)?;
        encode(race, direction, &mut work.array)?;
        encode(race, direction, &mut work.formulas)?;
        encode(race, direction, &mut work.lines)?;
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
    each_candidate!(C => contenders.push(decoder::<C, T>(work)));
    race.row(Direction::Decode, work.name, unit(&work.texts), &mut contenders)
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
            each_candidate!(C => contenders.push(encoder_reused::<C, T>(work)));
        }
        _ => each_candidate!(C => contenders.push(encoder_fresh::<C, T>(work))),
    }
    let texts = work.documents().map(|values| work.layout.encode(&SerdeJson, values));
    let texts: Vec<_> = texts.collect::<Result<_, _>>()?;
    race.row(direction, work.name, unit(&texts), &mut contenders)
}

/// An operation is a text.
pub(crate) fn unit(texts: &[Vec<u8>]) -> Unit {
    Unit::documents(texts.iter().map(Vec::len).sum(), texts.len())
}

/// A candidate that decodes every text.
pub(crate) fn decoder<C: Candidate, T: Document>(work: &Workload<T>) -> Contender<'_> {
    let mut candidate = C::default();
    let pass = move || {
        for text in &work.texts {
            work.layout.decode(&mut candidate, black_box(text), |value: T| {
                black_box(&value);
            })?;
        }
        Ok(())
    };
    Contender { name: C::NAME, pass: Box::new(pass) }
}

fn encoder_fresh<C: Candidate, T: Document>(work: &Workload<T>) -> Contender<'_> {
    let candidate = C::default();
    let pass = move || {
        for values in work.documents() {
            let text = work.layout.encode(&candidate, black_box(values))?;
            black_box(&text);
        }
        Ok(())
    };
    Contender { name: C::NAME, pass: Box::new(pass) }
}

fn encoder_reused<C: Candidate, T: Document>(work: &Workload<T>) -> Contender<'_> {
    let candidate = C::default();
    let mut text = Vec::new();
    let pass = move || {
        for values in work.documents() {
            text.clear();
            work.layout.encode_into(&candidate, black_box(values), &mut text)?;
            black_box(&text);
        }
        Ok(())
    };
    Contender { name: C::NAME, pass: Box::new(pass) }
}
