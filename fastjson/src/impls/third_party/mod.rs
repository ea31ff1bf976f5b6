//! The codecs of other crates' types, one file a crate.
//!
//! To add a crate: an optional dependency without its default features (`std` passes on: `std = [… "the_crate?/std"]`), a feature of its name
//! that is `["dep:the_crate"]`, a file here under that feature, a row in the table of features in `lib.rs`, and cases in `tests`, where its type
//! goes through fastjson and serde_json and must come out alike. The JSON is that of the crate's own serde impls. Write the impls by
//! hand where that is short; a type whose serde impl does the work is one line through the bridge:
//!
//! ```text
//! impl Encode for Theirs {
//!     fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
//!         Serde::encode_as(self, w)
//!     }
//! }
//! ```
//!
//! (the crate's feature then names `serde`). Types that may hold themselves call `enter` on the way down in both directions.

#[cfg(feature = "serde_json")]
mod serde_json;
