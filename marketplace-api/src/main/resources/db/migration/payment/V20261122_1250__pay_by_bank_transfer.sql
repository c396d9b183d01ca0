-- Terms of paying that change without a deploy. A row serves from valid_from to valid_to.
CREATE TABLE payment_term (
    name       TEXT   NOT NULL,
    value      BIGINT NOT NULL,
    reference  TEXT   NOT NULL,
    valid_from DATE   NOT NULL,
    valid_to   DATE,
    CONSTRAINT payment_term_pk PRIMARY KEY (name, valid_from),
    CONSTRAINT payment_term_known CHECK (name IN ('transfer-hours', 'refund-account-days')),
    CONSTRAINT payment_term_positive CHECK (value > 0),
    CONSTRAINT payment_term_period CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

INSERT INTO payment_term (name, value, reference, valid_from) VALUES
    -- How long goods wait for a bank transfer.
    ('transfer-hours', 24, 'Quy chế chợ 2026', '2026-01-01'),
    -- How long a buyer's account number is kept after money went back to it.
    ('refund-account-days', 30, 'Luật 91/2025/QH15: không giữ dữ liệu lâu hơn mục đích', '2026-01-01');

-- Where a shop receives money. A change is a new row; the newest counts, the others are the history of who changed what.
CREATE TABLE receiving_account (
    id         UUID        NOT NULL,
    seller_id  UUID        NOT NULL,
    bin        CHAR(6)     NOT NULL,
    number     TEXT        NOT NULL,
    holder     TEXT        NOT NULL,
    changed_by UUID        NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT receiving_account_pk PRIMARY KEY (id),
    CONSTRAINT receiving_account_seller_fk FOREIGN KEY (seller_id) REFERENCES seller (id),
    CONSTRAINT receiving_account_bin_shape CHECK (bin ~ '^[0-9]{6}$'),
    CONSTRAINT receiving_account_number_shape CHECK (number ~ '^[0-9A-Za-z]{4,19}$')
);

-- A shop's present account, and its former ones.
CREATE INDEX receiving_account_seller_idx ON receiving_account (seller_id, id DESC);
-- Whose account a bank reports about.
CREATE INDEX receiving_account_number_idx ON receiving_account (bin, number, id DESC);

-- What a shop accepts beyond the market's own terms. No row: every way of paying, no limit of its own.
CREATE TABLE seller_payment_setting (
    seller_id  UUID        NOT NULL,
    card       BOOLEAN     NOT NULL,
    vietqr     BOOLEAN     NOT NULL,
    vietqr_max BIGINT,
    cod        BOOLEAN     NOT NULL,
    cod_max    BIGINT,
    -- How much a transfer may fall short and still count as full.
    tolerance  BIGINT      NOT NULL,
    version    BIGINT      NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT seller_payment_setting_pk PRIMARY KEY (seller_id),
    CONSTRAINT seller_payment_setting_seller_fk FOREIGN KEY (seller_id) REFERENCES seller (id),
    CONSTRAINT seller_payment_setting_limits CHECK (vietqr_max > 0 AND cod_max > 0 AND tolerance >= 0)
);

-- Who did what about money by hand; never changed.
CREATE TABLE payment_audit (
    id          UUID        NOT NULL DEFAULT uuidv7(),
    subject     TEXT        NOT NULL,
    subject_id  UUID        NOT NULL,
    action      TEXT        NOT NULL,
    note        TEXT,
    actor_id    UUID        NOT NULL,
    happened_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT payment_audit_pk PRIMARY KEY (id),
    CONSTRAINT payment_audit_subject_known CHECK (subject IN ('seller', 'transfer', 'refund', 'statement'))
);

-- The history of one thing.
CREATE INDEX payment_audit_subject_idx ON payment_audit (subject_id, id);

-- A bank transfer that is awaited: what the QR code of one payable asks for.
CREATE TABLE transfer_request (
    id         UUID        NOT NULL,
    payable_id UUID        NOT NULL,
    seller_id  UUID        NOT NULL,
    reference  TEXT        NOT NULL,
    purpose    TEXT        NOT NULL,
    amount     BIGINT      NOT NULL,
    currency   CHAR(3)     NOT NULL,
    -- Whose account it is; the account as it was when the order was placed.
    payee      TEXT        NOT NULL,
    bin        CHAR(6)     NOT NULL,
    number     TEXT        NOT NULL,
    holder     TEXT        NOT NULL,
    state      TEXT        NOT NULL,
    -- What arrived and counts; less than the amount while the rest is awaited, or when the rest was waived.
    received   BIGINT      NOT NULL DEFAULT 0,
    version    BIGINT      NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT transfer_request_pk PRIMARY KEY (id),
    CONSTRAINT transfer_request_payable_key UNIQUE (payable_id),
    CONSTRAINT transfer_request_purpose_key UNIQUE (purpose),
    CONSTRAINT transfer_request_reference_key UNIQUE (reference),
    CONSTRAINT transfer_request_payee_known CHECK (payee IN ('SELLER', 'PARTNER')),
    CONSTRAINT transfer_request_state_known CHECK (state IN ('OPEN', 'PAID', 'CLOSED')),
    CONSTRAINT transfer_request_amounts CHECK (amount > 0 AND received BETWEEN 0 AND amount),
    CONSTRAINT transfer_request_paid_has_money CHECK (state <> 'PAID' OR received > 0)
);

-- Money that arrived in a bank account, as the bank reported it, once per bank reference.
CREATE TABLE bank_transfer (
    id             UUID        NOT NULL,
    bin            CHAR(6)     NOT NULL,
    number         TEXT        NOT NULL,
    bank_reference TEXT        NOT NULL,
    -- The shop whose account it is; none for the licensed partner's.
    seller_id      UUID,
    source         TEXT        NOT NULL,
    amount         BIGINT      NOT NULL,
    currency       CHAR(3)     NOT NULL,
    description    TEXT        NOT NULL,
    -- Masked: whom it came from, where the bank says so.
    sender         TEXT,
    booked_at      TIMESTAMPTZ NOT NULL,
    state          TEXT        NOT NULL,
    reason         TEXT,
    resolution     TEXT,
    request_id     UUID,
    -- What of it counts towards the request.
    used           BIGINT      NOT NULL DEFAULT 0,
    version        BIGINT      NOT NULL DEFAULT 1,
    attempts       INTEGER     NOT NULL DEFAULT 0,
    process_at     TIMESTAMPTZ NOT NULL,
    failure        TEXT,
    received_at    TIMESTAMPTZ NOT NULL,
    updated_at     TIMESTAMPTZ NOT NULL,
    CONSTRAINT bank_transfer_pk PRIMARY KEY (id),
    CONSTRAINT bank_transfer_reference_key UNIQUE (bin, number, bank_reference),
    CONSTRAINT bank_transfer_request_fk FOREIGN KEY (request_id) REFERENCES transfer_request (id),
    CONSTRAINT bank_transfer_source_known CHECK (source IN ('WEBHOOK', 'STATEMENT')),
    CONSTRAINT bank_transfer_state_known CHECK (state IN ('RECEIVED', 'MATCHED', 'QUEUED', 'RESOLVED')),
    CONSTRAINT bank_transfer_reason_known
        CHECK (reason IN ('UNDERPAID', 'OVERPAID', 'LATE', 'DUPLICATE', 'UNKNOWN')),
    CONSTRAINT bank_transfer_resolution_known
        CHECK (resolution IN ('ACCEPTED', 'COMPLETED', 'REFUNDED', 'IGNORED', 'WAITING')),
    CONSTRAINT bank_transfer_queued_with_reason CHECK (state <> 'QUEUED' OR reason IS NOT NULL),
    CONSTRAINT bank_transfer_amounts CHECK (amount > 0 AND used BETWEEN 0 AND amount)
);

-- For the matching: what has not been looked at.
CREATE INDEX bank_transfer_due_idx ON bank_transfer (process_at) WHERE state = 'RECEIVED';
-- The queue of one account's owner, and all of its transfers.
CREATE INDEX bank_transfer_queue_idx ON bank_transfer (seller_id, id DESC) WHERE state = 'QUEUED';
CREATE INDEX bank_transfer_seller_idx ON bank_transfer (seller_id, id DESC);
-- What counts towards a request.
CREATE INDEX bank_transfer_request_idx ON bank_transfer (request_id) WHERE request_id IS NOT NULL;

-- An uploaded bank statement; what it says is applied once somebody has looked at it.
CREATE TABLE bank_statement (
    id          UUID        NOT NULL,
    seller_id   UUID,
    bin         CHAR(6)     NOT NULL,
    number      TEXT        NOT NULL,
    file_name   TEXT,
    skipped     INTEGER     NOT NULL,
    uploaded_by UUID        NOT NULL,
    uploaded_at TIMESTAMPTZ NOT NULL,
    applied_at  TIMESTAMPTZ,
    CONSTRAINT bank_statement_pk PRIMARY KEY (id)
);

CREATE TABLE bank_statement_row (
    statement_id   UUID    NOT NULL,
    row            INTEGER NOT NULL,
    bank_reference TEXT,
    booked_at      TIMESTAMPTZ,
    amount         BIGINT,
    description    TEXT,
    sender         TEXT,
    -- The column at fault and what is wrong with it; such a row is never applied.
    error_column   TEXT,
    error          TEXT,
    CONSTRAINT bank_statement_row_pk PRIMARY KEY (statement_id, row),
    CONSTRAINT bank_statement_row_statement_fk FOREIGN KEY (statement_id) REFERENCES bank_statement (id),
    CONSTRAINT bank_statement_row_whole_or_at_fault CHECK (
        (error IS NOT NULL) = (error_column IS NOT NULL)
        AND (error IS NOT NULL
             OR (bank_reference IS NOT NULL AND booked_at IS NOT NULL AND amount > 0 AND description IS NOT NULL)))
);

-- Cash that a buyer handed over, and who has it.
CREATE TABLE cash_collection (
    id           UUID        NOT NULL,
    payable_id   UUID        NOT NULL,
    seller_id    UUID        NOT NULL,
    reference    TEXT        NOT NULL,
    amount       BIGINT      NOT NULL,
    currency     CHAR(3)     NOT NULL,
    holder       TEXT        NOT NULL,
    collected_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT cash_collection_pk PRIMARY KEY (id),
    CONSTRAINT cash_collection_payable_key UNIQUE (payable_id),
    CONSTRAINT cash_collection_amount_positive CHECK (amount > 0),
    CONSTRAINT cash_collection_holder_known CHECK (holder IN ('CARRIER', 'SELLER', 'PLATFORM'))
);

-- Money that goes back by bank transfer, made by hand by whoever has it.
CREATE TABLE bank_refund (
    id             UUID        NOT NULL,
    kind           TEXT        NOT NULL,
    -- Who must transfer: the shop, or (none) the platform's licensed partner.
    seller_id      UUID,
    payment_id     UUID,
    payable_id     UUID,
    refund_key     TEXT        NOT NULL,
    -- The order, seller order or bank reference people know it by.
    reference      TEXT        NOT NULL,
    amount         BIGINT      NOT NULL,
    currency       CHAR(3)     NOT NULL,
    reason         TEXT        NOT NULL,
    -- Whether the payable hears of it when it is done; not when a gateway had already confirmed it.
    told           BOOLEAN     NOT NULL,
    state          TEXT        NOT NULL,
    bin            CHAR(6),
    number         TEXT,
    holder         TEXT,
    account_hint   TEXT,
    bank_reference TEXT,
    created_at     TIMESTAMPTZ NOT NULL,
    done_at        TIMESTAMPTZ,
    CONSTRAINT bank_refund_pk PRIMARY KEY (id),
    CONSTRAINT bank_refund_key UNIQUE (payable_id, refund_key),
    CONSTRAINT bank_refund_kind_known CHECK (kind IN ('TRANSFER', 'CASH', 'UNMATCHED', 'CARD')),
    CONSTRAINT bank_refund_state_known CHECK (state IN ('ACCOUNT_NEEDED', 'READY', 'DONE')),
    CONSTRAINT bank_refund_amount_positive CHECK (amount > 0),
    CONSTRAINT bank_refund_known_to_payable CHECK (kind = 'UNMATCHED' OR (payable_id IS NOT NULL AND payment_id IS NOT NULL)),
    CONSTRAINT bank_refund_done_with_reference CHECK ((state = 'DONE') = (bank_reference IS NOT NULL AND done_at IS NOT NULL))
);

-- Unmatched money goes back once.
CREATE UNIQUE INDEX bank_refund_unmatched_key ON bank_refund (refund_key) WHERE kind = 'UNMATCHED';
-- What somebody has to transfer, and has.
CREATE INDEX bank_refund_open_idx ON bank_refund (seller_id, id DESC) WHERE state <> 'DONE';
CREATE INDEX bank_refund_seller_idx ON bank_refund (seller_id, id DESC);
-- For the clean-up of account numbers.
CREATE INDEX bank_refund_number_idx ON bank_refund (done_at) WHERE state = 'DONE' AND number IS NOT NULL;
