-- What became of each line: ordered = cancelled + shipped + still open.
ALTER TABLE order_line
    ADD COLUMN sold_by_weight BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN shipped INTEGER NOT NULL DEFAULT 0,
    ADD CONSTRAINT order_line_handled_sane CHECK (cancelled >= 0 AND shipped >= 0 AND cancelled + shipped <= quantity),
    ADD CONSTRAINT order_line_sold_by_weight_has_weight CHECK (NOT sold_by_weight OR weight_grams > 0);

UPDATE order_line l SET cancelled = l.quantity
  FROM seller_order p WHERE p.id = l.seller_order_id AND p.state = 'CANCELLED';

UPDATE order_line l SET shipped = l.quantity
  FROM seller_order p WHERE p.id = l.seller_order_id AND p.state IN ('SHIPPED', 'DELIVERED');

ALTER TABLE seller_order
    DROP CONSTRAINT seller_order_state_known,
    ADD CONSTRAINT seller_order_state_known
        CHECK (state IN ('AWAITING_PAYMENT', 'NEW', 'CONFIRMED', 'PARTLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'CANCELLED'));

ALTER TABLE seller_order_event
    DROP CONSTRAINT seller_order_event_actor_known,
    ADD CONSTRAINT seller_order_event_actor_known CHECK (actor IN ('BUYER', 'SELLER', 'OPERATOR', 'SYSTEM'));
