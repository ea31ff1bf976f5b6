//! Every key there is, where it may stand, and which attribute has it.
//!
//! A new attribute begins here, and its receiver (mod.rs) gets a field.

use crate::Directions;

/// What an attribute is attached to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Container,
    Variant,
    Field,
}

impl Place {
    /// With its article, for messages.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Place::Container => "a struct or enum",
            Place::Variant => "a variant",
            Place::Field => "a field",
        }
    }
}

/// One key of `#[fastjson(…)]`, and mostly of `#[serde(…)]` too.
pub(crate) struct Known {
    pub(crate) key: &'static str,
    places: &'static [Place],
    pub(crate) serde: Serde,
    /// May stand more than once: a list, or once for each direction.
    pub(crate) repeats: bool,
    /// What it has an effect on.
    pub(crate) directions: Directions,
}

/// What a key means under `#[serde(…)]`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Serde {
    /// The same.
    Read,
    /// It is meant for serde alone.
    Ignored,
    /// serde has no such key.
    Unknown,
}

const C: Place = Place::Container;
const V: Place = Place::Variant;
const F: Place = Place::Field;

const fn key(key: &'static str, places: &'static [Place]) -> Known {
    Known { key, places, serde: Serde::Read, repeats: false, directions: Directions::BOTH }
}

impl Known {
    const fn repeats(mut self) -> Known {
        self.repeats = true;
        self
    }

    const fn only(mut self, directions: Directions) -> Known {
        self.directions = directions;
        self
    }

    /// Not read under `#[serde(…)]`.
    const fn not_for_us(mut self) -> Known {
        self.serde = Serde::Ignored;
        self
    }

    /// serde does not have it.
    const fn ours(mut self) -> Known {
        self.serde = Serde::Unknown;
        self
    }

    pub(crate) fn is_at(&self, place: Place) -> bool {
        self.places.contains(&place)
    }
}

const ENCODE: Directions = Directions::ENCODE;
const DECODE: Directions = Directions::DECODE;

/// The keys of all places, those of most use first.
#[rustfmt::skip]
pub(crate) static KEYS: &[Known] = &[
    // Names.
    key("rename", &[C, V, F]).repeats(),
    key("alias", &[V, F]).only(DECODE).repeats(),
    key("rename_all", &[C, V]).repeats(),
    key("rename_all_fields", &[C]).repeats(),
    key("case_insensitive", &[C]).only(DECODE).ours(),
    // What is left out.
    key("skip", &[V, F]),
    key("skip_serializing", &[V, F]).only(ENCODE),
    key("skip_deserializing", &[V, F]).only(DECODE),
    key("skip_serializing_if", &[F]).only(ENCODE),
    key("skip_none", &[C]).only(ENCODE).ours(),
    key("omit_empty", &[F]).only(ENCODE).ours(),
    // What is missing or unknown.
    key("default", &[C, V, F]).only(DECODE),
    key("default_value", &[F]).only(DECODE).ours(),
    key("deny_unknown_fields", &[C]).only(DECODE),
    key("duplicate_fields", &[C]).only(DECODE).ours(),
    key("other", &[V]).only(DECODE),
    // The shape.
    key("transparent", &[C]),
    key("flatten", &[F]),
    key("from", &[C]).only(DECODE),
    key("try_from", &[C]).only(DECODE),
    key("into", &[C]).only(ENCODE),
    // The representation of enums.
    key("tag", &[C, F]),
    key("content", &[C]),
    key("untagged", &[C, V]),
    key("repr", &[C]).ours(),
    key("field_identifier", &[C]).only(DECODE),
    key("variant_identifier", &[C]).only(DECODE),
    // Codecs.
    key("with", &[V, F]),
    key("serialize_with", &[V, F]).only(ENCODE),
    key("deserialize_with", &[V, F]).only(DECODE),
    key("as", &[F]).ours(),
    key("serde", &[C, F]).ours(),
    key("string", &[F]).ours(),
    key("non_finite", &[F]).ours(),
    key("borrow", &[V, F]).only(DECODE),
    key("validate", &[F]).only(DECODE).ours(),
    // The impl.
    key("bound", &[C, V, F]).repeats(),
    key("crate", &[C]).not_for_us(),
    key("expecting", &[C]).only(DECODE),
    key("remote", &[C]),
    key("getter", &[F]),
    key("ignore_serde", &[C]).ours(),
];

/// The key of that name.
pub(crate) fn find(name: &str) -> Option<&'static Known> {
    KEYS.iter().find(|known| known.key == name)
}
