-- When commodities are harvested where: hints for sellers and buyers, each with who says so. A commodity may be one that
-- has no prices yet, so its code refers to nothing.
CREATE TABLE commodity_season (
    commodity_code TEXT       NOT NULL,
    province_code  CHAR(2)    NOT NULL,
    -- In the order of the season, which may go over the end of a year.
    harvest_months SMALLINT[] NOT NULL,
    source_vi      TEXT       NOT NULL,
    source_en      TEXT       NOT NULL,
    source_url     TEXT       NOT NULL,
    reviewed_on    DATE       NOT NULL,
    CONSTRAINT commodity_season_pk PRIMARY KEY (commodity_code, province_code),
    CONSTRAINT commodity_season_province_fk FOREIGN KEY (province_code) REFERENCES province (code),
    CONSTRAINT commodity_season_code_ck CHECK (commodity_code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
    CONSTRAINT commodity_season_months_ck CHECK (cardinality(harvest_months) BETWEEN 1 AND 12
        AND harvest_months <@ ARRAY[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]::SMALLINT[])
);

INSERT INTO commodity_season (commodity_code, province_code, harvest_months, source_vi, source_en, source_url, reviewed_on)
VALUES
    ('CA-PHE-ROBUSTA', '66', '{10,11,12,1}', 'Thafaco, Mùa thu hoạch cà phê ở Tây Nguyên, 18/9/2024',
     'Thafaco, coffee harvest in the Central Highlands, 18 Sep 2024',
     'https://thafaco.vn/2024/09/18/mua-thu-hoach-ca-phe-o-tay-nguyen-kham-pha-mua-vu-cua-ca-phe', '2026-11-22'),
    ('CA-PHE-ROBUSTA', '52', '{10,11,12,1}', 'Thafaco, Mùa thu hoạch cà phê ở Tây Nguyên, 18/9/2024',
     'Thafaco, coffee harvest in the Central Highlands, 18 Sep 2024',
     'https://thafaco.vn/2024/09/18/mua-thu-hoach-ca-phe-o-tay-nguyen-kham-pha-mua-vu-cua-ca-phe', '2026-11-22'),
    ('CA-PHE-ROBUSTA', '68', '{10,11,12,1}', 'Thafaco, Mùa thu hoạch cà phê ở Tây Nguyên, 18/9/2024',
     'Thafaco, coffee harvest in the Central Highlands, 18 Sep 2024',
     'https://thafaco.vn/2024/09/18/mua-thu-hoach-ca-phe-o-tay-nguyen-kham-pha-mua-vu-cua-ca-phe', '2026-11-22'),
    ('HO-TIEU', '66', '{3,4}', 'VnBusiness, Nông dân Cư Kuin thu hoạch tiêu, 4/2025', 'VnBusiness, pepper harvest in Cu Kuin, Apr 2025',
     'https://vnbusiness.vn/kinh-doanh-xanh/nong-dan-cu-kuin-doi-doi-nho-tieu-huu-co-1106132.html', '2026-11-22'),
    ('SAU-RIENG-RI6', '66', '{8,9}', 'Kiến Thức, Mùa sầu riêng Đắk Lắk', 'Kien Thuc, durian season in Dak Lak',
     'https://kienthuc.net.vn/kinh-doanh/an-sau-rieng-ai-cung-xuyt-xoa-nhung-nhin-hai-sau-ai-cung-thot-tim-1562602.html', '2026-11-22'),
    ('SAU-RIENG-THAI', '66', '{8,9}', 'Kiến Thức, Mùa sầu riêng Đắk Lắk', 'Kien Thuc, durian season in Dak Lak',
     'https://kienthuc.net.vn/kinh-doanh/an-sau-rieng-ai-cung-xuyt-xoa-nhung-nhin-hai-sau-ai-cung-thot-tim-1562602.html', '2026-11-22'),
    ('SAU-RIENG-RI6', '52', '{9,10}', 'Cánh Diều Việt, Mùa sầu riêng theo vùng', 'Canh Dieu Viet, durian seasons by region',
     'https://canhdieuviet.vn/mua-sau-rieng-bat-dau-tu-thang-may/', '2026-11-22'),
    ('SAU-RIENG-THAI', '52', '{9,10}', 'Cánh Diều Việt, Mùa sầu riêng theo vùng', 'Canh Dieu Viet, durian seasons by region',
     'https://canhdieuviet.vn/mua-sau-rieng-bat-dau-tu-thang-may/', '2026-11-22'),
    ('BO-BOOTH', '66', '{10,11,12}', 'Tìm hiểu Việt Nam, Bơ Booth Đắk Lắk', 'Tim Hieu Viet Nam, Booth avocado of Dak Lak',
     'https://timhieuvietnam.vn/bo-booth-dak-lak-dat-khach-nguoi-trong-lai-lon', '2026-11-22'),
    ('BO-BOOTH', '68', '{8,9,10}', 'Báo Lâm Đồng, 23/9/2020', 'Lam Dong newspaper, 23 Sep 2020',
     'http://www.dalat-info.vn/vn/tin-tuc/moi-tuan-thu-1-tan-bo-booth-co-thu-42610.phtml', '2026-11-22'),
    ('BO-034', '68', '{9,10,11}', 'Nông sản Đà Lạt, Mùa bơ 034', 'Nong San Da Lat, season of 034 avocado',
     'https://nongsandalat.vn/mua-bo-034-lam-dong-vao-thang-may', '2026-11-22'),
    ('MAC-CA', '66', '{8,9}', 'Hợp tác xã mắc ca Tiến Phát (Krông Năng), dẫn bởi Văn phòng Nông thôn mới Hà Tĩnh',
     'Tien Phat macadamia cooperative (Krong Nang), quoted by the New Countryside office of Ha Tinh',
     'http://nongthonmoi.hatinh.gov.vn/Tin-trong-nuoc/thoi-tiet-lanh-mac-ca-trai-vu-dak-lak-ra-hoa-dau-qua-tot-108024.html', '2026-11-22'),
    ('MAT-ONG', '66', '{12,1,2,3}', 'Mật ong Đồng Nai, Các nguồn mật chính của Việt Nam', 'Dong Nai Honey, main honey sources of Vietnam',
     'http://dongnaihoney.com.vn/', '2026-11-22'),
    ('MAT-ONG', '52', '{12,1,2,3}', 'Mật ong Đồng Nai, Các nguồn mật chính của Việt Nam', 'Dong Nai Honey, main honey sources of Vietnam',
     'http://dongnaihoney.com.vn/', '2026-11-22');
