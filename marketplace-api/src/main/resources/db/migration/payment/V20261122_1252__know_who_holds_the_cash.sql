-- Who has the cash of goods paid at the door, by way of delivery and carrier; a row without a carrier serves all others.
CREATE TABLE cash_holder_rule (
    service    TEXT NOT NULL,
    -- Folded: lower-case, without marks; serves carriers whose name contains it.
    carrier    TEXT NOT NULL DEFAULT '',
    holder     TEXT NOT NULL,
    reference  TEXT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to   DATE,
    CONSTRAINT cash_holder_rule_pk PRIMARY KEY (service, carrier, valid_from),
    CONSTRAINT cash_holder_rule_holder_known CHECK (holder IN ('CARRIER', 'SELLER', 'PLATFORM')),
    CONSTRAINT cash_holder_rule_period CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

INSERT INTO cash_holder_rule (service, carrier, holder, reference, valid_from) VALUES
    ('standard', '',        'CARRIER', 'Hãng vận chuyển thu hộ',          '2026-01-01'),
    ('express',  '',        'CARRIER', 'Hãng vận chuyển thu hộ',          '2026-01-01'),
    ('standard', 'tu giao', 'SELLER',  'Hợp tác xã tự giao và thu tiền',  '2026-01-01'),
    ('express',  'tu giao', 'SELLER',  'Hợp tác xã tự giao và thu tiền',  '2026-01-01'),
    ('pickup',   '',        'SELLER',  'Nhận và trả tiền tại hợp tác xã', '2026-01-01'),
    ('voucher',  '',        'SELLER',  'Trả tiền khi dùng dịch vụ',       '2026-01-01');
