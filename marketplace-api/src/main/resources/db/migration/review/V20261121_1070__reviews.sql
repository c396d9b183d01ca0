CREATE TABLE review (
    id                UUID        NOT NULL DEFAULT uuidv7(),
    listing_id        UUID        NOT NULL,
    -- The key of the file a review was loaded from; a second load finds it and does not count it twice.
    external_id       TEXT,
    rating            SMALLINT    NOT NULL,
    language          TEXT        NOT NULL,
    body              TEXT        NOT NULL,
    author_alias      TEXT        NOT NULL,
    verified_purchase BOOLEAN     NOT NULL DEFAULT FALSE,
    created_at        TIMESTAMPTZ NOT NULL,
    CONSTRAINT review_pk PRIMARY KEY (id),
    CONSTRAINT review_external_id_key UNIQUE (external_id),
    CONSTRAINT review_rating_known CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT review_language_known CHECK (language IN ('vi', 'en')),
    CONSTRAINT review_listing_fk FOREIGN KEY (listing_id) REFERENCES listing (id)
);

-- A listing's reviews, newest first, page by page.
CREATE INDEX review_listing_idx ON review (listing_id, created_at DESC, id DESC);
