package vn.chophien.storefront.tradedesk;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.CallContext;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;

/** An officer's price tables. */
@Controller
class TradeDeskController {

    private static final Set<Integer> REFUSALS = Set.of(403, 409, 422);

    private final TradeDeskApi desk;
    private final WebClient api;
    private final Messages messages;

    TradeDeskController(TradeDeskApi desk, WebClient apiClient, Messages messages) {
        this.desk = desk;
        this.api = apiClient;
        this.messages = messages;
    }

    @GetMapping("/trade-desk/uploads")
    Mono<Answer> uploads(@RequestParam(required = false) @Nullable String cursor) {
        return drawUploads(cursor, FormErrors.none(), null).map(answer -> answer);
    }

    @PostMapping("/trade-desk/uploads")
    Mono<Answer> upload(ServerWebExchange exchange) {
        return SentTable.of(exchange)
                .flatMap(sent -> sent.isEmpty() ? refused("tradedesk.upload.nothing", sent) : upload(sent))
                .onErrorResume(DataBufferLimitException.class, tooMuch -> refused("tradedesk.upload.too-large", null));
    }

    @GetMapping("/trade-desk/uploads/{id}")
    Mono<Answer> show(@PathVariable String id) {
        return drawUpload(id, FormErrors.none()).map(answer -> answer);
    }

    @PostMapping("/trade-desk/uploads/{id}/submit")
    Mono<Answer> submit(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form ->
                        new TradeDeskApi.Submission(form.containsKey("confirmed"), reason(form.getFirst("reason"))))
                .flatMap(submission -> desk.submit(id, submission))
                .<Answer>map(submitted -> Answer.redirect("/trade-desk/uploads/" + id))
                .onErrorResume(ApiProblem.class, problem -> conflict(id, problem));
    }

    private static @Nullable String reason(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @PostMapping("/trade-desk/uploads/{id}/publish")
    Mono<Answer> publish(@PathVariable String id) {
        return desk.publish(id)
                .<Answer>map(published -> Answer.redirect("/trade-desk/uploads/" + id))
                .onErrorResume(ApiProblem.class, problem -> conflict(id, problem));
    }

    @PostMapping("/trade-desk/uploads/{id}/discard")
    Mono<Answer> discard(@PathVariable String id) {
        return desk.discard(id)
                .then(Mono.<Answer>fromSupplier(() -> Answer.redirect("/trade-desk/uploads")))
                .onErrorResume(ApiProblem.class, problem -> conflict(id, problem));
    }

    /** A table to fill in, with the last prices; made fresh each time. */
    @GetMapping("/trade-desk/template.csv")
    Mono<Void> template(ServerWebExchange exchange) {
        return api.get().uri("/prices/uploads/template.csv").exchangeToMono(answer -> {
            var headers = exchange.getResponse().getHeaders();
            headers.setContentType(MediaType.parseMediaType("text/csv;charset=UTF-8"));
            headers.setContentDisposition(
                    ContentDisposition.attachment().filename("prices.csv").build());
            headers.setCacheControl("no-store");
            return exchange.getResponse().writeWith(answer.bodyToFlux(DataBuffer.class));
        });
    }

    private Mono<Answer> upload(SentTable sent) {
        return desk.upload(sent.fileName(), sent.bytes())
                .<Answer>map(upload -> Answer.redirect("/trade-desk/uploads/" + upload.id()))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> isAboutTheTable(problem)
                                ? drawUploads(null, FormErrors.of(problem), sent.pasted())
                                        .map(Answer.Drawn::invalid)
                                : Mono.error(problem));
    }

    private static boolean isAboutTheTable(ApiProblem problem) {
        return problem.is("unreadable-price-file")
                || problem.is("price-file-too-large")
                || problem.is("content-too-large");
    }

    private Mono<Answer> refused(String key, @Nullable SentTable sent) {
        return Mono.deferContextual(context -> {
            var language = context.<CallContext>getOrEmpty(CallContext.class)
                    .map(CallContext::language)
                    .orElse(Language.VI);
            var errors = FormErrors.none().and("file", messages.format(language, key));
            return drawUploads(null, errors, sent == null ? null : sent.pasted())
                    .map(Answer.Drawn::invalid);
        });
    }

    /** What cannot be done to the table any more is said above it, as it now is. */
    private Mono<Answer> conflict(String id, ApiProblem problem) {
        return REFUSALS.contains(problem.status().value())
                ? drawUpload(id, FormErrors.of(problem)).map(answer -> answer.status(problem.status()))
                : Mono.error(problem);
    }

    private Mono<Answer.Drawn> drawUploads(@Nullable String cursor, FormErrors errors, @Nullable String pasted) {
        return desk.uploads(cursor)
                .map(uploads -> new UploadsView(List.copyOf(uploads.items()), uploads.nextCursor(), errors, pasted))
                .map(view -> Answer.page("tradedesk/uploads", view).cached(Answer.Caching.NEVER));
    }

    private Mono<Answer.Drawn> drawUpload(String id, FormErrors errors) {
        return desk.find(id)
                .map(upload -> Answer.page("tradedesk/upload", new UploadView(upload, errors))
                        .cached(Answer.Caching.NEVER));
    }
}
