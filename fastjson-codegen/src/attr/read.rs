//! Reads the attributes of one place into receivers, and reports what is no key of theirs.

use darling::ast::NestedMeta;
use proc_macro2::Span;
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Attribute, Meta, MetaList, Token};

use super::known::{self, KEYS, Known, Place, Serde};
use super::value::{Keyed, Split};
use super::{Pair, Receiver, Written};
use crate::errors::Errors;

/// Which of the two attributes is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    Fastjson,
    Serde,
}

/// What stays the same while the attributes of one item are read.
pub(crate) struct Reader<'a> {
    pub(crate) errors: &'a Errors,
    /// Off after `#[fastjson(ignore_serde)]`.
    pub(crate) reads_serde: bool,
}

impl Reader<'_> {
    /// The keys under both attributes.
    pub(crate) fn pair<K: Receiver>(&self, attrs: &[Attribute]) -> Pair<K> {
        Pair { own: self.own(attrs), serde: self.serde(attrs) }
    }

    /// The keys under `#[fastjson(…)]`.
    pub(crate) fn own<K: Receiver>(&self, attrs: &[Attribute]) -> K {
        self.keys(attrs, Origin::Fastjson)
    }

    /// The keys under `#[serde(…)]`.
    pub(crate) fn serde<K: Receiver>(&self, attrs: &[Attribute]) -> K {
        if self.reads_serde { self.keys(attrs, Origin::Serde) } else { K::default() }
    }

    fn keys<K: Receiver>(&self, attrs: &[Attribute], origin: Origin) -> K {
        let mut items = Vec::new();
        for attr in attrs {
            match origin {
                Origin::Fastjson if attr.path().is_ident("fastjson") => {
                    items.extend(self.list(attr));
                }
                // What is no list there is serde's own business.
                Origin::Serde if attr.path().is_ident("serde") => {
                    if let Meta::List(list) = &attr.meta {
                        items.extend(self.items(list));
                    }
                }
                _ => {}
            }
        }
        let mut seen: Vec<Written> = Vec::new();
        items.retain(|item| {
            self.known(item, K::PLACE, origin).is_some_and(|known| {
                let again = !known.repeats && seen.iter().any(|seen| seen.key() == known.key);
                if again {
                    let message = format!("`{}` is given twice here; drop this one", known.key);
                    self.errors.on(path_of(item), message);
                }
                if !again {
                    let at = path_of(item).map_or_else(Span::call_site, Spanned::span);
                    seen.push(Written { known, at });
                }
                !again
            })
        });
        let mut keys = K::from_list(&items).unwrap_or_else(|error| {
            // Keys are known and their values kept as errors, so that nothing is left to go wrong;
            // what does is reported all the same.
            self.errors.push(error.into());
            K::default()
        });
        *keys.written() = seen;
        keys.report(self.errors);
        keys
    }

    /// The items of one `#[fastjson(…)]`.
    fn list(&self, attr: &Attribute) -> Vec<NestedMeta> {
        match &attr.meta {
            Meta::List(list) if list.tokens.is_empty() => {
                self.errors.on(list, "there is no key in this list; drop the attribute");
            }
            Meta::List(list) => return self.items(list),
            Meta::Path(path) => {
                self.errors.on(path, "this attribute says nothing; write `#[fastjson(key, …)]`");
            }
            Meta::NameValue(pair) => {
                self.errors.on(pair, "this attribute is a list; write `#[fastjson(key, …)]`");
            }
        }
        Vec::new()
    }

    /// Everything before the first mistake in the grammar, so that its keys are looked at as well.
    fn items(&self, list: &MetaList) -> Vec<NestedMeta> {
        let mut items = Vec::new();
        let parse = |input: ParseStream<'_>| {
            while !input.is_empty() {
                items.push(input.parse::<NestedMeta>()?);
                if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
            }
            Ok(())
        };
        if let Err(error) = list.parse_args_with(parse) {
            self.errors.push(error);
        }
        items
    }

    /// The key of `item`, if it is to be read here; else the reason is reported, if it is a mistake.
    fn known(&self, item: &NestedMeta, place: Place, origin: Origin) -> Option<&'static Known> {
        let meta = match item {
            NestedMeta::Meta(meta) => meta,
            NestedMeta::Lit(lit) => {
                self.errors.on(lit, "expected a key, found a literal");
                return None;
            }
            NestedMeta::NameValueInvalidExpr(pair) => {
                self.errors.push(pair.error.clone().into());
                return None;
            }
        };
        let path = meta.path();
        let name = path.to_token_stream().to_string().replace(' ', "");
        let Some(known) = known::find(&name).filter(|known| origin.has(known)) else {
            self.errors.on(path, unknown(&name, place, origin));
            return None;
        };
        if origin == Origin::Serde && known.serde == Serde::Ignored {
            return None;
        }
        if known.is_at(place) {
            return Some(known);
        }
        self.errors.on(path, misplaced(known, place));
        None
    }
}

impl Origin {
    fn has(self, known: &Known) -> bool {
        self == Origin::Fastjson || known.serde != Serde::Unknown
    }
}

fn unknown(name: &str, place: Place, origin: Origin) -> String {
    let here = KEYS.iter().filter(|known| known.is_at(place) && origin.has(known));
    let elsewhere = KEYS.iter().filter(|known| origin.has(known));
    let near = nearest(name, here.map(|known| known.key))
        .or_else(|| nearest(name, elsewhere.map(|known| known.key)));
    let whose = if origin == Origin::Serde { " of serde" } else { "" };
    match near {
        Some(near) => format!("unknown key `{name}`{whose}; did you mean `{near}`?"),
        None => format!("unknown key `{name}`{whose}"),
    }
}

fn misplaced(known: &Known, place: Place) -> String {
    let places = [Place::Container, Place::Variant, Place::Field];
    let allowed = places.into_iter().filter(|&place| known.is_at(place)).map(Place::text);
    let allowed = allowed.collect::<Vec<_>>().join(", or ");
    format!("`{}` belongs to {allowed}, not to {}", known.key, place.text())
}

/// The known name that is most like `name`, if one is near enough to be meant.
pub(crate) fn nearest(
    name: &str,
    known: impl Iterator<Item = &'static str>,
) -> Option<&'static str> {
    known
        .map(|known| {
            (strsim::jaro_winkler(&name.to_ascii_lowercase(), &known.to_ascii_lowercase()), known)
        })
        .filter(|&(likeness, _)| likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, known)| known)
}

fn path_of(item: &NestedMeta) -> Option<&syn::Path> {
    match item {
        NestedMeta::Meta(meta) => Some(meta.path()),
        NestedMeta::NameValueInvalidExpr(pair) => Some(&pair.path),
        NestedMeta::Lit(_) => None,
    }
}

/// Reports wrong values of one key.
pub(super) fn report<'a, T: 'a>(errors: &Errors, keys: impl IntoIterator<Item = &'a Keyed<T>>) {
    for keyed in keys {
        if let Err(error) = &keyed.value {
            errors.push(error.clone());
        }
    }
}

/// Reports wrong values of one key, and a second value for one direction.
pub(super) fn report_split<T>(errors: &Errors, key: &str, keys: &[Keyed<Split<T>>]) {
    report(errors, keys);
    let (mut encode, mut decode) = (false, false);
    for split in keys.iter().filter_map(Keyed::get) {
        let second = twice(&mut encode, &split.encode).or(twice(&mut decode, &split.decode));
        if let Some(span) = second {
            errors.at(span, format!("`{key}` is given twice for one direction; drop this one"));
        }
    }
}

/// Where a second value of a direction stands.
fn twice<T>(given: &mut bool, values: &[(Span, T)]) -> Option<Span> {
    values.iter().find(|_| core::mem::replace(given, true)).map(|&(span, _)| span)
}
