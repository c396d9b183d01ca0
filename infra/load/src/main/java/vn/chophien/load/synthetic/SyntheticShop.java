package vn.chophien.load.synthetic;

/** A cooperative that nobody registered. */
record SyntheticShop(int number, String slug, Text name, Commune commune) {}
