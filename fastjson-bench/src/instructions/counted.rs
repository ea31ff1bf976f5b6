//! The process under callgrind: all rows of the table, where one pass of fastjson's candidates is made to be counted.

use std::{hint::black_box, time::Duration};

use anyhow::{Context, Result};

use crate::{
    all_rows,
    measure::{Contender, Effort},
    race::Race,
    workload,
};

/// Callgrind collects inside of the function whose name contains this.
pub(super) const COUNTED: &str = "one_pass_that_is_counted";

/// What is done behind the call keeps it from becoming a jump, by which callgrind would lose sight of this function.
#[inline(never)]
fn one_pass_that_is_counted(pass: &mut dyn FnMut() -> Result<()>) -> Result<()> {
    black_box(pass())
}

/// Callgrind dumps what it has collected before the function whose name contains this.
pub(super) const DONE: &str = "the_pass_is_done";

#[inline(never)]
fn the_pass_is_done() {
    black_box(());
}

/// Prints whether there is AVX2, and then the title of each row whose pass was made, in order.
pub(super) fn run() -> Result<()> {
    println!("{}", has_avx2());
    let mut work = workload::load()?;
    let effort = Effort { rounds: 1, sample: Duration::ZERO, settle: false };
    let mut race = Race::new(effort, "");
    race.instead_of_measuring(count);
    race.run(|race| all_rows(race, &mut work))
}

/// Counts the candidates of a row that are fastjson's, each in a form of its own.
fn count(title: &str, contenders: &mut [Contender<'_>]) -> Result<()> {
    for Contender { name, pass } in contenders {
        let form = match *name {
            "fastjson" => "",
            name => match name.strip_prefix("fastjson") {
                // The base is another row's `fastjson`.
                None | Some(", base") => continue,
                Some(form) => form,
            },
        };
        // Buffers that are kept find their size.
        pass().with_context(|| title.to_owned())?;
        one_pass_that_is_counted(pass).with_context(|| title.to_owned())?;
        the_pass_is_done();
        println!("{title}{form}");
    }
    Ok(())
}

fn has_avx2() -> bool {
    #[cfg(target_arch = "x86_64")]
    return is_x86_feature_detected!("avx2");
    #[cfg(not(target_arch = "x86_64"))]
    false
}
