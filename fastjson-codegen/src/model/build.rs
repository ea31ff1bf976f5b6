//! Builds the model: both attributes are merged, names are made, defaults are settled.

use quote::ToTokens;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Ident, Index, Member, Path};

use super::{Body, Both, Direction, Fallback, Field, Fields, Item, Shape, Variant, is_on, value};
use crate::Directions;
use crate::attr::value::{DefaultKey, Keyed, Name};
use crate::attr::{ContainerKeys, FieldKeys, Pair, Reader, VariantKeys};
use crate::case::CaseRule;
use crate::errors::Errors;
use crate::types::is_phantom;

impl<'a> Item<'a> {
    /// `None` (and an error) for a union, which has no meaning here.
    pub(crate) fn new(
        errors: &Errors,
        input: &'a DeriveInput,
        directions: Directions,
    ) -> Option<Item<'a>> {
        let mut reader = Reader { errors, directions, reads_serde: true };
        let own: ContainerKeys = reader.own(&input.attrs);
        reader.reads_serde = !is_on(&own.ignore_serde);
        let keys = Pair { own, serde: reader.serde(&input.attrs) };
        let body = match &input.data {
            Data::Struct(data) => Body::Struct(of_struct(&reader, &keys, &data.fields)),
            Data::Enum(data) => {
                let variants = data.variants.iter();
                Body::Enum(variants.map(|ast| of_variant(&reader, &keys, ast)).collect())
            }
            Data::Union(data) => {
                let message = "a union has no JSON form; derive on a struct or an enum";
                errors.at(data.union_token.span, message);
                return None;
            }
        };
        let name = Both::of(|direction| {
            let names = keys.group(|keys| keys.has_names(direction));
            let name = value(&names.rename, direction).cloned();
            name.unwrap_or_else(|| written(&input.ident)).text
        });
        Some(Item {
            ident: &input.ident,
            generics: &input.generics,
            directions,
            runtime: keys.own.krate.as_ref().and_then(Keyed::get).map(|path| path.0.clone()),
            name,
            bound: Both::of(|direction| value(&keys.own.bound, direction).cloned()),
            is_packed: is_packed(input),
            keys,
            body,
        })
    }
}

/// The `crate = …` of an item that has mistakes elsewhere.
pub(crate) fn runtime(input: &DeriveInput) -> Option<Path> {
    let errors = Errors::ignored();
    let reader = Reader { errors: &errors, directions: Directions::BOTH, reads_serde: false };
    let keys: ContainerKeys = reader.own(&input.attrs);
    keys.krate.and_then(|keyed| keyed.value.ok()).map(|path| path.0)
}

fn of_struct<'a>(
    reader: &Reader<'_>,
    container: &Pair<ContainerKeys>,
    ast: &'a syn::Fields,
) -> Fields<'a> {
    let is_transparent = is_on(&container.group(|keys| keys.transparent.is_some()).transparent);
    let default = container.group(|keys| keys.default.is_some());
    // As in serde, a transparent struct asks each of its skipped fields alone.
    let default = if is_transparent { None } else { fallback(&default.default) };
    let mut fields = of_fields(reader, container, ast, &rules(container), default);
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

fn of_variant<'a>(
    reader: &Reader<'_>,
    container: &Pair<ContainerKeys>,
    ast: &'a syn::Variant,
) -> Variant<'a> {
    let keys: Pair<VariantKeys> = reader.pair(&ast.attrs);
    let of_container = rules(container);
    let of_fields_of = Both::of(|direction| {
        let names = keys.group(|keys| keys.has_names(direction));
        value(&names.rename_all, direction).copied()
    });
    let name = Both::of(|direction| {
        let names = keys.group(|keys| keys.has_names(direction));
        let rule = *of_container.get(direction);
        let own = written(&ast.ident);
        value(&names.rename, direction).cloned().unwrap_or_else(|| match rule {
            Some(rule) => Name { text: rule.variant(&own.text), ..own },
            None => own,
        })
    });
    Variant {
        ident: &ast.ident,
        name_in_rust: written(&ast.ident).text,
        name,
        aliases: aliases(&keys.group(|keys| keys.has_names(Direction::Decode)).alias),
        skip: Both::of(|d| keys.group(|keys| keys.has_skip(d)).skips(d)),
        bound: Both::of(|direction| value(&keys.own.bound, direction).cloned()),
        fields: of_fields(reader, container, &ast.fields, &of_fields_of, None),
        keys,
    }
}

fn of_fields<'a>(
    reader: &Reader<'_>,
    container: &Pair<ContainerKeys>,
    ast: &'a syn::Fields,
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
        list.map(|(i, ast)| of_field(reader, i, ast, rules, has_default)).collect();
    if let (Shape::Newtype, [field]) = (shape, &mut *list) {
        // As in serde, the value itself is always there. (`check` rejects our own keys that say otherwise.)
        field.skip_if = None;
        field.fallback.take_if(|_| !field.skip.decode);
    }
    let deny = container.group(|keys| keys.deny_unknown_fields.is_some());
    Fields { shape, list, default, deny_unknown: is_on(&deny.deny_unknown_fields) }
}

fn of_field<'a>(
    reader: &Reader<'_>,
    i: usize,
    ast: &'a syn::Field,
    rules: &Both<Option<CaseRule>>,
    container_has_default: bool,
) -> Field<'a> {
    let keys: Pair<FieldKeys> = reader.pair(&ast.attrs);
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
    let skip = Both::of(|direction| keys.group(|keys| keys.has_skip(direction)).skips(direction));
    let default = keys.group(|keys| keys.default.is_some());
    let fallback = match fallback(&default.default) {
        None if container_has_default => Some(Fallback::Container),
        None if skip.decode => Some(Fallback::Trait(ast.ty.span())),
        fallback => fallback,
    };
    let skip_if = &keys.group(|keys| keys.has_skip(Direction::Encode)).skip_serializing_if;
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
        skip_if: skip_if.as_ref().and_then(Keyed::get).map(|function| function.0.clone()),
        fallback,
        bound: Both::of(|direction| value(&keys.own.bound, direction).cloned()),
        keys,
    }
}

/// The name of an identifier, without `r#`.
fn written(ident: &Ident) -> Name {
    Name { text: ident.unraw().to_string(), span: ident.span() }
}

/// The container's case rules: for the fields of a struct, for the variants of an enum.
fn rules(container: &Pair<ContainerKeys>) -> Both<Option<CaseRule>> {
    Both::of(|direction| {
        let names = container.group(|keys| keys.has_names(direction));
        value(&names.rename_all, direction).copied()
    })
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

fn is_packed(input: &DeriveInput) -> bool {
    let mut reprs = input.attrs.iter().filter(|attr| attr.path().is_ident("repr"));
    reprs.any(|attr| attr.meta.to_token_stream().to_string().contains("packed"))
}
