-- The people who deliver to a cooperative. A name and nothing else: no personal ids, no accounts.
CREATE TABLE coop_member (
    id         UUID        NOT NULL,
    seller_id  UUID        NOT NULL,
    name       TEXT        NOT NULL,
    added_by   UUID        NOT NULL,
    added_at   TIMESTAMPTZ NOT NULL,
    -- One who left stays with the deliveries there were.
    left_at    TIMESTAMPTZ,
    CONSTRAINT coop_member_pk PRIMARY KEY (id),
    CONSTRAINT coop_member_seller_fk FOREIGN KEY (seller_id) REFERENCES seller (id),
    CONSTRAINT coop_member_name_shape CHECK (name = btrim(name) AND length(name) BETWEEN 1 AND 100)
);

-- Namesakes are told apart by what the cooperative writes behind the name.
CREATE UNIQUE INDEX coop_member_name_key ON coop_member (seller_id, lower(name)) WHERE left_at IS NULL;

-- What a member brought. A wrong row is struck out, never changed.
CREATE TABLE member_delivery (
    id           UUID        NOT NULL,
    seller_id    UUID        NOT NULL,
    member_id    UUID        NOT NULL,
    delivered_on DATE        NOT NULL,
    product      TEXT        NOT NULL,
    grade        TEXT        NOT NULL,
    grams        BIGINT      NOT NULL,
    price_per_kg BIGINT      NOT NULL,
    -- The attempt that wrote it and the row in its file: a repeated upload adds nothing.
    import_key   TEXT        NOT NULL,
    import_row   INTEGER     NOT NULL,
    entered_by   UUID        NOT NULL,
    entered_at   TIMESTAMPTZ NOT NULL,
    struck_by    UUID,
    struck_at    TIMESTAMPTZ,
    CONSTRAINT member_delivery_pk PRIMARY KEY (id),
    CONSTRAINT member_delivery_member_fk FOREIGN KEY (member_id) REFERENCES coop_member (id),
    CONSTRAINT member_delivery_import_once UNIQUE (seller_id, import_key, import_row),
    CONSTRAINT member_delivery_weight_sane CHECK (grams BETWEEN 1 AND 1000000000),
    CONSTRAINT member_delivery_price_sane CHECK (price_per_kg BETWEEN 0 AND 1000000000),
    CONSTRAINT member_delivery_product_present CHECK (btrim(product) <> ''),
    CONSTRAINT member_delivery_struck_whole CHECK ((struck_by IS NULL) = (struck_at IS NULL))
);

-- The deliveries of a period.
CREATE INDEX member_delivery_seller_idx ON member_delivery (seller_id, delivered_on, id);
