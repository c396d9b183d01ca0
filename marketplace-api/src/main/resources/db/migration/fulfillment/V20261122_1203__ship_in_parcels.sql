-- A seller order may leave in several parcels.
ALTER TABLE shipment DROP CONSTRAINT shipment_pk;
ALTER TABLE shipment
    ADD COLUMN id UUID NOT NULL DEFAULT uuidv7(),
    ADD COLUMN position INTEGER NOT NULL DEFAULT 1,
    ADD CONSTRAINT shipment_pk PRIMARY KEY (id),
    -- Also serves the parcels of a seller order, in order.
    ADD CONSTRAINT shipment_position_key UNIQUE (seller_order_id, position);
ALTER TABLE shipment ALTER COLUMN id DROP DEFAULT, ALTER COLUMN position DROP DEFAULT;

-- What is in a parcel; goods sold by weight with what they weighed when packed.
CREATE TABLE shipment_line (
    shipment_id   UUID    NOT NULL,
    line_position INTEGER NOT NULL,
    quantity      INTEGER NOT NULL,
    packed_grams  INTEGER,
    CONSTRAINT shipment_line_pk PRIMARY KEY (shipment_id, line_position),
    CONSTRAINT shipment_line_shipment_fk FOREIGN KEY (shipment_id) REFERENCES shipment (id),
    CONSTRAINT shipment_line_quantity_positive CHECK (quantity > 0),
    CONSTRAINT shipment_line_packed_positive CHECK (packed_grams > 0)
);

INSERT INTO shipment_line (shipment_id, line_position, quantity)
SELECT s.id, l.position, l.quantity FROM shipment s JOIN order_line l ON l.seller_order_id = s.seller_order_id;
