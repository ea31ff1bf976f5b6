use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(unknown)]
struct Page<'a, T: Clone, const N: usize>
where
    T: Default,
{
    #[fastjson(skip(x))]
    items: [&'a T; N],
}

fn uses(page: &Page<'_, u8, 3>) {
    fastjson::to_string(page).unwrap();
}

fn main() {}
