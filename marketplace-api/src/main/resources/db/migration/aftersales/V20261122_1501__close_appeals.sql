-- A refusal that nobody takes to the operator in time is the end, and frees the money.
ALTER TABLE return_request ADD COLUMN appeal_due TIMESTAMPTZ;

UPDATE return_request r
   SET appeal_due = coalesce((SELECT max(e.happened_at) FROM return_request_event e WHERE e.return_id = r.id AND e.to_state = 'REFUSED'),
                             requested_at) + INTERVAL '7 days'
 WHERE state = 'REFUSED';

ALTER TABLE return_request ADD CONSTRAINT return_request_refusal_ends CHECK (state <> 'REFUSED' OR appeal_due IS NOT NULL);

-- Whether the money of a seller order has to wait for a return.
CREATE INDEX return_request_seller_order_idx ON return_request (seller_order_id);
