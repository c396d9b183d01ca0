-- VIETQR is a bank transfer per seller order.
ALTER TABLE customer_order
    DROP CONSTRAINT customer_order_method_known,
    ADD CONSTRAINT customer_order_method_known CHECK (payment_method IN ('CARD', 'VIETQR', 'COD'));

-- The money for one seller order of an order that is paid part by part.
CREATE TABLE seller_order_payment (
    seller_order_id UUID        NOT NULL,
    payment_id      UUID        NOT NULL,
    amount          BIGINT      NOT NULL,
    currency        CHAR(3)     NOT NULL,
    paid_at         TIMESTAMPTZ NOT NULL,
    CONSTRAINT seller_order_payment_pk PRIMARY KEY (seller_order_id),
    CONSTRAINT seller_order_payment_seller_order_fk FOREIGN KEY (seller_order_id) REFERENCES seller_order (id),
    CONSTRAINT seller_order_payment_amount_positive CHECK (amount > 0)
);
