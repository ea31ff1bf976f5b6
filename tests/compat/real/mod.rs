//! Types in the shape of what public crates read and write, with documents of their kind.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{Both, bends, read, write};

mod cargo;
mod geojson;
mod github;
mod gltf;
mod kubernetes;
mod lsp;
mod oci;
mod openapi;
mod rustdoc;

/// Any JSON.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Any {
    #[default]
    Null,
    Bool(bool),
    Integer(i64),
    Number(f64),
    Text(String),
    Array(Vec<Any>),
    Object(BTreeMap<String, Any>),
}

/// The document is read; written, it is read to the same value; and it may be bent.
#[track_caller]
fn document<T: Both>(text: &str) -> T {
    let value = read::<T>(text).unwrap_or_else(|| panic!("refused: {text}"));
    let written = write(&value).expect("a JSON form");
    assert_eq!(read::<T>(&written).as_ref(), Some(&value), "`{written}` reads back otherwise");
    bends::<T>(&written);
    value
}
