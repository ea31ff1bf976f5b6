//! A message of a service that says more than its reader wants to know. Decoded only, since what was skipped cannot be written back.

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use super::Document;
use crate::dynamic::from_value;

/// The message.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Message {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) score: f64,
    pub(crate) active: bool,
    pub(crate) city: Option<String>,
    pub(crate) count: u16,
}

from_value!(Message { id, name, score, active, city, count });

impl Document for Message {
    fn each_float(&mut self, each: &mut dyn FnMut(&mut f64)) {
        each(&mut self.score);
    }
}
