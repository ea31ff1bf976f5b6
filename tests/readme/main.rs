//! The README's example is what stands in `example.rs`, and that compiles and does what it says.

include!("example.rs");

/// Where the README stands.
const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");
const EXAMPLE: &str = include_str!("example.rs");

/// The text of the first block of Rust.
fn first_example(markdown: &str) -> Option<&str> {
    let (_, rest) = markdown.split_once("\n```rust\n")?;
    let (body, _) = rest.split_once("\n```")?;
    Some(body)
}

#[test]
fn the_readme_shows_the_example() {
    let readme = std::fs::read_to_string(README).expect("README.md");
    let shown = first_example(&readme).expect("a block of Rust in README.md");
    assert_eq!(shown, EXAMPLE.trim_end(), "README.md (left) and tests/readme/example.rs differ");
    assert!(EXAMPLE.lines().count() <= 25, "an example of some twenty lines");
}

#[test]
fn the_example_runs() {
    main().expect("the example");
}

#[test]
fn blocks_are_found() {
    assert_eq!(
        first_example("# x\n```sh\ncargo\n```\n```rust\na\nb\n```\n```rust\nc\n```\n"),
        Some("a\nb")
    );
    assert_eq!(first_example("# x\n"), None);
}
