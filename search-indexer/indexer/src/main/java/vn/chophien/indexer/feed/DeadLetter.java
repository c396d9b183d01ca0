package vn.chophien.indexer.feed;

import java.time.Instant;
import java.util.UUID;

/** A listing whose document the index refused. */
public record DeadLetter(UUID listing, long version, String reason, Instant failedAt) {}
