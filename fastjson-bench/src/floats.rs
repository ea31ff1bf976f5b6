//! The price of a float: canada's numbers through the printers that decide its encode
//! row. serde_json's newest release prints by zmij, older ones by ryu.

use std::hint::black_box;

use anyhow::{Result, ensure};

use crate::{
    documents::{Canada, Document},
    measure::Contender,
    race::Race,
    report::{Direction, Unit},
    workload::Workload,
};

const ROW: &str = "numbers of canada";

/// The row.
pub(crate) fn run(race: &mut Race, work: &mut Workload<Canada>) -> Result<()> {
    if !race.wants(Direction::Floats, ROW) {
        return Ok(());
    }
    let mut numbers = Vec::new();
    work.values.each_float(&mut |float| numbers.push(*float));
    for &number in &numbers {
        for text in [ryu::Buffer::new().format(number), zmij::Buffer::new().format(number)] {
            ensure!(text.parse() == Ok(number), "{number:?} is printed as {text}");
        }
        let text = fastjson::to_string(&number)?;
        ensure!(text.parse() == Ok(number), "fastjson prints {number:?} as {text}");
    }
    let ryu = || {
        let mut buffer = ryu::Buffer::new();
        for &number in &numbers {
            black_box(buffer.format(black_box(number)));
        }
        Ok(())
    };
    let zmij = || {
        let mut buffer = zmij::Buffer::new();
        for &number in &numbers {
            black_box(buffer.format(black_box(number)));
        }
        Ok(())
    };
    // Through the public door, so a call and a capacity check are part of it.
    let mut text = Vec::new();
    let fastjson = || {
        for &number in &numbers {
            text.clear();
            fastjson::encode_into(black_box(&number), &mut text)?;
            black_box(&text);
        }
        Ok(())
    };
    let mut contenders = [
        Contender { name: "fastjson", pass: Box::new(fastjson) },
        Contender { name: "ryu", pass: Box::new(ryu) },
        Contender { name: "zmij", pass: Box::new(zmij) },
    ];
    race.row(Direction::Floats, ROW, Unit::operations(numbers.len()), &mut contenders)
}
