package vn.chophien.indexer.feed;

import java.time.Duration;

/** How far behind the index is. */
public record QueueState(long waiting, Duration lag, long deadLetters) {}
