package vn.chophien.marketplace.pricefeed;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;

/** Whether the words of a reader name a series: its commodity, grade, stage, place or code, in either language, with or without marks. */
@Component
class SeriesWords {
    private final SeriesTexts texts;
    /** By internal id. Series never change, and folding names is what takes the time. */
    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    SeriesWords(SeriesTexts texts) {
        this.texts = texts;
    }

    /** Every word must begin a word of the name. */
    boolean name(PriceSeries series, String typed) {
        var name = names.computeIfAbsent(series.id(), id -> " " + named(series));
        var words = FoldedText.fold(typed);
        return words.isEmpty() || Arrays.stream(words.split(" ")).allMatch(word -> name.contains(" " + word));
    }

    private String named(PriceSeries series) {
        return FoldedText.fold(Stream.concat(
                        Stream.of(series.code().value()),
                        Arrays.stream(Language.values())
                                .flatMap(language -> Stream.of(
                                        texts.title(series, language),
                                        texts.province(series.provinceCode(), language))))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ")));
    }
}
