package vn.chophien.storefront.tradedesk;

import java.util.List;
import java.util.regex.Pattern;
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
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.Refusals;
import vn.chophien.storefront.page.TypedText;

/** An officer's price tables. */
@Controller
class TradeDeskController {

    private static final Pattern COLUMN = Pattern.compile("columns\\[(\\d+)]\\.(of|use)");

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
    Mono<Answer> upload(ServerWebExchange exchange, Language language) {
        return SentTable.of(exchange)
                .flatMap(sent -> sent.isEmpty() ? refused("tradedesk.upload.nothing", sent, language) : upload(sent))
                .onErrorResume(
                        DataBufferLimitException.class,
                        tooMuch -> refused("tradedesk.upload.too-large", null, language));
    }

    @GetMapping("/trade-desk/uploads/{id}")
    Mono<Answer> show(@PathVariable String id) {
        return drawUpload(id, FormErrors.none()).map(answer -> answer);
    }

    /** @param headingLine another line whose headings to go by */
    @GetMapping("/trade-desk/uploads/{id}/columns")
    Mono<Answer> columns(
            @PathVariable String id,
            @RequestParam(name = "heading_line", required = false) @Nullable Integer headingLine) {
        return desk.find(id).flatMap(upload -> {
            var known = upload.layout();
            if (known == null) {
                return Mono.<Answer>just(Answer.redirect("/trade-desk/uploads/" + id));
            }
            return headingLine == null
                    ? Mono.<Answer>just(drawColumns(LayoutView.of(upload, known)))
                    : desk.proposal(id, headingLine)
                            .<Answer>map(proposal -> drawColumns(LayoutView.of(upload, proposal)))
                            .onErrorResume(
                                    ApiProblem.class, problem -> Mono.just(drawColumns(LayoutView.of(upload, known))));
        });
    }

    @PostMapping("/trade-desk/uploads/{id}/columns")
    Mono<Answer> explain(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var sent = LayoutView.read(form);
            return desk.explain(id, TypedText.of(form, "version"), sent)
                    .<Answer>map(read -> Answer.redirect("/trade-desk/uploads/" + id))
                    .onErrorResume(
                            ApiProblem.class, problem -> columnsRefused(id, sent, TypedText.of(form, "date"), problem));
        });
    }

    private Mono<Answer> columnsRefused(String id, TradeDeskApi.NewLayout sent, String date, ApiProblem problem) {
        if (!Refusals.isOne(problem)) {
            return Mono.error(problem);
        }
        return desk.find(id).map(upload -> {
            var known = upload.layout();
            return known == null
                    ? Answer.redirect("/trade-desk/uploads/" + id)
                    : drawColumns(LayoutView.of(upload, known).typed(sent, date, columnErrors(problem)))
                            .status(problem.status());
        });
    }

    /** The API's names of fields as inputs have them: {@code columns[2].of} is {@code of-2}. */
    private static FormErrors columnErrors(ApiProblem problem) {
        var errors = FormErrors.none();
        for (var error : problem.errors()) {
            errors = errors.and(input(error.field()), error.message());
        }
        return errors.isEmpty() ? FormErrors.of(problem) : errors;
    }

    private static String input(String field) {
        var column = COLUMN.matcher(field);
        if (column.matches()) {
            return column.group(2) + "-" + column.group(1);
        }
        return switch (field) {
            case "columns" -> "use-0";
            case "heading_line", "file" -> "form";
            default -> field.replace("fixed.", "");
        };
    }

    private static Answer.Drawn drawColumns(LayoutView view) {
        return Answer.page("tradedesk/columns", view).cached(Answer.Caching.NEVER);
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
                .<Answer>map(upload -> Answer.redirect("/trade-desk/uploads/" + upload.id()
                        + (upload.state() == TradeDeskApi.State.MAPPING ? "/columns" : "")))
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

    private Mono<Answer> refused(String key, @Nullable SentTable sent, Language language) {
        var errors = FormErrors.none().and("file", messages.format(language, key));
        return drawUploads(null, errors, sent == null ? null : sent.pasted()).map(Answer.Drawn::invalid);
    }

    /** What cannot be done to the table any more is said above it, as it now is. */
    private Mono<Answer> conflict(String id, ApiProblem problem) {
        return Refusals.isOne(problem)
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
