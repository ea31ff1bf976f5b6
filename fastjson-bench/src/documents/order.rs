//! A nested document of about 1 KB: 64 keys, four objects deep.

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use super::Document;
use crate::dynamic::from_value;

/// The document.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Order {
    pub(crate) id: u64,
    pub(crate) number: String,
    pub(crate) placed_at: String,
    pub(crate) revision: u32,
    pub(crate) currency: String,
    pub(crate) total: f64,
    pub(crate) paid: bool,
    pub(crate) gift: bool,
    pub(crate) note: Option<String>,
    pub(crate) customer: Customer,
    pub(crate) shipping: Shipping,
    pub(crate) payment: Payment,
}

/// Who ordered.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Customer {
    pub(crate) id: u32,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) phone: Option<String>,
    pub(crate) vip: bool,
    pub(crate) score: f64,
    pub(crate) language: String,
    pub(crate) company: Option<String>,
    pub(crate) address: Address,
    pub(crate) contact: Contact,
}

/// Where the customer lives.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Address {
    pub(crate) street: String,
    pub(crate) house: u16,
    pub(crate) city: String,
    pub(crate) postcode: String,
    pub(crate) country: String,
    pub(crate) residential: bool,
    pub(crate) geo: Geo,
}

/// A place on the map.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Geo {
    pub(crate) lat: f64,
    pub(crate) lon: f64,
    pub(crate) accuracy: u16,
    pub(crate) source: String,
}

/// How and when to reach the customer.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Contact {
    pub(crate) channel: String,
    pub(crate) opted_in: bool,
    pub(crate) last_seen: Option<u64>,
    pub(crate) attempts: u8,
    pub(crate) window: Window,
}

/// The hours of a day in which to reach the customer.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Window {
    pub(crate) from: u8,
    pub(crate) to: u8,
    pub(crate) zone: String,
    pub(crate) strict: bool,
}

/// How the order travels.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Shipping {
    pub(crate) carrier: String,
    pub(crate) tracking: Option<String>,
    pub(crate) weight: f64,
    pub(crate) express: bool,
    pub(crate) cost: f64,
    pub(crate) insured: bool,
    pub(crate) stage: Stage,
}

/// Where the order is now.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Stage {
    pub(crate) name: String,
    pub(crate) code: i32,
    pub(crate) sequence: u16,
    pub(crate) eta: Option<u64>,
    pub(crate) position: Geo,
}

/// How the order is paid.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) struct Payment {
    pub(crate) method: String,
    pub(crate) reference: String,
    pub(crate) amount: f64,
    pub(crate) captured: bool,
    pub(crate) fee: f64,
    pub(crate) card: Option<u16>,
}

from_value!(Order {
    id,
    number,
    placed_at,
    revision,
    currency,
    total,
    paid,
    gift,
    note,
    customer,
    shipping,
    payment,
});
from_value!(Customer { id, name, email, phone, vip, score, language, company, address, contact });
from_value!(Address { street, house, city, postcode, country, residential, geo });
from_value!(Geo { lat, lon, accuracy, source });
from_value!(Contact { channel, opted_in, last_seen, attempts, window });
from_value!(Window { from, to, zone, strict });
from_value!(Shipping { carrier, tracking, weight, express, cost, insured, stage });
from_value!(Stage { name, code, sequence, eta, position });
from_value!(Payment { method, reference, amount, captured, fee, card });

impl Document for Order {
    fn each_float(&mut self, visit: &mut dyn FnMut(&mut f64)) {
        visit(&mut self.total);
        visit(&mut self.customer.score);
        self.customer.address.geo.each_float(visit);
        visit(&mut self.shipping.weight);
        visit(&mut self.shipping.cost);
        self.shipping.stage.position.each_float(visit);
        visit(&mut self.payment.amount);
        visit(&mut self.payment.fee);
    }
}

impl Document for Geo {
    fn each_float(&mut self, visit: &mut dyn FnMut(&mut f64)) {
        visit(&mut self.lat);
        visit(&mut self.lon);
    }
}
