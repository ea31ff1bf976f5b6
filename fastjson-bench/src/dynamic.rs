//! The dynamic path: a text becomes a tree of [`Value`]s, and a struct is filled from
//! the tree by looking its fields up by name.
//!
//! This is what fastjson replaces, so it is written as well as the approach allows:
//! strings are moved out of the tree and not copied, and a missing optional field costs
//! one lookup.

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
};

use serde_json::{Map, Value};

/// A type that can be filled from a tree of dynamic values.
pub(crate) trait FromValue: Sized {
    /// Takes the value out of the tree; what is left of `value` is of no use.
    fn from_value(value: &mut Value) -> Result<Self, DynamicError>;

    /// What an absent field stands for.
    fn missing() -> Option<Self> {
        None
    }
}

/// Why the dynamic path failed.
#[derive(Debug)]
pub(crate) enum DynamicError {
    /// The text is not JSON, or a value cannot be written as JSON.
    Json(serde_json::Error),
    /// A field is absent.
    Missing(&'static str),
    /// A value has another type.
    Expected(&'static str),
}

impl std::error::Error for DynamicError {}

impl fmt::Display for DynamicError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => error.fmt(f),
            Self::Missing(name) => write!(f, "the field `{name}` is missing"),
            Self::Expected(what) => write!(f, "expected {what}"),
        }
    }
}

impl From<serde_json::Error> for DynamicError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

/// Looks one field up by its name.
pub(crate) fn field<T: FromValue>(
    map: &mut Map<String, Value>,
    name: &'static str,
) -> Result<T, DynamicError> {
    match map.get_mut(name) {
        Some(value) => T::from_value(value),
        None => T::missing().ok_or(DynamicError::Missing(name)),
    }
}

/// The text of a string value.
pub(crate) fn text(value: &Value) -> Result<&str, DynamicError> {
    value.as_str().ok_or(DynamicError::Expected("a string"))
}

/// Implements [`FromValue`] for a struct; a field whose key is not its name says so.
macro_rules! from_value {
    ($type:ty { $($field:ident $(: $name:literal)?),* $(,)? }) => {
        impl $crate::dynamic::FromValue for $type {
            fn from_value(
                value: &mut ::serde_json::Value,
            ) -> Result<Self, $crate::dynamic::DynamicError> {
                let ::serde_json::Value::Object(map) = value else {
                    return Err($crate::dynamic::DynamicError::Expected("an object"));
                };
                Ok(Self {
                    $($field: $crate::dynamic::field(
                        map,
                        $crate::dynamic::from_value!(@name $field $($name)?),
                    )?,)*
                })
            }
        }
    };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
}
pub(crate) use from_value;

macro_rules! integers {
    ($($type:ty => $as:ident),* $(,)?) => {$(
        impl FromValue for $type {
            fn from_value(value: &mut Value) -> Result<Self, DynamicError> {
                value
                    .$as()
                    .and_then(|number| number.try_into().ok())
                    .ok_or(DynamicError::Expected(stringify!($type)))
            }
        }
    )*};
}
integers!(u8 => as_u64, u16 => as_u64, u32 => as_u64, u64 => as_u64, i32 => as_i64, i64 => as_i64);

impl FromValue for f64 {
    fn from_value(value: &mut Value) -> Result<Self, DynamicError> {
        value.as_f64().ok_or(DynamicError::Expected("a number"))
    }
}

impl FromValue for bool {
    fn from_value(value: &mut Value) -> Result<Self, DynamicError> {
        value.as_bool().ok_or(DynamicError::Expected("a boolean"))
    }
}

impl FromValue for String {
    fn from_value(value: &mut Value) -> Result<Self, DynamicError> {
        match value {
            Value::String(text) => Ok(std::mem::take(text)),
            _ => Err(DynamicError::Expected("a string")),
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &mut Value) -> Result<Self, DynamicError> {
        match value {
            Value::Null => Ok(None),
            _ => T::from_value(value).map(Some),
        }
    }

    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: FromValue> FromValue for Box<T> {
    fn from_value(value: &mut Value) -> Result<Self, DynamicError> {
        T::from_value(value).map(Box::new)
    }
}

impl<T: FromValue> FromValue for Vec<T> {
    fn from_value(value: &mut Value) -> Result<Self, DynamicError> {
        match value {
            Value::Array(items) => items.iter_mut().map(T::from_value).collect(),
            _ => Err(DynamicError::Expected("an array")),
        }
    }
}

impl<T: FromValue> FromValue for [T; 2] {
    fn from_value(value: &mut Value) -> Result<Self, DynamicError> {
        match value.as_array_mut().map(Vec::as_mut_slice) {
            Some([first, second]) => Ok([T::from_value(first)?, T::from_value(second)?]),
            _ => Err(DynamicError::Expected("an array of two")),
        }
    }
}

impl<T: FromValue> FromValue for BTreeMap<String, T> {
    fn from_value(value: &mut Value) -> Result<Self, DynamicError> {
        members(value)
    }
}

impl<T: FromValue> FromValue for HashMap<String, T> {
    fn from_value(value: &mut Value) -> Result<Self, DynamicError> {
        members(value)
    }
}

fn members<T: FromValue, M: FromIterator<(String, T)>>(
    value: &mut Value,
) -> Result<M, DynamicError> {
    match value {
        Value::Object(map) => std::mem::take(map)
            .into_iter()
            .map(|(key, mut value)| Ok((key, T::from_value(&mut value)?)))
            .collect(),
        _ => Err(DynamicError::Expected("an object")),
    }
}
