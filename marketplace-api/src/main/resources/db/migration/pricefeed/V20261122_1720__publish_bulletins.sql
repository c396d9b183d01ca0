-- Bulletins: what officers write about prices. A draft changes until it is closed; an edition that is public never does.

CREATE TABLE price_bulletin_draft (
    id           UUID        NOT NULL,
    state        TEXT        NOT NULL,
    -- Raised by every change, and the entity tag of the draft.
    version      INTEGER     NOT NULL,
    period       TEXT        NOT NULL,
    from_day     DATE        NOT NULL,
    to_day       DATE        NOT NULL,
    -- The state of the record that the figures are taken from.
    vintage      INTEGER     NOT NULL,
    -- In the order of the text.
    series_ids   INTEGER[]   NOT NULL,
    title_vi     TEXT        NOT NULL,
    title_en     TEXT        NOT NULL,
    body_vi      TEXT        NOT NULL,
    body_en      TEXT        NOT NULL,
    -- The number of the bulletin that this corrects, and why; none for a new one.
    corrects     INTEGER,
    reason       TEXT,
    written_by   UUID        NOT NULL,
    written_at   TIMESTAMPTZ NOT NULL,
    submitted_at TIMESTAMPTZ,
    -- Why a colleague sent it back.
    returned_for TEXT,
    approved_by  UUID,
    approved_at  TIMESTAMPTZ,
    closed_by    UUID,
    closed_at    TIMESTAMPTZ,
    CONSTRAINT price_bulletin_draft_pk PRIMARY KEY (id),
    CONSTRAINT price_bulletin_draft_vintage_fk FOREIGN KEY (vintage) REFERENCES price_publication (vintage),
    CONSTRAINT price_bulletin_draft_state_ck
        CHECK (state IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED', 'DISCARDED')),
    CONSTRAINT price_bulletin_draft_period_ck CHECK (period IN ('DAY', 'WEEK', 'MONTH') AND from_day <= to_day),
    CONSTRAINT price_bulletin_draft_series_ck CHECK (cardinality(series_ids) > 0),
    CONSTRAINT price_bulletin_draft_correction_ck CHECK (corrects IS NOT NULL OR reason IS NULL),
    CONSTRAINT price_bulletin_draft_submitted_ck
        CHECK (state NOT IN ('SUBMITTED', 'APPROVED', 'PUBLISHED') OR submitted_at IS NOT NULL),
    CONSTRAINT price_bulletin_draft_approved_ck CHECK ((approved_by IS NULL) = (approved_at IS NULL)
        AND (state NOT IN ('APPROVED', 'PUBLISHED') OR approved_by IS NOT NULL)),
    CONSTRAINT price_bulletin_draft_two_people_ck CHECK (approved_by <> written_by),
    CONSTRAINT price_bulletin_draft_closed_ck CHECK ((state IN ('PUBLISHED', 'DISCARDED')) = (closed_at IS NOT NULL)
        AND (closed_by IS NULL) = (closed_at IS NULL))
);

-- The desk's list, newest first.
CREATE INDEX price_bulletin_draft_recent_ix ON price_bulletin_draft (written_at DESC, id DESC);

-- Two corrections of one bulletin at a time would undo each other.
CREATE UNIQUE INDEX price_bulletin_draft_correction_uk ON price_bulletin_draft (corrects)
    WHERE state IN ('DRAFT', 'SUBMITTED', 'APPROVED');

-- What was published, with all that was said then: the names of those who signed are part of it.
CREATE TABLE price_bulletin (
    number        INTEGER     NOT NULL,
    -- 1 for the bulletin as it first was; a correction is the next one.
    edition       INTEGER     NOT NULL,
    draft_id      UUID        NOT NULL,
    period        TEXT        NOT NULL,
    from_day      DATE        NOT NULL,
    to_day        DATE        NOT NULL,
    vintage       INTEGER     NOT NULL,
    series_ids    INTEGER[]   NOT NULL,
    title_vi      TEXT        NOT NULL,
    title_en      TEXT        NOT NULL,
    body_vi       TEXT        NOT NULL,
    body_en       TEXT        NOT NULL,
    -- Why it was corrected.
    reason        TEXT,
    department_vi TEXT        NOT NULL,
    department_en TEXT        NOT NULL,
    written_by    UUID        NOT NULL,
    author        TEXT        NOT NULL,
    approved_by   UUID        NOT NULL,
    approver      TEXT        NOT NULL,
    approved_at   TIMESTAMPTZ NOT NULL,
    published_by  UUID        NOT NULL,
    published_at  TIMESTAMPTZ NOT NULL,
    CONSTRAINT price_bulletin_pk PRIMARY KEY (number, edition),
    -- A draft is published at most once, whoever presses the button twice.
    CONSTRAINT price_bulletin_draft_uk UNIQUE (draft_id),
    CONSTRAINT price_bulletin_draft_fk FOREIGN KEY (draft_id) REFERENCES price_bulletin_draft (id),
    CONSTRAINT price_bulletin_vintage_fk FOREIGN KEY (vintage) REFERENCES price_publication (vintage),
    -- The instant of a question about the past, to what was public then.
    CONSTRAINT price_bulletin_published_at_uk UNIQUE (published_at),
    CONSTRAINT price_bulletin_number_ck CHECK (number > 0 AND edition > 0),
    CONSTRAINT price_bulletin_reason_ck CHECK ((edition = 1) = (reason IS NULL)),
    CONSTRAINT price_bulletin_two_people_ck CHECK (approved_by <> written_by)
);

CREATE TRIGGER price_bulletin_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price_bulletin
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_price_record_change();
