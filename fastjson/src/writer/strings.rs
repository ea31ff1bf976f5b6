//! Strings, quoted and escaped: by length, by what the machine has, and by whether anything in them has to be escaped.

use super::Writer;
use crate::scan;

impl Writer<'_> {
    /// Writes `text` as a JSON string: quoted and escaped.
    ///
    /// Escaped are quote, backslash and controls, as serde_json does: `\b \t \n \f \r` by letter, others as `\u00xx`.
    ///
    /// ```
    /// assert_eq!(fastjson::to_string("a\"\n\u{1}é/\u{7f}")?, "\"a\\\"\\n\\u0001é/\u{7f}\"");
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    pub fn string(&mut self, text: &str) {
        // SAFETY: that is where the text so far ends.
        self.at = unsafe { self.string_at(self.at, text, 2) };
    }

    /// Writes `text` as a JSON string to `at`, makes room for what comes next, and returns where it goes. `around` is how many bytes that
    /// and both quotes take, so at least two. (The place is not kept in memory from one string to the next, which would cost two round trips
    /// through it for each.)
    ///
    /// # Safety
    /// `at` must be in the writer's memory, and what is before it initialized and, after the text so far, UTF-8.
    #[inline(never)]
    pub(super) unsafe fn string_at(&mut self, at: *mut u8, text: &str, around: usize) -> *mut u8 {
        let left = self.left_behind(at).saturating_sub(text.len());
        // A string of usual length needs no register that would have to be saved, if nothing is called for the others but in the end (6 %
        // fewer instructions for twitter).
        // SAFETY: as demanded of the caller; there is room for all of the string, with which `text` cannot overlap.
        unsafe {
            if left < around {
                return self.growing_string_at(at, text, around);
            }
            let text = text.as_bytes();
            at.write(b'"');
            let at = at.add(1);
            if text.len() >= scan::LONG {
                return self.long_string_at(at, text, around);
            }
            match scan::has_masks() {
                Some(false) => {}
                Some(true) => return self.masked_string_at(at, text, around),
                None => return self.asking_string_at(at, text, around),
            }
            if !scan::copy_short(text, at) {
                return self.escaped_string_at(at, text, around);
            }
            end_string(at.add(text.len()))
        }
    }

    /// [`string_at`](Writer::string_at) from behind the opening quote, of less than [`scan::LONG`] bytes, where it is not known what the machine
    /// has. (A call in between would save registers for each string.)
    ///
    /// # Safety
    /// As there, and the string, the closing quote and what comes next must have room.
    #[cold]
    #[inline(never)]
    unsafe fn asking_string_at(&mut self, at: *mut u8, text: &[u8], around: usize) -> *mut u8 {
        scan::ask_for_masks();
        // SAFETY: as demanded of the caller. (What has no escapes may go this way as well.)
        unsafe { self.escaped_string_at(at, text, around) }
    }

    /// [`string_at`](Writer::string_at) from behind the opening quote, of less than [`scan::LONG`] bytes, where the machine has masks.
    ///
    /// # Safety
    /// As there, and the string, the closing quote and what comes next must have room; the machine must have masks.
    #[inline(never)]
    #[cfg_attr(
        all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)),
        target_feature(enable = "avx512bw,bmi2")
    )]
    unsafe fn masked_string_at(&mut self, at: *mut u8, text: &[u8], around: usize) -> *mut u8 {
        // SAFETY: as demanded of the caller, and there is room for what is written by a mask.
        unsafe {
            let is_plain = if self.left_behind(at) >= scan::MASKED {
                scan::copy_by_mask(text, at)
            } else {
                scan::copy_short(text, at)
            };
            if !is_plain {
                return self.escaped_string_at(at, text, around);
            }
            end_string(at.add(text.len()))
        }
    }

    /// [`string_at`](Writer::string_at) where there is no room.
    ///
    /// # Safety
    /// As there.
    #[cold]
    #[inline(never)]
    unsafe fn growing_string_at(&mut self, at: *mut u8, text: &str, around: usize) -> *mut u8 {
        // SAFETY: as demanded of the caller.
        unsafe {
            let at = self.grow_behind(at, text.len().saturating_add(around));
            self.string_at(at, text, around)
        }
    }

    /// [`string_at`](Writer::string_at) from behind the opening quote, of at least [`scan::LONG`] bytes.
    ///
    /// # Safety
    /// As there, and the string as it is, the closing quote and what comes next must have room.
    #[inline(never)]
    unsafe fn long_string_at(&mut self, at: *mut u8, text: &[u8], around: usize) -> *mut u8 {
        // SAFETY: as demanded of the caller.
        unsafe {
            let plain = scan::copy_plain_long(text, at);
            let at = at.add(plain);
            if plain < text.len() {
                return self.long_escaped_string_at(at, &text[plain..], around);
            }
            end_string(at)
        }
    }

    /// [`string_at`](Writer::string_at) from an escape on, of which the `rest` may be long.
    ///
    /// # Safety
    /// As there, and the rest of the string as it is, the closing quote and what comes next must have room.
    #[inline(never)]
    unsafe fn long_escaped_string_at(
        &mut self,
        mut at: *mut u8,
        mut rest: &[u8],
        around: usize,
    ) -> *mut u8 {
        let mut plain = 0;
        while rest.len() > scan::ESCAPED {
            // Where there is an escape, there are mostly more, unless it is far from the last one.
            let near = if plain < NEAR { NEAR } else { NEAR / 2 };
            // SAFETY: there is room then, which cannot overlap with the rest; what is plain has been copied.
            unsafe {
                at = self.room_for_escapes(at, rest.len(), around);
                at = scan::copy_escaped(rest, near, at);
                rest = &rest[near..];
                plain = scan::copy_plain(rest, at);
                at = at.add(plain);
                rest = &rest[plain..];
            }
        }
        // SAFETY: as demanded of the caller.
        unsafe { self.escaped_string_at(at, rest, around) }
    }

    /// [`string_at`](Writer::string_at) from behind the opening quote, or further on in the string: its `rest` of up to [`scan::ESCAPED`]
    /// bytes, with escapes.
    ///
    /// # Safety
    /// As there, and the rest of the string as it is, the closing quote and what comes next must have room.
    #[inline(never)]
    unsafe fn escaped_string_at(&mut self, at: *mut u8, rest: &[u8], around: usize) -> *mut u8 {
        // SAFETY: there is room then, for the quote, too, which cannot overlap with the rest.
        unsafe {
            let at = self.room_for_escapes(at, rest.len(), around);
            end_string(scan::copy_escaped(rest, rest.len(), at))
        }
    }

    /// Makes room for the rest of a string, and for as many escapes as are copied at once; where its place is then.
    ///
    /// # Safety
    /// What has been written up to `at` must be the beginning of a JSON string.
    #[inline(always)]
    unsafe fn room_for_escapes(&mut self, at: *mut u8, len: usize, around: usize) -> *mut u8 {
        debug_assert!(self.left_behind(at) > len);
        let room = (scan::escaped_room(len) + len).saturating_add(around);
        if self.left_behind(at) < room {
            // SAFETY: as demanded of the caller.
            return unsafe { self.grow_behind(at, room) };
        }
        at
    }
}

// What is not long is copied at once.
const _: () = assert!(scan::LONG <= scan::ESCAPED);

/// How many bytes of a long string are copied with escapes before the next one is searched for. (With 64, 70 bytes between two escapes take 1.4
/// times as long; with 16, source code takes 1.06 times.)
const NEAR: usize = 32;

/// Writes the closing quote to `at`, and returns where it ends.
///
/// # Safety
/// There must be room for it.
#[inline(always)]
unsafe fn end_string(at: *mut u8) -> *mut u8 {
    // SAFETY: as demanded of the caller.
    unsafe {
        at.write(b'"');
        at.add(1)
    }
}
