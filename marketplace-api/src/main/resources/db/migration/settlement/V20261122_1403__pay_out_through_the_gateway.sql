-- Which way sellers' money leaves: by a file for the bank, or as transfers at the card gateway. The row that began last holds; of one day the
-- one added last. A seller without an account at the gateway is always paid by the bank's file.
CREATE TABLE payout_way (
    id         UUID        NOT NULL,
    way        TEXT        NOT NULL,
    reference  TEXT        NOT NULL,
    valid_from DATE        NOT NULL,
    added_by   UUID,
    added_at   TIMESTAMPTZ NOT NULL,
    CONSTRAINT payout_way_pk PRIMARY KEY (id),
    CONSTRAINT payout_way_known CHECK (way IN ('BANK_FILE', 'GATEWAY'))
);

INSERT INTO payout_way (id, way, reference, valid_from, added_by, added_at)
VALUES (uuidv7(), 'BANK_FILE', 'Quy chế chợ 2026', '2026-01-01', NULL, now());

-- A seller's account at the gateway. A change is a new row; the newest counts, the others are the history of who said what.
CREATE TABLE gateway_account (
    id          UUID        NOT NULL,
    seller_id   UUID        NOT NULL,
    -- None: taken away, the seller is paid by the bank's file.
    account     TEXT,
    -- What the gateway said of it then.
    may_receive BOOLEAN     NOT NULL,
    -- None: noted when the gateway refused a transfer.
    recorded_by UUID,
    recorded_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT gateway_account_pk PRIMARY KEY (id),
    CONSTRAINT gateway_account_seller_fk FOREIGN KEY (seller_id) REFERENCES seller (id),
    CONSTRAINT gateway_account_shape CHECK (account ~ '^acct_[0-9A-Za-z_]{1,60}$'),
    CONSTRAINT gateway_account_receives_somewhere CHECK (account IS NOT NULL OR NOT may_receive)
);

-- A seller's present account, and its former ones.
CREATE INDEX gateway_account_seller_idx ON gateway_account (seller_id, id DESC);
-- Whose account it is.
CREATE INDEX gateway_account_account_idx ON gateway_account (account) WHERE account IS NOT NULL;

CREATE TRIGGER payout_way_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payout_way
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_payout_history_change();
CREATE TRIGGER gateway_account_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON gateway_account
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_payout_history_change();

-- A payout goes to a bank account or to an account at the gateway.
ALTER TABLE payout
    ALTER COLUMN bin DROP NOT NULL,
    ALTER COLUMN account_number DROP NOT NULL,
    ALTER COLUMN holder DROP NOT NULL,
    ADD COLUMN gateway_account TEXT,
    ADD CONSTRAINT payout_one_destination CHECK (
        num_nonnulls(bin, account_number, holder) = CASE WHEN gateway_account IS NULL THEN 3 ELSE 0 END);

-- Transfers of a seller that a refund may take back.
CREATE INDEX payout_gateway_idx ON payout (seller_id, created_at) WHERE gateway_account IS NOT NULL;

CREATE OR REPLACE FUNCTION check_payout_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.batch_id, NEW.position, NEW.reference, NEW.seller_id, NEW.amount, NEW.currency, NEW.bin, NEW.account_number, NEW.holder,
        NEW.gateway_account)
           IS DISTINCT FROM
       (OLD.id, OLD.batch_id, OLD.position, OLD.reference, OLD.seller_id, OLD.amount, OLD.currency, OLD.bin, OLD.account_number, OLD.holder,
        OLD.gateway_account)
    THEN
        RAISE EXCEPTION 'Payout % keeps its amount and its destination', OLD.reference
            USING ERRCODE = 'check_violation', CONSTRAINT = 'payout_keeps_what_it_is';
    END IF;
    IF (OLD.state, NEW.state) NOT IN
        (('DRAFTED', 'WITHDRAWN'), ('DRAFTED', 'SENT'), ('SENT', 'CONFIRMED'), ('SENT', 'RETURNED'), ('CONFIRMED', 'RETURNED')) THEN
        RAISE EXCEPTION 'Payout % cannot go from % to %', OLD.reference, OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'payout_goes_forward';
    END IF;
    IF NEW.state = 'SENT' AND NOT EXISTS (SELECT FROM payout_batch b WHERE b.id = NEW.batch_id AND b.state = 'APPROVED') THEN
        RAISE EXCEPTION 'Payout % belongs to a batch that nobody approved', OLD.reference
            USING ERRCODE = 'check_violation', CONSTRAINT = 'payout_sent_when_approved';
    END IF;
    RETURN NEW;
END
$$;

-- What happens by itself has no actor.
ALTER TABLE payout_event
    ALTER COLUMN actor_id DROP NOT NULL,
    DROP CONSTRAINT payout_event_action_known,
    ADD CONSTRAINT payout_event_action_known CHECK (
        action IN ('DRAFTED', 'APPROVED', 'DISCARDED', 'WITHDRAWN', 'EXPORTED', 'CONFIRMED', 'RETURNED', 'REVERSED', 'REVERSAL_REFUSED'));

-- A payout that has to reach the gateway; committed with its approval, sent afterwards under a key made of the payout's id.
CREATE TABLE payout_transfer (
    payout_id  UUID        NOT NULL,
    state      TEXT        NOT NULL,
    attempts   INTEGER     NOT NULL DEFAULT 0,
    send_at    TIMESTAMPTZ NOT NULL,
    -- What the gateway said last, when it did not do it.
    failure    TEXT,
    updated_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT payout_transfer_pk PRIMARY KEY (payout_id),
    CONSTRAINT payout_transfer_payout_fk FOREIGN KEY (payout_id) REFERENCES payout (id),
    CONSTRAINT payout_transfer_state_known CHECK (state IN ('REQUESTED', 'DONE', 'REFUSED'))
);

-- For the sender: what still has to reach the gateway.
CREATE INDEX payout_transfer_send_idx ON payout_transfer (send_at) WHERE state = 'REQUESTED';

-- What was decided about a refund that came after a payout: once per reduction, also when nothing had to be taken back.
CREATE TABLE payout_clawback (
    reduction  TEXT        NOT NULL,
    seller_id  UUID        NOT NULL,
    -- What the seller owed of it, and was to be taken back at the gateway.
    owed       BIGINT      NOT NULL,
    amount     BIGINT      NOT NULL,
    decided_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT payout_clawback_pk PRIMARY KEY (reduction),
    CONSTRAINT payout_clawback_reduction_fk FOREIGN KEY (reduction) REFERENCES ledger_transaction (key),
    CONSTRAINT payout_clawback_amounts CHECK (amount BETWEEN 0 AND owed)
);

-- Some of a payout that the gateway takes back; committed first, sent afterwards under a key made of its id.
CREATE TABLE payout_reversal (
    id         UUID        NOT NULL,
    payout_id  UUID        NOT NULL,
    reduction  TEXT        NOT NULL,
    amount     BIGINT      NOT NULL,
    state      TEXT        NOT NULL,
    -- The gateway's name of it.
    reference  TEXT,
    attempts   INTEGER     NOT NULL DEFAULT 0,
    send_at    TIMESTAMPTZ NOT NULL,
    failure    TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT payout_reversal_pk PRIMARY KEY (id),
    CONSTRAINT payout_reversal_payout_fk FOREIGN KEY (payout_id) REFERENCES payout (id),
    CONSTRAINT payout_reversal_clawback_fk FOREIGN KEY (reduction) REFERENCES payout_clawback (reduction),
    CONSTRAINT payout_reversal_once UNIQUE (payout_id, reduction),
    CONSTRAINT payout_reversal_amount_positive CHECK (amount > 0),
    CONSTRAINT payout_reversal_state_known CHECK (state IN ('REQUESTED', 'DONE', 'REFUSED')),
    CONSTRAINT payout_reversal_done_at_gateway CHECK ((state = 'DONE') = (reference IS NOT NULL))
);

-- For the sender.
CREATE INDEX payout_reversal_send_idx ON payout_reversal (send_at) WHERE state = 'REQUESTED';
