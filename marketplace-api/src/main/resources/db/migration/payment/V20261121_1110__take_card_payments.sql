-- One card payment of one payable (an order), as we know it. The row is committed before the gateway is called.
CREATE TABLE payment_intent (
    id             UUID NOT NULL,
    payable_id     UUID NOT NULL,
    reference      TEXT NOT NULL,
    amount         BIGINT NOT NULL,
    currency       CHAR(3) NOT NULL,
    state          TEXT NOT NULL,
    -- Somebody asked to close it; the reconciler goes on closing when the gateway was out of reach.
    closing        BOOLEAN NOT NULL DEFAULT false,
    received       BIGINT NOT NULL DEFAULT 0,
    gateway_id     TEXT,
    client_secret  TEXT,
    last_attempt   TEXT,
    failure_reason TEXT,
    return_url     TEXT NOT NULL,
    language       CHAR(2) NOT NULL,
    version        BIGINT NOT NULL DEFAULT 1,
    checks         INTEGER NOT NULL DEFAULT 0,
    check_at       TIMESTAMPTZ NOT NULL,
    created_at     TIMESTAMPTZ NOT NULL,
    updated_at     TIMESTAMPTZ NOT NULL,
    CONSTRAINT payment_intent_pk PRIMARY KEY (id),
    CONSTRAINT payment_intent_gateway_key UNIQUE (gateway_id),
    CONSTRAINT payment_intent_amount_positive CHECK (amount > 0),
    CONSTRAINT payment_intent_received_not_negative CHECK (received >= 0),
    CONSTRAINT payment_intent_state_known
        CHECK (state IN ('REQUESTED', 'OPEN', 'PROCESSING', 'FAILED', 'PAID', 'CANCELED')),
    CONSTRAINT payment_intent_known_to_gateway
        CHECK (state IN ('REQUESTED', 'CANCELED') OR (gateway_id IS NOT NULL AND client_secret IS NOT NULL)),
    CONSTRAINT payment_intent_paid_has_money CHECK (state <> 'PAID' OR received > 0)
);

-- A payable has at most one payment that counts, so two clicks never open two; also finds the payment of a payable.
CREATE UNIQUE INDEX payment_intent_payable_key ON payment_intent (payable_id) WHERE state <> 'CANCELED';

-- The history of a payable, newest first (ids ascend with time).
CREATE INDEX payment_intent_payable_idx ON payment_intent (payable_id, id DESC);

-- For the reconciler: what is open and due for a look.
CREATE INDEX payment_intent_check_idx ON payment_intent (check_at)
    WHERE state IN ('REQUESTED', 'OPEN', 'PROCESSING', 'FAILED');

-- Each try to take the money from a card, as the gateway reported it.
CREATE TABLE payment_attempt (
    charge_id      TEXT NOT NULL,
    payment_id     UUID NOT NULL,
    succeeded      BOOLEAN NOT NULL,
    failure_reason TEXT,
    card_brand     TEXT,
    card_last4     TEXT,
    attempted_at   TIMESTAMPTZ NOT NULL,
    CONSTRAINT payment_attempt_pk PRIMARY KEY (charge_id),
    CONSTRAINT payment_attempt_payment_fk FOREIGN KEY (payment_id) REFERENCES payment_intent (id)
);

-- The attempts of one payment.
CREATE INDEX payment_attempt_payment_idx ON payment_attempt (payment_id);

-- Money that goes back. Recorded in the transaction that decides it, sent to the gateway afterwards.
CREATE TABLE refund (
    id          UUID NOT NULL,
    payment_id  UUID NOT NULL,
    payable_id  UUID NOT NULL,
    refund_key  TEXT NOT NULL,
    amount      BIGINT NOT NULL,
    currency    CHAR(3) NOT NULL,
    reason      TEXT NOT NULL,
    state       TEXT NOT NULL,
    gateway_id  TEXT,
    failure     TEXT,
    attempts    INTEGER NOT NULL DEFAULT 0,
    send_at     TIMESTAMPTZ NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    updated_at  TIMESTAMPTZ NOT NULL,
    CONSTRAINT refund_pk PRIMARY KEY (id),
    CONSTRAINT refund_payment_fk FOREIGN KEY (payment_id) REFERENCES payment_intent (id),
    -- Asking twice with one key refunds once.
    CONSTRAINT refund_key_per_payable UNIQUE (payable_id, refund_key),
    CONSTRAINT refund_gateway_key UNIQUE (gateway_id),
    CONSTRAINT refund_amount_positive CHECK (amount > 0),
    -- DROPPED: the payment was closed without money, so there was nothing to give back.
    CONSTRAINT refund_state_known CHECK (state IN ('REQUESTED', 'PENDING', 'SUCCEEDED', 'FAILED', 'DROPPED')),
    CONSTRAINT refund_known_to_gateway CHECK (state NOT IN ('PENDING', 'SUCCEEDED') OR gateway_id IS NOT NULL)
);

-- What was refunded of one payment.
CREATE INDEX refund_payment_idx ON refund (payment_id);

-- For the sender: what still has to reach the gateway.
CREATE INDEX refund_send_idx ON refund (send_at) WHERE state = 'REQUESTED';

-- Events the gateway told us, each once. The content is not kept: what counts is read from the gateway when processing.
CREATE TABLE webhook_inbox (
    event_id     TEXT NOT NULL,
    type         TEXT NOT NULL,
    -- The gateway's id of the payment it is about; null when it is about something else.
    gateway_id   TEXT,
    received_at  TIMESTAMPTZ NOT NULL,
    process_at   TIMESTAMPTZ NOT NULL,
    attempts     INTEGER NOT NULL DEFAULT 0,
    processed_at TIMESTAMPTZ,
    -- Given up after many attempts; the reconciler still looks at the payment itself.
    parked_at    TIMESTAMPTZ,
    failure      TEXT,
    CONSTRAINT webhook_inbox_pk PRIMARY KEY (event_id)
);

-- For the processor: what is due.
CREATE INDEX webhook_inbox_due_idx ON webhook_inbox (process_at) WHERE processed_at IS NULL AND parked_at IS NULL;

-- For the clean-up of old events.
CREATE INDEX webhook_inbox_processed_idx ON webhook_inbox (processed_at) WHERE processed_at IS NOT NULL;
