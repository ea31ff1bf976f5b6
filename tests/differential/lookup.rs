//! How members are found: names that begin alike, members in any order and mixture, and more fields than one word has bits.

use std::fmt::Debug;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, read, reads, refuses, round_trips};

#[test]
fn names_that_begin_alike() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Alike {
        a: u8,
        aa: u8,
        aaa: u8,
        ab: u8,
        b: u8,
        aaaaaaaa: u8,
        aaaaaaab: u8,
        aaaaaaaaaaaaaaaaa: u8,
        aaaaaaaaaaaaaaaab: u8,
    }

    let value = Alike {
        a: 1,
        aa: 2,
        aaa: 3,
        ab: 4,
        b: 5,
        aaaaaaaa: 6,
        aaaaaaab: 7,
        aaaaaaaaaaaaaaaaa: 8,
        aaaaaaaaaaaaaaaab: 9,
    };
    round_trips([value.clone()]);
    let mut members = vec![
        ("a", 1),
        ("aa", 2),
        ("aaa", 3),
        ("ab", 4),
        ("b", 5),
        ("aaaaaaaa", 6),
        ("aaaaaaab", 7),
        ("aaaaaaaaaaaaaaaaa", 8),
        ("aaaaaaaaaaaaaaaab", 9),
    ];
    for i in 0..200 {
        let (from, to) = (i * 7 % members.len(), (i * 5 + 3) % members.len());
        members.swap(from, to);
        let text: Vec<String> = members.iter().map(|(name, n)| format!("\"{name}\":{n}")).collect();
        assert_eq!(read(&format!("{{{}}}", text.join(","))), Some(value.clone()));
    }
}

/// Members are left out, come in another order and between others, in every mixture that 4,000 random ones are.
#[test]
fn any_members_in_any_order() {
    #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
    struct Ten {
        a: Option<u8>,
        b: Option<u8>,
        ab: Option<u8>,
        ba: Option<u8>,
        id: Option<u8>,
        name: Option<u8>,
        names: Option<u8>,
        user_name: Option<u8>,
        user_names: Option<u8>,
        the_longest_name_of_all: Option<u8>,
    }
    const NAMES: [&str; 14] = [
        "a",
        "b",
        "ab",
        "ba",
        "id",
        "name",
        "names",
        "user_name",
        "user_names",
        "the_longest_name_of_all",
        "",
        "nam",
        "user_nam",
        "the_longest_name_of_all_",
    ];
    let mut state = 7_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    for _ in 0..4000 {
        let mut members: Vec<usize> = (0..NAMES.len()).filter(|_| random(3) > 0).collect();
        for _ in 0..random(6) {
            let (i, j) = (random(members.len().max(1)), random(members.len().max(1)));
            if i < members.len() && j < members.len() {
                members.swap(i, j);
            }
        }
        let spaces = ["", " ", "\n  "][random(3)];
        let texts = members.iter().map(|&i| format!("\"{}\":{spaces}{i}", NAMES[i]));
        let text = format!("{{{}}}", texts.collect::<Vec<_>>().join(&format!(",{spaces}")));
        let value = read::<Ten>(&text).expect("an object");
        let Ten { a, b, ab, ba, id, name, names, user_name, user_names, the_longest_name_of_all } =
            value;
        let all = [a, b, ab, ba, id, name, names, user_name, user_names, the_longest_name_of_all];
        for (i, field) in all.into_iter().enumerate() {
            assert_eq!(field, members.contains(&i).then_some(i as u8), "{text}");
        }
    }
}

/// So many names, of all lengths, that they are searched and not walked.
#[test]
fn many_names() {
    #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
    struct Many {
        #[serde(
            default,
            alias = "b",
            alias = "cc",
            alias = "bb",
            alias = "ddd",
            alias = "e_e_e_e"
        )]
        a: u8,
        #[serde(
            default,
            alias = "1",
            alias = "22",
            alias = "333",
            alias = "4444",
            alias = "55555"
        )]
        digits: u8,
        #[serde(
            default,
            alias = "Z",
            alias = "zz",
            alias = "zzz",
            alias = "Zzzz",
            alias = "zzzzz"
        )]
        letters: u8,
        #[serde(default, alias = "é", alias = "éé", alias = "€", alias = "😀", alias = "")]
        foreign: u8,
        #[serde(default, alias = "a_longer_name", alias = "an_even_longer_name_than_that")]
        long: u8,
        #[serde(default, alias = "~", alias = "\"", alias = "\\", alias = "\u{0}", alias = " ")]
        others: u8,
    }
    let names = [
        "a b cc bb ddd e_e_e_e",
        "digits 1 22 333 4444 55555",
        "letters Z zz zzz Zzzz zzzzz",
        "foreign é éé € 😀",
        "long a_longer_name an_even_longer_name_than_that",
        "others ~ \\\" \\\\ \\u0000",
    ];
    for (i, names) in names.iter().enumerate() {
        for name in names.split(' ') {
            let value = read::<Many>(&format!("{{\"{name}\":{}}}", i + 1)).expect("an object");
            let Many { a, digits, letters, foreign, long, others } = value;
            let expected: [u8; 6] = std::array::from_fn(|j| if i == j { i as u8 + 1 } else { 0 });
            assert_eq!([a, digits, letters, foreign, long, others], expected, "{name}");
            // What is nearly a name is none.
            for near in [format!("{name}x"), format!("x{name}"), format!("{name}_")] {
                reads(&format!("{{\"{near}\":null}}"), Many::default());
            }
        }
    }
    reads(r#"{"":1," ":2}"#, Many { foreign: 1, others: 2, ..Many::default() });
}

/// A struct with so many fields that their mask is more than one word.
macro_rules! many {
    ($name:ident: $($field:ident)*) => {

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct $name { $($field: Option<u16>),* }


        impl $name {
            const NAMES: &[&str] = &[$(stringify!($field)),*];

            fn get(&self, i: usize) -> Option<u16> {
                [$(self.$field),*][i]
            }
        }
    };
}

many! { Sixty4: a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 g0 g1 g2 g3 }
many! { Sixty5: a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 g0 g1 g2 g3 g4 }
many! { Seventy: a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 g0 g1 g2 g3 g4 g5 g6 g7 g8 g9 }

// Of each length on either side of a word ten names, which differ in one place: they are found by their hash.
many! { Hashed:
    q s t u v w x y z a3 a6 aq at ax rb tb vb xb yb a0c a9c ab2 abr abs abx asc atc ayc tbc ab6d abc5 abcw abcz
    abqd abud abvd aqcd rbcd vbcd a4cde a6cde abc3e abc7e abcdq abcdy abcdz abzde ascde sbcde a9cdefg abcd4fg
    abcdef8 abcdefs abcdefv abcdeyg abcdufg abtdefg axcdefg ybcdefg a9cdefgh ab4defgh ab6defgh abcd5fgh abcd6fgh
    abcdef6h abcdefg7 abcdefsh abcdsfgh wbcdefgh a8cdefghi abc0efghi abc3efghi abcdef7hi abcdefg3i abcdefgxi
    abcrefghi abcuefghi ascdefghi atcdefghi abcdefg3ijkl abcdefgh6jkl abcdefghi4kl abcdefghijks abcdefghiukl
    abcdefghivkl abcdefgqijkl abcdeqghijkl abcdesghijkl ascdefghijkl a0cdefghijklmno a9cdefghijklmno
    abcdef4hijklmno abcdefghijklmuo abcdefghijxlmno abcdefguijklmno abcxefghijklmno aqcdefghijklmno
    atcdefghijklmno tbcdefghijklmno abcdef0hijklmnop abcdefgh4jklmnop abcdefghij8lmnop abcdefghijklmn9p
    abcdefghijklmnyp abcdefghijklmrop abcdefqhijklmnop abxdefghijklmnop tbcdefghijklmnop ybcdefghijklmnop
    abcdefg2ijklmnopq abcdefg9ijklmnopq abcdefghij3lmnopq abcdefghij4lmnopq abcdefghijk1mnopq abcdzfghijklmnopq
    abcqefghijklmnopq avcdefghijklmnopq aycdefghijklmnopq zbcdefghijklmnopq abcdefghij1lmnopqrst
    abcdefghij6lmnopqrst abcdefghijkl2nopqrst abcdefghijklmn3pqrst abcdefghijklmnopqr0t abcdefghijklmnopqrs7
    abcdefghijklvnopqrst abcdefghzjklmnopqrst abcdefshijklmnopqrst abvdefghijklmnopqrst abcdef0hijklmnopqrstuvwx
    abcdef6hijklmnopqrstuvwx abcdefghij3lmnopqrstuvwx abcdefghijklm4opqrstuvwx abcdefghijklmnopqrs8uvwx
    abcdefghijklmnopqrstsvwx abcdefghijklmnopqrstu1wx abcdefghijklmnopqrstuuwx abcdefghijslmnopqrstuvwx
    wbcdefghijklmnopqrstuvwx abcdefghi6klmnopqrstuvwxy abcdefghijklmnopqrstuvtxy abcdefghijklmnopqrstuvwx5
    abcdefghijklmnoptrstuvwxy abcdefghijklmnqpqrstuvwxy abcdefghijrlmnopqrstuvwxy abcdefghijvlmnopqrstuvwxy
    abcdefgqijklmnopqrstuvwxy abcdefshijklmnopqrstuvwxy abudefghijklmnopqrstuvwxy
    abcdefghijk7mnopqrstuvwxyzabcdefg abcdefghijk8mnopqrstuvwxyzabcdefg abcdefghijklmnopqrsquvwxyzabcdefg
    abcdefghijklmnopqrstuvwx7zabcdefg abcdefghijklmnopqrstuvwxy1abcdefg abcdefghijklmnopqrstuvwxyzabcdef0
    abcdefghijklmnopqrstuvwxyzabcdef1 abcdefghijklmnopqrstuvwxyzabcdefu abcdefghijklmnopqrstuvyxyzabcdefg
    abcdefghijqlmnopqrstuvwxyzabcdefg
}

#[test]
fn many_fields() {
    macro_rules! check {
        ($($name:ident)*) => {$(
            let names = $name::NAMES;
            reads("{}", $name::default());
            for (i, name) in names.iter().enumerate() {
                let text = format!("{{\"{name}\":{i}}}");
                let value = read::<$name>(&text).expect("one field");
                for j in 0..names.len() {
                    assert_eq!(value.get(j), (i == j).then_some(i as u16));
                }
                for other in [0, i, (i + 64) % names.len(), names.len() - 1] {
                    let text = format!("{{\"{name}\":1,\"{}\":2}}", names[other]);
                    assert_eq!(read::<$name>(&text).is_none(), i == other, "{text}");
                }
            }
            let all: Vec<String> = names.iter().rev().map(|name| format!("\"{name}\":1")).collect();
            accepts::<$name>(&[&format!("{{{}}}", all.join(","))]);
            refuses::<$name>(&[&format!("{{{},{}}}", all.join(","), all[0])]);
        )*};
    }
    check! { Sixty4 Sixty5 Seventy Hashed }
}

/// Each of these orders comes several times, so that it is expected; then members are missing in it, or unknown, or come twice.
#[test]
fn an_order_that_comes_again() {
    fn check<T>(names: &[&str], get: impl Fn(&T, usize) -> Option<u16>)
    where
        T: Debug + PartialEq + for<'de> Deserialize<'de> + for<'de> fastjson::Decode<'de>,
    {
        let count = names.len();
        let reversed: Vec<usize> = (0..count).rev().collect();
        let mut sorted: Vec<usize> = (0..count).collect();
        sorted.sort_by_key(|&i| names[i]);
        let striding: Vec<usize> = (0..7).flat_map(|k| (k..count).step_by(7)).collect();
        let rotated: Vec<usize> = (0..count).map(|i| (i + count / 3) % count).collect();
        let declared: Vec<usize> = (0..count).collect();
        for order in [&reversed, &sorted, &striding, &declared, &rotated, &reversed, &declared] {
            for round in 0..4 {
                for white in ["", "\n  "] {
                    let text = |members: &[usize]| {
                        let member = |&i: &usize| match names.get(i) {
                            Some(name) => format!("{white}\"{name}\":{white}{i}"),
                            None => format!("{white}\"{i} is nobody's\":{white}[{{}}]"),
                        };
                        let members: Vec<String> = members.iter().map(member).collect();
                        format!("{{{}}}", members.join(","))
                    };
                    let reads = |members: &[usize]| {
                        let value = read::<T>(&text(members)).expect("an object");
                        for i in 0..count {
                            let expected = members.contains(&i).then_some(i as u16);
                            assert_eq!(get(&value, i), expected, "{members:?}");
                        }
                    };
                    reads(order);
                    let mut some = order.clone();
                    some.retain(|i| (i + round) % 5 > 0);
                    some.insert(count / 4, count);
                    some.insert(count / 2, count + 1);
                    reads(&some);
                    let mut twice = order.clone();
                    twice.insert(count * round / 3, order[count / 2]);
                    assert!(read::<T>(&text(&twice)).is_none());
                }
            }
        }
    }
    check(Sixty4::NAMES, Sixty4::get);
    check(Sixty5::NAMES, Sixty5::get);
    check(Hashed::NAMES, Hashed::get);
}

/// So many objects in another order each that none is expected any more, with members that are missing, unknown or escaped; one that comes
/// twice is told all the same. Then in one order again.
#[test]
fn orders_of_chance() {
    fn check<T>(names: &[&str], get: impl Fn(&T, usize) -> Option<u16>)
    where
        T: Debug + PartialEq + for<'de> Deserialize<'de> + for<'de> fastjson::Decode<'de>,
    {
        let mut state = names.len() as u64;
        let mut random = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) as usize % below
        };
        let mut order: Vec<usize> = (0..names.len() + 2).collect();
        for round in 0..300 {
            if round < 250 {
                (1..order.len()).for_each(|i| order.swap(i, random(i + 1)));
            }
            let spaces = ["", " ", "\n  "][random(3)];
            let mut member = |i: usize| {
                let name = names.get(i).map_or("nobody's", |name| name);
                let (first, rest) = name.split_at(1);
                let name = match random(60) {
                    0 => format!("\\u{:04x}{rest}", first.as_bytes()[0]),
                    _ => name.to_owned(),
                };
                let value = if i < names.len() { i.to_string() } else { "[{}]".to_owned() };
                format!(
                    "{spaces}\"{name}\":{spaces}{value}{}",
                    if i % 9 == 8 { spaces } else { "" }
                )
            };
            let left_out = if round % 3 == 0 { names.len() } else { round % names.len() };
            let members: Vec<usize> = order.iter().copied().filter(|&i| i != left_out).collect();
            let mut texts: Vec<String> = members.iter().map(|&i| member(i)).collect();
            let value = read::<T>(&format!("{{{}}}", texts.join(","))).expect("an object");
            for i in 0..names.len() {
                let expected = members.contains(&i).then_some(i as u16);
                assert_eq!(get(&value, i), expected, "{members:?}");
            }
            let twice = members.iter().copied().find(|&i| i < names.len()).expect("a field");
            texts.insert(round % texts.len(), member(twice));
            assert!(read::<T>(&format!("{{{}}}", texts.join(","))).is_none());
        }
    }
    check(Sixty4::NAMES, Sixty4::get);
    check(Sixty5::NAMES, Sixty5::get);
    check(Hashed::NAMES, Hashed::get);
}

/// In the order of the type, some members are left out, one at least; and any member that is there comes a second time, anywhere.
#[test]
fn twice_where_others_are_left_out() {
    fn check<T>(names: &[&str])
    where
        T: Debug + PartialEq + for<'de> Deserialize<'de> + for<'de> fastjson::Decode<'de>,
    {
        let count = names.len();
        for (round, white) in ["", " ", "\n  ", " "].into_iter().enumerate() {
            // One, two that stand together, every third, most of them.
            let is_left_out = |&i: &usize| match round {
                0 => i == 5,
                1 => i == count - 2 || i == count - 3,
                2 => i % 3 == 1,
                _ => i % 8 > 0 || i == 64,
            };
            let members: Vec<usize> = (0..count).filter(|i| !is_left_out(i)).collect();
            let text = |members: &[usize]| {
                let member = |&i: &usize| format!("{white}\"{}\": {i}", names[i]);
                let members: Vec<String> = members.iter().map(member).collect();
                format!("{{{}}}", members.join(","))
            };
            accepts::<T>(&[&text(&members)]);
            for second in members.iter().step_by(3) {
                for at in 0..=members.len() {
                    let mut twice = members.clone();
                    twice.insert(at, *second);
                    refuses::<T>(&[&text(&twice)]);
                }
            }
            // One that was left out comes late, and then twice.
            let late = (0..count).find(is_left_out).expect("one is left out");
            let mut members = members;
            members.push(late);
            accepts::<T>(&[&text(&members)]);
            members.push(late);
            refuses::<T>(&[&text(&members)]);
        }
    }
    check::<Sixty4>(Sixty4::NAMES);
    check::<Sixty5>(Sixty5::NAMES);
    check::<Seventy>(Seventy::NAMES);
    check::<Hashed>(Hashed::NAMES);
}

/// Each object of a document has a layout of its own, also one inside of another; and one that the one before it had, or no longer has.
#[test]
fn every_layout_beside_every_other() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Outer {
        id: u32,
        inner: Vec<Inner>,
        one: Option<Inner>,
        #[serde(default)]
        the_longest_name_that_is_compared_as_one: String,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Inner {
        x: Option<u8>,
        yy: Option<String>,
        none: Option<Empty>,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Empty {}

    // Behind the brace, behind a comma, behind a colon, before the closing brace.
    const LAYOUTS: [[&str; 4]; 8] = [
        ["", "", "", ""],
        ["", " ", " ", ""],
        [" ", " ", "", " "],
        ["\n  ", "\n  ", " ", "\n"],
        ["\n\t", "\n\t", "", "\n"],
        ["\r\n    ", "\r\n    ", "  ", "\r\n"],
        ["", "\n ", " ", " "],
        [" \t", "", "\n", ""],
    ];
    let object = |[open, comma, colon, close]: [&str; 4], members: &[(&str, &str)]| {
        let members: Vec<String> =
            members.iter().map(|(name, value)| format!("\"{name}\":{colon}{value}")).collect();
        format!("{{{open}{}{close}}}", members.join(&format!(",{comma}")))
    };
    for first in LAYOUTS {
        for second in LAYOUTS {
            for third in LAYOUTS {
                let empty = format!("{{{}}}", third[0]);
                let inner = |layout, y| object(layout, &[("x", "1"), ("yy", y), ("none", &empty)]);
                let some = object(second, &[("x", "1"), ("none", "null")]);
                let all =
                    [inner(second, "\"y\""), inner(third, "null"), some, inner(first, "\"\"")];
                let [open, comma, _, close] = third;
                let all = format!("[{open}{}{close}]", all.join(&format!(",{comma}")));
                let one = object(third, &[("x", "null"), ("yy", "\"z\"")]);
                let members = [
                    ("id", "12345678"),
                    ("inner", &*all),
                    ("one", &*one),
                    ("the_longest_name_that_is_compared_as_one", "\"\""),
                ];
                let text = object(first, &members);
                accepts::<Outer>(&[&text]);
                let end = text.len();
                refuses::<Outer>(&[
                    &text[..end - 1],
                    &text.replacen("\"x\":", "\"x\"", 1),
                    &text.replacen("{", "{,", 1),
                    &format!("{},}}", &text[..end - 1]),
                ]);
            }
        }
    }
}

/// The tag of an object stands before any of its members or behind them all, is missing, or comes twice.
#[test]
fn a_tag_at_every_place() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "kind")]
    enum Tagged {
        Four { a: u8, b: Option<u8>, c: Option<u8>, d: u8 },
        Empty {},
    }
    for white in ["", " ", "\n  "] {
        let text = |members: &[&str]| format!("{{{white}{}}}", members.join(&format!(",{white}")));
        for members in [
            &["\"a\": 1", "\"b\": 2", "\"c\": 3", "\"d\": 4"][..],
            &["\"a\":1", "\"d\":4"],
            &["\"d\": 4", "\"c\": 3", "\"a\": 1"],
        ] {
            refuses::<Tagged>(&[&text(members)]);
            for at in 0..=members.len() {
                let mut tagged = members.to_vec();
                tagged.insert(at, "\"kind\": \"Four\"");
                accepts::<Tagged>(&[&text(&tagged)]);
                for second in 0..=tagged.len() {
                    for again in ["\"kind\": \"Four\"", tagged[second % tagged.len()]] {
                        let mut twice = tagged.clone();
                        twice.insert(second, again);
                        refuses::<Tagged>(&[&text(&twice)]);
                    }
                }
            }
        }
        accepts::<Tagged>(&[&text(&["\"kind\": \"Empty\""])]);
    }
}

/// The same over three rows of names, one of them inside of another.
#[test]
fn an_order_of_flattened_members_that_comes_again() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Outer {
        a: Option<u8>,
        b: Option<u8>,
        #[serde(flatten)]
        middle: Middle,
        c: Option<u8>,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Middle {
        d: Option<u8>,
        #[serde(flatten)]
        inner: Inner,
        e: Option<u8>,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Inner {
        f: Option<u8>,
        g: Option<u8>,
    }
    for order in ["gfedcba", "adbecfg", "abcdefg", "cgbfade", "gfedcba", "fagbdce"] {
        for left_out in ['a', 'd', 'g', 'x', 'x', 'f', 'x', 'c', 'x'] {
            for white in ["", " "] {
                let names = order.chars().filter(|&name| name != left_out);
                let member = |name| format!("\"{name}\":{white}{}", u32::from(name) % 32);
                let mut members: Vec<String> = names.map(member).collect();
                let Outer { a, b, c, middle: Middle { d, e, inner: Inner { f, g } } } =
                    read(&format!("{{{white}{}}}", members.join(","))).expect("an object");
                for (name, field) in ('a'..).zip([a, b, c, d, e, f, g]) {
                    let expected = (name != left_out).then_some((u32::from(name) % 32) as u8);
                    assert_eq!(field, expected, "{name} in {order} without {left_out}");
                }
                members.insert(3, "\"nobody's\":[]".into());
                accepts::<Outer>(&[&format!("{{{white}{}}}", members.join(","))]);
                members.insert(5, members[1].clone());
                refuses::<Outer>(&[&format!("{{{white}{}}}", members.join(","))]);
            }
        }
    }
}

/// Names that differ from a known one in one place, or by one character more or less.
#[test]
fn what_is_nearly_a_name_is_none() {
    for name in Hashed::NAMES {
        for i in 0..name.len() {
            let (head, tail) = (&name[..i], &name[i + 1..]);
            for near in [format!("{head}-{tail}"), format!("{head}{tail}"), format!("{name}{i}")] {
                let known = Hashed::NAMES.iter().any(|name| *name == near);
                if !known {
                    reads(&format!("{{\"{near}\":1}}"), Hashed::default());
                }
            }
        }
    }
}
