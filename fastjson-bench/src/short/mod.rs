//! Short texts, one call each: what a call costs whatever its text, which documents do not show.
//!
//! A text is read without white space, with a space behind each colon and comma, and over lines; what it is read as is written into a new
//! vector and into a reused one; and what is no value of its type is refused. Each is called many times in a row, so branches are foretold:
//! for values of chance see [`crate::values`].
//!
//! The table has a row for each operation, over all texts. The section shows each text beside the faster of `serde_json` and `sonic-rs`.

mod cases;
mod report;
mod types;

use std::{error::Error, fmt::Debug, hint::black_box, path::PathBuf, rc::Rc, time::Duration};

use anyhow::{Context, Result, ensure};
use fastjson::{DecodeOwned, Encode};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    machine,
    measure::{self, Contender, Effort},
    output,
    race::Race,
    report::{Direction, Unit},
    style::{Style, restyle},
};

use self::report::{Report, Row};

/// The flags of `short`.
#[derive(Debug, clap::Args)]
pub(crate) struct Flags {
    /// Show all rows, not only those in which a peer is faster
    #[arg(long)]
    all: bool,

    /// Only rows whose title contains this text, for example "decode" or "HashMap"
    #[arg(long, value_name = "TEXT", default_value = "")]
    filter: String,

    /// How often each candidate has its turn
    #[arg(long, value_name = "N", default_value_t = 15, value_parser = clap::value_parser!(u16).range(1..))]
    rounds: u16,

    /// Write all figures to this file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// Calls in a pass: one is as short as what is around it.
const CALLS: usize = 64;

/// The section.
pub(crate) fn run(flags: &Flags) -> Result<()> {
    let machine = machine::prepare();
    let effort = Effort {
        rounds: usize::from(flags.rounds),
        sample: Duration::from_micros(200),
        settle: false,
    };
    let mut rows = Vec::new();
    for mut case in cases::all()? {
        if case.title.to_lowercase().contains(&flags.filter.to_lowercase()) {
            rows.push(Row::new(measure::run(&mut case.contenders, effort, || {})?, case.title));
            if rows.len().is_multiple_of(100) {
                eprintln!("[{} rows done]", rows.len());
            }
        }
    }
    ensure!(!rows.is_empty(), "no row contains {:?}", flags.filter);
    let report = Report::new(machine, effort.rounds, rows);
    output::print(&report.render(flags.all))?;
    output::json(flags.json.as_deref(), &report)
}

/// The rows of the table.
pub(crate) fn rows(race: &mut Race) -> Result<()> {
    let mut all = Vec::new();
    for operation in Operation::ALL {
        if !race.wants(Direction::Short, operation.name()) {
            continue;
        }
        if all.is_empty() {
            all = cases::all()?;
        }
        let cases: Vec<Case> = all.extract_if(.., |case| case.operation == operation).collect();
        let calls = cases.len() * CALLS;
        let bytes = cases.iter().map(|case| case.bytes * CALLS).sum();
        let mut contenders = together(cases);
        let unit = Unit::documents(bytes, calls);
        race.row(Direction::Short, operation.name(), unit, &mut contenders)?;
    }
    Ok(())
}

/// A library's passes as one.
fn together(cases: Vec<Case>) -> [Contender<'static>; 3] {
    let mut all = ["fastjson", "serde_json", "sonic-rs"].map(|name| (name, Vec::new()));
    for case in cases {
        for ((_, passes), contender) in all.iter_mut().zip(case.contenders) {
            passes.push(contender.pass);
        }
    }
    all.map(|(name, mut passes)| {
        let pass = move || passes.iter_mut().try_for_each(|pass| pass());
        Contender { name, pass: Box::new(pass) }
    })
}

/// What is done with a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Operation {
    Decode,
    DecodeSpaces,
    DecodeLines,
    EncodeFresh,
    EncodeReused,
    Refuse,
}

impl Operation {
    const ALL: [Operation; 6] = [
        Self::Decode,
        Self::DecodeSpaces,
        Self::DecodeLines,
        Self::EncodeFresh,
        Self::EncodeReused,
        Self::Refuse,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Decode => "decode",
            Self::DecodeSpaces => "decode, spaces behind marks",
            Self::DecodeLines => "decode, over lines",
            Self::EncodeFresh => "encode into a new vector",
            Self::EncodeReused => "encode into a reused buffer",
            Self::Refuse => "refuse",
        }
    }
}

/// One operation on one text.
struct Case {
    operation: Operation,
    title: String,
    bytes: usize,
    contenders: [Contender<'static>; 3],
}

/// A type, with the traits of all libraries.
trait Value: Encode + DecodeOwned + Serialize + DeserializeOwned + PartialEq + Debug + 'static {}

impl<T: Encode + DecodeOwned + Serialize + DeserializeOwned + PartialEq + Debug + 'static> Value
    for T
{
}

/// The cases so far.
#[derive(Default)]
struct Cases(Vec<Case>);

impl Cases {
    /// A text that is a `T`.
    fn accept<T: Value>(&mut self, text: &str) -> Result<()> {
        let value: T = serde_json::from_str(text).with_context(|| text.to_owned())?;
        for (operation, styled) in styles(text) {
            ensure!(
                fastjson::from_str::<T>(&styled)? == value,
                "fastjson reads {styled} otherwise"
            );
            ensure!(
                sonic_rs::from_str::<T>(&styled)? == value,
                "sonic-rs reads {styled} otherwise"
            );
            let (bytes, styled) = (styled.len(), Rc::from(styled));
            self.add::<T>(operation, text, bytes, || {
                [
                    call("fastjson", &styled, |text| fastjson::from_str::<T>(text)),
                    call("serde_json", &styled, |text| serde_json::from_str::<T>(text)),
                    call("sonic-rs", &styled, |text| sonic_rs::from_str::<T>(text)),
                ]
            });
        }

        // What no field has is not written.
        let text = serde_json::to_string(&value)?;
        let mut written = fastjson::to_vec(&value)?;
        fastjson::encode_into(&value, &mut written)?;
        ensure!(written == text.repeat(2).into_bytes(), "fastjson writes {text} otherwise");
        let value = Rc::new(value);
        self.add::<T>(Operation::EncodeFresh, &text, text.len(), || {
            [
                call("fastjson", &value, |value| fastjson::to_vec(value)),
                call("serde_json", &value, |value| serde_json::to_vec(value)),
                call("sonic-rs", &value, |value| sonic_rs::to_vec(value)),
            ]
        });
        self.add::<T>(Operation::EncodeReused, &text, text.len(), || {
            [
                write("fastjson", &value, |value, buffer| fastjson::encode_into(value, buffer)),
                write("serde_json", &value, |value, buffer| serde_json::to_writer(buffer, value)),
                write("sonic-rs", &value, |value, buffer| sonic_rs::to_writer(buffer, value)),
            ]
        });
        Ok(())
    }

    /// A text that is no `T`.
    fn refuse<T: Value>(&mut self, text: &str) -> Result<()> {
        ensure!(fastjson::from_str::<T>(text).is_err(), "fastjson accepts {text}");
        ensure!(serde_json::from_str::<T>(text).is_err(), "serde_json accepts {text}");
        ensure!(sonic_rs::from_str::<T>(text).is_err(), "sonic-rs accepts {text}");
        let shared = Rc::from(text);
        self.add::<T>(Operation::Refuse, text, text.len(), || {
            [
                call("fastjson", &shared, |text| refused(fastjson::from_str::<T>(text))),
                call("serde_json", &shared, |text| refused(serde_json::from_str::<T>(text))),
                call("sonic-rs", &shared, |text| refused(sonic_rs::from_str::<T>(text))),
            ]
        });
        Ok(())
    }

    /// Several texts may be written as the same one, which counts once. (The white space of others is told by the operation.)
    fn add<T>(
        &mut self,
        operation: Operation,
        text: &str,
        bytes: usize,
        contenders: impl FnOnce() -> [Contender<'static>; 3],
    ) {
        let title = format!("{}: {} from {text}", operation.name(), type_name::<T>());
        if self.0.iter().all(|case| case.title != title) {
            let contenders = contenders();
            self.0.push(Case { operation, title, bytes, contenders });
        }
    }
}

/// The text as it is, and as two widespread writers would have written it.
fn styles(text: &str) -> Vec<(Operation, String)> {
    let mut texts: Vec<(Operation, String)> = Vec::new();
    for (style, operation) in [
        (Style::Minified, Operation::Decode),
        (Style::Spaces, Operation::DecodeSpaces),
        (Style::Lines, Operation::DecodeLines),
    ] {
        let styled = restyle(text, style);
        // A value without parts is written alike in all.
        if texts.iter().all(|(_, other)| *other != styled) {
            texts.push((operation, styled));
        }
    }
    texts
}

/// What a text is refused with, which is what is wanted.
fn refused<T, E>(result: Result<T, E>) -> Result<Option<E>, fastjson::Error> {
    Ok(result.err())
}

/// Calls that make something of `input`.
fn call<I: ?Sized + 'static, T, E: Error + Send + Sync + 'static>(
    name: &'static str,
    input: &Rc<I>,
    make: impl Fn(&I) -> Result<T, E> + 'static,
) -> Contender<'static> {
    let input = Rc::clone(input);
    let pass = move || {
        for _ in 0..CALLS {
            black_box(&make(black_box(&*input))?);
        }
        Ok(())
    };
    Contender { name, pass: Box::new(pass) }
}

/// Calls that write `input` into one buffer, which has held longer texts. (Without room beyond the text, other ways are taken.)
fn write<I: 'static, E: Error + Send + Sync + 'static>(
    name: &'static str,
    input: &Rc<I>,
    encode: impl Fn(&I, &mut Vec<u8>) -> Result<(), E> + 'static,
) -> Contender<'static> {
    let (input, mut buffer) = (Rc::clone(input), Vec::with_capacity(4096));
    let pass = move || {
        for _ in 0..CALLS {
            buffer.clear();
            encode(black_box(&*input), black_box(&mut buffer))?;
        }
        Ok(())
    };
    Contender { name, pass: Box::new(pass) }
}

/// The type's name without the paths to it.
fn type_name<T>() -> String {
    let name = std::any::type_name::<T>();
    let words = name.split_inclusive(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| !word.ends_with(':')).collect()
}
