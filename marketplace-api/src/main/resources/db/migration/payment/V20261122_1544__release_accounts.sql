-- A shop may have named an account that is somebody else's, before its owner did. An operator takes the account from it: then its owner may
-- name it, and the shop has none until it names another one.
ALTER TABLE receiving_account ADD COLUMN released BOOLEAN NOT NULL DEFAULT false;

DROP INDEX receiving_account_owner_key;
-- No two shops have the same account, and whose account a bank reports about.
CREATE UNIQUE INDEX receiving_account_owner_key ON receiving_account (bin, number) WHERE is_first AND NOT released;

CREATE TABLE receiving_account_release (
    id          UUID        NOT NULL DEFAULT uuidv7(),
    -- With which row the shop named the account first.
    account_id  UUID        NOT NULL,
    reason      TEXT        NOT NULL,
    released_by UUID        NOT NULL,
    released_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT receiving_account_release_pk PRIMARY KEY (id),
    CONSTRAINT receiving_account_release_account_key UNIQUE (account_id),
    CONSTRAINT receiving_account_release_account_fk FOREIGN KEY (account_id) REFERENCES receiving_account (id),
    CONSTRAINT receiving_account_release_reason_given CHECK (btrim(reason) <> '')
);

CREATE TRIGGER receiving_account_release_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON receiving_account_release
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
