struct Sum<T>(T, #[fastjson(string)] u64, Vec<Sum<T>>);
