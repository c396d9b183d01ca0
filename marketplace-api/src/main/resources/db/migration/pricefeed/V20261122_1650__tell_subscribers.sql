-- Programs that use the prices: their keys, and the addresses that are told of publications.

CREATE TABLE price_api_key (
    id         UUID        NOT NULL,
    account_id UUID        NOT NULL,
    name       TEXT        NOT NULL,
    -- SHA-256 of the key; the key itself is shown once and not kept.
    hash       BYTEA       NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    revoked_at TIMESTAMPTZ,
    CONSTRAINT price_api_key_pk PRIMARY KEY (id),
    -- The key of a request, to its row.
    CONSTRAINT price_api_key_hash_uk UNIQUE (hash),
    CONSTRAINT price_api_key_hash_ck CHECK (octet_length(hash) = 32)
);

-- The keys of an account.
CREATE INDEX price_api_key_account_ix ON price_api_key (account_id, created_at);

CREATE TABLE price_webhook (
    id            UUID        NOT NULL,
    account_id    UUID        NOT NULL,
    url           TEXT        NOT NULL,
    state         TEXT        NOT NULL,
    -- Signs what we send, so it must be readable to us.
    secret        TEXT        NOT NULL,
    -- Signs beside the other for a while after it was replaced.
    former_secret TEXT,
    former_until  TIMESTAMPTZ,
    -- Every publication up to this vintage has its delivery.
    told_until    INTEGER     NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    CONSTRAINT price_webhook_pk PRIMARY KEY (id),
    -- ENDED: by its owner, or because its address answered that it is gone.
    CONSTRAINT price_webhook_state_ck CHECK (state IN ('ACTIVE', 'ENDED')),
    CONSTRAINT price_webhook_former_ck CHECK ((former_secret IS NULL) = (former_until IS NULL))
);

-- The webhooks of an account.
CREATE INDEX price_webhook_account_ix ON price_webhook (account_id, created_at);

-- Who has not been told of the last publications.
CREATE INDEX price_webhook_told_ix ON price_webhook (told_until) WHERE state = 'ACTIVE';

CREATE TABLE price_delivery (
    -- The webhook-id that the receiver sees: the same at every attempt.
    id         UUID        NOT NULL,
    webhook_id UUID        NOT NULL,
    vintage    INTEGER     NOT NULL,
    state      TEXT        NOT NULL,
    -- Since it was last asked for; the log counts all of them.
    attempts   INTEGER     NOT NULL,
    due_at     TIMESTAMPTZ NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT price_delivery_pk PRIMARY KEY (id),
    CONSTRAINT price_delivery_once_uk UNIQUE (webhook_id, vintage),
    CONSTRAINT price_delivery_webhook_fk FOREIGN KEY (webhook_id) REFERENCES price_webhook (id),
    CONSTRAINT price_delivery_vintage_fk FOREIGN KEY (vintage) REFERENCES price_publication (vintage),
    CONSTRAINT price_delivery_state_ck CHECK (state IN ('PENDING', 'DELIVERED', 'FAILED'))
);

-- What is due.
CREATE INDEX price_delivery_due_ix ON price_delivery (due_at) WHERE state = 'PENDING';

CREATE TABLE price_delivery_attempt (
    delivery_id  UUID        NOT NULL,
    attempted_at TIMESTAMPTZ NOT NULL,
    -- The HTTP status of the answer, if there was one.
    status       INTEGER,
    failure      TEXT,
    milliseconds INTEGER     NOT NULL,
    CONSTRAINT price_delivery_attempt_pk PRIMARY KEY (delivery_id, attempted_at),
    CONSTRAINT price_delivery_attempt_delivery_fk FOREIGN KEY (delivery_id) REFERENCES price_delivery (id),
    CONSTRAINT price_delivery_attempt_outcome_ck CHECK ((status IS NULL) <> (failure IS NULL))
);

CREATE TRIGGER price_delivery_attempt_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price_delivery_attempt
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_price_record_change();
