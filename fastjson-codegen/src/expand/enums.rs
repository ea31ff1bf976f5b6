//! Externally tagged enums: `"Unit"`, `{"Newtype":…}`, `{"Tuple":[…]}`, `{"Struct":{…}}`.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::{Ident, Member};

use super::decode::{self, Slots};
use super::encode::{self, Value, json_string};
use super::impls::Head;
use super::structs::{by_slot, decode_array};
use crate::model::{Direction, Field, Item, Shape, Variant};

pub(super) struct Enum<'a> {
    pub(super) item: &'a Item<'a>,
    pub(super) variants: &'a [Variant<'a>],
}

impl Enum<'_> {
    /// Whether every value is a string: then there is a longest one, and it can be a key.
    fn is_flat(&self, direction: Direction) -> bool {
        let is_text = |variant: &Variant<'_>| {
            variant.shape(direction) == Shape::Unit && !variant.skip.get(direction)
        };
        !self.variants.is_empty() && self.variants.iter().all(is_text)
    }

    pub(super) fn encode(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Encode);
        if self.is_flat(Direction::Encode) {
            return self.encode_flat(&head);
        }
        let body = if self.variants.is_empty() {
            quote!(match *self {})
        } else if self.variants.iter().all(|variant| variant.skip.encode) {
            let arms = self.variants.iter().map(|variant| {
                let (pattern, error) = (pattern(variant, None), self.skipped(variant));
                quote!(#pattern => #error,)
            });
            quote!(__fj::Err(match self { #(#arms)* }))
        } else {
            let arms = self.variants.iter().map(|variant| self.encode_variant(variant));
            quote!(match self { #(#arms)* } __fj::Ok(()))
        };
        let head = head.of(quote!(__fj::Encode));
        quote! {
            #head {
                fn encode(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    #body
                }
            }
        }
    }

    fn encode_flat(&self, head: &Head) -> TokenStream {
        let texts = self.variants.iter().map(|variant| json_string(&variant.name.encode.text));
        let max = texts.clone().map(|text| text.len()).max().unwrap_or(0);
        let max = Literal::usize_unsuffixed(max);
        let arms = self.variants.iter().zip(texts).map(|(variant, text)| {
            let pattern = pattern(variant, None);
            quote!(#pattern => #text,)
        });
        let (encode, key) = (head.of(quote!(__fj::Encode)), head.of(quote!(__fj::EncodeKey)));
        quote! {
            #encode {
                const MAX_LEN: __fj::Option<__fj::usize> = __fj::Some(#max);
                fn encode(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    let mut __run = __w.run(#max);
                    <Self as __fj::Encode>::encode_fixed(self, &mut __run);
                    __run.end();
                    __fj::Ok(())
                }
                fn encode_fixed(&self, __run: &mut __fj::Run<'_, '_>) {
                    __run.text(#max, match self { #(#arms)* });
                }
            }
            #key {
                fn encode_key(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    <Self as __fj::Encode>::encode(self, __w)
                }
            }
        }
    }

    /// The error of a value that is not to be written.
    fn skipped(&self, variant: &Variant<'_>) -> TokenStream {
        let (of, name) = (&self.item.name.encode, &variant.name.encode.text);
        quote!(__w.skipped_variant(#of, #name))
    }

    fn encode_variant(&self, variant: &Variant<'_>) -> TokenStream {
        if variant.skip.encode {
            let (pattern, error) = (pattern(variant, None), self.skipped(variant));
            return quote!(#pattern => return __fj::Err(#error),);
        }
        let name = json_string(&variant.name.encode.text);
        let encoded: Vec<(usize, &Field<'_>)> = variant
            .fields
            .list
            .iter()
            .enumerate()
            .filter(|(_, field)| !field.skip.encode)
            .collect();
        let values = |key: fn(&Field<'_>) -> String| {
            let values = encoded.iter().map(|&(i, field)| Value {
                field,
                place: Box::new(move |span| {
                    let local = Ident::new(&format!("__f{i}"), span);
                    quote!(#local)
                }),
                key: key(field),
            });
            values.collect::<Vec<_>>()
        };
        let in_array = |_: &Field<'_>| String::new();
        let body = match variant.shape(Direction::Encode) {
            Shape::Unit => {
                let pattern = pattern(variant, None);
                return quote!(#pattern => __w.literal(#name),);
            }
            Shape::Newtype | Shape::Transparent => {
                encode::text(&format!("{{{name}:"), &values(in_array), "}")
            }
            Shape::Tuple => encode::text(&format!("{{{name}:["), &values(in_array), "]}"),
            Shape::Named => encode::text(&format!("{{{name}:{{"), &values(encode::key), "}}"),
        };
        let pattern = pattern(variant, Some(Direction::Encode));
        quote!(#pattern => { __w.enter()?; #body __w.leave(); })
    }

    pub(super) fn decode(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Decode);
        // Units are numbered first.
        let decoded = self.variants.iter().filter(|variant| !variant.skip.decode);
        let is_unit = |variant: &&Variant<'_>| variant.shape(Direction::Decode) == Shape::Unit;
        let (units, others): (Vec<_>, Vec<_>) = decoded.partition(is_unit);
        let variants = self.names(&units, &others);

        let unknown = quote!(__n => return __fj::Err(__c.unknown_index(__n)),);
        let unit_arms = units.iter().enumerate().map(|(n, variant)| {
            let n = Literal::usize_unsuffixed(n);
            let value = unit(variant);
            quote!(#n => #value,)
        });
        let flat = if units.is_empty() {
            quote!(let __n = __c.variant(__VARIANTS)?; __fj::Err(__c.unknown_index(__n)))
        } else {
            quote!(__fj::Ok(match __c.variant(__VARIANTS)? { #(#unit_arms)* #unknown }))
        };
        let decode = head.of(quote!(__fj::Decode<'__de>));
        if others.is_empty() {
            let key = self.is_flat(Direction::Decode).then(|| {
                let key = head.of(quote!(__fj::DecodeKey<'__de>));
                quote! {
                    #key {
                        fn decode_key(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                            <Self as __fj::Decode>::decode(__c)
                        }
                    }
                }
            });
            return quote! {
                #decode {
                    const FIRST: __fj::FirstBytes = __fj::ENUM;
                    fn decode(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                        #variants
                        #flat
                    }
                }
                #key
            };
        }

        let mut definitions = TokenStream::new();
        let unit_arms = units.iter().enumerate().map(|(n, variant)| {
            let n = Literal::usize_unsuffixed(n);
            let value = unit(variant);
            quote!(#n => { *__out = __fj::Some(#value); return __fj::Ok(()); })
        });
        let arms = others.iter().enumerate().map(|(n, variant)| {
            let n = Literal::usize_unsuffixed(units.len() + n);
            let body = self.decode_variant(variant, &head, &mut definitions);
            quote!(#n => { #body })
        });
        let arms: TokenStream = unit_arms.chain(arms).collect();
        let first =
            if units.is_empty() { quote!(__fj::FirstBytes::OBJECT) } else { quote!(__fj::ENUM) };
        let by_slot = by_slot();
        quote! {
            #definitions
            #decode {
                const FIRST: __fj::FirstBytes = #first;
                #by_slot
                fn decode_slot(__c: &mut __fj::Cursor<'__de>, __out: &mut __fj::Option<Self>) -> __fj::Result<()> {
                    #variants
                    match __c.variant(__VARIANTS)? { #arms #unknown }
                    __c.end_variant()
                }
            }
        }
    }

    /// The constant that tells the runtime the names.
    fn names(&self, units: &[&Variant<'_>], others: &[&Variant<'_>]) -> TokenStream {
        let of = &self.item.name.decode;
        let table = decode::table(units.iter().chain(others).map(|variant| {
            let names = core::iter::once(&variant.name.decode).chain(&variant.aliases);
            names.map(|name| name.text.as_str()).collect()
        }));
        let units = Literal::usize_unsuffixed(units.len());
        quote!(const __VARIANTS: &__fj::Variants = &__fj::Variants::new(#of, #table, #units);)
    }

    /// Reads the payload. Its slots, if it has any, are defined beside the impl.
    fn decode_variant(
        &self,
        variant: &Variant<'_>,
        head: &Head,
        definitions: &mut TokenStream,
    ) -> TokenStream {
        let ident = variant.ident;
        let constructor = quote!(Self::#ident);
        if let (Shape::Newtype, Some(field)) = (variant.fields.shape, variant.fields.list.first()) {
            let ty = field.ty;
            return quote! {
                *__out = __fj::Some(#constructor(<#ty as __fj::Decode>::decode(__c)?));
            };
        }
        let slots = Slots::new(self.item, &variant.fields, &format!("__{}Slots", ident.unraw()));
        definitions.extend(slots.definition(head));
        let name = format!("{}::{}", self.item.name.decode, variant.name.decode.text);
        if variant.fields.shape == Shape::Tuple {
            return decode_array(&slots, &name, &constructor);
        }
        let keys = slots.keys(&name, true);
        let local = slots.local(true);
        let missing = slots.missing();
        let build = slots.build(&constructor, &quote!(__c.missing(__at, __KEYS, #missing)));
        let at = slots.has_required().then(|| quote!(let __at =));
        quote! {
            const __KEYS: &__fj::Keys = #keys;
            #local
            #at __c.object(__KEYS, &mut __slots)?;
            #build
        }
    }
}

/// A variant that is read from its name alone.
fn unit(variant: &Variant<'_>) -> TokenStream {
    let ident = variant.ident;
    match variant.fields.list.first() {
        None if matches!(variant.fields.shape, Shape::Unit) => quote!(Self::#ident),
        None => quote!(Self::#ident {}),
        Some(field) => {
            let value = decode::absent(field);
            quote!(Self::#ident(#value))
        }
    }
}

/// The variant's pattern, which binds what a direction needs of it as `__f0`, `__f1`, …
fn pattern(variant: &Variant<'_>, binds: Option<Direction>) -> TokenStream {
    let ident = variant.ident;
    let local = |i: usize| format_ident!("__f{i}", span = Span::call_site());
    let is_bound = |field: &Field<'_>| binds.is_some_and(|direction| !field.skip.get(direction));
    let list = &variant.fields.list;
    match variant.fields.shape {
        Shape::Unit => quote!(Self::#ident),
        Shape::Named => {
            let bound = list.iter().enumerate().filter(|(_, field)| is_bound(field));
            let bound = bound.map(|(i, field)| {
                let (member, local): (&Member, _) = (&field.member, local(i));
                quote!(#member: #local,)
            });
            let rest = (!list.iter().all(is_bound)).then(|| quote!(..));
            quote!(Self::#ident { #(#bound)* #rest })
        }
        _ if !list.iter().any(is_bound) => quote!(Self::#ident(..)),
        _ => {
            let fields = list.iter().enumerate().map(|(i, field)| {
                if is_bound(field) {
                    let local = local(i);
                    quote!(#local)
                } else {
                    quote!(_)
                }
            });
            quote!(Self::#ident(#(#fields),*))
        }
    }
}
