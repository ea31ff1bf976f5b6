//! Strings with escapes, written and read, a block at a time. (With AVX2 they are written as `spread.rs` has it.)
//!
//! What stands behind an escape is copied as a whole block, which the next escape in it overwrites. Thus nothing waits for the length of a part
//! between two escapes but the place where the next one goes; with a search behind each of them, source code took 2.3 times as long to write
//! and 2.5 times to read. What a byte becomes stands in tables, because which escape comes next is hard to predict.
//!
//! Tried and left out: escapes near each other by the table of all bytes, whatever they are (1.3 times as long; it is the way for the last
//! ones, where a copy with spaces behind it, to be read by blocks, took 17 ns for strings of up to 20 bytes, and the table takes 3 to 15); the
//! end of a block as the greater one of two places (1.8 times: the next block waits for this one).

use alloc::string::String;

#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
use super::spread;
use super::{Block, Search, Special, Wide};

/// Up to how many bytes are copied at once with escapes.
pub(crate) const ESCAPED: usize = 64;

/// Fewer bytes are copied one by one without a call.
pub(super) const FEW: usize = 4;

/// How many bytes must be writable for [`copy_escaped`] of so many, or of the first [`ESCAPED`] of more.
pub(crate) fn escaped_room(len: usize) -> usize {
    len.min(ESCAPED) * WORD + 2 * Wide::LEN
}

/// Copies the first `n` bytes of `text`, at most [`ESCAPED`], to `to`, escaped, and returns where they end.
///
/// # Safety
/// As much as [`escaped_room`] says must be writable at `to`, which must not overlap with the text.
///
/// # Panics
/// If the text is shorter.
#[inline(always)]
pub(crate) unsafe fn copy_escaped(text: &[u8], n: usize, to: *mut u8) -> *mut u8 {
    debug_assert!(n <= ESCAPED);
    if n < FEW {
        // SAFETY: as demanded of the caller.
        return unsafe { copy_each_escaped(&text[..n], to) };
    }
    #[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
    if super::avx2::is_there() {
        // SAFETY: as demanded of the caller, and AVX2 is there.
        return unsafe { spread::copy_escaped(&text[..n], to) };
    }
    // SAFETY: as demanded of the caller.
    unsafe { copy_blocks_escaped(text, n, to) }
}

/// [`copy_escaped`] by blocks, as long as there is one, and by bytes.
///
/// # Safety
/// As there.
#[inline(never)]
unsafe fn copy_blocks_escaped(text: &[u8], n: usize, mut to: *mut u8) -> *mut u8 {
    let mut passed = 0;
    while n - passed >= Wide::LEN && text.len() - passed >= 2 * Wide::LEN {
        // SAFETY: as demanded of the caller.
        to = unsafe { copy_block_escaped(&text[passed..], to) };
        passed += Wide::LEN;
    }
    let rest = &text[passed..n];
    if rest.len() < Wide::LEN {
        // SAFETY: as demanded of the caller.
        return unsafe { copy_each_escaped(rest, to) };
    }
    // With spaces behind it, for it is read as more than it is.
    let mut padded = [b' '; 3 * Wide::LEN];
    padded[..rest.len()].copy_from_slice(rest);
    // SAFETY: two blocks and one follow, and there is room; so many spaces are not from the text.
    unsafe {
        let to = copy_block_escaped(&padded, to);
        copy_block_escaped(&padded[Wide::LEN..], to).sub(2 * Wide::LEN - rest.len())
    }
}

/// Copies the first block of `text`, escaped, and returns where it ends. One question is asked about all its bytes: where an escape stands
/// does not depend on how long those before it are.
///
/// # Safety
/// There must be two blocks, and for each byte of one [`WORD`] must be writable at `to`, which must not overlap with the text.
#[inline(always)]
unsafe fn copy_block_escaped(text: &[u8], mut to: *mut u8) -> *mut u8 {
    const { assert!(Wide::LEN * UNIT + Wide::LEN <= Wide::LEN * WORD) };
    debug_assert!(text.len() >= 2 * Wide::LEN);
    // SAFETY: as demanded of the caller. A block is copied behind each escape, of which the beginning is what stands up to the next one.
    unsafe {
        let block = Wide::load(text.as_ptr());
        block.store(to);
        let mut mask = Special::lanes(block).mask();
        let mut passed = 0;
        while mask != 0 {
            let lane = Wide::lane(mask);
            mask &= mask - 1;
            let (escape, n) = escape(*text.as_ptr().add(lane));
            to = to.add(lane - passed);
            to.cast::<[u8; WORD]>().write(escape);
            to = to.add(n);
            passed = lane + 1;
            Wide::load(text.as_ptr().add(passed)).store(to);
        }
        to.add(Wide::LEN - passed)
    }
}

/// Copies `text`, escaped, byte by byte, and returns where it ends.
///
/// # Safety
/// For each byte [`WORD`] must be writable at `to`, which must not overlap with the text.
#[inline(always)]
pub(super) unsafe fn copy_each_escaped(text: &[u8], mut to: *mut u8) -> *mut u8 {
    for &byte in text {
        let (escape, n) = escape(byte);
        // SAFETY: as demanded of the caller, and an escape is no longer.
        unsafe {
            to.cast::<[u8; WORD]>().write(escape);
            to = to.add(n);
        }
    }
    to
}

/// As so many bytes an escape is written, of which up to [`UNIT`] count.
const WORD: usize = 8;

/// How each byte stands in a string: quote, backslash and controls escaped, others as they are. In the last byte of each stands its length.
static ESCAPES: [[u8; WORD]; 256] = {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut escapes = [[0; WORD]; 256];
    let mut byte = 0;
    while byte < 256 {
        escapes[byte] = if byte < 0x20 {
            [b'\\', b'u', b'0', b'0', HEX[byte >> 4], HEX[byte & 15], 0, UNIT as u8]
        } else {
            [byte as u8, 0, 0, 0, 0, 0, 0, 1]
        };
        byte += 1;
    }
    let letters = b"\"\"\\\\\x08b\tt\nn\x0cf\rr";
    let mut i = 0;
    while i < letters.len() {
        escapes[letters[i] as usize] = [b'\\', letters[i + 1], 0, 0, 0, 0, 0, 2];
        i += 2;
    }
    escapes
};

/// How a byte stands in a string, and how many of these bytes count.
#[inline(always)]
pub(crate) fn escape(byte: u8) -> ([u8; WORD], usize) {
    let escape = ESCAPES[usize::from(byte)];
    (escape, usize::from(escape[WORD - 1]))
}

/// How long an escape of a unit of UTF-16 is, and one of two.
pub(crate) const UNIT: usize = 6;
const PAIR: usize = 2 * UNIT;

/// How much of `text` is the inside of a JSON string, with escapes: it ends before a quote, a control, what is no escape, or the last bytes, which
/// are no more than a block. As [`push_unescaped`], it asks one question about a block.
pub(crate) fn pass_escapes(text: &[u8]) -> usize {
    let mut at = 0;
    'blocks: while text.len() - at > Wide::LEN {
        // SAFETY: a block is left.
        let mut mask = Special::lanes(unsafe { Wide::load(text.as_ptr().add(at)) }).mask();
        while mask != 0 {
            let lane = Wide::lane(mask);
            let escape = &text[at + lane..];
            if escape[0] != b'\\' {
                return at + lane;
            }
            if unescape(escape[1]) == NONE {
                if unit(escape).is_none() {
                    return at + lane;
                }
                // None of its digits is special.
                mask &= mask - 1;
            } else if lane + 2 > Wide::LEN {
                at += lane + 2;
                continue 'blocks;
            } else {
                // The letter may be special, too, and is none.
                let escape = (1 << (2 * Wide::LANE_BITS)) - 1;
                mask &= !(escape << (lane as u32 * Wide::LANE_BITS));
            }
        }
        at += Wide::LEN;
    }
    at
}

/// Appends to `out` what `text` begins with as the inside of a JSON string. It ends before what is for others: a quote, a control, what is no
/// escape, or the last bytes, less than two blocks and an escape. Returns how much of the text that is. As [`copy_escaped`], it asks one
/// question about a block, if escapes of letters are all there is in it.
#[inline(always)]
pub(crate) fn push_unescaped(text: &str, out: &mut String) -> usize {
    // Of the text for a block, and of memory for what it becomes.
    const ROOM: usize = 2 * Wide::LEN + PAIR;
    let bytes = text.as_bytes();
    let Some(last) = bytes.len().checked_sub(ROOM) else { return 0 };
    // SAFETY: only whole characters are added.
    let out = unsafe { out.as_mut_vec() };
    let mut at = 0;
    let mut is_over = false;
    while at <= last && !is_over {
        out.reserve(ROOM);
        // SAFETY: at each of the places up to the last ones a block and an escape are left in the text, and room for as much; no character
        // is longer than its escape, and escapes are ASCII; what counts has been written.
        unsafe {
            let begin = out.as_mut_ptr().add(out.len());
            let full = out.as_mut_ptr().add(out.capacity() - ROOM);
            let mut to = begin;
            'blocks: while at <= last && to <= full {
                let block = Wide::load(bytes.as_ptr().add(at));
                block.store(to);
                let mut mask = Special::lanes(block).mask();
                let mut from = at;
                while mask != 0 {
                    let lane = Wide::lane(mask);
                    to = to.add(at + lane - from);
                    from = at + lane;
                    let [special, letter] = *bytes.as_ptr().add(from).cast::<[u8; 2]>();
                    let plain = unescape(letter);
                    if special != b'\\' || plain == NONE {
                        at = from;
                        while at <= last && to <= full {
                            let escape = &*bytes.as_ptr().add(at).cast::<[u8; PAIR]>();
                            let Some((c, n)) = units(escape) else {
                                is_over = at == from || escape[0] == b'"';
                                break;
                            };
                            // (From an array of its own, the bytes would be copied: 17 % more instructions.)
                            let utf8 = to.cast::<[u8; 4]>();
                            utf8.write([0; 4]);
                            to = to.add(c.encode_utf8(&mut *utf8).len());
                            at += n;
                        }
                        if is_over {
                            break 'blocks;
                        }
                        continue 'blocks;
                    }
                    to.write(plain);
                    to = to.add(1);
                    from += 2;
                    if from > at + Wide::LEN {
                        at = from;
                        continue 'blocks;
                    }
                    // The letter may be special, too, and is none.
                    let escape = (1 << (2 * Wide::LANE_BITS)) - 1;
                    mask &= !(escape << (lane as u32 * Wide::LANE_BITS));
                    Wide::load(bytes.as_ptr().add(from)).store(to);
                }
                // (Without a maximum: that would let the next block wait for this one.)
                to = to.add(at + Wide::LEN - from);
                at += Wide::LEN;
            }
            out.set_len(out.len() + (to.addr() - begin.addr()));
        }
    }
    while let Some(0x80..0xc0) = bytes.get(at) {
        out.push(bytes[at]);
        at += 1;
    }
    at
}

/// No letter of an escape.
pub(crate) const NONE: u8 = 0;

/// What stands for a letter behind a backslash.
static LETTERS: [u8; 256] = table(NONE, b"\"\"\\\\//b\x08f\x0cn\nr\rt\t");

/// The values of hexadecimal digits; of all else, more than any has.
static HEX_VALUES: [u8; 256] = table(
    0xff,
    b"0\x001\x012\x023\x034\x045\x056\x067\x078\x089\x09a\x0ab\x0bc\x0cd\x0de\x0ef\x0fA\x0aB\x0bC\x0cD\x0dE\x0eF\x0f",
);

/// A table in which stands, for the first of each pair, the second.
const fn table(none: u8, pairs: &[u8]) -> [u8; 256] {
    let mut table = [none; 256];
    let mut i = 0;
    while i < pairs.len() {
        table[pairs[i] as usize] = pairs[i + 1];
        i += 2;
    }
    table
}

/// The ASCII character that a letter behind a backslash stands for; [`NONE`], if more than a letter is needed.
#[inline(always)]
pub(crate) fn unescape(letter: u8) -> u8 {
    LETTERS[usize::from(letter)]
}

/// The unit of UTF-16 that `text` begins with as an escape, `\u` and four digits.
#[inline(always)]
pub(crate) fn unit(text: &[u8]) -> Option<u32> {
    let [b'\\', b'u', digits @ ..] = text else { return None };
    let [a, b, c, d] = digits.first_chunk()?.map(|digit| u32::from(HEX_VALUES[usize::from(digit)]));
    (a | b | c | d <= 15).then_some(a << 12 | b << 8 | c << 4 | d)
}

/// The character that two halves of a surrogate pair are.
#[inline(always)]
pub(crate) fn pair(high: u32, low: u32) -> Option<char> {
    let halves = (0xd800..=0xdbff).contains(&high) && (0xdc00..=0xdfff).contains(&low);
    halves.then(|| char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)))?
}

/// The character that `text` begins with as an escape of one unit or two, and how long that is.
#[inline(always)]
fn units(text: &[u8; PAIR]) -> Option<(char, usize)> {
    let first = unit(text)?;
    match char::from_u32(first) {
        Some(c) => Some((c, UNIT)),
        None => Some((pair(first, unit(&text[UNIT..])?)?, PAIR)),
    }
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::format;
    use alloc::vec;
    use alloc::vec::Vec;

    use fastjson_guard::guarded;

    use super::*;

    /// Numbers of chance below a bound.
    fn random() -> impl FnMut(usize) -> usize {
        let mut state = 7_u64;
        move |bound| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) as usize % bound
        }
    }

    fn oracle(byte: u8) -> Vec<u8> {
        let letter = match byte {
            b'"' | b'\\' => byte,
            8 => b'b',
            9 => b't',
            10 => b'n',
            12 => b'f',
            13 => b'r',
            ..0x20 => return format!("\\u{byte:04x}").into_bytes(),
            _ => return vec![byte],
        };
        vec![b'\\', letter]
    }

    #[test]
    fn escaped_texts_agree_with_the_oracle() {
        let mut random = random();
        for _ in 0..if cfg!(miri) { 100 } else { 20_000 } {
            let often = 1 + random(12);
            let escaped = [&b"\"\\\n\t\x08\x0c\r"[..], b"\x00\x0b\x0e\x10\x1a\x1f\n\""][random(2)];
            let mut byte = || match random(often) {
                0 => escaped[random(escaped.len())],
                _ => b"a\x20\x21\x23\x5b\x5d\x7f\x80\xc3\xff"[random(10)],
            };
            let text: Vec<u8> = (0..ESCAPED + Wide::LEN).map(|_| byte()).collect();
            let text = guarded(|| Box::<[u8]>::from(&text[random(text.len() + 1)..]));
            let n = random(text.len().min(ESCAPED) + 1);
            let expected: Vec<u8> = text[..n].iter().flat_map(|&byte| oracle(byte)).collect();
            let mut to = guarded(|| vec![0; escaped_room(n)]);
            for copy in [copy_escaped, copy_blocks_escaped] {
                to.fill(0);
                // SAFETY: there is so much room.
                let end = unsafe { copy(&text, n, to.as_mut_ptr()) };
                assert_eq!(end.addr() - to.as_ptr().addr(), expected.len(), "{n} of {text:?}");
                assert_eq!(to[..expected.len()], expected, "{n} of {text:?}");
            }
        }
    }

    /// What the parts of a text stand for; `None`, if they are for others.
    const PARTS: [(&str, Option<&str>); 14] = [
        ("a", Some("a")),
        ("plain text of some length", Some("plain text of some length")),
        ("é", Some("é")),
        ("日本", Some("日本")),
        ("🦀", Some("🦀")),
        ("\\n", Some("\n")),
        ("\\\"", Some("\"")),
        ("\\\\", Some("\\")),
        ("\\u00e9", Some("é")),
        ("\\u0041", Some("A")),
        ("\\ud83e\\udd80", Some("🦀")),
        ("\\u65e5", Some("日")),
        ("\\x", None),
        ("\"", None),
    ];

    /// How much of a text is the inside of a string, a byte at a time.
    fn inside(text: &[u8]) -> usize {
        let mut at = 0;
        loop {
            at += match text[at..] {
                [b'\\', b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => 2,
                [b'\\', b'u', a, b, c, d, ..] if [a, b, c, d].iter().all(u8::is_ascii_hexdigit) => {
                    6
                }
                [] | [b'"' | b'\\' | ..0x20, ..] => return at,
                _ => 1,
            };
        }
    }

    #[test]
    fn escapes_that_are_passed_over_agree_with_the_oracle() {
        let mut random = random();
        for round in 0..if cfg!(miri) { 100 } else { 20_000 } {
            let (usual, often, kinds) = (random(12), 1 + random(4), [12, 12, 14][round % 3]);
            let mut text = Vec::new();
            for _ in 0..random(40) {
                let part = if random(often) > 0 { usual } else { random(kinds) };
                text.extend_from_slice(PARTS[part].0.as_bytes());
            }
            text.truncate(random(2 * text.len() + 1));
            let text = guarded(|| text.into_boxed_slice());
            let (n, limit) = (pass_escapes(&text), inside(&text));
            assert!(n == limit || text.len() - n <= Wide::LEN, "{n}: {}", text.escape_ascii());
            // Not inside of an escape.
            assert_eq!(n + inside(&text[n..]), limit, "{n}: {}", text.escape_ascii());
        }
    }

    #[test]
    fn strings_with_escapes_agree_with_the_oracle() {
        let mut random = random();
        for round in 0..if cfg!(miri) { 100 } else { 20_000 } {
            // Mostly one kind of part, and seldom what is for others.
            let (usual, often, kinds) = (random(12), 1 + random(4), [12, 12, 14][round % 3]);
            let (mut text, mut expected, mut ends) = (String::new(), String::new(), Vec::new());
            let mut others = None;
            for _ in 0..random(40) {
                let (part, means) = PARTS[if random(often) > 0 { usual } else { random(kinds) }];
                ends.push((text.len(), expected.len()));
                match means {
                    Some(means) => expected.push_str(means),
                    None if others.is_none() => others = Some(text.len()),
                    None => {}
                }
                text.push_str(part);
            }
            let text = guarded(|| Box::<str>::from(text));
            let (n, out) = guarded(|| {
                let mut out = String::from("before");
                let n = push_unescaped(&text, &mut out);
                (n, out)
            });
            let limit = others.unwrap_or(text.len());
            assert!(n <= limit, "{text}");
            // All of it, or so little is left that a block and what it may begin are not.
            assert!(
                n == limit || text.len() - n < 2 * Wide::LEN + PAIR,
                "{n} of {limit}, {} left, {:?}",
                text.len(),
                &text[n..]
            );
            // As much as the parts before it stand for, and the beginning of a plain one.
            let part = ends.partition_point(|&(at, _)| at <= n).checked_sub(1);
            let (at, len) = part.map_or((0, 0), |part| ends[part]);
            assert!(!text[at..n].contains('\\'), "inside of an escape: {n} {text}");
            assert_eq!(out["before".len()..], expected[..len + (n - at)], "{text}");
        }
    }
}
