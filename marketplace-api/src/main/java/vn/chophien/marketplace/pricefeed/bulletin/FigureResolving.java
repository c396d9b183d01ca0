package vn.chophien.marketplace.pricefeed.bulletin;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.bulletin.Directive.Reading;
import vn.chophien.marketplace.pricefeed.bulletin.DirectiveScan.Place;

/** Reads what a text asks for and binds it. */
@Component
class FigureResolving {
    private final EvidenceReading reading;
    private final FigureBinding binding;

    FigureResolving(EvidenceReading reading, FigureBinding binding) {
        this.reading = reading;
        this.binding = binding;
    }

    Mono<FigureBinding.Resolved> resolve(Scope scope, String text, Language language) {
        var places = DirectiveScan.places(text);
        return reading.read(scope, directives(places)).map(evidence -> binding.bind(evidence, places, language));
    }

    private static List<Directive> directives(List<Place> places) {
        return places.stream()
                .mapMulti((Place place, Consumer<Directive> sink) -> {
                    if (place.reading() instanceof Reading.Understood understood) {
                        sink.accept(understood.directive());
                    }
                })
                .toList();
    }
}
