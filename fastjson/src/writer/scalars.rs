//! Numbers and characters straight into the writer's memory. Out of line, for the sake of the size of users' code.

use core::mem::MaybeUninit;

use crate::number;
use crate::scan::{self, escape};

/// What a float takes from the budget of a run: the longest text, and the buffer of the printer of unusual ones.
pub(crate) const FLOAT: usize = number::LONGEST_FLOAT;
const _: () = assert!(size_of::<zmij::Buffer>() <= FLOAT && align_of::<zmij::Buffer>() == 1);

/// Writes an integer and returns where its text ends.
///
/// # Safety
/// Twenty bytes must be writable at `to`.
#[inline(never)]
pub(super) unsafe fn write_unsigned(value: u64, to: *mut u8) -> *mut u8 {
    // SAFETY: the bytes are writable, says the caller, and are taken as not initialized; no text is longer than they are.
    unsafe { to.add(number::write_u64(value, &mut *to.cast::<[MaybeUninit<u8>; 20]>())) }
}

/// Writes a character as a JSON string and returns where that ends.
///
/// # Safety
/// Eight bytes must be writable at `to`.
#[inline(never)]
pub(super) unsafe fn write_char(value: char, to: *mut u8) -> *mut u8 {
    // (Nothing is read back: that would wait for what was just written.)
    // SAFETY: the bytes are writable, says the caller, and are all written here.
    let text = unsafe {
        to.cast::<[u8; 8]>().write([b'"'; 8]);
        &mut *to.cast::<[u8; 8]>()
    };
    let n = match u8::try_from(value) {
        Ok(byte) if byte < 0x80 => {
            let (escape, n) = escape(byte);
            text[1..7].copy_from_slice(&escape[..scan::UNIT]);
            text[n + 1] = b'"';
            n
        }
        _ => value.encode_utf8(&mut text[1..5]).len(),
    };
    // SAFETY: no more than six bytes stand between the quotes.
    unsafe { to.add(n + 2) }
}

/// [`write_float`] for singles.
///
/// # Safety
/// As there.
#[inline(never)]
pub(super) unsafe fn write_single(value: f32, to: *mut u8) -> *mut u8 {
    // SAFETY: as demanded of the caller.
    unsafe { write_float(value, to) }
}

/// [`write_float`] for doubles, which often have few decimals. Where one has more, those behind it mostly have as well, and are
/// not asked: so many are still left.
///
/// # Safety
/// As there.
#[inline(never)]
pub(super) unsafe fn write_double(value: f64, to: *mut u8, long_floats: &mut u8) -> *mut u8 {
    const UNASKED: u8 = 32;
    *long_floats = match long_floats.checked_sub(1) {
        Some(left) => left,
        None => {
            // SAFETY: so many bytes are writable, says the caller, and are taken as not initialized.
            let out = unsafe { &mut *to.cast::<[MaybeUninit<u8>; FLOAT]>() };
            if let Some(n) = number::write_few_decimals(value, out) {
                // SAFETY: no text is longer than the room for it.
                return unsafe { to.add(n) };
            }
            // (Zero is none of these, but says nothing about others.)
            if value == 0.0 { 0 } else { UNASKED }
        }
    };
    // SAFETY: as demanded of the caller.
    unsafe { write_float(value, to) }
}

/// Writes a float and returns where its text ends.
///
/// # Safety
/// [`FLOAT`] bytes must be writable at `to`.
#[inline(always)]
unsafe fn write_float<F: number::Shortest + zmij::Float>(value: F, to: *mut u8) -> *mut u8 {
    // SAFETY: so many bytes are writable, says the caller, and are taken as not initialized.
    let out = unsafe { &mut *to.cast::<[MaybeUninit<u8>; FLOAT]>() };
    match number::write_shortest(value, out) {
        // SAFETY: no text is longer than the room for it.
        Some(n) => unsafe { to.add(n) },
        // SAFETY: as demanded of the caller.
        None => unsafe { write_unusual_float(value, to) },
    }
}

/// [`write_float`], of any magnitude.
///
/// # Safety
/// As there.
#[inline(never)]
unsafe fn write_unusual_float<F: number::Shortest + zmij::Float>(value: F, to: *mut u8) -> *mut u8 {
    // The printer's buffer is put where the text goes, which saves a copy.
    // SAFETY: there is room for a buffer, whose alignment is 1, and any memory may be written with one.
    let text = unsafe {
        let buffer = to.cast::<zmij::Buffer>();
        buffer.write(zmij::Buffer::new());
        if value.into().is_finite() { (*buffer).format_finite(value) } else { "null" }
    };
    // SAFETY: the text is in the buffer, or is no longer, so that all of it is in the room.
    unsafe {
        if !core::ptr::eq(text.as_ptr(), to) {
            core::ptr::copy(text.as_ptr(), to, text.len());
        }
        to.add(text.len())
    }
}
