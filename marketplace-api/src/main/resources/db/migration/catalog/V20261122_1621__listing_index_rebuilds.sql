-- A rebuild of the search index that is not finished, so that it goes on where it was interrupted. The indexer's own bookkeeping.
CREATE TABLE listing_index_rebuild (
    alias           TEXT        NOT NULL,
    index_name      TEXT        NOT NULL,
    last_listing_id UUID,
    written         BIGINT      NOT NULL DEFAULT 0,
    refused         BIGINT      NOT NULL DEFAULT 0,
    started_at      TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at      TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT listing_index_rebuild_pk PRIMARY KEY (alias)
);
