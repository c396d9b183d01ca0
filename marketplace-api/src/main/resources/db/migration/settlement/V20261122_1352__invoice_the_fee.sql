CREATE SEQUENCE fee_invoice_number;

-- What the market charged a seller in a month: the data of its service invoice. Drawn once, never changed.
CREATE TABLE fee_invoice (
    number      TEXT        NOT NULL,
    seller_id   UUID        NOT NULL,
    month       DATE        NOT NULL,
    charged     BIGINT      NOT NULL,
    handed_back BIGINT      NOT NULL,
    amount      BIGINT      NOT NULL,
    -- What the seller owed at the end of the month: fees that no later sale had netted by then.
    outstanding BIGINT      NOT NULL,
    currency    CHAR(3)     NOT NULL,
    due_on      DATE        NOT NULL,
    drawn_by    UUID        NOT NULL,
    drawn_at    TIMESTAMPTZ NOT NULL,
    CONSTRAINT fee_invoice_pk PRIMARY KEY (number),
    CONSTRAINT fee_invoice_once UNIQUE (seller_id, month),
    CONSTRAINT fee_invoice_seller_fk FOREIGN KEY (seller_id) REFERENCES seller (id),
    CONSTRAINT fee_invoice_month_begins CHECK (extract(day FROM month) = 1),
    CONSTRAINT fee_invoice_adds_up CHECK (amount = charged - handed_back AND charged >= 0 AND handed_back >= 0),
    CONSTRAINT fee_invoice_outstanding_sane CHECK (outstanding >= 0)
);

-- The invoices of a month.
CREATE INDEX fee_invoice_month_idx ON fee_invoice (month, number);

-- What a seller transferred for its fees, once per reference of the bank.
CREATE TABLE fee_payment (
    bank_reference TEXT        NOT NULL,
    invoice        TEXT        NOT NULL,
    amount         BIGINT      NOT NULL,
    recorded_by    UUID        NOT NULL,
    recorded_at    TIMESTAMPTZ NOT NULL,
    CONSTRAINT fee_payment_pk PRIMARY KEY (bank_reference),
    CONSTRAINT fee_payment_invoice_fk FOREIGN KEY (invoice) REFERENCES fee_invoice (number),
    CONSTRAINT fee_payment_amount_positive CHECK (amount > 0)
);

-- What was paid of an invoice.
CREATE INDEX fee_payment_invoice_idx ON fee_payment (invoice);

CREATE TRIGGER fee_invoice_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fee_invoice
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_payout_history_change();
CREATE TRIGGER fee_payment_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fee_payment
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_payout_history_change();
