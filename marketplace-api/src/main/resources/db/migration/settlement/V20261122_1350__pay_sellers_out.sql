-- When sellers are paid out, and from how much on: the market's plan (no seller) and a seller's own. The row that began last holds; of one
-- day the one added last. Rows are added, never changed.
CREATE TABLE payout_plan (
    id         UUID        NOT NULL,
    seller_id  UUID,
    schedule   TEXT        NOT NULL,
    -- WEEKLY: 1 is Monday; MONTHLY: a day every month has.
    day        SMALLINT,
    minimum    BIGINT      NOT NULL,
    reference  TEXT        NOT NULL,
    valid_from DATE        NOT NULL,
    added_by   UUID,
    added_at   TIMESTAMPTZ NOT NULL,
    CONSTRAINT payout_plan_pk PRIMARY KEY (id),
    CONSTRAINT payout_plan_seller_fk FOREIGN KEY (seller_id) REFERENCES seller (id),
    CONSTRAINT payout_plan_schedule_known CHECK (schedule IN ('WEEKLY', 'MONTHLY', 'ON_REQUEST')),
    CONSTRAINT payout_plan_day_fits CHECK (
        CASE schedule WHEN 'WEEKLY' THEN day BETWEEN 1 AND 7
                      WHEN 'MONTHLY' THEN day BETWEEN 1 AND 28
                      ELSE day IS NULL END),
    CONSTRAINT payout_plan_minimum_positive CHECK (minimum > 0)
);

-- The plan of one seller, and the market's.
CREATE INDEX payout_plan_seller_idx ON payout_plan (seller_id, valid_from DESC, id DESC);

INSERT INTO payout_plan (id, seller_id, schedule, day, minimum, reference, valid_from, added_by, added_at)
VALUES (uuidv7(), NULL, 'WEEKLY', 3, 50000, 'Quy chế chợ 2026', '2026-01-01', NULL, now());

CREATE SEQUENCE payout_batch_number;

-- Payouts that are decided on and exported together. Who drafted a batch never approves it.
CREATE TABLE payout_batch (
    id         UUID        NOT NULL,
    number     TEXT        NOT NULL,
    -- The client's name for the attempt: a repeated one finds the first batch.
    key        TEXT        NOT NULL,
    state      TEXT        NOT NULL,
    drafted_by UUID        NOT NULL,
    drafted_at TIMESTAMPTZ NOT NULL,
    decided_by UUID,
    decided_at TIMESTAMPTZ,
    CONSTRAINT payout_batch_pk PRIMARY KEY (id),
    CONSTRAINT payout_batch_number_key UNIQUE (number),
    CONSTRAINT payout_batch_key_key UNIQUE (key),
    CONSTRAINT payout_batch_state_known CHECK (state IN ('DRAFTED', 'APPROVED', 'DISCARDED')),
    CONSTRAINT payout_batch_decided CHECK (
        (state = 'DRAFTED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT payout_batch_second_person CHECK (state <> 'APPROVED' OR decided_by <> drafted_by)
);

-- One seller's money on its way. The bank account is the one of the moment of drafting.
CREATE TABLE payout (
    id             UUID        NOT NULL,
    batch_id       UUID        NOT NULL,
    position       INTEGER     NOT NULL,
    reference      TEXT        NOT NULL,
    seller_id      UUID        NOT NULL,
    amount         BIGINT      NOT NULL,
    currency       CHAR(3)     NOT NULL,
    bin            CHAR(6)     NOT NULL,
    account_number TEXT        NOT NULL,
    holder         TEXT        NOT NULL,
    state          TEXT        NOT NULL,
    -- Of a payout that was withdrawn or returned.
    reason         TEXT,
    bank_reference TEXT,
    created_at     TIMESTAMPTZ NOT NULL,
    updated_at     TIMESTAMPTZ NOT NULL,
    CONSTRAINT payout_pk PRIMARY KEY (id),
    CONSTRAINT payout_batch_fk FOREIGN KEY (batch_id) REFERENCES payout_batch (id),
    CONSTRAINT payout_position_key UNIQUE (batch_id, position),
    CONSTRAINT payout_reference_key UNIQUE (reference),
    CONSTRAINT payout_seller_fk FOREIGN KEY (seller_id) REFERENCES seller (id),
    CONSTRAINT payout_amount_positive CHECK (amount > 0),
    CONSTRAINT payout_state_known CHECK (state IN ('DRAFTED', 'WITHDRAWN', 'SENT', 'CONFIRMED', 'RETURNED')),
    CONSTRAINT payout_reason_given CHECK ((state IN ('WITHDRAWN', 'RETURNED')) = (reason IS NOT NULL)),
    CONSTRAINT payout_confirmed_by_bank CHECK (state <> 'CONFIRMED' OR bank_reference IS NOT NULL)
);

-- Two drafts never promise one balance.
CREATE UNIQUE INDEX payout_one_draft_per_seller ON payout (seller_id) WHERE state = 'DRAFTED';
-- A seller's payouts, the newest first.
CREATE INDEX payout_seller_idx ON payout (seller_id, id DESC);
-- What waits for the bank.
CREATE INDEX payout_sent_idx ON payout (id) WHERE state = 'SENT';

-- A seller asks to be paid now; answered by a payout, open again when that is withdrawn.
CREATE TABLE payout_request (
    id           UUID        NOT NULL,
    seller_id    UUID        NOT NULL,
    requested_by UUID        NOT NULL,
    requested_at TIMESTAMPTZ NOT NULL,
    payout_id    UUID,
    CONSTRAINT payout_request_pk PRIMARY KEY (id),
    CONSTRAINT payout_request_seller_fk FOREIGN KEY (seller_id) REFERENCES seller (id),
    CONSTRAINT payout_request_payout_fk FOREIGN KEY (payout_id) REFERENCES payout (id)
);

CREATE UNIQUE INDEX payout_request_one_open ON payout_request (seller_id) WHERE payout_id IS NULL;
CREATE INDEX payout_request_payout_idx ON payout_request (payout_id) WHERE payout_id IS NOT NULL;

-- Who did what about a batch or one of its payouts.
CREATE TABLE payout_event (
    id          UUID        NOT NULL DEFAULT uuidv7(),
    batch_id    UUID        NOT NULL,
    payout_id   UUID,
    action      TEXT        NOT NULL,
    note        TEXT,
    actor_id    UUID        NOT NULL,
    happened_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT payout_event_pk PRIMARY KEY (id),
    CONSTRAINT payout_event_batch_fk FOREIGN KEY (batch_id) REFERENCES payout_batch (id),
    CONSTRAINT payout_event_action_known CHECK (
        action IN ('DRAFTED', 'APPROVED', 'DISCARDED', 'WITHDRAWN', 'EXPORTED', 'CONFIRMED', 'RETURNED'))
);

-- The history of a batch.
CREATE INDEX payout_event_batch_idx ON payout_event (batch_id, id);

CREATE FUNCTION refuse_payout_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are never changed or removed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'payout_history_is_append_only';
END
$$;

CREATE TRIGGER payout_event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payout_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_payout_history_change();
CREATE TRIGGER payout_plan_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payout_plan
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_payout_history_change();
CREATE TRIGGER payout_is_kept BEFORE DELETE OR TRUNCATE ON payout
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_payout_history_change();
CREATE TRIGGER payout_batch_is_kept BEFORE DELETE OR TRUNCATE ON payout_batch
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_payout_history_change();

-- What a batch was and who drafted it stays; it is decided once.
CREATE FUNCTION check_payout_batch_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.number, NEW.key, NEW.drafted_by, NEW.drafted_at)
           IS DISTINCT FROM (OLD.id, OLD.number, OLD.key, OLD.drafted_by, OLD.drafted_at)
       OR OLD.state <> 'DRAFTED' THEN
        RAISE EXCEPTION 'Batch % is %, and only that can change', OLD.number, OLD.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'payout_batch_decided_once';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER payout_batch_is_decided_once BEFORE UPDATE ON payout_batch
    FOR EACH ROW EXECUTE FUNCTION check_payout_batch_change();

-- A payout goes forward along its states, leaves only with an approved batch, and never changes in amount or destination.
CREATE FUNCTION check_payout_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.batch_id, NEW.position, NEW.reference, NEW.seller_id, NEW.amount, NEW.currency, NEW.bin, NEW.account_number, NEW.holder)
           IS DISTINCT FROM
       (OLD.id, OLD.batch_id, OLD.position, OLD.reference, OLD.seller_id, OLD.amount, OLD.currency, OLD.bin, OLD.account_number, OLD.holder)
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

CREATE TRIGGER payout_goes_forward BEFORE UPDATE ON payout FOR EACH ROW EXECUTE FUNCTION check_payout_change();

-- A payout begins as a draft.
CREATE FUNCTION check_new_payout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> 'DRAFTED' OR NOT EXISTS (SELECT FROM payout_batch b WHERE b.id = NEW.batch_id AND b.state = 'DRAFTED') THEN
        RAISE EXCEPTION 'Payout % begins as a draft in a draft', NEW.reference
            USING ERRCODE = 'check_violation', CONSTRAINT = 'payout_begins_as_draft';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER payout_begins_as_draft BEFORE INSERT ON payout FOR EACH ROW EXECUTE FUNCTION check_new_payout();
