//! The small documents, generated from a fixed seed: hundreds of different ones, because
//! one record over and over trains the branch predictor and ranks candidates wrongly.

use fastrand::Rng;
use serde_json::{Map, json};

use crate::documents::{
    Address, Contact, Customer, Formula, Geo, Kind, Order, Payment, Record, Shipping, Stage, Window,
};
use crate::style::{Style, restyle};

/// Any fixed number would do; this one only has to stay.
const SEED: u64 = 0x0066_6173_746a_736f;

/// Keys of one [`Order`] in text, over all its objects.
pub(crate) const ORDER_KEYS: usize = 64;

/// Objects from the root of an [`Order`] to its innermost one.
pub(crate) const ORDER_DEPTH: usize = 4;

const SYLLABLES: &[&str] = &[
    "an", "bel", "cor", "da", "en", "fi", "gra", "hol", "is", "ju", "ka", "lo", "mi", "ner", "os",
    "pa", "qui", "ra", "sen", "tu", "ul", "vo", "wen", "xa", "yor", "zim",
];

/// One string in four ends in one of these: text that JSON escapes, and text of more bytes
/// than characters.
const ODD: &[&str] = &[" \"q\"", "\\n", "\nnew", "\ttab", " é", " ß–", " 東京", " 🚲", "/\u{1}"];

/// `count` different records of about 200 bytes.
pub(crate) fn records(count: usize) -> Vec<Record> {
    let mut rng = Rng::with_seed(SEED);
    (0..count).map(|index| record(&mut rng, index)).collect()
}

/// `count` different records whose strings hold nothing that JSON escapes.
pub(crate) fn plain_records(count: usize) -> Vec<Record> {
    let mut records = records(count);
    for record in &mut records {
        for text in [&mut record.name, &mut record.note] {
            text.retain(|character| !character.is_control() && !matches!(character, '"' | '\\'));
        }
    }
    records
}

/// `count` different nested documents of about 1 KB.
pub(crate) fn orders(count: usize) -> Vec<Order> {
    let mut rng = Rng::with_seed(SEED + 1);
    (0..count).map(|index| order(&mut rng, index)).collect()
}

/// `count` different places of about 65 bytes.
pub(crate) fn places(count: usize) -> Vec<Geo> {
    let mut rng = Rng::with_seed(SEED + 2);
    (0..count).map(|_| geo(&mut rng)).collect()
}

/// The texts of `count` different [answers](crate::documents::Answer) of 30 to 55 bytes: in turn without white space, with some in a line, and
/// indented.
pub(crate) fn answers(count: usize) -> Vec<Vec<u8>> {
    let mut rng = Rng::with_seed(SEED + 3);
    let text = |index| {
        let answer = json!({
            "id": index * 1_000 + rng.usize(..1_000),
            "note": maybe(&mut rng, |rng| word(rng, 2)),
            "ok": rng.bool(),
        });
        styled(index, &answer.to_string())
    };
    (0..count).map(text).collect()
}

/// The texts of `count` different [messages](crate::documents::Message), of 250 bytes on average, in the same styles: one to nine members that
/// are not typed stand at places of chance.
pub(crate) fn messages(count: usize) -> Vec<Vec<u8>> {
    const NAMES: &[&str] =
        &["host", "tags", "kind", "level", "path", "zone", "trace", "build", "owner"];
    let mut rng = Rng::with_seed(SEED + 4);
    let message = |index| {
        let mut members = vec![
            ("id", json!(identifier(&mut rng, index))),
            ("name", json!(text(&mut rng, 2))),
            ("score", json!(decimal(&mut rng, 1_000, 2))),
            ("active", json!(rng.bool())),
            ("city", json!(maybe(&mut rng, |rng| word(rng, 3)))),
            ("count", json!(rng.u16(..))),
        ];
        for &name in &NAMES[rng.usize(..NAMES.len())..] {
            let value = match rng.u8(..6) {
                0 => json!(rng.u32(..)),
                1 => json!(maybe(&mut rng, |rng| rng.bool())),
                2 => json!([any_word(&mut rng), any_word(&mut rng)]),
                3 => json!({ "code": rng.u8(..), "text": text(&mut rng, 2) }),
                _ => json!(text(&mut rng, 2)),
            };
            members.insert(rng.usize(..=members.len()), (name, value));
        }
        let members = members.iter().map(|(name, value)| format!("\"{name}\":{value}"));
        styled(index, &format!("{{{}}}", members.collect::<Vec<_>>().join(",")))
    };
    (0..count).map(message).collect()
}

/// The texts of `count` objects of less than forty members, whose names no type knows.
pub(crate) fn maps(count: usize) -> Vec<Vec<u8>> {
    let mut rng = Rng::with_seed(SEED + 5);
    let map = |_| {
        let members = 0..rng.usize(..40);
        let map: Map<_, _> = members.map(|_| (text(&mut rng, 1), json!(rng.u32(..)))).collect();
        json!(map).to_string().into_bytes()
    };
    (0..count).map(map).collect()
}

/// Formulas of up to five levels.
pub(crate) fn formulas(count: usize) -> Vec<Formula> {
    let mut rng = Rng::with_seed(SEED + 6);
    (0..count)
        .map(|index| {
            let identifier = Formula::Number(index as i32);
            Formula::Call(any_word(&mut rng), vec![identifier, formula(&mut rng, 4)])
        })
        .collect()
}

fn formula(rng: &mut Rng, levels: usize) -> Formula {
    let inner = |rng: &mut Rng| Box::new(formula(rng, levels - 1));
    match rng.u8(..if levels == 0 { 2 } else { 5 }) {
        0 => Formula::Number(rng.i32(-1_000..100_000)),
        1 => Formula::Name(any_word(rng)),
        2 => Formula::Negated(inner(rng)),
        3 => Formula::Pair {
            sign: pick(rng, &["+", "-", "*", "/"]),
            left: inner(rng),
            right: inner(rng),
        },
        _ => {
            let arguments = (0..rng.usize(..4)).map(|_| formula(rng, levels - 1)).collect();
            Formula::Call(any_word(rng), arguments)
        }
    }
}

/// A text in one style after the other.
fn styled(index: usize, text: &str) -> Vec<u8> {
    restyle(text, Style::USUAL[index % Style::USUAL.len()]).into_bytes()
}

fn record(rng: &mut Rng, index: usize) -> Record {
    Record {
        id: identifier(rng, index),
        name: text(rng, 2),
        email: email(rng),
        age: rng.u8(18..100),
        score: decimal(rng, 1_000, 2),
        active: rng.bool(),
        kind: [Kind::Guest, Kind::Member, Kind::TradePartner][rng.usize(..3)],
        balance: rng.i64(-5_000_000..50_000_000),
        city: maybe(rng, |rng| word(rng, 3)),
        referrer: maybe(rng, |rng| rng.u32(..)),
        note: text(rng, 4),
    }
}

fn order(rng: &mut Rng, index: usize) -> Order {
    Order {
        id: identifier(rng, index),
        number: code(rng, 10),
        placed_at: timestamp(rng),
        revision: rng.u32(..100),
        currency: pick(rng, &["EUR", "USD", "JPY", "CHF"]),
        total: decimal(rng, 10_000, 2),
        paid: rng.bool(),
        gift: rng.bool(),
        note: maybe(rng, |rng| text(rng, 4)),
        customer: customer(rng),
        shipping: shipping(rng),
        payment: Payment {
            method: pick(rng, &["card", "invoice", "transfer"]),
            reference: code(rng, 16),
            amount: decimal(rng, 10_000, 2),
            captured: rng.bool(),
            fee: decimal(rng, 10, 3),
            card: maybe(rng, |rng| rng.u16(..10_000)),
        },
    }
}

fn customer(rng: &mut Rng) -> Customer {
    Customer {
        id: rng.u32(..),
        name: text(rng, 2),
        email: email(rng),
        phone: maybe(rng, |rng| format!("+{}", rng.u64(10_000_000_000..99_999_999_999))),
        vip: rng.bool(),
        score: decimal(rng, 100, 1),
        language: pick(rng, &["de", "en-GB", "fr", "ja"]),
        company: maybe(rng, |rng| text(rng, 2)),
        address: Address {
            street: text(rng, 2),
            house: rng.u16(1..400),
            city: word(rng, 3),
            postcode: code(rng, 5),
            country: pick(rng, &["Deutschland", "France", "日本", "United Kingdom"]),
            residential: rng.bool(),
            geo: geo(rng),
        },
        contact: Contact {
            channel: pick(rng, &["mail", "phone", "post"]),
            opted_in: rng.bool(),
            last_seen: maybe(rng, |rng| rng.u64(1_600_000_000_000..1_800_000_000_000)),
            attempts: rng.u8(..12),
            window: Window {
                from: rng.u8(6..12),
                to: rng.u8(13..24),
                zone: pick(rng, &["Europe/Berlin", "Asia/Tokyo", "UTC"]),
                strict: rng.bool(),
            },
        },
    }
}

fn shipping(rng: &mut Rng) -> Shipping {
    Shipping {
        carrier: word(rng, 2),
        tracking: maybe(rng, |rng| code(rng, 14)),
        weight: decimal(rng, 30, 3),
        express: rng.bool(),
        cost: decimal(rng, 40, 2),
        insured: rng.bool(),
        stage: Stage {
            name: pick(rng, &["packed", "on the road", "in customs", "delivered"]),
            code: rng.i32(-50..500),
            sequence: rng.u16(..300),
            eta: maybe(rng, |rng| rng.u64(1_700_000_000..1_900_000_000)),
            position: geo(rng),
        },
    }
}

fn geo(rng: &mut Rng) -> Geo {
    Geo {
        lat: decimal(rng, 180, 6) - 90.0,
        lon: decimal(rng, 360, 6) - 180.0,
        accuracy: rng.u16(1..500),
        source: pick(rng, &["gps", "cell", "manual"]),
    }
    .rounded()
}

impl Geo {
    /// Subtracting left binary noise behind the sixth decimal; a position has six.
    fn rounded(mut self) -> Self {
        for degrees in [&mut self.lat, &mut self.lon] {
            *degrees = (*degrees * 1e6).round() / 1e6;
        }
        self
    }
}

/// Different for each index, and of a length that varies.
fn identifier(rng: &mut Rng, index: usize) -> u64 {
    let random = rng.u64(1 << 20..1 << 44) >> rng.u32(..20);
    (random << 12) | index as u64
}

/// A number below `limit` with at most `decimals` decimals.
fn decimal(rng: &mut Rng, limit: u64, decimals: u32) -> f64 {
    let scale = 10_u64.pow(decimals);
    rng.u64(..limit * scale) as f64 / scale as f64
}

fn maybe<T>(rng: &mut Rng, value: impl FnOnce(&mut Rng) -> T) -> Option<T> {
    (rng.u8(..3) != 0).then(|| value(rng))
}

fn pick(rng: &mut Rng, choices: &[&str]) -> String {
    choices[rng.usize(..choices.len())].to_owned()
}

fn code(rng: &mut Rng, length: usize) -> String {
    std::iter::repeat_with(|| rng.digit(36).to_ascii_uppercase()).take(length).collect()
}

fn word(rng: &mut Rng, syllables: usize) -> String {
    let mut word: String =
        (0..syllables).map(|_| SYLLABLES[rng.usize(..SYLLABLES.len())]).collect();
    word[..1].make_ascii_uppercase();
    word
}

fn any_word(rng: &mut Rng) -> String {
    let syllables = rng.usize(1..4);
    word(rng, syllables)
}

fn text(rng: &mut Rng, words: usize) -> String {
    let words: Vec<_> = (0..words).map(|_| any_word(rng)).collect();
    let mut text = words.join(" ");
    if rng.u8(..4) == 0 {
        text.push_str(ODD[rng.usize(..ODD.len())]);
    }
    text
}

fn email(rng: &mut Rng) -> String {
    let (user, host) = (word(rng, 3), word(rng, 2));
    format!("{}{}@{}.example", user.to_lowercase(), rng.u16(..1_000), host.to_lowercase())
}

fn timestamp(rng: &mut Rng) -> String {
    format!(
        "{}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        rng.u16(2015..2026),
        rng.u8(1..13),
        rng.u8(1..29),
        rng.u8(..24),
        rng.u8(..60),
        rng.u8(..60),
    )
}
