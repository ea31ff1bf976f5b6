//! Constants and statics that a pattern or a local of the expansion could be taken for.
#![allow(dead_code, non_upper_case_globals)]

use crate::round_trip;

const w: u8 = 0;
const c: u8 = 0;
const run: u8 = 0;
const runs: u8 = 0;
const lead: u8 = 0;
const slots: u8 = 0;
const at: u8 = 0;
const out: u8 = 0;
const f0: u8 = 0;
const f1: u8 = 0;
const v: u8 = 0;
const n: u8 = 0;
const i: u8 = 0;
const default: u8 = 0;
static comma: u8 = 0;
static x: u8 = 0;

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Named {
    w: u8,
    c: u8,
    #[fastjson(default)]
    run: u8,
    #[fastjson(default, skip_serializing_if = "Option::is_none")]
    lead: Option<u8>,
    out: u8,
    f0: u8,
    default: u8,
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
enum Data {
    A { x: u8, w: u8, out: u8 },
    B(u8, u8),
    C(#[fastjson(skip)] u8),
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Short(
    #[fastjson(skip_serializing_if = "Option::is_none")] Option<u8>,
    #[fastjson(skip_serializing_if = "Option::is_none")] Option<u8>,
);

#[test]
fn all_shapes() {
    let named = Named { w: 1, c: 2, run: 3, lead: Some(4), out: 5, f0: 6, default: 7 };
    round_trip(&named, r#"{"w":1,"c":2,"run":3,"lead":4,"out":5,"f0":6,"default":7}"#);
    round_trip(&Data::A { x: 1, w: 2, out: 3 }, r#"{"A":{"x":1,"w":2,"out":3}}"#);
    round_trip(&Data::B(1, 2), r#"{"B":[1,2]}"#);
    round_trip(&Data::C(0), r#""C""#);
    round_trip(&Short(Some(1), Some(2)), "[1,2]");
}
