//! What holds for all values: round trips, the same text as serde_json's and ryu's oracle, the same result through every
//! entrance; and that an `Encode` impl which lies about its length does no harm.

use std::fmt::Debug;

use fastjson_guard::guarded;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

mod documents;
mod entrances;
mod floats;
mod integers;
mod liars;
mod nearest;
mod round_trips;
mod strings;

/// What tests allocate in `guarded` code ends where no memory is: nothing is read or written behind it.
#[global_allocator]
static ALLOCATOR: fastjson_guard::Guarded = fastjson_guard::Guarded;

/// Of so many values in CI, how many it is to be: `FASTJSON_TIMES` as many.
fn budget(values: u32) -> u32 {
    let times = std::env::var("FASTJSON_TIMES");
    let times = times.map_or(1.0, |times| times.parse::<f64>().expect("FASTJSON_TIMES"));
    (f64::from(values) * times).ceil() as u32
}

/// Other values than those of CI: `FASTJSON_SEED`.
fn seed() -> Option<u64> {
    std::env::var("FASTJSON_SEED").ok().map(|seed| seed.parse().expect("FASTJSON_SEED"))
}

/// Runs a test over so many values, the same ones each time, and shows the simplest that fails.
#[track_caller]
fn check<S: Strategy>(cases: u32, values: S, test: impl Fn(S::Value))
where
    S::Value: Debug,
{
    let config = Config { cases: budget(cases), failure_persistence: None, ..Config::default() };
    let rng = match seed() {
        None => TestRng::deterministic_rng(RngAlgorithm::ChaCha),
        Some(seed) => {
            let seed: [u8; 32] = std::array::from_fn(|i| seed.to_le_bytes()[i % 8]);
            TestRng::from_seed(RngAlgorithm::ChaCha, &seed)
        }
    };
    let result = TestRunner::new_with_rng(config, rng).run(&values, |value| {
        guarded(|| test(value));
        Ok(())
    });
    if let Err(err) = result {
        panic!("{err}");
    }
}
