//! The same types through fastjson and serde_json: the same bytes out, the same values in, an error in both or in neither.
//!
//! Types carry serde's derives and ours, and serde's tags only, so what is compared is also that these are read as serde reads
//! them. What fastjson does otherwise on purpose stands in `fastjson/differences.toml`; [`differences`] runs each case of that table.

mod bend;
mod compare;
mod definitions;
mod differences;
mod listed;

mod arrays;
mod defaults;
mod enums;
mod flattened;
mod floats;
mod generics;
mod integers;
mod lookup;
mod maps;
mod names;
mod recursive;
mod sequences;
mod skips;
mod std_cells;
mod std_misc;
mod std_net;
mod std_numbers;
mod std_paths;
mod std_ranges;
mod std_time;
mod strangers;
mod streams;
mod strictness;
mod strings;
mod structs;
mod transparent;
mod variants;
mod wrappers;
