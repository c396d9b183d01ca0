package vn.chophien.storefront.account;

import org.jspecify.annotations.Nullable;

/** Where a form leads afterwards. Only our own pages: an address of another site in a link to us must not work. */
final class ReturnPath {

    private static final int MAX_LENGTH = 500;

    private ReturnPath() {}

    static String of(@Nullable String wanted) {
        return wanted != null && isOurs(wanted) ? wanted : "/";
    }

    private static boolean isOurs(String path) {
        return path.length() <= MAX_LENGTH
                && path.startsWith("/")
                && !path.startsWith("//")
                && !path.startsWith("/sign-")
                && path.chars().allMatch(letter -> letter > ' ' && letter != '\\' && letter < 0x7f);
    }
}
