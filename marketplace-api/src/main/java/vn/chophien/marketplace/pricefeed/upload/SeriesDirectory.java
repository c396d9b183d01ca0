package vn.chophien.marketplace.pricefeed.upload;

import static vn.chophien.marketplace.pricefeed.FoldedText.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.place.FormerPlace;
import vn.chophien.marketplace.pricefeed.Commodity;
import vn.chophien.marketplace.pricefeed.FoldedText;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCode;
import vn.chophien.marketplace.pricefeed.Stage;

/**
 * Finds the series a row means, by its code or by the names officers use. It never picks between two: a price in the
 * wrong series is worse than a question.
 */
final class SeriesDirectory {
    private static final Map<Stage, Set<String>> STAGE_WORDS = Map.of(
            Stage.FARM_GATE,
                    Set.of("farm gate", "farmgate", "farm", "tai vuon", "gia tai vuon", "gia thu mua", "thu mua"),
            Stage.WHOLESALE, Set.of("wholesale", "ban buon", "gia ban buon", "ban si", "gia si"),
            Stage.RETAIL, Set.of("retail", "ban le", "gia ban le", "gia le"),
            Stage.WORLD_MARKET, Set.of("world market", "the gioi", "gia the gioi"));
    private static final int SLIPS = 2;
    private static final int LONGEST_NAME = 5;

    private final List<PriceSeries> series;
    private final Function<String, Optional<String>> provinceCodes;
    private final Map<String, Set<String>> formerPlaces;

    /** Knows these series, and by {@code provinceCodes} the code of a province under any name it has had. */
    SeriesDirectory(List<PriceSeries> series, Function<String, Optional<String>> provinceCodes) {
        this(series, provinceCodes, List.of());
    }

    /** Knows besides which provinces the units of before the reform lie in. */
    SeriesDirectory(
            List<PriceSeries> series,
            Function<String, Optional<String>> provinceCodes,
            List<FormerPlace> formerPlaces) {
        this.series = List.copyOf(series);
        this.provinceCodes = provinceCodes;
        this.formerPlaces = formerPlaces.stream()
                .collect(Collectors.groupingBy(
                        former -> fold(former.nameVi()),
                        Collectors.mapping(FormerPlace::provinceCode, Collectors.toSet())));
    }

    /** The one series the row means, or why there is not exactly one. */
    sealed interface Answer {
        record Found(PriceSeries series) implements Answer {}

        /** Found by the name of a place that is part of another one today. */
        record Former(PriceSeries series, Finding finding) implements Answer {}

        record Refused(Finding finding) implements Answer {}
    }

    Answer find(PriceTable.Row row) {
        var code = row.cell(UploadColumn.SERIES);
        return code.isEmpty() ? findByNames(row) : findByCode(code);
    }

    enum Kind {
        STAGE,
        PLACE,
        GRADE,
        COMMODITY
    }

    /** What a name stands for, when it is one of ours. */
    Optional<Kind> kindOf(String name) {
        var wanted = fold(name);
        if (stage(name).isPresent()) {
            return Optional.of(Kind.STAGE);
        }
        if (series.stream()
                .anyMatch(one -> fold(one.placeVi()).equals(wanted)
                        || fold(one.placeEn()).equals(wanted))) {
            return Optional.of(Kind.PLACE);
        }
        if (series.stream().anyMatch(one -> hasGrade(one, name))) {
            return Optional.of(Kind.GRADE);
        }
        if (!commoditiesNamed(name, series).isEmpty()) {
            return Optional.of(Kind.COMMODITY);
        }
        return provinceCodes.apply(name).isPresent() || formerPlaces.containsKey(wanted)
                ? Optional.of(Kind.PLACE)
                : Optional.empty();
    }

    /** The one commodity that a title mentions, by its name or by the first words of it. */
    Optional<String> commodityIn(String text) {
        var words = List.of(fold(text).split(" "));
        for (int length = Math.min(LONGEST_NAME, words.size()); length > 0; length--) {
            for (int at = 0; at + length <= words.size(); at++) {
                var found = commoditiesBeginning(String.join(" ", words.subList(at, at + length)), length > 1);
                if (found.size() == 1) {
                    return Optional.of(found.getFirst().name(Language.VI));
                }
            }
        }
        return Optional.empty();
    }

    private List<Commodity> commoditiesBeginning(String words, boolean inPart) {
        return matching(series.stream().map(PriceSeries::commodity).distinct().toList(), commodity -> {
            var name = fold(commodity.nameVi());
            return name.equals(words) || inPart && name.startsWith(words + " ");
        });
    }

    private Answer findByCode(String text) {
        return SeriesCode.parse(text)
                .flatMap(code -> series.stream()
                        .filter(candidate -> candidate.code().equals(code))
                        .findFirst())
                .<Answer>map(Answer.Found::new)
                .orElseGet(() -> refused(UploadColumn.SERIES, "series-unknown", Map.of("value", text)));
    }

    private Answer findByNames(PriceTable.Row row) {
        var name = row.cell(UploadColumn.COMMODITY);
        if (name.isEmpty()) {
            return refused(UploadColumn.COMMODITY, "commodity-missing", Map.of());
        }
        var stageText = row.cell(UploadColumn.STAGE);
        var stage = stage(stageText);
        if (stage.isEmpty() && !stageText.isEmpty()) {
            return refused(UploadColumn.STAGE, "stage-unknown", Map.of("value", stageText));
        }
        // Officers report their own markets; a world market price is only meant when it is asked for.
        var atStage = series.stream()
                .filter(candidate -> stage.map(wanted -> candidate.stage() == wanted)
                        .orElse(candidate.stage() != Stage.WORLD_MARKET))
                .toList();
        var commodities = commoditiesNamed(name, atStage);
        if (commodities.size() > 1) {
            return refused(
                    UploadColumn.COMMODITY,
                    "commodity-ambiguous",
                    Map.of("value", name, "candidates", list(commodities)));
        }
        if (commodities.isEmpty()) {
            return unknownCommodity(name, atStage);
        }
        var ofCommodity = atStage.stream()
                .filter(candidate -> candidate.commodity().equals(commodities.getFirst()))
                .toList();
        return findByGradeAndPlace(row, ofCommodity);
    }

    private Answer findByGradeAndPlace(PriceTable.Row row, List<PriceSeries> ofCommodity) {
        var grade = row.cell(UploadColumn.GRADE);
        var ofGrade = grade.isEmpty() ? ofCommodity : matching(ofCommodity, candidate -> hasGrade(candidate, grade));
        if (ofGrade.isEmpty()) {
            return refused(UploadColumn.GRADE, "grade-unknown", Map.of("value", grade));
        }
        var place = row.cell(UploadColumn.PLACE);
        if (place.isEmpty()) {
            return ofGrade.size() == 1
                    ? new Answer.Found(ofGrade.getFirst())
                    : refused(UploadColumn.PLACE, "place-missing", Map.of("candidates", places(ofGrade)));
        }
        var atPlace = at(place, ofGrade);
        if (atPlace.isEmpty()) {
            var now = formerly(place, ofGrade);
            if (now.size() == 1) {
                var found = now.getFirst();
                return new Answer.Former(
                        found,
                        Finding.warning(
                                UploadColumn.PLACE, "place-former", Map.of("value", place, "now", found.placeVi())));
            }
            return refused(UploadColumn.PLACE, "place-unknown", Map.of("value", place, "candidates", places(ofGrade)));
        }
        if (atPlace.size() > 1) {
            var codes = atPlace.stream().map(found -> found.code().value()).collect(Collectors.joining(", "));
            return refused(UploadColumn.SERIES, "series-ambiguous", Map.of("candidates", codes));
        }
        return new Answer.Found(atPlace.getFirst());
    }

    /** First the place as the series names it; only else the province, under any name it has had. */
    private List<PriceSeries> at(String place, List<PriceSeries> candidates) {
        var wanted = fold(place);
        var named = matching(
                candidates,
                candidate -> fold(candidate.placeVi()).equals(wanted)
                        || fold(candidate.placeEn()).equals(wanted));
        if (!named.isEmpty()) {
            return named;
        }
        return provinceCodes
                .apply(place)
                .map(code -> matching(candidates, candidate -> code.equals(candidate.provinceCode())))
                .orElse(List.of());
    }

    /** The prices of the provinces in which a unit of before the reform lies today. */
    private List<PriceSeries> formerly(String place, List<PriceSeries> candidates) {
        var codes = formerPlaces.getOrDefault(fold(place), Set.of());
        return matching(candidates, candidate -> {
            var code = candidate.provinceCode();
            return code != null && codes.contains(code);
        });
    }

    private static List<Commodity> commoditiesNamed(String name, List<PriceSeries> candidates) {
        var wanted = fold(name);
        var known = candidates.stream().map(PriceSeries::commodity).distinct().toList();
        var exact = matching(
                known,
                commodity -> fold(commodity.nameVi()).equals(wanted)
                        || fold(commodity.nameEn()).equals(wanted)
                        || commodity.code().equals(name.toUpperCase(Locale.ROOT)));
        if (!exact.isEmpty()) {
            return exact;
        }
        var words = Stream.of(wanted.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
        return words.isEmpty()
                ? List.of()
                : matching(
                        known,
                        commodity -> List.of(fold(commodity.nameVi()).split(" "))
                                        .containsAll(words)
                                || List.of(fold(commodity.nameEn()).split(" ")).containsAll(words));
    }

    private static Answer unknownCommodity(String name, List<PriceSeries> candidates) {
        var wanted = fold(name);
        var near = candidates.stream()
                .map(PriceSeries::commodity)
                .distinct()
                .filter(commodity -> FoldedText.isWithin(SLIPS, fold(commodity.nameVi()), wanted))
                .toList();
        return near.isEmpty()
                ? refused(UploadColumn.COMMODITY, "commodity-unknown", Map.of("value", name))
                : refused(
                        UploadColumn.COMMODITY,
                        "commodity-misspelled",
                        Map.of("value", name, "candidates", list(near)));
    }

    private static Optional<Stage> stage(String text) {
        var wanted = fold(text);
        return STAGE_WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(wanted))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean hasGrade(PriceSeries candidate, String grade) {
        var gradeVi = candidate.gradeVi();
        var gradeEn = candidate.gradeEn();
        return (gradeVi != null && fold(gradeVi).equals(fold(grade)))
                || (gradeEn != null && fold(gradeEn).equals(fold(grade)));
    }

    private static String list(List<Commodity> commodities) {
        return commodities.stream()
                .map(commodity -> commodity.name(Language.VI))
                .collect(Collectors.joining(", "));
    }

    private static String places(List<PriceSeries> candidates) {
        return String.join(
                ", ", candidates.stream().map(PriceSeries::placeVi).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static <T> List<T> matching(List<T> candidates, Predicate<T> test) {
        var matches = new ArrayList<T>();
        for (var candidate : candidates) {
            if (test.test(candidate)) {
                matches.add(candidate);
            }
        }
        return matches;
    }

    private static Answer refused(UploadColumn column, String code, Map<String, Object> arguments) {
        return new Answer.Refused(Finding.error(column, code, arguments));
    }
}
