package vn.chophien.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a page as strictly as no browser does: every element is closed where it was opened, and ids are unique. */
final class Html {

    private static final Set<String> VOID =
            Set.of("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr");
    private static final Pattern RAW = Pattern.compile("(?s)(<script[^>]*>).*?(</script>)|<!--.*?-->|<!doctype[^>]*>");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");

    private static final Pattern LANG = Pattern.compile("\\slang=\"([^\"]*)\"");
    private static final Pattern VIETNAMESE = Pattern.compile(
            "[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Html() {}

    /**
     * On an English page every Vietnamese word says that it is one, but for the market's name, the currency, numbers of decisions and the
     * word that explains the search.
     */
    static void assertVietnameseIsMarked(String page) {
        var markup = RAW.matcher(page).replaceAll("$1$2");
        var languages = new ArrayDeque<String>();
        var tags = TAG.matcher(markup);
        int read = 0;
        while (tags.find()) {
            var words = markup.substring(read, tags.start()).replaceAll("Chợ Phiên|đồng|/QĐ-UBND|finds cà phê", "");
            assertThat("vi".equals(languages.peek())
                            || !VIETNAMESE.matcher(words).find())
                    .as("'%s' is marked as Vietnamese", words.strip())
                    .isTrue();
            read = tags.end();
            if (!tags.group(1).isEmpty()) {
                languages.pop();
            } else if (!VOID.contains(tags.group(2)) && !tags.group(3).endsWith("/")) {
                var own = LANG.matcher(tags.group(3));
                languages.push(own.find() ? own.group(1) : languages.isEmpty() ? "" : languages.peek());
            }
        }
    }

    static void assertWellFormed(String page) {
        var markup = RAW.matcher(page).replaceAll("$1$2");
        var open = new ArrayDeque<String>();
        var ids = new HashSet<String>();
        var tags = TAG.matcher(markup);
        while (tags.find()) {
            var name = tags.group(2);
            var attributes = tags.group(3);
            var id = ID.matcher(attributes);
            if (id.find()) {
                assertThat(ids.add(id.group(1)))
                        .as("id '%s' is unique", id.group(1))
                        .isTrue();
            }
            if (!tags.group(1).isEmpty()) {
                assertThat(open.isEmpty() ? "" : open.pop())
                        .as("element closed by </%s> at %d", name, tags.start())
                        .isEqualTo(name);
            } else if (!VOID.contains(name) && !attributes.endsWith("/")) {
                open.push(name);
            }
        }
        assertThat(open).as("elements left open").isEmpty();
    }
}
