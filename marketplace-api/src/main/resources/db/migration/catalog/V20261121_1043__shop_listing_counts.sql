-- Published to the directory of shops.
CREATE VIEW shop_listing_count AS
SELECT l.seller_id, count(*) AS listing_count
FROM listing l
WHERE l.on_sale
GROUP BY l.seller_id;
