//! The writer into every kind of home, against oracles a character or an element at a time.

use super::*;
use crate::encode::Encode;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use core::cell::Cell;
use fastjson_guard::guarded;

/// Escaping a character at a time.
fn oracle(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' => "\\\"".into(),
        '\\' => "\\\\".into(),
        '\u{8}' => "\\b".into(),
        '\t' => "\\t".into(),
        '\n' => "\\n".into(),
        '\u{c}' => "\\f".into(),
        '\r' => "\\r".into(),
        c if c < ' ' => format!("\\u{:04x}", u32::from(c)),
        c => String::from(c),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

/// A string into every home.
fn compare(text: &str) {
    let text = guarded(|| Box::<str>::from(text));
    let masked = crate::scan::MASKED;
    compare_homes(&text, &oracle(&text), |len| [0, 1, len, len + 15, len + 18, masked, masked + 1]);
}

/// Into every home, each of which ends where memory does, the buffers as small as they can be.
fn compare_homes<const N: usize>(
    value: &(impl Encode + ?Sized),
    expected: &str,
    capacities: impl Fn(usize) -> [usize; N],
) {
    guarded(|| {
        let mut scratch = Box::new([MaybeUninit::uninit(); SCRATCH]);
        let mut w = Writer::fresh(&mut *scratch);
        value.encode(&mut w).expect("fresh");
        assert_eq!(w.close(Ok(())).unwrap(), expected.as_bytes());
        assert_eq!(crate::to_string(value).expect("fresh"), expected);
        for capacity in capacities(expected.len()) {
            let mut vec = Vec::with_capacity(capacity);
            crate::encode_into(value, &mut vec).expect("append");
            assert_eq!(vec, expected.as_bytes());
        }
        #[cfg(feature = "std")]
        {
            let mut sink = Vec::new();
            crate::to_writer(&mut sink, value).expect("drain");
            assert_eq!(sink, expected.as_bytes());
        }
    });
}

#[test]
fn strings_agree_with_the_oracle() {
    // Short ones, those that are copied at once, and those in wide blocks.
    let lengths = if cfg!(miri) { 0..20 } else { 0..70 };
    let long = if cfg!(miri) { 64..66 } else { 70..140 };
    for len in lengths.chain(long.step_by(9)) {
        compare(&"x".repeat(len));
        for at in 0..len {
            for special in ["\"", "\\", "\n", "\u{1f}", "\u{7f}", "é", "\u{1}\u{2}"] {
                compare(&format!("{}{special}{}", "x".repeat(at), "y".repeat(len - at - 1)));
            }
        }
    }
    for byte in 0..0x80_u8 {
        compare(&String::from(char::from(byte)).repeat(40));
    }
    // Escapes near each other, and then further apart, from every place on.
    for part in ["\"a", "\u{1}é", "\\\\\nab", "\t\"\u{1f}\u{7f}abc", "\r\"€\"\"0123456789\n"] {
        for times in if cfg!(miri) { 1..4 } else { 1..24 } {
            for plain in [0, 1, 7, 16, 40] {
                compare(&format!("{}{}", "x".repeat(plain), part.repeat(times)));
                compare(&format!("{}{}x\n", part.repeat(times), "y".repeat(plain)));
            }
        }
    }
}

#[test]
fn long_texts_grow_out_of_the_scratch() {
    for len in [2028, 2029, 2030, 2046, 2047, 2048, 5000, 70_000] {
        compare(&"z".repeat(len));
        compare(&"\u{1}".repeat(len / 16));
    }
}

#[test]
fn what_a_fresh_vector_keeps_is_no_more_than_as_much_again() {
    for len in (2000..20_000).step_by(777).chain((20_000..2_500_000).step_by(77_777)) {
        let text = "z".repeat(100);
        let texts: Vec<&str> = core::iter::repeat_n(&*text, len / 100).collect();
        let vec = crate::to_vec(&texts).expect("strings are encoded");
        assert_eq!(vec.len(), texts.len() * 103 + 1);
        assert!(vec.capacity() <= 2 * vec.len(), "{} of {}", vec.len(), vec.capacity());
    }
}

/// Says that it takes four bytes at most, and takes as many as it likes.
struct Longer(usize);

impl Encode for Longer {
    const MAX_LEN: Option<usize> = Some(4);

    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        w.string(&"z".repeat(self.0));
        if self.0 == 7 { Err(Error::custom("seven")) } else { Ok(()) }
    }
}

#[test]
fn what_says_that_it_is_short_may_be_longer() {
    for len in [0, 1, 2, 3, 60, 5000] {
        compare_homes(&Longer(len), &oracle(&"z".repeat(len)), |len| [0, 1, len, len + 15]);
        let mut text = Vec::from(*b"before");
        crate::encode_into(&Longer(len), &mut text).expect("append");
        assert_eq!(text, format!("before{}", oracle(&"z".repeat(len))).as_bytes());
    }
    let mut text = Vec::from(*b"before");
    assert!(crate::encode_into(&Longer(7), &mut text).is_err());
    assert_eq!(text, b"before");
    assert!(crate::to_vec(&Longer(7)).is_err());
}

#[test]
fn what_is_short_takes_the_memory_that_its_type_may_need() {
    assert_eq!(crate::to_vec(&true).expect("a boolean is encoded").capacity(), 5);
    assert_eq!(crate::to_vec(&[true; 3]).expect("booleans are encoded").capacity(), 3 * 6 + 2);
    let long = crate::to_vec(&[7_u64; 3]).expect("integers are encoded");
    assert_eq!((long.capacity(), &*long), (7, &b"[7,7,7]"[..]));
}

#[test]
fn what_is_known_to_be_short_takes_just_its_memory() {
    fn compare(value: &(impl Encode + ?Sized), expected: &str) {
        let text = crate::to_vec(value).expect("a short value is encoded");
        assert_eq!((&*text, text.capacity()), (expected.as_bytes(), expected.len()));
    }
    for len in 0..70 {
        let plain = "é".repeat(len / 2) + &"x".repeat(len % 2);
        let expected = oracle(&plain);
        compare(&*plain, &expected);
        compare(&plain, &expected);
        compare(&Some(&*plain), &expected);
        compare(&Box::new(alloc::borrow::Cow::Borrowed(&*plain)), &expected);
    }
    compare(&None::<String>, "null");
    compare(&[0_u64; 0][..], "[]");
    compare(&Vec::<String>::new(), "[]");
    compare(&Some(alloc::collections::BTreeSet::<u8>::new()), "[]");
    compare(&BTreeMap::<String, u64>::new(), "{}");
}

#[test]
fn what_is_written_stays_when_the_home_changes() {
    let texts: Vec<String> = (0..400).map(|i| format!("{i}\n").repeat(i % 40)).collect();
    let expected: Vec<String> = texts.iter().map(|text| oracle(text)).collect();
    let expected = format!("[{}]", expected.join(","));
    assert_eq!(crate::to_string(&texts).expect("fresh"), expected);
    #[cfg(feature = "std")]
    {
        let mut sink = Vec::new();
        crate::to_writer(&mut sink, &texts).expect("drain");
        assert_eq!(sink, expected.as_bytes());
    }
}

#[test]
fn runs_reach_behind_the_next_unbounded_value() {
    let int = Some(20);
    assert_eq!(runs([part(6, int), part(7, int), Part::end(1)]), [54, 28, 1]);
    assert_eq!(runs([part(6, int), part(7, None), part(8, int), Part::end(1)]), [33, 7, 29, 1]);
    // A part that may be left out does not end a run.
    assert_eq!(runs([part(6, int), part_if(7, None), Part::end(1)]), [34, 8, 1]);
    // Long runs are cut.
    assert_eq!(runs([part(6, Some(1000)), part(7, Some(1000)), Part::end(1)]), [1006, 1008, 1]);
}

#[test]
#[should_panic(expected = "more than its MAX_LEN")]
fn a_run_is_not_overdrawn() {
    let mut vec = Vec::new();
    let mut w = Writer::append(&mut vec);
    let mut run = w.run(3);
    run.literal("four");
}

/// Says that it is shorter than it is.
struct Liar;

impl Encode for Liar {
    const MAX_LEN: Option<usize> = Some(2);

    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        w.literal("1234567890");
        Ok(())
    }

    fn encode_fixed(&self, run: &mut Run<'_, '_>) {
        run.unsigned(1_234_567_890);
    }
}

#[test]
#[should_panic(expected = "more than its MAX_LEN")]
fn a_wrong_max_len_panics() {
    let _ = crate::to_vec(&[Liar, Liar]);
}

/// Arrays of bounded elements are what their elements are one by one.
fn compare_elements<T: Encode>(element: impl Fn(usize) -> T) {
    for len in 0..40 {
        let elements: Vec<T> = (0..len).map(&element).collect();
        let each: Vec<String> =
            elements.iter().map(|it| crate::to_string(it).expect("an element")).collect();
        let expected = format!("[{}]", each.join(","));
        compare_homes(&elements, &expected, |len| {
            core::array::from_fn::<_, 20, _>(|i| len + 2 * i)
        });
    }
}

#[test]
fn elements_agree_with_themselves_alone() {
    let float = |i: usize| match i % 7 {
        0 => f64::NAN,
        1 => -0.0,
        2 => f64::MIN_POSITIVE,
        3 => i as f64,
        _ => (i as f64).sin() * 10_f64.powi(i as i32 - 20),
    };
    compare_elements(float);
    compare_elements(|i| float(i) as f32);
    compare_elements(|i| (i % 3 != 0).then(|| float(i)));
    compare_elements(|i| [float(i)]);
    compare_elements(|i| [float(i), float(i + 1)]);
    compare_elements(|i| [[float(i), float(i + 3)], [float(i + 1), float(i + 2)]]);
    compare_elements(|i| [[(); 0], [(); 0]].map(|_| float(i)));
    compare_elements(|i| (float(i), float(i + 2)));
    compare_elements(|i| (float(i), i, float(i + 2), i % 2 == 0));
    compare_elements(|i| ([float(i), float(i + 1)], float(i + 2)));
    compare_elements(|i| [(float(i), 1_u8), (float(i + 1), 2)]);
    compare_elements(|i| [0.5; 9].map(|x: f64| x * float(i)));
    compare_elements(|_| [0.0_f64; 0]);
    compare_elements(|i| u128::MAX >> i);
}

#[test]
fn elements_are_drained_too() {
    #[cfg(feature = "std")]
    {
        let floats: Vec<[f64; 2]> = (0..if cfg!(miri) { 500 } else { 20_000 })
            .map(|i| [f64::from(i).sqrt(), 1.5])
            .collect();
        let mut sink = Vec::new();
        crate::to_writer(&mut sink, &floats).expect("drain");
        assert_eq!(sink, crate::to_vec(&floats).expect("fresh"));
    }
}

/// Into buffers of every capacity up to what the longest value of a type could take.
fn compare_number<T: Encode>(number: T, expected: &str) {
    compare_homes(&number, expected, |_| core::array::from_fn::<_, 64, _>(|i| i));
}

#[test]
fn integers_of_all_lengths_and_at_their_limits() {
    for value in (0..20).map(|power| 10_u64.pow(power)).chain([0, 7, u64::MAX]) {
        compare_number(value, &format!("{value}"));
        compare_number(value - u64::from(value > 0), &format!("{}", value.saturating_sub(1)));
        let negative = -i128::from(value);
        compare_number(negative, &format!("{negative}"));
        if let Ok(negative) = i64::try_from(negative) {
            compare_number(negative, &format!("{negative}"));
        }
    }
    compare_number(i64::MIN, "-9223372036854775808");
    compare_number(i128::MIN, "-170141183460469231731687303715884105728");
    compare_number(u128::MAX, "340282366920938463463374607431768211455");
}

#[test]
fn floats_of_all_lengths() {
    for value in [0.0, -0.0, 1.0, -1.5, 1e15, 1e16, 1e-5, f64::MAX, -f64::MIN_POSITIVE, 5e-324] {
        compare_number(value, zmij::Buffer::new().format(value));
        let single = value as f32;
        if single.is_finite() {
            compare_number(single, zmij::Buffer::new().format(single));
        }
    }
    compare_number(f64::NAN, "null");
}

#[test]
fn an_error_leaves_the_buffer_as_it_was() {
    let mut vec = b"before".to_vec();
    let map = alloc::collections::BTreeMap::from([(Key(f64::NAN), 1)]);
    crate::encode_into(&map, &mut vec).expect_err("NaN is no key");
    assert_eq!(vec, b"before");
}

#[derive(PartialEq)]
struct Key(f64);

impl Eq for Key {}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl crate::EncodeKey for Key {
    fn encode_key(&self, w: &mut Writer<'_>) -> Result<()> {
        self.0.encode_key(w)
    }
}

#[test]
fn what_is_filled_in_is_ascii_or_nothing() {
    let mut vec = Vec::new();
    let mut w = Writer::append(&mut vec);
    w.literal("\"");
    w.ascii(0, |text| assert!(text.is_empty()));
    w.ascii(3, |text| {
        assert_eq!(text, [0; 3]);
        text.copy_from_slice(b"abc");
    });
    let refused = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        w.ascii(2, |text| text[1] = 0xc3);
    }));
    assert!(refused.is_err());
    w.literal("\"");
    w.finish();
    assert_eq!(vec, b"\"abc\"");
}

/// Writes so much that the writer's memory moves, and then does not return as it should.
struct Stumbles(fn() -> Result<()>);

impl Encode for Stumbles {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        w.string(&"x".repeat(10_000));
        (self.0)()
    }
}

/// A run goes on behind an error, which it keeps, and safe code may go on with a run whose panic it has caught.
#[test]
fn a_run_goes_on_behind_what_stumbled() {
    let stumbles = [
        (&Stumbles(|| Err(Error::unsupported("it has no form"))), true),
        (&Stumbles(|| std::panic::resume_unwind(Box::new("it panics"))), false),
    ];
    let ends: [fn(&mut Run<'_, '_>); 5] = [
        |_| {},
        |run| {
            run.settle(5);
            run.string("end", 0);
        },
        |run| value(run, "", "end", 0),
        |run| {
            value(run, "", &None::<String>, 1);
            run.literal(",");
        },
        |run| {
            value(run, "", &[1, 2], 9);
            value(run, ",", &7, 0);
        },
    ];
    let long = "x".repeat(10_000);
    for (stumbles, is_error) in &stumbles {
        // By itself, and as an element or a member, which is another function's: in registers, one hands the place on to the other.
        let elements = [stumbles];
        let members = BTreeMap::from([("k", stumbles)]);
        type Write<'a> = &'a dyn Fn(&mut Run<'_, '_>);
        let values: [(Write<'_>, _, _); 3] = [
            (&|run| value(run, "1,", *stumbles, 3), "", ""),
            (&|run| value(run, "1,", &elements[..], 3), "[", "]"),
            (&|run| value(run, "1,", &members, 3), "{\"k\":", "}"),
        ];
        for (write, opened, closed) in values {
            let begin = format!("[1,{opened}\"{long}\"{}", if *is_error { closed } else { "" });
            for (end, expected) in ends.iter().zip(["", "\"end\"", "\"end\"", "null,", "[1,2],7"]) {
                let mut vec = guarded(Vec::new);
                let mut w = Writer::append(&mut vec);
                let mut run = w.run(4);
                run.literal("[");
                let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                    write(&mut run);
                }));
                assert_eq!(result.is_ok(), *is_error);
                end(&mut run);
                assert_eq!(run.finish().is_err(), *is_error);
                // It has been told.
                assert!(w.run(0).finish().is_ok());
                w.finish();
                let text = str::from_utf8(&vec).expect("UTF-8");
                let end = text.strip_prefix(&*begin).expect("all that stood before");
                assert_eq!(end, expected, "error: {is_error}");
            }
        }
    }
}

/// The first error is the one that is told, and until then nothing is entered.
#[test]
fn a_run_keeps_its_first_error() {
    let mut vec = Vec::new();
    let mut w = Writer::append(&mut vec);
    let mut run = w.run(1);
    run.literal("[");
    value(&mut run, "", &Stumbles(|| Err(Error::unsupported("the first"))), 1);
    value(&mut run, ",", &Stumbles(|| Err(Error::unsupported("the second"))), 1);
    value(&mut run, ",", &Vec::from([1_u8, 2]), 1);
    let err = run.finish().expect_err("the first one failed");
    assert!(std::format!("{err}").contains("the first"), "{err}");
    w.enter().expect("it is as before");
    w.finish();
    let long = "x".repeat(10_000);
    assert_eq!(str::from_utf8(&vec).expect("UTF-8"), format!("[\"{long}\",\"{long}\","));
}

/// Nothing is asked any more of what stands behind an element, a member or a key that failed.
#[test]
fn arrays_and_objects_end_with_their_first_error() {
    #[derive(PartialEq, Eq, PartialOrd, Ord)]
    struct Counts<'a>(u8, &'a Cell<usize>);
    impl Counts<'_> {
        fn count(&self) -> Result<()> {
            self.1.set(self.1.get() + 1);
            if self.1.get() < 3 { Ok(()) } else { Err(Error::unsupported("the third")) }
        }
    }
    impl Encode for Counts<'_> {
        fn encode(&self, _: &mut Writer<'_>) -> Result<()> {
            self.count()
        }
    }
    impl crate::EncodeKey for Counts<'_> {
        fn encode_key(&self, _: &mut Writer<'_>) -> Result<()> {
            self.count()
        }
    }
    let count = Cell::new(0);
    let counts = || (0..9).map(|i| Counts(i, &count));
    let check = |value: &dyn Fn(&mut Vec<u8>) -> Result<()>| {
        count.set(0);
        let mut vec = Vec::new();
        let err = value(&mut vec).expect_err("the third");
        assert!(format!("{err}").contains("the third"), "{err}");
        assert_eq!((count.get(), vec.len()), (3, 0));
    };
    check(&|vec| crate::encode_into(&counts().collect::<Vec<_>>(), vec));
    check(&|vec| crate::encode_into(&counts().zip(0..9).collect::<BTreeMap<_, _>>(), vec));
    check(&|vec| crate::encode_into(&(0..9).zip(counts()).collect::<BTreeMap<_, _>>(), vec));
}

/// Every character as in a string of its own, at the end of memory.
#[test]
fn characters() {
    let mut room = guarded(|| Box::new([MaybeUninit::uninit(); 8]));
    for c in '\0'..=if cfg!(miri) { '\u{3ff}' } else { char::MAX } {
        let mut w = Writer::new(&raw mut room[..], 0, Home::Scratch);
        let mut run = w.run(8);
        run.char(c);
        run.end();
        assert_eq!(str::from_utf8(w.text()), Ok(&*oracle(c.encode_utf8(&mut [0; 4]))));
    }
}

/// Nothing fits any more into a run that was left in the middle.
#[test]
#[should_panic(expected = "more than its MAX_LEN")]
fn a_run_that_was_left_is_overdrawn() {
    let mut vec = Vec::new();
    let mut w = Writer::append(&mut vec);
    let mut run = w.run(100);
    let stumbles = Stumbles(|| std::panic::resume_unwind(Box::new("it panics")));
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        value(&mut run, "", &stumbles, 90);
    }));
    assert!(result.is_err());
    run.literal("1");
}

#[test]
fn a_closed_writer_is_empty() {
    for len in [10, 5_000] {
        let (text, mut scratch) = ("z".repeat(len), [MaybeUninit::uninit(); SCRATCH]);
        let mut w = Writer::fresh(&mut scratch);
        w.string(&text);
        assert_eq!(w.is_in_scratch(), len == 10);
        assert_eq!(*w.copied(), *oracle(&text).as_bytes());
        for _ in 0..2 {
            w.string(&text);
            assert_eq!(w.close(Ok(())).expect("a text"), oracle(&text).as_bytes());
        }
        w.string(&text);
        w.close(Err(Error::unsupported(String::from("no")))).expect_err("what went wrong");
        assert_eq!(w.close(Ok(())).expect("a text"), b"");
        assert_eq!(*w.copied(), *b"");
    }
}
