//! A flat record of about 200 bytes, the size of a log line or a queue message.

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use super::Document;
use crate::dynamic::{DynamicError, FromValue, from_value, text};

/// The record.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Record {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) age: u8,
    pub(crate) score: f64,
    pub(crate) active: bool,
    pub(crate) kind: Kind,
    pub(crate) balance: i64,
    pub(crate) city: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) referrer: Option<u32>,
    pub(crate) note: String,
}

/// A record that borrows its strings from the text.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BorrowedRecord<'a> {
    id: u64,
    name: &'a str,
    email: &'a str,
    age: u8,
    score: f64,
    active: bool,
    kind: Kind,
    balance: i64,
    city: Option<&'a str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    referrer: Option<u32>,
    note: &'a str,
}

impl<'a> BorrowedRecord<'a> {
    /// The same record as one that owns its strings.
    pub(crate) fn of(record: &'a Record) -> Self {
        Self {
            id: record.id,
            name: &record.name,
            email: &record.email,
            age: record.age,
            score: record.score,
            active: record.active,
            kind: record.kind,
            balance: record.balance,
            city: record.city.as_deref(),
            referrer: record.referrer,
            note: &record.note,
        }
    }
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

impl Document for Record {
    fn each_float(&mut self, visit: &mut dyn FnMut(&mut f64)) {
        visit(&mut self.score);
    }
}
