ALTER TABLE payment_term
    DROP CONSTRAINT payment_term_known,
    ADD CONSTRAINT payment_term_known CHECK (name IN ('transfer-hours', 'rest-hours', 'refund-account-days'));

-- How much longer goods wait for the rest of a transfer that was not whole, from the decision to wait on.
INSERT INTO payment_term (name, value, reference, valid_from) VALUES ('rest-hours', 24, 'Quy chế chợ 2026', '2026-01-01');
