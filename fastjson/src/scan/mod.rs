//! Searches over bytes. What is searched for is written once, here, over a [`Block`] of lanes, and so is the way in which blocks go
//! over a text; `swar.rs`, `sse2.rs`, `avx2.rs` and `neon.rs` are the blocks. Nothing is read past the slice: the last block
//! overlaps with the one before, and only a text shorter than a block is looked at byte by byte.
//!
//! `pattern.rs` does not search, but compares with what is expected at a place; with NEON as without vectors, by words. `digits.rs` makes
//! text, sixteen digits at once. `arrays.rs` checks a grammar by the masks of sixty-four bytes.
//!
//! The first blocks are those that every machine of the architecture has, in line: nearly all strings end there, before any call
//! and before any look at what else the machine has. What is longer is gone through out of line, in the widest blocks there are.
//!
//! A copy of less than four blocks takes all of it by blocks that overlap, in a way for each of three ranges of lengths: a branch at each
//! block, or one between eight bytes and less, is foretold for a document that is read again and again, and costs a third of the time for
//! strings that are not. (`fastjson-bench -- --filter "of a type"` races such. One branch at two blocks made those below 80 bytes take 1.5 to
//! 1.9 times as long, and records, whose lengths are learned, 0.95 times.)
//!
//! Where the machine has AVX-512, there is one way for all those lengths: by a mask (`avx512.rs`).
//!
//! Tried and left out: blocks of AVX-512, which search at 0.8 of AVX2's speed from a kilobyte on and copy at 1.1 of it (Zen 4; in the
//! first cache); the first two blocks of a search looked at without a branch between them (1 to 6 %
//! more instructions, and no row faster; only where strings get memory of their own, such of chance were 3 % faster and records not).

use alloc::string::String;
use alloc::vec::Vec;
use core::mem::MaybeUninit;

#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
mod arrays;
#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
mod avx2;
#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
mod avx512;
mod digits;
mod escapes;
#[cfg(not(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar))))]
mod maskless;
#[cfg(all(target_arch = "aarch64", target_feature = "neon", not(fastjson_swar)))]
mod neon;
mod pattern;
#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
mod spread;
#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
mod sse2;
mod swar;
mod walk;

#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
pub(crate) use arrays::arrays;
#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
pub(crate) use avx512::{ask_for_masks, copy_by_mask, has_masks};
pub(crate) use digits::Digits;
pub(crate) use escapes::{
    ESCAPED, NONE, UNIT, copy_escaped, escape, escaped_room, pair, pass_escapes, push_unescaped,
    unescape, unit,
};
#[cfg(not(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar))))]
pub(crate) use maskless::{arrays, ask_for_masks, copy_by_mask, has_masks};
#[cfg(all(target_arch = "aarch64", target_feature = "neon", not(fastjson_swar)))]
use neon::Neon as Wide;
pub(crate) use pattern::{Pattern, bits, is_same, is_same_in, quotes};
#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
use sse2::Sse2 as Wide;
use swar::Swar;
#[cfg(any(
    fastjson_swar,
    not(any(
        all(target_arch = "x86_64", target_feature = "sse2"),
        all(target_arch = "aarch64", target_feature = "neon")
    ))
))]
use swar::Swar as Wide;
use walk::{Nowhere, Room, walk};

/// Some bytes at once. A comparison gives a block whose lanes are all ones or have at least their high bit
/// set where it holds, and are zero in the high bit where not.
trait Block: Copy {
    /// How many bytes.
    const LEN: usize;
    /// # Safety
    /// `LEN` bytes must be readable at `from`, and the machine must have the instructions of the block.
    unsafe fn load(from: *const u8) -> Self;
    /// # Safety
    /// `LEN` bytes must be writable at `to`.
    unsafe fn store(self, to: *mut u8);
    /// Turns the bits of `byte` in every lane.
    fn xor(self, byte: u8) -> Self;
    /// Lanes that equal `byte`.
    fn equal(self, byte: u8) -> Self;
    /// Lanes below `bound`, which is at most `0x80`.
    fn below(self, bound: u8) -> Self;
    /// Lanes in which either holds.
    fn or(self, other: Self) -> Self;
    /// How many bits of a mask belong to a lane.
    const LANE_BITS: u32;
    /// A bit for each lane in which a comparison holds, somewhere in those of the lane.
    fn mask(self) -> u64;

    /// The first lane in which a comparison holds.
    #[inline(always)]
    fn first(self) -> Option<usize> {
        let mask = self.mask();
        (mask != 0).then(|| Self::lane(mask))
    }

    /// The first lane of a mask, which must not be empty.
    #[inline(always)]
    fn lane(mask: u64) -> usize {
        (mask.trailing_zeros() / Self::LANE_BITS) as usize
    }
}

/// A block that can be had of less than its length: by quarters, which overlap. They stand at the same places whatever the length, so that
/// no branch depends on it.
trait Quarters: Block {
    /// Copies `len` bytes by quarters, and gives these.
    ///
    /// # Safety
    /// So many bytes, as [`places`](Quarters::places) demands, must be readable at `from` and writable at `to`, and the machine must have
    /// the instructions of the block.
    unsafe fn copy_quarters(from: *const u8, to: *mut u8, len: usize) -> Self;

    /// [`places`] in this block.
    #[inline(always)]
    fn places(len: usize) -> [usize; 4] {
        places(Self::LEN, len)
    }
}

/// Where the quarters of a block stand that together are `len` bytes, at least a quarter of the block and less than the block.
#[inline(always)]
const fn places(block: usize, len: usize) -> [usize; 4] {
    debug_assert!(block / 4 <= len && len < block);
    let quarter = block / 4;
    let last = len - quarter;
    // Nowhere below half a block.
    let step = len / (2 * quarter) * quarter;
    [0, step, last - step, last]
}

/// Copies a `T` at each of the places, and gives them.
///
/// # Safety
/// There must be as many bytes at each place at `from`, any bits of which are a `T`, and at `to`.
#[inline(always)]
unsafe fn copy_at<T: Copy>(from: *const u8, to: *mut u8, places: [usize; 4]) -> [T; 4] {
    // SAFETY: as demanded of the caller.
    places.map(|at| unsafe {
        let part = from.add(at).cast::<T>().read_unaligned();
        to.add(at).cast::<T>().write_unaligned(part);
        part
    })
}

/// Something to search for.
trait Search {
    /// Whether `byte` is found: the oracle of `lanes`.
    fn is(byte: u8) -> bool;
    /// The lanes that are found.
    fn lanes<B: Block>(block: B) -> B;
}

/// What cannot stand in a JSON string as it is: the quote, the backslash and controls.
struct Special;

impl Search for Special {
    #[inline(always)]
    fn is(byte: u8) -> bool {
        byte < 0x20 || byte == b'"' || byte == b'\\'
    }

    #[inline(always)]
    fn lanes<B: Block>(block: B) -> B {
        // Turning this bit leaves controls among themselves and puts the quote, 0x22, right behind them, in the place of the space:
        // one comparison less.
        block.xor(2).below(0x21).or(block.equal(b'\\'))
    }
}

/// The end of white space.
struct NotWhite;

impl Search for NotWhite {
    #[inline(always)]
    fn is(byte: u8) -> bool {
        !matches!(byte, b' ' | b'\n' | b'\t' | b'\r')
    }

    #[inline(always)]
    fn lanes<B: Block>(block: B) -> B {
        let indentation = block.equal(b' ').or(block.equal(b'\n'));
        let other = block.equal(b'\t').or(block.equal(b'\r'));
        indentation.or(other).xor(0xff)
    }
}

/// The end of digits.
struct NotDigit;

impl Search for NotDigit {
    #[inline(always)]
    fn is(byte: u8) -> bool {
        !byte.is_ascii_digit()
    }

    #[inline(always)]
    fn lanes<B: Block>(block: B) -> B {
        // (Turned, digits are the values below ten.)
        block.xor(b'0').below(10).xor(0xff)
    }
}

/// The end of ASCII.
struct NotAscii;

impl Search for NotAscii {
    #[inline(always)]
    fn is(byte: u8) -> bool {
        !byte.is_ascii()
    }

    #[inline(always)]
    fn lanes<B: Block>(block: B) -> B {
        block
    }
}

/// What opens and closes arrays and objects.
struct Bracket;

impl Search for Bracket {
    #[inline(always)]
    fn is(byte: u8) -> bool {
        matches!(byte, b'[' | b']' | b'{' | b'}')
    }

    #[inline(always)]
    fn lanes<B: Block>(block: B) -> B {
        let opening = block.equal(b'[').or(block.equal(b'{'));
        let closing = block.equal(b']').or(block.equal(b'}'));
        opening.or(closing)
    }
}

/// The same, what parts their elements, and what opens a string.
struct Mark;

impl Search for Mark {
    #[inline(always)]
    fn is(byte: u8) -> bool {
        Bracket::is(byte) || matches!(byte, b',' | b'"')
    }

    #[inline(always)]
    fn lanes<B: Block>(block: B) -> B {
        Bracket::lanes(block).or(block.equal(b',')).or(block.equal(b'"'))
    }
}

/// The end of the plain part of a string: the index of the first quote, backslash or control, or the length.
#[inline(always)]
pub(crate) fn special(text: &[u8]) -> usize {
    find::<Special>(text)
}

/// The index of the first bracket, brace, comma or quote, or the length.
pub(crate) fn mark(text: &[u8]) -> usize {
    find::<Mark>(text)
}

/// The index of the first bracket or brace, or the length.
pub(crate) fn bracket(text: &[u8]) -> usize {
    find::<Bracket>(text)
}

/// The index of the first byte that is no white space, or the length.
#[inline(always)]
pub(crate) fn not_white(text: &[u8]) -> usize {
    find::<NotWhite>(text)
}

/// The index of the first byte that is no digit, or the length.
#[inline(always)]
pub(crate) fn not_digit(text: &[u8]) -> usize {
    find::<NotDigit>(text)
}

/// The same, if it is in the first block and that can be read.
#[inline(always)]
pub(crate) fn near_not_digit(text: &[u8]) -> Option<usize> {
    if text.len() < Wide::LEN {
        return None;
    }
    // SAFETY: a block is in the slice.
    NotDigit::lanes(unsafe { Wide::load(text.as_ptr()) }).first()
}

/// How many bytes that is.
pub(crate) const NEAR: usize = Wide::LEN;

/// Where the first two bytes from `from` on are that are no digits, if they are in the first block and that can be read.
#[inline(always)]
pub(crate) fn near_not_digits(text: &[u8], from: usize) -> Option<(usize, Option<usize>)> {
    if text.len() < Wide::LEN {
        return None;
    }
    debug_assert!(from < Wide::LEN);
    // SAFETY: a block is in the slice.
    let all = NotDigit::lanes(unsafe { Wide::load(text.as_ptr()) }).mask();
    let mask = all >> (from as u32 * Wide::LANE_BITS);
    let lane = |mask: u64| (mask != 0).then(|| from + Wide::lane(mask));
    let first = lane(mask)?;
    Some((first, lane(mask & (mask - 1))))
}

/// [`not_white`], if it is in the first [`INDENTATION`] bytes and all of them can be read.
#[inline(always)]
pub(crate) fn near_not_white(text: &[u8]) -> Option<usize> {
    if text.len() < INDENTATION {
        return None;
    }
    // SAFETY: two blocks are in the slice.
    let block = |i: usize| unsafe { Wide::load(text.as_ptr().add(i * Wide::LEN)) };
    let second = || Some(Wide::LEN + NotWhite::lanes(block(1)).first()?);
    NotWhite::lanes(block(0)).first().or_else(second)
}

/// How many bytes that is.
pub(crate) const INDENTATION: usize = 2 * Wide::LEN;

/// How far numbers, commas, brackets and white space go that are elements of an array.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Passed {
    /// To the closing bracket, if the array is over, else behind a comma or an opening bracket.
    pub(crate) bytes: usize,
    /// How many arrays are open there, that one included; 0, if it is over.
    pub(crate) depth: usize,
}

impl Passed {
    /// Nothing.
    const NONE: Passed = Passed { bytes: 0, depth: 1 };
}

/// The bytes as text, if they are UTF-8. Only what stands behind the first character that is not ASCII is looked at as such; below about
/// 200 bytes of it the standard library is as fast as simdutf8.
pub(crate) fn utf8(bytes: &[u8]) -> Option<&str> {
    let ascii = match bytes.len() {
        ..LONG => find::<NotAscii>(bytes),
        // SAFETY: it is long, and nothing is written.
        _ => unsafe { walk::long::<NotAscii, Nowhere>(bytes, 0, Nowhere) },
    };
    let rest = &bytes[ascii..];
    let is_utf8 = rest.is_empty()
        || match rest.len() {
            ..200 => str::from_utf8(rest).is_ok(),
            _ => simdutf8::basic::from_utf8(rest).is_ok(),
        };
    // SAFETY: ASCII is UTF-8, and a character that is not ASCII begins behind it.
    is_utf8.then(|| unsafe { str::from_utf8_unchecked(bytes) })
}

/// From how many bytes on a call pays.
pub(crate) const LONG: usize = walk::SHORT;

/// Copies `text`, shorter than [`LONG`], to `to`; whether it is plain. The way does not turn at each block, for lengths are hard to foretell.
///
/// # Safety
/// As for [`copy_plain`].
#[inline(always)]
pub(crate) unsafe fn copy_short(text: &[u8], to: *mut u8) -> bool {
    // SAFETY: as demanded of the caller.
    unsafe { walk::copy_short::<Special, Wide>(text, to) }
}

/// Whether a text shorter than [`LONG`] is plain, in the same way. (What is copied is not looked at.)
#[inline(always)]
pub(crate) fn is_plain(text: &[u8]) -> bool {
    debug_assert!(text.len() < LONG);
    let mut copy = [MaybeUninit::<u8>::uninit(); LONG];
    // SAFETY: there is room for more than the text.
    unsafe { copy_short(text, copy.as_mut_ptr().cast()) }
}

/// How many bytes [`copy_by_mask`] may write.
pub(crate) const MASKED: usize = 64;

/// Copies the plain part of `text` to `to` and returns its length.
///
/// # Safety
/// `text.len()` bytes must be writable at `to` and must not overlap `text`. Bytes behind the plain part may be
/// overwritten with anything.
#[inline(always)]
pub(crate) unsafe fn copy_plain(text: &[u8], to: *mut u8) -> usize {
    // SAFETY: as demanded of the caller.
    unsafe { walk::<Special, Room>(text, Room(to)) }
}

/// [`copy_plain`] of a text that is known to be long.
///
/// # Safety
/// As there, for a text of at least [`LONG`] bytes.
#[inline(always)]
pub(crate) unsafe fn copy_plain_long(text: &[u8], to: *mut u8) -> usize {
    // SAFETY: as demanded of the caller.
    unsafe { walk::long::<Special, Room>(text, 0, Room(to)) }
}

/// The first `n` bytes of `text` in memory of their own. Short ones get room for a block, and are copied by blocks that overlap: no branch
/// depends on a length below two blocks.
///
/// # Safety
/// They must be in `text`, and UTF-8.
#[inline(always)]
pub(crate) unsafe fn owned(text: &[u8], n: usize) -> String {
    debug_assert!(str::from_utf8(&text[..n]).is_ok());
    if n == 0 {
        return String::new();
    }
    if text.len() < Wide::LEN || n > LONG {
        // SAFETY: as demanded of the caller.
        return unsafe { str::from_utf8_unchecked(&text[..n]).into() };
    }
    let mut out = Vec::with_capacity(n.max(Wide::LEN));
    // SAFETY: a block and `n` bytes are in the text, and there is room for both.
    unsafe {
        fill(text, n, &mut out);
        String::from_utf8_unchecked(out)
    }
}

/// [`owned`], in the memory of `place`, whose text goes, where that is enough.
///
/// # Safety
/// As there.
#[inline(always)]
pub(crate) unsafe fn replace(text: &[u8], n: usize, place: &mut String) {
    debug_assert!(str::from_utf8(&text[..n]).is_ok());
    place.clear();
    if n == 0 {
        return;
    }
    if text.len() < Wide::LEN || n > LONG {
        // SAFETY: as demanded of the caller.
        place.push_str(unsafe { str::from_utf8_unchecked(&text[..n]) });
        return;
    }
    place.reserve(n.max(Wide::LEN));
    // SAFETY: a block and `n` bytes are in the text, UTF-8 says the caller, and there is room for both.
    unsafe { fill(text, n, place.as_mut_vec()) }
}

/// Makes `out` the first `n` bytes of `text`, which are at most [`LONG`].
///
/// # Safety
/// A block and so many bytes must be in `text`, and `out` must have room for both.
#[inline(always)]
unsafe fn fill(text: &[u8], n: usize, out: &mut Vec<u8>) {
    let room = n.max(Wide::LEN);
    debug_assert!(room <= text.len() && room <= out.capacity() && n <= LONG);
    let to = out.as_mut_ptr();
    let copy = |at| {
        debug_assert!(at + Wide::LEN <= room);
        // SAFETY: a block is in the text and in the memory at each place.
        unsafe { Wide::load(text.as_ptr().add(at)).store(to.add(at)) }
    };
    let last = n.saturating_sub(Wide::LEN);
    copy(0);
    if n > 2 * Wide::LEN {
        copy(Wide::LEN);
        copy(last - Wide::LEN);
    }
    copy(last);
    // SAFETY: so many bytes have been copied.
    unsafe { out.set_len(n) }
}

#[inline(always)]
fn find<S: Search>(text: &[u8]) -> usize {
    // SAFETY: nothing is written.
    unsafe { walk::<S, Nowhere>(text, Nowhere) }
}

#[cfg(test)]
mod tests;
