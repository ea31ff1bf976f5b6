//! The documents that get broken, and their types.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Order {
    id: u64,
    customer: Customer,
    line_items: Vec<Item>,
    status: Status,
    #[serde(default)]
    totals: BTreeMap<String, f64>,
    note: Option<String>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(deny_unknown_fields)]
struct Customer {
    name: String,
    #[serde(alias = "VIP")]
    vip: bool,
    grade: char,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Item {
    sku: String,
    price: f64,
    #[serde(default)]
    count: i16,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) enum Status {
    Open,
    Shipped { at: String, by: Option<String> },
    Paid(f32, String),
    Returned(Vec<u8>),
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Numbers {
    bytes: [u8; 4],
    wide: (i128, u128),
    floats: Vec<f64>,
    singles: Vec<f32>,
    keyed: BTreeMap<i32, Option<bool>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Line<'a> {
    level: &'a str,
    text: Cow<'a, str>,
    nothing: (),
}

/// Compact, in the declared order.
pub(crate) const ORDER: &str = r#"{"id":18446744073709551615,"customer":{"name":"Ada \"L\"","vip":true,"grade":"A"},"lineItems":[{"sku":"a-1","price":12.5,"count":-3},{"sku":"","price":1e-7}],"status":{"Shipped":{"at":"noon","by":null}},"totals":{"net":25.0,"tax":0.19},"note":"caf\u00e9 \ud83d\ude00"}"#;

/// Pretty, in another order, with members that no one knows, and characters of every length.
pub(crate) const PRETTY: &str = "{
  \"note\": null,
  \"x\": [1, {\"y\": \"\\ud800\", \"z\": -0.5e+10}, [], {}, false],
  \"status\": \"Open\",
  \"größe\": \"€ 😀\",
  \"lineItems\": [
\t{\"price\": 3, \"sku\": \"é\\n\"}
  ],
  \"customer\": {\"VIP\": false, \"grade\": \"€\", \"name\": \"😀\"},\r
  \"id\": 7
}
";

/// Variants of every kind, and structs as arrays.
pub(crate) const STATUSES: &str = r#"["Open",{"Open":null},{"Paid":[1.5,"x"]}, {"Returned":[]},{"Returned":[0,255]},{"Shipped":["noon","Bo"]},{"Shipped":{"by":"\t","at":""}}]"#;

/// Numbers of every kind.
pub(crate) const NUMBERS: &str = r#"{"bytes":[10,2,33,255],"wide":[-170141183460469231731687303715884105728,340282366920938463463374607431768211455],"floats":[0.1,1e23,-123456.789,5e-324,12345678901234567890123],"singles":[16777217,3.4e38],"keyed":{"-12":null,"345":true}}"#;

/// Borrowed text.
pub(crate) const LINES: &str = r#"[{"level":"info","text":"plain","nothing":null},{"text":"a\\b\/\u0041","level":"wärn","nothing":null}]"#;
