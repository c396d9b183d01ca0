package vn.chophien.marketplace.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds a place by whatever form of its name leads to exactly one place, the most exact form first. */
final class NameIndex<T> {
    private final Map<String, List<T>> fullSpoken = new HashMap<>();
    private final Map<String, List<T>> spoken = new HashMap<>();
    private final Map<String, List<T>> fullFolded = new HashMap<>();
    private final Map<String, List<T>> folded = new HashMap<>();

    NameIndex(Collection<T> places, Function<T, String> name, Function<T, String> fullName) {
        index(fullSpoken, places, fullName, PlaceName::spoken);
        index(spoken, places, name, PlaceName::spoken);
        index(fullFolded, places, fullName, PlaceName::folded);
        index(folded, places, name, PlaceName::folded);
    }

    Optional<T> find(String name) {
        var bare = PlaceName.withoutPrefix(name);
        return only(fullSpoken.get(PlaceName.spoken(name)))
                .or(() -> only(spoken.get(PlaceName.spoken(name))))
                .or(() -> only(spoken.get(PlaceName.spoken(bare))))
                .or(() -> only(fullFolded.get(PlaceName.folded(name))))
                .or(() -> only(folded.get(PlaceName.folded(name))))
                .or(() -> only(folded.get(PlaceName.folded(bare))));
    }

    private static <T> void index(
            Map<String, List<T>> index, Collection<T> places, Function<T, String> name, UnaryOperator<String> form) {
        for (var place : places) {
            index.computeIfAbsent(form.apply(name.apply(place)), key -> new ArrayList<>())
                    .add(place);
        }
    }

    private static <T> Optional<T> only(@Nullable List<T> places) {
        return places != null && places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty();
    }
}
