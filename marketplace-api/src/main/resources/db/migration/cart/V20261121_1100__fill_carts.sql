-- A cart belongs to whoever knows its id (random, not guessable), and to at most one account.
CREATE TABLE cart (
    id         UUID        NOT NULL,
    account_id UUID,
    -- Counts changes of the lines, so that a checkout orders what it priced.
    version    BIGINT      NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT cart_pk PRIMARY KEY (id),
    CONSTRAINT cart_account_key UNIQUE (account_id)
);

-- For the sweeper that forgets old carts.
CREATE INDEX cart_expiry_idx ON cart (expires_at);

CREATE TABLE cart_line (
    cart_id    UUID        NOT NULL,
    variant_id UUID        NOT NULL,
    quantity   INTEGER     NOT NULL,
    -- Lines stand in the order they were first put in.
    position   BIGINT      GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT cart_line_pk PRIMARY KEY (cart_id, variant_id),
    CONSTRAINT cart_line_quantity_sane CHECK (quantity BETWEEN 1 AND 99),
    CONSTRAINT cart_line_cart_fk FOREIGN KEY (cart_id) REFERENCES cart (id) ON DELETE CASCADE,
    CONSTRAINT cart_line_variant_fk FOREIGN KEY (variant_id) REFERENCES listing_variant (id)
);
