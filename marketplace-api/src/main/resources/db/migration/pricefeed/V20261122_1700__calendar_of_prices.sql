-- Working days without prices. The Labor Code says which holidays there are; on which days people are off for Tết and what
-- is made up for a weekend is announced each year, so every day is a row with what it rests on.
CREATE TABLE price_day_off (
    day             DATE NOT NULL,
    name_vi         TEXT NOT NULL,
    name_en         TEXT NOT NULL,
    legal_reference TEXT NOT NULL,
    CONSTRAINT price_day_off_pk PRIMARY KEY (day)
);

INSERT INTO price_day_off (day, name_vi, name_en, legal_reference) VALUES
    ('2026-01-01', 'Tết Dương lịch', 'New Year’s Day', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm a'),
    ('2026-02-16', 'Tết Nguyên đán', 'Lunar New Year', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm b; lịch nghỉ Tết 2026 công bố tháng 10/2025'),
    ('2026-02-17', 'Tết Nguyên đán', 'Lunar New Year', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm b; lịch nghỉ Tết 2026 công bố tháng 10/2025'),
    ('2026-02-18', 'Tết Nguyên đán', 'Lunar New Year', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm b; lịch nghỉ Tết 2026 công bố tháng 10/2025'),
    ('2026-02-19', 'Tết Nguyên đán', 'Lunar New Year', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm b; lịch nghỉ Tết 2026 công bố tháng 10/2025'),
    ('2026-02-20', 'Tết Nguyên đán', 'Lunar New Year', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm b; lịch nghỉ Tết 2026 công bố tháng 10/2025'),
    ('2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương', 'In lieu of Hùng Kings’ Day', 'Bộ luật Lao động 2019, Điều 111 khoản 3 và Điều 112 khoản 1 điểm e'),
    ('2026-04-30', 'Ngày Chiến thắng', 'Victory Day', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm c'),
    ('2026-05-01', 'Ngày Quốc tế lao động', 'Labor Day', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm d'),
    ('2026-09-01', 'Quốc khánh', 'National Day', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm đ; lịch nghỉ 2026 công bố tháng 10/2025'),
    ('2026-09-02', 'Quốc khánh', 'National Day', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm đ'),
    -- Of 2027 only what needs no announcement.
    ('2027-01-01', 'Tết Dương lịch', 'New Year’s Day', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm a'),
    ('2027-04-16', 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Day', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm e'),
    ('2027-04-30', 'Ngày Chiến thắng', 'Victory Day', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm c'),
    ('2027-05-03', 'Nghỉ bù Ngày Quốc tế lao động', 'In lieu of Labor Day', 'Bộ luật Lao động 2019, Điều 111 khoản 3 và Điều 112 khoản 1 điểm d'),
    ('2027-09-02', 'Quốc khánh', 'National Day', 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm đ');
