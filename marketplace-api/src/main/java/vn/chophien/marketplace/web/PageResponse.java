package vn.chophien.marketplace.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor what to send as {@code cursor} for the next page; absent on the last one
 * @param total the size of the whole list, where it is known
 */
public record PageResponse<T>(
        List<T> items,
        @Nullable String nextCursor,
        @Nullable Long total) {
    public PageResponse {
        items = List.copyOf(items);
    }

    /** A list that is always whole. */
    public static <T> PageResponse<T> whole(List<T> items) {
        return new PageResponse<>(items, null, null);
    }

    /**
     * The first page of what was found, with a cursor where there is more.
     *
     * @param found in order; one more than a page holds is enough to see that there is more
     * @param cursor of what comes after an item
     */
    public static <T> PageResponse<T> cut(List<T> found, int size, Function<T, String> cursor) {
        return found.size() <= size
                ? whole(found)
                : new PageResponse<>(found.subList(0, size), cursor.apply(found.get(size - 1)), null);
    }

    /** The same page with what clients are shown of its items. */
    public <R> PageResponse<R> showing(List<R> shown) {
        return new PageResponse<>(shown, nextCursor, total);
    }
}
