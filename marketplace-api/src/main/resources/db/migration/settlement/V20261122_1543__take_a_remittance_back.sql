-- A remittance that was recorded for the wrong orders is taken back as a whole, and may be recorded again. Nothing is changed or removed.
CREATE TABLE cod_remittance_withdrawal (
    remittance_id UUID        NOT NULL,
    reason        TEXT        NOT NULL,
    withdrawn_by  UUID        NOT NULL,
    withdrawn_at  TIMESTAMPTZ NOT NULL,
    CONSTRAINT cod_remittance_withdrawal_pk PRIMARY KEY (remittance_id),
    CONSTRAINT cod_remittance_withdrawal_remittance_fk FOREIGN KEY (remittance_id) REFERENCES cod_remittance (id),
    CONSTRAINT cod_remittance_withdrawal_reason_given CHECK (btrim(reason) <> '')
);

-- How often this transfer of the carrier was recorded; all but the last were taken back.
ALTER TABLE cod_remittance
    ADD COLUMN attempt INTEGER NOT NULL DEFAULT 1,
    DROP CONSTRAINT cod_remittance_reference_key,
    ADD CONSTRAINT cod_remittance_reference_key UNIQUE (carrier, reference, attempt),
    ADD CONSTRAINT cod_remittance_attempt_positive CHECK (attempt > 0);

CREATE TRIGGER cod_remittance_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cod_remittance
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER cod_remittance_line_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cod_remittance_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER cod_remittance_withdrawal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cod_remittance_withdrawal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
