-- Whoever could name another shop's account could report money that never came into it. An account is that shop's which named it first; what
-- others named after it goes, payment_audit keeps who did that and when.
DELETE FROM receiving_account later
 WHERE EXISTS (SELECT 1 FROM receiving_account first
                WHERE first.bin = later.bin AND first.number = later.number AND first.id < later.id
                  AND first.seller_id <> later.seller_id
                  AND NOT EXISTS (SELECT 1 FROM receiving_account sooner
                                   WHERE sooner.bin = first.bin AND sooner.number = first.number
                                     AND sooner.id < first.id AND sooner.seller_id <> first.seller_id));

-- Whether its shop names the account for the first time; false when it comes back to it.
ALTER TABLE receiving_account ADD COLUMN is_first BOOLEAN NOT NULL DEFAULT true;

UPDATE receiving_account again SET is_first = false
 WHERE EXISTS (SELECT 1 FROM receiving_account first
                WHERE first.bin = again.bin AND first.number = again.number AND first.id < again.id);

-- No two shops name the same account, and whose account a bank reports about.
CREATE UNIQUE INDEX receiving_account_owner_key ON receiving_account (bin, number) WHERE is_first;
DROP INDEX receiving_account_number_idx;
