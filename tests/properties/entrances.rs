//! Readers, sinks and buffers give what `from_slice` and `to_vec` give, however little they take at a time and wherever they fail.

use std::io::{self, ErrorKind, Read, Write};

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};

use crate::check;
use crate::round_trips::{Any, anything};

/// Gives a text in pieces of given lengths, interrupted in between; then fails or ends.
struct Pieces<'a> {
    text: &'a [u8],
    lens: &'a [usize],
    interrupt: bool,
    failure: Option<ErrorKind>,
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.interrupt = !self.interrupt;
        if self.interrupt {
            return Err(ErrorKind::Interrupted.into());
        }
        let len = self.lens.first().copied().unwrap_or(1).min(self.text.len()).min(buffer.len());
        self.lens = self.lens.get(1..).unwrap_or_default();
        if let (true, Some(failure)) = (self.text.is_empty(), self.failure) {
            return Err(failure.into());
        }
        let (piece, rest) = self.text.split_at(len);
        buffer[..len].copy_from_slice(piece);
        self.text = rest;
        Ok(len)
    }
}

#[test]
fn readers() {
    check(300, (anything(), vec(1..40_usize, 0..20)), |(value, lens)| {
        let text = fastjson::to_vec(&value).expect("its text");
        let pieces = |text, failure| Pieces { text, lens: &lens, interrupt: false, failure };
        let read = fastjson::from_reader::<_, Any>(pieces(&text, None));
        assert_eq!(read.expect("its own text"), value);

        // Half of it is the same error as from a slice, and a failing reader another one.
        let half = &text[..text.len() / 2];
        let read =
            fastjson::from_reader::<_, Any>(pieces(half, None)).map_err(|err| err.to_string());
        assert_eq!(read, fastjson::from_slice(half).map_err(|err| err.to_string()));
        let failed = fastjson::from_reader::<_, Any>(pieces(&text, Some(ErrorKind::TimedOut)));
        let err = failed.expect_err("the reader fails");
        assert!(err.is_io() && !err.is_eof() && !err.is_syntax() && !err.is_data());
        assert_eq!((err.line(), err.column(), err.offset(), err.path()), (0, 0, 0, ""));
        assert_eq!(io::Error::from(err).kind(), ErrorKind::TimedOut);
    });
}

/// Takes so many bytes at a time, is interrupted in between, and fails when it is full.
struct Sink {
    taken: Vec<u8>,
    at_once: usize,
    room: usize,
    interrupt: bool,
    failures: usize,
}

impl Sink {
    fn new(at_once: usize, room: usize) -> Sink {
        Sink { taken: Vec::new(), at_once, room, interrupt: false, failures: 0 }
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.interrupt = !self.interrupt;
        if self.interrupt {
            return Err(ErrorKind::Interrupted.into());
        }
        let n = bytes.len().min(self.at_once).min(self.room - self.taken.len());
        if n == 0 {
            self.failures += 1;
            return Err(ErrorKind::StorageFull.into());
        }
        self.taken.extend_from_slice(&bytes[..n]);
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Values whose text is from a few bytes to many times a writer's buffer.
fn values() -> impl Strategy<Value = (Any, Vec<String>, Vec<u64>)> {
    let strings = (vec("[a\"é]{0,300}", 0..30), 1..8_usize);
    let strings = strings.prop_map(|(strings, n)| [&strings[..]].repeat(n).concat());
    let numbers = (vec(any::<u64>(), 0..300), 1..8_usize).prop_map(|(all, n)| all.repeat(n));
    (anything(), strings, numbers)
}

#[test]
fn sinks_and_buffers() {
    check(60, (values(), "[ -~]{0,30}"), |(value, before)| {
        let text = serde_json::to_vec(&value).expect("its text");
        assert_eq!(fastjson::to_vec(&value).expect("its text"), text);
        assert_eq!(fastjson::to_string(&value).expect("its text").as_bytes(), text);

        let mut buffer = before.clone().into_bytes();
        fastjson::encode_into(&value, &mut buffer).expect("its text");
        assert_eq!(buffer, [before.as_bytes(), &text].concat());
        let capacity = buffer.capacity();
        buffer.clear();
        fastjson::encode_into(&value, &mut buffer).expect("its text");
        assert_eq!((&buffer, buffer.capacity()), (&text, capacity));

        for at_once in [1, 7, usize::MAX] {
            let mut sink = Sink::new(at_once, usize::MAX);
            fastjson::to_writer(&mut sink, &value).expect("its text");
            assert_eq!(sink.taken, text);
        }
    });
}

#[test]
fn sinks_that_fail() {
    check(100, (values(), any::<u16>(), 1..50_usize), |(value, room, at_once)| {
        let text = fastjson::to_vec(&value).expect("its text");
        let room = usize::from(room) % (text.len() + 1);
        let mut sink = Sink::new(at_once, room);
        let result = fastjson::to_writer(&mut sink, &value);
        assert_eq!(sink.taken, text[..room]);
        if room == text.len() {
            result.expect("there is room");
        } else {
            // The first failure is told, and nothing is tried behind it.
            let err = result.expect_err("there is no room");
            assert!(err.is_io() && sink.failures == 1, "{err}: {} times", sink.failures);
            assert_eq!(io::Error::from(err).kind(), ErrorKind::StorageFull);
        }
    });
}

#[test]
fn a_sink_that_takes_nothing() {
    struct Nothing;
    impl Write for Nothing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Ok(0)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let err = fastjson::to_writer(Nothing, &[1, 2]).expect_err("it takes nothing");
    assert_eq!(io::Error::from(err).kind(), ErrorKind::WriteZero);
}

/// A value that cannot be written leaves the buffer as it was, and the text so far in the sink.
#[test]
fn values_without_a_form() {
    use fastjson::{Encode, Error, Result, Writer};
    struct Fails;
    impl Encode for Fails {
        fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
            w.literal("half");
            Err(Error::custom("no more"))
        }
    }
    check(50, values(), |value| {
        let mut buffer = b"before".to_vec();
        let err = fastjson::encode_into(&(&value, Fails), &mut buffer).expect_err("it fails");
        assert_eq!((err.to_string().as_str(), &*buffer), ("no more", &b"before"[..]));
        assert!(fastjson::to_vec(&(&value, Fails)).is_err());
        let mut sink = Sink::new(usize::MAX, usize::MAX);
        assert!(fastjson::to_writer(&mut sink, &(&value, Fails)).is_err());
        let whole = [b"[", &*fastjson::to_vec(&value).expect("its text"), b",half"].concat();
        assert!(whole.starts_with(&sink.taken));
    });
}
