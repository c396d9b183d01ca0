-- How long a buyer may take a shop's refusal to the operator.
ALTER TABLE settlement_term DROP CONSTRAINT settlement_term_kind_known;
ALTER TABLE settlement_term ADD CONSTRAINT settlement_term_kind_known CHECK (kind IN
    ('COMMISSION', 'WITHHELD_VAT', 'WITHHELD_PIT', 'GATEWAY_FEE', 'REFUND_COMMISSION', 'REFUND_GATEWAY_FEE', 'COD_REMITTANCE',
     'RETURN_WINDOW_DAYS', 'LEGAL_RETURN_DAYS', 'SHOP_ANSWER_DAYS', 'APPEAL_DAYS', 'FEE_NOTICE_DAYS', 'WITHHOLD_ON_DIRECT_MONEY',
     'TAX_RETURN_DUE_DAY', 'FEE_INVOICE_DUE_DAY', 'VAT_METHOD', 'VAT_RATE'));

INSERT INTO settlement_term (kind, amount, reference, published_on, valid_from)
VALUES ('APPEAL_DAYS', 7, 'Quy chế chợ 2026: thời hạn nhờ ban quản trị khi gian hàng từ chối', '2025-12-01', '2026-01-01');

-- Rows there are stay as they are; new ones keep to what their kind can mean.
ALTER TABLE settlement_term ADD CONSTRAINT settlement_term_amount_in_range CHECK (
    CASE WHEN kind IN ('COMMISSION', 'GATEWAY_FEE') THEN coalesce(amount, 0) <= 1000000000 AND coalesce(cap, 0) <= 1000000000
         WHEN kind IN ('TAX_RETURN_DUE_DAY', 'FEE_INVOICE_DUE_DAY') THEN amount BETWEEN 1 AND 28
         WHEN kind = 'WITHHOLD_ON_DIRECT_MONEY' THEN amount IN (0, 1)
         WHEN kind LIKE '%!_DAYS' ESCAPE '!' THEN amount <= 366
         ELSE amount IS NULL END) NOT VALID;
ALTER TABLE settlement_term ADD CONSTRAINT settlement_term_scope_is_read CHECK (
    (seller_type IS NULL OR kind IN ('COMMISSION', 'WITHHELD_VAT', 'WITHHELD_PIT', 'VAT_METHOD'))
    AND ((category_path IS NULL AND ocop_stars IS NULL AND cap IS NULL) OR kind = 'COMMISSION')
    AND (subject IS NULL OR kind IN ('WITHHELD_VAT', 'WITHHELD_PIT', 'GATEWAY_FEE', 'REFUND_COMMISSION', 'REFUND_GATEWAY_FEE',
                                     'COD_REMITTANCE', 'VAT_RATE'))) NOT VALID;
