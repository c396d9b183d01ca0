-- What was searched for, by day: words and counts. No account, address, session or time of day, so nothing leads to a person.
CREATE TABLE search_count (
    day        DATE   NOT NULL,
    language   TEXT   NOT NULL,
    words      TEXT   NOT NULL,
    searches   BIGINT NOT NULL DEFAULT 0,
    empty      BIGINT NOT NULL DEFAULT 0,
    results    BIGINT NOT NULL DEFAULT 0,
    opens      BIGINT NOT NULL DEFAULT 0,
    depth      BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT search_count_pk PRIMARY KEY (day, language, words),
    CONSTRAINT search_count_language_known CHECK (language IN ('vi', 'en')),
    CONSTRAINT search_count_words_short CHECK (length(words) BETWEEN 1 AND 80),
    CONSTRAINT search_count_not_negative CHECK (least(searches, empty, results, opens, depth) >= 0)
);
COMMENT ON COLUMN search_count.empty IS 'searches that found nothing though nothing but the words narrowed them';
COMMENT ON COLUMN search_count.results IS 'sum over the searches';
COMMENT ON COLUMN search_count.depth IS 'sum of the places at which opened results stood';

-- Words that found nothing, and what was searched for next from that very page.
CREATE TABLE search_step (
    day        DATE   NOT NULL,
    language   TEXT   NOT NULL,
    words      TEXT   NOT NULL,
    next_words TEXT   NOT NULL,
    times      BIGINT NOT NULL DEFAULT 0,
    opens      BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT search_step_pk PRIMARY KEY (day, language, words, next_words),
    CONSTRAINT search_step_moves CHECK (words <> next_words),
    CONSTRAINT search_step_not_negative CHECK (least(times, opens) >= 0)
);

-- How long counts are kept, and how often words have to be searched for to be shown: what few people type may say who they are.
CREATE TABLE search_count_rule (
    valid_from     DATE    NOT NULL,
    kept_days      INTEGER NOT NULL,
    shown_from     INTEGER NOT NULL,
    rare_kept_days INTEGER NOT NULL,
    reference      TEXT    NOT NULL,
    CONSTRAINT search_count_rule_pk PRIMARY KEY (valid_from),
    CONSTRAINT search_count_rule_sensible CHECK (kept_days > 0 AND rare_kept_days BETWEEN 1 AND kept_days AND shown_from > 0)
);
INSERT INTO search_count_rule (valid_from, kept_days, shown_from, rare_kept_days, reference) VALUES
    ('2026-01-01', 180, 3, 14, 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15; NĐ 356/2025/NĐ-CP');

-- What an operator decided about a proposed other name. A later decision about the same one is a row of its own.
CREATE TABLE synonym_decision (
    id         UUID        NOT NULL DEFAULT uuidv7(),
    language   TEXT        NOT NULL,
    words      TEXT        NOT NULL,
    entry      TEXT        NOT NULL,
    accepted   BOOLEAN     NOT NULL,
    decided_by UUID        NOT NULL,
    decided_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT synonym_decision_pk PRIMARY KEY (id),
    CONSTRAINT synonym_decision_language_known CHECK (language IN ('vi', 'en'))
);
-- The latest decision about a name.
CREATE INDEX synonym_decision_latest_idx ON synonym_decision (language, words, entry, decided_at DESC);

CREATE FUNCTION refuse_synonym_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Decisions about synonyms are not edited; decide anew.';
END $$;
CREATE TRIGGER synonym_decision_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON synonym_decision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_synonym_history_change();
