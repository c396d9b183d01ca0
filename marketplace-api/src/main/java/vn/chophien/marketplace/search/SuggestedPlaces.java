package vn.chophien.marketplace.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.place.FormerPlace;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.search.SuggestedLabels.Label;
import vn.chophien.marketplace.search.understanding.Demand;
import vn.chophien.marketplace.search.understanding.Reading;
import vn.chophien.vietnamese.VietnameseText;
import vn.chophien.vietnamese.VietnameseWords;

/** The provinces that what is typed begins, by the name of today, of before the reform of 2025, or that people use. */
@Component
class SuggestedPlaces {

    /** Fewer begin hundreds of names of before the reform. */
    private static final int LETTERS_OF_A_FORMER_NAME = 2;

    private static final int LETTERS_OF_A_DISTRICT = 3;

    private final List<Former> formerPlaces;

    SuggestedPlaces(Places places) {
        this.formerPlaces = places.formerPlaces().stream()
                .sorted(Comparator.comparing((FormerPlace place) -> !place.province()))
                .map(place -> new Former(Label.of(place.provinceCode(), place.nameVi()), place.province()))
                .toList();
    }

    private record Former(Label label, boolean province) {}

    /** @param listed the provinces that have listings */
    List<Suggestions.Place> begunBy(SearchText text, Reading reading, List<Label> listed, int size) {
        var names = listed.stream().collect(Collectors.toMap(Label::value, Label::name, (one, other) -> one));
        var found = new ArrayList<Suggestions.Place>();
        SearchSuggestion.begun(listed, VietnameseWords.split(text.text()), size)
                .forEach(label -> found.add(new Suggestions.Place(label.value(), label.name(), null)));
        former(text, names)
                .filter(place -> found.stream().noneMatch(known -> isToday(known, place)))
                .forEach(found::add);
        named(reading, names)
                .filter(place -> found.stream().noneMatch(known -> known.code().equals(place.code())))
                .forEach(found::add);
        return found.stream().distinct().limit(size).toList();
    }

    /** The province is suggested already, by the name that it has. */
    private static boolean isToday(Suggestions.Place known, Suggestions.Place place) {
        return known.former() == null && known.code().equals(place.code());
    }

    /** “miền Tây”, “Sài Gòn”, “daklak”: where the words name nothing else. */
    private static Stream<Suggestions.Place> named(Reading reading, Map<String, String> names) {
        return reading.terms().isEmpty()
                        && reading.demands().size() == 1
                        && reading.demands().getFirst() instanceof Demand.Place place
                ? place.provinces().stream()
                        .filter(names::containsKey)
                        .map(code -> new Suggestions.Place(
                                code, names.getOrDefault(code, code), otherName(place.typed(), names.get(code))))
                : Stream.empty();
    }

    private Stream<Suggestions.Place> former(SearchText text, Map<String, String> names) {
        var typed = TypedWord.of(VietnameseWords.split(text.text()));
        int letters = text.text().length();
        return formerPlaces.stream()
                .filter(place -> letters >= (place.province() ? LETTERS_OF_A_FORMER_NAME : LETTERS_OF_A_DISTRICT))
                .map(Former::label)
                .filter(label -> names.containsKey(label.value()) && label.beginsWith(typed))
                .map(label -> new Suggestions.Place(
                        label.value(),
                        names.getOrDefault(label.value(), label.value()),
                        otherName(label.name(), names.get(label.value()))));
    }

    /** Null for the same name, however it is parted. */
    private static @Nullable String otherName(String name, @Nullable String today) {
        return today != null && letters(name).equals(letters(today)) ? null : name;
    }

    private static String letters(String name) {
        return VietnameseText.fold(name).replaceAll("[^\\p{L}]", "");
    }
}
