//! What happens when there are very many blocks, in a process of its own.
#![cfg(all(unix, not(any(miri, fastjson_no_guard))))]

use fastjson_guard::{Guarded, guarded};

#[global_allocator]
static ALLOCATOR: Guarded = Guarded;

/// More blocks than there can be guarded ones are the system's, and nobody is left without mappings.
#[test]
fn very_many_blocks() {
    let blocks = guarded(|| (0..50_000_u32).map(Box::new).collect::<Vec<_>>());
    std::thread::spawn(|| ()).join().expect("a thread has room");
    assert!(blocks.iter().zip(0..).all(|(block, value)| **block == value));
}
