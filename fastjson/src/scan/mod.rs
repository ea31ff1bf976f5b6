//! Searches over bytes. What is searched for is written once, here, over a [`Block`] of lanes; `swar.rs` and `sse2.rs` are the
//! blocks. Every wide search finishes in SWAR and then byte by byte, so nothing is read past the slice.

#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
mod sse2;
mod swar;

#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
use sse2::Sse2 as Wide;
use swar::Swar;
#[cfg(not(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar))))]
use swar::Swar as Wide;

/// Some bytes at once. A comparison gives a block whose lanes are all ones or have at least their high bit
/// set where it holds, and are zero in the high bit where not.
trait Block: Copy {
    /// How many bytes.
    const LEN: usize;
    /// # Safety
    /// `LEN` bytes must be readable at `from`.
    unsafe fn load(from: *const u8) -> Self;
    /// # Safety
    /// `LEN` bytes must be writable at `to`.
    unsafe fn store(self, to: *mut u8);
    /// Lanes that equal `byte`.
    fn equal(self, byte: u8) -> Self;
    /// Lanes below `bound`, which is at most `0x80`.
    fn below(self, bound: u8) -> Self;
    /// Lanes in which either holds.
    fn or(self, other: Self) -> Self;
    /// The first lane in which a comparison holds.
    fn first(self) -> Option<usize>;
    /// The first lane in which a comparison does not hold.
    fn first_not(self) -> Option<usize>;
}

/// Something to search for.
trait Search {
    /// Whether `byte` is found: the oracle of `first`.
    fn is(byte: u8) -> bool;
    /// The first lane that is found.
    fn first<B: Block>(block: B) -> Option<usize>;
}

/// What cannot stand in a JSON string as it is: the quote, the backslash and controls.
struct Special;

impl Search for Special {
    #[inline(always)]
    fn is(byte: u8) -> bool {
        byte < 0x20 || byte == b'"' || byte == b'\\'
    }

    #[inline(always)]
    fn first<B: Block>(block: B) -> Option<usize> {
        block.equal(b'"').or(block.equal(b'\\')).or(block.below(0x20)).first()
    }
}

/// The end of a new line and its indentation.
struct NotIndentation;

impl Search for NotIndentation {
    #[inline(always)]
    fn is(byte: u8) -> bool {
        !matches!(byte, b' ' | b'\n')
    }

    #[inline(always)]
    fn first<B: Block>(block: B) -> Option<usize> {
        block.equal(b' ').or(block.equal(b'\n')).first_not()
    }
}

/// The end of the plain part of a string: the index of the first quote, backslash or control, or the length.
#[inline(always)]
pub(crate) fn special(text: &[u8]) -> usize {
    find::<Special, Wide>(text)
}

/// The index of the first byte that is neither a space nor a new line, or the length.
#[inline(always)]
pub(crate) fn not_indentation(text: &[u8]) -> usize {
    find::<NotIndentation, Wide>(text)
}

/// The same, if it is in the first two blocks and both can be read.
#[inline(always)]
pub(crate) fn short_indentation(text: &[u8]) -> Option<usize> {
    if text.len() < 2 * Wide::LEN {
        return None;
    }
    // SAFETY: two blocks are in the slice.
    let block = |i: usize| unsafe { Wide::load(text.as_ptr().add(i * Wide::LEN)) };
    let second = || Some(Wide::LEN + NotIndentation::first(block(1))?);
    NotIndentation::first(block(0)).or_else(second)
}

/// Whether the first `n` bytes are spaces and new lines and the next one is no white space. `false` also where that is not told by two
/// blocks.
#[inline(always)]
pub(crate) fn is_indentation(text: &[u8], n: usize) -> bool {
    if n > 2 * Wide::LEN || text.len() <= 2 * Wide::LEN {
        return false;
    }
    // SAFETY: two blocks are in the slice, and `n` is at most their length.
    let block = |at: usize| unsafe { Wide::load(text.as_ptr().add(at)) };
    let is_plain = if n <= Wide::LEN {
        NotIndentation::first(block(0)).unwrap_or(Wide::LEN) >= n
    } else {
        let ends = [NotIndentation::first(block(0)), NotIndentation::first(block(n - Wide::LEN))];
        ends == [None, None]
    };
    is_plain && text[n] > b' '
}

#[inline(always)]
fn find<S: Search, B: Block>(text: &[u8]) -> usize {
    let mut i = 0;
    while text.len() - i >= B::LEN {
        // SAFETY: `LEN` bytes are left in the slice.
        let block = unsafe { B::load(text.as_ptr().add(i)) };
        if let Some(lane) = S::first(block) {
            return i + lane;
        }
        i += B::LEN;
    }
    find_tail::<S>(text, i)
}

/// The last bytes, fewer than a wide block.
#[inline(never)]
fn find_tail<S: Search>(text: &[u8], mut i: usize) -> usize {
    while text.len() - i >= Swar::LEN {
        // SAFETY: `LEN` bytes are left in the slice.
        let block = unsafe { Swar::load(text.as_ptr().add(i)) };
        if let Some(lane) = S::first(block) {
            return i + lane;
        }
        i += Swar::LEN;
    }
    text[i..].iter().position(|&b| S::is(b)).map_or(text.len(), |n| i + n)
}

/// What [`copy_plain`] may write beyond the plain part, in bytes.
pub(crate) const SLACK: usize = 16;

/// Copies the plain part of `text` to `to` and returns its length.
///
/// # Safety
/// `text.len() + SLACK` bytes must be writable at `to` and must not overlap `text`. Bytes behind the plain part may be
/// overwritten with anything.
#[inline(always)]
pub(crate) unsafe fn copy_plain(text: &[u8], to: *mut u8) -> usize {
    // SAFETY: as demanded of the caller.
    unsafe { copy_while_plain::<Wide>(text, to) }
}

/// # Safety
/// As [`copy_plain`].
#[inline(always)]
unsafe fn copy_while_plain<B: Block>(text: &[u8], to: *mut u8) -> usize {
    const { assert!(B::LEN <= SLACK) };
    let mut i = 0;
    while text.len() - i >= B::LEN {
        // SAFETY: `LEN` bytes are left in the slice, and as many are writable at `to + i`.
        let block = unsafe {
            let block = B::load(text.as_ptr().add(i));
            block.store(to.add(i));
            block
        };
        if let Some(lane) = Special::first(block) {
            return i + lane;
        }
        i += B::LEN;
    }
    while text.len() - i >= Swar::LEN {
        // SAFETY: as above.
        let block = unsafe {
            let block = Swar::load(text.as_ptr().add(i));
            block.store(to.add(i));
            block
        };
        if let Some(lane) = Special::first(block) {
            return i + lane;
        }
        i += Swar::LEN;
    }
    while i < text.len() && !Special::is(text[i]) {
        // SAFETY: `i < text.len()`, and that much is writable at `to`.
        unsafe { to.add(i).write(text[i]) };
        i += 1;
    }
    i
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;
    use fastjson_guard::guarded;

    fn oracle<S: Search>(text: &[u8]) -> usize {
        text.iter().position(|&b| S::is(b)).unwrap_or(text.len())
    }

    /// Every byte value at every position of every length up to twice the widest block, at every alignment, and at the end of
    /// memory.
    fn compare<S: Search, B: Block>(filler: u8) {
        for len in 0..=34 {
            for behind in 0..16 {
                let mut buffer = guarded(|| vec![filler; len + behind]);
                let text = &mut buffer[..len];
                assert_eq!(find::<S, B>(text), oracle::<S>(text));
                for at in 0..len {
                    for byte in 0..=255 {
                        text[at] = byte;
                        assert_eq!(
                            find::<S, B>(text),
                            oracle::<S>(text),
                            "{byte} at {at} of {len}"
                        );
                    }
                    text[at] = filler;
                }
            }
        }
    }

    #[test]
    fn searches_agree_with_the_oracle() {
        compare::<Special, Wide>(b'a');
        compare::<Special, Swar>(b'a');
        compare::<NotIndentation, Wide>(b' ');
        compare::<NotIndentation, Swar>(b'\n');
    }

    /// Every length and end of an indentation, asked for at every length; what comes behind is of every kind.
    #[test]
    fn indentations_agree_with_the_oracle() {
        const TWO: usize = 2 * Wide::LEN;
        for len in 0..=TWO + 3 {
            let mut text = guarded(|| vec![b' '; len]);
            for end in 0..=len {
                for byte in *b" \n\t\r\x00!\"a\xff" {
                    text.fill(b'\n');
                    if end < len {
                        text[end] = byte;
                    }
                    let plain = oracle::<NotIndentation>(&text);
                    let is_long = plain >= TWO;
                    assert_eq!(
                        short_indentation(&text),
                        (len >= TWO && !is_long).then_some(plain),
                        "{byte} at {end} of {len}"
                    );
                    for n in 0..=len + 1 {
                        let is_it = n <= plain && text.get(n).is_some_and(|&b| b > b' ');
                        let is_told = n <= TWO && len > TWO;
                        assert_eq!(
                            is_indentation(&text, n),
                            is_it && is_told,
                            "{n} with {byte} at {end} of {len}"
                        );
                    }
                }
            }
        }
    }

    /// Both the text and the room for it end where memory does, or some bytes before.
    fn compare_copies<B: Block>() {
        for (len, behind) in (0..=34).flat_map(|len| (0..16).map(move |behind| (len, behind))) {
            let mut text = guarded(|| vec![b'x'; len + behind]);
            let mut to = guarded(|| vec![0; len + SLACK + behind]);
            let text = &mut text[..len];
            for at in 0..=len {
                for byte in [b'"', b'\\', 0, 0x1f, b' ', 0x7f, 0x80, 0xff] {
                    if at < len {
                        text[at] = byte;
                    }
                    to.fill(0xaa);
                    // SAFETY: `to` has the length of the text and the slack.
                    let n = unsafe { copy_while_plain::<B>(text, to.as_mut_ptr()) };
                    assert_eq!(n, oracle::<Special>(text));
                    assert_eq!(to[..n], text[..n]);
                    assert!(to[len + SLACK..].iter().all(|byte| *byte == 0xaa));
                    if at < len {
                        text[at] = b'x';
                    }
                }
            }
        }
    }

    #[test]
    fn copies_agree_with_the_oracle() {
        compare_copies::<Wide>();
        compare_copies::<Swar>();
    }
}
