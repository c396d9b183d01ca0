-- What a scheduled job has done for a period. Several instances of the API share the work: whoever writes the row first does it.
CREATE TABLE settlement_run (
    job    TEXT        NOT NULL,
    period DATE        NOT NULL,
    ran_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT settlement_run_pk PRIMARY KEY (job, period),
    CONSTRAINT settlement_run_job_known CHECK (job IN ('PAYOUTS', 'FEE_INVOICES'))
);

-- Somebody wants a transaction of the ledger taken back; somebody else decides.
CREATE TABLE reversal_request (
    id              UUID        NOT NULL,
    transaction_key TEXT        NOT NULL,
    reason          TEXT        NOT NULL,
    state           TEXT        NOT NULL,
    requested_by    UUID        NOT NULL,
    requested_at    TIMESTAMPTZ NOT NULL,
    decided_by      UUID,
    decided_at      TIMESTAMPTZ,
    CONSTRAINT reversal_request_pk PRIMARY KEY (id),
    CONSTRAINT reversal_request_transaction_fk FOREIGN KEY (transaction_key) REFERENCES ledger_transaction (key),
    CONSTRAINT reversal_request_state_known CHECK (state IN ('REQUESTED', 'APPROVED', 'REFUSED')),
    CONSTRAINT reversal_request_reason_given CHECK (btrim(reason) <> ''),
    CONSTRAINT reversal_request_decided CHECK (
        (state = 'REQUESTED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT reversal_request_second_person CHECK (state <> 'APPROVED' OR decided_by <> requested_by)
);

-- A transaction is decided on once at a time, and reversed once.
CREATE UNIQUE INDEX reversal_request_one_open ON reversal_request (transaction_key) WHERE state <> 'REFUSED';

CREATE FUNCTION check_reversal_request_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.transaction_key, NEW.reason, NEW.requested_by, NEW.requested_at)
           IS DISTINCT FROM (OLD.id, OLD.transaction_key, OLD.reason, OLD.requested_by, OLD.requested_at)
       OR OLD.state <> 'REQUESTED' THEN
        RAISE EXCEPTION 'Reversal request % is %, and only that can change', OLD.id, OLD.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'reversal_request_decided_once';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER reversal_request_is_decided_once BEFORE UPDATE ON reversal_request
    FOR EACH ROW EXECUTE FUNCTION check_reversal_request_change();
CREATE TRIGGER reversal_request_is_kept BEFORE DELETE OR TRUNCATE ON reversal_request
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_payout_history_change();

-- A month's return of withheld tax that was filed, with the figures as they were declared.
CREATE TABLE tax_return_filing (
    month     DATE        NOT NULL,
    filed_on  DATE        NOT NULL,
    reference TEXT        NOT NULL,
    vat_due   BIGINT      NOT NULL,
    pit_due   BIGINT      NOT NULL,
    filed_by  UUID        NOT NULL,
    marked_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT tax_return_filing_pk PRIMARY KEY (month),
    CONSTRAINT tax_return_filing_month_begins CHECK (extract(day FROM month) = 1),
    CONSTRAINT tax_return_filing_reference_given CHECK (btrim(reference) <> '')
);

CREATE TRIGGER tax_return_filing_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tax_return_filing
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_payout_history_change();

-- Which transactions a proof has seen: those whose database transaction had ended by then. Rows from before count as seen by every proof
-- that is younger than they are.
ALTER TABLE ledger_transaction ADD COLUMN posted_in XID8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE ledger_proof ADD COLUMN seen PG_SNAPSHOT;
