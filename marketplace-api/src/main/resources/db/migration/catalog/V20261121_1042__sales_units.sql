-- What one piece of a listing is called. Listings keep the Vietnamese word; this names it in English, and a word that is not
-- here is shown as it is.
CREATE TABLE sales_unit (
    name_vi TEXT NOT NULL,
    name_en TEXT NOT NULL,
    CONSTRAINT sales_unit_pk PRIMARY KEY (name_vi)
);

INSERT INTO sales_unit (name_vi, name_en) VALUES
    ('bao', 'sack'), ('bánh', 'cake'), ('bình', 'flask'), ('bó', 'bunch'), ('bộ', 'set'), ('buồng', 'bunch'),
    ('can', 'canister'), ('cái', 'piece'), ('cành', 'stem'), ('cặp', 'pair'), ('cây', 'plant'), ('chai', 'bottle'),
    ('chậu', 'pot'), ('ché', 'jar'), ('chiếc', 'piece'), ('chùm', 'bunch'), ('chuyến', 'trip'), ('con', 'animal'),
    ('củ', 'root'), ('cuộn', 'roll'), ('đêm', 'night'), ('đoàn', 'group'), ('đôi', 'pair'), ('giỏ', 'basket'),
    ('gói', 'pack'), ('gram', 'gram'), ('hộp', 'box'), ('hũ', 'jar'), ('kg', 'kg'), ('khay', 'tray'), ('khóa', 'course'),
    ('khúc', 'piece'), ('lít', 'litre'), ('lọ', 'vial'), ('lốc', 'multipack'), ('lon', 'can'), ('lượt', 'visit'),
    ('mét', 'metre'), ('miếng', 'piece'), ('nải', 'hand'), ('người', 'person'), ('niêu', 'clay pot'), ('phần', 'portion'),
    ('quả', 'fruit'), ('set', 'set'), ('suất', 'place'), ('tấm', 'piece'), ('tấn', 'tonne'), ('tập', 'pad'), ('tạ', '100 kg'),
    ('thanh', 'bar'), ('thùng', 'case'), ('trái', 'fruit'), ('tuýp', 'tube'), ('túi', 'bag'), ('vé', 'ticket'),
    ('vỉ', 'tray'), ('viên', 'piece'), ('xấp', 'stack'), ('yến', '10 kg');
