//! Types that only have serde's traits, through the bridge and through serde_json: the same bytes out, the same values in, an error in both or in
//! neither. And what the bridge adds: places of errors, and limits.

#[path = "../differential/bend.rs"]
mod bend;
mod via;

mod auto;
mod borrowed;
mod differs;
mod enums;
mod flattened;
mod functions;
mod keys;
mod misbehaved;
mod nesting;
mod places;
mod scalars;
mod serde_json_types;
mod structs;
