-- What the market charges for delivery, by service, distance and weight, from a day on. Prices include VAT. A row serves the
-- weights above over_grams up to up_to_grams; each started step above over_grams adds step_fee.
CREATE TABLE shipping_rate (
    service     TEXT    NOT NULL,
    zone        TEXT    NOT NULL,
    over_grams  INTEGER NOT NULL,
    up_to_grams INTEGER,
    base_fee    BIGINT  NOT NULL,
    step_grams  INTEGER,
    step_fee    BIGINT  NOT NULL DEFAULT 0,
    currency    CHAR(3) NOT NULL DEFAULT 'VND',
    days_min    INTEGER NOT NULL,
    days_max    INTEGER NOT NULL,
    reference   TEXT    NOT NULL,
    valid_from  DATE    NOT NULL,
    valid_to    DATE,
    CONSTRAINT shipping_rate_pk PRIMARY KEY (service, zone, over_grams, valid_from),
    CONSTRAINT shipping_rate_service_known CHECK (service IN ('STANDARD', 'EXPRESS', 'PICKUP', 'VOUCHER')),
    CONSTRAINT shipping_rate_zone_known CHECK (zone IN ('SAME_PROVINCE', 'SAME_REGION', 'FAR')),
    CONSTRAINT shipping_rate_weights_sane CHECK (over_grams >= -1 AND (up_to_grams IS NULL OR up_to_grams > over_grams)),
    CONSTRAINT shipping_rate_fees_sane CHECK (base_fee >= 0 AND step_fee >= 0),
    CONSTRAINT shipping_rate_steps_sane CHECK (step_fee = 0 OR step_grams > 0),
    CONSTRAINT shipping_rate_days_sane CHECK (days_min >= 0 AND days_max >= days_min),
    CONSTRAINT shipping_rate_period CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

-- The opening tariff: what carriers in Vietnam ask for small parcels, as a market without a contract starts out. An operator
-- closes these rows with valid_to and adds its own. Services weigh nothing and go out as a voucher.
INSERT INTO shipping_rate
    (service, zone, over_grams, up_to_grams, base_fee, step_grams, step_fee, days_min, days_max, reference, valid_from)
VALUES
    ('STANDARD', 'SAME_PROVINCE',    0,   500, 16000, NULL,    0, 1, 2, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('STANDARD', 'SAME_PROVINCE',  500,  1000, 18000, NULL,    0, 1, 2, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('STANDARD', 'SAME_PROVINCE', 1000,  2000, 22000, NULL,    0, 1, 2, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('STANDARD', 'SAME_PROVINCE', 2000,  NULL, 22000, 1000, 3000, 1, 3, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('STANDARD', 'SAME_REGION',      0,   500, 22000, NULL,    0, 2, 3, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('STANDARD', 'SAME_REGION',    500,  1000, 25000, NULL,    0, 2, 3, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('STANDARD', 'SAME_REGION',   1000,  2000, 30000, NULL,    0, 2, 3, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('STANDARD', 'SAME_REGION',   2000,  NULL, 30000, 1000, 4500, 2, 4, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('STANDARD', 'FAR',              0,   500, 28000, NULL,    0, 3, 5, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('STANDARD', 'FAR',            500,  1000, 32000, NULL,    0, 3, 5, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('STANDARD', 'FAR',           1000,  2000, 38000, NULL,    0, 3, 5, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('STANDARD', 'FAR',           2000,  NULL, 38000, 1000, 6500, 3, 6, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('EXPRESS',  'SAME_PROVINCE',    0,  1000, 28000, NULL,    0, 0, 1, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('EXPRESS',  'SAME_PROVINCE', 1000, 20000, 28000, 1000, 5000, 0, 1, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('EXPRESS',  'SAME_REGION',      0,  1000, 39000, NULL,    0, 1, 2, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('EXPRESS',  'SAME_REGION',   1000, 20000, 39000, 1000, 8000, 1, 2, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('EXPRESS',  'FAR',              0,  1000, 52000, NULL,    0, 1, 2, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('EXPRESS',  'FAR',           1000, 20000, 52000, 1000, 12000, 1, 3, 'Biểu phí mở chợ 2026', '2026-01-01'),
    ('PICKUP',   'SAME_PROVINCE',    0,  NULL,     0, NULL,    0, 0, 1, 'Nhận tại hợp tác xã', '2026-01-01'),
    ('PICKUP',   'SAME_REGION',      0,  NULL,     0, NULL,    0, 0, 1, 'Nhận tại hợp tác xã', '2026-01-01'),
    ('VOUCHER',  'SAME_PROVINCE',   -1,     0,     0, NULL,    0, 0, 0, 'Dịch vụ: phiếu điện tử', '2026-01-01'),
    ('VOUCHER',  'SAME_REGION',     -1,     0,     0, NULL,    0, 0, 0, 'Dịch vụ: phiếu điện tử', '2026-01-01'),
    ('VOUCHER',  'FAR',             -1,     0,     0, NULL,    0, 0, 0, 'Dịch vụ: phiếu điện tử', '2026-01-01');

-- How the goods of one seller order left the house.
CREATE TABLE shipment (
    seller_order_id UUID        NOT NULL,
    carrier         TEXT        NOT NULL,
    tracking_code   TEXT,
    shipped_at      TIMESTAMPTZ NOT NULL,
    delivered_at    TIMESTAMPTZ,
    CONSTRAINT shipment_pk PRIMARY KEY (seller_order_id),
    CONSTRAINT shipment_carrier_present CHECK (btrim(carrier) <> ''),
    CONSTRAINT shipment_times_in_order CHECK (delivered_at IS NULL OR delivered_at >= shipped_at)
);
