//! Every block and every way over a text beside a scalar oracle, in memory that ends where no more is.

use alloc::vec;
use alloc::vec::Vec;

use fastjson_guard::guarded;

use super::walk::{SHORT, Target, walk_long};
use super::*;

/// The bytes that are found, their neighbours and those that only differ from them in a bit that the searches turn.
const BYTES: [u8; 28] = *b" !\"#[\\]|{},-/09:\x00\x02\x08\x0a\x1f\x5e\x7f\x80\x8a\xa0\xa2\xdc";

fn oracle<S: Search>(text: &[u8]) -> usize {
    text.iter().position(|&b| S::is(b)).unwrap_or(text.len())
}

/// Every byte value in every lane, and no value before another.
fn compare_lanes<S: Search, B: Block>(filler: u8) {
    let mut bytes = guarded(|| vec![filler; B::LEN]);
    for at in 0..B::LEN {
        for byte in 0..=255 {
            bytes[at] = byte;
            // SAFETY: so many bytes are there, and the tests below look whether the instructions are.
            let found = S::lanes(unsafe { B::load(bytes.as_ptr()) }).first();
            assert_eq!(found.unwrap_or(B::LEN), oracle::<S>(&bytes), "{byte} in lane {at}");
        }
        bytes[at] = filler;
    }
}

fn compare_block<B: Block>() {
    compare_lanes::<Special, B>(b'a');
    compare_lanes::<Special, B>(0xff);
    compare_lanes::<Bracket, B>(b'a');
    compare_lanes::<Bracket, B>(b'|');
    compare_lanes::<Mark, B>(b'a');
    compare_lanes::<Mark, B>(b'|');
    compare_lanes::<NotWhite, B>(b' ');
    compare_lanes::<NotWhite, B>(b'\n');
    compare_lanes::<NotWhite, B>(b'\t');
    compare_lanes::<NotWhite, B>(b'\r');
    compare_lanes::<NotDigit, B>(b'0');
    compare_lanes::<NotDigit, B>(b'9');
    compare_lanes::<NotAscii, B>(b'a');
    compare_lanes::<NotAscii, B>(0x7f);
}

#[test]
fn blocks_agree_with_the_oracle() {
    compare_block::<Wide>();
    compare_block::<Swar>();
    #[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
    if avx2::is_there() {
        compare_block::<avx2::Avx2>();
    }
}

/// Texts of `len` bytes that end where memory does or `behind` bytes before, plain and with each of [`BYTES`] at each
/// of the places.
fn texts(
    len: usize,
    behind: usize,
    filler: u8,
    places: impl Iterator<Item = usize>,
    mut see: impl FnMut(&[u8]),
) {
    let mut buffer = guarded(|| vec![filler; len + behind]);
    let text = &mut buffer[..len];
    see(text);
    for at in places {
        for byte in BYTES {
            text[at] = byte;
            see(text);
        }
        text[at] = filler;
    }
}

/// What is found is what the oracle finds.
fn compare_search<S: Search>(text: &[u8], search: impl Fn(&[u8]) -> usize) {
    assert_eq!(search(text), oracle::<S>(text), "in {text:?}");
}

/// What is copied is the plain part, and nothing is written behind the room, which ends where memory does.
fn compare_copy(text: &[u8], to: &mut [u8], copy: impl Fn(&[u8], *mut u8) -> usize) {
    to.fill(0xaa);
    let n = copy(text, to.as_mut_ptr());
    assert_eq!(n, oracle::<Special>(text), "in {text:?}");
    assert_eq!(to[..n], text[..n]);
    assert!(to[text.len()..].iter().all(|byte| *byte == 0xaa));
}

/// Every length up to where the long way begins, and some blocks more.
#[test]
fn searches_agree_with_the_oracle() {
    for len in 0..=SHORT + 34 {
        for behind in [0, 1, 15] {
            texts(len, behind, b'a', 0..len, |text| {
                compare_search::<Special>(text, special);
                compare_search::<Bracket>(text, bracket);
                compare_search::<Mark>(text, mark);
            });
            texts(len, behind, b'\n', 0..len, |text| {
                compare_search::<NotWhite>(text, not_white);
            });
            texts(len, behind, b'7', 0..len, |text| {
                compare_search::<NotDigit>(text, not_digit);
                let near = near_not_digit(text);
                let expected = oracle::<NotDigit>(text);
                let is_near = text.len() >= Wide::LEN && expected < Wide::LEN;
                assert_eq!(near, is_near.then_some(expected), "in {text:?}");
            });
        }
    }
}

#[test]
fn copies_agree_with_the_oracle() {
    for len in 0..=SHORT + 34 {
        for behind in [0, 1, 15] {
            let mut to = guarded(|| vec![0; len + behind]);
            texts(len, behind, b'x', 0..len, |text| {
                // SAFETY: `to` has at least the length of the text.
                compare_copy(text, &mut to, |text, to| unsafe { copy_plain(text, to) });
            });
        }
    }
}

/// All of a short text is copied, plain or not, in every kind of block.
#[test]
fn short_copies_agree_with_the_oracle() {
    fn compare<B: Quarters>() {
        for len in 0..4 * B::LEN {
            for behind in [0, 1, 15] {
                let mut to = guarded(|| vec![0; len + behind]);
                texts(len, behind, b'x', 0..len, |text| {
                    to.fill(0xaa);
                    // SAFETY: `to` has at least the length of the text.
                    let is_plain = unsafe { walk::copy_short::<Special, B>(text, to.as_mut_ptr()) };
                    assert_eq!(is_plain, oracle::<Special>(text) == len, "in {text:?}");
                    assert_eq!(to[..len], *text);
                    assert!(to[len..].iter().all(|byte| *byte == 0xaa));
                    assert!(len >= LONG || is_plain == super::is_plain(text));
                });
            }
        }
    }
    compare::<Wide>();
    compare::<Swar>();
}

/// The same by masks, which need more room, and write no further.
#[test]
fn copies_by_mask_agree_with_the_oracle() {
    ask_for_masks();
    if has_masks() != Some(true) {
        return std::eprintln!("skipped: no masks on this machine");
    }
    for len in 0..LONG {
        for behind in [0, 1, 15] {
            let mut to = guarded(|| vec![0; MASKED]);
            texts(len, behind, b'x', 0..len, |text| {
                to.fill(0xaa);
                // SAFETY: `to` has as much room as is asked for.
                let is_plain = unsafe { copy_by_mask(text, to.as_mut_ptr()) };
                assert_eq!(is_plain, oracle::<Special>(text) == len, "in {text:?}");
                assert_eq!(to[..len], *text);
            });
        }
    }
}

/// The rest of a long walk, of which so many bytes are passed.
type Long<T> = unsafe fn(&[u8], usize, T) -> usize;

/// All forms of it that this machine can run, whichever it would choose.
fn long_forms<S: Search, T: Target>() -> Vec<Long<T>> {
    let mut forms: Vec<Long<T>> = vec![walk_long::<S, Swar, T>];
    forms.push(walk_long::<S, Wide, T>);
    #[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
    if avx2::is_there() {
        forms.push(avx2::walk_long::<S, T>);
    } else {
        std::eprintln!("skipped: no AVX2 on this machine");
    }
    forms
}

/// Every length of up to two steps and a block, and some of several hundred bytes; and how far the tried places are apart.
fn long_lengths() -> impl Iterator<Item = (usize, usize)> {
    (SHORT..SHORT + 2 * 64 + 34).map(|len| (len, 5)).chain([(500, 11), (771, 13), (1024, 17)])
}

/// From the beginning, and from behind the bytes that are looked at in line.
const PASSED: [usize; 2] = [0, SHORT];

#[test]
fn long_searches_agree_with_the_oracle() {
    for ((len, step), passed) in long_lengths().flat_map(|len| PASSED.map(|passed| (len, passed))) {
        let places = || (passed + len % step..len).step_by(step).chain(len - 1..len);
        for form in long_forms::<Special, Nowhere>() {
            // SAFETY: the text is long enough, and nothing is written.
            let form = |text: &[u8]| unsafe { form(text, passed, Nowhere) };
            texts(len, 0, b'a', places(), |text| {
                compare_search::<Special>(text, form);
            });
        }
        for form in long_forms::<NotWhite, Nowhere>() {
            // SAFETY: the same.
            let form = |text: &[u8]| unsafe { form(text, passed, Nowhere) };
            texts(len, 0, b' ', places(), |text| compare_search::<NotWhite>(text, form));
        }
    }
}

/// What is passed was copied before.
#[test]
fn long_copies_agree_with_the_oracle() {
    for ((len, step), passed) in long_lengths().flat_map(|len| PASSED.map(|passed| (len, passed))) {
        let places = || (passed + len % step..len).step_by(step).chain(len - 1..len);
        let mut to = guarded(|| vec![0; len]);
        for form in long_forms::<Special, Room>() {
            texts(len, 0, b'x', places(), |text| {
                compare_copy(text, &mut to, |text, to| {
                    // SAFETY: the text is long enough, and `to` has its length.
                    unsafe {
                        to.copy_from_nonoverlapping(text.as_ptr(), passed);
                        form(text, passed, Room(to))
                    }
                });
            });
        }
        texts(len, 0, b'x', places(), |text| {
            // SAFETY: the same.
            compare_copy(text, &mut to, |text, to| unsafe { copy_plain_long(text, to) });
        });
    }
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
                let plain = oracle::<NotWhite>(&text);
                let is_long = plain >= TWO;
                assert_eq!(
                    near_not_white(&text),
                    (len >= TWO && !is_long).then_some(plain),
                    "{byte} at {end} of {len}"
                );
            }
        }
    }
}

/// Every byte that differs by every bit, in memory that ends behind the last one.
#[test]
fn equal_bytes_agree_with_the_oracle() {
    let a = guarded(|| (0..32).map(|i| b'a' + i).collect::<Vec<u8>>());
    let mut b = guarded(|| a.clone());
    for i in 0..32 {
        for j in 0..32 {
            for bit in (0..8).step_by(if cfg!(miri) { 7 } else { 1 }) {
                b.copy_from_slice(&a);
                b[i] ^= 1 << bit;
                b[j] ^= 0x80 >> bit;
                let same = (0..32).map(|k| u32::from(a[k] == b[k]) << k).sum::<u32>();
                // SAFETY: both have so many bytes.
                unsafe {
                    for half in [0, 16] {
                        let (a, b) = (a[half..].as_ptr(), b[half..].as_ptr());
                        let same = same >> half & 0xffff;
                        assert_eq!(swar::equal_16(a, b), same, "{i} {j} {bit}");
                        #[cfg(all(
                            target_arch = "x86_64",
                            target_feature = "sse2",
                            not(fastjson_swar)
                        ))]
                        assert_eq!(sse2::equal_16(a, b), same, "{i} {j} {bit}");
                    }
                    for len in 0..=32 {
                        let is_it = a[..len] == b[..len];
                        let (a, b) = (a.as_ptr(), b.as_ptr());
                        assert_eq!(is_same(a, b, len), is_it, "{i} {j} {bit} {len}");
                        let is_same = is_same_in(bits(len), a, b, len);
                        assert_eq!(is_same, is_it, "{i} {j} {bit} {len}");
                    }
                }
            }
        }
    }
}

#[test]
fn patterns_agree_with_the_oracle() {
    let text = ",abcdefghijklmnopqrstuvwxyz012345678";
    for len in 1..=text.len() {
        let pattern = Pattern::new(&text[1..len]);
        let can_be = (2..=Pattern::LEN).contains(&len);
        assert_eq!(pattern.len(), if can_be { len } else { 0 });
        assert_eq!(pattern.is_never(), !can_be);
        for at in 0..Pattern::LEN {
            let mut bytes = guarded(|| text.as_bytes()[..Pattern::LEN].to_vec());
            // (is at, is behind, is behind but for its last byte). SAFETY: so many bytes are there.
            let is_here = |bytes: &[u8]| unsafe {
                let bytes = bytes.as_ptr();
                (pattern.is_at(bytes), pattern.is_behind(bytes), pattern.is_behind_but_colon(bytes))
            };
            assert_eq!(is_here(&bytes), (can_be, can_be, can_be), "{len}");
            bytes[at] ^= 1;
            let is_here = is_here(&bytes);
            let is_behind = can_be && (at == 0 || at >= len);
            let is_name = can_be && (at == 0 || at >= len - 1);
            assert_eq!(is_here, (can_be && at >= len, is_behind, is_name), "{len} {at}");
        }
    }
}

#[test]
fn owned_strings_of_all_lengths() {
    let text = "abcdefghijklmnopqrstuvwxyz\u{e9}".repeat(5);
    for n in (0..=4 * Wide::LEN + 3).filter(|&n| text.is_char_boundary(n)) {
        for behind in 0..=Wide::LEN + 1 {
            let bytes = guarded(|| text.as_bytes()[..n + behind].to_vec());
            // SAFETY: so many bytes are there, and end with a character.
            let owned = unsafe { owned(&bytes, n) };
            assert_eq!(owned, text[..n], "{n} {behind}");
            assert!(owned.capacity() <= n.max(Wide::LEN), "{n} {behind}");
            assert!(n > 0 || owned.capacity() == 0);
        }
    }
}

#[test]
fn strings_of_all_lengths_replace_others() {
    let text = "abcdefghijklmnopqrstuvwxyz\u{e9}".repeat(5);
    for n in (0..=4 * Wide::LEN + 3).filter(|&n| text.is_char_boundary(n)) {
        for behind in [0, 1, Wide::LEN - 1, Wide::LEN, Wide::LEN + 1] {
            let bytes = guarded(|| text.as_bytes()[..n + behind].to_vec());
            let olds = [0, 1, n, Wide::LEN, 6 * Wide::LEN];
            for old in olds.into_iter().skip(if cfg!(miri) { 3 } else { 0 }) {
                let mut place = guarded(|| "x".repeat(old));
                let (memory, had_room) = (place.as_ptr(), old >= n.max(Wide::LEN));
                // SAFETY: so many bytes are there, and end with a character.
                unsafe { replace(&bytes, n, &mut place) };
                assert_eq!(place, text[..n], "{n} {behind} {old}");
                assert!(!had_room || place.as_ptr() == memory, "{n} {behind} {old}");
            }
        }
    }
}

/// Characters of every length, and pieces of them, at every place: what the standard library says.
#[test]
fn utf8_agrees_with_the_oracle() {
    let step = if cfg!(miri) { 37 } else { 1 };
    for len in (0..=SHORT + 34).step_by(step).chain([195, 199, 200, 201, 263, 300]) {
        let mut bytes = guarded(|| vec![b'a'; len]);
        assert_eq!(utf8(&bytes), str::from_utf8(&bytes).ok());
        for piece in ["\u{e9}", "\u{20ac}", "\u{1f600}", "\u{7f}"] {
            for cut in 1..=piece.len() {
                let piece = &piece.as_bytes()[..cut];
                for at in (0..(len + 1).saturating_sub(cut)).step_by(step) {
                    bytes[at..at + cut].copy_from_slice(piece);
                    assert_eq!(utf8(&bytes), str::from_utf8(&bytes).ok(), "{piece:?} at {at}");
                    bytes[at..at + cut].fill(b'a');
                }
            }
        }
    }
}
