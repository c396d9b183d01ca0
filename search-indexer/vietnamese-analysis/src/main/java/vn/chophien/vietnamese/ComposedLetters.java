package vn.chophien.vietnamese;

import org.jspecify.annotations.Nullable;

/**
 * Text of composed letters, as nearly all text is. Neighbors of such letters do not touch each other's form, so each is rewritten by itself, read off a
 * table that the rules of {@link Spelling} fill once; only what else a text may hold is decomposed and put together again.
 */
final class ComposedLetters {

    /** Latin with its extensions, and the signs among which the quotation marks, dashes and currencies are. */
    private static final int END = 0x2100;

    private static final int AFTER_LATIN = 0x250;
    private static final int MORE_LATIN = 0x1E00;
    private static final int AFTER_MORE_LATIN = 0x1F00;
    private static final int SIGNS = 0x2010;

    private static final boolean[] COMPOSED = new boolean[END];
    private static final char[] LOWER = new char[END];
    /** Without marks; an apostrophe is left out of a text without marks. */
    private static final char[] BARE = new char[END];

    static {
        for (char character = 0; character < END; character++) {
            fill(character);
        }
    }

    private ComposedLetters() {}

    private static void fill(char character) {
        char lower = Character.toLowerCase(character);
        if (!stays(character) || !stays(lower) || lower == '\'') {
            return;
        }
        var bare = Spelling.dropMarks(String.valueOf(lower));
        if (bare.length() == 1 && Character.isLetter(bare.charAt(0)) == Character.isLetter(character)) {
            COMPOSED[character] = true;
            LOWER[character] = lower;
            BARE[character] = bare.charAt(0);
        }
    }

    private static boolean stays(char character) {
        var text = String.valueOf(character);
        boolean latin = character < AFTER_LATIN || character >= MORE_LATIN && character < AFTER_MORE_LATIN;
        boolean sign = character >= SIGNS && character < END;
        boolean mark = Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.ENCLOSING_MARK;
        return (latin || sign) && !mark && Spelling.compose(text).equals(text);
    }

    /** Whether the text holds nothing else, and no apostrophe, which holds parts of words together. */
    static boolean isAllOf(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= END || !COMPOSED[character]) {
                return false;
            }
        }
        return true;
    }

    /** {@link VietnameseText#normalize}, or nothing where the text holds something else. */
    static @Nullable String normalize(String text) {
        var letters = rewritten(text, LOWER);
        if (letters == null) {
            return null;
        }
        Spelling.eachSyllable(letters, Spelling::placeTone);
        Spelling.eachSyllable(letters, Spelling::writeLetterI);
        return new String(letters);
    }

    /** {@link VietnameseText#fold}, or nothing where the text holds something else. */
    static @Nullable String fold(String text) {
        var letters = rewritten(text, BARE);
        if (letters == null) {
            return null;
        }
        Spelling.eachSyllable(letters, Spelling::writeLetterI);
        return new String(letters);
    }

    /** Small letters without their marks, or nothing where the text holds something else. */
    static @Nullable String bare(String text) {
        var letters = rewritten(text, BARE);
        return letters == null ? null : new String(letters);
    }

    private static char @Nullable [] rewritten(String text, char[] table) {
        var letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            char character = letters[i];
            if (character >= END || !COMPOSED[character]) {
                return null;
            }
            letters[i] = table[character];
        }
        return letters;
    }
}
