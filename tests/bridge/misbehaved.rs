//! Visitors that stop early, go on too long or ask out of order. serde_json is asked for the same, and refuses the same.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{EnumAccess, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::via::read;

/// How many elements or members are asked for, and what of each.
trait Habit {
    const ELEMENTS: usize;
    const NAMES: usize = 1;
    const VALUES: usize = 1;
}

/// Reads by habit, and remembers how much there was.
struct Read<H>(usize, PhantomData<H>);

impl<H> PartialEq for Read<H> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<H> fmt::Debug for Read<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de, H: Habit> Deserialize<'de> for Read<H> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HabitVisitor(PhantomData))
    }
}

struct HabitVisitor<H>(PhantomData<H>);

impl<'de, H: Habit> Visitor<'de> for HabitVisitor<H> {
    type Value = Read<H>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything with parts")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Read<H>, A::Error> {
        let mut n = 0;
        for _ in 0..H::ELEMENTS {
            n += usize::from(seq.next_element::<IgnoredAny>()?.is_some());
        }
        Ok(Read(n, PhantomData))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Read<H>, A::Error> {
        let mut n = 0;
        for _ in 0..H::ELEMENTS {
            let mut more = false;
            for _ in 0..H::NAMES {
                more = map.next_key::<String>()?.is_some();
            }
            n += usize::from(more);
            for _ in 0..H::VALUES {
                // Whether or not there is a member, for some.
                if more || H::VALUES > 1 {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Read(n, PhantomData))
    }
}

macro_rules! habits {
    ($($name:ident: $($what:ident $n:literal)*;)*) => {$(
        struct $name;

        impl Habit for $name {
            $(const $what: usize = $n;)*
        }
    )*};
}

habits! {
    Nothing: ELEMENTS 0;
    One: ELEMENTS 1;
    Many: ELEMENTS 5;
    NamesOnly: ELEMENTS 1 VALUES 0;
    ValuesOnly: ELEMENTS 1 NAMES 0;
    TwoNames: ELEMENTS 1 NAMES 2;
    TwoValues: ELEMENTS 1 VALUES 2;
    ManyValues: ELEMENTS 3 NAMES 1 VALUES 3;
}

/// Reads nothing at all, whatever stands there.
#[derive(Debug, PartialEq)]
struct Lazy;

impl<'de> Deserialize<'de> for Lazy {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Ok(Lazy)
    }
}

/// Takes the variant's name and leaves the payload.
#[derive(Debug, PartialEq)]
struct NameOnly(String);

impl<'de> Deserialize<'de> for NameOnly {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;

        impl<'de> Visitor<'de> for NameVisitor {
            type Value = NameOnly;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a variant")
            }

            fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<NameOnly, A::Error> {
                Ok(NameOnly(access.variant::<String>()?.0))
            }
        }
        deserializer.deserialize_enum("NameOnly", &[], NameVisitor)
    }
}

const TEXTS: [&str; 22] = [
    "[]",
    "[1]",
    "[1,2]",
    "[1,2,3,4,5]",
    "[[1],[]]",
    "[1,]",
    "[,]",
    "[1",
    "{}",
    "{\"a\":1}",
    "{\"a\":1,\"b\":2}",
    "{\"a\":{\"b\":1},\"c\":[]}",
    "{\"a\":1,}",
    "{\"a\":}",
    "{\"a\"}",
    "{\"a\":1",
    "[ ]",
    "[ 1 , 2 ]",
    "{ \"a\" : 1 }",
    "[{}:1]",
    "[1]]",
    "{\"a\":1}:2",
];

#[test]
fn by_habit() {
    fn check<H: Habit>() {
        for text in TEXTS {
            read::<Read<H>>(text);
            read::<Vec<Read<H>>>(&format!("[{text}]"));
            read::<Vec<Read<H>>>(&format!("[{text},{text}]"));
            read::<Vec<Read<H>>>(&format!("[{text}:1]"));
        }
    }
    check::<Nothing>();
    check::<One>();
    check::<Many>();
    check::<NamesOnly>();
    check::<ValuesOnly>();
    check::<TwoNames>();
    check::<TwoValues>();
    check::<ManyValues>();
}

#[test]
fn lazily() {
    for text in TEXTS {
        read::<Lazy>(text);
        read::<Vec<Lazy>>(text);
        read::<Option<Lazy>>(text);
        read::<(Lazy,)>(text);
        read::<std::collections::BTreeMap<String, Lazy>>(text);
        read::<NameOnly>(text);
        read::<Vec<NameOnly>>(&format!("[{text}]"));
    }
    read::<Lazy>("");
    read::<NameOnly>("\"a\"");
    read::<Vec<NameOnly>>("[\"a\",\"b\"]");
}
