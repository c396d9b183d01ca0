-- What a listing has to do with what the price board quotes, looked at rule by rule: green coffee is quoted, roasted coffee
-- is made of it; honey of coffee blossom is quoted, honey of bạc hà is another honey. Only the same good is held against
-- the official price. The rules are read when a listing is shown, so a changed one works at once, also for old listings.
ALTER TABLE commodity_rule
    ADD COLUMN relation    TEXT,
    -- Why the comparison is fair, and when somebody last looked at it.
    ADD COLUMN reason      TEXT,
    ADD COLUMN reviewed_on DATE;

DELETE FROM commodity_rule
WHERE position IN (10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120);

INSERT INTO commodity_rule (position, commodity_code, relation, category_path, name_pattern, except_pattern, reason, reviewed_on) VALUES
    (10, 'CA-PHE-ROBUSTA', 'SAME', 'do-uong/ca-phe-ca-cao', '\b(ca phe nhan|nhan (xanh|xo))\b', '\b(arabica|rang|bot|xay)\b',
     'Bảng giá niêm yết cà phê nhân; hàng bán là cà phê nhân.', '2026-11-22'),
    (11, 'CA-PHE-ROBUSTA', 'INGREDIENT', 'do-uong/ca-phe-ca-cao', '\brobusta\b|\bca phe (hat|rang)\b',
     '\b(arabica|hoa tan|sua|cascara|tra|ca cao|phin giay|hop qua|nhan xanh)\b',
     'Rang làm hao 15–20 % khối lượng và thêm công chế biến: giá cà phê nhân là giá nguyên liệu.', '2026-11-22'),
    (20, 'CA-CAO', 'SAME', 'do-uong/ca-phe-ca-cao', '\bhat (ca cao|cacao)\b|\b(ca cao|cacao) len men\b',
     '\b(rang|bot|ngoi|so co la|socola|sua|keo)\b', 'Bảng giá niêm yết hạt khô lên men.', '2026-11-22'),
    (21, 'CA-CAO', 'INGREDIENT', 'do-uong/ca-phe-ca-cao', '\bngoi (ca cao|cacao)\b|\bhat (ca cao|cacao) rang\b', '\b(so co la|socola|sua|keo)\b',
     'Hạt đã rang, tách vỏ.', '2026-11-22'),
    (30, 'HO-TIEU', 'SAME', 'thuc-pham/gia-vi-nuoc-cham', '\b(ho tieu|tieu (den|hat|kho))\b',
     '\b(muoi|sot|ngam|hoa tieu|xanh|trang|so|chin do|do|xay)\b', 'Bảng giá niêm yết tiêu đen khô.', '2026-11-22'),
    (31, 'HO-TIEU', 'VARIETY', 'thuc-pham/gia-vi-nuoc-cham', '\btieu\b.*\b(chin|do)\b', '\b(muoi|sot|ngam|hoa tieu|xanh|trang|so|xay)\b',
     'Tiêu hái chọn quả chín, giá cao hơn tiêu xô.', '2026-11-22'),
    (40, 'SAU-RIENG-RI6', 'SAME', 'thuc-pham/trai-cay', '\bsau rieng\b.*\bri ?6\b', '\b(tach mui|cap dong|say|tach vo)\b',
     'Trái tươi nguyên vỏ, như bảng giá.', '2026-11-22'),
    (50, 'SAU-RIENG-THAI', 'SAME', 'thuc-pham/trai-cay', '\bsau rieng\b.*\b(dona|monthong|thai)\b', '\b(tach mui|cap dong|say|tach vo)\b',
     'Trái tươi nguyên vỏ; Dona là tên thương mại của Monthong.', '2026-11-22'),
    (60, 'BO-BOOTH', 'SAME', 'thuc-pham/trai-cay', '\bbo booth\b', '\b(say|cap dong)\b', 'Trái tươi, như bảng giá.', '2026-11-22'),
    (70, 'BO-034', 'SAME', 'thuc-pham/trai-cay', '\bbo (sap )?034\b', '\b(say|cap dong)\b', 'Trái tươi, như bảng giá.', '2026-11-22'),
    (80, 'CHANH-DAY', 'SAME', 'thuc-pham/trai-cay', '\bchanh (day|leo)\b', '\b(say|cap dong|mut|nuoc)\b', 'Trái tươi, như bảng giá.', '2026-11-22'),
    (90, 'MAC-CA', 'SAME', 'thuc-pham/hat-dinh-duong', '\bmac ca tuoi\b', '\b(nhan|tach vo|sua|keo|tam|say)\b',
     'Bảng giá niêm yết hạt tươi nguyên vỏ.', '2026-11-22'),
    (91, 'MAC-CA', 'INGREDIENT', 'thuc-pham/hat-dinh-duong', '\bmac ca\b', '\b(sua|keo|tam|bo mac ca)\b',
     'Hạt sấy, nứt vỏ hoặc tách nhân làm từ hạt tươi nguyên vỏ.', '2026-11-22'),
    (100, 'DIEU', 'SAME', 'thuc-pham/hat-dinh-duong', '\b(hat )?dieu tho\b', '\b(rang|sua|keo)\b', 'Bảng giá niêm yết hạt thô.', '2026-11-22'),
    (101, 'DIEU', 'INGREDIENT', 'thuc-pham/hat-dinh-duong', '\bhat dieu\b', '\b(sua|keo|tam)\b',
     'Hạt rang hoặc tách nhân làm từ hạt thô.', '2026-11-22'),
    (110, 'GAO-TE', 'SAME', 'thuc-pham/gao-ngu-coc', '^gao te\b', '\b(nep|lut|rang|bot|mam)\b', 'Gạo tẻ thường, như bảng giá.', '2026-11-22'),
    (111, 'GAO-TE', 'VARIETY', 'thuc-pham/gao-ngu-coc', '^gao\b', '\b(nep|lut|rang|bot|mam)\b',
     'Gạo đặc sản có giá riêng, cao hơn gạo tẻ thường.', '2026-11-22'),
    (120, 'MAT-ONG', 'SAME', 'thuc-pham/mat-ong', '^mat ong hoa ca phe\b', '\b(ngam|vien|sap|sua ong|phan hoa)\b',
     'Bảng giá niêm yết mật hoa cà phê.', '2026-11-22'),
    (121, 'MAT-ONG', 'VARIETY', 'thuc-pham/mat-ong', '^mat ong\b', '\b(ngam|vien|sap|sua ong|phan hoa)\b',
     'Mật của nguồn hoa khác có giá riêng.', '2026-11-22');

-- Rules that somebody added beside ours: without a review nothing is held against the official price.
UPDATE commodity_rule
SET relation = 'VARIETY', reason = 'Chưa rà soát', reviewed_on = CURRENT_DATE
WHERE relation IS NULL;

ALTER TABLE commodity_rule
    ALTER COLUMN relation SET NOT NULL,
    ALTER COLUMN reason SET NOT NULL,
    ALTER COLUMN reviewed_on SET NOT NULL,
    ADD CONSTRAINT commodity_rule_relation_known CHECK (relation IN ('SAME', 'VARIETY', 'INGREDIENT'));

-- What the rules said when the listing was loaded.
ALTER TABLE listing DROP COLUMN commodity_code;
