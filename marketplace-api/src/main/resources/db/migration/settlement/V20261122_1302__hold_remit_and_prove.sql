-- The money of a seller order that an operator keeps back while a complaint is looked into.
CREATE TABLE seller_order_hold (
    id              UUID        NOT NULL DEFAULT uuidv7(),
    seller_order_id UUID        NOT NULL,
    note            TEXT        NOT NULL,
    placed_by       UUID        NOT NULL,
    placed_at       TIMESTAMPTZ NOT NULL,
    released_by     UUID,
    released_at     TIMESTAMPTZ,
    CONSTRAINT seller_order_hold_pk PRIMARY KEY (id),
    CONSTRAINT seller_order_hold_seller_order_fk FOREIGN KEY (seller_order_id) REFERENCES seller_order (id),
    CONSTRAINT seller_order_hold_release_whole CHECK ((released_by IS NULL) = (released_at IS NULL))
);

-- A seller order is held once at a time; also finds whether it is.
CREATE UNIQUE INDEX seller_order_hold_open_key ON seller_order_hold (seller_order_id) WHERE released_at IS NULL;

-- Cash that a carrier handed over to the market's licensed partner.
CREATE TABLE cod_remittance (
    id              UUID        NOT NULL,
    idempotency_key TEXT        NOT NULL,
    carrier         TEXT        NOT NULL,
    reference       TEXT        NOT NULL,
    received_on     DATE        NOT NULL,
    amount          BIGINT      NOT NULL,
    recorded_by     UUID        NOT NULL,
    recorded_at     TIMESTAMPTZ NOT NULL,
    CONSTRAINT cod_remittance_pk PRIMARY KEY (id),
    CONSTRAINT cod_remittance_key UNIQUE (idempotency_key),
    -- A transfer of the carrier is recorded once.
    CONSTRAINT cod_remittance_reference_key UNIQUE (carrier, reference),
    CONSTRAINT cod_remittance_amount_positive CHECK (amount > 0)
);

-- The seller orders it is for.
CREATE TABLE cod_remittance_line (
    remittance_id   UUID   NOT NULL,
    seller_order_id UUID   NOT NULL,
    number          TEXT   NOT NULL,
    amount          BIGINT NOT NULL,
    CONSTRAINT cod_remittance_line_pk PRIMARY KEY (remittance_id, seller_order_id),
    CONSTRAINT cod_remittance_line_once UNIQUE (seller_order_id),
    CONSTRAINT cod_remittance_line_remittance_fk FOREIGN KEY (remittance_id) REFERENCES cod_remittance (id),
    CONSTRAINT cod_remittance_line_amount_positive CHECK (amount > 0)
);

-- What was found when the books were compared with the payments, a day in Vietnam; the last look of the day stays.
CREATE TABLE ledger_proof (
    day         DATE        NOT NULL,
    checked_at  TIMESTAMPTZ NOT NULL,
    differences INTEGER     NOT NULL,
    report      JSONB       NOT NULL,
    CONSTRAINT ledger_proof_pk PRIMARY KEY (day)
);
