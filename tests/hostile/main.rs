//! Bad input: broken at every byte, nested a million deep, endless numbers, wrong in every way there is. The answer is an
//! [`fastjson::Error`] with the right place or the value that serde_json reads; never a panic, an overflow or a hang.

mod documents;
mod errors;
mod forms;
mod members;
mod mutations;
mod nesting;
mod numbers;
mod place;
mod time;
mod verdict;
