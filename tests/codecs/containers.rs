//! Codecs nest as types do.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::rc::Rc;
use std::sync::{Arc, Mutex, RwLock};

use fastjson::codecs::{
    As, Base64, DecodeAs, DisplayFromStr, EncodeAs, Hex, NonFiniteString, Quoted, Same,
};

use crate::{read, reads, refuses, round_trips, write, write_error};

type Hasher = BuildHasherDefault<DefaultHasher>;

#[test]
fn sequences() {
    let text = r#"["01","ff"]"#;
    round_trips::<Vec<Hex>, Vec<[u8; 1]>>(&[(vec![[1], [0xff]], text), (vec![], "[]")]);
    round_trips::<VecDeque<Hex>, VecDeque<[u8; 1]>>(&[([[1], [0xff]].into(), text)]);
    round_trips::<LinkedList<Hex>, LinkedList<[u8; 1]>>(&[([[1], [0xff]].into(), text)]);
    round_trips::<BTreeSet<Hex>, BTreeSet<[u8; 1]>>(&[([[1], [0xff]].into(), text)]);
    round_trips::<[Hex; 2], [[u8; 1]; 2]>(&[([[1], [0xff]], text)]);
    assert_eq!(write::<[Hex; 0], [[u8; 1]; 0]>(&[]), "[]");
    assert_eq!(read::<[Hex; 0], [[u8; 1]; 0]>("[ ]"), [[0; 1]; 0]);
    round_trips::<HashSet<Hex>, HashSet<[u8; 1], Hasher>>(&[(
        [[1]].into_iter().collect(),
        r#"["01"]"#,
    )]);
    round_trips::<HashSet<Hex, Hasher>, HashSet<[u8; 1]>>(&[([[1]].into(), r#"["01"]"#)]);
    let heap: BinaryHeap<[u8; 1]> = read::<BinaryHeap<Hex>, _>(text);
    assert_eq!(heap.into_sorted_vec(), [[1], [0xff]]);
    assert_eq!(write::<BinaryHeap<Quoted>, _>(&BinaryHeap::from([1_u8])), r#"["1"]"#);
    refuses::<[Hex; 2], [[u8; 1]; 2]>(&[
        (r#"["00"]"#, "wrong number of elements: this array takes 2"),
        (r#"["00","00","00"]"#, "wrong number of elements: this array takes 2"),
        ("{}", "expected an array, found an object"),
    ]);
}

#[test]
fn maps() {
    type Plain = BTreeMap<u8, Vec<u8>>;
    round_trips::<BTreeMap<Same, Base64>, Plain>(&[
        ([(1, vec![2])].into(), r#"{"1":"Ag=="}"#),
        (Plain::new(), "{}"),
    ]);
    let ip = "::1".parse::<std::net::IpAddr>().expect("an address");
    round_trips::<HashMap<DisplayFromStr, Base64>, HashMap<std::net::IpAddr, Vec<u8>>>(&[
        (HashMap::from([(ip, vec![1, 2, 3])]), r#"{"::1":"AQID"}"#),
        (HashMap::new(), "{}"),
    ]);
    round_trips::<HashMap<Hex, Same>, HashMap<[u8; 1], bool, Hasher>>(&[(
        [([1], true)].into_iter().collect(),
        r#"{"01":true}"#,
    )]);
    // The last member of a name counts, as in the map's own form.
    reads::<BTreeMap<Hex, Same>, _>(&BTreeMap::from([([0xa_u8], 2)]), &[r#"{"0a":1,"0A":2}"#]);
    let err = fastjson::from_str::<As<BTreeMap<Same, Vec<Hex>>, BTreeMap<String, Vec<Vec<u8>>>>>(
        r#"{"a": ["00", "0"]}"#,
    );
    assert_eq!(
        err.unwrap_err().to_string(),
        "an odd number of hexadecimal digits: 1 at line 1 column 14, $.a[1]"
    );
}

#[test]
fn options_and_pointers() {
    round_trips::<Vec<Option<Hex>>, Vec<Option<Vec<u8>>>>(&[(
        vec![None, Some(vec![]), Some(vec![1])],
        r#"[null,"","01"]"#,
    )]);
    round_trips::<Option<Vec<Hex>>, Option<Vec<[u8; 1]>>>(&[
        (None, "null"),
        (Some(vec![[1]]), r#"["01"]"#),
    ]);
    round_trips::<Option<Quoted>, Option<u8>>(&[(None, "null"), (Some(1), r#""1""#)]);
    round_trips::<Box<Hex>, Box<[u8; 1]>>(&[(Box::new([1]), r#""01""#)]);
    round_trips::<Rc<Option<Hex>>, Rc<Option<[u8; 1]>>>(&[(Rc::new(None), "null")]);
    round_trips::<Arc<Box<Quoted>>, Arc<Box<bool>>>(&[(Arc::new(Box::new(true)), r#""true""#)]);
    round_trips::<Box<[Hex]>, Box<[[u8; 1]]>>(&[(Box::new([[1]]), r#"["01"]"#)]);
    round_trips::<Rc<[Hex]>, Rc<[[u8; 1]]>>(&[(Rc::new([[1]]), r#"["01"]"#)]);
    round_trips::<Arc<[Hex]>, Arc<[[u8; 1]]>>(&[(Arc::new([]), "[]")]);
    round_trips::<Cow<'static, [Hex]>, Cow<'static, [[u8; 1]]>>(&[(
        Cow::Owned(vec![[1]]),
        r#"["01"]"#,
    )]);
    round_trips::<Cow<'static, Same>, Cow<'static, str>>(&[("a".into(), r#""a""#)]);
    round_trips::<Cell<Quoted>, Cell<u8>>(&[(Cell::new(1), r#""1""#)]);
    round_trips::<RefCell<Hex>, RefCell<Vec<u8>>>(&[(RefCell::new(vec![1]), r#""01""#)]);
    let (mut bytes, list) = ([1_u8], [[1_u8], [2]]);
    assert_eq!(write::<&Hex, &[u8]>(&&bytes[..]), r#""01""#);
    assert_eq!(write::<&[Hex], &[[u8; 1]]>(&&list[..]), r#"["01","02"]"#);
    let exclusive = As::<&mut Hex, _>::new(&mut bytes);
    assert_eq!(fastjson::to_string(&exclusive).expect("bytes"), r#""01""#);
    let cell = RefCell::new(bytes);
    let borrowed = cell.borrow_mut();
    assert_eq!(
        write_error::<&RefCell<Hex>, _>(&cell),
        "a `RefCell` that is mutably borrowed cannot be read"
    );
    drop(borrowed);
    let text = fastjson::to_string(&As::<Mutex<Hex>, _>::new(Mutex::new([1_u8])));
    assert_eq!(text.expect("bytes"), r#""01""#);
    let text = fastjson::to_string(&As::<RwLock<Hex>, _>::new(RwLock::new([1_u8])));
    assert_eq!(text.expect("bytes"), r#""01""#);
    let lock: Mutex<[u8; 1]> = read::<Mutex<Hex>, _>(r#""01""#);
    assert_eq!(lock.into_inner().expect("not poisoned"), [1]);
    let lock: RwLock<[u8; 1]> = read::<RwLock<Hex>, _>(r#""01""#);
    assert_eq!(lock.into_inner().expect("not poisoned"), [1]);
}

#[test]
fn what_is_absent() {
    fn absent<A: for<'de> DecodeAs<'de, T>, T>() -> Option<T> {
        let absent = A::absent_as();
        assert!(!(A::NEVER_ABSENT && absent.is_some()));
        absent
    }
    assert_eq!(absent::<Option<Hex>, Option<[u8; 1]>>(), Some(None));
    assert_eq!(absent::<Box<Option<Hex>>, Box<Option<[u8; 1]>>>(), Some(Box::new(None)));
    assert_eq!(absent::<Cell<Option<Quoted>>, Cell<Option<u8>>>(), Some(Cell::new(None)));
    assert_eq!(absent::<Same, Option<u8>>(), Some(None));
    assert_eq!(absent::<Hex, [u8; 1]>(), None);
    assert_eq!(absent::<Vec<Option<Hex>>, Vec<Option<[u8; 1]>>>(), None);
    assert_eq!(absent::<Box<Hex>, Box<[u8; 1]>>(), None);
}

#[test]
fn tuples() {
    round_trips::<(Hex,), ([u8; 1],)>(&[(([1],), r#"["01"]"#)]);
    round_trips::<(Hex, Same), (Vec<u8>, Vec<u8>)>(&[((vec![1], vec![1]), r#"["01",[1]]"#)]);
    round_trips::<(Quoted, (Same, Option<Quoted>), NonFiniteString), (u8, (char, Option<f64>), f32)>(
        &[
            ((1, ('a', Some(0.5)), f32::INFINITY), r#"["1",["a","0.5"],"Infinity"]"#),
            ((255, ('"', None), -1.5), r#"["255",["\"",null],-1.5]"#),
        ],
    );
    type Q = Quoted;
    round_trips::<(Q, Q, Q, Q, Q, Q, Q, Q, Q, Q, Q, Q), _>(&[(
        (1_u8, 2_u8, 3_u8, 4_u8, 5_u8, 6_u8, 7_u8, 8_u8, 9_i8, 10_i8, 11_i8, -12_i8),
        r#"["1","2","3","4","5","6","7","8","9","10","11","-12"]"#,
    )]);
    // The standard library compares no longer ones.
    let sixteen = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16_u8);
    let text = r#"["1",2,3,4,5,6,7,8,9,10,11,12,13,14,15,"16"]"#;
    type Sixteen =
        (Q, Same, Same, Same, Same, Same, Same, Same, Same, Same, Same, Same, Same, Same, Same, Q);
    assert_eq!(write::<Sixteen, _>(&sixteen), text);
    refuses::<(Hex, Same), ([u8; 1], u8)>(&[
        (r#"["00"]"#, "wrong number of elements: this tuple takes 2"),
        (r#"["00",1,2]"#, "wrong number of elements: this tuple takes 2"),
        ("7", "expected an array, found number `7`"),
    ]);
}

/// What is bounded is known to be, and what is not is not.
#[test]
fn bounds() {
    const fn max<A: EncodeAs<T>, T>() -> Option<usize> {
        A::MAX_LEN
    }
    assert_eq!(max::<Quoted, u64>(), Some(22));
    assert_eq!(max::<Option<Quoted>, Option<u64>>(), Some(22));
    assert_eq!(max::<[Quoted; 2], [u64; 2]>(), Some(48));
    assert_eq!(max::<(Quoted, Quoted), (u64, u64)>(), Some(47));
    assert_eq!(max::<(Quoted, Hex), (u64, [u8; 1])>(), None);
    assert_eq!(max::<[Quoted; 1000], [u64; 1000]>(), None);
    assert_eq!(max::<Box<Quoted>, Box<u64>>(), None);
}
