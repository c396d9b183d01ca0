-- What is proposed to a seller for a category; the deepest path that fits wins, and the seller decides.
CREATE TABLE vat_class_rule (
    category_path   TEXT NOT NULL,
    vat_class       TEXT NOT NULL,
    legal_reference TEXT NOT NULL,
    valid_from      DATE NOT NULL,
    valid_to        DATE,
    CONSTRAINT vat_class_rule_pk PRIMARY KEY (category_path, valid_from),
    CONSTRAINT vat_class_rule_class_known CHECK (vat_class IN ('RAW', 'PROCESSED', 'SPECIAL', 'SERVICE')),
    CONSTRAINT vat_class_rule_period CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

INSERT INTO vat_class_rule (category_path, vat_class, legal_reference, valid_from) VALUES
    ('thuc-pham/trai-cay', 'RAW', 'Luật 48/2024/QH15, Điều 5 và Điều 9, sửa đổi bởi Luật 149/2025/QH15', '2026-01-01'),
    ('thuc-pham/rau-cu', 'RAW', 'Luật 48/2024/QH15, Điều 5 và Điều 9, sửa đổi bởi Luật 149/2025/QH15', '2026-01-01'),
    ('thuc-pham/gao-ngu-coc', 'RAW', 'Luật 48/2024/QH15, Điều 5 và Điều 9, sửa đổi bởi Luật 149/2025/QH15', '2026-01-01'),
    ('thuc-pham/mat-ong', 'RAW', 'Luật 48/2024/QH15, Điều 5 và Điều 9, sửa đổi bởi Luật 149/2025/QH15', '2026-01-01'),
    ('thuc-pham/thuy-hai-san', 'RAW', 'Luật 48/2024/QH15, Điều 5 và Điều 9, sửa đổi bởi Luật 149/2025/QH15', '2026-01-01'),
    ('duoc-lieu/duoc-lieu-kho', 'RAW', 'Luật 48/2024/QH15, Điều 5 và Điều 9, sửa đổi bởi Luật 149/2025/QH15', '2026-01-01'),
    ('sinh-vat-canh', 'RAW', 'Luật 48/2024/QH15, Điều 5 và Điều 9, sửa đổi bởi Luật 149/2025/QH15', '2026-01-01'),
    ('do-uong/ruou', 'SPECIAL', 'Luật 48/2024/QH15, Điều 9; hàng chịu thuế tiêu thụ đặc biệt', '2026-01-01'),
    ('du-lich', 'SERVICE', 'Luật 48/2024/QH15, Điều 9', '2026-01-01');

-- Only goods close to what the board quotes: beans, pepper, whole fresh fruit, plain rice, honey. Sweets, drinks, seedlings
-- and tours made of the same plant are not comparable. Patterns are Java regular expressions over the Vietnamese name in
-- lower case without diacritics.
INSERT INTO commodity_rule (position, commodity_code, category_path, name_pattern, except_pattern) VALUES
    (10, 'CA-PHE-ROBUSTA', 'do-uong/ca-phe-ca-cao', '\brobusta\b|\bca phe (nhan|hat|rang)\b', '\b(arabica|hoa tan|sua|cascara|tra|ca cao|phin giay|hop qua)\b'),
    (20, 'CA-CAO', 'do-uong/ca-phe-ca-cao', '\b(hat|ngoi) (ca cao|cacao)\b|\b(ca cao|cacao) len men\b', '\b(bot|so co la|socola|sua|keo)\b'),
    (30, 'HO-TIEU', 'thuc-pham/gia-vi-nuoc-cham', '\b(ho tieu|tieu (den|hat|kho|do|chin))\b', '\b(muoi|sot|ngam|hoa tieu|xanh|trang|so)\b'),
    (40, 'SAU-RIENG-RI6', 'thuc-pham/trai-cay', '\bsau rieng\b.*\bri ?6\b', '\b(tach mui|cap dong|say)\b'),
    (50, 'SAU-RIENG-THAI', 'thuc-pham/trai-cay', '\bsau rieng\b.*\b(dona|monthong|thai)\b', '\b(tach mui|cap dong|say)\b'),
    (60, 'BO-BOOTH', 'thuc-pham/trai-cay', '\bbo booth\b', '\b(say|cap dong)\b'),
    (70, 'BO-034', 'thuc-pham/trai-cay', '\bbo (sap )?034\b', '\b(say|cap dong)\b'),
    (80, 'CHANH-DAY', 'thuc-pham/trai-cay', '\bchanh (day|leo|doi)\b', '\b(say|cap dong|mut|nuoc)\b'),
    (90, 'MAC-CA', 'thuc-pham/hat-dinh-duong', '\bmac ca\b', '\b(nhan|tach vo|sua|keo|tam)\b'),
    (100, 'DIEU', 'thuc-pham/hat-dinh-duong', '\bhat dieu\b', '\b(rang muoi|nhan|tach vo|sua|keo|tam)\b'),
    (110, 'GAO-TE', 'thuc-pham/gao-ngu-coc', '^gao\b', '\b(nep|lut|rang|bot|mam)\b'),
    (120, 'MAT-ONG', 'thuc-pham/mat-ong', '^mat ong\b', '\b(ngam|vien|sap|sua ong|phan hoa)\b');
