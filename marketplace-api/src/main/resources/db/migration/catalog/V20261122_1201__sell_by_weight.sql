-- Goods whose pieces weigh more or less: the price is for the nominal weight, and a packed piece that weighs less costs less.
ALTER TABLE listing_variant
    ADD COLUMN sold_by_weight BOOLEAN NOT NULL DEFAULT FALSE,
    ADD CONSTRAINT listing_variant_sold_by_weight_has_weight CHECK (NOT sold_by_weight OR weight_grams > 0);
