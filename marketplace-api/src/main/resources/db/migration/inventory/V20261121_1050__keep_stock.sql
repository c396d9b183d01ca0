-- What a shop has of each variant, and what of it is promised to orders.
CREATE TABLE stock_level (
    variant_id UUID NOT NULL,
    on_hand    INTEGER NOT NULL,
    reserved   INTEGER NOT NULL DEFAULT 0,
    version    BIGINT NOT NULL DEFAULT 1,
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT stock_level_pk PRIMARY KEY (variant_id),
    CONSTRAINT stock_level_variant_fk FOREIGN KEY (variant_id) REFERENCES listing_variant (id),
    CONSTRAINT stock_level_on_hand_not_negative CHECK (on_hand >= 0),
    CONSTRAINT stock_level_reserved_not_negative CHECK (reserved >= 0),
    -- The last line of defence against overselling: no statement can promise more than there is.
    CONSTRAINT stock_level_reserved_within_on_hand CHECK (reserved <= on_hand)
);

-- A hot row is updated in place (HOT) while many buyers want the last boxes.
ALTER TABLE stock_level SET (fillfactor = 70);

-- Goods promised to one owner (a seller order) until it ships them, gives them up, or the promise lapses.
CREATE TABLE stock_reservation (
    owner_id   UUID NOT NULL,
    variant_id UUID NOT NULL,
    quantity   INTEGER NOT NULL,
    expires_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT stock_reservation_pk PRIMARY KEY (owner_id, variant_id),
    CONSTRAINT stock_reservation_variant_fk FOREIGN KEY (variant_id) REFERENCES stock_level (variant_id),
    CONSTRAINT stock_reservation_quantity_positive CHECK (quantity > 0)
);

-- For the sweeper that gives back what has lapsed.
CREATE INDEX stock_reservation_expiry_idx ON stock_reservation (expires_at) WHERE expires_at IS NOT NULL;

-- Append-only audit: who changed which figure, by how much, why, and what it was afterwards.
CREATE TABLE stock_change (
    id             UUID NOT NULL DEFAULT uuidv7(),
    variant_id     UUID NOT NULL,
    reason         TEXT NOT NULL,
    on_hand_delta  INTEGER NOT NULL,
    reserved_delta INTEGER NOT NULL,
    on_hand_after  INTEGER NOT NULL,
    reserved_after INTEGER NOT NULL,
    owner_id       UUID,
    changed_by     UUID,
    changed_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT stock_change_pk PRIMARY KEY (id),
    CONSTRAINT stock_change_reason_known
        CHECK (reason IN ('INITIAL', 'COUNTED', 'RESERVED', 'RELEASED', 'EXPIRED', 'TAKEN'))
);

-- The history of one variant, newest first.
CREATE INDEX stock_change_variant_idx ON stock_change (variant_id, id DESC);
