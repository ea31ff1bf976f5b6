//! What may stand behind a key: [`Value`] says how it is read, [`Keyed`] keeps where the key stands.

use darling::FromMeta;
use proc_macro2::Span;
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{
    Expr, ExprLit, ExprPath, ExprUnary, Lifetime, Lit, LitBool, LitStr, Meta, MetaList, Path,
    Token, Type, UnOp, WherePredicate,
};

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
    fn bool(key: Span, value: &LitBool) -> Option<Self> {
        let _ = (key, value);
        None
    }

    /// `key = 7`, `key = -7`
    fn int(text: &str, span: Span) -> Option<syn::Result<Self>> {
        let _ = (text, span);
        None
    }

    /// `key = <expression>`
    fn expr(expr: &Expr) -> Option<Self> {
        let _ = expr;
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
            Meta::NameValue(pair) => {
                let expr = ungrouped(&pair.value);
                T::expr(expr).map(Ok).or_else(|| match expr {
                    Expr::Lit(lit) => match &lit.lit {
                        Lit::Str(text) if text.suffix().is_empty() => T::text(key, text),
                        Lit::Bool(lit) => T::bool(key, lit).map(Ok),
                        Lit::Int(lit) if lit.suffix().is_empty() => {
                            T::int(lit.base10_digits(), lit.span())
                        }
                        _ => None,
                    },
                    Expr::Unary(unary) => {
                        negative(unary).and_then(|(text, span)| T::int(&text, span))
                    }
                    Expr::Path(path) => T::path(path),
                    _ => None,
                })
            }
        };
        Keyed { key, value: read.unwrap_or_else(|| Err(wrong_form::<T>(meta))) }
    }
}

/// `-7`, where the minus sign is an operator.
fn negative(unary: &ExprUnary) -> Option<(String, Span)> {
    match (&unary.op, ungrouped(&unary.expr)) {
        (UnOp::Neg(_), Expr::Lit(ExprLit { lit: Lit::Int(lit), .. }))
            if lit.suffix().is_empty() =>
        {
            Some((format!("-{}", lit.base10_digits()), unary.span()))
        }
        _ => None,
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

    fn bool(_: Span, value: &LitBool) -> Option<Self> {
        Some(Flag(value.value))
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

/// The name of a variant: text, or a number or boolean where the tag is one.
#[derive(Clone)]
pub(crate) struct TagName {
    pub(crate) name: Name,
    /// It stands in the JSON without quotes.
    pub(crate) is_bare: bool,
}

impl Value for TagName {
    const FORM: &'static str = "`key = \"name\"`";

    fn text(key: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        let name = Name::text(key, text)?;
        Some(name.map(|name| TagName { name, is_bare: false }))
    }

    fn int(text: &str, span: Span) -> Option<syn::Result<Self>> {
        let name = Name { text: text.to_owned(), span };
        Some(Ok(TagName { name, is_bare: true }))
    }

    fn bool(_: Span, value: &LitBool) -> Option<Self> {
        let name = Name { text: value.value.to_string(), span: value.span };
        Some(TagName { name, is_bare: true })
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
    const FORM: &'static str = "`key`, `key = path::to::function` or, for the value of a field, `key_value = <expression>`";

    fn word(key: Span) -> Option<Self> {
        Some(DefaultKey::Trait(key))
    }

    fn bool(_: Span, value: &LitBool) -> Option<Self> {
        // (`true` may be meant as the value.)
        (!value.value).then_some(DefaultKey::Off)
    }

    fn text(key: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        let path = Function::text(key, text)?;
        Some(path.map(|Function(path)| DefaultKey::Function(path)))
    }

    fn path(path: &ExprPath) -> Option<syn::Result<Self>> {
        Some(Ok(DefaultKey::Function(path.clone())))
    }
}

/// The value of a missing field, as an expression.
pub(crate) struct DefaultValue(pub(crate) Expr);

impl Value for DefaultValue {
    const FORM: &'static str = "`key = <expression>`";

    fn expr(expr: &Expr) -> Option<Self> {
        Some(DefaultValue(expr.clone()))
    }
}

/// Another type than the item's own.
pub(crate) struct OtherType(pub(crate) Type);

impl Value for OtherType {
    const FORM: &'static str = "`key = \"Type\"`";

    fn text(_: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        Some(parse(text, "a type").map(OtherType))
    }

    fn path(path: &ExprPath) -> Option<syn::Result<Self>> {
        Some(Ok(OtherType(as_type(path))))
    }
}

/// The type of another crate that the item is a definition of.
pub(crate) enum RemoteType {
    Type(Path),
    /// `remote = false` takes serde's back.
    Off,
}

impl Value for RemoteType {
    const FORM: &'static str = "`key = \"path::to::Type\"`";

    fn bool(_: Span, value: &LitBool) -> Option<Self> {
        (!value.value).then_some(RemoteType::Off)
    }

    fn text(_: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        Some(parse(text, "the path of a type").map(RemoteType::Type))
    }

    fn path(path: &ExprPath) -> Option<syn::Result<Self>> {
        path.qself.is_none().then(|| Ok(RemoteType::Type(path.path.clone())))
    }
}

/// A codec, as `as = …` gives it: a type, in which `_` stands for a type's own form.
pub(crate) struct Codec(pub(crate) Type);

impl Value for Codec {
    const FORM: &'static str = "`key = \"Codec\"`";

    fn text(_: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        Some(parse(text, "a type").map(Codec))
    }

    fn path(path: &ExprPath) -> Option<syn::Result<Self>> {
        Some(Ok(Codec(as_type(path))))
    }
}

fn as_type(path: &ExprPath) -> Type {
    Type::Path(syn::TypePath {
        attrs: Vec::new(),
        qself: path.qself.clone(),
        path: path.path.clone(),
    })
}

/// The lifetimes that are borrowed for, if they are told.
pub(crate) struct Borrow(pub(crate) Option<Vec<Lifetime>>);

impl Value for Borrow {
    const FORM: &'static str = "`key`, or `key = \"'a + 'b\"`";

    fn word(_: Span) -> Option<Self> {
        Some(Borrow(None))
    }

    fn text(_: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        let read = text.parse_with(Punctuated::<Lifetime, Token![+]>::parse_separated_nonempty);
        let read = read.map(|lifetimes| Borrow(Some(lifetimes.into_iter().collect())));
        Some(read.map_err(|e| malformed(text, "a list of lifetimes", &e)))
    }
}

/// One of a few words.
trait OneOf: Sized + Copy + 'static {
    const ALL: &'static [(&'static str, Self)];

    fn read(text: &LitStr) -> syn::Result<Self> {
        let word = text.value();
        let found = Self::ALL.iter().find(|(known, _)| *known == word);
        found.map(|&(_, value)| value).ok_or_else(|| {
            let all: Vec<_> = Self::ALL.iter().map(|(known, _)| format!("\"{known}\"")).collect();
            syn::Error::new(text.span(), format!("`{word}` is none of {}", all.join(", ")))
        })
    }
}

/// What a second value of one field is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Duplicates {
    #[default]
    Error,
    First,
    Last,
}

impl OneOf for Duplicates {
    const ALL: &'static [(&'static str, Self)] =
        &[("error", Duplicates::Error), ("first", Duplicates::First), ("last", Duplicates::Last)];
}

impl Value for Duplicates {
    const FORM: &'static str = "`key = \"error\"`, `\"first\"` or `\"last\"`";

    fn text(_: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        Some(Self::read(text))
    }
}

/// What a float that is not finite is in the JSON.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum NonFinite {
    Null,
    Error,
    String,
}

impl OneOf for NonFinite {
    const ALL: &'static [(&'static str, Self)] =
        &[("null", NonFinite::Null), ("error", NonFinite::Error), ("string", NonFinite::String)];
}

impl Value for NonFinite {
    const FORM: &'static str = "`key = \"null\"`, `\"error\"` or `\"string\"`";

    fn text(_: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        Some(Self::read(text))
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

impl<T: Clone> Split<T> {
    fn both(key: Span, value: T) -> Split<T> {
        Split { encode: vec![(key, value.clone())], decode: vec![(key, value)] }
    }
}

impl<T: Value + Clone> Value for Split<T> {
    const FORM: &'static str = T::FORM;

    fn text(key: Span, text: &LitStr) -> Option<syn::Result<Self>> {
        Some(T::text(key, text)?.map(|value| Split::both(key, value)))
    }

    fn bool(key: Span, value: &LitBool) -> Option<Self> {
        Some(Split::both(key, T::bool(key, value)?))
    }

    fn int(text: &str, span: Span) -> Option<syn::Result<Self>> {
        Some(T::int(text, span)?.map(|value| Split::both(span, value)))
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
    let error = error.to_string();
    // What could have stood there instead fills lines.
    let error = error.split(", expected one of").next().unwrap_or(&error);
    syn::Error::new(text.span(), format!("`{}` is not {what}: {error}", text.value()))
}
