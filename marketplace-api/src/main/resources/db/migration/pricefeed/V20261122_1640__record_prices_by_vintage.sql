-- The record in vintages. A publication is a vintage, numbered without gaps in the order in which they became public. An
-- observation is written once, with the vintage that made it known; a correction or a withdrawal is a further row of a
-- later vintage. Nothing here is ever updated or deleted, so the state of any vintage is derived: of each series and day
-- the row with the greatest vintage up to it.
--
-- Sized for ten thousand series of ten years: rows are fixed and narrow, and what few of them have to say beside the
-- price stands in price_remark.

-- What officers enter in sets; a set is published as a whole, by somebody else.
CREATE TABLE price_entry_set (
    id             UUID        NOT NULL,
    state          TEXT        NOT NULL,
    -- Raised by every change, and the entity tag of the set.
    version        INTEGER     NOT NULL,
    entered_by     UUID        NOT NULL,
    entered_at     TIMESTAMPTZ NOT NULL,
    submitted_at   TIMESTAMPTZ,
    -- Why a colleague sent it back.
    returned_for   TEXT,
    closed_by      UUID,
    closed_at      TIMESTAMPTZ,
    CONSTRAINT price_entry_set_pk PRIMARY KEY (id),
    CONSTRAINT price_entry_set_state_ck CHECK (state IN ('DRAFT', 'SUBMITTED', 'PUBLISHED', 'DISCARDED')),
    CONSTRAINT price_entry_set_submitted_ck CHECK (state NOT IN ('SUBMITTED', 'PUBLISHED') OR submitted_at IS NOT NULL),
    CONSTRAINT price_entry_set_closed_ck CHECK ((state IN ('PUBLISHED', 'DISCARDED')) = (closed_at IS NOT NULL)
        AND (closed_by IS NULL) = (closed_at IS NULL)),
    CONSTRAINT price_entry_set_two_people_ck CHECK (state <> 'PUBLISHED' OR closed_by <> entered_by)
);

-- The desk's list, newest first.
CREATE INDEX price_entry_set_recent_ix ON price_entry_set (entered_at DESC, id DESC);

CREATE TABLE price_entry (
    set_id       UUID    NOT NULL,
    series_id    INTEGER NOT NULL,
    valid_on     DATE    NOT NULL,
    position     INTEGER NOT NULL,
    -- In ten-thousandths of the series' currency; none for a withdrawal, no high for a single figure.
    low          BIGINT,
    high         BIGINT,
    status       CHAR(1) NOT NULL,
    note         TEXT,
    source       TEXT,
    source_url   TEXT,
    -- Why a published price is corrected or withdrawn.
    reason       TEXT,
    -- Who looked again at what seemed unusual.
    confirmed_by UUID,
    CONSTRAINT price_entry_pk PRIMARY KEY (set_id, series_id, valid_on),
    CONSTRAINT price_entry_set_fk FOREIGN KEY (set_id) REFERENCES price_entry_set (id),
    CONSTRAINT price_entry_series_fk FOREIGN KEY (series_id) REFERENCES price_series (id),
    CONSTRAINT price_entry_status_ck CHECK (status IN ('P', 'F', 'W')),
    CONSTRAINT price_entry_price_ck CHECK (CASE WHEN status = 'W' THEN low IS NULL AND high IS NULL
        ELSE 0 < low AND (high IS NULL OR low < high) AND low IS NOT NULL END)
);

-- Publications: the vintages.
ALTER TABLE price_publication RENAME COLUMN revision TO vintage;
ALTER TABLE price_publication RENAME CONSTRAINT price_publication_revision_uk TO price_publication_vintage_uk;
ALTER TABLE price_publication ALTER COLUMN vintage DROP IDENTITY;
ALTER TABLE price_publication ALTER COLUMN vintage TYPE INTEGER;
ALTER TABLE price_publication ADD COLUMN entered_by UUID;
ALTER TABLE price_publication ADD COLUMN entry_set_id UUID;
-- How many prices it made known for the first time, and how many known ones it changed or withdrew.
ALTER TABLE price_publication ADD COLUMN added INTEGER;
ALTER TABLE price_publication ADD COLUMN corrected INTEGER;
ALTER TABLE price_publication ADD COLUMN withdrawn INTEGER;

-- Series that exist without a publication: they are known from a first one.
INSERT INTO price_publication (id, vintage, kind, published_at)
SELECT uuidv7(), 1, 'IMPORT', now()
WHERE EXISTS (SELECT FROM price_series) AND NOT EXISTS (SELECT FROM price_publication);

-- A further thing to say about few observations. The id is a digest of the content, so that equal remarks are one row.
CREATE TABLE price_remark (
    id         UUID NOT NULL,
    note       TEXT,
    -- Where this one price is from, when it is not the series' usual source.
    source     TEXT,
    source_url TEXT,
    reason     TEXT,
    CONSTRAINT price_remark_pk PRIMARY KEY (id),
    CONSTRAINT price_remark_said_ck CHECK (num_nonnulls(note, source, source_url, reason) > 0)
);

INSERT INTO price_remark (id, note)
SELECT DISTINCT CAST(md5(note) AS UUID), note FROM price_observation WHERE note IS NOT NULL;

ALTER TABLE price_observation RENAME TO price_observation_before;

CREATE TABLE price_observation (
    -- In ten-thousandths of the series' currency; no high for a single figure, neither for a withdrawal.
    low       BIGINT,
    high      BIGINT,
    series_id INTEGER NOT NULL,
    valid_on  DATE    NOT NULL,
    vintage   INTEGER NOT NULL,
    -- Preliminary, final or withdrawn.
    status    CHAR(1) NOT NULL,
    remark_id UUID
);

INSERT INTO price_observation (low, high, series_id, valid_on, vintage, status, remark_id)
SELECT CAST(o.price_min * 10000 AS BIGINT), CAST(NULLIF(o.price_max, o.price_min) * 10000 AS BIGINT), o.series_id, o.valid_on,
       p.vintage, 'F', CAST(md5(o.note) AS UUID)
FROM price_observation_before o
JOIN price_publication p ON p.id = o.publication_id
ORDER BY p.vintage, o.series_id, o.valid_on;

DROP TABLE price_observation_before;

ALTER TABLE price_observation
    -- The one access path of every price, today's as much as those of a past vintage: it is read from the end for the last
    -- prices of a series, and holds all there is to a price, so that ten years of a series need no visit to the table.
    ADD CONSTRAINT price_observation_pk PRIMARY KEY (series_id, valid_on, vintage) INCLUDE (low, high, status, remark_id),
    ADD CONSTRAINT price_observation_series_fk FOREIGN KEY (series_id) REFERENCES price_series (id),
    ADD CONSTRAINT price_observation_vintage_fk FOREIGN KEY (vintage) REFERENCES price_publication (vintage)
        DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT price_observation_remark_fk FOREIGN KEY (remark_id) REFERENCES price_remark (id),
    ADD CONSTRAINT price_observation_status_ck CHECK (status IN ('P', 'F', 'W')),
    ADD CONSTRAINT price_observation_reason_ck CHECK (status <> 'W' OR remark_id IS NOT NULL),
    ADD CONSTRAINT price_observation_price_ck CHECK (CASE WHEN status = 'W' THEN low IS NULL AND high IS NULL
        ELSE 0 < low AND (high IS NULL OR low < high) AND low IS NOT NULL END);

-- What a publication says: feeds, its page, and which series a reader must read again. Equal keys take little room.
CREATE INDEX price_observation_vintage_ix ON price_observation (vintage);

UPDATE price_publication p
SET added = said.added, corrected = said.corrected, withdrawn = 0
FROM (SELECT p2.vintage,
             count(o.vintage) FILTER (WHERE o.first) AS added,
             count(o.vintage) FILTER (WHERE NOT o.first) AS corrected
      FROM price_publication p2
      LEFT JOIN (SELECT vintage, vintage = min(vintage) OVER (PARTITION BY series_id, valid_on) AS first
                 FROM price_observation) o ON o.vintage = p2.vintage
      GROUP BY p2.vintage) said
WHERE said.vintage = p.vintage;

DROP INDEX price_publication_latest_ix;
ALTER TABLE price_publication DROP CONSTRAINT price_publication_origin_ck, DROP CONSTRAINT price_publication_kind_ck;
ALTER TABLE price_publication
    ALTER COLUMN added SET NOT NULL,
    ALTER COLUMN corrected SET NOT NULL,
    ALTER COLUMN withdrawn SET NOT NULL,
    -- The instant of a question about the past, to its vintage.
    ADD CONSTRAINT price_publication_published_at_uk UNIQUE (published_at),
    -- A set is published at most once, whoever presses the button twice.
    ADD CONSTRAINT price_publication_entry_set_uk UNIQUE (entry_set_id),
    ADD CONSTRAINT price_publication_entry_set_fk FOREIGN KEY (entry_set_id) REFERENCES price_entry_set (id),
    -- UPLOAD: by one officer alone, before it took two.
    ADD CONSTRAINT price_publication_kind_ck CHECK (kind IN ('DESK', 'UPLOAD', 'IMPORT')),
    ADD CONSTRAINT price_publication_origin_ck CHECK (CASE kind
        WHEN 'DESK' THEN num_nonnulls(entry_set_id, entered_by, published_by) = 3 AND entered_by <> published_by
            AND upload_id IS NULL
        WHEN 'UPLOAD' THEN upload_id IS NOT NULL AND published_by IS NOT NULL
        ELSE num_nonnulls(entry_set_id, entered_by, published_by, upload_id) = 0 END),
    ADD CONSTRAINT price_publication_counts_ck CHECK (added >= 0 AND corrected >= 0 AND withdrawn >= 0);

-- A series is known from a vintage on, and then stays as it is: its description is part of every past answer.
ALTER TABLE price_series ADD COLUMN vintage INTEGER;
UPDATE price_series s
SET vintage = COALESCE((SELECT min(vintage) FROM price_observation o WHERE o.series_id = s.id),
                       (SELECT min(vintage) FROM price_publication));
ALTER TABLE price_series
    ALTER COLUMN vintage SET NOT NULL,
    ADD CONSTRAINT price_series_vintage_fk FOREIGN KEY (vintage) REFERENCES price_publication (vintage)
        DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE price_upload DROP CONSTRAINT price_upload_state_ck, DROP CONSTRAINT price_upload_closed_ck;
-- The set of entries that an upload has become.
ALTER TABLE price_upload
    ADD COLUMN entry_set_id UUID,
    ADD CONSTRAINT price_upload_entry_set_fk FOREIGN KEY (entry_set_id) REFERENCES price_entry_set (id),
    ADD CONSTRAINT price_upload_entry_set_uk UNIQUE (entry_set_id),
    ADD CONSTRAINT price_upload_state_ck CHECK (state IN ('DRAFT', 'SUBMITTED', 'PUBLISHED', 'DISCARDED')),
    ADD CONSTRAINT price_upload_submitted_ck CHECK (state <> 'SUBMITTED' OR (entry_set_id IS NOT NULL AND error_count = 0)),
    ADD CONSTRAINT price_upload_closed_ck CHECK ((state IN ('PUBLISHED', 'DISCARDED')) = (closed_at IS NOT NULL)
        AND (closed_by IS NULL) = (closed_at IS NULL));

CREATE FUNCTION refuse_price_record_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are never changed or removed; publish a correction or a withdrawal', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'price_record_is_append_only';
END
$$;

CREATE TRIGGER price_observation_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price_observation
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_price_record_change();
CREATE TRIGGER price_remark_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price_remark
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_price_record_change();
CREATE TRIGGER price_publication_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price_publication
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_price_record_change();
CREATE TRIGGER price_series_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price_series
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_price_record_change();
CREATE TRIGGER price_commodity_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price_commodity
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_price_record_change();

-- An observation comes with its publication, in one transaction: nothing is slipped into a vintage that is public.
CREATE FUNCTION refuse_late_observation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added a JOIN price_publication p ON p.vintage = a.vintage) THEN
        RAISE EXCEPTION 'A vintage that is public takes no further observations'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'price_record_is_append_only';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER price_observation_is_of_the_next_vintage AFTER INSERT ON price_observation
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_observation();

-- Wakes whoever tells subscribers; received after the commit.
CREATE FUNCTION announce_price_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('price_publication', CAST(NEW.vintage AS TEXT));
    RETURN NULL;
END
$$;

CREATE TRIGGER price_publication_is_announced AFTER INSERT ON price_publication
    FOR EACH ROW EXECUTE FUNCTION announce_price_publication();
