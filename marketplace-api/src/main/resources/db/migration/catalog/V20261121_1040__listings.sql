CREATE TABLE category (
    path        TEXT    NOT NULL,
    slug        TEXT    NOT NULL,
    parent_path TEXT,
    name_vi     TEXT    NOT NULL,
    name_en     TEXT    NOT NULL,
    ocop_group  TEXT,
    sort_order  INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT category_pk PRIMARY KEY (path),
    CONSTRAINT category_path_shape CHECK (path ~ '^[a-z0-9-]+(/[a-z0-9-]+)*$'),
    CONSTRAINT category_parent_fk FOREIGN KEY (parent_path) REFERENCES category (path)
);

-- What a listing may be compared with on the price board: the first rule, by position, whose patterns fit the name written
-- without diacritics. Data, not code: the trade department adds a commodity without a deploy.
CREATE TABLE commodity_rule (
    position       INTEGER NOT NULL,
    commodity_code TEXT    NOT NULL,
    category_path  TEXT    NOT NULL,
    name_pattern   TEXT    NOT NULL,
    except_pattern TEXT,
    CONSTRAINT commodity_rule_pk PRIMARY KEY (position)
);

CREATE TABLE listing (
    id               UUID        NOT NULL DEFAULT uuidv7(),
    seller_id        UUID        NOT NULL,
    sku              TEXT        NOT NULL,
    slug             TEXT        NOT NULL,
    category_path    TEXT        NOT NULL,
    name_vi          TEXT        NOT NULL,
    name_en          TEXT        NOT NULL,
    description_vi   TEXT        NOT NULL DEFAULT '',
    description_en   TEXT        NOT NULL DEFAULT '',
    unit             TEXT        NOT NULL,
    ingredients_vi   TEXT[]      NOT NULL DEFAULT '{}',
    ingredients_en   TEXT[]      NOT NULL DEFAULT '{}',
    -- Claims of the seller (VietGAP, HACCP…); OCOP certificates are checked and dated, and live in their own table.
    certifications   TEXT[]      NOT NULL DEFAULT '{}',
    organic          BOOLEAN     NOT NULL DEFAULT FALSE,
    service          BOOLEAN     NOT NULL DEFAULT FALSE,
    shelf_life_days  INTEGER,
    vat_class        TEXT        NOT NULL DEFAULT 'PROCESSED',
    harvest_months   SMALLINT[]  NOT NULL DEFAULT '{}',
    season_months    SMALLINT[]  NOT NULL DEFAULT '{}',
    keywords         TEXT[]      NOT NULL DEFAULT '{}',
    tags             TEXT[]      NOT NULL DEFAULT '{}',
    traceable        BOOLEAN     NOT NULL DEFAULT FALSE,
    province_code    CHAR(2)     NOT NULL,
    commune_code     CHAR(5),
    commune_name     TEXT        NOT NULL,
    commodity_code   TEXT,
    on_sale          BOOLEAN     NOT NULL DEFAULT TRUE,
    currency         CHAR(3)     NOT NULL DEFAULT 'VND',
    -- Lowest and highest price of the variants on sale, kept with them so that lists can be sorted and paged by price.
    min_price        BIGINT      NOT NULL,
    max_price        BIGINT      NOT NULL,
    rating_count     INTEGER     NOT NULL DEFAULT 0,
    rating_sum       INTEGER     NOT NULL DEFAULT 0,
    -- What an editor sees (If-Match); document_version also counts changes of stock, rating and certificates, for the index.
    version          BIGINT      NOT NULL DEFAULT 1,
    document_version BIGINT      NOT NULL DEFAULT 1,
    created_at       TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at       TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT listing_pk PRIMARY KEY (id),
    CONSTRAINT listing_sku_key UNIQUE (sku),
    CONSTRAINT listing_slug_key UNIQUE (slug),
    CONSTRAINT listing_name_vi_present CHECK (btrim(name_vi) <> ''),
    CONSTRAINT listing_vat_class_known CHECK (vat_class IN ('RAW', 'PROCESSED', 'SPECIAL', 'SERVICE')),
    CONSTRAINT listing_prices_sane CHECK (min_price > 0 AND max_price >= min_price),
    CONSTRAINT listing_ratings_sane CHECK (rating_count >= 0 AND rating_sum BETWEEN rating_count AND 5 * rating_count),
    CONSTRAINT listing_seller_fk FOREIGN KEY (seller_id) REFERENCES seller (id),
    CONSTRAINT listing_category_fk FOREIGN KEY (category_path) REFERENCES category (path),
    CONSTRAINT listing_province_fk FOREIGN KEY (province_code) REFERENCES province (code)
);

-- Public lists, newest first and by price; a category and its descendants; a shop's own lists.
CREATE INDEX listing_newest_idx ON listing (created_at DESC, id DESC) WHERE on_sale;
CREATE INDEX listing_cheapest_idx ON listing (min_price, id) WHERE on_sale;
CREATE INDEX listing_category_idx ON listing (category_path text_pattern_ops);
CREATE INDEX listing_seller_idx ON listing (seller_id, created_at DESC, id DESC);
CREATE INDEX listing_seller_sku_idx ON listing (seller_id, sku);
CREATE INDEX listing_tags_idx ON listing USING gin (tags);
CREATE INDEX listing_harvest_months_idx ON listing USING gin (harvest_months);

CREATE TABLE listing_variant (
    id           UUID        NOT NULL DEFAULT uuidv7(),
    listing_id   UUID        NOT NULL,
    sku          TEXT        NOT NULL,
    label_vi     TEXT        NOT NULL,
    label_en     TEXT        NOT NULL,
    price        BIGINT      NOT NULL,
    currency     CHAR(3)     NOT NULL DEFAULT 'VND',
    weight_grams INTEGER     NOT NULL DEFAULT 0,
    position     SMALLINT    NOT NULL,
    on_sale      BOOLEAN     NOT NULL DEFAULT TRUE,
    CONSTRAINT listing_variant_pk PRIMARY KEY (id),
    CONSTRAINT listing_variant_sku_key UNIQUE (sku),
    -- Also serves the variants of a listing, in order.
    CONSTRAINT listing_variant_position_key UNIQUE (listing_id, position),
    CONSTRAINT listing_variant_price_positive CHECK (price > 0),
    CONSTRAINT listing_variant_weight_sane CHECK (weight_grams >= 0),
    CONSTRAINT listing_variant_listing_fk FOREIGN KEY (listing_id) REFERENCES listing (id)
);

-- Who changed which price, when, from what to what.
CREATE TABLE price_change (
    id         UUID        NOT NULL DEFAULT uuidv7(),
    variant_id UUID        NOT NULL,
    old_price  BIGINT      NOT NULL,
    new_price  BIGINT      NOT NULL,
    currency   CHAR(3)     NOT NULL,
    changed_by UUID        NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT price_change_pk PRIMARY KEY (id),
    CONSTRAINT price_change_real CHECK (old_price <> new_price),
    CONSTRAINT price_change_variant_fk FOREIGN KEY (variant_id) REFERENCES listing_variant (id)
);

-- The history of one variant's price, newest first.
CREATE INDEX price_change_variant_idx ON price_change (variant_id, changed_at DESC);

-- A picture is named by the SHA-256 of what was uploaded (first 40 hex digits), so that the same picture is kept once.
CREATE TABLE picture (
    id         TEXT        NOT NULL,
    width      INTEGER     NOT NULL,
    height     INTEGER     NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT picture_pk PRIMARY KEY (id),
    CONSTRAINT picture_id_shape CHECK (id ~ '^[0-9a-f]{40}$'),
    CONSTRAINT picture_size_sane CHECK (width > 0 AND height > 0)
);

CREATE TABLE listing_picture (
    listing_id UUID     NOT NULL,
    position   SMALLINT NOT NULL,
    picture_id TEXT     NOT NULL,
    alt_vi     TEXT     NOT NULL,
    alt_en     TEXT     NOT NULL,
    CONSTRAINT listing_picture_pk PRIMARY KEY (listing_id, position),
    CONSTRAINT listing_picture_once UNIQUE (listing_id, picture_id),
    CONSTRAINT listing_picture_listing_fk FOREIGN KEY (listing_id) REFERENCES listing (id),
    CONSTRAINT listing_picture_picture_fk FOREIGN KEY (picture_id) REFERENCES picture (id)
);
