-- Law is data: what an OCOP certificate gives, by the decision in force when it was issued.
CREATE TABLE ocop_rule (
    valid_from         DATE     NOT NULL,
    valid_to           DATE,
    badge_min_stars    SMALLINT NOT NULL,
    certificate_months SMALLINT NOT NULL,
    legal_reference    TEXT     NOT NULL,
    CONSTRAINT ocop_rule_pk PRIMARY KEY (valid_from),
    CONSTRAINT ocop_rule_period CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

INSERT INTO ocop_rule (valid_from, valid_to, badge_min_stars, certificate_months, legal_reference) VALUES
    ('2019-01-01', '2023-02-23', 3, 36, 'Quyết định 1048/QĐ-TTg năm 2019'),
    ('2023-02-24', '2026-05-21', 3, 36, 'Quyết định 148/QĐ-TTg năm 2023, sửa đổi bởi Quyết định 1489/QĐ-TTg năm 2025'),
    ('2026-05-22', NULL, 3, 36, 'Quyết định 26/2026/QĐ-TTg, Điều 7');

CREATE TABLE ocop_certificate (
    id           UUID        NOT NULL DEFAULT uuidv7(),
    listing_id   UUID        NOT NULL,
    stars        SMALLINT    NOT NULL,
    decision_no  TEXT        NOT NULL,
    issued_on    DATE        NOT NULL,
    valid_until  DATE        NOT NULL,
    withdrawn_on DATE,
    created_at   TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT ocop_certificate_pk PRIMARY KEY (id),
    CONSTRAINT ocop_certificate_decision_key UNIQUE (listing_id, decision_no),
    CONSTRAINT ocop_certificate_stars_known CHECK (stars BETWEEN 1 AND 5),
    CONSTRAINT ocop_certificate_decision_present CHECK (btrim(decision_no) <> ''),
    CONSTRAINT ocop_certificate_period CHECK (valid_until >= issued_on),
    CONSTRAINT ocop_certificate_listing_fk FOREIGN KEY (listing_id) REFERENCES listing (id)
);

-- Published to other capabilities: at most one certificate a listing, and only while it gives a badge on today's date in
-- Vietnam. Nothing stores "valid"; the date decides.
CREATE VIEW valid_ocop_certificate AS
SELECT DISTINCT ON (c.listing_id)
       c.listing_id, c.stars, c.decision_no, c.issued_on, c.valid_until
FROM ocop_certificate c
CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS today) t
JOIN ocop_rule r ON r.valid_from <= t.today AND (r.valid_to IS NULL OR r.valid_to >= t.today)
WHERE c.issued_on <= t.today
  AND c.valid_until >= t.today
  AND c.withdrawn_on IS NULL
  AND c.stars >= r.badge_min_stars
ORDER BY c.listing_id, c.stars DESC, c.valid_until DESC;
