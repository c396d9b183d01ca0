CREATE TABLE trace_lot (
    id          UUID NOT NULL DEFAULT uuidv7(),
    listing_id  UUID NOT NULL,
    lot_code    TEXT NOT NULL,
    produced_on DATE NOT NULL,
    quantity    INTEGER NOT NULL,
    unit        TEXT NOT NULL,
    status      TEXT NOT NULL,
    CONSTRAINT trace_lot_pk PRIMARY KEY (id),
    CONSTRAINT trace_lot_code_key UNIQUE (lot_code),
    CONSTRAINT trace_lot_quantity_sane CHECK (quantity >= 0),
    CONSTRAINT trace_lot_status_known CHECK (status IN ('ACTIVE', 'DEPLETED', 'RECALLED')),
    CONSTRAINT trace_lot_listing_fk FOREIGN KEY (listing_id) REFERENCES listing (id)
);

-- The lots of a listing, newest first.
CREATE INDEX trace_lot_listing_idx ON trace_lot (listing_id, produced_on DESC);

CREATE TABLE trace_event (
    lot_id      UUID        NOT NULL,
    seq         SMALLINT    NOT NULL,
    type        TEXT        NOT NULL,
    occurred_at TIMESTAMPTZ NOT NULL,
    place_vi    TEXT        NOT NULL DEFAULT '',
    place_en    TEXT        NOT NULL DEFAULT '',
    note_vi     TEXT        NOT NULL DEFAULT '',
    note_en     TEXT        NOT NULL DEFAULT '',
    recorded_by TEXT        NOT NULL DEFAULT '',
    CONSTRAINT trace_event_pk PRIMARY KEY (lot_id, seq),
    CONSTRAINT trace_event_type_known CHECK (type IN ('PLANT', 'CARE', 'HARVEST', 'PROCESS', 'PACK', 'SHIP')),
    CONSTRAINT trace_event_lot_fk FOREIGN KEY (lot_id) REFERENCES trace_lot (id)
);
