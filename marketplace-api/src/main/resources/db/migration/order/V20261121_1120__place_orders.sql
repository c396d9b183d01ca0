-- One row per day in Vietnam; people read the number out on the phone, so it starts anew each day.
CREATE TABLE order_number_counter (
    day  DATE    NOT NULL,
    last INTEGER NOT NULL,
    CONSTRAINT order_number_counter_pk PRIMARY KEY (day),
    CONSTRAINT order_number_counter_positive CHECK (last > 0)
);

-- What a buyer ordered and pays in one go. Names and amounts are what the buyer saw; nothing here follows later changes.
CREATE TABLE customer_order (
    id               UUID        NOT NULL,
    number           TEXT        NOT NULL,
    account_id       UUID,
    -- Lets a buyer without an account see the order; as secret as the order itself.
    access_token     TEXT        NOT NULL,
    payment_method   TEXT        NOT NULL,
    -- Until then the goods are kept for an unpaid card order.
    payment_due_at   TIMESTAMPTZ,
    payment_id       UUID,
    paid_amount      BIGINT      NOT NULL DEFAULT 0,
    paid_at          TIMESTAMPTZ,
    payment_failure  TEXT,
    -- Asked back from the gateway, and what of it the gateway confirmed.
    refund_requested BIGINT      NOT NULL DEFAULT 0,
    refunded         BIGINT      NOT NULL DEFAULT 0,
    return_url       TEXT,
    contact_name     TEXT        NOT NULL,
    contact_phone    TEXT        NOT NULL,
    contact_email    TEXT,
    province_code    CHAR(2)     NOT NULL,
    province_name_vi TEXT        NOT NULL,
    province_name_en TEXT        NOT NULL,
    commune_code     CHAR(5)     NOT NULL,
    commune_name_vi  TEXT        NOT NULL,
    commune_name_en  TEXT        NOT NULL,
    street           TEXT        NOT NULL,
    note             TEXT,
    language         TEXT        NOT NULL,
    goods_total      BIGINT      NOT NULL,
    shipping_total   BIGINT      NOT NULL,
    total            BIGINT      NOT NULL,
    currency         CHAR(3)     NOT NULL,
    placed_at        TIMESTAMPTZ NOT NULL,
    CONSTRAINT customer_order_pk PRIMARY KEY (id),
    CONSTRAINT customer_order_number_key UNIQUE (number),
    CONSTRAINT customer_order_method_known CHECK (payment_method IN ('CARD', 'COD')),
    CONSTRAINT customer_order_language_known CHECK (language IN ('vi', 'en')),
    CONSTRAINT customer_order_sums CHECK (goods_total >= 0 AND shipping_total >= 0 AND total = goods_total + shipping_total),
    CONSTRAINT customer_order_refunds_within_payment CHECK (
        paid_amount >= 0 AND refund_requested BETWEEN 0 AND paid_amount AND refunded BETWEEN 0 AND refund_requested),
    CONSTRAINT customer_order_paid_whole CHECK ((paid_at IS NULL) = (paid_amount = 0))
);

-- An account's own orders, newest first.
CREATE INDEX customer_order_account_idx ON customer_order (account_id, placed_at DESC, id DESC) WHERE account_id IS NOT NULL;
-- Unpaid card orders whose time is up.
CREATE INDEX customer_order_due_idx ON customer_order (payment_due_at) WHERE payment_due_at IS NOT NULL;

-- The part of an order that one shop sends, with the shop as it was that day.
CREATE TABLE seller_order (
    id                     UUID        NOT NULL,
    order_id               UUID        NOT NULL,
    position               INTEGER     NOT NULL,
    number                 TEXT        NOT NULL,
    seller_id              UUID        NOT NULL,
    seller_slug            TEXT        NOT NULL,
    seller_type            TEXT        NOT NULL,
    seller_name_vi         TEXT        NOT NULL,
    seller_name_en         TEXT        NOT NULL,
    seller_tax_code        TEXT,
    seller_registration_no TEXT,
    seller_province_code   CHAR(2)     NOT NULL,
    seller_commune_name    TEXT        NOT NULL,
    seller_phone           TEXT,
    seller_email           TEXT,
    state                  TEXT        NOT NULL,
    cancelled_by           TEXT,
    cancel_reason          TEXT,
    shipping_service       TEXT        NOT NULL,
    shipping_fee           BIGINT      NOT NULL,
    shipping_days_min      INTEGER     NOT NULL,
    shipping_days_max      INTEGER     NOT NULL,
    goods_total            BIGINT      NOT NULL,
    total                  BIGINT      NOT NULL,
    currency               CHAR(3)     NOT NULL,
    placed_at              TIMESTAMPTZ NOT NULL,
    CONSTRAINT seller_order_pk PRIMARY KEY (id),
    CONSTRAINT seller_order_number_key UNIQUE (number),
    CONSTRAINT seller_order_position_key UNIQUE (order_id, position),
    CONSTRAINT seller_order_order_fk FOREIGN KEY (order_id) REFERENCES customer_order (id),
    CONSTRAINT seller_order_seller_fk FOREIGN KEY (seller_id) REFERENCES seller (id),
    CONSTRAINT seller_order_state_known
        CHECK (state IN ('AWAITING_PAYMENT', 'NEW', 'CONFIRMED', 'SHIPPED', 'DELIVERED', 'CANCELLED')),
    CONSTRAINT seller_order_cancellation_explained
        CHECK ((state = 'CANCELLED') = (cancelled_by IS NOT NULL) AND (cancelled_by IS NULL) = (cancel_reason IS NULL)),
    CONSTRAINT seller_order_sums CHECK (goods_total >= 0 AND shipping_fee >= 0 AND total = goods_total + shipping_fee)
);

-- A shop's own orders, newest first, all or those in one state.
CREATE INDEX seller_order_seller_idx ON seller_order (seller_id, placed_at DESC, id DESC);
CREATE INDEX seller_order_seller_state_idx ON seller_order (seller_id, state, placed_at DESC, id DESC);

CREATE TABLE order_line (
    seller_order_id UUID    NOT NULL,
    position        INTEGER NOT NULL,
    variant_id      UUID    NOT NULL,
    listing_id      UUID    NOT NULL,
    listing_slug    TEXT    NOT NULL,
    sku             TEXT    NOT NULL,
    name_vi         TEXT    NOT NULL,
    name_en         TEXT    NOT NULL,
    label_vi        TEXT    NOT NULL,
    label_en        TEXT    NOT NULL,
    vat_class       TEXT    NOT NULL,
    weight_grams    INTEGER NOT NULL,
    picture_id      TEXT,
    unit_price      BIGINT  NOT NULL,
    quantity        INTEGER NOT NULL,
    line_total      BIGINT  NOT NULL,
    CONSTRAINT order_line_pk PRIMARY KEY (seller_order_id, position),
    CONSTRAINT order_line_seller_order_fk FOREIGN KEY (seller_order_id) REFERENCES seller_order (id),
    CONSTRAINT order_line_quantity_positive CHECK (quantity > 0),
    CONSTRAINT order_line_total_exact CHECK (line_total = unit_price * quantity)
);

-- What happened to a seller order, one row per step, never changed.
CREATE TABLE seller_order_event (
    id              UUID        NOT NULL DEFAULT uuidv7(),
    seller_order_id UUID        NOT NULL,
    from_state      TEXT,
    to_state        TEXT        NOT NULL,
    actor           TEXT        NOT NULL,
    actor_id        UUID,
    note            TEXT,
    happened_at     TIMESTAMPTZ NOT NULL,
    CONSTRAINT seller_order_event_pk PRIMARY KEY (id),
    CONSTRAINT seller_order_event_seller_order_fk FOREIGN KEY (seller_order_id) REFERENCES seller_order (id),
    CONSTRAINT seller_order_event_actor_known CHECK (actor IN ('BUYER', 'SELLER', 'SYSTEM'))
);

-- The history of one seller order.
CREATE INDEX seller_order_event_seller_order_idx ON seller_order_event (seller_order_id, id);

-- How often somebody asked for an order by number and phone, so that nobody can try all phones.
CREATE TABLE order_lookup_attempt (
    subject      TEXT        NOT NULL,
    window_start TIMESTAMPTZ NOT NULL,
    attempts     INTEGER     NOT NULL,
    CONSTRAINT order_lookup_attempt_pk PRIMARY KEY (subject)
);
