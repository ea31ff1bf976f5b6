//! A short answer of a service, of which not every member is typed. Decoded only, since what was skipped cannot be written back.

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use super::Document;
use crate::dynamic::from_value;

/// The answer.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Answer {
    id: u32,
    ok: bool,
}

from_value!(Answer { id, ok });

impl Document for Answer {
    fn each_float(&mut self, _: &mut dyn FnMut(&mut f64)) {}
}
