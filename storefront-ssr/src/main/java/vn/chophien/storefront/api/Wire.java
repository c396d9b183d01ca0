package vn.chophien.storefront.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reading habits of the wire records: the API omits nulls and may omit empty lists. */
public final class Wire {

    private Wire() {}

    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    public static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : Map.copyOf(map);
    }
}
