//! The door for generated code, proved ahead of the tags that will use it: what `flatten` and `tag = "…"` are to expand to,
//! written by hand over `__codegen_v1` alone, is read and written like serde's own.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::fmt::Debug;
use std::marker::PhantomData;
use std::num::{Saturating, Wrapping};
use std::ops::Range;
use std::rc::{self, Rc};
use std::sync::{Arc, Mutex, RwLock};
use std::time::{Duration, SystemTime};

use fastjson::__codegen_v1 as fj;
use fj::EncodeFields as _;
use serde::{Deserialize, Serialize};

/// Flattened into [`Page`].
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Cursors {
    next: Option<String>,
    limit: u32,
}

/// Flattens one known and one generic type.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Page<T> {
    total: u128,
    #[serde(flatten)]
    cursors: Cursors,
    #[serde(flatten)]
    rest: T,
}

/// Internally tagged.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Shape {
    Point,
    Circle { radius: f64, label: String },
    Paged(Cursors),
}

impl fj::Encode for Cursors {
    fn encode(&self, w: &mut fj::Writer<'_>) -> fj::Result<()> {
        w.object(self)
    }
}

impl fj::EncodeFields for Cursors {
    fn encode_fields(&self, run: &mut fj::Run<'_, '_>) {
        let runs = const {
            fj::runs([
                fj::part(8, <Option<String> as fj::Encode>::MAX_LEN),
                fj::part(9, <u32 as fj::Encode>::MAX_LEN),
                fj::Part::end(2),
            ])
        };
        run.settle(runs[0]);
        run.lead();
        fj::value::<Option<String>>(run, "\"next\":", &self.next, runs[1]);
        fj::value::<u32>(run, ",\"limit\":", &self.limit, runs[2]);
    }
}

struct CursorsSlots {
    f0: Option<Option<String>>,
    f1: Option<u32>,
}

impl<'de> fj::Fields<'de> for CursorsSlots {
    fn field(&mut self, i: usize, c: &mut fj::Cursor<'de>) -> fj::Result<()> {
        match i {
            0 => <Option<String> as fj::Decode>::decode_slot(c, &mut self.f0),
            1 => <u32 as fj::Decode>::decode_slot(c, &mut self.f1),
            _ => c.unknown_index(i),
        }
    }
}

impl<'de> fj::DecodeFields<'de> for Cursors {
    type Slots = CursorsSlots;
    const KEYS: &'static fj::Keys = &fj::Keys::new(
        "Cursors",
        &fj::names(["\"next\":", "\"limit\":"]),
        &[("next", 0), ("limit", 1)],
    )
    .array(2);

    fn slots() -> CursorsSlots {
        CursorsSlots {
            f0: <Option<String> as fj::Decode>::absent(),
            f1: <u32 as fj::Decode>::absent(),
        }
    }

    fn finish(
        slots: &mut CursorsSlots,
        at: usize,
        c: &mut fj::Cursor<'de>,
        out: &mut impl fj::Out<Self>,
    ) -> fj::Result<()> {
        let CursorsSlots { f0: Some(_), f1: Some(_) } = slots else {
            return fj::missing::<Self>(c, at, &[(1, slots.f1.is_none())]);
        };
        fj::Out::fill(
            out,
            Cursors { next: fj::take(&mut slots.f0), limit: fj::take(&mut slots.f1) },
        );
        Ok(())
    }
}

impl<'de> fj::Decode<'de> for Cursors {
    fn decode(c: &mut fj::Cursor<'de>) -> fj::Result<Self> {
        fj::decode_by_slot(c)
    }

    fn decode_into(c: &mut fj::Cursor<'de>, out: &mut impl fj::Out<Self>) -> fj::Result<()> {
        fj::DecodeFields::decode_object(c, out)
    }
}

impl<T: fj::EncodeFields> fj::Encode for Page<T> {
    fn encode(&self, w: &mut fj::Writer<'_>) -> fj::Result<()> {
        w.object(self)
    }
}

impl<T: fj::EncodeFields> fj::EncodeFields for Page<T> {
    fn encode_fields(&self, run: &mut fj::Run<'_, '_>) {
        let runs =
            const { fj::runs([fj::part(9, <u128 as fj::Encode>::MAX_LEN), fj::Part::end(0)]) };
        run.settle(runs[0]);
        run.lead();
        fj::value::<u128>(run, "\"total\":", &self.total, runs[1]);
        run.members(0, |run| self.cursors.encode_fields(run));
        run.members(2, |run| self.rest.encode_fields(run));
    }
}

struct PageSlots<'de, T: fj::DecodeFields<'de>> {
    f0: Option<u128>,
    f1: CursorsSlots,
    f2: T::Slots,
}

impl<'de, T: fj::DecodeFields<'de>> fj::Fields<'de> for PageSlots<'de, T> {
    fn field(&mut self, i: usize, c: &mut fj::Cursor<'de>) -> fj::Result<()> {
        const N1: usize = 1 + <Cursors as fj::DecodeFields>::KEYS.len();
        match i {
            0 => <u128 as fj::Decode>::decode_slot(c, &mut self.f0),
            _ if i < N1 => self.f1.field(i - 1, c),
            _ => self.f2.field(i - N1, c),
        }
    }

    fn offer(&mut self, offer: fj::Offer, c: &mut fj::Cursor<'de>) -> fj::Result<bool> {
        Ok(self.f1.offer(offer, c)? || self.f2.offer(offer, c)?)
    }
}

impl<'de, T: fj::DecodeFields<'de>> fj::DecodeFields<'de> for Page<T> {
    type Slots = PageSlots<'de, T>;
    const NESTED: &'static [&'static fj::Keys] =
        &[<Cursors as fj::DecodeFields>::KEYS, <T as fj::DecodeFields<'de>>::KEYS];
    const KEYS: &'static fj::Keys =
        &fj::Keys::new("Page", &fj::names(["\"total\":"]), &[("total", 0)])
            .nested(Self::NESTED)
            .deny_unknown();

    fn slots() -> Self::Slots {
        PageSlots {
            f0: <u128 as fj::Decode>::absent(),
            f1: <Cursors as fj::DecodeFields>::slots(),
            f2: <T as fj::DecodeFields<'de>>::slots(),
        }
    }

    fn finish(
        slots: &mut Self::Slots,
        at: usize,
        c: &mut fj::Cursor<'de>,
        out: &mut impl fj::Out<Self>,
    ) -> fj::Result<()> {
        let PageSlots { f0: Some(_), .. } = slots else {
            return fj::missing::<Self>(c, at, &[(0, slots.f0.is_none())]);
        };
        let cursors = fj::finish::<Cursors>(&mut slots.f1, at, c)?;
        let rest = fj::finish::<T>(&mut slots.f2, at, c)?;
        fj::Out::fill(out, Page { total: fj::take(&mut slots.f0), cursors, rest });
        Ok(())
    }
}

impl<'de, T: fj::DecodeFields<'de>> fj::Decode<'de> for Page<T> {
    fn decode(c: &mut fj::Cursor<'de>) -> fj::Result<Self> {
        fj::decode_by_slot(c)
    }

    fn decode_into(c: &mut fj::Cursor<'de>, out: &mut impl fj::Out<Self>) -> fj::Result<()> {
        fj::DecodeFields::decode_object(c, out)
    }
}

impl fj::Encode for Shape {
    fn encode(&self, w: &mut fj::Writer<'_>) -> fj::Result<()> {
        w.enter()?;
        match self {
            Shape::Point => w.literal("{\"kind\":\"Point\"}"),
            Shape::Circle { radius, label } => {
                let runs = const {
                    fj::runs([
                        fj::part(26, <f64 as fj::Encode>::MAX_LEN),
                        fj::part(9, <String as fj::Encode>::MAX_LEN),
                        fj::Part::end(1),
                    ])
                };
                let mut run = w.run(runs[0]);
                fj::value::<f64>(&mut run, "{\"kind\":\"Circle\",\"radius\":", radius, runs[1]);
                fj::value::<String>(&mut run, ",\"label\":", label, runs[2]);
                run.literal("}");
                run.finish()?;
            }
            Shape::Paged(payload) => {
                let mut run = w.run(15);
                run.literal("{\"kind\":\"Paged\"");
                run.members(2, |run| payload.encode_fields(run));
                run.end_object();
                run.finish()?;
            }
        }
        w.leave();
        Ok(())
    }
}

/// Of `Shape::Circle`.
struct CircleSlots {
    f0: Option<f64>,
    f1: Option<String>,
}

impl<'de> fj::Fields<'de> for CircleSlots {
    fn field(&mut self, i: usize, c: &mut fj::Cursor<'de>) -> fj::Result<()> {
        match i {
            0 => <f64 as fj::Decode>::decode_slot(c, &mut self.f0),
            1 => <String as fj::Decode>::decode_slot(c, &mut self.f1),
            _ => c.unknown_index(i),
        }
    }
}

/// Of a variant without fields.
struct NoSlots;

impl<'de> fj::Fields<'de> for NoSlots {
    fn field(&mut self, i: usize, c: &mut fj::Cursor<'de>) -> fj::Result<()> {
        c.unknown_index(i)
    }
}

impl<'de> fj::Decode<'de> for Shape {
    fn decode(c: &mut fj::Cursor<'de>) -> fj::Result<Self> {
        const VARIANTS: &fj::Variants =
            &fj::Variants::new("Shape", &[("Paged", 2), ("Point", 0), ("Circle", 1)], 1);
        const POINT: &fj::Keys = &fj::Keys::new("Shape::Point", &fj::names([]), &[]);
        const CIRCLE: &fj::Keys = &fj::Keys::new(
            "Shape::Circle",
            &fj::names(["\"radius\":", "\"label\":"]),
            &[("label", 1), ("radius", 0)],
        );
        const TAG: &fj::Keys = &fj::Keys::new("Shape", &fj::names(["\"kind\":"]), &[("kind", 0)]);
        let mut tagged = fj::Tagged::NONE;
        match c.tagged(TAG, VARIANTS, &mut tagged)? {
            0 => {
                c.tagged_object(&tagged, POINT, &mut NoSlots)?;
                Ok(Shape::Point)
            }
            1 => {
                let mut slots = CircleSlots { f0: None, f1: None };
                let at = c.tagged_object(&tagged, CIRCLE, &mut slots)?;
                let CircleSlots { f0: Some(radius), f1: Some(label) } = slots else {
                    let missing = [(0, slots.f0.is_none()), (1, slots.f1.is_none())];
                    return Err(c.missing(at, CIRCLE, &missing));
                };
                Ok(Shape::Circle { radius, label })
            }
            2 => {
                let mut slots = <Cursors as fj::DecodeFields>::slots();
                let at =
                    c.tagged_object(&tagged, <Cursors as fj::DecodeFields>::KEYS, &mut slots)?;
                let mut payload = None;
                <Cursors as fj::DecodeFields>::finish(&mut slots, at, c, &mut payload)?;
                payload.map(Shape::Paged).ok_or_else(|| c.unfilled(at))
            }
            n => c.unknown_index(n),
        }
    }
}

/// Both libraries write `value` alike and read it back.
#[track_caller]
fn round_trip<T>(value: &T)
where
    T: fj::Encode
        + for<'de> fj::Decode<'de>
        + Serialize
        + for<'de> Deserialize<'de>
        + PartialEq
        + Debug,
{
    let text = fastjson::to_string(value).expect("encodes");
    assert_eq!(text, serde_json::to_string(value).expect("encodes"));
    assert_eq!(&fastjson::from_str::<T>(&text).expect("decodes"), value);
}

/// Both libraries make the same of `text`.
#[track_caller]
fn agree<T>(text: &str) -> Option<T>
where
    T: for<'de> fj::Decode<'de> + for<'de> Deserialize<'de> + PartialEq + Debug,
{
    let ours = fastjson::from_str::<T>(text);
    let theirs = serde_json::from_str::<T>(text);
    match (&ours, &theirs) {
        (Ok(ours), Ok(theirs)) => assert_eq!(ours, theirs, "{text}"),
        (Err(_), Err(_)) => {}
        _ => panic!("{text}\n  fastjson {ours:?}\n  serde_json {theirs:?}"),
    }
    ours.ok()
}

fn cursors() -> Cursors {
    Cursors { next: Some("a\"b".into()), limit: 20 }
}

#[derive(Debug, PartialEq, Serialize, Deserialize, fastjson::FastJson)]
struct Size {
    width: u8,
    height: Option<u8>,
}

#[test]
fn flatten_round_trips_in_generic_types_too() {
    let size = Size { width: 3, height: None };
    let page = Page { total: u128::from(u64::MAX), cursors: cursors(), rest: size };
    round_trip(&page);
    // `u128` beyond 64 bits is where serde's buffer gives up.
    let page = Page { total: u128::MAX, ..page };
    let text = fastjson::to_string(&page).expect("encodes");
    assert_eq!(fastjson::from_str::<Page<Size>>(&text).expect("decodes"), page);
}

#[test]
fn flatten_takes_members_in_any_order() {
    for text in [
        r#"{"total":1,"next":null,"limit":2,"width":3,"height":4}"#,
        r#"{"height":4,"limit":2,"total":1,"width":3}"#,
        r#"{"width":3,"next":"x","height":null,"limit":2,"total":1}"#,
    ] {
        assert!(agree::<Page<Size>>(text).is_some(), "{text}");
    }
}

#[test]
fn flatten_takes_std_types_that_are_objects() {
    fn flattened<T>(rest: T)
    where
        T: for<'de> fj::DecodeFields<'de> + fj::EncodeFields,
        T: Serialize + for<'de> Deserialize<'de> + PartialEq + Debug,
    {
        round_trip(&Page { total: 1, cursors: cursors(), rest });
    }

    flattened(1_u8..2);
    flattened("a".to_owned()..="b".to_owned());
    flattened(Some(1.5)..);
    flattened(..-1_i64);
    flattened(Duration::MAX);
    flattened(SystemTime::UNIX_EPOCH + Duration::from_nanos(1));
    assert!(agree::<Page<Duration>>(r#"{"nanos":2,"total":1,"secs":3,"limit":2}"#).is_some());
    assert!(agree::<Page<Duration>>(r#"{"nanos":2,"total":1,"limit":2}"#).is_none());
}

#[test]
fn flatten_reports_what_is_wrong_where_it_is() {
    let fails = |text: &str| fastjson::from_str::<Page<Size>>(text).expect_err(text).to_string();
    assert_eq!(
        fails(r#"{"total":1,"limit":2}"#),
        "missing field `width` of Size at line 1 column 1, $"
    );
    assert_eq!(
        fails(r#"{"total":1,"limit":"2"}"#),
        "expected u32, found string `\"2\"` at line 1 column 20, $.limit"
    );
    assert_eq!(
        fails(r#"{"total":1,"limit":2,"width":3,"width":3}"#),
        "field `width` is given twice at line 1 column 32, $"
    );
    // Two levels deep, and exact: the flattened types' names are known ones.
    assert_eq!(
        fails(r#"{"total":1,"limit":2,"width":3,"hieght":3}"#),
        "unknown field `hieght` of Page; did you mean `height`? at line 1 column 32, $"
    );
}

#[test]
fn internal_tags_round_trip() {
    round_trip(&Shape::Point);
    round_trip(&Shape::Circle { radius: 1.5, label: "é\n".into() });
    round_trip(&Shape::Paged(cursors()));
}

#[test]
fn internal_tags_may_stand_anywhere() {
    for text in [
        r#"{"kind":"Circle","radius":1,"label":""}"#,
        r#"{"radius":1,"label":"","kind":"Circle"}"#,
        r#"{"x":[{"kind":"no"}],"radius":1,"kind":"Circle","label":""}"#,
        r#" { "limit" : 2 , "kind" : "Paged" , "next" : null } "#,
        r#"{"kind":"Point"}"#,
        r#"{"kind":"Point","more":[1,2]}"#,
        r#"{"more":[1,2],"kind":"Point"}"#,
    ] {
        assert!(agree::<Shape>(text).is_some(), "{text}");
    }
}

#[test]
fn internal_tags_fail_where_serde_fails() {
    for text in [
        "{}",
        r#"{"radius":1,"label":""}"#,
        r#"{"kind":"Square"}"#,
        r#"{"kind":1}"#,
        r#"{"kind":"Circle","radius":1}"#,
        r#"{"kind":"Circle","radius":1,"label":"","label":""}"#,
        r#"{"kind":"Circle","kind":"Circle","radius":1,"label":""}"#,
        r#"{"radius":1,"kind":"Circle","label":"","kind":"Circle"}"#,
        r#"{"kind":"Point","more":[1,2}"#,
        r#"{"kind":"Circle" "radius":1}"#,
        r#"{"kind":"Circle",}"#,
        r#"{"kind":"Circle","radius":1,"label":"""#,
    ] {
        assert!(agree::<Shape>(text).is_none(), "{text}");
    }
    let err = fastjson::from_str::<Vec<Shape>>(r#"[{"radius":"x","label":"","kind":"Circle"}]"#);
    assert_eq!(
        err.expect_err("a wrong radius").to_string(),
        "expected f64, found string `\"x\"` at line 1 column 12, $[0].radius"
    );
}

#[test]
fn pointers_and_cells_say_of_themselves_what_they_hold_says() {
    fn never_absent<T: for<'de> fj::Decode<'de>>() -> bool {
        assert!(!T::NEVER_ABSENT || T::absent().is_none());
        T::NEVER_ABSENT
    }

    assert!(never_absent::<Box<u8>>() && never_absent::<Rc<String>>());
    assert!(never_absent::<Arc<[u8]>>() && never_absent::<Cow<'static, str>>());
    assert!(never_absent::<Cell<u8>>() && never_absent::<Mutex<Vec<u8>>>());
    assert!(never_absent::<Wrapping<u8>>() && never_absent::<Saturating<u8>>());
    assert!(never_absent::<PhantomData<u8>>() && never_absent::<Result<u8, u8>>());
    assert!(!never_absent::<Box<Option<u8>>>() && !never_absent::<Arc<Cell<Option<u8>>>>());
    assert!(!never_absent::<RwLock<Option<u8>>>() && !never_absent::<Reverse<Option<u8>>>());
    assert!(!never_absent::<rc::Weak<u8>>() && !never_absent::<Cow<'static, Option<u8>>>());

    let names = <Box<Range<u8>> as fj::Decode>::NAMES.map(fj::Keys::len);
    assert_eq!(names, Some(2));
    assert_eq!(<Rc<Duration> as fj::Decode>::FIRST, fj::FirstBytes::ANY);
    assert_eq!(<RefCell<Duration> as fj::Decode>::FIRST, fj::STRUCT);
}
