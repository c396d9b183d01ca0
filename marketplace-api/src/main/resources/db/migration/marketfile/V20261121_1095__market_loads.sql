-- Each load of a market from files: an unfinished one is taken up again after a crash.
CREATE TABLE market_load (
    id          UUID        NOT NULL DEFAULT uuidv7(),
    source      TEXT        NOT NULL,
    started_at  TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    loaded      BIGINT      NOT NULL DEFAULT 0,
    refused     BIGINT      NOT NULL DEFAULT 0,
    CONSTRAINT market_load_pk PRIMARY KEY (id)
);
