enum Shape {
    Empty,
    Circle(f64),
    Line(Point, Point),
    Rect {
        width: f64,
        height: f64,
        #[fastjson(default, skip_serializing_if = "Option::is_none")]
        label: Option<String>,
    },
    #[fastjson(skip)]
    Internal(Cache),
}
