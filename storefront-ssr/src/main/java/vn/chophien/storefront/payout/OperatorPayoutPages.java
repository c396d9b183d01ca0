package vn.chophien.storefront.payout;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.FormKey;

/** Batches of payouts: draft, approval by a second person, the bank's file, and what the bank said. */
@Controller
@RequestMapping("/operator-desk/payouts")
class OperatorPayoutPages {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final OperatorPayoutApi api;

    OperatorPayoutPages(OperatorPayoutApi api) {
        this.api = api;
    }

    @GetMapping
    Mono<Answer> list(@RequestParam(required = false) @Nullable String cursor) {
        return draw(cursor, FormKey.next(), FormErrors.none()).map(answer -> answer);
    }

    @PostMapping
    Mono<Answer> draft(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> text(form, "key"))
                .flatMap(key -> api.draft(key)
                        .<Answer>map(batch -> Answer.redirect("/operator-desk/payouts/" + batch.number()))
                        .onErrorResume(
                                ApiProblem.class,
                                problem -> problem.status().is4xxClientError()
                                        ? draw(null, key, FormErrors.of(problem))
                                                .map(Answer.Drawn::invalid)
                                        : Mono.error(problem)));
    }

    @GetMapping("/{number}")
    Mono<Answer> show(@PathVariable String number) {
        return api.batch(number).map(batch -> page(new BatchView(batch, FormErrors.none(), null, "")));
    }

    @PostMapping("/{number}/approve")
    Mono<Answer> approve(@PathVariable String number) {
        return done(number, null, "", api.approve(number));
    }

    @PostMapping("/{number}/discard")
    Mono<Answer> discard(@PathVariable String number) {
        return done(number, null, "", api.discard(number));
    }

    @PostMapping("/{number}/file")
    Mono<Answer> file(@PathVariable String number) {
        return orRefused(
                number,
                null,
                "",
                api.file(number)
                        .map(text -> Answer.download(text.getBytes(StandardCharsets.UTF_8), number + ".csv", CSV)));
    }

    @PostMapping("/{number}/confirm")
    Mono<Answer> confirmAll(@PathVariable String number, ServerWebExchange exchange) {
        return typed(exchange, "bank_reference")
                .flatMap(typed ->
                        done(number, null, typed, api.confirmAll(number, new OperatorPayoutApi.Confirmation(typed))));
    }

    @PostMapping("/{number}/{reference}/confirm")
    Mono<Answer> confirm(@PathVariable String number, @PathVariable String reference, ServerWebExchange exchange) {
        return typed(exchange, "bank_reference")
                .flatMap(typed -> done(
                        number, reference, typed, api.confirm(reference, new OperatorPayoutApi.Confirmation(typed))));
    }

    @PostMapping("/{number}/{reference}/return")
    Mono<Answer> giveBack(@PathVariable String number, @PathVariable String reference, ServerWebExchange exchange) {
        return typed(exchange, "reason")
                .flatMap(typed ->
                        done(number, reference, typed, api.giveBack(reference, new OperatorPayoutApi.Reason(typed))));
    }

    private Mono<Answer> done(
            String number, @Nullable String reference, String typed, Mono<OperatorPayoutApi.Batch> change) {
        return orRefused(
                number, reference, typed, change.map(batch -> Answer.redirect("/operator-desk/payouts/" + number)));
    }

    /** What a batch refuses is said above it, as it now is, and what was typed stays. */
    private Mono<Answer> orRefused(
            String number, @Nullable String reference, String typed, Mono<? extends Answer> change) {
        return change.<Answer>map(answer -> answer)
                .onErrorResume(
                        ApiProblem.class,
                        problem -> problem.status().is4xxClientError()
                                        && problem.status().value() != 404
                                ? api.batch(number)
                                        .map(batch -> page(new BatchView(
                                                        batch, FormErrors.of(problem), reference, typed))
                                                .invalid())
                                : Mono.error(problem));
    }

    private Mono<Answer.Drawn> draw(@Nullable String cursor, String key, FormErrors errors) {
        return Mono.zip(api.candidates(), api.batches(cursor))
                .map(found -> new BatchesView(
                        found.getT1().items(),
                        found.getT2().items(),
                        found.getT2().nextCursor(),
                        key,
                        errors))
                .map(view -> Answer.page("payout/batches", view).cached(Answer.Caching.NEVER));
    }

    private static Answer.Drawn page(BatchView view) {
        return Answer.page("payout/batch", view).cached(Answer.Caching.NEVER);
    }

    private static Mono<String> typed(ServerWebExchange exchange, String field) {
        return exchange.getFormData().map(form -> text(form, field));
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }
}
