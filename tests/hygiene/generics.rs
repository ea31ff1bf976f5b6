//! Parameters of every kind, bounds wherever they can stand, and recursion through all of them.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use crate::round_trip;

trait Source {
    type Item;
}

#[derive(Debug, PartialEq, Clone)]
struct Numbers;

impl Source for Numbers {
    type Item = u8;
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Page<T: Clone = u8, K: Ord = String, const N: usize = 2>
where
    Vec<T>: Clone,
{
    items: [Vec<T>; N],
    by_key: BTreeMap<K, T>,
    marker: Option<T>,
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Projected<S: Source> {
    one: S::Item,
    list: Vec<<S as Source>::Item>,
    #[fastjson(skip)]
    source: PhantomData<S>,
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Tree<T> {
    value: T,
    #[fastjson(default, skip_serializing_if = "Vec::is_empty")]
    children: Vec<Tree<T>>,
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
enum List<T> {
    Nil,
    Cons(T, Box<List<T>>),
    Named { head: T, tail: Box<List<T>> },
    Empty {},
    Nothing(),
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Recursive(Vec<Recursive>);

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Boxed(Option<Box<Other>>);

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Other(Option<Box<Boxed>>);

#[derive(fastjson::FastJson, Debug, PartialEq)]
#[fastjson(transparent)]
struct Tagged<T, U> {
    value: T,
    unit: PhantomData<U>,
}

/// Not read or written, so nothing is asked of it.
#[derive(Debug, PartialEq, Default)]
struct Foreign;

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Skipped<T> {
    a: u8,
    #[fastjson(skip)]
    b: T,
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
#[fastjson(default)]
struct Defaults<T> {
    a: T,
    b: u8,
}

impl<T: Default> Default for Defaults<T> {
    fn default() -> Self {
        Defaults { a: T::default(), b: 3 }
    }
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
#[fastjson(bound(
    serialize = "S::Item: fastjson::Encode",
    deserialize = "S::Item: fastjson::Decode<'de>"
))]
struct Bounded<S: Source> {
    #[fastjson(skip)]
    source: Option<S>,
    item: S::Item,
}

/// `Self` in a field's type is this type, not one of ours.
#[derive(fastjson::FastJson, Debug, PartialEq)]
struct SelfNamed
where
    Self: Sized,
{
    next: Option<Box<Self>>,
    list: [u8; Self::LEN],
}

impl SelfNamed {
    const LEN: usize = 1;
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
enum SelfEnum<T> {
    Leaf { value: T },
    Pair(Box<Self>, Box<Self>),
    New(Vec<Self>),
}

/// Nothing of it can be written or read, and no code in the expansion is unreachable for that.
#[derive(fastjson::FastJson, Debug)]
enum AllSkipped {
    #[fastjson(skip)]
    A,
    #[fastjson(skip)]
    #[expect(dead_code)]
    B(u8),
}

#[derive(fastjson::FastJson, Debug)]
enum Never {}

mod a {
    /// A lifetime of the same name is still not used.
    #[derive(Debug, PartialEq, Default, fastjson::FastJson)]
    pub(super) struct Name(u8);
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Unused<'a> {
    name: a::Name,
    #[fastjson(skip)]
    marker: PhantomData<&'a ()>,
}

#[derive(fastjson::Encode)]
struct Unsized<'a, T: ?Sized> {
    value: &'a T,
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
enum Flat<T, const N: usize> {
    A,
    #[fastjson(skip)]
    #[expect(dead_code)]
    B(PhantomData<T>),
}

#[test]
fn all_shapes() {
    let by_key = BTreeMap::from([("k".to_owned(), 1u8)]);
    let page: Page = Page { items: [vec![1], vec![]], by_key, marker: None };
    round_trip(&page, r#"{"items":[[1],[]],"by_key":{"k":1},"marker":null}"#);
    let projected = Projected::<Numbers> { one: 1, list: vec![2], source: PhantomData };
    round_trip(&projected, r#"{"one":1,"list":[2]}"#);
    let leaf = Tree { value: 2u8, children: vec![] };
    round_trip(&Tree { value: 1, children: vec![leaf] }, r#"{"value":1,"children":[{"value":2}]}"#);
    round_trip(&List::Cons(1u8, Box::new(List::Nil)), r#"{"Cons":[1,"Nil"]}"#);
    let list = List::Named { head: 1u8, tail: Box::new(List::Empty {}) };
    round_trip(&list, r#"{"Named":{"head":1,"tail":{"Empty":{}}}}"#);
    round_trip(&List::<u8>::Nothing(), r#"{"Nothing":[]}"#);
    round_trip(&Recursive(vec![Recursive(vec![])]), "[[]]");
    round_trip(&Boxed(None), "null");
    round_trip(&Tagged::<u8, Foreign> { value: 1, unit: PhantomData }, "1");
    round_trip(&Skipped { a: 1, b: Foreign }, r#"{"a":1}"#);
    round_trip(&Defaults { a: 1u8, b: 2 }, r#"{"a":1,"b":2}"#);
    assert_eq!(fastjson::from_str::<Defaults<u8>>("{}").expect("decodes").b, 3);
    round_trip(&Bounded::<Numbers> { source: None, item: 1 }, r#"{"item":1}"#);
    assert_eq!(fastjson::to_string(&Unsized { value: "t" }).expect("encodes"), r#"{"value":"t"}"#);
    round_trip(&Flat::<u8, 3>::A, "\"A\"");
    assert!(fastjson::to_string(&AllSkipped::A).is_err());
    assert!(fastjson::from_str::<AllSkipped>("\"A\"").is_err());
    assert!(fastjson::from_str::<Never>("\"A\"").is_err());
    round_trip(&Unused { name: a::Name::default(), marker: PhantomData }, r#"{"name":0}"#);
    let inner = SelfNamed { next: None, list: [2] };
    let outer = SelfNamed { next: Some(Box::new(inner)), list: [1] };
    round_trip(&outer, r#"{"next":{"next":null,"list":[2]},"list":[1]}"#);
    let leaf = |value: u8| Box::new(SelfEnum::Leaf { value });
    let pair = SelfEnum::Pair(leaf(1), Box::new(SelfEnum::New(vec![])));
    round_trip(&pair, r#"{"Pair":[{"Leaf":{"value":1}},{"New":[]}]}"#);
}
