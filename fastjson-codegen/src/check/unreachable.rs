//! Untagged variants that are never read, because an earlier one takes all that they could. Only what the written types
//! show for certain is said, and only under our own key: serde lets such variants pass.

use quote::ToTokens;
use syn::Type;

use crate::attr::value::Duplicates;
use crate::errors::Errors;
use crate::model::{Codec, Direction, Field, Fields, Item, Representation, Shape, Variant, is_on};
use crate::types::{argument, bare, is_option};

pub(super) fn later_variants_are_reached(errors: &Errors, item: &Item<'_>) {
    if !item.uses_body(Direction::Decode) || item.is_identifier {
        return;
    }
    let all =
        matches!(item.representation, Representation::Untagged) && is_on(&item.keys.own.untagged);
    let is_tried = |variant: &&Variant<'_>| {
        (all || (variant.is_untagged && is_on(&variant.keys.own.untagged)))
            && !variant.skip.decode
            && variant.codec.decode.is_none()
    };
    let tried: Vec<&Variant<'_>> = item.variants().iter().filter(is_tried).collect();
    for (i, later) in tried.iter().enumerate() {
        let earlier = tried[..i].iter().find(|earlier| takes(earlier, later));
        if let Some(earlier) = earlier {
            let message = format!(
                "variant `{}` is never read: `{}` before it takes all that it could; put it before that one, or drop it",
                later.name_in_rust, earlier.name_in_rust
            );
            errors.on(later.ident, message);
        }
    }
}

/// Whether the earlier variant takes every value that the later one could.
fn takes(earlier: &Variant<'_>, later: &Variant<'_>) -> bool {
    let (before, after) = (&earlier.fields, &later.fields);
    match (earlier.shape(Direction::Decode), later.shape(Direction::Decode)) {
        (Shape::Unit, Shape::Unit) => true,
        (Shape::Newtype, Shape::Unit) => {
            before.list.first().is_some_and(|f| is_plain(f) && (is_option(f.ty) || is_any(f.ty)))
        }
        (Shape::Newtype, Shape::Newtype) => match (before.list.first(), after.list.first()) {
            (Some(a), Some(b)) => is_plain(a) && is_read_as_its_type(b) && holds(a.ty, b.ty),
            _ => false,
        },
        (Shape::Newtype, _) => before.list.first().is_some_and(|f| is_plain(f) && is_any(f.ty)),
        (Shape::Tuple, Shape::Tuple) => {
            let same = before.list.len() == after.list.len();
            let all_plain = before.list.iter().all(|f| is_plain(f) && f.fallback.is_none());
            let pairs = before.list.iter().zip(&after.list);
            same && all_plain
                && pairs.clone().all(|(_, b)| is_read_as_its_type(b) && b.fallback.is_none())
                && pairs.clone().all(|(a, b)| holds(a.ty, b.ty))
        }
        (Shape::Named, Shape::Named) => takes_objects(before, after),
        _ => false,
    }
}

/// Each field of the earlier one is a field of the later one: same name, same type, and required if it is.
fn takes_objects(before: &Fields<'_>, after: &Fields<'_>) -> bool {
    let is_simple = |fields: &Fields<'_>| {
        !fields.case_insensitive
            && fields.duplicates == Duplicates::Error
            && fields.list.iter().all(|f| f.flatten.is_none() && !f.is_tag)
    };
    let read = |fields: &Fields<'_>| fields.list.iter().filter(|f| !f.skip.decode).count();
    let denies = before.deny_unknown && read(before) != read(after);
    is_simple(before)
        && is_simple(after)
        && !denies
        && before.list.iter().filter(|field| !field.skip.decode).all(|a| {
            let b = after.list.iter().find(|b| !b.skip.decode && names(a) == names(b));
            b.is_some_and(|b| {
                let is_missing = b.fallback.is_some() && a.fallback.is_none();
                is_plain(a) && is_read_as_its_type(b) && !is_missing && is_same(a.ty, b.ty)
            })
        })
}

fn names<'f>(field: &'f Field<'_>) -> Vec<&'f str> {
    let names = std::iter::once(&field.name.decode).chain(&field.aliases);
    let mut names: Vec<&str> = names.map(|name| name.text.as_str()).collect();
    names.sort_unstable();
    names
}

/// Nothing can refuse what the type's own impl reads.
fn is_plain(field: &Field<'_>) -> bool {
    field.validate.is_none() && matches!(field.codec.decode, Codec::Own)
}

/// What it is read from is what its type's own impl reads, or less.
fn is_read_as_its_type(field: &Field<'_>) -> bool {
    matches!(field.codec.decode, Codec::Own)
}

fn is_same(a: &Type, b: &Type) -> bool {
    bare(a).to_token_stream().to_string() == bare(b).to_token_stream().to_string()
}

/// Whether all values of `b` are values of `a`, as they stand in the text.
fn holds(a: &Type, b: &Type) -> bool {
    if is_same(a, b) || is_any(a) {
        return true;
    }
    if is_option(a) && argument(a).is_some_and(|of| holds(of, b)) {
        return true;
    }
    let (Some(a), Some(b)) = (word(a), word(b)) else { return false };
    let integer = |word: &str| -> Option<(bool, u32)> {
        let bits = word.get(1..)?.parse().ok()?;
        match word.as_bytes()[0] {
            b'u' => Some((false, bits)),
            b'i' => Some((true, bits)),
            _ => None,
        }
    };
    match (a.as_str(), b.as_str()) {
        ("String", "char" | "str") => true,
        ("f64", "f32") => true,
        ("f64", b) => integer(b).is_some(),
        (a, b) => match (integer(a), integer(b)) {
            (Some((false, wide)), Some((false, narrow))) => wide >= narrow,
            (Some((true, wide)), Some((true, narrow))) => wide >= narrow,
            (Some((true, wide)), Some((false, narrow))) => wide > narrow,
            _ => false,
        },
    }
}

/// The one word that a type is, also behind a reference.
fn word(ty: &Type) -> Option<String> {
    match bare(ty) {
        Type::Reference(reference) => word(&reference.elem),
        Type::Path(path) if path.qself.is_none() => Some(path.path.get_ident()?.to_string()),
        _ => None,
    }
}

/// Types that any value is read into.
fn is_any(ty: &Type) -> bool {
    let Type::Path(path) = bare(ty) else { return false };
    let path: Vec<String> = path.path.segments.iter().map(|part| part.ident.to_string()).collect();
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    matches!(path[..], ["serde_json", "Value"] | ["fastjson", "Value" | "RawJson"])
}
