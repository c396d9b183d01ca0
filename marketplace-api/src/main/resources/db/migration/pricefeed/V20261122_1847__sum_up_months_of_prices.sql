-- What the prices of each month of a series come to, as each publication that said something of the month left them. Derived
-- from price_observation by the database itself, so that a question about years of many series reads a row a month instead of
-- a row a day, and which series a publication touched is known without reading all that it said.
CREATE TABLE price_month (
    series_id INTEGER NOT NULL,
    -- Its first day.
    month     DATE    NOT NULL,
    vintage   INTEGER NOT NULL,
    -- The sum of the prices, a range by its middle, in ten-thousandths of the series' currency.
    total     NUMERIC NOT NULL,
    -- How many they are; none once all were withdrawn.
    days      INTEGER NOT NULL,
    -- The months of a series as of a vintage, without a visit to the table.
    CONSTRAINT price_month_pk PRIMARY KEY (series_id, month, vintage) INCLUDE (total, days),
    CONSTRAINT price_month_series_fk FOREIGN KEY (series_id) REFERENCES price_series (id),
    CONSTRAINT price_month_month_ck CHECK (EXTRACT(DAY FROM month) = 1),
    CONSTRAINT price_month_total_ck CHECK (CASE WHEN days = 0 THEN total = 0 ELSE days > 0 AND total > 0 END)
);

-- Which series a publication said something of, and of which months.
CREATE INDEX price_month_vintage_ix ON price_month (vintage, series_id, month);

CREATE FUNCTION sum_up_price_months(published INTEGER) RETURNS void LANGUAGE sql AS $$
    INSERT INTO price_month (series_id, month, vintage, total, days)
    SELECT t.series_id, t.month, published,
           -- The middle of a range is rounded to whole ten-thousandths, halves to the even one, as everywhere.
           COALESCE(SUM(CASE WHEN d.high IS NULL THEN d.low
                             ELSE (d.low + d.high) / 2 + CASE WHEN (d.low + d.high) % 4 = 3 THEN 1 ELSE 0 END END), 0),
           COUNT(d.valid_on)
    FROM (SELECT DISTINCT series_id, valid_on - CAST(EXTRACT(DAY FROM valid_on) AS INTEGER) + 1 AS month
          FROM price_observation
          WHERE vintage = published) t
    LEFT JOIN LATERAL (
        SELECT o.valid_on, o.low, o.high
        FROM (
            SELECT DISTINCT ON (valid_on) valid_on, low, high, status
            FROM price_observation
            WHERE series_id = t.series_id AND valid_on >= t.month AND valid_on < CAST(t.month + INTERVAL '1 month' AS DATE)
              AND vintage <= published
            ORDER BY valid_on DESC, vintage DESC) o
        WHERE o.status <> 'W') d ON TRUE
    GROUP BY t.series_id, t.month
$$;

CREATE FUNCTION sum_up_months_of_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM sum_up_price_months(NEW.vintage);
    RETURN NULL;
END
$$;

-- A publication is written after all that it says.
CREATE TRIGGER price_publication_is_summed_up AFTER INSERT ON price_publication
    FOR EACH ROW EXECUTE FUNCTION sum_up_months_of_publication();

SELECT sum_up_price_months(vintage) FROM price_publication ORDER BY vintage;

CREATE TRIGGER price_month_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price_month
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_price_record_change();
