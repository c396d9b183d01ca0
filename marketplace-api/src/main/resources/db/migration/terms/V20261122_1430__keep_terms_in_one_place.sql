-- One row says how long a buyer may change her mind, and one who has the cash of a carrier. Two tables said so before, and could disagree.
ALTER TABLE settlement_term DROP CONSTRAINT settlement_term_kind_known;
ALTER TABLE settlement_term ADD CONSTRAINT settlement_term_kind_known CHECK (kind IN
    ('COMMISSION', 'WITHHELD_VAT', 'WITHHELD_PIT', 'GATEWAY_FEE', 'REFUND_COMMISSION', 'REFUND_GATEWAY_FEE', 'COD_REMITTANCE',
     'RETURN_WINDOW_DAYS', 'LEGAL_RETURN_DAYS', 'SHOP_ANSWER_DAYS', 'FEE_NOTICE_DAYS', 'WITHHOLD_ON_DIRECT_MONEY', 'TAX_RETURN_DUE_DAY',
     'FEE_INVOICE_DUE_DAY', 'VAT_METHOD', 'VAT_RATE'));

-- Where both tables have a row that begins on a day, the published one stays.
INSERT INTO settlement_term (kind, amount, reference, published_on, valid_from, valid_to)
SELECT CASE kind WHEN 'ORDINARY_RETURN' THEN 'RETURN_WINDOW_DAYS'
                 WHEN 'LEGAL_RETURN' THEN 'LEGAL_RETURN_DAYS'
                 ELSE 'SHOP_ANSWER_DAYS' END,
       days, legal_reference, valid_from, valid_from, valid_to
  FROM aftersales_term
ON CONFLICT ON CONSTRAINT settlement_term_once DO NOTHING;

DROP TABLE aftersales_term;

-- Rules without a carrier said only what goes without saying: a parcel's cash is with who carries it, other goods are paid at the shop.
INSERT INTO settlement_term (kind, subject, choice, reference, published_on, valid_from, valid_to)
SELECT DISTINCT ON (carrier, valid_from)
       'COD_REMITTANCE', upper(carrier), CASE holder WHEN 'PLATFORM' THEN 'PLATFORM' ELSE 'SELLER' END,
       reference, valid_from, valid_from, valid_to
  FROM cash_holder_rule
 WHERE carrier <> ''
 ORDER BY carrier, valid_from, service DESC
ON CONFLICT ON CONSTRAINT settlement_term_once DO NOTHING;

DROP TABLE cash_holder_rule;

-- The books went by the terms, so whoever they say has the cash is who has it. A carrier the market has no contract with pays the shop.
UPDATE cash_collection c
   SET holder = CASE WHEN EXISTS (
           SELECT 1
             FROM shipment s
            WHERE s.seller_order_id = c.payable_id
              AND (SELECT t.choice
                     FROM settlement_term t
                    WHERE t.kind = 'COD_REMITTANCE'
                      AND (t.subject IS NULL OR t.subject = upper(btrim(s.carrier)))
                      AND t.valid_from <= CAST(c.collected_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date)
                      AND (t.valid_to IS NULL OR t.valid_to >= CAST(c.collected_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date))
                    ORDER BY t.subject IS NULL, t.valid_from DESC
                    LIMIT 1) = 'PLATFORM')
       THEN 'CARRIER' ELSE 'SELLER' END
 WHERE holder = 'CARRIER';

UPDATE cash_collection SET holder = 'CARRIER' WHERE holder = 'PLATFORM';

ALTER TABLE cash_collection DROP CONSTRAINT cash_collection_holder_known;
ALTER TABLE cash_collection ADD CONSTRAINT cash_collection_holder_known CHECK (holder IN ('CARRIER', 'SELLER'));
