//! What an item means: resolved names, shapes and defaults, for both directions. Everything later works on this.

mod build;
mod codec;
mod groups;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::spanned::Spanned;
use syn::{Expr, ExprPath, Generics, Ident, Lifetime, Member, Path, Type, Visibility};

use crate::Directions;
use crate::attr::value::{Duplicates, Name, Predicates};
use crate::attr::{ContainerKeys, FieldKeys, Pair, VariantKeys};
use crate::types::{is_option, is_phantom};

pub(crate) use self::build::Outline;
pub(crate) use self::groups::{is_on, value};

/// One of the two ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Encode,
    Decode,
}

/// A fact for each direction.
#[derive(Clone, Copy, Default)]
pub(crate) struct Both<T> {
    pub(crate) encode: T,
    pub(crate) decode: T,
}

impl<T> Both<T> {
    pub(crate) fn of(make: impl Fn(Direction) -> T) -> Both<T> {
        Both { encode: make(Direction::Encode), decode: make(Direction::Decode) }
    }

    pub(crate) fn get(&self, direction: Direction) -> &T {
        match direction {
            Direction::Encode => &self.encode,
            Direction::Decode => &self.decode,
        }
    }
}

/// A struct or an enum.
pub(crate) struct Item<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    pub(crate) visibility: &'a Visibility,
    pub(crate) directions: Directions,
    pub(crate) keys: Pair<ContainerKeys>,
    /// Where the runtime is found, if not at `::fastjson`.
    pub(crate) runtime: Option<Path>,
    pub(crate) name: Both<String>,
    /// What stands instead of inferred bounds.
    pub(crate) bound: Both<Option<Predicates>>,
    /// The item's own attributes let deprecated things be used, which silences our warnings.
    pub(crate) allows_deprecated: bool,
    /// Somewhere in the item there are keys of serde's.
    pub(crate) speaks_to_serde: bool,
    /// Fields must be copied out, as references to them would not be aligned.
    pub(crate) is_packed: bool,
    /// How the variants of an enum are told apart. A struct may have a tag as well, which is only written.
    pub(crate) representation: Representation,
    pub(crate) conversion: Conversion,
    /// What a message says that was expected.
    pub(crate) expecting: Option<String>,
    /// An enum that is read from the name of a field or variant.
    pub(crate) is_identifier: bool,
    /// What the item is a definition of, if not of itself: a type that it can neither change nor implement anything for.
    pub(crate) remote: Option<Remote>,
    pub(crate) body: Body<'a>,
}

#[derive(Clone)]
pub(crate) enum Representation {
    /// `{"Variant":…}`
    External,
    /// `{"tag":"Variant",…}`
    Internal { tag: Name },
    /// `{"tag":"Variant","content":…}`
    Adjacent { tag: Name, content: Name },
    /// The payload alone.
    Untagged,
    /// The discriminant, an integer of this type.
    Repr(Ident),
}

/// A type of another crate, which is written and read as its definition says.
pub(crate) struct Remote {
    /// The type, with its parameters, as both types and expressions write it.
    pub(crate) ty: TokenStream,
    /// Its functions are seen where the definition is.
    pub(crate) visibility: Visibility,
    /// The type may have variants that the definition does not have.
    pub(crate) is_non_exhaustive: bool,
}

/// The other types that an item goes through.
#[derive(Clone, Default)]
pub(crate) struct Conversion {
    pub(crate) from: Option<Type>,
    /// The conversion may refuse a value.
    pub(crate) is_fallible: bool,
    pub(crate) into: Option<Type>,
}

pub(crate) enum Body<'a> {
    Struct(Fields<'a>),
    Enum(Vec<Variant<'a>>),
}

/// The fields of a struct or variant.
pub(crate) struct Fields<'a> {
    pub(crate) shape: Shape,
    /// What stands before the fields in a pattern, and where a value is made of them: `Self`, `Self::Variant`.
    pub(crate) path: TokenStream,
    pub(crate) list: Vec<Field<'a>>,
    pub(crate) deny_unknown: bool,
    pub(crate) case_insensitive: bool,
    pub(crate) duplicates: Duplicates,
    /// One default value for all fields, of a struct only.
    pub(crate) default: Option<Fallback>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `{ a: A, b: B }`, an object.
    Named,
    /// `(A, B)`, an array.
    Tuple,
    /// `(A)`, the value itself.
    Newtype,
    /// `#[fastjson(transparent)]`: the value of the one field that is not left out.
    Transparent,
    Unit,
}

pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    /// The identifier without `r#`, for messages.
    pub(crate) name_in_rust: String,
    pub(crate) keys: Pair<VariantKeys>,
    pub(crate) name: Both<Name>,
    /// The name is a number or boolean, without quotes.
    pub(crate) is_bare: Both<bool>,
    pub(crate) aliases: Vec<Name>,
    pub(crate) skip: Both<bool>,
    pub(crate) bound: Both<Option<Predicates>>,
    /// The payload alone tells this one.
    pub(crate) is_untagged: bool,
    /// The number that is written behind it.
    pub(crate) discriminant: Option<&'a Expr>,
    /// It takes all names that no other has.
    pub(crate) is_other: bool,
    /// It is meant where there is no tag.
    pub(crate) is_default: bool,
    /// The function that writes or reads the payload.
    pub(crate) codec: Both<Option<Call>>,
    pub(crate) fields: Fields<'a>,
}

pub(crate) struct Field<'a> {
    pub(crate) ty: &'a Type,
    pub(crate) member: Member,
    /// The identifier without `r#`, or the position, for messages.
    pub(crate) name_in_rust: String,
    pub(crate) keys: Pair<FieldKeys>,
    pub(crate) name: Both<Name>,
    pub(crate) aliases: Vec<Name>,
    pub(crate) skip: Both<bool>,
    pub(crate) skip_if: Option<ExprPath>,
    /// What a field is that is not in the text; `None` leaves it to its type.
    pub(crate) fallback: Option<Fallback>,
    pub(crate) codec: Both<Codec>,
    /// The members of its value are members of this object; where that is asked for.
    pub(crate) flatten: Option<Span>,
    /// It holds the text of the tag.
    pub(crate) is_tag: bool,
    pub(crate) validate: Option<ExprPath>,
    /// It is one of a type of another crate, of which it is not known here what type it has.
    pub(crate) is_remote: bool,
    /// The function that gives it, where it cannot be seen.
    pub(crate) getter: Option<ExprPath>,
    /// The lifetimes that it borrows for, if they are told.
    pub(crate) borrow: Option<Vec<Lifetime>>,
    /// There is a key that says it borrows.
    pub(crate) says_borrow: bool,
    pub(crate) bound: Both<Option<Predicates>>,
}

/// How a field is written or read.
#[derive(Clone)]
pub(crate) enum Codec {
    /// By its type's own impl.
    Own,
    /// In the form of a codec: its type, with the span of what asks for it.
    As(TokenStream),
    /// By a function.
    Call(Call),
    /// By its type's own impl if it has one, else through serde's.
    Auto,
}

/// A function that writes or reads a value.
#[derive(Clone)]
pub(crate) struct Call {
    pub(crate) path: ExprPath,
    /// It has serde's signature.
    pub(crate) is_serde: bool,
}

/// Where a value comes from that is not in the text.
#[derive(Clone)]
pub(crate) enum Fallback {
    /// The type's `Default`, asked for by the token there.
    Trait(Span),
    Function(ExprPath),
    /// An expression.
    Value(Box<Expr>),
    /// The same field of the container's default value.
    Container,
}

impl<'a> Item<'a> {
    /// All fields, of all variants.
    pub(crate) fn fields(&self) -> Vec<&Fields<'a>> {
        match &self.body {
            Body::Struct(fields) => vec![fields],
            Body::Enum(variants) => variants.iter().map(|variant| &variant.fields).collect(),
        }
    }

    /// The type whose values are written and read.
    pub(crate) fn ty(&self) -> TokenStream {
        match &self.remote {
            Some(remote) => remote.ty.clone(),
            None => self.definition(),
        }
    }

    /// The item as a type, with its parameters.
    pub(crate) fn definition(&self) -> TokenStream {
        let (ident, (_, params, _)) = (self.ident, self.generics.split_for_impl());
        quote!(#ident #params)
    }

    /// Whether some field of the other crate's type cannot be seen: then it is not made of its fields, but of the definition.
    pub(crate) fn has_getters(&self) -> bool {
        self.fields()
            .into_iter()
            .flat_map(|fields| &fields.list)
            .any(|field| field.getter.is_some())
    }

    /// Whether fields and variants are written or read, and not another type in the item's stead.
    pub(crate) fn uses_body(&self, direction: Direction) -> bool {
        self.derived().any(|derived| derived == direction) && !self.converts(direction)
    }

    /// Whether another type stands for the item.
    pub(crate) fn converts(&self, direction: Direction) -> bool {
        match direction {
            Direction::Encode => self.conversion.into.is_some(),
            Direction::Decode => self.conversion.from.is_some(),
        }
    }

    /// The variants; none of a struct.
    pub(crate) fn variants(&self) -> &[Variant<'a>] {
        match &self.body {
            Body::Enum(variants) => variants,
            Body::Struct(_) => &[],
        }
    }

    /// Whether the variant's payload stands in the JSON without its name.
    pub(crate) fn is_untagged(&self, variant: &Variant<'_>) -> bool {
        variant.is_untagged || matches!(self.representation, Representation::Untagged)
    }

    /// The directions that are derived.
    pub(crate) fn derived(&self) -> impl Iterator<Item = Direction> + use<> {
        let Directions { encode, decode, .. } = self.directions;
        let encode = encode.then_some(Direction::Encode);
        encode.into_iter().chain(decode.then_some(Direction::Decode))
    }
}

impl Fields<'_> {
    /// The field that is the whole JSON, where [`Shape::Transparent`] or [`Shape::Newtype`] says there is one.
    pub(crate) fn inner(&self, direction: Direction) -> Option<usize> {
        if self.shape == Shape::Newtype {
            return Some(0);
        }
        let mut inner = self.list.iter().enumerate().filter(|(_, field)| field.is_inner(direction));
        let (i, _) = inner.next()?;
        inner.next().is_none().then_some(i)
    }
}

impl<'a> Variant<'a> {
    /// The fields that hold something of the payload: all but the tag's.
    pub(crate) fn payload(&self) -> impl Iterator<Item = (usize, &Field<'a>)> {
        self.fields.list.iter().enumerate().filter(|(_, field)| !field.is_tag)
    }

    /// The shape of the payload. A newtype whose field is left out is written like a unit.
    pub(crate) fn shape(&self, direction: Direction) -> Shape {
        match (self.fields.shape, self.fields.list.first()) {
            (Shape::Newtype, Some(field)) if *field.skip.get(direction) => Shape::Unit,
            (shape, _) => shape,
        }
    }
}

impl Field<'_> {
    /// Where the field stands: its name, or its type if it has none.
    pub(crate) fn at(&self) -> Span {
        match &self.member {
            Member::Named(ident) => ident.span(),
            Member::Unnamed(_) => self.ty.span(),
        }
    }

    /// Whether its members are members of the object around it, in some direction.
    pub(crate) fn is_flat(&self) -> bool {
        self.flatten.is_some() && !(self.skip.encode && self.skip.decode)
    }

    /// Whether its type is written `Option<…>`.
    pub(crate) fn is_option(&self) -> bool {
        is_option(self.ty)
    }

    /// Whether a transparent container has to have this field in its JSON.
    pub(crate) fn is_inner(&self, direction: Direction) -> bool {
        let is_optional = direction == Direction::Decode && self.fallback.is_some();
        !*self.skip.get(direction) && !is_optional && !is_phantom(self.ty)
    }
}
