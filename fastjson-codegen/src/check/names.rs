//! No two fields of an object, and no two variants of an enum, may have one name.

use crate::attr::value::Name;
use crate::errors::Errors;
use crate::model::{Both, Direction, Item, Representation, Shape};

pub(super) fn fields_have_different_names(errors: &Errors, item: &Item<'_>) {
    for fields in item.fields().into_iter().filter(|fields| fields.shape == Shape::Named) {
        // The members of flattened fields and the tag have names of their own.
        let named = fields.list.iter().filter(|field| field.flatten.is_none() && !field.is_tag);
        let named = named.map(|field| Named {
            own: &field.name_in_rust,
            names: names(item, &field.name, field.skip),
            aliases: &field.aliases,
            is_bare: Both::default(),
        });
        clashes(errors, "field", &named.collect::<Vec<_>>(), fields.case_insensitive);
    }
}

pub(super) fn variants_have_different_names(errors: &Errors, item: &Item<'_>) {
    if matches!(item.representation, Representation::Repr(_)) {
        return;
    }
    let named = item.variants().iter().filter(|variant| !item.is_untagged(variant));
    let named = named.map(|variant| Named {
        own: &variant.name_in_rust,
        names: names(item, &variant.name, variant.skip),
        aliases: &variant.aliases,
        is_bare: variant.is_bare,
    });
    clashes(errors, "variant", &named.collect::<Vec<_>>(), false);
}

/// A field or variant, and its names in the JSON.
struct Named<'a> {
    own: &'a str,
    /// The name, for each direction in which it is used.
    names: Both<Option<&'a Name>>,
    aliases: &'a [Name],
    /// The name is a number or boolean, which is another thing than the text of it.
    is_bare: Both<bool>,
}

fn names<'n>(item: &Item<'_>, name: &'n Both<Name>, skip: Both<bool>) -> Both<Option<&'n Name>> {
    let (encode, decode) = (item.uses_body(Direction::Encode), item.uses_body(Direction::Decode));
    Both {
        encode: (encode && !skip.encode).then_some(&name.encode),
        decode: (decode && !skip.decode).then_some(&name.decode),
    }
}

/// Whether two names are read as one.
fn are_same(a: &str, b: &str, ignores_case: bool) -> bool {
    if ignores_case { a.eq_ignore_ascii_case(b) } else { a == b }
}

/// `ignores_case` is about reading.
fn clashes(errors: &Errors, what: &str, all: &[Named<'_>], ignores_case: bool) {
    for (i, second) in all.iter().enumerate() {
        let clash = Both::of(|direction| {
            let name = (*second.names.get(direction))?;
            let has_it = |first: &&Named<'_>| {
                let ignores_case = ignores_case && direction == Direction::Decode;
                first.is_bare.get(direction) == second.is_bare.get(direction)
                    && first
                        .names
                        .get(direction)
                        .is_some_and(|first| are_same(&first.text, &name.text, ignores_case))
            };
            let first = all[..i].iter().find(has_it)?;
            Some((name, first.own, (*first.names.get(direction))?))
        });
        let report = |(name, first, other): (&Name, &str, &Name), when: &str| {
            let (own, text, other) = (second.own, &name.text, &other.text);
            let message = if text == other {
                format!(
                    "{what} `{own}` is called `{text}`{when}, and so is {what} `{first}`; rename one of them"
                )
            } else {
                format!(
                    "{what} `{own}` is called `{text}`{when} and {what} `{first}` `{other}`, which is one name under `case_insensitive`; rename one of them"
                )
            };
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
            alias_clashes(errors, what, all, i, name, ignores_case);
        }
    }
}

/// The aliases of one field or variant against the names of all others, and the aliases of those before it.
fn alias_clashes(
    errors: &Errors,
    what: &str,
    all: &[Named<'_>],
    i: usize,
    own: &Name,
    ignores_case: bool,
) {
    let is = |name: &Name, alias: &Name| are_same(&name.text, &alias.text, ignores_case);
    let second = &all[i];
    for alias in second.aliases.iter().filter(|alias| alias.text != own.text) {
        let is_name = |(j, other): &(usize, &Named<'_>)| {
            // Aliases are text.
            *j != i
                && !other.is_bare.decode
                && other.names.decode.is_some_and(|name| is(name, alias))
        };
        let is_alias = |(j, other): &(usize, &Named<'_>)| {
            let is_read = *j < i && other.names.decode.is_some();
            is_read && other.aliases.iter().any(|other| is(other, alias))
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
