-- From now on all money in the collecting account is booked when it arrives (bank / unidentified), and what is found to be for a seller
-- order leaves "unidentified" then. Until now only the latter was booked, straight at the bank. What arrived before is posted by the
-- catching up of the proof; so that it is not there twice, what was booked at the bank moves on to "unidentified".
INSERT INTO ledger_account (code, kind, owner) VALUES ('unidentified', 'UNIDENTIFIED', NULL);

WITH captured AS (
    SELECT t.id, t.key, t.order_id, t.seller_order_id, t.seller_id, t.reference, e.amount
      FROM ledger_transaction t
      JOIN ledger_entry e ON e.transaction_id = t.id AND e.account = 'bank' AND e.purpose = 'RECEIPT' AND e.amount > 0
     WHERE t.kind = 'CAPTURED'
), moved AS (
    INSERT INTO ledger_transaction (key, kind, occurred_at, order_id, seller_order_id, seller_id, reference, memo)
    SELECT 'rebooked:' || c.key, 'REVERSAL', now(), c.order_id, c.seller_order_id, c.seller_id, c.reference,
           '{"reason": "booked when it arrives"}'
      FROM captured c
    RETURNING id, key
)
INSERT INTO ledger_entry (transaction_id, position, account, purpose, amount)
SELECT m.id, side.position, side.account, 'RECEIPT', c.amount * side.sign
  FROM moved m
  JOIN captured c ON m.key = 'rebooked:' || c.key
 CROSS JOIN (VALUES (1, 'unidentified', 1), (2, 'bank', -1)) AS side (position, account, sign);
