package vn.chophien.marketplace.search.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.chophien.vietnamese.VietnameseText;

/** OCOP stars in words: {@code 4 sao}, {@code từ 4 sao}, {@code OCOP năm sao}, {@code five star}. */
final class StarWords {

    private static final int FEWEST = 3;
    private static final int MOST = 5;
    private static final Map<String, Integer> NUMBERS =
            Map.of("ba", 3, "bon", 4, "nam", 5, "three", 3, "four", 4, "five", 5);

    private static final Set<String> UNMARKED = Set.of("bon", "nam");

    private static final Pattern RANGE = Pattern.compile(
            "(?<![\\p{L}\\d])(?:ocop\\s?)?(?:(?:tu|from)\\s)?([3-5])(?:\\s?[-–,]\\s?|\\s(?:den|toi|hoac|va|or|to|and)\\s)([3-5])"
                    + "\\s?(?:sao|stars?)(?![\\p{L}\\d])(?:\\s?ocop(?![\\p{L}]))?");
    private static final Pattern STARS = Pattern.compile(
            "(?<![\\p{L}\\d])(?:ocop\\s?)?(?:(tu|it nhat|tren|at least|from|min)\\s?)?([3-5]|ba|bon|nam|three|four|five)\\s?-?"
                    + "(\\+)?\\s?(?:sao|stars?|\\*|★)(?![\\p{L}\\d])\\s?(tro len|or more|or better|\\+|and up)?(?:\\s?ocop(?![\\p{L}]))?");
    private static final Pattern OCOP =
            Pattern.compile("(?<![\\p{L}\\d])(?:dat chuan\\s|san pham\\s|chung nhan\\s|dat\\s)?ocop(?![\\p{L}\\d])");

    private StarWords() {}

    static List<Demand> read(TypedText text) {
        var demands = new ArrayList<Demand>();
        text.cut(RANGE).ifPresent(cut -> {
            int one = Integer.parseInt(cut.match().group(1));
            int other = Integer.parseInt(cut.match().group(2));
            demands.add(new Demand.Stars(cut.typed(), upTo(Math.min(one, other), Math.max(one, other))));
        });
        boolean marked = text.hasMarks();
        text.cut(
                        STARS,
                        cut -> !marked
                                || !UNMARKED.contains(cut.match().group(2))
                                || VietnameseText.hasMarks(cut.typed()))
                .filter(cut -> demands.isEmpty())
                .ifPresent(cut -> {
                    var match = cut.match();
                    int stars = NUMBERS.getOrDefault(match.group(2), 0);
                    int least = stars == 0 ? Integer.parseInt(match.group(2)) : stars;
                    boolean more = match.group(1) != null || match.group(3) != null || match.group(4) != null;
                    demands.add(new Demand.Stars(cut.typed(), upTo(least, more ? MOST : least)));
                });
        if (demands.isEmpty()) {
            text.cut(OCOP).ifPresent(cut -> demands.add(new Demand.Stars(cut.typed(), upTo(FEWEST, MOST))));
        }
        return demands;
    }

    private static List<Integer> upTo(int least, int most) {
        return IntStream.rangeClosed(least, most).boxed().toList();
    }
}
