//! Strings with escapes, written sixteen bytes at a time, where the machine has AVX2.
//!
//! The bytes are moved apart by a shuffle, of which a table has one for each set of escapes among eight bytes; the backslashes come from the
//! same shuffle. Nothing waits for where the escapes are nor for how many they are, and no branch depends on it, but for a control that has
//! no letter. (Bytes moved by a table of shuffles that a mask chooses from: D. Lemire, "How quickly can you remove spaces from a string?",
//! 2017.) Strings of 4 to 20 bytes took 17 ns by blocks behind each escape, and take 6 to 9; source code takes half as long. Nothing of it
//! needs more than SSSE3, but few machines have that and no AVX2, which is asked for elsewhere.
//!
//! Tried and left out: a loop over controls that have no letter, each followed by a shuffle (two of them in sixteen bytes 0.8 of the time, sixteen
//! 3 times); all of the sixteen bytes one by one where there is one (strings with escapes 1.2 times as long).

use core::arch::x86_64::{
    __m128i, _mm_adds_epu8, _mm_and_si128, _mm_andnot_si128, _mm_cmpeq_epi8, _mm_loadu_si128,
    _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128, _mm_set1_epi8, _mm_setzero_si128,
    _mm_shuffle_epi8, _mm_storeu_si128, _mm_unpackhi_epi64, _mm_unpacklo_epi64,
};
use core::ops::Range;

use super::escapes::{ESCAPED, FEW, copy_each_escaped};
use super::sse2::Sse2;
use super::{Quarters, places};

/// How many bytes a register has.
const LEN: usize = 16;

/// [`copy_escaped`](super::escapes::copy_escaped) of [`FEW`] bytes and more.
///
/// # Safety
/// As there; the machine must have AVX2.
#[target_feature(enable = "avx2")]
pub(super) unsafe fn copy_escaped(text: &[u8], mut to: *mut u8) -> *mut u8 {
    debug_assert!((FEW..=ESCAPED).contains(&text.len()));
    let mut rest = text;
    while let Some((block, behind)) = rest.split_first_chunk() {
        // SAFETY: as demanded of the caller.
        to = unsafe { copy_register(load(block), LEN, to) };
        rest = behind;
    }
    if rest.is_empty() {
        return to;
    }
    let last = match text.last_chunk() {
        Some(block) => behind(load(block), LEN - rest.len()),
        None => less(rest),
    };
    // SAFETY: as demanded of the caller.
    unsafe { copy_register(last, rest.len(), to) }
}

#[inline]
#[target_feature(enable = "avx2")]
fn load(bytes: &[u8; LEN]) -> __m128i {
    // SAFETY: so many bytes are readable; the load may be unaligned.
    unsafe { _mm_loadu_si128(bytes.as_ptr().cast()) }
}

/// What stands behind the first `n` bytes, up to all of them, and zeros behind that.
#[inline]
#[target_feature(enable = "avx2")]
fn behind(bytes: __m128i, n: usize) -> __m128i {
    /// The places of the bytes, and as many of none.
    static PLACES: [u8; 2 * LEN] = {
        let mut places = [0x80; 2 * LEN];
        let mut i = 0;
        while i < LEN {
            places[i] = i as u8;
            i += 1;
        }
        places
    };
    match PLACES[n..].first_chunk() {
        Some(places) => _mm_shuffle_epi8(bytes, load(places)),
        None => _mm_setzero_si128(),
    }
}

/// A text of less than a register, at least [`FEW`] bytes, and zeros behind it.
#[inline]
#[target_feature(enable = "avx2")]
fn less(text: &[u8]) -> __m128i {
    const { assert!(FEW == LEN / 4) };
    /// Where in the quarters each byte is, for each length.
    static TOGETHER: [[u8; LEN]; LEN - FEW] = {
        let mut rows = [[0x80; LEN]; LEN - FEW];
        let mut row = 0;
        while row < rows.len() {
            let places = places(LEN, FEW + row);
            let mut i = 0;
            while i < LEN {
                rows[row][places[i / FEW] + i % FEW] = i as u8;
                i += 1;
            }
            row += 1;
        }
        rows
    };
    // (What is copied is not looked at, and so it is not copied.)
    let mut copy = [0; LEN];
    // SAFETY: the text has that length, and there is room for a longer one.
    let quarters = unsafe { Sse2::copy_quarters(text.as_ptr(), copy.as_mut_ptr(), text.len()) };
    _mm_shuffle_epi8(quarters.0, load(&TOGETHER[text.len() - FEW]))
}

/// Copies the first `n` of a register's bytes to `to`, escaped, and returns where they end.
///
/// # Safety
/// As [`copy_escaped`], of which they are a part.
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn copy_register(bytes: __m128i, n: usize, to: *mut u8) -> *mut u8 {
    // SAFETY: as demanded of the caller.
    unsafe {
        let (copied, end) = copy_lettered(bytes, n, to);
        if copied < n { copy_rest(bytes, copied..n, end) } else { end }
    }
}

/// [`copy_register`] of bytes of which the first is written by its number. There is mostly one.
///
/// # Safety
/// As there.
#[cold]
#[inline(never)]
#[target_feature(enable = "avx2")]
unsafe fn copy_rest(bytes: __m128i, rest: Range<usize>, to: *mut u8) -> *mut u8 {
    let mut text = [0; LEN];
    // SAFETY: there is room for a register, and for the escapes, as demanded of the caller.
    unsafe {
        _mm_storeu_si128(text.as_mut_ptr().cast(), bytes);
        let (first, others) = text[rest.clone()].split_at(1);
        let to = copy_each_escaped(first, to);
        let (copied, to) = copy_lettered(behind(bytes, rest.start + 1), others.len(), to);
        copy_each_escaped(&others[copied..], to)
    }
}

/// Copies the first `n` of a register's bytes to `to`, escaped, up to one that is written by its number; how many these are, and where they
/// end.
///
/// # Safety
/// As [`copy_register`].
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn copy_lettered(bytes: __m128i, n: usize, to: *mut u8) -> (usize, *mut u8) {
    /// How controls are written; zero for those that have no letter.
    const LETTERS: [u8; LEN] = *b"\0\0\0\0\0\0\0\0btn\0fr\0\0";

    debug_assert!(n <= LEN);
    let splat = |byte: u8| _mm_set1_epi8(byte.cast_signed());
    let controls = _mm_cmpeq_epi8(_mm_min_epu8(bytes, splat(0x1f)), bytes);
    // (A shuffle takes nothing for a place with the high bit, which all get that are no control below 16.)
    let letters = _mm_shuffle_epi8(load(&LETTERS), _mm_adds_epu8(bytes, splat(0x70)));
    let numbered = _mm_and_si128(controls, _mm_cmpeq_epi8(letters, _mm_setzero_si128()));
    let numbered = _mm_movemask_epi8(numbered).cast_unsigned();
    let n = n.min((numbered | 1 << LEN).trailing_zeros() as usize);
    let marks =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, splat(b'"')), _mm_cmpeq_epi8(bytes, splat(b'\\')));
    let escapes = _mm_movemask_epi8(_mm_or_si128(controls, marks)).cast_unsigned() as usize;
    let escapes = escapes & ((1 << n) - 1);
    let (low, high) = (escapes % SETS, escapes / SETS);
    let written = _mm_or_si128(letters, _mm_andnot_si128(controls, bytes));
    let slashes = splat(b'\\');
    let halves = [_mm_unpacklo_epi64(written, slashes), _mm_unpackhi_epi64(written, slashes)];
    // SAFETY: there is room for twice as much as a register has, as demanded of the caller.
    unsafe {
        let middle = to.add(LEN / 2 + usize::from(COUNTS[low]));
        _mm_storeu_si128(to.cast(), _mm_shuffle_epi8(halves[0], load(&APART[low])));
        _mm_storeu_si128(middle.cast(), _mm_shuffle_epi8(halves[1], load(&APART[high])));
        (n, to.add(n + usize::from(COUNTS[low]) + usize::from(COUNTS[high])))
    }
}

/// How many sets of escapes there are among eight bytes.
const SETS: usize = 256;

/// Where each byte of what is written comes from, for each set: from one of the eight, or from behind them, where the backslash is.
static APART: [[u8; LEN]; SETS] = {
    let mut rows = [[0; LEN]; SETS];
    let mut set = 0;
    while set < SETS {
        let (mut i, mut to) = (0, 0);
        while i < 8 {
            if set >> i & 1 == 1 {
                rows[set][to] = 8;
                to += 1;
            }
            rows[set][to] = i;
            to += 1;
            i += 1;
        }
        set += 1;
    }
    rows
};

/// How many escapes are in each set. (An instruction that counts is not among those of AVX2.)
static COUNTS: [u8; SETS] = {
    let mut counts = [0; SETS];
    let mut set = 0;
    while set < SETS {
        counts[set] = set.count_ones() as u8;
        set += 1;
    }
    counts
};
