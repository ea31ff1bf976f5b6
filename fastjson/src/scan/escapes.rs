//! Strings with escapes, written and read, a block at a time.
//!
//! What stands behind an escape is copied as a whole block, which the next escape in it overwrites. Thus nothing waits for the length of a part
//! between two escapes but the place where the next one goes; with a search behind each of them, source code took 2.3 times as long to write
//! and 2.5 times to read. What a byte becomes stands in tables, because which escape comes next is hard to predict.
//!
//! Tried and left out: escapes near each other by the table of all bytes, whatever they are (1.3 times as long); the end of a block as the
//! greater one of two places (1.8 times: the next block waits for this one).

use alloc::string::String;

use super::{Block, Search, Special, Wide};

/// How many bytes [`copy_escaped`] copies, and how many must be writable for it.
pub(crate) const ESCAPED: usize = Wide::LEN;
pub(crate) const ESCAPED_ROOM: usize = ESCAPED * WORD;

/// Copies the first [`ESCAPED`] bytes of `text` to `to`, escaped, and returns where they end. One question is asked about all of these bytes:
/// where an escape stands does not depend on how long those before it are.
///
/// # Safety
/// There must be twice as many bytes, and [`ESCAPED_ROOM`] at `to`, which must not overlap with the text.
#[inline(always)]
pub(crate) unsafe fn copy_escaped(text: &[u8], mut to: *mut u8) -> *mut u8 {
    const { assert!(ESCAPED * UNIT + Wide::LEN <= ESCAPED_ROOM) };
    debug_assert!(text.len() >= 2 * ESCAPED);
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
        to.add(ESCAPED - passed)
    }
}

/// Copies all of `rest`, less than two of [`ESCAPED`], as [`copy_escaped`] does: with spaces behind it, so that it can be read as more than it is.
///
/// # Safety
/// Two of [`ESCAPED_ROOM`] must be writable at `to`.
#[inline(always)]
pub(crate) unsafe fn copy_last_escaped(rest: &[u8], to: *mut u8) -> *mut u8 {
    let mut padded = [b' '; 3 * ESCAPED];
    padded[..rest.len()].copy_from_slice(rest);
    // SAFETY: two blocks and one follow, and there is room; so many spaces are not from the text.
    unsafe {
        let to = copy_escaped(&padded, to);
        if rest.len() <= ESCAPED {
            return to.sub(ESCAPED - rest.len());
        }
        let to = copy_escaped(&padded[ESCAPED..], to);
        to.sub(2 * ESCAPED - rest.len())
    }
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
                            to = to.add(c.encode_utf8(&mut *to.cast::<[u8; 4]>()).len());
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
    fn blocks_with_escapes_agree_with_the_oracle() {
        let mut random = random();
        let mut to = guarded(|| vec![0; 2 * ESCAPED_ROOM]);
        for _ in 0..if cfg!(miri) { 100 } else { 20_000 } {
            let often = 1 + random(12);
            let mut byte = || match random(often) {
                0 => b"\"\\\n\t\x00\x08\x0c\r\x1f"[random(9)],
                _ => b"a\x20\x7f\xc3\xff"[random(5)],
            };
            let text = guarded(|| (0..2 * ESCAPED).map(|_| byte()).collect::<Box<[u8]>>());
            let expected: Vec<u8> = text[..ESCAPED].iter().flat_map(|&byte| oracle(byte)).collect();
            // SAFETY: there are two blocks, and so much room.
            let end = unsafe { copy_escaped(&text, to[ESCAPED_ROOM..].as_mut_ptr()) };
            assert_eq!(end.addr() - to[ESCAPED_ROOM..].as_ptr().addr(), expected.len(), "{text:?}");
            assert_eq!(to[ESCAPED_ROOM..][..expected.len()], expected, "{text:?}");
            let rest = &text[random(2 * ESCAPED) + 1..];
            let expected: Vec<u8> = rest.iter().flat_map(|&byte| oracle(byte)).collect();
            // SAFETY: there is so much room.
            let end = unsafe { copy_last_escaped(rest, to.as_mut_ptr()) };
            assert_eq!(end.addr() - to.as_ptr().addr(), expected.len(), "{rest:?}");
            assert_eq!(to[..expected.len()], expected, "{rest:?}");
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
                n == limit || text.len() - n < 2 * ESCAPED + PAIR,
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
