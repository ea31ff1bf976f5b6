//! No two fields of an object, and no two variants of an enum, may have one name.

use crate::Directions;
use crate::attr::value::Name;
use crate::errors::Errors;
use crate::model::{Body, Both, Item, Shape};

pub(super) fn fields_have_different_names(errors: &Errors, item: &Item<'_>) {
    for fields in item.fields().into_iter().filter(|fields| fields.shape == Shape::Named) {
        let named = fields.list.iter().map(|field| Named {
            own: &field.name_in_rust,
            names: names(item.directions, &field.name, field.skip),
            aliases: &field.aliases,
        });
        clashes(errors, "field", &named.collect::<Vec<_>>());
    }
}

pub(super) fn variants_have_different_names(errors: &Errors, item: &Item<'_>) {
    let Body::Enum(variants) = &item.body else { return };
    let named = variants.iter().map(|variant| Named {
        own: &variant.name_in_rust,
        names: names(item.directions, &variant.name, variant.skip),
        aliases: &variant.aliases,
    });
    clashes(errors, "variant", &named.collect::<Vec<_>>());
}

/// A field or variant, and its names in the JSON.
struct Named<'a> {
    own: &'a str,
    /// The name, for each direction in which it is used.
    names: Both<Option<&'a Name>>,
    aliases: &'a [Name],
}

fn names(derived: Directions, name: &Both<Name>, skip: Both<bool>) -> Both<Option<&Name>> {
    Both {
        encode: (derived.encode && !skip.encode).then_some(&name.encode),
        decode: (derived.decode && !skip.decode).then_some(&name.decode),
    }
}

fn clashes(errors: &Errors, what: &str, all: &[Named<'_>]) {
    for (i, second) in all.iter().enumerate() {
        let clash = Both::of(|direction| {
            let name = (*second.names.get(direction))?;
            let has_it = |first: &&Named<'_>| {
                first.names.get(direction).is_some_and(|first| first.text == name.text)
            };
            let first = all[..i].iter().find(has_it)?;
            Some((name, first.own))
        });
        let report = |(name, first): (&Name, &str), when: &str| {
            let (own, text) = (second.own, &name.text);
            let message = format!(
                "{what} `{own}` is called `{text}`{when}, and so is {what} `{first}`; rename one of them"
            );
            errors.at(name.span, message);
        };
        match (clash.encode, clash.decode) {
            (Some(written), Some(read)) if written.0.text == read.0.text => report(written, ""),
            (written, read) => {
                written.into_iter().for_each(|clash| report(clash, " when written"));
                read.into_iter().for_each(|clash| report(clash, " when read"));
            }
        }
        if let Some(name) = second.names.decode {
            alias_clashes(errors, what, all, i, name);
        }
    }
}

/// The aliases of one field or variant against the names of all others, and the aliases of those before it.
fn alias_clashes(errors: &Errors, what: &str, all: &[Named<'_>], i: usize, own: &Name) {
    let second = &all[i];
    for alias in second.aliases.iter().filter(|alias| alias.text != own.text) {
        let is_name = |(j, other): &(usize, &Named<'_>)| {
            *j != i && other.names.decode.is_some_and(|name| name.text == alias.text)
        };
        let is_alias = |(j, other): &(usize, &Named<'_>)| {
            let is_read = *j < i && other.names.decode.is_some();
            is_read && other.aliases.iter().any(|other| other.text == alias.text)
        };
        let others = || all.iter().enumerate();
        let (of, other) = match (others().find(is_name), others().find(is_alias)) {
            (Some((_, other)), _) => ("the name", other),
            (None, Some((_, other))) => ("an alias", other),
            (None, None) => continue,
        };
        let message = format!(
            "alias `{}` of {what} `{}` is {of} of {what} `{}`, too; drop one of them",
            alias.text, second.own, other.own
        );
        errors.at(alias.span, message);
    }
}
