-- Deadlines after delivery, from a day on, with what they rest on. An operator closes a row with valid_to and adds its own.
CREATE TABLE aftersales_term (
    kind            TEXT    NOT NULL,
    days            INTEGER NOT NULL,
    legal_reference TEXT    NOT NULL,
    valid_from      DATE    NOT NULL,
    valid_to        DATE,
    CONSTRAINT aftersales_term_pk PRIMARY KEY (kind, valid_from),
    CONSTRAINT aftersales_term_kind_known CHECK (kind IN ('ORDINARY_RETURN', 'LEGAL_RETURN', 'SHOP_ANSWER')),
    CONSTRAINT aftersales_term_days_positive CHECK (days > 0),
    CONSTRAINT aftersales_term_period CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

INSERT INTO aftersales_term (kind, days, legal_reference, valid_from) VALUES
    ('ORDINARY_RETURN', 7, 'Quy chế chợ 2026: đổi ý', '2026-01-01'),
    ('LEGAL_RETURN', 30, 'Luật 19/2023/QH15, Điều 37–38; Luật 122/2025/QH15, Điều 17.2.b', '2026-01-01'),
    ('SHOP_ANSWER', 3, 'Quy chế chợ 2026: thời hạn gian hàng trả lời', '2026-01-01');

-- Goods of one seller order that the buyer wants to give back.
CREATE TABLE return_request (
    id              UUID        NOT NULL,
    order_id        UUID        NOT NULL,
    seller_order_id UUID        NOT NULL,
    part_number     TEXT        NOT NULL,
    seller_id       UUID        NOT NULL,
    reason          TEXT        NOT NULL,
    text            TEXT,
    state           TEXT        NOT NULL,
    answer_due      TIMESTAMPTZ NOT NULL,
    -- Why the shop or the operator said no.
    decision        TEXT,
    refund          BIGINT      NOT NULL DEFAULT 0,
    currency        CHAR(3)     NOT NULL,
    goods_expected  BOOLEAN     NOT NULL DEFAULT FALSE,
    requested_at    TIMESTAMPTZ NOT NULL,
    CONSTRAINT return_request_pk PRIMARY KEY (id),
    CONSTRAINT return_request_order_fk FOREIGN KEY (order_id) REFERENCES customer_order (id),
    CONSTRAINT return_request_seller_order_fk FOREIGN KEY (seller_order_id) REFERENCES seller_order (id),
    CONSTRAINT return_request_seller_fk FOREIGN KEY (seller_id) REFERENCES seller (id),
    CONSTRAINT return_request_reason_known
        CHECK (reason IN ('NOT_AS_DESCRIBED', 'DAMAGED', 'WRONG_GOODS', 'EXPIRED', 'NOT_WANTED')),
    CONSTRAINT return_request_state_known CHECK (
        state IN ('REQUESTED', 'REFUSED', 'ESCALATED', 'WITHDRAWN', 'DISMISSED', 'ACCEPTED', 'GOODS_BACK')),
    CONSTRAINT return_request_no_explained CHECK (state NOT IN ('REFUSED', 'DISMISSED') OR decision IS NOT NULL),
    CONSTRAINT return_request_refund_when_accepted
        CHECK (refund = 0 OR (refund > 0 AND state IN ('ACCEPTED', 'GOODS_BACK')))
);

-- The returns of one order.
CREATE INDEX return_request_order_idx ON return_request (order_id);
-- A shop's returns, newest first.
CREATE INDEX return_request_seller_idx ON return_request (seller_id, requested_at DESC, id DESC);
-- What waits for the operator, newest first.
CREATE INDEX return_request_state_idx ON return_request (state, requested_at DESC, id DESC);

CREATE TABLE return_request_line (
    return_id UUID    NOT NULL,
    position  INTEGER NOT NULL,
    quantity  INTEGER NOT NULL,
    CONSTRAINT return_request_line_pk PRIMARY KEY (return_id, position),
    CONSTRAINT return_request_line_return_fk FOREIGN KEY (return_id) REFERENCES return_request (id),
    CONSTRAINT return_request_line_quantity_positive CHECK (quantity > 0)
);

-- What happened to a return, one row per step, never changed.
CREATE TABLE return_request_event (
    id          UUID        NOT NULL DEFAULT uuidv7(),
    return_id   UUID        NOT NULL,
    from_state  TEXT,
    to_state    TEXT        NOT NULL,
    actor       TEXT        NOT NULL,
    actor_id    UUID,
    note        TEXT,
    happened_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT return_request_event_pk PRIMARY KEY (id),
    CONSTRAINT return_request_event_return_fk FOREIGN KEY (return_id) REFERENCES return_request (id),
    CONSTRAINT return_request_event_actor_known CHECK (actor IN ('BUYER', 'SELLER', 'OPERATOR', 'SYSTEM'))
);

-- The history of one return.
CREATE INDEX return_request_event_return_idx ON return_request_event (return_id, id);
