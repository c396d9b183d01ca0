-- Accounts of the ledger. Made by the transaction that first uses one, never changed. The code says kind and owner:
-- 'gateway', 'carrier:GHN', 'seller:<id>'.
CREATE TABLE ledger_account (
    code      TEXT        NOT NULL,
    kind      TEXT        NOT NULL,
    owner     TEXT,
    opened_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT ledger_account_pk PRIMARY KEY (code),
    CONSTRAINT ledger_account_code_says_it CHECK (code = lower(replace(kind, '_', '-')) || coalesce(':' || owner, '')),
    CONSTRAINT ledger_account_owner_present CHECK (btrim(owner) <> '')
);

-- One movement of money or of what is owed. The key is the fact's: a fact that is heard twice is posted once.
CREATE TABLE ledger_transaction (
    id              UUID        NOT NULL DEFAULT uuidv7(),
    key             TEXT        NOT NULL,
    kind            TEXT        NOT NULL,
    occurred_at     TIMESTAMPTZ NOT NULL,
    posted_at       TIMESTAMPTZ NOT NULL DEFAULT now(),
    order_id        UUID,
    seller_order_id UUID,
    seller_id       UUID,
    -- What people call it: the number of the seller order, the carrier's reference.
    reference       TEXT,
    -- The arguments of the text that explains it.
    memo            JSONB       NOT NULL DEFAULT '{}',
    reverses        TEXT,
    currency        CHAR(3)     NOT NULL DEFAULT 'VND',
    CONSTRAINT ledger_transaction_pk PRIMARY KEY (id),
    CONSTRAINT ledger_transaction_key UNIQUE (key),
    CONSTRAINT ledger_transaction_reversed_once UNIQUE (reverses),
    CONSTRAINT ledger_transaction_reverses_fk FOREIGN KEY (reverses) REFERENCES ledger_transaction (key),
    -- Entries carry no currency of their own: a transaction has one, and the ledger is kept in one.
    CONSTRAINT ledger_transaction_one_currency CHECK (currency = 'VND'),
    CONSTRAINT ledger_transaction_part_has_seller CHECK (seller_order_id IS NULL OR (seller_id IS NOT NULL AND order_id IS NOT NULL))
);

-- Everything that happened to the money of one seller order, of one order, of one seller.
CREATE INDEX ledger_transaction_part_idx ON ledger_transaction (seller_order_id) WHERE seller_order_id IS NOT NULL;
CREATE INDEX ledger_transaction_order_idx ON ledger_transaction (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX ledger_transaction_seller_idx ON ledger_transaction (seller_id, occurred_at, id) WHERE seller_id IS NOT NULL;
-- The reports of a month or a day.
CREATE INDEX ledger_transaction_time_idx ON ledger_transaction (occurred_at);

-- Positive is debit, negative is credit. There is no foreign key to the account: its row lock would make every sale queue at the
-- account of the gateway; accounts are never deleted, and the check at commit looks for them.
CREATE TABLE ledger_entry (
    transaction_id UUID     NOT NULL,
    position       SMALLINT NOT NULL,
    account        TEXT     NOT NULL,
    purpose        TEXT     NOT NULL,
    amount         BIGINT   NOT NULL,
    CONSTRAINT ledger_entry_pk PRIMARY KEY (transaction_id, position),
    CONSTRAINT ledger_entry_transaction_fk FOREIGN KEY (transaction_id) REFERENCES ledger_transaction (id),
    CONSTRAINT ledger_entry_moves_something CHECK (amount <> 0)
);

-- The balance of one account.
CREATE INDEX ledger_entry_account_idx ON ledger_entry (account) INCLUDE (amount);

CREATE FUNCTION refuse_unbalanced_ledger_transaction(transaction UUID) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    balance NUMERIC;
    entries INTEGER;
    unknown TEXT;
BEGIN
    SELECT coalesce(sum(e.amount), 0), count(*), min(e.account) FILTER (WHERE a.code IS NULL)
      INTO balance, entries, unknown
      FROM ledger_entry e LEFT JOIN ledger_account a ON a.code = e.account
     WHERE e.transaction_id = transaction;
    IF balance <> 0 THEN
        RAISE EXCEPTION 'Ledger transaction % is out of balance by %', transaction, balance
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_transaction_balanced';
    END IF;
    IF entries < 2 THEN
        RAISE EXCEPTION 'Ledger transaction % has % entries, at least two are needed', transaction, entries
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_transaction_two_entries';
    END IF;
    IF unknown IS NOT NULL THEN
        RAISE EXCEPTION 'Ledger transaction % names the unknown account %', transaction, unknown
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'ledger_entry_account_known';
    END IF;
END
$$;

CREATE FUNCTION check_ledger_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refuse_unbalanced_ledger_transaction(NEW.id);
    RETURN NULL;
END
$$;

-- At commit, once a transaction: what was begun is whole.
CREATE CONSTRAINT TRIGGER ledger_transaction_is_balanced AFTER INSERT ON ledger_transaction
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_transaction();

CREATE FUNCTION check_ledger_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refuse_unbalanced_ledger_transaction(touched.transaction_id)
       FROM (SELECT DISTINCT transaction_id FROM added) touched;
    RETURN NULL;
END
$$;

-- At each statement: nothing is added to an old transaction that would tip it. Entries of a transaction come in one statement.
CREATE TRIGGER ledger_entries_are_balanced AFTER INSERT ON ledger_entry
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_ledger_entries();

CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are never changed or removed; post a reversal', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ledger_is_append_only';
END
$$;

CREATE TRIGGER ledger_account_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_account
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER ledger_transaction_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transaction
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER ledger_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
