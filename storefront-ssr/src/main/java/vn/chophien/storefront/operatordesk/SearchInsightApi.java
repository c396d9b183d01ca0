package vn.chophien.storefront.operatordesk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.Wire;

/** What people search for, and other names that follow from it; {@code lang} is the language of the searches. */
@HttpExchange("/operator/search")
public interface SearchInsightApi {

    @GetExchange("/report")
    Mono<Report> report(@RequestParam int days, @RequestParam String lang);

    @GetExchange("/synonyms")
    Mono<Proposals> proposals(@RequestParam int days, @RequestParam String lang);

    @PostExchange("/synonyms")
    Mono<Void> decide(@RequestBody Decision decision);

    /** Lines of the dictionary's file. */
    @GetExchange(url = "/synonyms/accepted", accept = "text/plain")
    Mono<String> accepted();

    record Report(
            LocalDate from,
            long searches,
            long empty,
            long opens,
            List<Words> top,
            List<Words> without,
            List<Words> unopened) {
        public Report {
            top = Wire.orEmpty(top);
            without = Wire.orEmpty(without);
            unopened = Wire.orEmpty(unopened);
        }
    }

    /** @param place at which what was opened stood on average */
    record Words(
            String words,
            long searches,
            long empty,
            long opens,
            long results,
            @Nullable Long place) {}

    record Proposals(List<Proposal> items) {
        public Proposals {
            items = Wire.orEmpty(items);
        }
    }

    record Proposal(String words, String entry, String reason, long times, String line) {}

    record Decision(String language, String words, String entry, boolean accepted) {}
}
