-- The price record is bitemporal: valid_on says for which day a price holds, recorded_at and superseded_at
-- say when we held it to be true. A correction closes a row and adds another; nothing is ever overwritten.

CREATE TABLE price_commodity (
    code       TEXT    NOT NULL,
    name_vi    TEXT    NOT NULL,
    name_en    TEXT    NOT NULL,
    group_code TEXT    NOT NULL,
    position   INTEGER NOT NULL,
    CONSTRAINT price_commodity_pk PRIMARY KEY (code),
    CONSTRAINT price_commodity_code_ck CHECK (code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$')
);

CREATE TABLE price_series (
    id             INTEGER GENERATED ALWAYS AS IDENTITY,
    -- Public and promised not to change: subscribers store it.
    code           TEXT    NOT NULL,
    commodity_code TEXT    NOT NULL,
    grade_vi       TEXT,
    grade_en       TEXT,
    stage          TEXT    NOT NULL,
    -- Today's province; the place text keeps whatever name the source used.
    province_code  TEXT,
    place_vi       TEXT    NOT NULL,
    place_en       TEXT    NOT NULL,
    measure        TEXT    NOT NULL,
    currency       CHAR(3) NOT NULL,
    frequency      TEXT    NOT NULL,
    source_vi      TEXT    NOT NULL,
    source_en      TEXT    NOT NULL,
    source_url     TEXT,
    licence        TEXT    NOT NULL,
    licence_url    TEXT,
    demonstration  BOOLEAN NOT NULL,
    position       INTEGER NOT NULL,
    CONSTRAINT price_series_pk PRIMARY KEY (id),
    CONSTRAINT price_series_code_uk UNIQUE (code),
    CONSTRAINT price_series_commodity_fk FOREIGN KEY (commodity_code) REFERENCES price_commodity (code),
    CONSTRAINT price_series_code_ck CHECK (code ~ '^[A-Z0-9]+([.-][A-Z0-9]+)*$'),
    CONSTRAINT price_series_grade_ck CHECK ((grade_vi IS NULL) = (grade_en IS NULL)),
    CONSTRAINT price_series_stage_ck CHECK (stage IN ('FARM_GATE', 'WHOLESALE', 'RETAIL', 'WORLD_MARKET')),
    CONSTRAINT price_series_measure_ck CHECK (measure IN ('KILOGRAM', 'YEN', 'QUINTAL', 'TONNE', 'PIECE', 'CUBIC_METER')),
    CONSTRAINT price_series_frequency_ck CHECK (frequency IN ('DAILY', 'WEEKLY', 'MONTHLY'))
);

-- Series of one commodity, for its page and the product pages that point to it.
CREATE INDEX price_series_commodity_ix ON price_series (commodity_code);

CREATE TABLE price_upload (
    id           UUID        NOT NULL,
    state        TEXT        NOT NULL,
    file_name    TEXT,
    uploaded_by  UUID        NOT NULL,
    uploaded_at  TIMESTAMPTZ NOT NULL,
    -- Each recognized column with the heading the file gave it, in the file's order.
    columns      JSONB       NOT NULL,
    row_count    INTEGER     NOT NULL,
    error_count  INTEGER     NOT NULL,
    warning_count INTEGER    NOT NULL,
    closed_by    UUID,
    closed_at    TIMESTAMPTZ,
    CONSTRAINT price_upload_pk PRIMARY KEY (id),
    CONSTRAINT price_upload_state_ck CHECK (state IN ('DRAFT', 'PUBLISHED', 'DISCARDED')),
    CONSTRAINT price_upload_closed_ck CHECK ((state = 'DRAFT') = (closed_at IS NULL) AND (closed_by IS NULL) = (closed_at IS NULL)),
    CONSTRAINT price_upload_published_ck CHECK (state <> 'PUBLISHED' OR error_count = 0)
);

-- The trade desk's list, newest first.
CREATE INDEX price_upload_recent_ix ON price_upload (uploaded_at DESC, id DESC);

CREATE TABLE price_upload_row (
    upload_id      UUID    NOT NULL,
    -- Line of the file as a spreadsheet numbers it: the heading is row 1. Row 0 holds findings about the whole file.
    row_number     INTEGER NOT NULL,
    cells          JSONB   NOT NULL,
    findings       JSONB   NOT NULL,
    series_id      INTEGER,
    valid_on       DATE,
    price_min      NUMERIC(18, 4),
    price_max      NUMERIC(18, 4),
    note           TEXT,
    previous_on    DATE,
    previous_min   NUMERIC(18, 4),
    previous_max   NUMERIC(18, 4),
    CONSTRAINT price_upload_row_pk PRIMARY KEY (upload_id, row_number),
    CONSTRAINT price_upload_row_upload_fk FOREIGN KEY (upload_id) REFERENCES price_upload (id),
    CONSTRAINT price_upload_row_series_fk FOREIGN KEY (series_id) REFERENCES price_series (id)
);

CREATE TABLE price_publication (
    id           UUID        NOT NULL,
    -- Grows with every publication: the validator of conditional requests.
    revision     BIGINT GENERATED ALWAYS AS IDENTITY,
    kind         TEXT        NOT NULL,
    published_at TIMESTAMPTZ NOT NULL,
    published_by UUID,
    upload_id    UUID,
    CONSTRAINT price_publication_pk PRIMARY KEY (id),
    CONSTRAINT price_publication_revision_uk UNIQUE (revision),
    -- One upload is published at most once, whoever presses the button twice.
    CONSTRAINT price_publication_upload_uk UNIQUE (upload_id),
    CONSTRAINT price_publication_upload_fk FOREIGN KEY (upload_id) REFERENCES price_upload (id),
    CONSTRAINT price_publication_kind_ck CHECK (kind IN ('UPLOAD', 'IMPORT')),
    CONSTRAINT price_publication_origin_ck CHECK ((kind = 'UPLOAD') = (upload_id IS NOT NULL AND published_by IS NOT NULL))
);

-- The latest publication, asked by every conditional request.
CREATE INDEX price_publication_latest_ix ON price_publication (published_at DESC);

CREATE TABLE price_observation (
    series_id      INTEGER     NOT NULL,
    valid_on       DATE        NOT NULL,
    publication_id UUID        NOT NULL,
    price_min      NUMERIC(18, 4) NOT NULL,
    price_max      NUMERIC(18, 4) NOT NULL,
    status         TEXT        NOT NULL,
    note           TEXT,
    recorded_at    TIMESTAMPTZ NOT NULL,
    superseded_at  TIMESTAMPTZ,
    CONSTRAINT price_observation_pk PRIMARY KEY (series_id, valid_on, publication_id),
    CONSTRAINT price_observation_series_fk FOREIGN KEY (series_id) REFERENCES price_series (id),
    CONSTRAINT price_observation_publication_fk FOREIGN KEY (publication_id) REFERENCES price_publication (id),
    CONSTRAINT price_observation_status_ck CHECK (status IN ('PRELIMINARY', 'FINAL')),
    CONSTRAINT price_observation_range_ck CHECK (0 < price_min AND price_min <= price_max),
    CONSTRAINT price_observation_known_ck CHECK (superseded_at > recorded_at)
);

-- One price a day is current; also the access path of the board (latest first) and of a series' range.
CREATE UNIQUE INDEX price_observation_current_uk ON price_observation (series_id, valid_on) WHERE superseded_at IS NULL;

-- The feed: what was recorded last.
CREATE INDEX price_observation_recorded_ix ON price_observation (recorded_at DESC, valid_on DESC, series_id) WHERE superseded_at IS NULL;
