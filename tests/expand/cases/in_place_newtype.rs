struct Name(String);
