-- A drawing stands in for the photograph until the shop sends one.
ALTER TABLE listing_picture ADD COLUMN illustration BOOLEAN NOT NULL DEFAULT FALSE;
