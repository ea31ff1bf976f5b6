//! The expansion meets nothing of the user's, wherever the derive stands and whatever is called like something of ours:
//! that these modules compile is the test; each also goes through a round trip.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![deny(
    clippy::pedantic,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    rust_2018_idioms,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unreachable_pub,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]

mod constants;
mod deprecated;
mod forms;
mod fragments;
mod generics;
mod idents;
mod in_functions;
mod lifetimes;
mod no_prelude;
mod packed;
mod remote;
mod renamed;
mod shadowed;
mod visibility;

/// Encodes, compares, decodes, and compares again.
#[track_caller]
fn round_trip<T>(value: &T, text: &str)
where
    T: fastjson::Encode + fastjson::DecodeOwned + PartialEq + std::fmt::Debug,
{
    assert_eq!(fastjson::to_string(value).expect("encodes"), text);
    assert_eq!(&fastjson::from_str::<T>(text).expect("decodes"), value);
}
