package vn.chophien.marketplace.web;

import java.util.Map;

/** How many items a page of a list may have. */
public final class PageSizes {
    public static final int MAX = 100;

    private PageSizes() {}

    /** @throws ProblemException {@code invalid-request} outside 1 to {@link #MAX} */
    public static int checked(int pageSize) {
        if (pageSize < 1) {
            throw RequestProblem.invalid(new FieldProblem("page_size", "too-small", Map.of("min", 1)));
        }
        if (pageSize > MAX) {
            throw RequestProblem.invalid(new FieldProblem("page_size", "too-large", Map.of("max", MAX)));
        }
        return pageSize;
    }
}
