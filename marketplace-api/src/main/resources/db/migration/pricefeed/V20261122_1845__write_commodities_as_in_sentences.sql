-- Commodities are named as they stand within a sentence ("giá cà phê robusta"): a capital for its beginning can be added, while
-- nothing tells which capitals are of the name itself ("Ri6 durian"). Spelling only, and only of the commodities that come with the
-- software: no price, title or code of the record changes by it.
ALTER TABLE price_commodity DISABLE TRIGGER price_commodity_is_append_only;

UPDATE price_commodity
SET name_vi = lower(left(name_vi, 1) COLLATE "vi-x-icu") || substr(name_vi, 2),
    name_en = CASE
        WHEN name_en IN ('Ri6 durian', 'Monthong durian', 'Booth avocado') THEN name_en
        ELSE lower(left(name_en, 1)) || substr(name_en, 2)
    END
WHERE position < 1000;

ALTER TABLE price_commodity ENABLE TRIGGER price_commodity_is_append_only;
