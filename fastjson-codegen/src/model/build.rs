//! Builds the model: both attributes are merged, names are made, defaults are settled.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{
    Attribute, Data, DeriveInput, ExprPath, Ident, Index, Member, Path, PathArguments, parse_quote,
    parse_quote_spanned,
};

use super::codec::{self, Around};
use super::{
    Body, Both, Call, Codec, Conversion, Direction, Fallback, Field, Fields, Item, Remote,
    Representation, Shape, Variant, is_on, value,
};
use crate::Directions;
use crate::attr::value::{DefaultKey, Keyed, Name, OtherType, RemoteType, TagName};
use crate::attr::{ContainerKeys, FieldKeys, Pair, Reader, VariantKeys};
use crate::case::CaseRule;
use crate::errors::Errors;
use crate::types::{is_option, is_phantom, mentions};

impl<'a> Item<'a> {
    /// `None` (and an error) for a union, which has no meaning here.
    pub(crate) fn new(
        errors: &Errors,
        input: &'a DeriveInput,
        directions: Directions,
    ) -> Option<Item<'a>> {
        let mut reader = Reader { errors, reads_serde: true };
        let own: ContainerKeys = reader.own(&input.attrs);
        reader.reads_serde = !is_on(&own.ignore_serde);
        let keys = Pair { own, serde: reader.serde(&input.attrs) };
        let lifetimes: Vec<_> = input.generics.lifetimes().map(|param| &param.lifetime).collect();
        let remote = remote(&keys, input);
        let this = remote.as_ref().map_or_else(|| quote!(Self), |remote| remote.ty.clone());
        let container = Container {
            reader: &reader,
            keys: &keys,
            lifetimes: &lifetimes,
            this: &this,
            is_remote: remote.is_some(),
        };
        let body = match &input.data {
            Data::Struct(data) => Body::Struct(container.of_struct(&data.fields)),
            Data::Enum(data) => {
                let variants = data.variants.iter();
                Body::Enum(variants.map(|ast| container.of_variant(ast)).collect())
            }
            Data::Union(data) => {
                let message = "a union has no JSON form; derive on a struct or an enum";
                errors.at(data.union_token.span, message);
                return None;
            }
        };
        let is_identifier =
            is_on(&keys.group(|keys| keys.field_identifier.is_some()).field_identifier)
                || is_on(&keys.group(|keys| keys.variant_identifier.is_some()).variant_identifier);
        let body = match body {
            // As in serde, the last variant of an identifier takes all other names if it can hold one.
            Body::Enum(mut variants) if is_identifier => {
                if let Some(last) = variants.last_mut() {
                    last.is_other |= last.fields.shape == Shape::Newtype;
                }
                Body::Enum(variants)
            }
            body => body,
        };
        let name = Both::of(|direction| {
            let names = keys.group(|keys| keys.has_names(direction));
            let name = value(&names.rename, direction).cloned();
            name.unwrap_or_else(|| written(&input.ident)).text
        });
        Some(Item {
            ident: &input.ident,
            generics: &input.generics,
            visibility: &input.vis,
            directions,
            runtime: keys.own.krate.as_ref().and_then(Keyed::get).map(|path| path.0.clone()),
            name,
            bound: Both::of(|direction| value(&keys.own.bound, direction).cloned()),
            allows_deprecated: input.attrs.iter().any(allows_deprecated),
            speaks_to_serde: speaks_to_serde(input),
            is_packed: is_packed(input),
            representation: representation(&keys, input),
            conversion: conversion(&keys),
            expecting: text(&keys.group(|keys| keys.expecting.is_some()).expecting),
            is_identifier,
            remote,
            keys,
            body,
        })
    }
}

/// What is to be known of an item that has mistakes elsewhere.
pub(crate) struct Outline {
    /// The `crate = …`.
    pub(crate) runtime: Option<Path>,
    /// It is a definition of another type.
    pub(crate) is_remote: bool,
}

impl Outline {
    pub(crate) fn new(input: &DeriveInput) -> Outline {
        let errors = Errors::ignored();
        let mut reader = Reader { errors: &errors, reads_serde: true };
        let own: ContainerKeys = reader.own(&input.attrs);
        reader.reads_serde = !is_on(&own.ignore_serde);
        let keys = Pair { own, serde: reader.serde(&input.attrs) };
        let is_remote = keys.is_remote();
        Outline {
            runtime: keys.own.krate.and_then(|keyed| keyed.value.ok()).map(|path| path.0),
            is_remote,
        }
    }
}

/// What a name key says.
fn text(key: &Option<Keyed<Name>>) -> Option<String> {
    Some(key.as_ref()?.get()?.text.clone())
}

fn representation(keys: &Pair<ContainerKeys>, input: &DeriveInput) -> Representation {
    let keys = keys.group(ContainerKeys::has_representation);
    let name = |key: &Option<Keyed<Name>>| key.as_ref().and_then(Keyed::get).cloned();
    match (name(&keys.tag), name(&keys.content)) {
        _ if is_on(&keys.repr) => Representation::Repr(repr(input)),
        (Some(tag), Some(content)) => Representation::Adjacent { tag, content },
        (Some(tag), None) => Representation::Internal { tag },
        _ if is_on(&keys.untagged) => Representation::Untagged,
        _ => Representation::External,
    }
}

fn conversion(keys: &Pair<ContainerKeys>) -> Conversion {
    let of = |key: &Option<Keyed<OtherType>>| Some(key.as_ref()?.get()?.0.clone());
    let decode = keys.group(|keys| keys.has_shape(Direction::Decode));
    let encode = keys.group(|keys| keys.has_shape(Direction::Encode));
    Conversion {
        from: of(&decode.from).or_else(|| of(&decode.try_from)),
        is_fallible: decode.from.is_none(),
        into: of(&encode.into),
    }
}

/// The integer type of `#[repr(…)]`; `isize`, if there is none.
fn repr(input: &DeriveInput) -> Ident {
    const INTEGERS: [&str; 12] =
        ["u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize"];
    let mut found = Ident::new("isize", Span::call_site());
    for attr in input.attrs.iter().filter(|attr| attr.path().is_ident("repr")) {
        // What rustc makes of the attribute is its own business.
        let _ = attr.parse_nested_meta(|meta| {
            if let Some(ident) = meta.path.get_ident()
                && INTEGERS.iter().any(|known| ident == known)
            {
                found = ident.clone();
            }
            Ok(())
        });
    }
    found
}

/// The type of another crate that the item is a definition of. As in serde, it has the item's parameters if none are written.
fn remote(keys: &Pair<ContainerKeys>, input: &DeriveInput) -> Option<Remote> {
    let key = keys.group(|keys| keys.remote.is_some()).remote.as_ref()?;
    let Some(RemoteType::Type(path)) = key.get() else { return None };
    let mut path = path.clone();
    for segment in &mut path.segments {
        if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
            arguments.colon2_token.get_or_insert_default();
        }
    }
    if path.is_ident("Self") {
        let mut ident = input.ident.clone();
        ident.set_span(ident.span().located_at(path.span()));
        path = ident.into();
    }
    let (_, params, _) = input.generics.split_for_impl();
    let params = params.as_turbofish();
    let has_own = path.segments.last().is_some_and(|last| !last.arguments.is_none());
    let is_non_exhaustive = input.attrs.iter().any(|attr| attr.path().is_ident("non_exhaustive"));
    Some(Remote {
        ty: if has_own { quote!(#path) } else { quote!(#path #params) },
        visibility: input.vis.clone(),
        is_non_exhaustive,
    })
}

/// What the parts of an item are built from.
struct Container<'b> {
    reader: &'b Reader<'b>,
    keys: &'b Pair<ContainerKeys>,
    lifetimes: &'b [&'b syn::Lifetime],
    /// What stands before a struct's fields where one is made.
    this: &'b TokenStream,
    is_remote: bool,
}

impl Container<'_> {
    fn of_struct<'a>(&self, ast: &'a syn::Fields) -> Fields<'a> {
        let is_transparent = is_on(&self.keys.group(|keys| keys.transparent.is_some()).transparent);
        let default = self.keys.group(|keys| keys.default.is_some());
        // As in serde, a transparent struct asks each of its skipped fields alone.
        let default = if is_transparent { None } else { fallback(&default.default) };
        let mut fields = self.of_fields(ast, self.this.clone(), &self.rules(), default);
        if fields.shape == Shape::Newtype && !is_transparent {
            // In a struct it cannot even be skipped.
            for field in &mut fields.list {
                field.skip = Both::default();
                field.fallback = None;
            }
        }
        if is_transparent {
            fields.shape = Shape::Transparent;
            for field in fields.list.iter_mut().filter(|field| is_phantom(field.ty)) {
                field.fallback.get_or_insert(Fallback::Trait(field.ty.span()));
            }
        }
        fields
    }

    fn of_variant<'a>(&self, ast: &'a syn::Variant) -> Variant<'a> {
        let keys: Pair<VariantKeys> = self.reader.pair(&ast.attrs);
        let of_container = self.rules();
        let of_fields_of = Both::of(|direction| {
            let names = keys.group(|keys| keys.has_names(direction));
            value(&names.rename_all, direction).copied().or_else(|| {
                let names = self.keys.group(|keys| keys.has_names(direction));
                value(&names.rename_all_fields, direction).copied()
            })
        });
        let renamed = Both::of(|direction| {
            let names = keys.group(|keys| keys.has_names(direction));
            value(&names.rename, direction).cloned()
        });
        let name = Both::of(|direction| {
            let rule = *of_container.get(direction);
            let own = written(&ast.ident);
            let renamed = renamed.get(direction).as_ref();
            renamed.map(|TagName { name, .. }| name.clone()).unwrap_or_else(|| match rule {
                Some(rule) => Name { text: rule.variant(&own.text), ..own },
                None => own,
            })
        });
        let is_bare = Both::of(|d| renamed.get(d).as_ref().is_some_and(|name| name.is_bare));
        let untagged = &keys.group(|keys| keys.untagged.is_some()).untagged;
        let (this, ident) = (self.this, &ast.ident);
        let fields = self.of_fields(&ast.fields, quote!(#this::#ident), &of_fields_of, None);
        let codec = Both::of(|direction| codec::of_variant(&keys, direction));
        Variant {
            ident: &ast.ident,
            name_in_rust: written(&ast.ident).text,
            name,
            is_bare,
            aliases: aliases(&keys.group(|keys| keys.has_names(Direction::Decode)).alias),
            skip: Both::of(|d| keys.group(|keys| keys.has_skip(d)).skips(d)),
            bound: Both::of(|direction| value(&keys.own.bound, direction).cloned()),
            discriminant: ast.discriminant.as_ref().map(|(_, value)| value),
            is_untagged: is_on(untagged),
            is_other: is_on(&keys.group(|keys| keys.other.is_some()).other),
            is_default: is_on(&keys.own.default),
            codec,
            fields,
            keys,
        }
    }

    fn of_fields<'a>(
        &self,
        ast: &'a syn::Fields,
        path: TokenStream,
        rules: &Both<Option<CaseRule>>,
        default: Option<Fallback>,
    ) -> Fields<'a> {
        let shape = match ast {
            syn::Fields::Named(_) => Shape::Named,
            syn::Fields::Unnamed(fields) if fields.unnamed.len() == 1 => Shape::Newtype,
            syn::Fields::Unnamed(_) => Shape::Tuple,
            syn::Fields::Unit => Shape::Unit,
        };
        let has_default = default.is_some();
        let list = ast.iter().enumerate();
        let mut list: Vec<_> =
            list.map(|(i, ast)| self.of_field(i, ast, rules, has_default)).collect();
        if let (Shape::Newtype, [field]) = (shape, &mut *list) {
            // As in serde, the value itself is always there. (`check` rejects our own keys that say otherwise.)
            field.skip_if = None;
            field.fallback.take_if(|_| !field.skip.decode);
        }
        let keys = self.keys;
        let deny = keys.group(|keys| keys.deny_unknown_fields.is_some());
        let duplicates = keys.own.duplicate_fields.as_ref().and_then(Keyed::get);
        Fields {
            shape,
            path,
            list,
            default,
            deny_unknown: is_on(&deny.deny_unknown_fields),
            case_insensitive: is_on(&keys.own.case_insensitive),
            duplicates: duplicates.copied().unwrap_or_default(),
        }
    }

    fn of_field<'a>(
        &self,
        i: usize,
        ast: &'a syn::Field,
        rules: &Both<Option<CaseRule>>,
        container_has_default: bool,
    ) -> Field<'a> {
        let keys: Pair<FieldKeys> = self.reader.pair(&ast.attrs);
        let own = match &ast.ident {
            Some(ident) => written(ident),
            None => Name { text: i.to_string(), span: ast.ty.span() },
        };
        let name = Both::of(|direction| {
            let names = keys.group(|keys| keys.has_names(direction));
            value(&names.rename, direction).cloned().unwrap_or_else(|| match rules.get(direction) {
                Some(rule) => Name { text: rule.field(&own.text), span: own.span },
                None => own.clone(),
            })
        });
        let skip =
            Both::of(|direction| keys.group(|keys| keys.has_skip(direction)).skips(direction));
        let flatten = &keys.group(|keys| keys.flatten.is_some()).flatten;
        let flatten = flatten.as_ref().filter(|_| is_on(flatten)).map(|flatten| flatten.key);
        let default = keys.group(FieldKeys::has_default);
        let own_value = default.default_value.as_ref().and_then(Keyed::get);
        let own_value = own_value.map(|value| Fallback::Value(Box::new(value.0.clone())));
        let fallback = match own_value.or_else(|| fallback(&default.default)) {
            // As in serde, the container's default does not reach into flattened fields.
            None if container_has_default && flatten.is_none() => Some(Fallback::Container),
            None if skip.decode => Some(Fallback::Trait(ast.ty.span())),
            fallback => fallback,
        };
        let around = Around {
            speaks_serde: is_on(&self.keys.own.serde),
            lifetimes: self.lifetimes,
            is_named: ast.ident.is_some(),
        };
        let codec = Both::of(|direction| codec::of_field(&keys, direction, &ast.ty, around));
        let bound = Both::of(|direction| {
            // A function with serde's signature may need serde's bounds.
            let is_serde = matches!(codec.get(direction), Codec::Call(Call { is_serde: true, .. }));
            let serde = is_serde.then(|| value(&keys.serde.bound, direction)).flatten();
            value(&keys.own.bound, direction).or(serde).cloned()
        });
        let borrow = keys.group(|keys| keys.borrow.is_some()).borrow.as_ref();
        let validate = keys.own.validate.as_ref().and_then(Keyed::get);
        let getter = keys.group(|keys| keys.getter.is_some()).getter.as_ref();
        let getter = getter.and_then(Keyed::get).filter(|_| self.is_remote);
        Field {
            ty: &ast.ty,
            member: match &ast.ident {
                Some(ident) => Member::Named(ident.clone()),
                None => Member::Unnamed(Index::from(i)),
            },
            name_in_rust: own.text.clone(),
            name,
            aliases: aliases(&keys.group(|keys| keys.has_names(Direction::Decode)).alias),
            skip,
            skip_if: self.skip_if(&keys, &ast.ty, ast.ident.is_some() && flatten.is_none()),
            fallback,
            codec,
            flatten,
            is_tag: is_on(&keys.own.tag),
            validate: validate.map(|function| function.0.clone()),
            is_remote: self.is_remote,
            getter: getter.map(|function| function.0.clone()),
            says_borrow: borrow.is_some(),
            borrow: borrow.and_then(Keyed::get).and_then(|borrow| borrow.0.clone()),
            bound,
            keys,
        }
    }

    /// The function that says whether a field is left out.
    fn skip_if(&self, keys: &Pair<FieldKeys>, ty: &syn::Type, is_named: bool) -> Option<ExprPath> {
        let group = keys.group(|keys| keys.has_skip(Direction::Encode));
        if let Some(function) = group.skip_serializing_if.as_ref().and_then(Keyed::get) {
            return Some(function.0.clone());
        }
        if is_on(&group.omit_empty) {
            let span = Span::call_site().located_at(ty.span());
            return Some(parse_quote_spanned!(span=> __fj::OmitEmpty::is_empty_value));
        }
        let is_nested = codec::is_apart(keys, ty);
        let skips_none = is_on(&self.keys.own.skip_none) && is_option(ty);
        (is_named && (skips_none || is_nested)).then(|| parse_quote!(__fj::Option::is_none))
    }

    /// The container's case rules: for the fields of a struct, for the variants of an enum.
    fn rules(&self) -> Both<Option<CaseRule>> {
        Both::of(|direction| {
            let names = self.keys.group(|keys| keys.has_names(direction));
            value(&names.rename_all, direction).copied()
        })
    }
}

/// The name of an identifier, without `r#`.
fn written(ident: &Ident) -> Name {
    Name { text: ident.unraw().to_string(), span: ident.span() }
}

fn aliases(keys: &[Keyed<Name>]) -> Vec<Name> {
    keys.iter().filter_map(Keyed::get).cloned().collect()
}

fn fallback(key: &Option<Keyed<DefaultKey>>) -> Option<Fallback> {
    match key.as_ref()?.get()? {
        DefaultKey::Trait(span) => Some(Fallback::Trait(*span)),
        DefaultKey::Function(path) => Some(Fallback::Function(path.clone())),
        DefaultKey::Off => None,
    }
}

/// `#[allow(deprecated)]`, or `#[expect(…)]` of the same.
fn allows_deprecated(attr: &Attribute) -> bool {
    let is_level = attr.path().is_ident("allow") || attr.path().is_ident("expect");
    let is_lint = |ident: &Ident, _: bool| ident == "deprecated" || ident == "warnings";
    is_level && mentions(attr.meta.to_token_stream(), &is_lint)
}

fn speaks_to_serde(input: &DeriveInput) -> bool {
    let is_serdes = |attrs: &[Attribute]| attrs.iter().any(|attr| attr.path().is_ident("serde"));
    let of_fields = |fields: &syn::Fields| fields.iter().any(|field| is_serdes(&field.attrs));
    let of_body = match &input.data {
        Data::Struct(data) => of_fields(&data.fields),
        Data::Enum(data) => {
            data.variants.iter().any(|v| is_serdes(&v.attrs) || of_fields(&v.fields))
        }
        Data::Union(_) => false,
    };
    is_serdes(&input.attrs) || of_body
}

fn is_packed(input: &DeriveInput) -> bool {
    let mut reprs = input.attrs.iter().filter(|attr| attr.path().is_ident("repr"));
    reprs.any(|attr| attr.meta.to_token_stream().to_string().contains("packed"))
}
