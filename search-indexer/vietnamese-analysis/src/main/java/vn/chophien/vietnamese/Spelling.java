package vn.chophien.vietnamese;

import java.text.Normalizer;

/** The rules behind {@link VietnameseText}, on composed text, one syllable (a run of letters) at a time. */
final class Spelling {

    /** Each row is one vowel: without tone, then huyền, hỏi, ngã, sắc, nặng. */
    private static final String[] TONED = {"aàảãáạ", "eèẻẽéẹ", "iìỉĩíị", "oòỏõóọ", "uùủũúụ", "yỳỷỹýỵ"};

    private static final String CONSONANTS = "bcdđghklmnpqrstvx";
    private static final String BEFORE_I_OR_Y = "hklmst";

    private Spelling() {}

    /** Changes the letters of one syllable, {@code text[from]} up to {@code text[to]}, but not their number. */
    interface Rule {

        void apply(char[] text, int from, int to);
    }

    /** The text with the rule applied to each run of letters. */
    static String eachSyllable(String text, Rule rule) {
        var letters = text.toCharArray();
        eachSyllable(letters, rule);
        return new String(letters);
    }

    static void eachSyllable(char[] text, Rule rule) {
        int start = 0;
        for (int end = 0; end <= text.length; end++) {
            if (end == text.length || !isLetter(text[end])) {
                if (end > start) {
                    rule.apply(text, start, end);
                }
                start = end + 1;
            }
        }
    }

    static void placeTone(char[] text, int from, int to) {
        int second = to - 1;
        int first = second - 1;
        if (first < from || toneOf(text[second]) != 0 || !opens(text, from, first, CONSONANTS)) {
            return;
        }
        int tone = toneOf(text[first]);
        if (tone == 0 || first > from && Character.toLowerCase(text[first - 1]) == 'q') {
            return;
        }
        char glide = Character.toLowerCase(withTone(text[first], 0));
        char vowel = Character.toLowerCase(text[second]);
        if (glide == 'o' && (vowel == 'a' || vowel == 'e') || glide == 'u' && vowel == 'y') {
            text[first] = withTone(text[first], 0);
            text[second] = withTone(text[second], tone);
        }
    }

    static void writeLetterI(char[] text, int from, int to) {
        int vowel = from + 1;
        if (to - from != 2 || !opens(text, from, vowel, BEFORE_I_OR_Y)) {
            return;
        }
        int tone = toneOf(text[vowel]);
        if (tone >= 0 && Character.toLowerCase(withTone(text[vowel], 0)) == 'y') {
            char letter = Character.isUpperCase(text[vowel]) ? 'I' : 'i';
            text[vowel] = withTone(letter, tone);
        }
    }

    /** Unicode NFC of the repaired text, whatever it holds. */
    static String compose(String text) {
        return Normalizer.normalize(orderMarks(replaceLookAlikes(text)), Normalizer.Form.NFC);
    }

    private static String replaceLookAlikes(String text) {
        var result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case 'Ð', 'Ɖ' -> result.append('Đ');
                case 'ð', 'ɖ' -> result.append('đ');
                case '’', '‘', 'ʼ', '＇' -> result.append('\'');
                case '\u00AD', '\u200B', '\u2060', '\uFEFF' -> {}
                default -> result.append(LookAlikes.isFullWidth(character) ? LookAlikes.narrow(character) : character);
            }
        }
        return result.toString();
    }

    /** Hats and horns belong to the letter and come before the tone; Unicode keeps the order typed, as both sit above. */
    private static String orderMarks(String text) {
        var decomposed = LookAlikes.replace(Normalizer.normalize(text, Normalizer.Form.NFD));
        var result = new StringBuilder(decomposed.length());
        var tones = new StringBuilder();
        for (int i = 0; i < decomposed.length(); i++) {
            char character = decomposed.charAt(i);
            if (isTone(character)) {
                tones.append(character);
            } else if (isLetterMark(character)) {
                result.append(character);
            } else {
                result.append(tones).append(character);
                tones.setLength(0);
            }
        }
        return result.append(tones).toString();
    }

    static String dropMarks(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        var result = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char character = decomposed.charAt(i);
            if (character == 'đ') {
                result.append('d');
            } else if (character != '\'' && (character < '\u0300' || character > '\u036F')) {
                result.append(character);
            }
        }
        return Normalizer.normalize(result, Normalizer.Form.NFC);
    }

    static String dropTones(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        var result = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            if (!isTone(decomposed.charAt(i))) {
                result.append(decomposed.charAt(i));
            }
        }
        return Normalizer.normalize(result, Normalizer.Form.NFC);
    }

    static String dropApostrophes(String text) {
        return text.replace("'", "");
    }

    /** Whether all letters before {@code vowel} are of these consonants. */
    private static boolean opens(char[] text, int from, int vowel, String consonants) {
        for (int i = from; i < vowel; i++) {
            if (consonants.indexOf(Character.toLowerCase(text[i])) < 0) {
                return false;
            }
        }
        return true;
    }

    /** 0 for a vowel without tone, 1 to 5 for a toned one, -1 for anything else. */
    private static int toneOf(char character) {
        char lower = Character.toLowerCase(character);
        for (var row : TONED) {
            int tone = row.indexOf(lower);
            if (tone >= 0) {
                return tone;
            }
        }
        return -1;
    }

    private static char withTone(char character, int tone) {
        char lower = Character.toLowerCase(character);
        for (var row : TONED) {
            if (row.indexOf(lower) >= 0) {
                char toned = row.charAt(tone);
                return Character.isUpperCase(character) ? Character.toUpperCase(toned) : toned;
            }
        }
        return character;
    }

    private static boolean isLetter(char character) {
        return Character.isLetter(character) || character >= '\u0300' && character <= '\u036F';
    }

    private static boolean isLetterMark(char character) {
        return character == '\u0302' || character == '\u0306' || character == '\u031B';
    }

    private static boolean isTone(char character) {
        return character == '\u0300'
                || character == '\u0301'
                || character == '\u0303'
                || character == '\u0309'
                || character == '\u0323';
    }
}
