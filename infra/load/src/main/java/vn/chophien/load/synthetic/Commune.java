package vn.chophien.load.synthetic;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A commune as the marketplace knows it. */
record Commune(String code, String provinceCode, Text name, String fullName, Text province, String slug) {

    private static final String FOLDER = "/vn/chophien/marketplace/place/";

    static List<Commune> all() {
        var provinces = Table.ofCommas(FOLDER + "provinces.csv").stream()
                .collect(Collectors.toMap(row -> row[0], row -> new Text(row[1], row[2])));
        return Table.ofCommas(FOLDER + "communes.csv").stream()
                .map(row -> of(row, provinces))
                .toList();
    }

    private static Commune of(String[] row, Map<String, Text> provinces) {
        return new Commune(
                row[0],
                row[1],
                new Text(row[2], row[3]),
                row[5],
                provinces.getOrDefault(row[1], new Text("", "")),
                row[7]);
    }
}
