-- Until when this part waits for its money, where that is longer than its order does: somebody waits for the rest of a transfer.
ALTER TABLE seller_order ADD COLUMN payment_due_at TIMESTAMPTZ;
