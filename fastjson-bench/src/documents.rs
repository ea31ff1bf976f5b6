//! The typed documents, one file each. Every type derives serde's traits and
//! fastjson's from the same `#[serde(...)]` attributes, and is listed once more for the
//! dynamic path, which looks fields up by name.

mod answer;
mod canada;
mod citm;
mod formula;
mod message;
mod order;
mod record;
mod text;
mod tweets;
mod twitter;

pub(crate) use answer::Answer;
pub(crate) use canada::Canada;
pub(crate) use citm::Catalog;
pub(crate) use formula::Formula;
pub(crate) use message::Message;
pub(crate) use order::Order;
pub(crate) use record::{Kind, Record, RecordPair};
pub(crate) use tweets::Tweets;
pub(crate) use twitter::Twitter;

pub(crate) use order::{Address, Contact, Customer, Geo, Payment, Shipping, Stage, Window};

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Debug,
};

use fastjson::{Decode, DecodeOwned, Encode};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::dynamic::FromValue;

/// What every candidate needs of a document, so that all of them race on one type.
pub(crate) trait Document:
    Encode + DecodeOwned + Serialize + DeserializeOwned + FromValue + PartialEq + Debug
{
    /// Calls `visit` for each float in the value, in the order of the text.
    ///
    /// serde_json's default float parse is not always correctly rounded, so floats are
    /// compared apart from the rest of a value; see [`crate::verify`].
    fn each_float(&mut self, visit: &mut dyn FnMut(&mut f64));
}

/// A document whose strings may be slices of the text.
pub(crate) trait Borrowable: Document {
    /// The same type with such strings.
    type Borrowed<'a>: Decode<'a> + Deserialize<'a> + Serialize;
}

impl<T: Document> Document for Vec<T> {
    fn each_float(&mut self, visit: &mut dyn FnMut(&mut f64)) {
        for item in self {
            item.each_float(visit);
        }
    }
}

impl Document for HashMap<String, u32> {
    fn each_float(&mut self, _: &mut dyn FnMut(&mut f64)) {}
}

impl Document for BTreeMap<String, u32> {
    fn each_float(&mut self, _: &mut dyn FnMut(&mut f64)) {}
}
