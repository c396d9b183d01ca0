package vn.chophien.vietnamese;

import java.text.Normalizer;
import java.util.Set;

/** What can be one written syllable of Vietnamese: an initial, a rhyme and a tone that go together. */
final class Syllable {

    private static final Set<String> INITIALS = Set.of(
            "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
            "qu", "r", "s", "t", "th", "tr", "v", "x");

    private static final Set<String> RHYMES =
            Set.of(("a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây "
                            + "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
                            + "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong "
                            + "ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh uêt ui "
                            + "um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu uơ ư ưa ưc ưi ưm ưn "
                            + "ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu")
                    .split(" "));

    private static final Set<Character> STOPS = Set.of('c', 'p', 't');
    private static final String TONE_MARKS = "\u0300\u0309\u0303\u0301\u0323";
    private static final String ACUTE_OR_DOT = "\u0301\u0323";

    private Syllable() {}

    /** Whether this word, composed and in lower case, can be a Vietnamese syllable; a stop at its end wants sắc or nặng. */
    static boolean isPossible(String word) {
        var decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
        var bare = new StringBuilder();
        var tones = new StringBuilder();
        decomposed
                .chars()
                .forEach(character -> (TONE_MARKS.indexOf(character) >= 0 ? tones : bare).append((char) character));
        var letters = Normalizer.normalize(bare, Normalizer.Form.NFC);
        if (letters.isEmpty() || letters.length() > 7 || tones.length() > 1) {
            return false;
        }
        if (!isSpelled(letters)) {
            return false;
        }
        boolean stopped = STOPS.contains(letters.charAt(letters.length() - 1)) || letters.endsWith("ch");
        return !stopped || tones.isEmpty() || ACUTE_OR_DOT.indexOf(tones.charAt(0)) >= 0;
    }

    /** Names of the Central Highlands end with a k: Đắk Lắk. */
    private static boolean isSpelled(String spelled) {
        var letters = spelled.endsWith("k") && spelled.length() > 2
                ? spelled.substring(0, spelled.length() - 1) + "c"
                : spelled;
        for (int split = Math.min(3, letters.length()); split >= 0; split--) {
            if (INITIALS.contains(letters.substring(0, split)) && RHYMES.contains(letters.substring(split))) {
                return true;
            }
        }
        return letters.equals("gi");
    }
}
