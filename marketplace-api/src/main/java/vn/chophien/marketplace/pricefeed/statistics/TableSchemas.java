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

    Schema forecast(Language language) {
        var columns = new ArrayList<>(List.of(
                column("series", Kind.TEXT, true, language),
                column("number", Kind.COUNT, true, language),
                column("issued_at", Kind.INSTANT, true, language),
                column("origin", Kind.DATE, true, language),
                column("date", Kind.DATE, true, language)));
        for (var figure : List.of("mean", "lo80", "hi80", "lo95", "hi95")) {
            columns.add(column(figure, Kind.PRICE, true, language));
        }
        for (var figure : List.of("model_mean", "model_lo80", "model_hi80", "model_lo95", "model_hi95")) {
            columns.add(column(figure, Kind.PRICE, true, language));
        }
        columns.add(column("currency", Kind.TEXT, true, language));
        columns.add(column("measure", Kind.TEXT, true, language));
        columns.add(column("method", Kind.TEXT, true, language));
        columns.add(column("data_vintage", Kind.COUNT, true, language));
        columns.add(column("retrospective", Kind.FLAG, true, language));
        columns.add(column("demonstration", Kind.FLAG, true, language));
        return new Schema(List.copyOf(columns), List.of("number", "date"));
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
