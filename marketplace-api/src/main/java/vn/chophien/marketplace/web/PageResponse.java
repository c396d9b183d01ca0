package vn.chophien.marketplace.web;

import java.util.List;
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
}
