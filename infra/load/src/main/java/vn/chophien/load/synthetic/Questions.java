package vn.chophien.load.synthetic;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What buyers of a synthetic market would type: goods with and without marks, with a place, with a wish, in English, and the first letters of them. */
public final class Questions {

    private static final List<String> WISHES =
            List.of("", " hữu cơ", " 5 sao", " dưới 200k", " quà Tết", " 500g", " loại 1", " Đắk Lắk");
    private static final List<String> FILTERS =
            List.of("", "", "&stars=4", "&max_price=150000", "&province=66", "&sort=price_asc");

    private final List<String> searches;
    private final List<String> beginnings;

    private Questions(List<String> searches, List<String> beginnings) {
        this.searches = searches;
        this.beginnings = beginnings;
    }

    public static Questions ofGoods() {
        var searches = new ArrayList<String>();
        var beginnings = new ArrayList<String>();
        var goods = Good.all();
        for (int i = 0; i < goods.size(); i++) {
            var name = goods.get(i).name();
            var wish = WISHES.get(i % WISHES.size());
            var filter = FILTERS.get(i % FILTERS.size());
            searches.add("vi&q=" + encoded(name.vi() + wish) + filter);
            searches.add("vi&q=" + encoded(withoutMarks(name.vi())) + filter);
            searches.add("vi&q=" + encoded(goods.get(i).keywords().getFirst()));
            searches.add("en&q=" + encoded(name.en()) + filter);
            beginnings.add("vi&q=" + encoded(beginning(name.vi(), 1 + i % 6)));
            beginnings.add("vi&q=" + encoded(withoutMarks(beginning(name.vi(), 2 + i % 5))));
            beginnings.add("en&q=" + encoded(beginning(name.en(), 1 + i % 6)));
        }
        // The same order every time, so that runs can be compared.
        Collections.shuffle(searches, new Random(1));
        Collections.shuffle(beginnings, new Random(2));
        return new Questions(List.copyOf(searches), List.copyOf(beginnings));
    }

    /** Paths of searches. */
    public List<String> searches() {
        return searches.stream().map(search -> "/api/v1/search?lang=" + search).toList();
    }

    /** Paths of suggestions. */
    public List<String> suggestions() {
        return beginnings.stream()
                .map(beginning -> "/api/v1/search/suggest?lang=" + beginning)
                .toList();
    }

    private static String beginning(String name, int letters) {
        return name.substring(0, Math.min(letters, name.length()));
    }

    private static String withoutMarks(String text) {
        return Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
