CREATE TABLE seller (
    id              UUID        NOT NULL DEFAULT uuidv7(),
    slug            TEXT        NOT NULL,
    type            TEXT        NOT NULL,
    name_vi         TEXT        NOT NULL,
    name_en         TEXT        NOT NULL,
    -- Ten or thirteen digits of an organisation, or the twelve of a person's id: never shown unmasked in the last case.
    tax_code        TEXT,
    registration_no TEXT,
    province_code   CHAR(2)     NOT NULL,
    commune_code    CHAR(5),
    commune_name    TEXT        NOT NULL,
    story_vi        TEXT        NOT NULL DEFAULT '',
    story_en        TEXT        NOT NULL DEFAULT '',
    founded_year    INTEGER,
    members_count   INTEGER,
    phone           TEXT,
    email           TEXT,
    -- Order of appearance in the directory of shops; also its page key.
    position        BIGINT      GENERATED ALWAYS AS IDENTITY,
    created_at      TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT seller_pk PRIMARY KEY (id),
    CONSTRAINT seller_slug_key UNIQUE (slug),
    CONSTRAINT seller_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT seller_type_known CHECK (type IN ('HTX', 'LIEN_HIEP_HTX', 'TO_HOP_TAC', 'HO_KINH_DOANH', 'SME')),
    CONSTRAINT seller_tax_code_shape CHECK (tax_code ~ '^(\d{10}(\d{3})?|\d{12})$'),
    CONSTRAINT seller_founded_year_sane CHECK (founded_year BETWEEN 1900 AND 2200),
    CONSTRAINT seller_members_count_positive CHECK (members_count >= 0),
    CONSTRAINT seller_province_fk FOREIGN KEY (province_code) REFERENCES province (code)
);

-- The directory of shops, page by page.
CREATE UNIQUE INDEX seller_position_idx ON seller (position);
-- The directory narrowed to a province.
CREATE INDEX seller_province_idx ON seller (province_code, position);

CREATE TABLE seller_member (
    seller_id  UUID        NOT NULL,
    account_id UUID        NOT NULL,
    role       TEXT        NOT NULL,
    since      TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT seller_member_pk PRIMARY KEY (seller_id, account_id),
    CONSTRAINT seller_member_role_known CHECK (role IN ('OWNER')),
    CONSTRAINT seller_member_seller_fk FOREIGN KEY (seller_id) REFERENCES seller (id)
);

-- An account signs in for one shop: the token's shop is looked up by account.
CREATE UNIQUE INDEX seller_member_account_idx ON seller_member (account_id);
