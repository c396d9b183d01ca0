-- Published to other capabilities: certificates that ran out and were not withdrawn. They give no badge; a search for stars offers
-- their listings after those whose certificate is valid.
CREATE VIEW lapsed_ocop_certificate AS
SELECT c.listing_id, c.stars, c.valid_until
FROM ocop_certificate c
WHERE c.withdrawn_on IS NULL
  AND c.valid_until < (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
