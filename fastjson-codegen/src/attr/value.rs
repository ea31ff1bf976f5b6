//! What may stand behind a key: [`Value`] says how it is read, [`Keyed`] keeps where the key stands.

use darling::FromMeta;
use proc_macro2::Span;
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Expr, ExprPath, Lit, LitStr, Meta, MetaList, Path, Token, WherePredicate};

use crate::case::CaseRule;
use crate::errors::joined;

/// A value that a key can have. Each method reads one way of writing it; `None` says that the key
/// is not written this way.
pub(crate) trait Value: Sized {
    /// How the key is written, with `key` for its name: what the message about a wrong form shows.
    const FORM: &'static str;

    /// `key`
    fn word(key: Span) -> Option<Self> {
        let _ = key;
        None
    }

    /// `key = "text"`
    fn text(key: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        let _ = (key, text);
        None
    }

    /// `key = true`
    fn bool(key: Span, value: bool) -> Option<Self> {
        let _ = (key, value);
        None
    }

    /// `key = some::path`
    fn path(path: &ExprPath) -> Option<syn::Result<Self>> {
        let _ = path;
        None
    }

    /// `key(…)`
    fn list(list: &MetaList) -> Option<syn::Result<Self>> {
        let _ = list;
        None
    }
}

/// A key as written. A wrong value is kept as its error, so that one wrong key does not hide the others.
pub(crate) struct Keyed<T> {
    pub(crate) key: Span,
    pub(crate) value: syn::Result<T>,
}

impl<T> Keyed<T> {
    /// The value, unless it is wrong (which is reported elsewhere).
    pub(crate) fn get(&self) -> Option<&T> {
        self.value.as_ref().ok()
    }
}

impl<T: Value> FromMeta for Keyed<T> {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        Ok(Keyed::read(meta))
    }
}

impl<T: Value> Keyed<T> {
    fn read(meta: &Meta) -> Keyed<T> {
        let key = meta.path().span();
        let read = match meta {
            Meta::Path(_) => T::word(key).map(Ok),
            Meta::List(list) => T::list(list),
            Meta::NameValue(pair) => match ungrouped(&pair.value) {
                Expr::Lit(lit) => match &lit.lit {
                    Lit::Str(text) if text.suffix().is_empty() => T::text(key, text),
                    Lit::Bool(lit) => T::bool(key, lit.value).map(Ok),
                    _ => None,
                },
                Expr::Path(path) => T::path(path),
                _ => None,
            },
        };
        Keyed { key, value: read.unwrap_or_else(|| Err(wrong_form::<T>(meta))) }
    }
}

/// The value is underlined where there is one, else the key.
fn wrong_form<T: Value>(meta: &Meta) -> syn::Error {
    let key = meta.path().to_token_stream().to_string();
    let message = format!("expected {}", T::FORM.replace("key", &key));
    match meta {
        Meta::NameValue(pair) => syn::Error::new_spanned(&pair.value, message),
        _ => syn::Error::new_spanned(meta, message),
    }
}

/// An expression without the invisible delimiters that a `macro_rules!` fragment leaves around it.
fn ungrouped(expr: &Expr) -> &Expr {
    match expr {
        Expr::Group(group) => ungrouped(&group.expr),
        _ => expr,
    }
}

/// `skip`, and `skip = false` to take serde's back.
#[derive(Clone, Copy)]
pub(crate) struct Flag(pub(crate) bool);

impl Value for Flag {
    const FORM: &'static str = "`key`, or `key = false`";

    fn word(_: Span) -> Option<Self> {
        Some(Flag(true))
    }

    fn bool(_: Span, value: bool) -> Option<Self> {
        Some(Flag(value))
    }
}

/// A name in the JSON, and the token that gives it.
#[derive(Clone)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) span: Span,
}

impl Value for Name {
    const FORM: &'static str = "`key = \"name\"`";

    fn text(_: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        Some(Ok(Name { text: text.value(), span: text.span() }))
    }
}

impl Value for CaseRule {
    const FORM: &'static str = "`key = \"camelCase\"`, or another of the eight case rules";

    fn text(_: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        let name = text.value();
        let rule = CaseRule::ALL.iter().find(|(known, _)| *known == name);
        Some(rule.map(|&(_, rule)| rule).ok_or_else(|| {
            let rules = CaseRule::ALL.map(|(known, _)| known);
            let advice = match super::nearest(&name, rules.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("write one of `{}`", rules.join("`, `")),
            };
            let message = format!("`{name}` is not a case rule; {advice}");
            syn::Error::new(text.span(), message)
        }))
    }
}

/// A function, written `path::to::it` or, as in serde, `"path::to::it"`.
pub(crate) struct Function(pub(crate) ExprPath);

impl Value for Function {
    const FORM: &'static str = "`key = path::to::function`";

    fn text(_: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        Some(parse(text, "the path of a function").map(Function))
    }

    fn path(path: &ExprPath) -> Option<syn::Result<Self>> {
        Some(Ok(Function(path.clone())))
    }
}

/// Where a missing field's value comes from.
pub(crate) enum DefaultKey {
    /// `default`: the type's `Default`.
    Trait(Span),
    /// `default = path`: a function.
    Function(ExprPath),
    /// `default = false` takes serde's back.
    Off,
}

impl Value for DefaultKey {
    const FORM: &'static str = "`key`, or `key = path::to::function`";

    fn word(key: Span) -> Option<Self> {
        Some(DefaultKey::Trait(key))
    }

    fn bool(key: Span, value: bool) -> Option<Self> {
        Some(if value { DefaultKey::Trait(key) } else { DefaultKey::Off })
    }

    fn text(key: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        let path = Function::text(key, text)?;
        Some(path.map(|Function(path)| DefaultKey::Function(path)))
    }

    fn path(path: &ExprPath) -> Option<syn::Result<Self>> {
        Some(Ok(DefaultKey::Function(path.clone())))
    }
}

/// What stands in a where-clause.
pub(crate) type Predicates = Punctuated<WherePredicate, Token![,]>;

impl Value for Predicates {
    const FORM: &'static str = "`key = \"T: Trait\"`";

    fn text(_: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        let read = text.parse_with(Predicates::parse_terminated);
        Some(read.map_err(|e| malformed(text, "a list of bounds", &e)))
    }
}

/// The path of the crate, as `crate = …` gives it.
pub(crate) struct CratePath(pub(crate) Path);

impl Value for CratePath {
    const FORM: &'static str = "`key = path::to::fastjson`";

    fn text(_: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        let read = text.parse_with(Path::parse_mod_style);
        Some(read.map(CratePath).map_err(|e| malformed(text, "the path of a crate", &e)))
    }

    fn path(path: &ExprPath) -> Option<syn::Result<Self>> {
        path.qself.is_none().then(|| Ok(CratePath(path.path.clone())))
    }
}

/// A value for each direction: `key = …` gives both, `key(serialize = …, deserialize = …)` one or
/// both. Lists, because the same key may stand several times for different directions.
pub(crate) struct Split<T> {
    pub(crate) encode: Vec<(Span, T)>,
    pub(crate) decode: Vec<(Span, T)>,
}

impl<T: Value + Clone> Value for Split<T> {
    const FORM: &'static str = T::FORM;

    fn text(key: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        Some(
            T::text(key, text)?.map(|value| Split {
                encode: vec![(key, value.clone())],
                decode: vec![(key, value)],
            }),
        )
    }

    fn list(list: &MetaList) -> Option<syn::Result<Self>> {
        Some(read_split(list))
    }
}

fn read_split<T: Value>(list: &MetaList) -> syn::Result<Split<T>> {
    let mut split = Split { encode: Vec::new(), decode: Vec::new() };
    let inner = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)?;
    if inner.is_empty() {
        return Err(wrong_form::<T>(&Meta::List(list.clone())));
    }
    let mut errors = Vec::new();
    for meta in inner {
        let is_written = meta.path().is_ident("serialize");
        if !is_written && !meta.path().is_ident("deserialize") {
            let message = "expected `serialize = …` or `deserialize = …`";
            errors.push(syn::Error::new_spanned(meta.path(), message));
            continue;
        }
        let Keyed { key, value } = Keyed::read(&meta);
        let side = if is_written { &mut split.encode } else { &mut split.decode };
        match value {
            Ok(value) => side.push((key, value)),
            Err(error) => errors.push(error),
        }
    }
    match joined(errors) {
        Some(error) => Err(error),
        None => Ok(split),
    }
}

fn parse<T: syn::parse::Parse>(text: &LitStr, what: &str) -> syn::Result<T> {
    text.parse().map_err(|e| malformed(text, what, &e))
}

/// A string whose contents do not parse: the whole literal is underlined, as no span leads into it.
fn malformed(text: &LitStr, what: &str, error: &syn::Error) -> syn::Error {
    syn::Error::new(text.span(), format!("`{}` is not {what}: {error}", text.value()))
}
