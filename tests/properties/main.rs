//! What holds for all values: round trips, the same text as serde_json's and ryu's oracle, the same result through every
//! entrance; and that an `Encode` impl which lies about its length does no harm.

use std::fmt::Debug;

use fastjson_guard::guarded;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

mod entrances;
mod floats;
mod integers;
mod liars;
mod round_trips;
mod strings;

/// What tests allocate in `guarded` code ends where no memory is: nothing is read or written behind it.
#[global_allocator]
static ALLOCATOR: fastjson_guard::Guarded = fastjson_guard::Guarded;

/// Runs a test over so many values, the same ones each time, and shows the simplest that fails.
#[track_caller]
fn check<S: Strategy>(cases: u32, values: S, test: impl Fn(S::Value))
where
    S::Value: Debug,
{
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let result = TestRunner::new_with_rng(config, rng).run(&values, |value| {
        guarded(|| test(value));
        Ok(())
    });
    if let Err(err) = result {
        panic!("{err}");
    }
}
