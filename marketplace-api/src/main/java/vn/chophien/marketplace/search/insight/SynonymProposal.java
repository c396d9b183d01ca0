package vn.chophien.marketplace.search.insight;

/**
 * Words that find nothing and probably mean something the dictionary has.
 *
 * @param entry the first name of that line
 * @param times how often it was searched for, or followed
 */
record SynonymProposal(String language, String words, String entry, Reason reason, long times) {

    enum Reason {
        /** From the page without results somebody went on to it and opened something. */
        FOLLOWED,
        /** The same letters with other marks. */
        FOLDED,
        /** A name that is spelled or sounds nearly so. */
        SPELLED
    }

    /** In the form of the dictionary's file. */
    String line() {
        return line(entry, language, words);
    }

    static String line(String entry, String language, String words) {
        return language.equals("en") ? entry + " | " + words : entry + "; " + words;
    }
}
