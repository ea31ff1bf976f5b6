//! Writing members: literals merged with keys and punctuation, values in runs that share one capacity check.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::field;
use crate::model::{Call, Codec, Direction, Field};

/// A value that is to be written: a field, and the reference to it, whose span is the caller's choice.
pub(super) struct Value<'a> {
    pub(super) field: &'a Field<'a>,
    pub(super) place: Box<dyn Fn(Span) -> TokenStream + 'a>,
    /// The text `"name":`, empty in arrays.
    pub(super) key: String,
}

/// The text `"name":` of a field.
pub(super) fn key(field: &Field<'_>) -> String {
    name_literal(&field.name.get(Direction::Encode).text)
}

/// The local that says how long the run of part `i` is. (An array of all would be indexed with checks, which rustc takes long to leave out:
/// 5 % of what the check of a crate of 100 structs takes.)
fn run(i: usize) -> Ident {
    format_ident!("__r{i}")
}

/// The room for the end of an object, which may be empty.
const BRACE: usize = "{}".len();

/// `"name":`, as it stands in a JSON text.
pub(super) fn name_literal(name: &str) -> String {
    format!("{}:", json_string(name))
}

/// A JSON string, escaped as serde_json does.
pub(super) fn json_string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The `Encode::encode_run` of a type that is an object.
pub(super) fn in_run() -> TokenStream {
    quote! {
        #[inline]
        fn encode_run(&self, __run: &mut __fj::Run<'_, '_>, __next: __fj::usize) {
            __run.object(self, __next)
        }
    }
}

/// Writes a sequence of values with what is around and between them: literals are merged, and values of bounded length share one
/// capacity check. The budgets are the sums of the parts, which must agree with what is written.
#[derive(Default)]
pub(super) struct RunWriter {
    parts: Vec<TokenStream>,
    writes: TokenStream,
    /// Text that is still to be written.
    text: String,
    /// How many bytes have been written since the last value.
    pending: usize,
    lead: Separator,
    /// Nothing but the brace is written behind the value at hand.
    is_last: bool,
}

/// What stands before the next member or element.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Separator {
    /// Nothing.
    #[default]
    None,
    /// An opening brace, if the object turns out to be empty by itself.
    Open,
    Comma,
    /// `__run` knows: the members before may be left out.
    Lead,
    /// `__comma` knows: the elements before may be left out.
    MaybeComma,
}

impl RunWriter {
    /// Begins with what `__run` says, in an object that somebody else opens and closes.
    pub(super) fn led() -> RunWriter {
        RunWriter { lead: Separator::Lead, ..RunWriter::default() }
    }

    /// Writes text as it is.
    pub(super) fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Writes a member whose value is text as well, or begins with it.
    pub(super) fn member_text(&mut self, text: &str) {
        self.separator();
        self.text(text);
        self.lead = Separator::Comma;
    }

    /// Writes elements between brackets.
    pub(super) fn array(&mut self, values: &[Value<'_>]) {
        self.text("[");
        self.lead = Separator::None;
        self.members(values);
        self.text("]");
        self.lead = Separator::Comma;
    }

    /// Writes members between braces.
    pub(super) fn object(&mut self, values: &[Value<'_>]) {
        self.lead = Separator::Open;
        self.members(values);
        match self.lead {
            Separator::Open => self.text("{}"),
            Separator::Lead => {
                self.flush();
                self.writes.extend(quote!(__run.end_object();));
                self.pending += 2;
            }
            _ => self.text("}"),
        }
        self.lead = Separator::Comma;
    }

    /// Writes members.
    pub(super) fn members(&mut self, values: &[Value<'_>]) {
        for value in values {
            self.value(value);
        }
    }

    /// Writes members behind which at most a brace is written, and not here.
    pub(super) fn last_members(&mut self, values: &[Value<'_>]) {
        let Some((last, others)) = values.split_last() else { return };
        self.members(others);
        self.is_last = last.field.skip_if.is_none() && !last.field.is_flattened();
        self.value(last);
    }

    /// Writes one value without anything around it.
    pub(super) fn bare_value(&mut self, value: &Value<'_>) {
        self.lead = Separator::None;
        self.value(value);
        self.lead = Separator::Comma;
    }

    /// Writes the members of the object that a function makes of the values, which are all of a payload. Others stand before it.
    pub(super) fn call_members(&mut self, call: &Call, places: &[TokenStream]) {
        self.flush();
        let next = self.part(&quote!(part), &quote!(__fj::None));
        let whole = call.encode(places);
        self.writes.extend(quote!(__run.members_of(#next, |__w| #whole);));
    }

    /// Writes what a function makes of the values, which are all of a payload.
    pub(super) fn call(&mut self, call: &Call, places: &[TokenStream]) {
        self.flush();
        let next = self.part(&quote!(part), &quote!(__fj::None));
        let written = call.encode(places);
        self.writes.extend(quote!(__run.call(#next, |__w| #written);));
    }

    fn separator(&mut self) {
        match self.lead {
            Separator::None => {}
            Separator::Open => self.text("{"),
            Separator::Comma => self.text(","),
            Separator::Lead => {
                self.flush();
                self.writes.extend(quote!(__run.lead();));
                self.pending += 1;
            }
            Separator::MaybeComma => {
                self.flush();
                self.writes.extend(quote!(__run.literal(__comma);));
                self.pending += 1;
            }
        }
    }

    fn value(&mut self, value: &Value<'_>) {
        let is_flattened = value.field.is_flattened();
        if is_flattened || value.field.skip_if.is_some() {
            self.start_open();
        }
        let outer = value.field.skip_if.as_ref().map(|path| {
            self.flush();
            if self.pending > 0 {
                // It is written whether or not the value is.
                let len = Literal::usize_unsuffixed(std::mem::take(&mut self.pending));
                self.parts.push(quote!(__fj::Part::end(#len)));
            }
            (path, std::mem::take(&mut self.writes))
        });
        if is_flattened {
            self.flattened(value);
        } else {
            self.separator();
            if self.lead == Separator::MaybeComma && outer.is_some() {
                self.writes.extend(quote!(__comma = ",";));
            }
            self.text(&value.key);
            let lead = self.take_text();
            let kind = if outer.is_some() { quote!(part_if) } else { quote!(part) };
            let next = self.part(&kind, &value.field.max_len());
            let place = (value.place)(Span::call_site());
            self.writes.extend(value.field.write(&lead, &place, &next));
            if outer.is_none() {
                self.lead = Separator::Comma;
            }
        }
        if let Some((path, before)) = outer {
            let span = Span::call_site().located_at(path.span());
            let place = (value.place)(span);
            let is_left_out = field::typed_call(path, &[place], &quote!(__fj::bool));
            let is_written = quote_spanned!(span=> !#is_left_out);
            let write = std::mem::replace(&mut self.writes, before);
            self.writes.extend(quote!(if #is_written { #write }));
        }
    }

    /// Where the first of a sequence may be left out, the mark before the others is known when they are written.
    fn start_open(&mut self) {
        let (start, lead) = match self.lead {
            Separator::Open => (quote!(__run.open_object();), Separator::Lead),
            Separator::None => (quote!(let mut __comma = "";), Separator::MaybeComma),
            _ => return,
        };
        self.flush();
        self.writes.extend(start);
        self.lead = lead;
    }

    /// The members of a field's value.
    pub(super) fn flattened(&mut self, value: &Value<'_>) {
        let ty = value.field.ty;
        self.flush();
        let kind = if value.field.skip_if.is_some() { quote!(part_if) } else { quote!(part) };
        let next = self.part(&kind, &quote!(__fj::None));
        let place = (value.place)(Span::call_site());
        let members = match &value.field.codec.encode {
            Codec::Own | Codec::Auto => {
                let write = quote!(<#ty as __fj::EncodeFields>::encode_fields(#place, __run));
                quote!(members(#next, |__run| #write))
            }
            Codec::As(_) | Codec::Call(_) => {
                let whole = value.field.encode(&place);
                quote!(members_of(#next, |__w| #whole))
            }
        };
        self.writes.extend(quote!(__run.#members;));
    }

    /// Adds a part of what has been written since the last value and one of at most `max` bytes; returns what is to come next.
    fn part(&mut self, kind: &TokenStream, max: &TokenStream) -> TokenStream {
        let len = Literal::usize_unsuffixed(std::mem::take(&mut self.pending));
        self.parts.push(quote!(__fj::#kind(#len, #max)));
        if self.is_last {
            Literal::usize_unsuffixed(BRACE).into_token_stream()
        } else {
            run(self.parts.len()).into_token_stream()
        }
    }

    /// The text that is still to be written, for somebody who writes it now.
    fn take_text(&mut self) -> String {
        self.pending += self.text.len();
        std::mem::take(&mut self.text)
    }

    fn flush(&mut self) {
        let text = self.take_text();
        if !text.is_empty() {
            self.writes.extend(quote!(__run.literal(#text);));
        }
    }

    /// All of it, as statements over `__w`.
    pub(super) fn finish(mut self) -> TokenStream {
        if self.parts.is_empty() && self.writes.is_empty() {
            let text = self.text;
            return if text.is_empty() { TokenStream::new() } else { quote!(__w.literal(#text);) };
        }
        self.flush();
        let (runs, writes) = (self.runs(0), &self.writes);
        quote! {
            #runs
            let __run = &mut __w.run(__r0);
            #writes
            __run.finish()?;
        }
    }

    /// All of it over `__run`, which then has room for a closing brace.
    pub(super) fn finish_led(mut self) -> TokenStream {
        self.flush();
        if self.writes.is_empty() {
            return TokenStream::new();
        }
        let (runs, writes) = (self.runs(BRACE), &self.writes);
        quote! {
            #runs
            __run.settle(__r0);
            #writes
        }
    }

    /// The locals that say how long the runs are, the last one of which has room for `after` bytes more.
    fn runs(&mut self, after: usize) -> TokenStream {
        if !self.is_last {
            let len = Literal::usize_unsuffixed(self.pending + after);
            self.parts.push(quote!(__fj::Part::end(#len)));
        }
        let (runs, parts) = ((0..self.parts.len()).map(run), &self.parts);
        quote!(let [#(#runs),*] = const { __fj::runs([#(#parts),*]) };)
    }
}
