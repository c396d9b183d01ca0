package vn.chophien.vietnamese;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what somebody typed whose Vietnamese keyboard was off: raw Telex or VNI keys. */
public final class Keystrokes {

    private static final String TELEX_TONES = "fsrxj";
    private static final String VNI_TONES = "21345";
    private static final String[] MARK_OF_TONE = {"\u0300", "\u0301", "\u0309", "\u0303", "\u0323"};
    private static final String VOWELS = "aăâeêioôơuưy";
    private static final int LONGEST = 10;

    private Keystrokes() {}

    /** The words with every word decoded that can be; empty when none can. A word that is Vietnamese as it stands stays. */
    public static Optional<String> decode(String text) {
        var decoded = Arrays.stream(text.strip().split("\\s+"))
                .map(word -> decodeWord(word).orElse(word))
                .collect(Collectors.joining(" "));
        return decoded.equals(text.strip()) ? Optional.empty() : Optional.of(decoded);
    }

    /** What these keys write on a Vietnamese keyboard, if that is a Vietnamese syllable with a mark. */
    public static Optional<String> decodeWord(String word) {
        var keys = word.toLowerCase(Locale.ROOT);
        if (keys.length() < 2 || keys.length() > LONGEST || !keys.matches("[a-z]+[a-z0-9]*")) {
            return Optional.empty();
        }
        var typing = new Typing();
        boolean vni = keys.chars().anyMatch(Character::isDigit);
        for (char key : keys.toCharArray()) {
            boolean used = vni ? typing.vni(key) : typing.telex(key);
            if (!used) {
                typing.letters.append(key);
            }
        }
        var written = typing.written();
        return !written.equals(keys) && VietnameseText.hasMarks(written) && Syllable.isPossible(written)
                ? Optional.of(written)
                : Optional.empty();
    }

    /** Letters without tone, and the tone, as they stand after each key. */
    private static final class Typing {
        private final StringBuilder letters = new StringBuilder();
        private int tone = -1;

        boolean telex(char key) {
            int pressed = TELEX_TONES.indexOf(key);
            if (pressed >= 0 && hasVowel() && pressed != tone) {
                tone = pressed;
                return true;
            }
            return switch (key) {
                case 'a' -> replaceLast("a", "â");
                case 'e' -> replaceLast("e", "ê");
                case 'o' -> replaceLast("o", "ô");
                case 'd' -> replaceFirst('d', 'đ');
                case 'w' -> horn() || replaceLast("a", "ă");
                default -> false;
            };
        }

        boolean vni(char key) {
            int pressed = VNI_TONES.indexOf(key);
            if (pressed >= 0) {
                tone = pressed;
                return true;
            }
            return switch (key) {
                case '6' -> replaceLast("a", "â") || replaceLast("e", "ê") || replaceLast("o", "ô");
                case '7' -> horn();
                case '8' -> replaceLast("a", "ă");
                case '9' -> replaceFirst('d', 'đ');
                default -> false;
            };
        }

        private boolean hasVowel() {
            return letters.chars().anyMatch(letter -> VOWELS.indexOf(letter) >= 0);
        }

        private boolean horn() {
            int together = letters.lastIndexOf("uo");
            if (together >= 0) {
                letters.replace(together, together + 2, "ươ");
                return true;
            }
            return replaceLast("o", "ơ") || replaceLast("u", "ư");
        }

        /** Only in the last group of vowels: “caphe” has no hat on its a. */
        private boolean replaceLast(String plain, String marked) {
            int at = letters.lastIndexOf(plain);
            if (at < 0) {
                return false;
            }
            letters.replace(at, at + 1, marked);
            return true;
        }

        private boolean replaceFirst(char plain, char marked) {
            if (letters.isEmpty() || letters.charAt(0) != plain) {
                return false;
            }
            letters.setCharAt(0, marked);
            return true;
        }

        /** Keyboards give the second vowel of “ươ” its horn when only the first got one. */
        private String written() {
            int half = letters.indexOf("ưo");
            if (half >= 0) {
                letters.replace(half, half + 2, "ươ");
            }
            if (tone < 0) {
                return letters.toString();
            }
            int at = vowelOfTone();
            if (at < 0) {
                return letters.toString();
            }
            var toned = letters.substring(0, at + 1) + MARK_OF_TONE[tone] + letters.substring(at + 1);
            return Normalizer.normalize(toned, Normalizer.Form.NFC);
        }

        private int vowelOfTone() {
            int first = 0;
            var text = letters.toString();
            if (text.startsWith("qu") || text.startsWith("gi") && text.length() > 2 && isVowel(2)) {
                first = 2;
            }
            while (first < letters.length() && !isVowel(first)) {
                first++;
            }
            int end = first;
            while (end < letters.length() && isVowel(end)) {
                end++;
            }
            if (first == letters.length()) {
                return -1;
            }
            for (int i = end - 1; i >= first; i--) {
                if ("ăâêôơ".indexOf(letters.charAt(i)) >= 0) {
                    return i;
                }
            }
            return plainVowelOfTone(first, end);
        }

        private int plainVowelOfTone(int first, int end) {
            int vowels = end - first;
            if (vowels == 1) {
                return first;
            }
            var pair = letters.substring(first, first + 2);
            boolean glide = pair.equals("oa") || pair.equals("oe") || pair.equals("uy");
            return vowels > 2 || glide || end < letters.length() ? first + 1 : first;
        }

        private boolean isVowel(int at) {
            return VOWELS.indexOf(letters.charAt(at)) >= 0;
        }
    }
}
