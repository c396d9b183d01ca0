package vn.chophien.marketplace.search.understanding;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vn.chophien.vietnamese.VietnameseText;

/** A text beside its form without marks, letter by letter, so that what is found in one can be cut from the other. */
final class TypedText {

    private final StringBuilder text;
    private final StringBuilder folded = new StringBuilder();

    TypedText(String typed) {
        this.text = new StringBuilder(VietnameseText.compose(typed));
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
    }

    /** The first match on the folded text, and what was typed there; both are cut out. */
    Optional<Cut> cut(Pattern pattern) {
        var matcher = pattern.matcher(folded);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var match = matcher.toMatchResult();
        var typed = text.substring(match.start(), match.end()).strip();
        text.replace(match.start(), match.end(), " ");
        folded.replace(match.start(), match.end(), " ");
        return Optional.of(new Cut(match, typed));
    }

    /** What is left. */
    String text() {
        return text.toString().strip().replaceAll("\\s+", " ");
    }

    private static char fold(char character) {
        if (character < 128) {
            return Character.toLowerCase(character);
        }
        var folded = VietnameseText.fold(String.valueOf(character));
        return folded.length() == 1
                ? folded.charAt(0)
                : String.valueOf(character).toLowerCase(Locale.ROOT).charAt(0);
    }

    /** @param match on the folded text */
    record Cut(MatchResult match, String typed) {}
}
