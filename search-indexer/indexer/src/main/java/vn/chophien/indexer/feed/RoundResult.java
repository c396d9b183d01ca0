package vn.chophien.indexer.feed;

/**
 * What one round did.
 *
 * @param claimed how many marks
 * @param busy how many of them the index could not take now
 */
record RoundResult(int claimed, int busy) {}
