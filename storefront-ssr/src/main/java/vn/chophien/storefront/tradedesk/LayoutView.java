package vn.chophien.storefront.tradedesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.PiecesInput;

/**
 * The columns of a table, for an officer to say what they mean.
 *
 * @param layout as proposed, as it is, or as the officer filled it in
 * @param date the day as it was typed, which may be none
 */
public record LayoutView(TradeDeskApi.Upload upload, TradeDeskApi.Layout layout, String date, FormErrors errors) {

    static LayoutView of(TradeDeskApi.Upload upload, TradeDeskApi.Layout layout) {
        return new LayoutView(upload, layout, Objects.toString(layout.fixed().date(), ""), FormErrors.none());
    }

    /** What was filled in, over the lines that were shown. */
    LayoutView typed(TradeDeskApi.NewLayout sent, String typedDate, FormErrors refused) {
        var columns = new ArrayList<TradeDeskApi.Column>();
        for (int at = 0; at < sent.columns().size(); at++) {
            var before = at < layout.columns().size() ? layout.columns().get(at) : null;
            var column = sent.columns().get(at);
            columns.add(new TradeDeskApi.Column(
                    before == null ? "" : before.letter(),
                    before == null ? "" : before.heading(),
                    column.use(),
                    column.of()));
        }
        return new LayoutView(
                upload,
                new TradeDeskApi.Layout(sent.headingLine(), columns, sent.fixed(), layout.lines()),
                typedDate,
                refused);
    }

    public List<TradeDeskApi.Use> uses() {
        return List.of(TradeDeskApi.Use.values());
    }

    public static String key(TradeDeskApi.Use use) {
        return "uploaddesk.use." + use.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The columns as a form sent them. */
    static TradeDeskApi.NewLayout read(MultiValueMap<String, String> form) {
        var columns = new ArrayList<TradeDeskApi.NewColumn>();
        for (int at = 0; form.containsKey("use-" + at); at++) {
            columns.add(new TradeDeskApi.NewColumn(use(form.getFirst("use-" + at)), text(form, "of-" + at)));
        }
        return new TradeDeskApi.NewLayout(
                number(form.getFirst("heading_line")).orElse(1),
                columns,
                new TradeDeskApi.Fixed(
                        DayInput.read(form.getFirst("date")).orElse(null),
                        text(form, "commodity"),
                        text(form, "grade"),
                        text(form, "stage"),
                        text(form, "place"),
                        text(form, "unit")));
    }

    private static TradeDeskApi.Use use(@Nullable String name) {
        return List.of(TradeDeskApi.Use.values()).stream()
                .filter(use -> use.name().equals(name))
                .findFirst()
                .orElse(TradeDeskApi.Use.IGNORE);
    }

    private static Optional<Integer> number(@Nullable String text) {
        return PiecesInput.number(text);
    }

    private static @Nullable String text(MultiValueMap<String, String> form, String field) {
        var text = form.getFirst(field);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
