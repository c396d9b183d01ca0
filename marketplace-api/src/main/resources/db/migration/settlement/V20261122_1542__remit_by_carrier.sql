-- Several carriers may hand over cash of one seller order, so a line is no longer the only one of its seller order: what a carrier still has
-- says whether there is anything to hand over. A line names the transaction that booked it.
ALTER TABLE cod_remittance_line ADD COLUMN fact TEXT;
UPDATE cod_remittance_line SET fact = 'remitted:' || seller_order_id;
ALTER TABLE cod_remittance_line
    ALTER COLUMN fact SET NOT NULL,
    DROP CONSTRAINT cod_remittance_line_once,
    ADD CONSTRAINT cod_remittance_line_fact_key UNIQUE (fact),
    ADD CONSTRAINT cod_remittance_line_fact_fk FOREIGN KEY (fact) REFERENCES ledger_transaction (key);
