struct Entry<'a> {
    key: &'a str,
    value: Cow<'a, str>,
}
