//! From attributes to keys: what is written at a container, a variant or a field, under `#[fastjson(…)]` and
//! under `#[serde(…)]`, still apart and with every span kept.
//!
//! The receivers are darling's. Each key is one field of a receiver; [`known`] says where keys may stand.

pub(crate) mod known;
mod read;
pub(crate) mod value;

use darling::FromMeta;
use proc_macro2::Span;

use self::known::{Known, Place};
pub(crate) use self::read::{Reader, nearest};
use self::value::{
    Borrow, Codec, CratePath, DefaultKey, DefaultValue, Duplicates, Flag, Function, Keyed, Name,
    NonFinite, OtherType, Predicates, RemoteType, Split, TagName,
};
use crate::case::CaseRule;
use crate::errors::Errors;
use crate::model::Direction;

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

    /// The keys as they stand there.
    fn written(&mut self) -> &mut Vec<Written>;
}

/// One key as it stands in the attributes of a place, which are read in order.
pub(crate) struct Written {
    pub(crate) known: &'static Known,
    pub(crate) at: Span,
}

impl Written {
    pub(crate) fn key(&self) -> &'static str {
        self.known.key
    }

    /// Whether the key has an effect on the direction.
    pub(crate) fn is_about(&self, direction: Direction) -> bool {
        match direction {
            Direction::Encode => self.known.directions.encode,
            Direction::Decode => self.known.directions.decode,
        }
    }
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
    /// The case rule of the fields of all variants.
    #[darling(multiple)]
    pub(crate) rename_all_fields: Many<Split<CaseRule>>,
    /// Names match whatever their ASCII case.
    pub(crate) case_insensitive: One<Flag>,
    /// Every field written `Option` that is `None` is left out.
    pub(crate) skip_none: One<Flag>,
    /// Missing fields are taken from one default value of the container.
    pub(crate) default: One<DefaultKey>,
    /// An unknown field is an error.
    pub(crate) deny_unknown_fields: One<Flag>,
    /// What a second value of a field is.
    pub(crate) duplicate_fields: One<Duplicates>,
    /// The one field is the JSON.
    pub(crate) transparent: One<Flag>,
    /// Read as another type, which is converted.
    pub(crate) from: One<OtherType>,
    /// Read as another type, which is converted or refused.
    pub(crate) try_from: One<OtherType>,
    /// Written as another type.
    pub(crate) into: One<OtherType>,
    /// The name of the member that tells the variant.
    pub(crate) tag: One<Name>,
    /// The name of the member that holds the variant's payload.
    pub(crate) content: One<Name>,
    /// The payload alone tells the variant.
    pub(crate) untagged: One<Flag>,
    /// A fieldless enum is its discriminant.
    pub(crate) repr: One<Flag>,
    /// The enum is the name of a field.
    pub(crate) field_identifier: One<Flag>,
    /// The enum is the name of a variant.
    pub(crate) variant_identifier: One<Flag>,
    /// Fields may have types that only speak serde.
    pub(crate) serde: One<Flag>,
    /// The bounds of the impls, instead of the inferred ones.
    #[darling(multiple)]
    pub(crate) bound: Many<Split<Predicates>>,
    /// Where the runtime is found.
    #[darling(rename = "crate")]
    pub(crate) krate: One<CratePath>,
    /// What a message says that was expected.
    pub(crate) expecting: One<Name>,
    /// The type of another crate that this one is a definition of.
    pub(crate) remote: One<RemoteType>,
    /// `#[serde(…)]` is not read in this item.
    pub(crate) ignore_serde: One<Flag>,
    /// Every key that stands there, in order.
    #[darling(skip)]
    pub(crate) written: Vec<Written>,
}

impl Receiver for ContainerKeys {
    const PLACE: Place = Place::Container;

    fn report(&self, errors: &Errors) {
        let ContainerKeys {
            rename,
            rename_all,
            rename_all_fields,
            case_insensitive,
            skip_none,
            default,
            deny_unknown_fields,
            duplicate_fields,
            transparent,
            from,
            try_from,
            into,
            tag,
            content,
            untagged,
            repr,
            field_identifier,
            variant_identifier,
            serde,
            bound,
            krate,
            expecting,
            remote,
            ignore_serde,
            written: _,
        } = self;
        read::report_split(errors, "rename", rename);
        read::report_split(errors, "rename_all", rename_all);
        read::report_split(errors, "rename_all_fields", rename_all_fields);
        read::report(errors, case_insensitive);
        read::report(errors, skip_none);
        read::report(errors, default);
        read::report(errors, deny_unknown_fields);
        read::report(errors, duplicate_fields);
        read::report(errors, transparent);
        read::report(errors, from);
        read::report(errors, try_from);
        read::report(errors, into);
        read::report(errors, tag);
        read::report(errors, content);
        read::report(errors, untagged);
        read::report(errors, repr);
        read::report(errors, field_identifier);
        read::report(errors, variant_identifier);
        read::report(errors, serde);
        read::report_split(errors, "bound", bound);
        read::report(errors, krate);
        read::report(errors, expecting);
        read::report(errors, remote);
        read::report(errors, ignore_serde);
    }

    fn written(&mut self) -> &mut Vec<Written> {
        &mut self.written
    }
}

/// The keys of a variant.
#[derive(Default, FromMeta)]
#[darling(default)]
pub(crate) struct VariantKeys {
    /// The variant's name in the JSON.
    #[darling(multiple)]
    pub(crate) rename: Many<Split<TagName>>,
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
    /// The variant that is meant where the tag is missing.
    pub(crate) default: One<Flag>,
    /// The variant of all names that no other has.
    pub(crate) other: One<Flag>,
    /// The payload alone tells this variant.
    pub(crate) untagged: One<Flag>,
    /// A module that writes and reads the payload.
    pub(crate) with: One<Function>,
    /// The function that writes the payload.
    pub(crate) serialize_with: One<Function>,
    /// The function that reads the payload.
    pub(crate) deserialize_with: One<Function>,
    /// The payload is borrowed from the text.
    pub(crate) borrow: One<Borrow>,
    /// Bounds that this variant needs, instead of the inferred ones.
    #[darling(multiple)]
    pub(crate) bound: Many<Split<Predicates>>,
    /// Every key that stands there, in order.
    #[darling(skip)]
    pub(crate) written: Vec<Written>,
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
            default,
            other,
            untagged,
            with,
            serialize_with,
            deserialize_with,
            borrow,
            bound,
            written: _,
        } = self;
        read::report_split(errors, "rename", rename);
        read::report(errors, alias);
        read::report_split(errors, "rename_all", rename_all);
        read::report(errors, skip);
        read::report(errors, skip_serializing);
        read::report(errors, skip_deserializing);
        read::report(errors, default);
        read::report(errors, other);
        read::report(errors, untagged);
        read::report(errors, with);
        read::report(errors, serialize_with);
        read::report(errors, deserialize_with);
        read::report(errors, borrow);
        read::report_split(errors, "bound", bound);
    }

    fn written(&mut self) -> &mut Vec<Written> {
        &mut self.written
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
    /// The value of a missing field.
    pub(crate) default_value: One<DefaultValue>,
    /// Neither written nor read.
    pub(crate) skip: One<Flag>,
    /// Not written.
    pub(crate) skip_serializing: One<Flag>,
    /// Not read: always the default.
    pub(crate) skip_deserializing: One<Flag>,
    /// Not written where the function says so.
    pub(crate) skip_serializing_if: One<Function>,
    /// Not written where it is empty, zero, false or `None`.
    pub(crate) omit_empty: One<Flag>,
    /// The members of the field's value are members of this object.
    pub(crate) flatten: One<Flag>,
    /// The field holds the text of the tag, in the variant of all other names.
    pub(crate) tag: One<Flag>,
    /// A module that writes and reads the field.
    pub(crate) with: One<Function>,
    /// The function that writes the field.
    pub(crate) serialize_with: One<Function>,
    /// The function that reads the field.
    pub(crate) deserialize_with: One<Function>,
    /// The codec that writes and reads the field.
    #[darling(rename = "as")]
    pub(crate) codec: One<Codec>,
    /// The field's type only speaks serde.
    pub(crate) serde: One<Flag>,
    /// A number or boolean is written as a string.
    pub(crate) string: One<Flag>,
    /// What a float that is not finite is.
    pub(crate) non_finite: One<NonFinite>,
    /// The field is borrowed from the text.
    pub(crate) borrow: One<Borrow>,
    /// The function that says whether a value that was read is good.
    pub(crate) validate: One<Function>,
    /// The function that gives the field of a type of another crate.
    pub(crate) getter: One<Function>,
    /// Bounds that this field needs, instead of the inferred ones.
    #[darling(multiple)]
    pub(crate) bound: Many<Split<Predicates>>,
    /// Every key that stands there, in order.
    #[darling(skip)]
    pub(crate) written: Vec<Written>,
}

impl Receiver for FieldKeys {
    const PLACE: Place = Place::Field;

    fn report(&self, errors: &Errors) {
        let FieldKeys {
            rename,
            alias,
            default,
            default_value,
            skip,
            skip_serializing,
            skip_deserializing,
            skip_serializing_if,
            omit_empty,
            flatten,
            tag,
            with,
            serialize_with,
            deserialize_with,
            codec,
            serde,
            string,
            non_finite,
            borrow,
            validate,
            getter,
            bound,
            written: _,
        } = self;
        read::report_split(errors, "rename", rename);
        read::report(errors, alias);
        read::report(errors, default);
        read::report(errors, default_value);
        read::report(errors, skip);
        read::report(errors, skip_serializing);
        read::report(errors, skip_deserializing);
        read::report(errors, skip_serializing_if);
        read::report(errors, omit_empty);
        read::report(errors, flatten);
        read::report(errors, tag);
        read::report(errors, with);
        read::report(errors, serialize_with);
        read::report(errors, deserialize_with);
        read::report(errors, codec);
        read::report(errors, serde);
        read::report(errors, string);
        read::report(errors, non_finite);
        read::report(errors, borrow);
        read::report(errors, validate);
        read::report(errors, getter);
        read::report_split(errors, "bound", bound);
    }

    fn written(&mut self) -> &mut Vec<Written> {
        &mut self.written
    }
}

#[cfg(test)]
mod tests {
    use darling::ast::NestedMeta;

    use super::known::KEYS;
    use super::{ContainerKeys, FieldKeys, Receiver, VariantKeys};

    /// A key has a field in the receiver of each place where it may stand, and the other way round.
    fn agrees<K: Receiver>() {
        for known in KEYS {
            let tokens = known.key.parse().expect("a key is a token");
            let items = NestedMeta::parse_meta_list(tokens).expect("a key is an item");
            let is_read = K::from_list(&items).is_ok();
            assert_eq!(is_read, known.is_at(K::PLACE), "{} at {}", known.key, K::PLACE.text());
        }
    }

    #[test]
    fn table_and_receivers_agree() {
        agrees::<ContainerKeys>();
        agrees::<VariantKeys>();
        agrees::<FieldKeys>();
    }
}
