//! `Encode` impls that lie about `MAX_LEN`: they may panic, or else the text is all of what they wrote. Nothing is overrun, and
//! the caller's buffer stays what it was.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use fastjson::__codegen_v1::Run;
use fastjson::{Encode, FastJson, Result, Writer};

/// Says `MAX`, writes `LEN` letters.
#[derive(Clone, Copy, Debug)]
struct Says<const MAX: usize, const LEN: usize>;

impl<const MAX: usize, const LEN: usize> Encode for Says<MAX, LEN> {
    const MAX_LEN: Option<usize> = Some(MAX);

    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        w.literal(&"x".repeat(LEN));
        Ok(())
    }

    fn encode_fixed(&self, run: &mut Run<'_, '_>) {
        for _ in 0..LEN {
            run.literal("x");
        }
    }
}

/// Says that a text is shorter than it is.
#[derive(Clone, Copy, Debug)]
struct LongText;

impl Encode for LongText {
    const MAX_LEN: Option<usize> = Some(4);

    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        w.literal("xxxxxxxx");
        Ok(())
    }

    fn encode_fixed(&self, run: &mut Run<'_, '_>) {
        run.text(4, "xxxxxxxx");
    }
}

/// Has a length and no way to keep to it.
#[derive(Clone, Copy, Debug)]
struct Unwritten;

impl Encode for Unwritten {
    const MAX_LEN: Option<usize> = Some(8);

    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        w.literal("x");
        Ok(())
    }
}

/// Takes room for one integer and writes many.
#[derive(Clone, Copy, Debug)]
struct Integers;

impl Encode for Integers {
    const MAX_LEN: Option<usize> = Some(20);

    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        w.literal("77");
        Ok(())
    }

    fn encode_fixed(&self, run: &mut Run<'_, '_>) {
        run.unsigned(7);
        run.unsigned(7);
    }
}

#[derive(fastjson::Encode, Clone)]
struct Holds<T> {
    first: T,
    number: u64,
    #[fastjson(skip_serializing_if = "Option::is_none")]
    maybe: Option<T>,
    text: String,
    last: T,
}

#[derive(fastjson::Encode, Clone)]
enum Variant<T> {
    New(T),
    Two(T, u8),
    Named { a: T, b: bool },
}

#[derive(FastJson, Debug, PartialEq)]
struct Honest {
    a: u8,
}

thread_local! {
    /// Whether a panic of this thread is what a test is about.
    static EXPECTS_PANIC: Cell<bool> = const { Cell::new(false) };
}

/// Runs `f`; a panic is a result, and is not reported.
fn catch<T>(f: impl FnOnce() -> T) -> std::thread::Result<T> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let report = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !EXPECTS_PANIC.get() {
                report(info);
            }
        }));
    });
    EXPECTS_PANIC.set(true);
    let result = panic::catch_unwind(AssertUnwindSafe(f));
    EXPECTS_PANIC.set(false);
    result
}

/// Writes a value in all ways; `text` is what it would be if nobody lied. Returns how many of them panic.
#[track_caller]
fn write(value: &(impl Encode + ?Sized), text: &str) -> usize {
    let mut panics = 0;
    let mut expect = |result: std::thread::Result<Vec<u8>>| match result {
        Ok(written) => assert_eq!(String::from_utf8(written).as_deref(), Ok(text)),
        Err(_) => panics += 1,
    };
    expect(catch(|| fastjson::to_vec(value).expect("no error")));
    expect(catch(|| fastjson::to_string(value).expect("no error")).map(String::into_bytes));
    expect(catch(|| {
        let mut sink = Vec::new();
        fastjson::to_writer(&mut sink, value).expect("no error");
        sink
    }));
    // Buffers from full to roomy, which hold something.
    for room in [0, 1, 10, 100, 10_000] {
        let mut buffer = Vec::with_capacity(6 + room);
        buffer.extend_from_slice(b"before");
        let result = catch(|| fastjson::encode_into(value, &mut buffer).expect("no error"));
        assert!(buffer.starts_with(b"before"));
        assert!(result.is_ok() || str::from_utf8(&buffer).is_ok());
        expect(result.map(|()| buffer[6..].to_vec()));
    }
    panics
}

/// Puts a liar everywhere. Returns how many of the ways panic, of how many.
fn everywhere<T: Encode + Clone>(liar: T, is: &str) -> (usize, usize) {
    let l = || liar.clone();
    let holds = |maybe| Holds { first: l(), number: 5, maybe, text: "t".into(), last: l() };
    let long = "y".repeat(2030);
    let panics = [
        write(&l(), is),
        write(&[l(), l(), l()], &format!("[{is},{is},{is}]")),
        write(&vec![l(); 40], &format!("[{}]", vec![is; 40].join(","))),
        write(&(l(), 1_u8), &format!("[{is},1]")),
        write(&(1_u8, l()), &format!("[1,{is}]")),
        write(&(l(), "text", l()), &format!("[{is},\"text\",{is}]")),
        write(&Some(l()), is),
        write(&[Some(l()), None], &format!("[{is},null]")),
        write(&Box::new(l()), is),
        write(&BTreeMap::from([(1, l()), (2, l())]), &format!("{{\"1\":{is},\"2\":{is}}}")),
        write(
            &holds(None),
            &format!("{{\"first\":{is},\"number\":5,\"text\":\"t\",\"last\":{is}}}"),
        ),
        write(
            &holds(Some(l())),
            &format!("{{\"first\":{is},\"number\":5,\"maybe\":{is},\"text\":\"t\",\"last\":{is}}}"),
        ),
        write(&Variant::New(l()), &format!("{{\"New\":{is}}}")),
        write(&Variant::Two(l(), 1), &format!("{{\"Two\":[{is},1]}}")),
        write(
            &Variant::Named { a: l(), b: true },
            &format!("{{\"Named\":{{\"a\":{is},\"b\":true}}}}"),
        ),
        // Where the writer's first memory ends.
        write(&(&long, l(), l()), &format!("[\"{long}\",{is},{is}]")),
    ];
    (panics.iter().sum(), panics.len() * 8)
}

#[test]
fn who_tells_the_truth_is_written() {
    assert_eq!(everywhere(Says::<3, 3>, "xxx").0, 0);
    assert_eq!(everywhere(Says::<0, 0>, "").0, 0);
    assert_eq!(everywhere(Says::<900, 900>, &"x".repeat(900)).0, 0);
    assert_eq!(everywhere(Says::<5000, 5000>, &"x".repeat(5000)).0, 0);
}

#[test]
fn who_writes_less_is_written() {
    assert_eq!(everywhere(Says::<30, 3>, "xxx").0, 0);
    assert_eq!(everywhere(Says::<1000, 0>, "").0, 0);
    assert_eq!(everywhere(Says::<100_000, 1>, "x").0, 0);
}

#[test]
fn who_writes_more_panics() {
    // Alone and behind pointers `encode` is called, which keeps to no length; and what a neighbour's room is enough for is written.
    let all = [
        everywhere(Says::<0, 1>, "x"),
        everywhere(Says::<3, 4>, "xxxx"),
        everywhere(Says::<3, 400>, &"x".repeat(400)),
        everywhere(Says::<10, 100_000>, &"x".repeat(100_000)),
        everywhere(LongText, "xxxxxxxx"),
        everywhere(Unwritten, "x"),
        everywhere(Integers, "77"),
    ];
    for (panics, ways) in all {
        assert!(panics >= ways / 8 && panics < ways, "{panics} of {ways}");
    }
}

#[test]
fn who_says_too_much_panics_or_is_written() {
    for (panics, ways) in [
        everywhere(Says::<{ usize::MAX }, 1>, "x"),
        everywhere(Says::<{ usize::MAX / 2 }, 1>, "x"),
        everywhere(Says::<{ usize::MAX - 3 }, 1>, "x"),
    ] {
        assert!(panics > 0 && panics < ways, "{panics} of {ways}");
    }
}

/// After a panic, the thread, the buffer and the library go on.
#[test]
fn life_goes_on() {
    let mut buffer = Vec::new();
    for _ in 0..100 {
        let result = catch(|| fastjson::encode_into(&[Says::<1, 9>], &mut buffer));
        assert!(result.is_err());
        buffer.clear();
        fastjson::encode_into(&Honest { a: 1 }, &mut buffer).expect("an object");
        assert_eq!(fastjson::from_slice::<Honest>(&buffer).expect("its own text"), Honest { a: 1 });
    }
}
