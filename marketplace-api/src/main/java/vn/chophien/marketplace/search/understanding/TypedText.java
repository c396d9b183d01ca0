package vn.chophien.marketplace.search.understanding;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.chophien.vietnamese.VietnameseText;
import vn.chophien.vietnamese.VietnameseWords;

/** A text beside its form without marks, letter by letter, so that what is found in one can be cut from the other. */
final class TypedText {

    /** The words of prices, stars and packs, as they are written with their marks. */
    private static final Set<String> MARKED_WORDS = VietnameseWords.split(
                    "dưới không quá tối đa nhỏ hơn ít rẻ thấp trên thiểu nhất "
                            + "cao từ khoảng tầm cỡ gần đến tới giá trở xuống đổ lại lên nghìn ngàn triệu đồng đ vnđ rưỡi hoặc và "
                            + "sao bốn năm đạt chuẩn sản phẩm chứng nhận nửa ký kí lô lít cân lạng độ đạm")
            .stream()
            .map(VietnameseText::normalize)
            .collect(Collectors.toSet());

    private final StringBuilder text;
    private final StringBuilder folded = new StringBuilder();

    TypedText(String typed) {
        this.text = new StringBuilder(VietnameseText.compose(typed));
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
    }

    /** The first match on the folded text that is accepted, and what was typed there; both are cut out. */
    Optional<Cut> cut(Pattern pattern, Predicate<Cut> accepted) {
        var matcher = pattern.matcher(folded);
        while (matcher.find()) {
            var match = matcher.toMatchResult();
            var cut = new Cut(match, text.substring(match.start(), match.end()).strip());
            if (isSpelledSo(cut.typed()) && accepted.test(cut)) {
                text.replace(match.start(), match.end(), " ");
                folded.replace(match.start(), match.end(), " ");
                return Optional.of(cut);
            }
        }
        return Optional.empty();
    }

    Optional<Cut> cut(Pattern pattern) {
        return cut(pattern, any -> true);
    }

    boolean hasMarks() {
        return VietnameseText.hasMarks(text.toString());
    }

    /** Marks that were typed count: “cá đuối 3” is not “dưới 3”. */
    private static boolean isSpelledSo(String typed) {
        return VietnameseWords.split(typed).stream()
                .map(word -> word.replaceAll("\\d", ""))
                .filter(VietnameseText::hasMarks)
                .allMatch(word -> MARKED_WORDS.contains(VietnameseText.normalize(word)));
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
