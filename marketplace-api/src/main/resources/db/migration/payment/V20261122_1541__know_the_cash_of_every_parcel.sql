-- Parcels of one seller order may travel with different carriers, and each carrier has only what it collected. What is on record from before
-- is the whole, with who carried the last parcel, as it was booked.
ALTER TABLE cash_collection ADD COLUMN parcel INTEGER, ADD COLUMN carrier TEXT;

UPDATE cash_collection c
   SET (parcel, carrier) = (SELECT s.position, upper(btrim(s.carrier)) FROM shipment s
                             WHERE s.seller_order_id = c.payable_id ORDER BY s.position DESC LIMIT 1);
UPDATE cash_collection SET parcel = 1, carrier = '' WHERE parcel IS NULL;

ALTER TABLE cash_collection
    ALTER COLUMN parcel SET NOT NULL,
    ALTER COLUMN carrier SET NOT NULL,
    DROP CONSTRAINT cash_collection_payable_key,
    ADD CONSTRAINT cash_collection_parcel_key UNIQUE (payable_id, parcel),
    ADD CONSTRAINT cash_collection_parcel_positive CHECK (parcel > 0);
