package vn.chophien.marketplace.pricefeed.upload;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.chophien.marketplace.pricefeed.FoldedText;

/** The columns an upload may have, under every heading by which officers' tables name them. */
enum UploadColumn {
    DATE("date", "ngay", "ngay gia", "ngay thu thap", "thoi gian"),
    SERIES("series", "series code", "ma chuoi", "chuoi gia", "ma chuoi gia"),
    COMMODITY("commodity", "mat hang", "ten hang", "ten mat hang", "hang hoa", "san pham"),
    GRADE("grade", "loai", "pham cap", "quy cach", "chat luong"),
    STAGE("stage", "khau", "loai gia", "giai doan", "khau gia"),
    PLACE("place", "khu vuc", "dia phuong", "noi", "thi truong", "tinh", "dia ban"),
    PRICE("price", "gia", "muc gia", "don gia", "gia hom nay"),
    UNIT("unit", "don vi", "dvt", "don vi tinh"),
    NOTE("note", "ghi chu", "dien giai");

    /** Running numbers that tables carry for the eye. */
    private static final Set<String> IGNORED = Set.of("tt", "stt", "no", "");

    private final Set<String> headings;

    UploadColumn(String... headings) {
        this.headings = Set.of(headings);
    }

    static Optional<UploadColumn> headed(String heading) {
        var folded = FoldedText.fold(withoutRemark(heading));
        for (var column : values()) {
            if (column.headings.contains(folded)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    static boolean isIgnored(String heading) {
        return IGNORED.contains(FoldedText.fold(heading));
    }

    /** The text in brackets, which in {@code Giá (đồng/kg)} is the unit. */
    static Optional<String> remark(String heading) {
        int open = heading.indexOf('(');
        int close = heading.indexOf(')', open + 1);
        return open < 0 || close < 0
                ? Optional.empty()
                : Optional.of(heading.substring(open + 1, close).strip());
    }

    /** The name under which the interface and its findings know the column. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String withoutRemark(String heading) {
        int open = heading.indexOf('(');
        return open < 0 ? heading : heading.substring(0, open);
    }
}
