package vn.chophien.marketplace.marketfile;

/** A line of a file, counted from one. */
record Line(String file, long number, String text) {}
