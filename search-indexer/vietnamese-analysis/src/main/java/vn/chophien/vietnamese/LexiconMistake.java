package vn.chophien.vietnamese;

import java.util.Locale;

/**
 * Something wrong in a dictionary file.
 *
 * @param line from 1
 * @param column from 1
 * @param about the text it is about
 */
public record LexiconMistake(int line, int column, Kind kind, String about) {

    public enum Kind {
        /** A mark that means nothing there: a third {@code |}, a {@code ~} inside a name, a bracket that does not close. */
        BAD_MARK,
        /** A character that no name has. */
        BAD_CHARACTER,
        /** Written with separate marks or look-alikes: equal to the eye, not to a search. */
        NOT_COMPOSED,
        /** Nothing is named. */
        NO_NAME,
        /** Stands before the first family. */
        NO_SECTION,
        /** The same name twice for one thing. */
        DUPLICATE_NAME,
        /** A thing of two families, or one that is a kind of itself. */
        CONTRADICTION,
        /** Behind {@code <} or {@code +}: no line begins so. */
        UNKNOWN_WORD
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": "
                + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " “" + about + "”";
    }
}
