-- Goods that came back from a buyer: restocked, or restocked and written off at once.
ALTER TABLE stock_change
    DROP CONSTRAINT stock_change_reason_known,
    ADD CONSTRAINT stock_change_reason_known CHECK (
        reason IN ('INITIAL', 'COUNTED', 'RESERVED', 'RELEASED', 'EXPIRED', 'TAKEN', 'RETURNED', 'WRITTEN_OFF'));

-- The shop is warned when no more than this many are left to sell.
ALTER TABLE stock_level
    ADD COLUMN low_at INTEGER NOT NULL DEFAULT 5,
    ADD CONSTRAINT stock_level_low_at_not_negative CHECK (low_at >= 0);

-- Who wants to know when a variant that is sold out can be bought again, and since when it can.
CREATE TABLE stock_watch (
    account_id UUID        NOT NULL,
    variant_id UUID        NOT NULL,
    since      TIMESTAMPTZ NOT NULL,
    back_at    TIMESTAMPTZ,
    CONSTRAINT stock_watch_pk PRIMARY KEY (account_id, variant_id),
    CONSTRAINT stock_watch_variant_fk FOREIGN KEY (variant_id) REFERENCES listing_variant (id)
);

-- Those who wait for a variant.
CREATE INDEX stock_watch_waiting_idx ON stock_watch (variant_id) WHERE back_at IS NULL;
