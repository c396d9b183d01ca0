package vn.chophien.storefront.operatordesk;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.page.Answer;

/** Where an operator's day begins. */
@Controller
class OperatorStartController {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorStartController.class);

    private final ObjectProvider<NeedsAttention> sources;

    OperatorStartController(ObjectProvider<NeedsAttention> sources) {
        this.sources = sources;
    }

    @GetMapping("/operator-desk")
    Mono<Answer> start() {
        return Flux.fromStream(sources.orderedStream())
                .flatMapSequential(this::look)
                .collectList()
                .map(looks -> new StartView(
                        looks.stream()
                                .flatMap(Optional::stream)
                                .flatMap(List::stream)
                                .toList(),
                        looks.stream().anyMatch(Optional::isEmpty)))
                .map(view -> Answer.page("operatordesk/start", view).cached(Answer.Caching.NEVER));
    }

    /** One that fails hides nothing of the others, and the page says so. */
    private Mono<Optional<List<NeedsAttention.Item>>> look(NeedsAttention source) {
        return source.look().collectList().map(Optional::of).onErrorResume(failure -> {
            LOG.warn("The operator's desk cannot look for work: {}", failure.toString());
            return Mono.just(Optional.empty());
        });
    }
}
