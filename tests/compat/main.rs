//! Every key of serde, in every representation and in pairs, through fastjson and serde_json: the same bytes out, the same
//! values in, an error in both or in neither. Types carry serde's tags only.
//!
//! What the lists of accepted and refused texts say is serde_json's verdict: without the feature `ours` they run against
//! serde_json alone.

#[path = "../differential/bend.rs"]
mod bend;
#[cfg(feature = "ours")]
#[path = "../differential/compare.rs"]
mod compare;
#[cfg(not(feature = "ours"))]
#[path = "serde_only.rs"]
mod compare;

#[cfg(feature = "ours")]
pub(crate) use fastjson::{Decode, Encode, FastJson};
#[cfg(not(feature = "ours"))]
pub(crate) use fastjson_stand_in::{Decode, Encode, FastJson};

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
mod renames;
mod skips;
mod strict;
mod structs_as_arrays;
mod tagged_structs;
mod untagged;
mod with_fields;
mod with_variants;
