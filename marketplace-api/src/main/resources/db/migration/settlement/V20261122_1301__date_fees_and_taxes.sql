-- What the market charges, what the law has it withhold, and the deadlines that money waits for: one dated row each, with its source. A row
-- holds from valid_from until valid_to or until a later row of the same scope begins. Rows are added, never changed.
CREATE TABLE settlement_term (
    id            UUID        NOT NULL DEFAULT uuidv7(),
    kind          TEXT        NOT NULL,
    -- The scope; NULL is any. A rule of stars covers listings with at least so many.
    seller_type   TEXT,
    category_path TEXT,
    ocop_stars    SMALLINT,
    -- By kind: the kind of supply, the payment method, the cause of a reduction, the carrier, VAT method and class.
    subject       TEXT,
    basis_points  INTEGER,
    -- Đồng or days, by kind: a commission's minimum, a fee's fixed part, a number of days.
    amount        BIGINT,
    cap           BIGINT,
    choice        TEXT,
    reference     TEXT        NOT NULL,
    published_on  DATE        NOT NULL,
    valid_from    DATE        NOT NULL,
    valid_to      DATE,
    added_by      UUID,
    added_at      TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT settlement_term_pk PRIMARY KEY (id),
    CONSTRAINT settlement_term_once UNIQUE NULLS NOT DISTINCT (kind, seller_type, category_path, ocop_stars, subject, valid_from),
    CONSTRAINT settlement_term_kind_known CHECK (kind IN
        ('COMMISSION', 'WITHHELD_VAT', 'WITHHELD_PIT', 'GATEWAY_FEE', 'REFUND_COMMISSION', 'REFUND_GATEWAY_FEE', 'COD_REMITTANCE',
         'RETURN_WINDOW_DAYS', 'FEE_NOTICE_DAYS', 'WITHHOLD_ON_DIRECT_MONEY', 'TAX_RETURN_DUE_DAY', 'FEE_INVOICE_DUE_DAY',
         'VAT_METHOD', 'VAT_RATE')),
    CONSTRAINT settlement_term_rate_sane CHECK (basis_points BETWEEN 0 AND 10000),
    CONSTRAINT settlement_term_amounts_sane CHECK (amount >= 0 AND cap >= coalesce(amount, 0)),
    CONSTRAINT settlement_term_stars_sane CHECK (ocop_stars BETWEEN 1 AND 5),
    CONSTRAINT settlement_term_source_present CHECK (btrim(reference) <> ''),
    CONSTRAINT settlement_term_period CHECK (valid_to >= valid_from AND valid_from >= published_on),
    CONSTRAINT settlement_term_says_something CHECK (
        CASE WHEN kind IN ('COMMISSION', 'WITHHELD_VAT', 'WITHHELD_PIT', 'GATEWAY_FEE', 'VAT_RATE') THEN basis_points IS NOT NULL
             WHEN kind IN ('REFUND_COMMISSION', 'REFUND_GATEWAY_FEE', 'COD_REMITTANCE') THEN choice IN ('PLATFORM', 'SELLER')
             WHEN kind = 'VAT_METHOD' THEN choice IN ('CREDIT', 'DIRECT')
             ELSE amount IS NOT NULL END)
);

CREATE FUNCTION refuse_term_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Terms are never changed or removed; add a row that begins later'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'settlement_term_is_append_only';
END
$$;

CREATE TRIGGER settlement_term_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON settlement_term
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_term_change();

-- The opening terms. An operator adds its own; commission is a proposal for the market's opening.
INSERT INTO settlement_term
    (kind, seller_type, category_path, ocop_stars, subject, basis_points, amount, cap, choice, reference, published_on, valid_from, valid_to)
VALUES
    ('COMMISSION', NULL, NULL, NULL, NULL, 500, 0, NULL, NULL, 'Biểu phí mở chợ 2026', '2025-12-01', '2026-01-01', NULL),
    ('COMMISSION', NULL, NULL, 3, NULL, 400, 0, NULL, NULL, 'Biểu phí mở chợ 2026: ưu đãi OCOP 3 sao', '2025-12-01', '2026-01-01', NULL),
    ('COMMISSION', NULL, NULL, 4, NULL, 300, 0, NULL, NULL, 'Biểu phí mở chợ 2026: ưu đãi OCOP 4 sao', '2025-12-01', '2026-01-01', NULL),
    ('COMMISSION', NULL, 'du-lich', NULL, NULL, 800, 0, 500000, NULL, 'Biểu phí mở chợ 2026: dịch vụ du lịch', '2025-12-01', '2026-01-01', NULL),
    -- Households and individuals; cooperative groups have no legal personality and are treated alike.
    ('WITHHELD_VAT', 'HO_KINH_DOANH', NULL, NULL, 'GOODS', 100, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43–46; Luật Thuế GTGT, phương pháp tỷ lệ', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_VAT', 'HO_KINH_DOANH', NULL, NULL, 'SERVICES', 500, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43–46; Luật Thuế GTGT, phương pháp tỷ lệ', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_VAT', 'HO_KINH_DOANH', NULL, NULL, 'TRANSPORT', 300, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43–46; Luật Thuế GTGT, phương pháp tỷ lệ', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_VAT', 'HO_KINH_DOANH', NULL, NULL, 'OTHER', 200, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43–46; Luật Thuế GTGT, phương pháp tỷ lệ', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_PIT', 'HO_KINH_DOANH', NULL, NULL, 'GOODS', 50, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43–46; Luật Thuế TNCN, cá nhân cư trú', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_PIT', 'HO_KINH_DOANH', NULL, NULL, 'SERVICES', 200, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43–46; Luật Thuế TNCN, cá nhân cư trú', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_PIT', 'HO_KINH_DOANH', NULL, NULL, 'TRANSPORT', 150, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43–46; Luật Thuế TNCN, cá nhân cư trú', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_PIT', 'HO_KINH_DOANH', NULL, NULL, 'OTHER', 100, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43–46; Luật Thuế TNCN, cá nhân cư trú', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_VAT', 'TO_HOP_TAC', NULL, NULL, 'GOODS', 100, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43–46; tổ hợp tác không có tư cách pháp nhân: áp dụng như cá nhân', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_VAT', 'TO_HOP_TAC', NULL, NULL, 'SERVICES', 500, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43–46; tổ hợp tác không có tư cách pháp nhân: áp dụng như cá nhân', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_PIT', 'TO_HOP_TAC', NULL, NULL, 'GOODS', 50, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43–46; tổ hợp tác không có tư cách pháp nhân: áp dụng như cá nhân', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_PIT', 'TO_HOP_TAC', NULL, NULL, 'SERVICES', 200, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43–46; tổ hợp tác không có tư cách pháp nhân: áp dụng như cá nhân', '2026-07-01', '2026-07-01', NULL),
    -- Cooperatives, unions and enterprises declare themselves.
    ('WITHHELD_VAT', 'HTX', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43: chỉ khấu trừ của hộ và cá nhân', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_PIT', 'HTX', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43: chỉ khấu trừ của hộ và cá nhân', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_VAT', 'LIEN_HIEP_HTX', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43: chỉ khấu trừ của hộ và cá nhân', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_PIT', 'LIEN_HIEP_HTX', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43: chỉ khấu trừ của hộ và cá nhân', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_VAT', 'SME', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43: chỉ khấu trừ của hộ và cá nhân', '2026-07-01', '2026-07-01', NULL),
    ('WITHHELD_PIT', 'SME', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 43: chỉ khấu trừ của hộ và cá nhân', '2026-07-01', '2026-07-01', NULL),
    -- The decree's base is what the platform collects for the seller.
    ('WITHHOLD_ON_DIRECT_MONEY', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 44: số tiền sàn thu hộ; tiền về thẳng người bán thì người bán tự kê khai', '2026-07-01', '2026-07-01', NULL),
    ('TAX_RETURN_DUE_DAY', NULL, NULL, NULL, NULL, NULL, 20, NULL, NULL, 'Nghị định 252/2026/NĐ-CP, Điều 10: ngày 20 tháng sau', '2026-07-01', '2026-07-01', NULL),
    ('FEE_INVOICE_DUE_DAY', NULL, NULL, NULL, NULL, NULL, 7, NULL, NULL, 'Nghị định 254/2026/NĐ-CP: hóa đơn phí dịch vụ hằng tháng, trước ngày 7', '2026-07-01', '2026-07-01', NULL),
    ('GATEWAY_FEE', NULL, NULL, NULL, 'CARD', 0, 0, NULL, NULL, 'Cổng thử không thu phí; thêm dòng mới khi ký hợp đồng', '2025-12-01', '2026-01-01', NULL),
    ('REFUND_COMMISSION', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'PLATFORM', 'Biểu phí mở chợ 2026: trả lại phí khi hoàn tiền', '2025-12-01', '2026-01-01', NULL),
    ('REFUND_GATEWAY_FEE', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'PLATFORM', 'Biểu phí mở chợ 2026: sàn chịu phí cổng', '2025-12-01', '2026-01-01', NULL),
    ('RETURN_WINDOW_DAYS', NULL, NULL, NULL, NULL, NULL, 7, NULL, NULL, 'Chính sách đổi trả của chợ 2026; Luật 122/2025/QH15, Điều 17.2.b', '2025-12-01', '2026-01-01', NULL),
    ('FEE_NOTICE_DAYS', NULL, NULL, NULL, NULL, NULL, 20, NULL, NULL, 'Luật 122/2025/QH15, Điều 11: công bố thay đổi phí trước 20 ngày', '2026-07-01', '2026-07-01', NULL),
    -- Carriers under contract with the market's licensed partner hand cash over to it; a shop's own carrier pays the shop.
    ('COD_REMITTANCE', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'SELLER', 'Gian hàng tự thuê vận chuyển: tiền thu hộ về thẳng gian hàng', '2025-12-01', '2026-01-01', NULL),
    ('COD_REMITTANCE', NULL, NULL, NULL, 'GHN', NULL, NULL, NULL, 'PLATFORM', 'Hợp đồng thu hộ qua đối tác được cấp phép', '2025-12-01', '2026-01-01', NULL),
    ('COD_REMITTANCE', NULL, NULL, NULL, 'GHTK', NULL, NULL, NULL, 'PLATFORM', 'Hợp đồng thu hộ qua đối tác được cấp phép', '2025-12-01', '2026-01-01', NULL),
    ('COD_REMITTANCE', NULL, NULL, NULL, 'VIETTEL POST', NULL, NULL, NULL, 'PLATFORM', 'Hợp đồng thu hộ qua đối tác được cấp phép', '2025-12-01', '2026-01-01', NULL),
    ('COD_REMITTANCE', NULL, NULL, NULL, 'VNPOST', NULL, NULL, NULL, 'PLATFORM', 'Hợp đồng thu hộ qua đối tác được cấp phép', '2025-12-01', '2026-01-01', NULL),
    -- Proposals for invoices; the seller decides.
    ('VAT_METHOD', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'DIRECT', 'Luật 48/2024/QH15, Điều 12', '2025-07-01', '2025-07-01', NULL),
    ('VAT_METHOD', 'SME', NULL, NULL, NULL, NULL, NULL, NULL, 'CREDIT', 'Luật 48/2024/QH15, Điều 11', '2025-07-01', '2025-07-01', NULL),
    ('VAT_METHOD', 'LIEN_HIEP_HTX', NULL, NULL, NULL, NULL, NULL, NULL, 'CREDIT', 'Luật 48/2024/QH15, Điều 11', '2025-07-01', '2025-07-01', NULL),
    ('VAT_RATE', NULL, NULL, NULL, 'DIRECT/RAW', 0, NULL, NULL, 'NOT_SUBJECT', 'Luật 48/2024/QH15, Điều 5, sửa đổi bởi Luật 149/2025/QH15: nông sản của người sản xuất tự bán', '2026-01-01', '2026-01-01', NULL),
    ('VAT_RATE', NULL, NULL, NULL, 'CREDIT/RAW', 500, NULL, NULL, NULL, 'Luật 48/2024/QH15, Điều 9: bán cho người tiêu dùng', '2026-01-01', '2026-01-01', NULL),
    ('VAT_RATE', NULL, NULL, NULL, 'CREDIT/PROCESSED', 800, NULL, NULL, NULL, 'Nghị quyết 204/2025/QH15: giảm thuế GTGT đến 31/12/2026', '2025-07-01', '2025-07-01', '2026-12-31'),
    ('VAT_RATE', NULL, NULL, NULL, 'CREDIT/PROCESSED', 1000, NULL, NULL, NULL, 'Luật 48/2024/QH15, Điều 9', '2025-07-01', '2027-01-01', NULL),
    ('VAT_RATE', NULL, NULL, NULL, 'CREDIT/SPECIAL', 1000, NULL, NULL, NULL, 'Luật 48/2024/QH15, Điều 9; hàng chịu thuế tiêu thụ đặc biệt không được giảm', '2025-07-01', '2025-07-01', NULL),
    ('VAT_RATE', NULL, NULL, NULL, 'CREDIT/SERVICE', 800, NULL, NULL, NULL, 'Nghị quyết 204/2025/QH15: giảm thuế GTGT đến 31/12/2026', '2025-07-01', '2025-07-01', '2026-12-31'),
    ('VAT_RATE', NULL, NULL, NULL, 'CREDIT/SERVICE', 1000, NULL, NULL, NULL, 'Luật 48/2024/QH15, Điều 9', '2025-07-01', '2027-01-01', NULL),
    ('VAT_RATE', NULL, NULL, NULL, 'DIRECT/PROCESSED', 100, NULL, NULL, NULL, 'Luật 48/2024/QH15, Điều 12: tỷ lệ trên doanh thu hàng hóa', '2025-07-01', '2025-07-01', NULL),
    ('VAT_RATE', NULL, NULL, NULL, 'DIRECT/SPECIAL', 100, NULL, NULL, NULL, 'Luật 48/2024/QH15, Điều 12: tỷ lệ trên doanh thu hàng hóa', '2025-07-01', '2025-07-01', NULL),
    ('VAT_RATE', NULL, NULL, NULL, 'DIRECT/SERVICE', 500, NULL, NULL, NULL, 'Luật 48/2024/QH15, Điều 12: tỷ lệ trên doanh thu dịch vụ', '2025-07-01', '2025-07-01', NULL);
