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

    private Html() {}

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
