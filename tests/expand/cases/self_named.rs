struct Node<T> {
    value: T,
    next: Option<Box<Self>>,
}
