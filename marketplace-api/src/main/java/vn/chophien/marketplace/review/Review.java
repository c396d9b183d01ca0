package vn.chophien.marketplace.review;

import java.time.Instant;
import java.util.UUID;

/** A review as it is shown: in the language it was written in. */
record Review(
        UUID id, int rating, String lang, String text, String author, boolean verifiedPurchase, Instant createdAt) {}
