//! Values that are short whatever they are: numbers, booleans, names of variants. They are written where they stay, into room that is made
//! for the longest of them. So are strings that are short and plain, into just as much as they take. (From the scratch they would be copied,
//! and so soon that the copy waits until the writes have left the core.)

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use super::Writer;
use crate::encode::Encode;
use crate::error::Result;
use crate::scan;

/// Up to how many bytes all values of a type take for which [`short`] is meant; 0 if they may take more.
pub(crate) const fn short_len<T: Encode + ?Sized>() -> usize {
    match T::MAX_LEN {
        Some(max @ ..=64) => max,
        _ => 0,
    }
}

/// Encodes a value of a few bytes behind what `text` holds. (Nothing asks for more room, so that there is no writer in memory.)
///
/// # Errors
/// Those of the value; the text is what it was before.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn short<T: Encode + ?Sized>(value: &T, text: &mut Vec<u8>) -> Result<()> {
    let max = const { short_len::<T>() };
    text.reserve(max);
    let mut w = Writer::fresh(&mut text.spare_capacity_mut()[..max]);
    let result = value.encode(&mut w);
    if result.is_err() || !w.is_in_scratch() {
        let longer = w.close(result);
        mem::forget(w);
        return append(text, longer);
    }
    let len = w.len();
    debug_assert!(len <= max);
    w.leave_memory();
    mem::forget(w);
    // SAFETY: the writer has left so many bytes in the room behind the text.
    unsafe { text.set_len(text.len() + len) };
    Ok(())
}

/// The encoding of a string of less than [`scan::LONG`] bytes in which nothing has to be escaped.
#[inline(never)]
pub(crate) fn short_string(value: &str) -> Option<Box<str>> {
    let value = value.as_bytes();
    if value.len() >= scan::LONG || !scan::is_plain(value) {
        return None;
    }
    let len = value.len() + 2;
    let mut text: Vec<u8> = Vec::with_capacity(len);
    let at = text.as_mut_ptr();
    // SAFETY: there is room for the string and both quotes, all of which are written before they count.
    unsafe {
        at.write(b'"');
        scan::copy_short(value, at.add(1));
        at.add(len - 1).write(b'"');
        text.set_len(len);
    }
    debug_assert!(core::str::from_utf8(&text).is_ok());
    // SAFETY: a string between two quotes.
    let text = unsafe { String::from_utf8_unchecked(text) };
    // (Of two words, it is returned in registers.)
    Some(text.into_boxed_str())
}

/// The end of [`short`] for a type that has said too much of itself, and for errors.
#[cold]
#[inline(never)]
fn append(text: &mut Vec<u8>, longer: Result<Vec<u8>>) -> Result<()> {
    text.extend_from_slice(&longer?);
    Ok(())
}
