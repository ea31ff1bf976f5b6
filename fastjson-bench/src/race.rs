//! Carries a run along: which rows are wanted, how far it is, and what it found.

use std::io::{IsTerminal, stderr};

use anyhow::{Context, Result, ensure};
use indicatif::{ProgressBar, ProgressStyle};

use crate::{
    measure::{self, Contender, Effort},
    report::{Direction, Row, Unit},
};

/// A run under way.
pub(crate) struct Race {
    effort: Effort,
    filter: String,
    progress: Progress,
    instead: Option<Instead>,
    pub(crate) rows: Vec<Row>,
    pub(crate) notes: Vec<String>,
}

/// What is done with a row, by its title, instead of measuring it.
type Instead = fn(&str, &mut [Contender<'_>]) -> Result<()>;

enum Progress {
    /// The rows are only counted, so that the bar knows its length.
    Counting(u64),
    /// On a terminal.
    Bar(ProgressBar),
    /// Into a log: a line when a row is done.
    Lines { done: u64, rows: u64 },
}

impl Race {
    /// Nothing measured yet; every row that contains `filter` will be.
    pub(crate) fn new(effort: Effort, filter: &str) -> Self {
        Self {
            effort,
            filter: filter.to_lowercase(),
            progress: Progress::Counting(0),
            instead: None,
            rows: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Verifies all rows as always, but does something else than measuring them.
    pub(crate) fn instead_of_measuring(&mut self, instead: Instead) {
        self.instead = Some(instead);
    }

    /// Goes through all rows twice: the first time they are only counted.
    pub(crate) fn run(&mut self, mut rows: impl FnMut(&mut Self) -> Result<()>) -> Result<()> {
        rows(self)?;
        let Progress::Counting(count) = self.progress else { return Ok(()) };
        ensure!(count > 0, "no row contains {:?}", self.filter);
        self.progress = if stderr().is_terminal() {
            Progress::Bar(bar(count * self.effort.rounds as u64)?)
        } else {
            Progress::Lines { done: 0, rows: count }
        };
        rows(self)?;
        if let Progress::Bar(bar) = &self.progress {
            bar.finish_and_clear();
        }
        Ok(())
    }

    /// Whether to verify and measure a row now.
    pub(crate) fn wants(&mut self, direction: Direction, document: &str) -> bool {
        let title = format!("{}: {document}", direction.title());
        if !title.to_lowercase().contains(&self.filter) {
            return false;
        }
        match &mut self.progress {
            Progress::Counting(count) => {
                *count += 1;
                return false;
            }
            Progress::Bar(bar) => bar.set_message(title),
            Progress::Lines { .. } => {}
        }
        true
    }

    /// Lets the candidates of a row take turns.
    pub(crate) fn row(
        &mut self,
        direction: Direction,
        document: &str,
        unit: Unit,
        contenders: &mut [Contender<'_>],
    ) -> Result<()> {
        let title = format!("{}: {document}", direction.title());
        let after_round = || {
            if let Progress::Bar(bar) = &self.progress {
                bar.inc(1);
            }
        };
        if let Some(instead) = self.instead {
            instead(&title, contenders)?;
        } else {
            let measured = measure::run(contenders, self.effort, after_round)
                .with_context(|| title.clone())?;
            self.rows.push(Row::new(direction, document, unit, measured));
        }
        if let Progress::Lines { done, rows } = &mut self.progress {
            *done += 1;
            eprintln!("[{done}/{rows}] {title}");
        }
        Ok(())
    }

    /// Notes what a reader of the figures must know beside them.
    pub(crate) fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }
}

/// Redrawn only between rounds: a ticking thread would take time from the timed part.
fn bar(length: u64) -> Result<ProgressBar> {
    let style = ProgressStyle::with_template("{wide_bar} {percent:>3} %  {msg}")?;
    Ok(ProgressBar::new(length).with_style(style))
}
