package vn.chophien.marketplace.pricefeed.bulletin;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.SeriesCode;

/**
 * What the record says in a bulletin's vintage.
 *
 * @param selected the series of the scope, in its order
 * @param others further series that the text names
 * @param alerts what there is to say of alerts on the selection; null where nobody says any
 */
record Evidence(
        Scope scope,
        List<SeriesFigures> selected,
        Map<SeriesCode, SeriesFigures> others,
        @Nullable Alerts alerts) {
    /** Sentences in both languages. */
    record Alerts(List<String> vi, List<String> en) {
        List<String> in(Language language) {
            return language == Language.VI ? vi : en;
        }

        boolean isEmpty() {
            return vi.isEmpty();
        }
    }

    Evidence {
        selected = List.copyOf(selected);
        others = Map.copyOf(others);
    }

    Evidence with(Alerts said) {
        return new Evidence(scope, selected, others, said);
    }

    Optional<SeriesFigures> of(SeriesCode code) {
        return selected.stream()
                .filter(one -> one.series().code().equals(code))
                .findFirst()
                .or(() -> Optional.ofNullable(others.get(code)));
    }

    /** Those that a list of codes names, which all must be known; the selection for none. */
    List<SeriesFigures> of(List<SeriesCode> codes) {
        return codes.isEmpty()
                ? selected
                : codes.stream()
                        .map(code -> of(code).orElseThrow(() -> new IllegalArgumentException("No series " + code)))
                        .toList();
    }

    boolean knows(List<SeriesCode> codes) {
        return codes.stream().map(this::of).allMatch(Optional::isPresent);
    }

    /** Whether any of its prices are invented. */
    boolean isDemonstration() {
        return all().anyMatch(one -> one.series().demonstration());
    }

    Stream<SeriesFigures> all() {
        return Stream.concat(
                selected.stream(),
                others.values().stream()
                        .sorted(Comparator.comparing(one -> one.series().code().value())));
    }
}
