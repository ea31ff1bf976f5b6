struct Pair(u64, String);
