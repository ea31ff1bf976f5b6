//! What `omit_empty` leaves out.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::ffi::OsString;
use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use fastjson::codecs::OmitEmpty;

#[track_caller]
fn empty<T: OmitEmpty + Debug>(values: &[T]) {
    for value in values {
        assert!(value.is_empty_value(), "{value:?}");
    }
}

#[track_caller]
fn kept<T: OmitEmpty + Debug>(values: &[T]) {
    for value in values {
        assert!(!value.is_empty_value(), "{value:?}");
    }
}

#[test]
fn scalars() {
    empty(&[false]);
    kept(&[true]);
    empty(&[0_u8]);
    kept(&[1_u8, u8::MAX]);
    empty(&[0_i128]);
    kept(&[-1_i128]);
    empty(&[0_usize]);
    kept(&[1_usize]);
    empty(&[0.0, -0.0]);
    kept(&[f64::MIN_POSITIVE, f64::NAN, -1.0]);
    kept(&[f32::NAN]);
}

#[test]
fn options_keep_what_they_hold() {
    empty(&[None::<u8>]);
    kept(&[Some(0), Some(1)]);
    kept(&[Some(None::<u8>)]);
    kept(&[Some(String::new())]);
}

#[test]
fn strings_and_collections() {
    empty(&["", Default::default()]);
    kept(&["a", " "]);
    empty(&[String::new()]);
    empty(&[Box::<str>::default()]);
    empty(&[Vec::<u8>::new()]);
    kept(&[vec![0]]);
    empty(&[&[0_u8; 0][..]]);
    kept(&[&[0][..]]);
    empty(&[[0_u8; 0]]);
    kept(&[[0_u8; 2]]);
    empty(&[VecDeque::<u8>::new()]);
    empty(&[LinkedList::<u8>::new()]);
    empty(&[BTreeSet::<u8>::new()]);
    empty(&[BinaryHeap::<u8>::new()]);
    empty(&[BTreeMap::<u8, u8>::new()]);
    kept(&[BTreeMap::from([(0, 0)])]);
    empty(&[HashSet::<u8>::new()]);
    empty(&[Path::new("")]);
    kept(&[PathBuf::from("/")]);
    empty(&[OsString::new()]);
    empty(&[Duration::ZERO]);
    empty(&[std::num::Wrapping(0_u8)]);
    kept(&[std::num::Saturating(1_i64)]);
    kept(&[Duration::from_nanos(1)]);
    empty(&[HashMap::<u8, u8>::new()]);
    kept(&[HashMap::from([(0, 0)])]);
}

#[test]
fn pointers_are_empty_as_what_they_point_to() {
    empty(&[&0]);
    kept(&[&&1]);
    empty(&[&mut 0]);
    empty(&[Box::new(0)]);
    kept(&[Box::new(Some(0))]);
    empty(&[Rc::new(String::new())]);
    empty(&[Arc::<[u8]>::default()]);
    empty(&[Cow::Borrowed("")]);
    kept(&[Cow::<'_, str>::Owned("a".to_owned())]);
    empty(&[Cow::<'_, [u8]>::Owned(vec![])]);
}
