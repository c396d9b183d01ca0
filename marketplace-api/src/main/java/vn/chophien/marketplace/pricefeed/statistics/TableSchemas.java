package vn.chophien.marketplace.pricefeed.statistics;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.statistics.TableMetadata.Column;
import vn.chophien.marketplace.pricefeed.statistics.TableMetadata.Kind;
import vn.chophien.marketplace.pricefeed.statistics.TableMetadata.Schema;

/** The columns of our CSV files, in their order. */
@Component
class TableSchemas {
    private final Messages messages;

    TableSchemas(Messages messages) {
        this.messages = messages;
    }

    Schema observations(Language language) {
        var columns = priced(language);
        columns.add(column("note", Kind.TEXT, false, language));
        columns.add(column("recorded_at", Kind.INSTANT, true, language));
        columns.add(column("status", Kind.TEXT, true, language));
        columns.add(column("source", Kind.TEXT, false, language));
        columns.add(column("vintage", Kind.COUNT, true, language));
        return new Schema(List.copyOf(columns), List.of("series", "date"));
    }

    Schema board(Language language) {
        var columns = priced(language);
        columns.add(column("commodity", Kind.TEXT, true, language));
        columns.add(column("grade", Kind.TEXT, false, language));
        columns.add(column("stage", Kind.TEXT, true, language));
        columns.add(column("place", Kind.TEXT, true, language));
        columns.add(column("province_code", Kind.TEXT, false, language));
        columns.add(column("source", Kind.TEXT, true, language));
        columns.add(column("licence", Kind.TEXT, true, language));
        columns.add(column("demonstration", Kind.FLAG, true, language));
        columns.add(column("note", Kind.TEXT, false, language));
        columns.add(column("status", Kind.TEXT, true, language));
        return new Schema(List.copyOf(columns), List.of("series"));
    }

    private List<Column> priced(Language language) {
        return new ArrayList<>(List.of(
                column("series", Kind.TEXT, true, language),
                column("date", Kind.DATE, true, language),
                column("price", Kind.PRICE, true, language),
                column("price_min", Kind.PRICE, true, language),
                column("price_max", Kind.PRICE, true, language),
                column("currency", Kind.TEXT, true, language),
                column("measure", Kind.TEXT, true, language)));
    }

    private Column column(String name, Kind kind, boolean required, Language language) {
        return new Column(name, messages.format(language, "prices.statistics.column." + name), kind, required);
    }
}
