//! A flat record of about 200 bytes, the size of a log line or a queue message.

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use super::{Borrowable, Document};
use crate::dynamic::{DynamicError, FromValue, from_value, text};

/// The record, whose strings are `S`.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Record<S = String> {
    pub(crate) id: u64,
    pub(crate) name: S,
    pub(crate) email: S,
    pub(crate) age: u8,
    pub(crate) score: f64,
    pub(crate) active: bool,
    pub(crate) kind: Kind,
    pub(crate) balance: i64,
    pub(crate) city: Option<S>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) referrer: Option<u32>,
    pub(crate) note: S,
}

/// What sort of account a record describes.
#[derive(Debug, PartialEq, Clone, Copy, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// Somebody without an account.
    Guest,
    /// Somebody with one.
    Member,
    /// Somebody who sends invoices.
    TradePartner,
}

/// The two fields of a record that the access experiment reads.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct RecordPair {
    pub(crate) id: u64,
    pub(crate) score: f64,
}

from_value!(Record { id, name, email, age, score, active, kind, balance, city, referrer, note });

impl FromValue for Kind {
    fn from_value(value: &mut serde_json::Value) -> Result<Self, DynamicError> {
        match text(value)? {
            "guest" => Ok(Self::Guest),
            "member" => Ok(Self::Member),
            "trade_partner" => Ok(Self::TradePartner),
            _ => Err(DynamicError::Expected("guest, member or trade_partner")),
        }
    }
}

impl Borrowable for Record {
    type Borrowed<'a> = Record<&'a str>;
}

impl Document for Record {
    fn each_float(&mut self, visit: &mut dyn FnMut(&mut f64)) {
        visit(&mut self.score);
    }
}
