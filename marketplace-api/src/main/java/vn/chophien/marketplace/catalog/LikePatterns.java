package vn.chophien.marketplace.catalog;

/** Patterns for LIKE that take a text literally. */
final class LikePatterns {
    private LikePatterns() {}

    static String startingWith(String text) {
        return escaped(text) + "%";
    }

    static String containing(String text) {
        return "%" + escaped(text) + "%";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
