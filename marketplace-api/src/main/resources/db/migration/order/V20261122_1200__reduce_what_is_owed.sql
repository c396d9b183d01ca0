-- What a buyer owes less for a seller order than was ordered: cancelled goods, a short weight, a return, goodwill. Rows are added,
-- never changed; the order keeps what was ordered.
CREATE TABLE seller_order_reduction (
    id              UUID        NOT NULL,
    seller_order_id UUID        NOT NULL,
    cause           TEXT        NOT NULL,
    goods           BIGINT      NOT NULL,
    shipping        BIGINT      NOT NULL,
    -- What of it was paid before and goes back.
    repayment       BIGINT      NOT NULL,
    currency        CHAR(3)     NOT NULL,
    actor           TEXT        NOT NULL,
    actor_id        UUID,
    reason          TEXT,
    reduced_at      TIMESTAMPTZ NOT NULL,
    CONSTRAINT seller_order_reduction_pk PRIMARY KEY (id),
    CONSTRAINT seller_order_reduction_seller_order_fk FOREIGN KEY (seller_order_id) REFERENCES seller_order (id),
    CONSTRAINT seller_order_reduction_cause_known
        CHECK (cause IN ('CANCELLED', 'SHORT_WEIGHT', 'RETURNED', 'GOODWILL')),
    CONSTRAINT seller_order_reduction_positive CHECK (goods >= 0 AND shipping >= 0 AND goods + shipping > 0),
    CONSTRAINT seller_order_reduction_repays_at_most_itself CHECK (repayment BETWEEN 0 AND goods + shipping)
);

-- The reductions of one seller order, the oldest first.
CREATE INDEX seller_order_reduction_seller_order_idx ON seller_order_reduction (seller_order_id, id);

-- The lines it is about.
CREATE TABLE seller_order_reduction_line (
    reduction_id UUID    NOT NULL,
    position     INTEGER NOT NULL,
    quantity     INTEGER NOT NULL,
    goods        BIGINT  NOT NULL,
    CONSTRAINT seller_order_reduction_line_pk PRIMARY KEY (reduction_id, position),
    CONSTRAINT seller_order_reduction_line_reduction_fk FOREIGN KEY (reduction_id) REFERENCES seller_order_reduction (id),
    CONSTRAINT seller_order_reduction_line_sane CHECK (quantity >= 0 AND goods >= 0)
);

-- Seller orders that were cancelled before there were reductions.
WITH reduced AS (
    INSERT INTO seller_order_reduction
        (id, seller_order_id, cause, goods, shipping, repayment, currency, actor, reason, reduced_at)
    SELECT uuidv7(), p.id, 'CANCELLED', p.goods_total, p.shipping_fee,
           CASE WHEN o.paid_at <= e.happened_at THEN p.total ELSE 0 END, p.currency, p.cancelled_by, p.cancel_reason,
           e.happened_at
      FROM seller_order p
      JOIN customer_order o ON o.id = p.order_id
      JOIN seller_order_event e ON e.seller_order_id = p.id AND e.to_state = 'CANCELLED'
     WHERE p.total > 0
    RETURNING id, seller_order_id
)
INSERT INTO seller_order_reduction_line (reduction_id, position, quantity, goods)
SELECT r.id, l.position, l.quantity, l.line_total
  FROM reduced r JOIN order_line l ON l.seller_order_id = r.seller_order_id;
