//! Every key of serde, in every representation and in pairs, through fastjson and serde_json: the same bytes out, the same
//! values in, an error in both or in neither. Types carry serde's tags only.
//!
//! Where fastjson deliberately differs for whole classes of texts, [`listed`] names the row of `fastjson/differences.toml`.

#[path = "../differential/bend.rs"]
mod bend;
#[path = "../differential/compare.rs"]
mod compare;
mod listed;

pub(crate) use fastjson::{Decode, Encode, FastJson};

mod adjacent;
mod aliases;
mod borrowing;
mod bounds;
mod conversions;
mod defaults;
mod flat_enums;
mod flat_maps;
mod flat_strict;
mod flat_structs;
mod flat_variants;
mod identifiers;
mod in_place;
mod internal;
mod keys;
mod mixed;
mod options;
mod other;
mod payloads;

mod quirks;
mod quirks_of_names;
mod real;
mod recursion;
mod remote;
mod remote_self;
mod renames;
mod skips;
mod strict;
mod structs_as_arrays;
mod tagged_structs;
mod untagged;
mod with_fields;
mod with_variants;
