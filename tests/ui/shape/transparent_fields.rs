use fastjson::FastJson;

use std::marker::PhantomData;

#[derive(FastJson)]
#[fastjson(transparent)]
struct None {}

#[derive(FastJson)]
#[fastjson(transparent)]
struct Unit;

#[derive(FastJson)]
#[fastjson(transparent)]
struct Two {
    a: u8,
    b: u8,
    marker: PhantomData<u8>,
}

#[derive(FastJson)]
#[serde(transparent)]
struct Skipped(#[serde(skip)] u8, #[serde(skip)] u8);

#[derive(FastJson)]
#[serde(transparent)]
struct DefaultIsReadOnly {
    a: u8,
    #[serde(default)]
    b: u8,
}

fn main() {}
