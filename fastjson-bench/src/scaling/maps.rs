//! Maps of up to a million keys. A tree map's time grows with the logarithm of its length, and any large map's with the
//! caches that it no longer fits, in every library alike; so no bound is stated.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Result, ensure};
use fastjson::{DecodeOwned, Encode};
use fastrand::Rng;
use serde::{Serialize, de::DeserializeOwned};

use crate::measure::Effort;

use super::section::{self, Measure, Section, Task};

/// Keys of a map; small maps come in hundreds.
const SIZES: [(usize, usize); 5] = [(1_000, 1), (300, 10), (50, 100), (1, 10_000), (1, 1_000_000)];

const TREE: &str = "decode BTreeMap";
const IN_ORDER: &str = "the same, in order";
const HASH: &str = "decode HashMap";
const ENCODE: &str = "encode BTreeMap";

pub(super) fn run(effort: Effort) -> Result<Section> {
    let mut works = Vec::new();
    for (maps, keys) in SIZES {
        works.push(Work::new(maps, keys)?);
    }
    let mut steps = Vec::new();
    for work in &works {
        let task = |name| Task { work: name, size: work.keys as f64, units: work.units };
        steps.extend(task(TREE).decoders::<BTreeMap<String, u64>>(&work.texts));
        steps.extend(task(IN_ORDER).decoders::<BTreeMap<String, u64>>(&work.in_order));
        steps.extend(task(HASH).decoders::<HashMap<String, u64>>(&work.texts));
        steps.extend(task(ENCODE).encoders(&work.maps));
    }
    Ok(Section {
        title: "keys of a map",
        axis: "keys of the map",
        measure: Measure::TimePer("key"),
        series: section::race(steps, effort)?,
        bounds: Vec::new(),
        note: "a tree's time per key grows with the logarithm of its length, and every large map's with the caches it does not fit",
    })
}

/// Maps of one size, and their texts in an order that is not the tree's and in that.
struct Work {
    keys: usize,
    units: usize,
    maps: Vec<BTreeMap<String, u64>>,
    texts: Vec<String>,
    in_order: Vec<String>,
}

impl Work {
    fn new(count: usize, keys: usize) -> Result<Work> {
        let mut rng = Rng::with_seed(keys as u64);
        let mut work = Work {
            keys,
            units: count * keys,
            maps: Vec::new(),
            texts: Vec::new(),
            in_order: Vec::new(),
        };
        for _ in 0..count {
            let members: HashMap<String, u64> = (0..keys)
                .map(|index| {
                    (format!("key {index} of {}", rng.u32(..)), rng.u64(..) >> rng.u32(..64))
                })
                .collect();
            let text = serde_json::to_string(&members)?;
            let tree: BTreeMap<_, _> = members.clone().into_iter().collect();
            verify(&text, &tree)?;
            verify(&text, &members)?;
            let in_order = serde_json::to_string(&tree)?;
            verify(&in_order, &tree)?;
            work.in_order.push(in_order);
            work.maps.push(tree);
            work.texts.push(text);
        }
        Ok(work)
    }
}

/// Both libraries read this map and write the same text of it.
fn verify<M>(text: &str, map: &M) -> Result<()>
where
    M: Encode + DecodeOwned + Serialize + DeserializeOwned + PartialEq,
{
    ensure!(fastjson::from_str::<M>(text)? == *map, "fastjson reads another map");
    ensure!(serde_json::from_str::<M>(text)? == *map, "serde_json reads another map");
    ensure!(
        fastjson::to_string(map)? == serde_json::to_string(map)?,
        "the libraries write different maps"
    );
    Ok(())
}
