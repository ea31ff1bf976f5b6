//! The texts to decode and the values to encode, each beside the reference it is checked
//! against.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    io::{self, Write},
    path::Path,
};

use anyhow::{Context, Result, bail, ensure};
use fastrand::Rng;
use serde::Serialize;
use serde_json::{Serializer, Value, json, ser::Formatter};

use crate::{
    corpus_files,
    documents::{
        Answer, Canada, Catalog, Document, Formula, Geo, Message, Order, Record, Tweets, Twitter,
    },
    generate,
    layout::Layout,
    style::{Style, restyle},
};

/// A row's material. One pass decodes or encodes each text once.
pub(crate) struct Workload<T> {
    /// The row's title.
    pub(crate) name: &'static str,
    /// How the documents lie in the texts.
    pub(crate) layout: Layout,
    /// The documents.
    pub(crate) texts: Vec<Vec<u8>>,
    /// What they say, floats correctly rounded.
    pub(crate) values: Vec<T>,
}

impl<T> Workload<T> {
    /// A text for each value.
    pub(crate) fn single(name: &'static str, texts: Vec<Vec<u8>>, values: Vec<T>) -> Self {
        Self { name, layout: Layout::Single, texts, values }
    }

    /// What each text says.
    pub(crate) fn documents(&self) -> impl Iterator<Item = &[T]> {
        self.values.chunks(self.layout.per_text())
    }
}

/// All of them.
pub(crate) struct Workloads {
    pub(crate) twitter: Workload<Twitter>,
    pub(crate) twitter_minified: Workload<Twitter>,
    pub(crate) tweets: Workload<Tweets>,
    pub(crate) citm: Workload<Catalog>,
    pub(crate) citm_minified: Workload<Catalog>,
    pub(crate) canada: Workload<Canada>,
    pub(crate) records: Workload<Record>,
    pub(crate) sorted_records: Workload<Record>,
    pub(crate) shuffled_records: Workload<Record>,
    pub(crate) places: Workload<Geo>,
    pub(crate) answers: Workload<Answer>,
    pub(crate) messages: Workload<Message>,
    pub(crate) tables: Workload<HashMap<String, u32>>,
    pub(crate) trees: Workload<BTreeMap<String, u32>>,
    pub(crate) formulas: Workload<Formula>,
    pub(crate) tabbed_formulas: Workload<Formula>,
    pub(crate) plain_records: Workload<Record>,
    pub(crate) array: Workload<Vec<Record>>,
    pub(crate) spaced_array: Workload<Vec<Record>>,
    pub(crate) lines: Workload<Record>,
    pub(crate) orders: Workload<Order>,
    /// How many floats of canada serde_json does not read as the nearest float.
    pub(crate) rounded: usize,
}

/// Reads the corpora and generates the rest.
pub(crate) fn load() -> Result<Workloads> {
    let folder = corpus_files::find()?;
    let twitter = corpus("twitter", &folder)?;
    ensure_whole(&twitter)?;
    let citm = corpus("citm_catalog", &folder)?;
    ensure_whole(&citm)?;
    let mut canada = corpus("canada", &folder)?;
    let rounded = round_correctly(&mut canada)?;

    let records = generated("256 records of 200 B", generate::records(256))?;
    let orders = generated("64 nested of 1 KB", generate::orders(64))?;
    ensure_shape(&orders)?;
    let formulas = generated("300 formulas", generate::formulas(300))?;

    Ok(Workloads {
        twitter_minified: minified("twitter, minified", &twitter)?,
        tweets: parsed("twitter, few fields", twitter.texts.clone())?,
        twitter,
        citm_minified: minified("citm_catalog, minified", &citm)?,
        citm,
        canada,
        sorted_records: reordered(
            "256 records of 200 B, names sorted",
            generate::records(256),
            |members| members.sort_by(|(a, _), (b, _)| a.cmp(b)),
        )?,
        shuffled_records: {
            let mut rng = Rng::with_seed(256);
            reordered("256 records of 200 B, names shuffled", generate::records(256), |members| {
                rng.shuffle(members);
            })?
        },
        places: generated("256 places of 65 B", generate::places(256))?,
        answers: parsed("300 answers of 40 B, one member skipped", generate::answers(300))?,
        messages: parsed("600 messages, members skipped between", generate::messages(600))?,
        tables: parsed("300 hash maps of up to 40 numbers", generate::maps(300))?,
        trees: parsed("300 trees of up to 40 numbers", generate::maps(300))?,
        tabbed_formulas: styled("300 formulas, by lines and tabs", Style::Tabs, &formulas)?,
        formulas,
        records,
        plain_records: generated("256 records of 200 B", generate::plain_records(256))?,
        array: generated("1,000 records, one array", vec![generate::records(1_000)])?,
        spaced_array: spaced("1,000 records, spaces around colons", generate::records(1_000))?,
        lines: lines("1,000 records, NDJSON", generate::records(1_000))?,
        orders,
        rounded,
    })
}

fn corpus<T: Document>(name: &'static str, folder: &Path) -> Result<Workload<T>> {
    parsed(name, vec![corpus_files::read(folder, name)?])
}

fn parsed<T: Document>(name: &'static str, texts: Vec<Vec<u8>>) -> Result<Workload<T>> {
    let values = texts.iter().map(|text| serde_json::from_slice(text)).collect::<Result<_, _>>();
    let values = values.with_context(|| format!("reading {name}"))?;
    Ok(Workload::single(name, texts, values))
}

/// The same document without white space. The typed value holds the whole document, so
/// its text is that.
fn minified<T: Document>(name: &'static str, pretty: &Workload<T>) -> Result<Workload<T>> {
    let texts = pretty.values.iter().map(serde_json::to_vec).collect::<Result<_, _>>()?;
    parsed(name, texts)
}

/// The same documents with other white space.
fn styled<T: Document>(
    name: &'static str,
    style: Style,
    minified: &Workload<T>,
) -> Result<Workload<T>> {
    let text = |value: &T| anyhow::Ok(restyle(&serde_json::to_string(value)?, style).into_bytes());
    parsed(name, minified.values.iter().map(text).collect::<Result<_>>()?)
}

fn generated<T: Document>(name: &'static str, values: Vec<T>) -> Result<Workload<T>> {
    let texts = values.iter().map(serde_json::to_vec).collect::<Result<Vec<_>, _>>()?;
    let different = texts.iter().collect::<HashSet<_>>().len();
    ensure!(different == texts.len(), "{name}: some generated documents are equal");
    Ok(Workload::single(name, texts, values))
}

/// The members of each document in another order: in that of their names, as they leave many a map, or each time in another one.
fn reordered<T: Document>(
    name: &'static str,
    values: Vec<T>,
    mut reorder: impl FnMut(&mut [(String, Value)]),
) -> Result<Workload<T>> {
    let mut text = |value: &T| -> Result<Vec<u8>> {
        let Value::Object(members) = serde_json::to_value(value)? else {
            bail!("{name}: a document is no object");
        };
        let mut members: Vec<_> = members.into_iter().collect();
        reorder(&mut members);
        let members = members.iter().map(|(name, value)| format!("{}:{value}", json!(name)));
        Ok(format!("{{{}}}", members.collect::<Vec<_>>().join(",")).into_bytes())
    };
    let texts = values.iter().map(&mut text).collect::<Result<_>>()?;
    Ok(Workload::single(name, texts, values))
}

/// The same in one array, as some writers of indented text space it.
fn spaced<T: Document>(name: &'static str, values: Vec<T>) -> Result<Workload<Vec<T>>> {
    let mut text = Vec::new();
    values.serialize(&mut Serializer::with_formatter(&mut text, Spaced))?;
    Ok(Workload::single(name, vec![text], vec![values]))
}

/// Each member in a line, and a space on both sides of its colon.
struct Spaced;

impl Formatter for Spaced {
    fn begin_object_key<W: Write + ?Sized>(&mut self, w: &mut W, first: bool) -> io::Result<()> {
        w.write_all(if first { b"\n  " } else { b",\n  " })
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, w: &mut W) -> io::Result<()> {
        w.write_all(b" : ")
    }

    fn end_object<W: Write + ?Sized>(&mut self, w: &mut W) -> io::Result<()> {
        w.write_all(b"\n}")
    }
}

/// The same in one text, a line each.
fn lines<T: Document>(name: &'static str, values: Vec<T>) -> Result<Workload<T>> {
    let Workload { texts, values, .. } = generated(name, values)?;
    let layout = Layout::Lines(values.len());
    let text = texts.into_iter().flat_map(|line| [line, vec![b'\n']]).flatten().collect();
    Ok(Workload { name, layout, texts: vec![text], values })
}

/// A type that skipped a field would win a race that the others ran to the end.
fn ensure_whole<T: Document>(work: &Workload<T>) -> Result<()> {
    for (text, value) in work.texts.iter().zip(&work.values) {
        let whole: Value = serde_json::from_slice(text)?;
        ensure!(whole == serde_json::to_value(value)?, "{}: a field is not typed", work.name);
    }
    Ok(())
}

/// The generated documents are as deep and have as many keys as the row says.
fn ensure_shape(orders: &Workload<Order>) -> Result<()> {
    fn measure(value: &Value) -> (usize, usize) {
        let Value::Object(map) = value else { return (0, 0) };
        let inner = map.values().map(measure);
        inner.fold((map.len(), 1), |(keys, depth), (more, below)| {
            (keys + more, depth.max(below + 1))
        })
    }
    for value in &orders.values {
        let shape = measure(&serde_json::to_value(value)?);
        ensure!(
            shape == (generate::ORDER_KEYS, generate::ORDER_DEPTH),
            "a nested document has (keys, depth) {shape:?}",
        );
    }
    Ok(())
}

/// Replaces the floats serde_json read by what the standard library reads, and counts those
/// that differ. Every number of canada is a coordinate, so the numbers of the text in their
/// order are the floats.
fn round_correctly(canada: &mut Workload<Canada>) -> Result<usize> {
    let mut rounded = 0;
    for (text, value) in canada.texts.iter().zip(&mut canada.values) {
        let mut numbers = numbers(text).map(str::parse::<f64>);
        let mut failed = false;
        value.each_float(&mut |float| match numbers.next() {
            Some(Ok(number)) => {
                rounded += usize::from(*float != number);
                *float = number;
            }
            _ => failed = true,
        });
        ensure!(!failed && numbers.next().is_none(), "canada: a number is not a coordinate");
    }
    Ok(rounded)
}

/// The numbers of a text outside of strings. Escaped quotes are not understood: canada
/// has none.
fn numbers(text: &[u8]) -> impl Iterator<Item = &str> {
    let outside = text.split(|&byte| byte == b'"').step_by(2);
    let runs = outside.flat_map(|piece| {
        piece.split(|byte| !matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'))
    });
    runs.filter(|run| run.iter().any(u8::is_ascii_digit))
        .filter_map(|run| std::str::from_utf8(run).ok())
}
