-- Which order a checkout key placed. The key settles a race between twins: the second insert waits for the first.
CREATE TABLE checkout_attempt (
    key         TEXT        NOT NULL,
    -- SHA-256 of what was asked, so that a key cannot be used for something else.
    fingerprint TEXT        NOT NULL,
    order_id    UUID        NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    CONSTRAINT checkout_attempt_pk PRIMARY KEY (key)
);
