//! A formula as a tree, as editors and rule engines keep it: an enum that holds itself.

use fastjson::FastJson;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Document;
use crate::dynamic::{DynamicError, FromValue};

/// The formula.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Formula {
    Number(i32),
    Name(String),
    Negated(Box<Formula>),
    Pair { sign: String, left: Box<Formula>, right: Box<Formula> },
    Call(String, Vec<Formula>),
}

impl FromValue for Formula {
    fn from_value(value: &mut Value) -> Result<Self, DynamicError> {
        const EXPECTED: DynamicError = DynamicError::Expected("a formula");
        let (kind, content) = value
            .as_object_mut()
            .and_then(|map| map.iter_mut().next())
            .map(|(kind, content)| (kind.as_str(), content))
            .ok_or(EXPECTED)?;
        Ok(match kind {
            "number" => Self::Number(i32::from_value(content)?),
            "name" => Self::Name(String::from_value(content)?),
            "negated" => Self::Negated(Box::from_value(content)?),
            "pair" => {
                let Pair { sign, left, right } = Pair::from_value(content)?;
                Self::Pair { sign, left, right }
            }
            "call" => match content.as_array_mut().map(Vec::as_mut_slice) {
                Some([name, arguments]) => {
                    Self::Call(String::from_value(name)?, Vec::from_value(arguments)?)
                }
                _ => return Err(EXPECTED),
            },
            _ => return Err(EXPECTED),
        })
    }
}

/// What a pair holds, for the dynamic path.
struct Pair {
    sign: String,
    left: Box<Formula>,
    right: Box<Formula>,
}

crate::dynamic::from_value!(Pair { sign, left, right });

impl Document for Formula {
    fn each_float(&mut self, _: &mut dyn FnMut(&mut f64)) {}
}
