//! What `#[fastjson(serde)]` on a container makes of a type that has neither fastjson's traits nor serde's.

use fastjson::__codegen_v1 as __fj;
use fastjson::{Cursor, Result, Writer};

struct Neither;

fn write(value: &Neither, w: &mut Writer<'_>) -> Result<()> {
    use __fj::serde::auto::traits::*;
    (&&&__fj::serde::auto::Auto(value)).__fj_encode(w)
}

fn write_in(value: &Vec<Option<Neither>>, w: &mut Writer<'_>) -> Result<()> {
    use __fj::serde::auto::traits::*;
    (&&&__fj::serde::auto::Auto(value)).__fj_encode(w)
}

fn read(cur: &mut Cursor<'_>, slot: &mut Option<Neither>) -> Result<()> {
    use __fj::serde::auto::traits::*;
    (&&&__fj::serde::auto::Probe::<Neither>::NEW).__fj_decode_slot(cur, slot)
}

fn absent() -> Option<Neither> {
    use __fj::serde::auto::traits::*;
    (&&&__fj::serde::auto::Probe::<Neither>::NEW).__fj_absent()
}

fn unbounded<T>(value: &T, w: &mut Writer<'_>) -> Result<()> {
    use __fj::serde::auto::traits::*;
    (&&&__fj::serde::auto::Auto(value)).__fj_encode(w)
}

fn main() {}
