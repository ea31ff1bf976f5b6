//! Blocks end where they should, and a test that reads or writes behind one dies.
#![cfg(all(unix, not(any(miri, fastjson_no_guard))))]

use std::hint::black_box;
use std::os::unix::process::ExitStatusExt;
use std::process::Command;

use fastjson_guard::{Guarded, guarded};

#[global_allocator]
static ALLOCATOR: Guarded = Guarded;

/// Tells the child process which of the bad accesses to make.
const CHILD: &str = "FASTJSON_GUARD_CHILD";

#[test]
fn blocks_end_at_a_page_and_hold_what_is_written() {
    let page = rustix::param::page_size();
    let mut kept: Vec<Vec<u8>> = Vec::new();
    for round in 0..3 {
        for len in (1..200).chain([page - 1, page, page + 1, 3 * page, 5 * page + 7, 1 << 20]) {
            let block = guarded(|| vec![round; len]);
            assert_eq!(block.as_ptr_range().end.addr() % page, 0, "{len} bytes");
            if len % 3 == 0 {
                kept.push(block);
            }
        }
    }
    for block in kept {
        assert!(block.iter().all(|byte| *byte == block[0]));
    }
    let words = guarded(|| vec![1_u64; 77]);
    assert_eq!(words.as_ptr_range().end.addr() % page, 0);
    // An `Arc`'s block is aligned even if its length is none of an alignment.
    let shared = guarded(|| std::sync::Arc::<str>::from("abc"));
    assert_eq!(&*shared, "abc");
}

#[test]
fn blocks_move_between_allocators_as_they_grow() {
    let mut bytes = vec![7_u8; 10];
    guarded(|| bytes.resize(5000, 8));
    bytes.resize(100_000, 9);
    guarded(|| bytes.shrink_to_fit());
    drop(std::thread::spawn(move || bytes).join().expect("a block of another thread"));
    // Larger than the largest slot.
    assert_eq!(guarded(|| vec![1_u8; 100 << 20].len()), 100 << 20);
}

#[test]
fn reads_and_writes_behind_a_block_are_fatal() {
    if let Ok(access) = std::env::var(CHILD) {
        guarded(|| {
            let mut block = vec![0_u8; 100];
            // SAFETY: none: this has to be fatal.
            unsafe {
                match &*access {
                    "read" => drop(black_box(block.as_ptr().add(100).read_volatile())),
                    "write" => block.as_mut_ptr().add(100).write_volatile(1),
                    _ => drop(black_box(block.as_ptr().add(99).read_volatile())),
                }
            }
        });
        return;
    }
    for (access, is_fatal) in [("inside", false), ("read", true), ("write", true)] {
        let mut child = Command::new(std::env::current_exe().expect("this file"));
        child.args(["--exact", "reads_and_writes_behind_a_block_are_fatal"]).env(CHILD, access);
        let status = child.output().expect("a child process").status;
        assert_eq!(status.success(), !is_fatal, "{access}: {status}");
        assert_eq!(status.signal().is_some(), is_fatal, "{access}: {status}");
    }
}
