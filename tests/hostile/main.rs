//! Bad input: broken at every byte, nested a million deep, endless numbers, wrong in every way there is. The answer is an
//! [`fastjson::Error`] with the right place or the value that serde_json reads; never a panic, an overflow or a hang.

mod attempts;
mod clock;
mod documents;
mod drops;
mod errors;
mod forms;
mod members;
mod mutations;
mod nesting;
mod numbers;
mod place;
mod streams;
mod time;
mod verdict;

/// What tests allocate in `guarded` code ends where no memory is: nothing is read or written behind it.
#[global_allocator]
static ALLOCATOR: fastjson_guard::Guarded = fastjson_guard::Guarded;
