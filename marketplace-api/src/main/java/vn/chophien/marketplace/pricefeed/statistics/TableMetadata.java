package vn.chophien.marketplace.pricefeed.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;

/** Descriptions of our CSV files as W3C Tabular Metadata ("CSV on the Web"). */
final class TableMetadata {
    private TableMetadata() {}

    /** How a column of our files is to be read. */
    enum Kind {
        TEXT("string"),
        DATE("date"),
        PRICE(Map.of("base", "decimal", "minimum", "0")),
        INSTANT("dateTime"),
        COUNT("integer"),
        FLAG("boolean");

        private final Object datatype;

        Kind(Object datatype) {
            this.datatype = datatype;
        }
    }

    record Column(String name, String description, Kind kind, boolean required) {
        Map<String, Object> described() {
            var column = new LinkedHashMap<String, Object>();
            column.put("name", name);
            column.put("titles", name);
            column.put("dc:description", description);
            column.put("datatype", kind.datatype);
            column.put("required", required);
            return column;
        }
    }

    record Schema(List<Column> columns, List<String> primaryKey) {}

    /** @param url of the file, relative to that of the description */
    static Map<String, Object> of(
            String url,
            String title,
            @Nullable String source,
            @Nullable String licenceUrl,
            Schema schema,
            Language language) {
        var table = new LinkedHashMap<String, Object>();
        table.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", language.tag())));
        table.put("@type", "Table");
        table.put("url", url);
        table.put("dc:title", title);
        table.put("dc:publisher", "Chợ Phiên");
        if (source != null) {
            table.put("dc:source", source);
        }
        if (licenceUrl != null) {
            table.put("dc:license", Map.of("@id", licenceUrl));
        }
        table.put("dialect", dialect());
        table.put(
                "tableSchema",
                Map.of(
                        "columns",
                                schema.columns().stream().map(Column::described).toList(),
                        "primaryKey", schema.primaryKey()));
        return table;
    }

    private static Map<String, Object> dialect() {
        return Map.of(
                "encoding",
                "utf-8",
                "delimiter",
                ",",
                "quoteChar",
                "\"",
                "doubleQuote",
                true,
                "header",
                true,
                "headerRowCount",
                1,
                "lineTerminators",
                List.of("\r\n"));
    }
}
