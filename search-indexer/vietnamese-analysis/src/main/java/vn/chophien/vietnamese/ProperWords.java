package vn.chophien.vietnamese;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Words of which some are written like Vietnamese, marks and all. Such a word is rarely a slip of the fingers: “thuê” is no “thêu”, and that
 * no dictionary has it says little. It stands for another only where people confuse the two by ear, leave marks out, miss one key in a name of
 * several words, or where the name explains a word beside it as well: “riêng” means nothing but in “sầu riêng”.
 *
 * @param names those words that are names by themselves
 */
record ProperWords(List<String> words, boolean anyProper, Set<String> names) {

    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";
    private static final Set<String> HOI_AND_NGA = Set.of("\u0309", "\u0303");

    static ProperWords of(List<String> typed, Set<String> names) {
        var words = typed.stream().map(word -> WordForms.of(word).normal()).toList();
        return new ProperWords(words, words.stream().anyMatch(ProperWords::isProper), names);
    }

    static boolean isProper(String word) {
        return VietnameseText.hasMarks(word) && Syllable.isPossible(VietnameseText.normalize(word));
    }

    boolean canMean(LexiconName name) {
        if (!anyProper) {
            return true;
        }
        var meant = name.words();
        boolean several = meant.size() > 1;
        boolean sameLetters = letters(words).equals(letters(meant));
        if (meant.size() != words.size() || several && sameLetters) {
            return sameLetters;
        }
        int others = 0;
        boolean explains = false;
        for (int at = 0; at < meant.size(); at++) {
            boolean another = isAnother(words.get(at), meant.get(at), several);
            others += another ? 1 : 0;
            explains |= !another && !names.contains(words.get(at));
        }
        return others == 0 || others == 1 && explains;
    }

    private static String letters(List<String> words) {
        return VietnameseText.fold(String.join("", words));
    }

    private static boolean isAnother(String typed, String meant, boolean several) {
        return isProper(typed)
                && !typed.equals(meant)
                && !isMisheard(typed, meant)
                && !(several && isOneLetterMore(typed, meant))
                && !(several && isOneLetterMore(meant, typed));
    }

    /** They sound alike, or one has the marks of the other but for some that were left out. */
    private static boolean isMisheard(String typed, String meant) {
        var folded = VietnameseText.fold(typed);
        var named = VietnameseText.fold(meant);
        boolean alike = folded.equals(named)
                ? lacksHats(VietnameseText.withoutTones(typed), VietnameseText.withoutTones(meant))
                : Slips.sound(folded).equals(Slips.sound(named));
        var tone = tone(typed);
        boolean sameTone = tone.isEmpty()
                || tone.equals(tone(meant))
                || HOI_AND_NGA.contains(tone) && HOI_AND_NGA.contains(tone(meant));
        return alike && sameTone;
    }

    private static boolean lacksHats(String typed, String meant) {
        return typed.length() == meant.length()
                && IntStream.range(0, typed.length())
                        .allMatch(at -> typed.charAt(at) == meant.charAt(at) || typed.charAt(at) < 128);
    }

    private static boolean isOneLetterMore(String shorter, String longer) {
        return longer.length() == shorter.length() + 1
                && tone(shorter).equals(tone(longer))
                && EditDistance.between(shorter, longer, 1) == 1;
    }

    private static String tone(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .codePoints()
                .filter(character -> TONES.indexOf(character) >= 0)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("");
    }
}
