//! The attributes of the derive, a page for each group.
pub mod conversions;
pub mod enums;
pub mod flatten;
pub mod missing;
pub mod names;
pub mod skipping;
pub mod unknown;
