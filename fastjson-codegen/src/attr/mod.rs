//! From attributes to keys: what is written at a container, a variant or a field, under `#[fastjson(…)]` and
//! under `#[serde(…)]`, still apart and with every span kept.
//!
//! The receivers are darling's. Each key is one field of a receiver; [`known`] says where keys may stand.

pub(crate) mod known;
mod read;
pub(crate) mod value;

use darling::FromMeta;

use self::known::Place;
pub(crate) use self::read::{Reader, nearest};
use self::value::{CratePath, DefaultKey, Flag, Function, Keyed, Name, Predicates, Split};
use crate::case::CaseRule;
use crate::errors::Errors;

/// The keys of one place, as the two attributes give them. A group of keys (names, skipping, …) is read
/// from `own` if anything of it stands there, else from `serde`.
pub(crate) struct Pair<K> {
    pub(crate) own: K,
    pub(crate) serde: K,
}

impl<K> Pair<K> {
    /// The attribute that a group is read from, given whether a receiver holds a key of the group.
    pub(crate) fn group(&self, has: impl Fn(&K) -> bool) -> &K {
        if has(&self.own) { &self.own } else { &self.serde }
    }
}

/// The keys of one place under one attribute.
pub(crate) trait Receiver: FromMeta + Default {
    const PLACE: Place;

    /// Reports each wrong value.
    fn report(&self, errors: &Errors);
}

type One<T> = Option<Keyed<T>>;
type Many<T> = Vec<Keyed<T>>;

/// The keys of a struct or enum.
#[derive(Default, FromMeta)]
#[darling(default)]
pub(crate) struct ContainerKeys {
    /// The name, where the container's name appears.
    #[darling(multiple)]
    pub(crate) rename: Many<Split<Name>>,
    /// The case rule of the fields of a struct, of the variants of an enum.
    #[darling(multiple)]
    pub(crate) rename_all: Many<Split<CaseRule>>,
    /// An unknown field is an error.
    pub(crate) deny_unknown_fields: One<Flag>,
    /// Missing fields are taken from one default value of the container.
    pub(crate) default: One<DefaultKey>,
    /// The one field is the JSON.
    pub(crate) transparent: One<Flag>,
    /// The bounds of the impls, instead of the inferred ones.
    #[darling(multiple)]
    pub(crate) bound: Many<Split<Predicates>>,
    /// Where the runtime is found.
    #[darling(rename = "crate")]
    pub(crate) krate: One<CratePath>,
    /// `#[serde(…)]` is not read in this item.
    pub(crate) ignore_serde: One<Flag>,
}

impl Receiver for ContainerKeys {
    const PLACE: Place = Place::Container;

    fn report(&self, errors: &Errors) {
        let ContainerKeys {
            rename,
            rename_all,
            deny_unknown_fields,
            default,
            transparent,
            bound,
            krate,
            ignore_serde,
        } = self;
        read::report_split(errors, "rename", rename);
        read::report_split(errors, "rename_all", rename_all);
        read::report(errors, deny_unknown_fields);
        read::report(errors, default);
        read::report(errors, transparent);
        read::report_split(errors, "bound", bound);
        read::report(errors, krate);
        read::report(errors, ignore_serde);
    }
}

/// The keys of a variant.
#[derive(Default, FromMeta)]
#[darling(default)]
pub(crate) struct VariantKeys {
    /// The variant's name in the JSON.
    #[darling(multiple)]
    pub(crate) rename: Many<Split<Name>>,
    /// Further names that are read.
    #[darling(multiple)]
    pub(crate) alias: Many<Name>,
    /// The case rule of the variant's fields.
    #[darling(multiple)]
    pub(crate) rename_all: Many<Split<CaseRule>>,
    /// Neither written (an error) nor read.
    pub(crate) skip: One<Flag>,
    /// Not written: an error.
    pub(crate) skip_serializing: One<Flag>,
    /// Not read.
    pub(crate) skip_deserializing: One<Flag>,
    /// Bounds that this variant needs, instead of the inferred ones.
    #[darling(multiple)]
    pub(crate) bound: Many<Split<Predicates>>,
}

impl Receiver for VariantKeys {
    const PLACE: Place = Place::Variant;

    fn report(&self, errors: &Errors) {
        let VariantKeys {
            rename,
            alias,
            rename_all,
            skip,
            skip_serializing,
            skip_deserializing,
            bound,
        } = self;
        read::report_split(errors, "rename", rename);
        read::report(errors, alias);
        read::report_split(errors, "rename_all", rename_all);
        read::report(errors, skip);
        read::report(errors, skip_serializing);
        read::report(errors, skip_deserializing);
        read::report_split(errors, "bound", bound);
    }
}

/// The keys of a field.
#[derive(Default, FromMeta)]
#[darling(default)]
pub(crate) struct FieldKeys {
    /// The field's name in the JSON.
    #[darling(multiple)]
    pub(crate) rename: Many<Split<Name>>,
    /// Further names that are read.
    #[darling(multiple)]
    pub(crate) alias: Many<Name>,
    /// Where a missing field's value comes from.
    pub(crate) default: One<DefaultKey>,
    /// Neither written nor read.
    pub(crate) skip: One<Flag>,
    /// Not written.
    pub(crate) skip_serializing: One<Flag>,
    /// Not read: always the default.
    pub(crate) skip_deserializing: One<Flag>,
    /// Not written where the function says so.
    pub(crate) skip_serializing_if: One<Function>,
    /// Bounds that this field needs, instead of the inferred ones.
    #[darling(multiple)]
    pub(crate) bound: Many<Split<Predicates>>,
}

impl Receiver for FieldKeys {
    const PLACE: Place = Place::Field;

    fn report(&self, errors: &Errors) {
        let FieldKeys {
            rename,
            alias,
            default,
            skip,
            skip_serializing,
            skip_deserializing,
            skip_serializing_if,
            bound,
        } = self;
        read::report_split(errors, "rename", rename);
        read::report(errors, alias);
        read::report(errors, default);
        read::report(errors, skip);
        read::report(errors, skip_serializing);
        read::report(errors, skip_deserializing);
        read::report(errors, skip_serializing_if);
        read::report_split(errors, "bound", bound);
    }
}

#[cfg(test)]
mod tests {
    use darling::ast::NestedMeta;

    use super::known::KEYS;
    use super::{ContainerKeys, FieldKeys, Receiver, VariantKeys};

    /// A key that is said to be ready has a field in the receiver, and the other way round.
    fn agrees<K: Receiver>() {
        for known in KEYS {
            let tokens = known.key.parse().expect("a key is a token");
            let items = NestedMeta::parse_meta_list(tokens).expect("a key is an item");
            let is_read = K::from_list(&items).is_ok();
            assert_eq!(
                is_read,
                known.is_ready_at(K::PLACE),
                "{} at {}",
                known.key,
                K::PLACE.text()
            );
        }
    }

    #[test]
    fn table_and_receivers_agree() {
        agrees::<ContainerKeys>();
        agrees::<VariantKeys>();
        agrees::<FieldKeys>();
    }
}
