struct Tree<T> {
    value: T,
    #[fastjson(default)]
    children: Vec<Tree<T>>,
}
