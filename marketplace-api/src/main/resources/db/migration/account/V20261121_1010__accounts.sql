-- People, how they sign in, where their parcels go, and what they agreed to.

CREATE TABLE account (
    id             UUID        NOT NULL,
    -- Normalised by the application: trimmed, NFC, lower case.
    email          TEXT        NOT NULL,
    display_name   TEXT        NOT NULL,
    phone          TEXT,
    password_hash  TEXT        NOT NULL,
    created_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT account_pk PRIMARY KEY (id),
    CONSTRAINT account_email_key UNIQUE (email),
    CONSTRAINT account_email_normalised CHECK (email = lower(btrim(email)) AND position('@' IN email) > 1)
);

-- Everyone is a buyer; only further roles are rows.
CREATE TABLE account_role (
    account_id UUID        NOT NULL,
    role       TEXT        NOT NULL,
    granted_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT account_role_pk PRIMARY KEY (account_id, role),
    CONSTRAINT account_role_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT account_role_known CHECK (role IN ('SELLER', 'OFFICER', 'OPERATOR'))
);

-- A refresh token is used once and replaced by the next of its family. Seeing a used one again means that somebody
-- copied it, so the whole family is revoked. Only the SHA-256 of a token is kept.
CREATE TABLE refresh_token (
    token_hash BYTEA       NOT NULL,
    family_id  UUID        NOT NULL,
    account_id UUID        NOT NULL,
    issued_at  TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at    TIMESTAMPTZ,
    revoked_at TIMESTAMPTZ,
    CONSTRAINT refresh_token_pk PRIMARY KEY (token_hash),
    CONSTRAINT refresh_token_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT refresh_token_hash_length CHECK (octet_length(token_hash) = 32),
    CONSTRAINT refresh_token_lives CHECK (expires_at > issued_at)
);

-- Revoking a family, and signing out everywhere.
CREATE INDEX refresh_token_family_idx ON refresh_token (family_id);
CREATE INDEX refresh_token_account_idx ON refresh_token (account_id);
-- Removing what has expired.
CREATE INDEX refresh_token_expiry_idx ON refresh_token (expires_at);

CREATE TABLE address (
    id            UUID        NOT NULL,
    account_id    UUID        NOT NULL,
    recipient     TEXT        NOT NULL,
    phone         TEXT        NOT NULL,
    province_code CHAR(2)     NOT NULL,
    commune_code  CHAR(5)     NOT NULL,
    street        TEXT        NOT NULL,
    is_default    BOOLEAN     NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT address_pk PRIMARY KEY (id),
    CONSTRAINT address_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);

-- The address book of an account.
CREATE INDEX address_account_idx ON address (account_id, created_at);
-- At most one default address an account.
CREATE UNIQUE INDEX address_default_key ON address (account_id) WHERE is_default;

-- What somebody agreed to: explicit, for one purpose, provable, and withdrawable (Law 91/2025/QH15).
CREATE TABLE consent (
    id           UUID        NOT NULL,
    account_id   UUID        NOT NULL,
    purpose      TEXT        NOT NULL,
    text_version TEXT        NOT NULL,
    channel      TEXT        NOT NULL,
    given_at     TIMESTAMPTZ NOT NULL,
    withdrawn_at TIMESTAMPTZ,
    CONSTRAINT consent_pk PRIMARY KEY (id),
    CONSTRAINT consent_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT consent_order CHECK (withdrawn_at IS NULL OR withdrawn_at >= given_at)
);

-- What an account agreed to now: one running consent a purpose.
CREATE UNIQUE INDEX consent_running_key ON consent (account_id, purpose) WHERE withdrawn_at IS NULL;
