-- Listings whose document in the search index is behind. Written here in the transaction of the change; claimed and cleared
-- by the indexer, which owns attempts, not_before and claimed_until.
CREATE TABLE listing_index_mark (
    listing_id    UUID        NOT NULL,
    version       BIGINT      NOT NULL,
    marked_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    attempts      INTEGER     NOT NULL DEFAULT 0,
    not_before    TIMESTAMPTZ NOT NULL DEFAULT now(),
    claimed_until TIMESTAMPTZ,
    CONSTRAINT listing_index_mark_pk PRIMARY KEY (listing_id)
);

-- The indexer takes what is due, oldest first.
CREATE INDEX listing_index_mark_due_idx ON listing_index_mark (not_before, marked_at);

-- Documents the search engine refused, with its reason, until they are retried on request.
CREATE TABLE listing_index_dead_letter (
    listing_id UUID        NOT NULL,
    version    BIGINT      NOT NULL,
    reason     TEXT        NOT NULL,
    failed_at  TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT listing_index_dead_letter_pk PRIMARY KEY (listing_id)
);
