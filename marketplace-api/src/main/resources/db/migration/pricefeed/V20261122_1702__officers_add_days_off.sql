-- Officers add the days of Tết when they are announced; null for the days that came with the software.
ALTER TABLE price_day_off
    ADD COLUMN added_by UUID,
    ADD CONSTRAINT price_day_off_weekday_ck CHECK (EXTRACT(ISODOW FROM day) < 6);
