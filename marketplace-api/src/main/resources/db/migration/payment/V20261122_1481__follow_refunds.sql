-- When to ask the gateway next what became of a refund it accepted; null when nobody asks any more. A bank may send money back weeks later, and
-- the gateway's word of it may get lost.
ALTER TABLE refund
    ADD COLUMN check_at TIMESTAMPTZ,
    ADD COLUMN checks   INTEGER NOT NULL DEFAULT 0;

UPDATE refund SET check_at = updated_at WHERE state IN ('PENDING', 'SUCCEEDED');

-- For the reconciler: what is due.
CREATE INDEX refund_check_idx ON refund (check_at) WHERE check_at IS NOT NULL;
