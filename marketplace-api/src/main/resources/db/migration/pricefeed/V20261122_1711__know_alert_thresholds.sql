-- From which value on an indicator speaks of which level; rows are added when a source changes its bands.
CREATE TABLE price_alert_threshold (
    indicator   TEXT    NOT NULL,
    level       TEXT    NOT NULL,
    -- The lowest value of the level; none for the lowest level.
    lowest      NUMERIC,
    source      TEXT    NOT NULL,
    source_url  TEXT,
    -- Months from and before which it counts.
    valid_from  DATE    NOT NULL,
    valid_until DATE,
    CONSTRAINT price_alert_threshold_pk PRIMARY KEY (indicator, level, valid_from),
    CONSTRAINT price_alert_threshold_indicator_ck CHECK (indicator IN ('ALPS', 'IFPA')),
    CONSTRAINT price_alert_threshold_level_ck CHECK (
        level IN ('NORMAL', 'STRESS', 'ALERT', 'CRISIS', 'MODERATE', 'HIGH')),
    CONSTRAINT price_alert_threshold_validity_ck CHECK (valid_from < valid_until)
);

INSERT INTO price_alert_threshold (indicator, level, lowest, source, source_url, valid_from) VALUES
    ('ALPS', 'NORMAL', NULL, 'World Food Programme, ALPS Technical Guidance Note, April 2014',
        'http://foodprices.vam.wfp.org/alps.aspx', '1000-01-01'),
    ('ALPS', 'STRESS', 0.25, 'World Food Programme, ALPS Technical Guidance Note, April 2014',
        'http://foodprices.vam.wfp.org/alps.aspx', '1000-01-01'),
    ('ALPS', 'ALERT', 1, 'World Food Programme, ALPS Technical Guidance Note, April 2014',
        'http://foodprices.vam.wfp.org/alps.aspx', '1000-01-01'),
    ('ALPS', 'CRISIS', 2, 'World Food Programme, ALPS Technical Guidance Note, April 2014',
        'http://foodprices.vam.wfp.org/alps.aspx', '1000-01-01'),
    ('IFPA', 'NORMAL', NULL, 'FAO, Baquedano (2015); SDG indicator 2.c.1', 'https://www.fao.org/3/i7550e/i7550e.pdf', '1000-01-01'),
    ('IFPA', 'MODERATE', 0.5, 'FAO, Baquedano (2015); SDG indicator 2.c.1', 'https://www.fao.org/3/i7550e/i7550e.pdf', '1000-01-01'),
    ('IFPA', 'HIGH', 1, 'FAO, Baquedano (2015); SDG indicator 2.c.1', 'https://www.fao.org/3/i7550e/i7550e.pdf', '1000-01-01');
