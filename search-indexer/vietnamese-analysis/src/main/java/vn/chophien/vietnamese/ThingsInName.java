package vn.chophien.vietnamese;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import vn.chophien.vietnamese.Lexicon.Reading;

/**
 * What the name of a listing speaks of, without the places and people it is called after: “Quế Sơn” is no cinnamon and “Thành Sen”
 * no lotus. Where the listing comes from is known for certain; other names are told by their capitals.
 */
final class ThingsInName {

    /** What a place is, before what it is called. */
    private static final Set<String> RANKS =
            Set.of("xã", "phường", "thị trấn", "thị xã", "đặc khu", "huyện", "quận", "thành phố", "tỉnh");

    /** In place of a word that belongs to the name of a place: nothing is called so. */
    private static final String HIDDEN = "";

    private final Lexicon lexicon;
    private final Collection<String> places;

    ThingsInName(Lexicon lexicon, Collection<String> places) {
        this.lexicon = lexicon;
        this.places = places;
    }

    List<LexiconFind> of(List<String> words) {
        var finds = withoutPlaces(words);
        boolean sentence = words.stream().skip(1).anyMatch(word -> Character.isLowerCase(word.charAt(0)));
        boolean title = !sentence && isTitle(finds, words);
        return finds.stream()
                .filter(find -> find.start() == 0
                        || title
                        || !(sentence ? isProperName(find, words) : isBesideProperName(find, finds, words)))
                .toList();
    }

    private List<LexiconFind> withoutPlaces(List<String> words) {
        var finds = lexicon.find(words, Reading.VIETNAMESE);
        if (words.stream().skip(1).noneMatch(ThingsInName::isCapitalized)) {
            return finds;
        }
        var visible = new ArrayList<>(words);
        for (var place : places) {
            if (!place.isBlank()) {
                hide(withoutRank(VietnameseWords.split(place)), finds, visible);
            }
        }
        return visible.equals(words) ? finds : lexicon.find(visible, Reading.VIETNAMESE);
    }

    /** Hides the place and any two of its words, as people leave out “Thượng” and “Tây”; but not where a thing is called after it. */
    private static void hide(List<String> place, List<LexiconFind> finds, List<String> words) {
        int least = Math.min(2, place.size());
        for (int from = 1; from < words.size(); from++) {
            int length = lengthOf(place, words, from);
            if (length > 0 && length >= least && !isNamedIn(finds, from, from + length)) {
                for (int at = from; at < from + length; at++) {
                    words.set(at, HIDDEN);
                }
            }
        }
    }

    /** How many words from here on are capitalized and stand so in the place. */
    private static int lengthOf(List<String> place, List<String> words, int from) {
        int longest = 0;
        for (int start = 0; start < place.size(); start++) {
            int length = 0;
            while (start + length < place.size()
                    && from + length < words.size()
                    && isSame(place.get(start + length), words.get(from + length))) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }

    private static boolean isSame(String ofPlace, String word) {
        return isCapitalized(word)
                && WordForms.of(ofPlace).normal().equals(WordForms.of(word).normal());
    }

    /** “Sâm Ngọc Linh” and “bún bò Huế” are things. */
    private static boolean isNamedIn(List<LexiconFind> finds, int from, int to) {
        return finds.stream().anyMatch(find -> find.start() <= from && to <= find.end() && find.length() > to - from);
    }

    private static List<String> withoutRank(List<String> place) {
        for (int length = 2; length > 0; length--) {
            if (place.size() > length && RANKS.contains(new Words(place).normal(0, length))) {
                return place.subList(length, place.size());
            }
        }
        return place;
    }

    /** “Trà” in “Quế Trà My thanh cạo vỏ” is no tea: capitals inside a sentence begin names. */
    private static boolean isProperName(LexiconFind find, List<String> words) {
        boolean capital = isCapitalized(find, words);
        boolean before = find.start() > 1 && isCapitalized(words.get(find.start() - 1));
        boolean after = find.end() < words.size() && isCapitalized(words.get(find.end()));
        return capital && (before || after || find.length() > 1);
    }

    /** “Trà” in “Quế Trà My”, where nothing is known of the “My”. */
    private static boolean isBesideProperName(LexiconFind find, List<LexiconFind> finds, List<String> words) {
        return find.length() == 1
                && isCapitalized(find, words)
                && (isUnknownName(find.start() - 1, finds, words) || isUnknownName(find.end(), finds, words));
    }

    private static boolean isUnknownName(int at, List<LexiconFind> finds, List<String> words) {
        return at > 0
                && at < words.size()
                && isCapitalized(words.get(at))
                && VietnameseText.isSyllable(words.get(at))
                && finds.stream().noneMatch(find -> find.start() <= at && at < find.end());
    }

    /** Some write “Cà Phê Rang Xay”: then capitals say nothing. A thing of one word has none inside that could tell. */
    private static boolean isTitle(List<LexiconFind> finds, List<String> words) {
        return !finds.isEmpty()
                && finds.getFirst().start() == 0
                && words.subList(1, finds.getFirst().end()).stream().anyMatch(ThingsInName::isWrittenOut);
    }

    /** Not as “ST25”. */
    private static boolean isWrittenOut(String word) {
        return isCapitalized(word) && Character.isLowerCase(word.charAt(word.length() - 1));
    }

    private static boolean isCapitalized(LexiconFind find, List<String> words) {
        return words.subList(find.start(), find.end()).stream().allMatch(ThingsInName::isCapitalized);
    }

    private static boolean isCapitalized(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    }
}
