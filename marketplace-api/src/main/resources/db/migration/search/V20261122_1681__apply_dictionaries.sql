-- Dictionaries of the market's words that were applied, besides the one of the build. One at a time is on its way.
CREATE TABLE search_lexicon (
    version      BIGINT      GENERATED ALWAYS AS IDENTITY,
    content      TEXT        NOT NULL,
    phase        TEXT        NOT NULL DEFAULT 'MARKING',
    marked_after UUID,
    touched      BIGINT      NOT NULL DEFAULT 0,
    phase_since  TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_by   UUID        NOT NULL,
    applied_at   TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT search_lexicon_pk PRIMARY KEY (version),
    CONSTRAINT search_lexicon_phase_known CHECK (phase IN ('MARKING', 'SETTLING', 'CLEANING', 'LIVE', 'RETIRED')),
    CONSTRAINT search_lexicon_touched_not_negative CHECK (touched >= 0)
);
COMMENT ON COLUMN search_lexicon.phase IS
    'MARKING and SETTLING: documents get its words beside the old ones; CLEANING and LIVE: queries are read by it; RETIRED: another one is';
CREATE UNIQUE INDEX search_lexicon_one_coming ON search_lexicon ((true)) WHERE phase IN ('MARKING', 'SETTLING');
CREATE UNIQUE INDEX search_lexicon_one_live ON search_lexicon ((true)) WHERE phase IN ('CLEANING', 'LIVE');

-- What the indexer writes documents by.
CREATE VIEW published_lexicon AS
SELECT version, content, phase IN ('CLEANING', 'LIVE') AS live
  FROM search_lexicon
 WHERE phase <> 'RETIRED';
