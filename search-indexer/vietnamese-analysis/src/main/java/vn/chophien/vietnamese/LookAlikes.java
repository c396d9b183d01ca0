package vn.chophien.vietnamese;

/**
 * Letters that are read as Latin and are others: copied from elsewhere, or typed in a keyboard's full width. A Cyrillic or Greek letter is
 * only taken for a Latin one in a word that has a Latin letter and nothing but letters that look Latin: “кофе” stays Russian.
 */
final class LookAlikes {

    private static final String OTHERS = "аеорсухіјѕһАВЕКМНОРСТУХІЈЅ" + "οανιρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    private static final String LATIN = "aeopcyxijshABEKMHOPCTYXIJS" + "oavipABEZHIKMNOPTYX";

    private static final char GREEK = 0x370;
    private static final char AFTER_CYRILLIC = 0x530;
    private static final char FULL_WIDTH = 0xFF01;
    private static final char LAST_FULL_WIDTH = 0xFF5E;
    private static final int TO_ASCII = FULL_WIDTH - '!';

    private LookAlikes() {}

    /** Of ASCII, as wide as an ideograph. */
    static boolean isFullWidth(char character) {
        return character >= FULL_WIDTH && character <= LAST_FULL_WIDTH;
    }

    static char narrow(char character) {
        return (char) (character - TO_ASCII);
    }

    /** On decomposed text, one run of letters and their marks at a time. */
    static String replace(String decomposed) {
        if (decomposed.chars().noneMatch(character -> isOther((char) character))) {
            return decomposed;
        }
        var text = decomposed.toCharArray();
        int start = 0;
        for (int end = 0; end <= text.length; end++) {
            if (end == text.length || !isOfWord(text[end])) {
                replaceWord(text, start, end);
                start = end + 1;
            }
        }
        return new String(text);
    }

    private static void replaceWord(char[] text, int from, int to) {
        boolean latin = false;
        for (int i = from; i < to; i++) {
            boolean letter = Character.isLetter(text[i]);
            boolean ofLatin = letter && Character.UnicodeScript.of(text[i]) == Character.UnicodeScript.LATIN;
            if (letter && !ofLatin && OTHERS.indexOf(text[i]) < 0) {
                return;
            }
            latin |= ofLatin;
        }
        for (int i = from; latin && i < to; i++) {
            int other = OTHERS.indexOf(text[i]);
            text[i] = other < 0 ? text[i] : LATIN.charAt(other);
        }
    }

    /** With apostrophes, which are left out of text without marks. */
    private static boolean isOfWord(char character) {
        return Character.isLetter(character)
                || character == '\''
                || Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private static boolean isOther(char character) {
        return character >= GREEK && character < AFTER_CYRILLIC;
    }
}
