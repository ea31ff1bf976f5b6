#[fastjson(remote = "other::Tree<T>")]
enum TreeDef<T> {
    Leaf(T),
    #[fastjson(skip)]
    Node,
}
