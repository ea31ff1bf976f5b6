//! `Cell`, `RefCell`, `Mutex`, `RwLock`, `Weak`: what they hold, where it can be seen.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::rc::{self, Rc};
use std::sync::{self, Arc, Mutex, RwLock};

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, reads, refuses, round_trips, write};

/// A value of a type that cannot be compared, compared by what it shows.
#[derive(Debug, Serialize, Deserialize, FastJson)]
pub(crate) struct Shown<T>(pub(crate) T);

impl<T: Debug> PartialEq for Shown<T> {
    fn eq(&self, other: &Shown<T>) -> bool {
        format!("{self:?}") == format!("{other:?}")
    }
}

#[test]
fn cells() {
    round_trips([0_u8, 255].map(Cell::new));
    round_trips([Cell::new(Some('x')), Cell::new(None)]);
    round_trips([[Cell::new(1.5), Cell::new(-0.5)]]);
    round_trips([RefCell::new("a".to_owned())]);
    round_trips([RefCell::new(vec![Some(1_u8), None])]);
    round_trips([vec![RefCell::new((1_u8, true))]]);
    round_trips([Rc::new(RefCell::new([1_u8, 2]))]);
    refuses::<Cell<u8>>(&["256", "null", "[1]", ""]);
    refuses::<RefCell<String>>(&["1", "null", "[\"a\"]"]);
}

#[test]
fn locks() {
    round_trips([0_u8, 255].map(Mutex::new).map(Shown));
    round_trips([0_u8, 255].map(RwLock::new).map(Shown));
    round_trips([Shown(Mutex::new(Some("a".to_owned()))), Shown(Mutex::new(None))]);
    round_trips([Shown(Arc::new(RwLock::new(vec![1.5])))]);
    refuses::<Shown<Mutex<u8>>>(&["256", "null", "[1]", ""]);
    refuses::<Shown<RwLock<u8>>>(&["256", "null", "[1]", ""]);
}

#[test]
fn what_is_not_sized_is_written() {
    let cell: &RefCell<[u8]> = &RefCell::new([1, 2]);
    assert_eq!(write(cell).as_deref(), Some("[1,2]"));
    let mutex: &Mutex<[u8]> = &Mutex::new([1, 2]);
    assert_eq!(write(mutex).as_deref(), Some("[1,2]"));
    let lock: &RwLock<[u8]> = &RwLock::new([1, 2]);
    assert_eq!(write(lock).as_deref(), Some("[1,2]"));
}

#[test]
fn a_cell_that_is_borrowed_is_not_written() {
    let cell = RefCell::new(1_u8);
    let shared = cell.borrow();
    assert_eq!(write(&[&cell]).as_deref(), Some("[1]"));
    drop(shared);
    let exclusive = cell.borrow_mut();
    assert_eq!(write(&[&cell]), None);
    let err = fastjson::to_string(&cell).unwrap_err();
    assert_eq!(err.to_string(), "a `RefCell` that is mutably borrowed cannot be read");
    drop(exclusive);
    assert_eq!(write(&[&cell]).as_deref(), Some("[1]"));
}

#[test]
fn a_poisoned_lock_is_not_written() {
    let (mutex, lock) = (Mutex::new(1_u8), RwLock::new(1_u8));
    let panicked = std::thread::scope(|scope| {
        let thread = scope.spawn(|| {
            let _held = (mutex.lock(), lock.write());
            // Without the message that a panic prints.
            std::panic::resume_unwind(Box::new(()));
        });
        thread.join()
    });
    assert!(panicked.is_err());
    assert_eq!((write(&mutex), write(&lock)), (None, None));
}

#[test]
fn absent_ones() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Held {
        cell: Cell<Option<u8>>,
        ref_cell: RefCell<Option<String>>,
        mutex: Shown2<Mutex<Option<u8>>>,
        lock: Shown2<RwLock<Option<u8>>>,
        nested: Rc<RefCell<Box<Option<u8>>>>,
        weak: Shown2<rc::Weak<u8>>,
        sync_weak: Shown2<sync::Weak<u8>>,
    }

    /// As `Shown`, but where it is absent the inner type is asked.
    #[derive(Debug, Serialize, Deserialize, FastJson)]
    #[serde(transparent)]
    struct Shown2<T>(T);

    impl<T: Debug> PartialEq for Shown2<T> {
        fn eq(&self, other: &Shown2<T>) -> bool {
            format!("{self:?}") == format!("{other:?}")
        }
    }

    let none = || Held {
        cell: Cell::new(None),
        ref_cell: RefCell::new(None),
        mutex: Shown2(Mutex::new(None)),
        lock: Shown2(RwLock::new(None)),
        nested: Rc::new(RefCell::new(Box::new(None))),
        weak: Shown2(rc::Weak::new()),
        sync_weak: Shown2(sync::Weak::new()),
    };
    reads("{}", none());
    round_trips([
        none(),
        Held { cell: Cell::new(Some(1)), mutex: Shown2(Mutex::new(Some(2))), ..none() },
    ]);

    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Required {
        cell: Cell<u8>,
        mutex: Shown2<Mutex<String>>,
    }
    refuses::<Required>(&["{}", r#"{"cell":1}"#, r#"{"mutex":"a"}"#]);
    accepts::<Required>(&[r#"{"cell":1,"mutex":"a"}"#]);
}

#[test]
fn weak_pointers() {
    let strong = Rc::new("a".to_owned());
    let weak = Rc::downgrade(&strong);
    assert_eq!(write(&[&weak]).as_deref(), Some("[\"a\"]"));
    drop(strong);
    assert_eq!(write(&[&weak]).as_deref(), Some("[null]"));
    let strong = Arc::new([1_u8]);
    assert_eq!(write(&Arc::downgrade(&strong)).as_deref(), Some("[1]"));
    accepts::<Shown<rc::Weak<Vec<u8>>>>(&["null", "[1]", "[]", " null "]);
    accepts::<Shown<sync::Weak<BTreeMap<u8, bool>>>>(&["null", "{}", "{\"1\":true}"]);
    refuses::<Shown<rc::Weak<u8>>>(&["256", "[1]", "\"a\"", "nul", ""]);
    let read = fastjson::from_str::<rc::Weak<u8>>("1").expect("a number");
    assert!(read.upgrade().is_none());
}

#[test]
fn a_weak_pointer_to_its_own_type_takes_no_end_of_stack() {
    #[derive(Debug, FastJson)]
    #[allow(dead_code, reason = "the type that is hardest on the stack")]
    struct Same(rc::Weak<Same>);

    fastjson::from_str::<Same>("null").expect("nothing");
    let err = fastjson::from_str::<Same>("1").unwrap_err();
    assert_eq!(err.kind(), fastjson::ErrorKind::RecursionLimit);
}
