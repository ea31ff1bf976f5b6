struct Page<'a, T, K: Ord, const N: usize>
where
    T: Source,
{
    items: Vec<T>,
    first: T::Item,
    by_name: BTreeMap<K, [T; N]>,
    title: &'a str,
}
