//! A string that is borrowed where it can be.

use std::borrow::Cow;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

/// A slice of the text if the string holds no escape, else a string of its own.
///
/// A `Cow` borrows where its field says so, which a field whose type is a parameter cannot.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
pub(crate) struct Text<'a>(#[serde(borrow)] Cow<'a, str>);
