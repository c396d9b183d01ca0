package vn.chophien.vietnamese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vn.chophien.vietnamese.LexiconEntry.Kind;

/**
 * Finds the name that was meant by a misspelled one. Knows what Vietnamese writers confuse by ear ({@code l/n, ch/tr, s/x,
 * d/gi/r/v, b/p, i/y}, hỏi and ngã, {@code n/ng}, {@code c/t} at the end), forgotten spaces, and slips of the fingers.
 */
public final class Slips {

    private static final int MOST_WORDS = 4;
    private static final double SAME_SOUND = 0.6;
    private static final double BY_EAR = 0.95;

    /** A word that is written like Vietnamese, marks and all, is hardly a slip of the fingers. */
    private static final double PROPER_WORD = 1.25;

    /** A name of two words that fits is likelier than one of its words that fits as well: worth this many slips. */
    private static final double LONGER_NAME = 0.8;

    /** Even more so where nothing is known of the other word either: one slip in “nươc mắn”, not two. */
    private static final double OTHER_UNKNOWN = 0.5;

    /** Who types a tone rarely forgets two other marks of the same word: “dò” is rather “giò” than “đồ”. */
    private static final double REWRITTEN = 0.5;

    private final Map<Integer, List<Known>> byLength = new HashMap<>();
    private final Set<String> singles = new HashSet<>();

    private record Known(String folded, String sound, String marked, LexiconName name) {}

    /** A name in place of the words from {@code start} to {@code end}; the smaller the cost, the likelier. */
    public record Correction(int start, int end, String name, double cost) {}

    public Slips(Lexicon lexicon) {
        for (var name : lexicon.names()) {
            if (name.words().size() == 1) {
                singles.add(name.normalized());
            }
            if (!name.entry().is(Kind.FILLER) && name.text().length() > 2) {
                var folded = squeezed(VietnameseText.fold(name.text()));
                byLength.computeIfAbsent(folded.length(), unseen -> new ArrayList<>())
                        .add(new Known(
                                folded,
                                name.english() ? folded : sound(VietnameseText.fold(name.text())),
                                squeezed(name.normalized()),
                                name));
            }
        }
    }

    /** A name of several words that sounds like the whole of these words, each of which is a word of its own: “măng cục”. */
    public Optional<Correction> correctByEar(List<String> words) {
        var best = new ArrayList<Correction>();
        for (int start = 0; start < words.size(); start++) {
            for (int end = start + 2; end <= Math.min(words.size(), start + MOST_WORDS); end++) {
                nearest(words, start, end)
                        .filter(correction -> correction.cost() > 0 && correction.cost() < BY_EAR)
                        .ifPresent(best::add);
            }
        }
        return best.stream().min(Comparator.comparingDouble(Correction::cost));
    }

    /**
     * The likeliest name for words among which is the unknown one; empty when nothing comes near.
     *
     * @param allUnknown that word, and every other that nothing is known of
     */
    public Optional<Correction> correct(List<String> words, int unknown, Set<Integer> allUnknown) {
        var best = new ArrayList<Correction>();
        double most = ProperWords.isProper(words.get(unknown)) ? PROPER_WORD : Double.MAX_VALUE;
        for (int start = Math.max(0, unknown - MOST_WORDS + 1); start <= unknown; start++) {
            for (int end = unknown + 1; end <= Math.min(words.size(), start + MOST_WORDS); end++) {
                nearest(words, start, end)
                        .filter(correction -> correction.cost() <= most)
                        .ifPresent(best::add);
            }
        }
        return best.stream()
                .min(Comparator.comparingDouble(each -> each.cost()
                        - LONGER_NAME * (each.end() - each.start() - 1)
                        - OTHER_UNKNOWN * others(each, unknown, allUnknown)));
    }

    private static long others(Correction correction, int unknown, Set<Integer> allUnknown) {
        return allUnknown.stream()
                .filter(at -> at != unknown && correction.start() <= at && at < correction.end())
                .count();
    }

    private Optional<Correction> nearest(List<String> words, int start, int end) {
        var typed = String.join(" ", words.subList(start, end));
        var folded = squeezed(VietnameseText.fold(typed));
        if (folded.length() < 3) {
            return Optional.empty();
        }
        var sound = sound(VietnameseText.fold(typed));
        double most = allowed(folded.length());
        var marks = TypedMarks.of(words.subList(start, end));
        var proper = ProperWords.of(words.subList(start, end), singles);
        Known nearest = null;
        double least = Double.MAX_VALUE;
        for (int length = folded.length() - 2; length <= folded.length() + 2; length++) {
            for (var known : byLength.getOrDefault(length, List.of())) {
                double cost = cost(folded, sound, known, Math.min(most, least));
                if (cost < least) {
                    cost += marks.cost(known);
                }
                if (cost < least && proper.canMean(known.name())) {
                    least = cost;
                    nearest = known;
                }
            }
        }
        return nearest == null || least > most
                ? Optional.empty()
                : Optional.of(new Correction(start, end, nearest.name().text(), least));
    }

    private static double allowed(int letters) {
        return letters < 4 ? 0.7 : letters < 6 ? 1.2 : letters < 10 ? 1.7 : 2.3;
    }

    private static double cost(String folded, String sound, Known known, double most) {
        if (folded.equals(known.folded())) {
            return 0;
        }
        if (sound.equals(known.sound())) {
            return SAME_SOUND;
        }
        if (folded.charAt(0) != known.folded().charAt(0)
                && sound.charAt(0) != known.sound().charAt(0)) {
            return Double.MAX_VALUE;
        }
        int limit = (int) Math.ceil(Math.min(most, 3));
        double letters = EditDistance.between(folded, known.folded(), limit);
        double sounds = 0.3 + EditDistance.between(sound, known.sound(), limit);
        return Math.min(letters, sounds);
    }

    /** Marks that were typed and differ decide between names that are equally near; other letters have been counted before. */
    private record TypedMarks(List<String> words, boolean any, boolean foreign, String normal, String folded) {

        static TypedMarks of(List<String> typed) {
            var words = typed.stream().map(VietnameseText::normalize).toList();
            var normal = String.join(" ", words);
            return new TypedMarks(
                    words,
                    VietnameseText.hasMarks(normal),
                    words.size() == 1 && !Syllable.isPossible(normal),
                    squeezed(normal),
                    squeezed(VietnameseText.fold(normal)));
        }

        double cost(Known known) {
            if (!any) {
                return known.name().english() == foreign ? 0 : 0.05;
            }
            int other =
                    EditDistance.between(normal, known.marked(), 5) - EditDistance.between(folded, known.folded(), 5);
            return 0.1 * Math.max(0, other) + REWRITTEN * rewritten(known.name().words());
        }

        private long rewritten(List<String> meant) {
            return meant.size() != words.size()
                    ? 0
                    : IntStream.range(0, meant.size())
                            .filter(at -> isRewritten(words.get(at), meant.get(at)))
                            .count();
        }

        private static boolean isRewritten(String typed, String meant) {
            if (!ProperWords.isProper(typed) || !VietnameseText.fold(typed).equals(VietnameseText.fold(meant))) {
                return false;
            }
            return EditDistance.between(VietnameseText.withoutTones(typed), VietnameseText.withoutTones(meant), 2) > 1;
        }
    }

    private static String squeezed(String text) {
        return text.replace(" ", "").replace("-", "");
    }

    /** How a folded text sounds, to the least careful ear. */
    static String sound(String folded) {
        var result = new StringBuilder();
        for (var syllable : folded.split("[ -]+")) {
            result.append(finalSound(initialSound(syllable)));
        }
        return result.toString();
    }

    private static String initialSound(String syllable) {
        return syllable.replaceFirst("^(ngh|ng)", "ŋ")
                .replaceFirst("^gh", "g")
                .replaceFirst("^(tr|ch)", "č")
                .replaceFirst("^(gi|r|v|d)(?=[aeiouy])", "d")
                .replaceFirst("^x", "s")
                .replaceFirst("^n(?!h)", "l")
                .replaceFirst("^(k|q|c)(?=[aeiouy])", "k")
                .replaceFirst("^ph|^f", "f")
                .replaceFirst("^p", "b");
    }

    private static String finalSound(String syllable) {
        return syllable.replace('y', 'i')
                .replaceFirst("(?<=[aeiou])(ng|nh)$", "n")
                .replaceFirst("(?<=[aeiou])(ch|c)$", "t")
                .replaceFirst("uo", "u")
                .replaceFirst("ie", "i");
    }
}
