package vn.chophien.load.synthetic;

import java.util.Arrays;
import java.util.List;

/**
 * A kind of thing that cooperatives sell.
 *
 * @param harvest the months it is harvested in; empty for what there is all year
 */
record Good(Text name, String category, List<Pack> packs, List<String> keywords, List<Integer> harvest) {

    static List<Good> all() {
        return Table.ofTabs("goods.tsv").stream().map(Good::of).toList();
    }

    private static Good of(String[] row) {
        return new Good(
                new Text(row[0], row[1]),
                row[2],
                list(row[3], ";").stream().map(Pack::of).toList(),
                list(row[4], ";"),
                list(row[5], ",").stream().map(Integer::valueOf).toList());
    }

    private static List<String> list(String cell, String separator) {
        return cell.isBlank() ? List.of() : Arrays.asList(cell.split(separator));
    }

    /** @param price usual price in đồng */
    record Pack(String label, long price) {

        private static Pack of(String cell) {
            int sign = cell.lastIndexOf('=');
            return new Pack(cell.substring(0, sign), Long.parseLong(cell.substring(sign + 1)));
        }
    }
}
