use fastjson::FastJson;

#[derive(FastJson)]
struct Newtype(#[fastjson(default_value = 3, omit_empty)] u8);

#[derive(FastJson)]
enum Shape {
    Circle(#[fastjson(default_value = 3)] u8),
    Square(#[fastjson(omit_empty)] u8),
}

#[derive(FastJson)]
#[fastjson(transparent)]
struct Wrapped {
    #[fastjson(omit_empty)]
    x: u8,
}

fn main() {}
