//! The package that holds the integration tests; see the `[[test]]` targets.
