-- Cash that came in with a parcel while other goods of its seller order were still to arrive is in the books by itself, and its carrier owes it
-- from that moment on. What is on record from before was booked with the last parcel.
ALTER TABLE cash_collection ADD COLUMN ahead BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE cash_collection ALTER COLUMN ahead DROP DEFAULT;
