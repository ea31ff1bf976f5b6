//! What the derive costs the compiler: crates of generated types, built with fastjson, with serde and serde_json, and with
//! miniserde.
//!
//! A figure is the CPU time of the final crate alone: its dependencies are built, nothing is incremental, its source is touched
//! and it is built again; what cargo takes to find out that nothing is to be done is subtracted. The libraries take
//! turns. The built program decodes and encodes a document of each root type and compares the text, so that nothing is
//! optimized away.

mod build;
mod crates;
mod dependencies;
mod expansion;
mod report;
mod size;
mod source;
mod types;

use std::path::PathBuf;

use anyhow::Result;

use crate::{machine, output};

use self::{
    build::Step,
    crates::{Library, Workspace},
    report::Row,
    types::Shape,
};

/// The flags of `build-cost`.
#[derive(Debug, clap::Args)]
pub(crate) struct Flags {
    /// Structs of a crate; the whole comparison is 10,100,400, which takes half an hour
    #[arg(long, value_name = "N,…", value_delimiter = ',', default_value = "100", value_parser = clap::value_parser!(u16).range(2..=5_000))]
    types: Vec<u16>,

    /// How often each crate is built in each way
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..))]
    rounds: u16,

    /// With data enums or without
    #[arg(long, value_name = "SHAPE,…", value_delimiter = ',', default_values_t = [Shape::Structs, Shape::Enums])]
    shapes: Vec<Shape>,

    /// Leave out the clean builds of the dependencies
    #[arg(long)]
    without_dependencies: bool,

    /// Write all figures to this file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// The section.
pub(crate) fn run(flags: &Flags) -> Result<()> {
    let mut notes = Vec::new();
    let mut workspace = Workspace::create(&output::target_folder()?.join("build-cost"))?;
    let mut libraries = vec![Library::Fastjson, Library::Serde, Library::Miniserde];
    for &library in &libraries {
        workspace.add(library, "empty", &source::empty(library))?;
        workspace.add(library, "plain3", &source::three_fields(library, false))?;
        workspace.add(library, "derived3", &source::three_fields(library, true))?;
        for (shape, types) in crates_of(flags) {
            if let Some(source) = source::program(library, shape, types) {
                workspace.add(library, &member(shape, types), &source)?;
            }
        }
    }
    workspace.add(Library::FastjsonAlone, "empty", &source::empty(Library::FastjsonAlone))?;
    workspace.resolve(&mut libraries, &mut notes)?;

    // Warms the dependencies for every kind of build.
    for &library in &libraries {
        for step in Step::ALL {
            eprintln!("building the dependencies: {library}, {step}");
            workspace.run(&workspace.package(library, "empty"), step)?;
        }
    }
    let mut rows = Vec::new();
    for (shape, types) in crates_of(flags) {
        rows.extend(measure(&workspace, &libraries, shape, types, usize::from(flags.rounds))?);
    }
    let expansions = libraries
        .iter()
        .map(|&library| {
            let bytes = expansion::of_three_fields(&workspace, library);
            let bytes =
                bytes.map_err(|error| notes.push(format!("{library}, expansion: {error:#}")));
            (library, bytes.ok())
        })
        .collect();
    let mut dependencies = Vec::new();
    if !flags.without_dependencies {
        for library in libraries.iter().copied().chain([Library::FastjsonAlone]) {
            eprintln!("the dependencies alone: {library}");
            dependencies.push((library, dependencies::of(&workspace, library)?));
        }
    }
    let empty = workspace.program(&workspace.package(Library::FastjsonAlone, "empty"))?;
    let report = report::Report {
        machine: machine::unpinned(),
        rounds: flags.rounds,
        empty_program: size::of_code(&empty)?,
        rows,
        expansions,
        dependencies,
        notes,
    };
    output::print(&report.render())?;
    output::json(flags.json.as_deref(), &report)
}

fn crates_of(flags: &Flags) -> impl Iterator<Item = (Shape, usize)> {
    let sizes = flags.types.iter().map(|types| usize::from(*types));
    sizes.flat_map(|types| flags.shapes.iter().map(move |shape| (*shape, types)))
}

fn member(shape: Shape, types: usize) -> String {
    format!("{shape}{types}")
}

/// Builds one crate with each library in turns, round by round.
fn measure(
    workspace: &Workspace,
    libraries: &[Library],
    shape: Shape,
    types: usize,
    rounds: usize,
) -> Result<Vec<Row>> {
    let mut rows: Vec<Row> = libraries
        .iter()
        .filter(|library| library.has(shape))
        .map(|&library| Row::new(library, shape, types))
        .collect();
    for round in 0..rounds {
        for turn in 0..rows.len() {
            let index = (round + turn) % rows.len();
            let package = workspace.package(rows[index].library, &member(shape, types));
            for step in Step::ALL {
                let cost = workspace.rebuild(&package, step)?;
                rows[index].samples[step as usize].push(cost.as_secs_f64());
            }
            eprintln!("[{}/{rounds}] {types} {shape}: {}", round + 1, rows[index].library);
        }
    }
    for row in &mut rows {
        let program = workspace.program(&workspace.package(row.library, &member(shape, types)))?;
        row.code = size::of_code(&program)?;
        row.round_trips = build::round_trips(&program)?;
    }
    Ok(rows)
}
