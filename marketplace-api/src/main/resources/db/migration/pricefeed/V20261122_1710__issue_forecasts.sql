-- Forecasts: drafts that officers review, and what was issued, which is part of the record and never changed. A forecast is
-- issued by a publication and so belongs to a vintage, as a price does; what counts is derived: of each series the one with
-- the greatest number up to a vintage.

CREATE TABLE price_forecast_draft (
    id                     UUID        NOT NULL,
    state                  TEXT        NOT NULL,
    -- Raised by every change, and the entity tag of the draft.
    version                INTEGER     NOT NULL,
    drafted_by             UUID        NOT NULL,
    drafted_at             TIMESTAMPTZ NOT NULL,
    submitted_at           TIMESTAMPTZ,
    -- Why a colleague sent it back.
    returned_for           TEXT,
    closed_by              UUID,
    closed_at              TIMESTAMPTZ,
    series_id              INTEGER     NOT NULL,
    -- The state of the record that it was made from, and the day of the last price in it.
    data_vintage           INTEGER     NOT NULL,
    origin                 DATE        NOT NULL,
    method                 TEXT        NOT NULL,
    last_price             NUMERIC     NOT NULL,
    annotation_vi          TEXT,
    annotation_en          TEXT,
    -- Why the officer's own figures stand in the place of the model's.
    reason_vi              TEXT,
    reason_en              TEXT,
    -- How good the method was from earlier origins; none of a history too short to look back.
    backtest_origins       INTEGER,
    backtest_compared      INTEGER,
    mape                   NUMERIC,
    relative_to_last_price NUMERIC,
    relative_to_last_year  NUMERIC,
    coverage80             NUMERIC,
    coverage95             NUMERIC,
    CONSTRAINT price_forecast_draft_pk PRIMARY KEY (id),
    CONSTRAINT price_forecast_draft_series_fk FOREIGN KEY (series_id) REFERENCES price_series (id),
    CONSTRAINT price_forecast_draft_vintage_fk FOREIGN KEY (data_vintage) REFERENCES price_publication (vintage),
    CONSTRAINT price_forecast_draft_state_ck CHECK (state IN ('DRAFT', 'SUBMITTED', 'PUBLISHED', 'DISCARDED')),
    CONSTRAINT price_forecast_draft_submitted_ck CHECK (state NOT IN ('SUBMITTED', 'PUBLISHED') OR submitted_at IS NOT NULL),
    CONSTRAINT price_forecast_draft_closed_ck CHECK ((state IN ('PUBLISHED', 'DISCARDED')) = (closed_at IS NOT NULL)
        AND (closed_by IS NULL) = (closed_at IS NULL)),
    CONSTRAINT price_forecast_draft_two_people_ck CHECK (state <> 'PUBLISHED' OR closed_by <> drafted_by)
);

-- Officers work on one draft of a series at a time.
CREATE UNIQUE INDEX price_forecast_draft_open_ux ON price_forecast_draft (series_id) WHERE state IN ('DRAFT', 'SUBMITTED');

-- The desk's list, newest first.
CREATE INDEX price_forecast_draft_recent_ix ON price_forecast_draft (drafted_at DESC, id DESC);

CREATE TABLE price_forecast_draft_point (
    draft_id     UUID     NOT NULL,
    step         SMALLINT NOT NULL,
    valid_on     DATE     NOT NULL,
    -- The day on which the next step begins: a price before it is one of this step.
    next_on      DATE     NOT NULL,
    mean         NUMERIC  NOT NULL,
    lo80         NUMERIC  NOT NULL,
    hi80         NUMERIC  NOT NULL,
    lo95         NUMERIC  NOT NULL,
    hi95         NUMERIC  NOT NULL,
    -- The price of the same season a year before, as far as the data of the forecast go back.
    season_ago   NUMERIC,
    -- What the officer says instead.
    officer_mean NUMERIC,
    officer_lo80 NUMERIC,
    officer_hi80 NUMERIC,
    officer_lo95 NUMERIC,
    officer_hi95 NUMERIC,
    CONSTRAINT price_forecast_draft_point_pk PRIMARY KEY (draft_id, step),
    CONSTRAINT price_forecast_draft_point_fk FOREIGN KEY (draft_id) REFERENCES price_forecast_draft (id),
    CONSTRAINT price_forecast_draft_point_ck CHECK (valid_on < next_on AND 0 < lo95 AND lo95 <= lo80 AND lo80 <= mean
        AND mean <= hi80 AND hi80 <= hi95),
    CONSTRAINT price_forecast_draft_point_officer_ck CHECK (
        num_nulls(officer_mean, officer_lo80, officer_hi80, officer_lo95, officer_hi95) = 5
        OR (num_nulls(officer_mean, officer_lo80, officer_hi80, officer_lo95, officer_hi95) = 0 AND 0 < officer_lo95
            AND officer_lo95 <= officer_lo80 AND officer_lo80 <= officer_mean AND officer_mean <= officer_hi80
            AND officer_hi80 <= officer_hi95))
);

CREATE TABLE price_forecast (
    number                 INTEGER NOT NULL,
    -- The publication that issued it.
    vintage                INTEGER NOT NULL,
    draft_id               UUID,
    -- Made afterwards from the prices up to its origin, to show on a demonstration market how forecasts fare.
    retrospective          BOOLEAN NOT NULL,
    series_id              INTEGER NOT NULL,
    data_vintage           INTEGER NOT NULL,
    origin                 DATE    NOT NULL,
    method                 TEXT    NOT NULL,
    last_price             NUMERIC NOT NULL,
    annotation_vi          TEXT,
    annotation_en          TEXT,
    reason_vi              TEXT,
    reason_en              TEXT,
    backtest_origins       INTEGER,
    backtest_compared      INTEGER,
    mape                   NUMERIC,
    relative_to_last_price NUMERIC,
    relative_to_last_year  NUMERIC,
    coverage80             NUMERIC,
    coverage95             NUMERIC,
    CONSTRAINT price_forecast_pk PRIMARY KEY (number),
    -- A draft is issued at most once, whoever presses the button twice.
    CONSTRAINT price_forecast_draft_uk UNIQUE (draft_id),
    CONSTRAINT price_forecast_draft_fk FOREIGN KEY (draft_id) REFERENCES price_forecast_draft (id),
    CONSTRAINT price_forecast_series_fk FOREIGN KEY (series_id) REFERENCES price_series (id),
    CONSTRAINT price_forecast_vintage_fk FOREIGN KEY (vintage) REFERENCES price_publication (vintage)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT price_forecast_data_fk FOREIGN KEY (data_vintage) REFERENCES price_publication (vintage),
    -- Nothing is foreseen from what was not public.
    CONSTRAINT price_forecast_data_ck CHECK (data_vintage < vintage)
);

-- The newest of a series, and those before it.
CREATE INDEX price_forecast_series_ix ON price_forecast (series_id, number DESC);

-- What a publication issued.
CREATE INDEX price_forecast_vintage_ix ON price_forecast (vintage);

CREATE TABLE price_forecast_point (
    forecast_number INTEGER  NOT NULL,
    step            SMALLINT NOT NULL,
    valid_on        DATE     NOT NULL,
    next_on         DATE     NOT NULL,
    mean            NUMERIC  NOT NULL,
    lo80            NUMERIC  NOT NULL,
    hi80            NUMERIC  NOT NULL,
    lo95            NUMERIC  NOT NULL,
    hi95            NUMERIC  NOT NULL,
    season_ago      NUMERIC,
    officer_mean    NUMERIC,
    officer_lo80    NUMERIC,
    officer_hi80    NUMERIC,
    officer_lo95    NUMERIC,
    officer_hi95    NUMERIC,
    CONSTRAINT price_forecast_point_pk PRIMARY KEY (forecast_number, step),
    CONSTRAINT price_forecast_point_fk FOREIGN KEY (forecast_number) REFERENCES price_forecast (number),
    CONSTRAINT price_forecast_point_ck CHECK (valid_on < next_on AND 0 < lo95 AND lo95 <= lo80 AND lo80 <= mean
        AND mean <= hi80 AND hi80 <= hi95),
    CONSTRAINT price_forecast_point_officer_ck CHECK (
        num_nulls(officer_mean, officer_lo80, officer_hi80, officer_lo95, officer_hi95) = 5
        OR (num_nulls(officer_mean, officer_lo80, officer_hi80, officer_lo95, officer_hi95) = 0 AND 0 < officer_lo95
            AND officer_lo95 <= officer_lo80 AND officer_lo80 <= officer_mean AND officer_mean <= officer_hi80
            AND officer_hi80 <= officer_hi95))
);

CREATE TRIGGER price_forecast_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price_forecast
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_price_record_change();
CREATE TRIGGER price_forecast_point_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price_forecast_point
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_price_record_change();

-- A forecast comes with its publication, in one transaction: nothing is slipped into a vintage that is public.
CREATE FUNCTION refuse_late_forecast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added a JOIN price_publication p ON p.vintage = a.vintage) THEN
        RAISE EXCEPTION 'A vintage that is public takes no further forecasts'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'price_record_is_append_only';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER price_forecast_is_of_the_next_vintage AFTER INSERT ON price_forecast
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_forecast();

CREATE FUNCTION refuse_late_forecast_point() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added a
               JOIN price_forecast f ON f.number = a.forecast_number
               JOIN price_publication p ON p.vintage = f.vintage) THEN
        RAISE EXCEPTION 'A forecast that is public takes no further points'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'price_record_is_append_only';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER price_forecast_point_is_of_the_next_vintage AFTER INSERT ON price_forecast_point
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_forecast_point();

ALTER TABLE price_publication ADD COLUMN forecasts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE price_publication
    DROP CONSTRAINT price_publication_kind_ck,
    DROP CONSTRAINT price_publication_origin_ck,
    DROP CONSTRAINT price_publication_counts_ck;
ALTER TABLE price_publication
    ADD CONSTRAINT price_publication_kind_ck CHECK (kind IN ('DESK', 'UPLOAD', 'IMPORT', 'FORECAST')),
    ADD CONSTRAINT price_publication_origin_ck CHECK (CASE kind
        WHEN 'DESK' THEN num_nonnulls(entry_set_id, entered_by, published_by) = 3 AND entered_by <> published_by
            AND upload_id IS NULL
        WHEN 'FORECAST' THEN num_nonnulls(entered_by, published_by) = 2 AND entered_by <> published_by
            AND num_nonnulls(entry_set_id, upload_id) = 0
        WHEN 'UPLOAD' THEN upload_id IS NOT NULL AND published_by IS NOT NULL
        ELSE num_nonnulls(entry_set_id, entered_by, published_by, upload_id) = 0 END),
    -- Prices and forecasts are published apart.
    ADD CONSTRAINT price_publication_counts_ck CHECK (added >= 0 AND corrected >= 0 AND withdrawn >= 0 AND forecasts >= 0
        AND (forecasts = 0 OR added + corrected + withdrawn = 0));
