//! [`Pattern`]: a short text that is compared with another one as a whole, in the same few instructions whatever its length (but for one
//! branch, which the layout of the documents at hand foretells).

#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
use super::sse2::equal_16;
#[cfg(not(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar))))]
use super::swar::equal_16;

/// A comma and a text of less than [`LEN`](Pattern::LEN) bytes to look for, as it is mostly the same that comes next: the name of a field.
// (Aligned, its bytes are compared without being loaded first.)
#[derive(Clone, Copy, Debug)]
#[repr(align(16))]
pub(crate) struct Pattern {
    /// The text, and bytes that are not compared.
    bytes: [u8; Self::LEN],
    /// A bit for each byte that is compared, from the lowest.
    bits: u32,
    len: u32,
}

impl Pattern {
    /// How long it can be, and how many bytes must be readable to compare with.
    pub(crate) const LEN: usize = 32;

    /// What is found nowhere: its byte is part of no UTF-8.
    pub(crate) const NEVER: Pattern = Pattern { bytes: [0xff; Self::LEN], bits: !0, len: 0 };

    /// What nothing is compared with.
    #[cfg(feature = "std")]
    pub(crate) const UNUSED: Pattern = Pattern { bytes: [0; Self::LEN], bits: 0, len: 0 };

    /// The pattern of a comma and `text`; [`NEVER`](Pattern::NEVER), if that is empty or longer than a pattern can be.
    pub(crate) const fn new(text: &str) -> Pattern {
        let len = 1 + text.len();
        if len == 1 || len > Self::LEN {
            return Self::NEVER;
        }
        let mut bytes = [b','; Self::LEN];
        // (Copied as a slice, it cost the compiler 9 % of the check of a crate of 100 structs.)
        // SAFETY: both have so many bytes, and `bytes` is new.
        unsafe {
            core::ptr::copy_nonoverlapping(text.as_ptr(), bytes.as_mut_ptr().add(1), text.len());
        }
        Pattern { bytes, bits: bits(len), len: len as u32 }
    }

    /// The pattern of the `len` bytes that `text` begins with, the first of which may be any; if it is that long.
    #[cfg(feature = "std")]
    #[inline(always)]
    pub(crate) fn at(text: &[u8], len: usize) -> Option<Pattern> {
        let bytes = *text.first_chunk()?;
        (len <= Self::LEN).then(|| Pattern { bytes, bits: bits(len), len: len as u32 })
    }

    /// Its text, without the first byte.
    #[cfg(feature = "std")]
    #[inline(always)]
    pub(crate) fn text(&self) -> &[u8] {
        self.bytes.get(1..self.len()).unwrap_or_default()
    }

    /// Whether it is [`NEVER`](Pattern::NEVER).
    #[inline(always)]
    pub(crate) const fn is_never(&self) -> bool {
        self.len == 0
    }

    /// How many bytes it has, the comma's included.
    #[inline(always)]
    pub(crate) const fn len(&self) -> usize {
        self.len as usize
    }

    /// Whether the text at `from` begins with it.
    ///
    /// # Safety
    /// [`LEN`](Pattern::LEN) bytes must be readable at `from`.
    #[inline(always)]
    pub(crate) unsafe fn is_at(&self, from: *const u8) -> bool {
        // SAFETY: as demanded of the caller; the pattern has as many.
        let equal = unsafe { equal(from, self.bytes.as_ptr(), self.len()) };
        !equal & self.bits == 0
    }

    /// Whether its text stands behind the byte at `from`.
    ///
    /// # Safety
    /// [`LEN`](Pattern::LEN) bytes must be readable at `from`.
    #[inline(always)]
    pub(crate) unsafe fn is_behind(&self, from: *const u8) -> bool {
        // SAFETY: as demanded of the caller; the pattern has as many.
        let equal = unsafe { equal(from, self.bytes.as_ptr(), self.len()) };
        !(equal | 1) & self.bits == 0
    }

    /// The same without its last byte.
    ///
    /// # Safety
    /// As there.
    #[inline(always)]
    pub(crate) unsafe fn is_behind_but_colon(&self, from: *const u8) -> bool {
        // SAFETY: as demanded of the caller; the pattern has as many.
        let equal = unsafe { equal(from, self.bytes.as_ptr(), self.len()) };
        !(equal | 1) & self.bits >> 1 == 0
    }
}

/// A bit for each of `len` bytes, from the lowest; at most [`Pattern::LEN`].
#[inline(always)]
pub(crate) const fn bits(len: usize) -> u32 {
    ((1_u64 << len) - 1) as u32
}

/// Whether the first `len` bytes at `a` and at `b` are the same, at most [`Pattern::LEN`].
///
/// # Safety
/// [`Pattern::LEN`] bytes must be readable at both.
#[inline(always)]
pub(crate) unsafe fn is_same(a: *const u8, b: *const u8, len: usize) -> bool {
    // SAFETY: as demanded of the caller.
    unsafe { is_same_in(bits(len), a, b, len) }
}

/// [`is_same`], where [`bits`] of the length are at hand.
///
/// # Safety
/// As there.
#[inline(always)]
pub(crate) unsafe fn is_same_in(bits: u32, a: *const u8, b: *const u8, len: usize) -> bool {
    debug_assert!(len <= Pattern::LEN && bits == self::bits(len));
    // SAFETY: as demanded of the caller.
    let equal = unsafe { equal(a, b, len) };
    !equal & bits == 0
}

/// A bit for each of the [`Pattern::LEN`] bytes at `from` that is a quote.
///
/// # Safety
/// So many must be readable there.
#[inline(always)]
pub(crate) unsafe fn quotes(from: *const u8) -> u32 {
    static QUOTES: [u8; Pattern::LEN] = [b'"'; Pattern::LEN];
    // SAFETY: as demanded of the caller.
    unsafe { equal(from, QUOTES.as_ptr(), Pattern::LEN) }
}

/// A bit for each byte, of the first `len` at least, that is the same at `a` and at `b`.
///
/// # Safety
/// [`Pattern::LEN`] bytes must be readable at both.
#[inline(always)]
unsafe fn equal(a: *const u8, b: *const u8, len: usize) -> u32 {
    // SAFETY: as demanded of the caller.
    unsafe {
        let first = equal_16(a, b);
        if len <= 16 { first } else { first | equal_16(a.add(16), b.add(16)) << 16 }
    }
}
