package vn.chophien.marketplace.search.insight;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.chophien.vietnamese.VietnameseText;
import vn.chophien.vietnamese.VietnameseWords;

/** Words as they are counted: lower case, single spaces. What looks like an address or a number of somebody is not counted at all. */
final class CountedWords {

    private static final int MOST_CHARACTERS = 80;
    private static final int MOST_WORDS = 10;

    /** Phone numbers, identity numbers and accounts have this many digits, however they are parted. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[ .\\-+()]*\\d){6,}");

    private CountedWords() {}

    static Optional<String> of(String typed) {
        var composed = VietnameseText.compose(typed);
        if (composed.contains("@") || LONG_NUMBER.matcher(composed).find()) {
            return Optional.empty();
        }
        var words = VietnameseWords.split(composed.toLowerCase(Locale.ROOT));
        var text = String.join(" ", words);
        return words.isEmpty() || words.size() > MOST_WORDS || text.length() > MOST_CHARACTERS
                ? Optional.empty()
                : Optional.of(text);
    }
}
