//! The texts.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    net::IpAddr,
};

use anyhow::Result;

use super::{
    Case, Cases,
    types::{
        Adjacent, Event, External, Flattened, Id, Internal, Kind, Named, Nothing, One, Outer, Pair,
        Perhaps, Place, Point, Renamed, Rgb, Strict, Untagged,
    },
};

/// All of them, verified.
pub(super) fn all() -> Result<Vec<Case>> {
    let mut cases = Cases::default();
    let parts = [scalars, strings, sequences, maps, structs, strangers, enums, refused];
    for part in parts {
        part(&mut cases)?;
    }
    Ok(cases.0)
}

fn scalars(cases: &mut Cases) -> Result<()> {
    cases.accept::<bool>("true")?;
    cases.accept::<bool>("false")?;
    cases.accept::<()>("null")?;
    cases.accept::<u8>("7")?;
    cases.accept::<u64>("7")?;
    cases.accept::<u64>("1234")?;
    cases.accept::<u64>("1234567890123")?;
    cases.accept::<u64>("18446744073709551615")?;
    cases.accept::<i64>("-42")?;
    cases.accept::<i64>("-9223372036854775808")?;
    cases.accept::<i128>("-123456789012")?;
    cases.accept::<f64>("0.0")?;
    cases.accept::<f64>("1.5")?;
    cases.accept::<f64>("-123.456")?;
    cases.accept::<f64>("0.1234567890123456")?;
    cases.accept::<f64>("1.5e+300")?;
    cases.accept::<f32>("1.5")?;
    cases.accept::<Option<u64>>("null")?;
    cases.accept::<Option<u64>>("7")?;
    cases.accept::<Box<u64>>("7")?;
    cases.accept::<Id>("7")?;
    cases.accept::<IpAddr>(r#""127.0.0.1""#)?;
    cases.accept::<IpAddr>(r#""2001:db8::1""#)
}

fn strings(cases: &mut Cases) -> Result<()> {
    cases.accept::<char>(r#""a""#)?;
    cases.accept::<char>(r#""é""#)?;
    cases.accept::<char>(r#""\n""#)?;
    for text in ["", "a", "open", "a string", "a string of 20 bytes"] {
        cases.accept::<String>(&format!("{text:?}"))?;
    }
    cases.accept::<String>(&format!("{:?}", "a longer string ".repeat(3)))?;
    cases.accept::<String>(&format!("{:?}", "a longer string ".repeat(12)))?;
    cases.accept::<String>(r#""é""#)?;
    cases.accept::<String>(r#""日本語""#)?;
    cases.accept::<String>(r#""\n""#)?;
    cases.accept::<String>(r#""a\nb c""#)?;
    cases.accept::<String>(r#""say \"yes\" now""#)?;
    cases.accept::<String>(r#""\u0001\u0002""#)?;
    cases.accept::<String>(r#""a line that is longer\nand another one\n""#)?;
    cases.accept::<Box<str>>(r#""a string""#)?;
    cases.accept::<Option<String>>(r#""a string""#)
}

fn sequences(cases: &mut Cases) -> Result<()> {
    cases.accept::<Vec<u64>>("[]")?;
    cases.accept::<Vec<u64>>("[1]")?;
    cases.accept::<Vec<u64>>("[1,23,456]")?;
    cases.accept::<Vec<u8>>("[1,23,255,0,17,99]")?;
    cases.accept::<Vec<f64>>("[1.5,-2.25]")?;
    cases.accept::<Vec<bool>>("[true,false,true]")?;
    cases.accept::<Vec<String>>(r#"["a"]"#)?;
    cases.accept::<Vec<String>>(r#"["open","closed","in progress"]"#)?;
    cases.accept::<Vec<Option<u64>>>("[1,null,3]")?;
    cases.accept::<Vec<Vec<u64>>>("[[1,2],[],[3]]")?;
    cases.accept::<Vec<One>>(r#"[{"id":1},{"id":2}]"#)?;
    cases.accept::<Vec<Point>>(r#"[{"x":1,"y":-2},{"x":3,"y":4}]"#)?;
    cases.accept::<[u64; 3]>("[1,23,456]")?;
    cases.accept::<[f64; 2]>("[12.5,-7.25]")?;
    cases.accept::<(u64, String)>(r#"[1,"a"]"#)?;
    cases.accept::<(u64,)>("[1]")?;
    cases.accept::<Rgb>("[255,128,0]")?;
    cases.accept::<BTreeSet<u64>>("[1,2,3]")
}

fn maps(cases: &mut Cases) -> Result<()> {
    cases.accept::<HashMap<String, u64>>("{}")?;
    cases.accept::<HashMap<String, u64>>(r#"{"a":1}"#)?;
    cases.accept::<BTreeMap<String, u64>>("{}")?;
    cases.accept::<BTreeMap<String, u64>>(r#"{"a":1}"#)?;
    cases.accept::<BTreeMap<String, u64>>(r#"{"first":1,"second":2,"third":3}"#)?;
    cases.accept::<BTreeMap<String, String>>(r#"{"accept":"*/*","host":"example.org"}"#)?;
    cases.accept::<BTreeMap<u64, u64>>(r#"{"1":1,"2":2}"#)
}

fn structs(cases: &mut Cases) -> Result<()> {
    cases.accept::<Nothing>("{}")?;
    cases.accept::<One>(r#"{"id":1}"#)?;
    cases.accept::<One>(r#"{"id":1234567890123}"#)?;
    cases.accept::<Named>(r#"{"name":"a"}"#)?;
    cases.accept::<Named>(r#"{"name":"a string of 20 bytes"}"#)?;
    cases.accept::<Perhaps>("{}")?;
    cases.accept::<Perhaps>(r#"{"id":1}"#)?;
    cases.accept::<Pair>(r#"{"id":1,"name":"a"}"#)?;
    cases.accept::<Pair>(r#"{"name":"a","id":1}"#)?;
    cases.accept::<Point>(r#"{"x":1,"y":-2}"#)?;
    cases.accept::<Point>(r#"{"y":-2,"x":1}"#)?;
    cases.accept::<Place>(r#"{"lat":12.5,"lon":-7.25}"#)?;
    cases.accept::<Event>(r#"{"id":17,"kind":"open","at":1.5,"user":"ann","done":false}"#)?;
    cases.accept::<Event>(r#"{"id":17,"kind":"closed","at":1.5,"user":null,"done":true}"#)?;
    cases.accept::<Event>(r#"{"done":true,"user":null,"at":1.5,"kind":"open","id":17}"#)?;
    cases.accept::<Outer>(r#"{"inner":{"id":1},"also":{"x":1,"y":2}}"#)?;
    cases.accept::<Strict>(r#"{"id":1,"name":"a"}"#)?;
    cases.accept::<Renamed>(r#"{"firstName":"Ann","lastName":"Lee","isActive":true}"#)?;
    cases.accept::<Flattened>(r#"{"id":1,"x":1,"y":2}"#)?;
    cases.accept::<Box<One>>(r#"{"id":1}"#)?;
    cases.accept::<Option<One>>(r#"{"id":1}"#)?;
    cases.accept::<Option<One>>("null")
}

/// Members that no field has.
fn strangers(cases: &mut Cases) -> Result<()> {
    cases.accept::<Nothing>(r#"{"a":1}"#)?;
    cases.accept::<Nothing>(r#"{"a":1,"b":[true,null],"c":"text"}"#)?;
    cases.accept::<Perhaps>(r#"{"a":1}"#)?;
    for other in
        ["1", "null", "true", "-1.5", r#""""#, r#""text""#, "[]", "[1,2]", "{}", r#"{"y":2}"#]
    {
        cases.accept::<One>(&format!(r#"{{"other":{other},"id":1}}"#))?;
        cases.accept::<One>(&format!(r#"{{"id":1,"other":{other}}}"#))?;
    }
    cases.accept::<Pair>(r#"{"id":1,"other":null,"name":"a"}"#)?;
    cases.accept::<Pair>(r#"{"id":1,"name":"a","of":"7","at":[1,2]}"#)?;
    cases.accept::<Point>(r#"{"z":3,"y":-2,"x":1}"#)?;
    cases.accept::<Event>(
        r#"{"id":17,"host":"a","kind":"open","at":1.5,"tags":["a","b"],"user":"ann","done":false}"#,
    )
}

fn enums(cases: &mut Cases) -> Result<()> {
    cases.accept::<Kind>(r#""open""#)?;
    cases.accept::<Kind>(r#""in_progress""#)?;
    cases.accept::<External>(r#""Empty""#)?;
    cases.accept::<External>(r#"{"Number":1}"#)?;
    cases.accept::<External>(r#"{"Text":"a"}"#)?;
    cases.accept::<External>(r#"{"Point":{"x":1,"y":2}}"#)?;
    cases.accept::<Internal>(r#"{"type":"Empty"}"#)?;
    cases.accept::<Internal>(r#"{"type":"Point","x":1,"y":2}"#)?;
    cases.accept::<Internal>(r#"{"x":1,"y":2,"type":"Point"}"#)?;
    cases.accept::<Internal>(r#"{"type":"Text","text":"a"}"#)?;
    cases.accept::<Adjacent>(r#"{"type":"Empty"}"#)?;
    cases.accept::<Adjacent>(r#"{"type":"Number","data":1}"#)?;
    cases.accept::<Adjacent>(r#"{"type":"Point","data":{"x":1,"y":2}}"#)?;
    cases.accept::<Adjacent>(r#"{"data":{"x":1,"y":2},"type":"Point"}"#)?;
    cases.accept::<Untagged>("1")?;
    cases.accept::<Untagged>(r#""a""#)?;
    cases.accept::<Untagged>(r#"{"x":1,"y":2}"#)
}

fn refused(cases: &mut Cases) -> Result<()> {
    cases.refuse::<u64>("")?;
    cases.refuse::<u64>("x")?;
    cases.refuse::<u64>("-1")?;
    cases.refuse::<u8>("256")?;
    cases.refuse::<u64>(r#""1""#)?;
    cases.refuse::<bool>("nope")?;
    cases.refuse::<String>(r#""a"#)?;
    cases.refuse::<String>("1")?;
    cases.refuse::<Vec<u64>>("[1,2")?;
    cases.refuse::<Vec<u64>>("[1,2,]")?;
    cases.refuse::<One>("{}")?;
    cases.refuse::<One>("{")?;
    cases.refuse::<One>(r#"{"id":"1"}"#)?;
    cases.refuse::<One>(r#"{"id":1}}"#)?;
    cases.refuse::<Pair>(r#"{"id":1,"id":2}"#)?;
    cases.refuse::<Strict>(r#"{"id":1,"other":2}"#)?;
    cases.refuse::<Kind>(r#""else""#)?;
    cases.refuse::<External>(r#"{"Else":1}"#)?;
    cases.refuse::<Internal>(r#"{"x":1}"#)?;
    cases.refuse::<Untagged>("true")
}
