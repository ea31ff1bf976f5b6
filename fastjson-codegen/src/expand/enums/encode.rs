//! Writing enums. Where there is a tag, a value's members are written by one function, which `flatten` calls too; the plain encoder is
//! a pair of braces around it.

use proc_macro2::{Literal, Span, TokenStream};
use quote::quote;

use super::{Enum, failed, local, name_text, no_key, pattern, value, values};
use crate::expand::encode::{self, RunWriter, json_string};
use crate::expand::impls::Head;
use crate::expand::remote;
use crate::expand::structs::may_be_object;
use crate::model::{Direction, Representation, Shape, Variant};

impl Enum<'_> {
    pub(super) fn encode_flat(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Encode);
        let texts = self.variants.iter().map(|variant| json_string(&variant.name.encode.text));
        let max = texts.clone().map(|text| text.len()).max().unwrap_or(0);
        let max = Literal::usize_unsuffixed(max);
        let arms = self.variants.iter().zip(texts).map(|(variant, text)| {
            let pattern = pattern(variant, None);
            quote!(#pattern => #text,)
        });
        let this = self.matched();
        let (encode, key) = (head.of(quote!(__fj::Encode)), head.of(quote!(__fj::EncodeKey)));
        let fields = head.of(quote!(__fj::EncodeFields));
        quote! {
            #fields {
                fn encode_fields(&self, __run: &mut __fj::Run<'_, '_>) {
                    __fj::encode_unit_member(self, __run)
                }
            }
            #encode {
                const MAX_LEN: __fj::Option<__fj::usize> = __fj::Some(#max);
                fn encode(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    let mut __run = __w.run(#max);
                    <Self as __fj::Encode>::encode_fixed(self, &mut __run);
                    __run.end();
                    __fj::Ok(())
                }
                fn encode_fixed(&self, __run: &mut __fj::Run<'_, '_>) {
                    __run.text(#max, match #this { #(#arms)* });
                }
            }
            #key {
                fn encode_key(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    <Self as __fj::Encode>::encode(self, __w)
                }
            }
        }
    }

    pub(super) fn encode_tagged(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Encode);
        let whole = self.variants.iter().filter_map(|variant| self.whole_arm(variant));
        let whole: Vec<_> = whole.collect();
        let is_object = whole.is_empty();
        let members = self.variants.iter().map(|variant| self.members_arm(variant));
        let (this, unlisted) = (self.matched(), self.unlisted_arm(&failed));
        let (whole, members) = if self.variants.is_empty() && unlisted.is_none() {
            (quote!(match *#this {}), quote!(match *#this {}))
        } else {
            let rest = self.unlisted_arm(&refused);
            let members = quote!(match #this { #(#members)* #rest });
            if is_object {
                (quote!(__w.object(self)), members)
            } else {
                let rest =
                    (whole.len() < self.variants.len()).then(|| quote!(_ => __w.object(self),));
                let rest = rest.or(unlisted);
                (quote!(match #this { #(#whole)* #rest }), members)
            }
        };
        let (encode, fields) = (head.of(quote!(__fj::Encode)), head.of(quote!(__fj::EncodeFields)));
        let in_run = is_object.then(encode::in_run);
        let key = self.encode_key(&head);
        quote! {
            #encode {
                fn encode(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    #whole
                }
                #in_run
            }
            #fields {
                fn encode_fields(&self, __run: &mut __fj::Run<'_, '_>) {
                    #members
                }
            }
            #key
        }
    }

    pub(super) fn encode_untagged(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Encode);
        let encode = head.of(quote!(__fj::Encode));
        let arms = self.variants.iter().map(|variant| {
            if variant.skip.encode {
                self.skipped_arm(variant, &failed)
            } else {
                self.payload_arm(variant)
            }
        });
        let (this, unlisted) = (self.matched(), self.unlisted_arm(&failed));
        let body = if self.variants.is_empty() && unlisted.is_none() {
            quote!(match *#this {})
        } else {
            quote!(match #this { #(#arms)* #unlisted })
        };
        let members = self.untagged_members(&head);
        let key = self.encode_key(&head);
        quote! {
            #encode {
                fn encode(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    #body
                }
            }
            #members
            #key
        }
    }

    /// The object trait of an untagged enum, where all payloads may have it.
    fn untagged_members(&self, head: &Head) -> Option<TokenStream> {
        let written = self.variants.iter().filter(|variant| !variant.skip.encode);
        let payloads = written.filter(|variant| variant.fields.shape == Shape::Newtype);
        let payloads: Vec<_> = payloads.filter_map(|variant| variant.fields.list.first()).collect();
        let has_members =
            self.variants.iter().any(|v| matches!(v.fields.shape, Shape::Newtype | Shape::Named));
        if !has_members || !payloads.iter().all(|field| may_be_object(field)) {
            return None;
        }
        let bounds = payloads.iter().map(|field| {
            let ty = field.ty;
            quote!(for<'__a> #ty: __fj::EncodeFields)
        });
        let head = head.with_bounds(quote!(__fj::EncodeFields), &bounds.collect::<Vec<_>>());
        let arms = self.variants.iter().map(|variant| self.members_arm(variant));
        let (this, unlisted) = (self.matched(), self.unlisted_arm(&refused));
        Some(quote! {
            #head {
                fn encode_fields(&self, __run: &mut __fj::Run<'_, '_>) {
                    match #this { #(#arms)* #unlisted }
                }
            }
        })
    }

    /// A variant that is not written as members between braces; `None` for the others.
    fn whole_arm(&self, variant: &Variant<'_>) -> Option<TokenStream> {
        let is_text = matches!(self.item.representation, Representation::External)
            && variant.shape(Direction::Encode) == Shape::Unit
            && variant.codec.encode.is_none();
        if variant.skip.encode {
            None
        } else if self.is_untagged(variant) || self.is_other_text(variant) {
            Some(self.payload_arm(variant))
        } else if is_text {
            let (pattern, name) = (pattern(variant, None), name_text(variant));
            Some(quote!(#pattern => { __w.literal(#name); __fj::Ok(()) }))
        } else {
            None
        }
    }

    /// A variant whose payload is all that is written.
    fn payload_arm(&self, variant: &Variant<'_>) -> TokenStream {
        let pattern = pattern(variant, Some(Direction::Encode));
        let mut run = RunWriter::default();
        payload(&mut run, variant);
        let body = run.finish();
        let is_nested =
            variant.codec.encode.is_some() || variant.shape(Direction::Encode) != Shape::Unit;
        if is_nested {
            quote!(#pattern => { __w.enter()?; #body __w.leave(); __fj::Ok(()) })
        } else {
            quote!(#pattern => { #body __fj::Ok(()) })
        }
    }

    /// A variant as members of an object.
    fn members_arm(&self, variant: &Variant<'_>) -> TokenStream {
        if variant.skip.encode {
            return self.skipped_arm(variant, &refused);
        }
        if self.is_untagged(variant) || self.is_other_text(variant) {
            return self.untagged_members_arm(variant);
        }
        let name = name_text(variant);
        let mut run = RunWriter::led();
        match &self.item.representation {
            Representation::Internal { tag } => {
                self.tag_member(&mut run, variant, &tag.text, &name);
                internal_payload(&mut run, variant);
            }
            Representation::Adjacent { tag, content } => {
                self.tag_member(&mut run, variant, &tag.text, &name);
                let is_unit = variant.shape(Direction::Encode) == Shape::Unit
                    && variant.codec.encode.is_none();
                if !is_unit {
                    run.member_text(&encode::name_literal(&content.text));
                    payload(&mut run, variant);
                }
            }
            _ => {
                run.member_text(&format!("{name}:"));
                payload(&mut run, variant);
            }
        }
        let body = run.finish_led();
        let pattern = pattern(variant, Some(Direction::Encode));
        quote!(#pattern => { #body })
    }

    /// The tag: the variant's name, or the text that the variant of all other names holds.
    fn tag_member(&self, run: &mut RunWriter, variant: &Variant<'_>, tag: &str, name: &str) {
        let tag = json_string(tag);
        match variant.fields.list.iter().enumerate().find(|(_, field)| field.is_tag) {
            Some((i, field)) => {
                run.member_text(&format!("{tag}:"));
                run.bare_value(&value(i, field, no_key));
            }
            None => run.member_text(&format!("{tag}:{name}")),
        }
    }

    /// A variant without a name as members of an object, if its payload has any.
    fn untagged_members_arm(&self, variant: &Variant<'_>) -> TokenStream {
        let of = &self.item.name.encode;
        let is_all = matches!(self.item.representation, Representation::Untagged);
        let none = pattern(variant, None);
        match variant.shape(Direction::Encode) {
            Shape::Unit => quote!(#none => {}),
            Shape::Named if variant.codec.encode.is_none() => {
                let mut run = RunWriter::led();
                run.last_members(&values(variant, encode::key));
                let (pattern, body) = (pattern(variant, Some(Direction::Encode)), run.finish_led());
                quote!(#pattern => { #body })
            }
            Shape::Newtype if is_all && variant.codec.encode.is_none() => {
                let pattern = pattern(variant, Some(Direction::Encode));
                let ty = variant.fields.list[0].ty;
                quote!(#pattern => <#ty as __fj::EncodeFields>::encode_fields(__f0, __run),)
            }
            _ => {
                let error = refused(&quote!(__fj::not_an_object(#of)));
                quote!(#none => #error,)
            }
        }
    }
}

/// The end of a function that writes members, by an error.
fn refused(error: &TokenStream) -> TokenStream {
    quote!(__run.refuse(#error))
}

/// The payload as one value.
fn payload(run: &mut RunWriter, variant: &Variant<'_>) {
    if let Some(call) = &variant.codec.encode {
        run.call(call, &places(variant));
        return;
    }
    match variant.shape(Direction::Encode) {
        Shape::Unit => run.text("null"),
        Shape::Newtype | Shape::Transparent => {
            values(variant, no_key).iter().for_each(|value| run.bare_value(value));
        }
        Shape::Tuple => run.array(&values(variant, no_key)),
        Shape::Named => run.object(&values(variant, encode::key)),
    }
}

/// All fields of a variant, as they are bound by its pattern.
fn places(variant: &Variant<'_>) -> Vec<TokenStream> {
    let places = variant.payload().map(|(i, field)| {
        let local = local(i, Span::call_site());
        remote::bound(field, quote!(#local))
    });
    places.collect()
}

/// The payload as members behind the tag.
fn internal_payload(run: &mut RunWriter, variant: &Variant<'_>) {
    if let Some(call) = &variant.codec.encode {
        run.call_members(call, &places(variant));
        return;
    }
    match variant.shape(Direction::Encode) {
        Shape::Newtype | Shape::Transparent => {
            values(variant, no_key).iter().for_each(|value| run.flattened(value));
        }
        Shape::Named => run.members(&values(variant, encode::key)),
        Shape::Unit | Shape::Tuple => {}
    }
}
