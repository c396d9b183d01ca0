-- As before, with what a search asks for besides: the packs a listing is sold in, and the stars of a certificate that has run out,
-- so that a search for stars can offer its listing as the next best.
CREATE OR REPLACE VIEW published_listing AS
SELECT l.id AS listing_id,
       l.document_version AS version,
       l.on_sale AS visible,
       jsonb_build_object(
           'sku', l.sku,
           'slug', l.slug,
           'name_vi', l.name_vi,
           'name_en', l.name_en,
           'description_vi', l.description_vi,
           'description_en', l.description_en,
           'keywords', to_jsonb(l.keywords),
           'ingredients_vi', to_jsonb(l.ingredients_vi),
           'ingredients_en', to_jsonb(l.ingredients_en),
           'category_path', l.category_path,
           'category_names_vi', c.names_vi,
           'category_names_en', c.names_en,
           'shop_slug', s.slug,
           'shop_name_vi', s.name_vi,
           'shop_name_en', s.name_en,
           'province_code', l.province_code,
           'province_name_vi', p.name_vi,
           'province_name_en', p.name_en,
           'commune_name', l.commune_name,
           'region_code', p.region_code,
           'min_price', l.min_price,
           'max_price', l.max_price,
           'currency', l.currency,
           'unit', l.unit,
           'in_stock', v.in_stock,
           'variant_count', v.variant_count,
           'pack_labels', v.pack_labels,
           'stars', o.stars,
           'ocop_valid_until', o.valid_until,
           'lapsed_stars', e.stars,
           'certifications', to_jsonb(l.certifications),
           'tags', to_jsonb(l.tags),
           'harvest_months', to_jsonb(l.harvest_months),
           'organic', l.organic,
           'service', l.service
       ) || jsonb_build_object(
           'rating_avg', round(l.rating_sum::numeric / nullif(l.rating_count, 0), 2),
           'rating_count', l.rating_count,
           'picture_id', lp.picture_id,
           'created_at', to_char(l.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
       ) AS document
FROM listing l
JOIN seller s ON s.id = l.seller_id
JOIN province p ON p.code = l.province_code
CROSS JOIN LATERAL (
    SELECT COALESCE(jsonb_agg(a.name_vi ORDER BY length(a.path)), '[]') AS names_vi,
           COALESCE(jsonb_agg(a.name_en ORDER BY length(a.path)), '[]') AS names_en
    FROM category a
    WHERE starts_with(l.category_path || '/', a.path || '/')
) c
CROSS JOIN LATERAL (
    SELECT COALESCE(bool_or(a.available > 0), FALSE) AS in_stock, count(*) AS variant_count,
           COALESCE(jsonb_agg(b.label_vi ORDER BY b.position) FILTER (WHERE b.label_vi <> ''), '[]') AS pack_labels
    FROM variant_availability a
    JOIN listing_variant b ON b.id = a.variant_id
    WHERE a.listing_id = l.id
) v
LEFT JOIN LATERAL (
    SELECT b.stars, b.valid_until FROM valid_ocop_certificate b WHERE b.listing_id = l.id LIMIT 1
) o ON TRUE
LEFT JOIN LATERAL (
    SELECT b.stars FROM lapsed_ocop_certificate b
    WHERE b.listing_id = l.id AND o.stars IS NULL ORDER BY b.valid_until DESC LIMIT 1
) e ON TRUE
LEFT JOIN LATERAL (
    SELECT b.picture_id FROM listing_picture b WHERE b.listing_id = l.id ORDER BY b.position LIMIT 1
) lp ON TRUE;
