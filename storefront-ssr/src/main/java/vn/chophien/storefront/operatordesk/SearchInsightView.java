package vn.chophien.storefront.operatordesk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What people search for.
 *
 * @param searches the language of the searches, {@code vi} or {@code en}
 * @param done what was decided just now
 * @param accepted the lines of the dictionary that were accepted so far
 */
public record SearchInsightView(
        int days,
        String searches,
        SearchInsightApi.Report report,
        List<SearchInsightApi.Proposal> proposals,
        List<String> accepted,
        Optional<String> done) {

    public static final String PAGE = "/operator-desk/search";
    public static final List<Integer> PERIODS = List.of(7, 30, 90);
    public static final List<String> LANGUAGES = List.of("vi", "en");

    /** One list of the report. */
    public record Listed(String name, List<SearchInsightApi.Words> rows) {}

    public List<Listed> lists() {
        return List.of(
                new Listed("without", report.without()),
                new Listed("unopened", report.unopened()),
                new Listed("top", report.top()));
    }

    public String path(int otherDays, String otherLanguage) {
        return PAGE + "?days=" + otherDays + "&searches=" + otherLanguage;
    }

    /** The market's own search for the words. */
    public static String searchFor(String words) {
        return "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** Of a hundred searches so many led to an opened result. */
    public static long share(long part, long whole) {
        return whole == 0 ? 0 : Math.min(100, Math.round(100d * part / whole));
    }
}
