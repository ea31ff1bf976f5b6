//! Strings of 1 byte to 100 MB, plain ones and ones with an escape here and there. What is beyond the caches is
//! the speed of memory and of fresh pages, so no bound is stated.

use anyhow::{Result, ensure};
use fastrand::Rng;

use crate::measure::Effort;

use super::section::{self, Measure, Section, Step, Task};

/// Strings in a pass, and bytes of a string.
const SIZES: [(usize, usize); 6] =
    [(1_000, 1), (500, 10), (200, 100), (20, 10_000), (1, 1_000_000), (1, 100_000_000)];

/// One byte in so many is escaped.
const ESCAPED: usize = 40;

const DECODE: &str = "decode";
const ENCODE: &str = "encode";
const DECODE_ESCAPED: &str = "decode, escapes";
const ENCODE_ESCAPED: &str = "encode, escapes";

pub(super) fn run(effort: Effort) -> Result<Section> {
    let mut works = Vec::new();
    for (count, len) in SIZES {
        works.push(Work::new(count, len, [DECODE, ENCODE], None)?);
    }
    for (count, len) in SIZES {
        works.push(Work::new(count, len, [DECODE_ESCAPED, ENCODE_ESCAPED], Some(ESCAPED))?);
    }
    Ok(Section {
        title: "bytes of a string",
        axis: "B of the string",
        measure: Measure::Rate,
        series: section::race(works.iter().flat_map(Work::steps).collect(), effort)?,
        bounds: Vec::new(),
        note: "beyond the caches this is the speed of memory and of fresh pages",
    })
}

/// Strings of one length, and their texts.
struct Work {
    names: [&'static str; 2],
    len: usize,
    strings: Vec<String>,
    texts: Vec<String>,
}

impl Work {
    fn new(
        count: usize,
        len: usize,
        names: [&'static str; 2],
        escaped: Option<usize>,
    ) -> Result<Work> {
        let mut rng = Rng::with_seed(len as u64);
        let mut work = Work { names, len, strings: Vec::new(), texts: Vec::new() };
        for _ in 0..count {
            let string: String = std::iter::repeat_with(|| match escaped {
                Some(every) if rng.usize(..every) == 0 => ['"', '\\', '\n', '\t'][rng.usize(..4)],
                _ => rng.alphanumeric(),
            })
            .take(len)
            .collect();
            let text = serde_json::to_string(&string)?;
            ensure!(
                fastjson::from_str::<String>(&text)? == string,
                "fastjson reads another string"
            );
            ensure!(serde_json::from_str::<String>(&text)? == string, "serde_json does");
            ensure!(fastjson::to_string(&string)? == text, "fastjson writes another text");
            work.strings.push(string);
            work.texts.push(text);
        }
        Ok(work)
    }

    fn steps(&self) -> [Step<'_>; 4] {
        let units = self.texts.iter().map(String::len).sum();
        let [decode, encode] =
            self.names.map(|name| Task { work: name, size: self.len as f64, units });
        let [ours, peer] = decode.decoders::<String>(&self.texts);
        let [our_encoder, peer_encoder] = encode.encoders(&self.strings);
        [ours, peer, our_encoder, peer_encoder]
    }
}
