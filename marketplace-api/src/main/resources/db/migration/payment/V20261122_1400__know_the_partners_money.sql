-- Whether a transfer arrived in the licensed partner's collecting account: an account that no shop has may also be nobody's.
ALTER TABLE bank_transfer ADD COLUMN to_partner BOOLEAN NOT NULL DEFAULT false;

UPDATE bank_transfer t SET to_partner = true
 WHERE t.seller_id IS NULL
   AND EXISTS (SELECT FROM transfer_request q WHERE q.payee = 'PARTNER' AND q.bin = t.bin AND q.number = t.number);

ALTER TABLE bank_transfer ADD CONSTRAINT bank_transfer_partner_is_no_shop CHECK (NOT to_partner OR seller_id IS NULL);

-- The proof of the collecting account.
CREATE INDEX bank_transfer_partner_idx ON bank_transfer (received_at) INCLUDE (amount) WHERE to_partner;
