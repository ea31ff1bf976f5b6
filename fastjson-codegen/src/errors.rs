//! [`Errors`]: the one place where mistakes are collected, so that all of them are reported at once.

use std::cell::RefCell;
use std::fmt::Display;

use proc_macro2::Span;
use quote::ToTokens;

/// All mistakes of an item. Panics when it is dropped unread, so that no stage can lose one.
///
/// `None` once they were read, or where nobody wants them.
pub(crate) struct Errors(RefCell<Option<Vec<syn::Error>>>);

impl Errors {
    pub(crate) fn new() -> Errors {
        Errors(RefCell::new(Some(Vec::new())))
    }

    /// For a first look at what is read, and reported, again.
    pub(crate) fn ignored() -> Errors {
        Errors(RefCell::new(None))
    }

    /// A mistake at one token.
    pub(crate) fn at(&self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    /// A mistake that underlines all of `node`.
    pub(crate) fn on(&self, node: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(node, message));
    }

    pub(crate) fn push(&self, error: syn::Error) {
        if let Some(errors) = self.0.borrow_mut().as_mut() {
            errors.push(error);
        }
    }

    /// Everything that was reported, as one error of many messages.
    pub(crate) fn finish(self) -> syn::Result<()> {
        let errors = self.0.borrow_mut().take().unwrap_or_default();
        joined(errors).map_or(Ok(()), Err)
    }
}

/// Several errors as one of several messages.
pub(crate) fn joined(errors: Vec<syn::Error>) -> Option<syn::Error> {
    errors.into_iter().reduce(|mut all, error| {
        all.combine(error);
        all
    })
}

impl Drop for Errors {
    fn drop(&mut self) {
        if self.0.borrow().is_some() && !std::thread::panicking() {
            panic!("the mistakes of an item were collected and not looked at");
        }
    }
}
