-- Money that the gateway paid into the bank account that payouts leave from, once per reference of the gateway.
CREATE TABLE gateway_deposit (
    id          UUID        NOT NULL,
    reference   TEXT        NOT NULL,
    -- The client's name for the attempt to record it; none when the gateway reported it.
    key         TEXT,
    amount      BIGINT      NOT NULL,
    -- What the gateway kept for it.
    fee         BIGINT      NOT NULL,
    arrived_on  DATE        NOT NULL,
    recorded_by UUID,
    recorded_at TIMESTAMPTZ NOT NULL,
    -- When the bank had sent it back: the gateway has it again.
    failed_at   TIMESTAMPTZ,
    CONSTRAINT gateway_deposit_pk PRIMARY KEY (id),
    CONSTRAINT gateway_deposit_reference_key UNIQUE (reference),
    CONSTRAINT gateway_deposit_key_key UNIQUE (key),
    CONSTRAINT gateway_deposit_reference_present CHECK (btrim(reference) <> ''),
    CONSTRAINT gateway_deposit_amounts CHECK (amount > 0 AND fee >= 0)
);

CREATE TRIGGER gateway_deposit_is_kept BEFORE DELETE OR TRUNCATE ON gateway_deposit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_payout_history_change();

-- Only that it came back is ever added.
CREATE FUNCTION check_gateway_deposit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - 'failed_at' IS DISTINCT FROM to_jsonb(OLD) - 'failed_at' OR OLD.failed_at IS NOT NULL THEN
        RAISE EXCEPTION 'Deposit % stays as it was recorded', OLD.reference
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'gateway_deposit_stays';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER gateway_deposit_stays BEFORE UPDATE ON gateway_deposit
    FOR EACH ROW EXECUTE FUNCTION check_gateway_deposit_change();
