package vn.chophien.storefront.transfer;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;

/** Transfers, refunds and statements, on the desk of a shop or of the operator. */
@Controller
class TransferController {

    private static final String DESK = "/{desk:seller-desk|operator-desk}";
    private static final Set<String> DECISIONS = Set.of("ACCEPT", "WAIT", "REFUND", "ASSIGN", "IGNORE");

    /** A little more than the API takes, so that it can say that this is too much. */
    private static final int MOST_BYTES = 2100 * 1024;

    private final TransferApi transfers;
    private final Messages messages;

    TransferController(TransferApi transfers, Messages messages) {
        this.transfers = transfers;
        this.messages = messages;
    }

    @GetMapping(DESK + "/transfers")
    Mono<Answer> list(
            @PathVariable String desk,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String done) {
        return draw(desk, !all, cursor, Optional.ofNullable(done).filter(DECISIONS::contains), null, FormErrors.none())
                .map(answer -> answer);
    }

    @PostMapping(DESK + "/transfers/{id}")
    Mono<Answer> decide(ServerWebExchange exchange, @PathVariable String desk, @PathVariable String id) {
        return exchange.getFormData().flatMap(form -> {
            var decision = new TransferApi.Decision(text(form, "action"), text(form, "number"), text(form, "reason"));
            return transfers
                    .decide(scope(desk), id, id + "-" + decision.action(), decision)
                    .<Answer>map(_ -> Answer.redirect("/" + desk + "/transfers?done=" + decision.action()))
                    .onErrorResume(
                            ApiProblem.class,
                            problem -> isRefusal(problem)
                                    ? draw(desk, true, null, Optional.empty(), id, FormErrors.of(problem))
                                            .map(Answer.Drawn::invalid)
                                    : Mono.error(problem));
        });
    }

    @GetMapping(DESK + "/transfer-refunds")
    Mono<Answer> refunds(
            @PathVariable String desk,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String done) {
        return drawRefunds(desk, !all, cursor, Optional.ofNullable(done), null, FormErrors.none())
                .map(answer -> answer);
    }

    @PostMapping(DESK + "/transfer-refunds/{id}")
    Mono<Answer> refunded(ServerWebExchange exchange, @PathVariable String desk, @PathVariable String id) {
        return exchange.getFormData()
                .flatMap(form -> transfers
                        .refunded(scope(desk), id, id, new TransferApi.Made(text(form, "bank_reference")))
                        .<Answer>map(_ -> Answer.redirect("/" + desk + "/transfer-refunds?done=true"))
                        .onErrorResume(
                                ApiProblem.class,
                                problem -> isRefusal(problem)
                                        ? drawRefunds(desk, true, null, Optional.empty(), id, FormErrors.of(problem))
                                                .map(Answer.Drawn::invalid)
                                        : Mono.error(problem)));
    }

    @PostMapping(DESK + "/bank-statements")
    Mono<Answer> upload(ServerWebExchange exchange, @PathVariable String desk, Language language) {
        return exchange.getMultipartData()
                .flatMap(parts -> parts.getFirst("file") instanceof FilePart file
                                && !file.filename().isEmpty()
                        ? upload(desk, file)
                        : refused(desk, language, "transfer.statement.nothing"))
                .onErrorResume(
                        DataBufferLimitException.class,
                        tooMuch -> refused(desk, language, "transfer.statement.too-large"));
    }

    @GetMapping(DESK + "/bank-statements/{id}")
    Mono<Answer> statement(@PathVariable String desk, @PathVariable String id) {
        return transfers
                .statement(scope(desk), id)
                .map(statement -> drawn("transfer/statement", new StatementView(desk, statement, FormErrors.none())));
    }

    @PostMapping(DESK + "/bank-statements/{id}/apply")
    Mono<Answer> apply(@PathVariable String desk, @PathVariable String id) {
        return transfers.apply(scope(desk), id, id).map(_ -> Answer.redirect("/" + desk + "/bank-statements/" + id));
    }

    private Mono<Answer> upload(String desk, FilePart file) {
        return DataBufferUtils.join(file.content(), MOST_BYTES)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .flatMap(bytes -> transfers.upload(scope(desk), file.filename(), bytes))
                .<Answer>map(statement -> Answer.redirect("/" + desk + "/bank-statements/" + statement.id()))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> isRefusal(problem)
                                ? draw(desk, true, null, Optional.empty(), null, FormErrors.of(problem))
                                        .map(Answer.Drawn::invalid)
                                : Mono.error(problem));
    }

    private Mono<Answer> refused(String desk, Language language, String message) {
        return draw(
                        desk,
                        true,
                        null,
                        Optional.empty(),
                        null,
                        FormErrors.none().and("file", messages.format(language, message)))
                .map(Answer.Drawn::invalid);
    }

    private Mono<Answer.Drawn> draw(
            String desk,
            boolean queued,
            @Nullable String cursor,
            Optional<String> done,
            @Nullable String refused,
            FormErrors errors) {
        return transfers
                .transfers(scope(desk), queued, cursor)
                .map(page -> drawn(
                        "transfer/transfers",
                        new TransfersView(desk, page.items(), page.nextCursor(), queued, done, refused, errors)));
    }

    private Mono<Answer.Drawn> drawRefunds(
            String desk,
            boolean open,
            @Nullable String cursor,
            Optional<String> done,
            @Nullable String refused,
            FormErrors errors) {
        return transfers
                .refunds(scope(desk), open, cursor)
                .map(page -> drawn(
                        "transfer/refunds",
                        new RefundsView(desk, page.items(), page.nextCursor(), open, done, refused, errors)));
    }

    private static Answer.Drawn drawn(String template, Object view) {
        return Answer.page(template, view).cached(Answer.Caching.NEVER);
    }

    /** What the reader can do something about on the same page. */
    private static boolean isRefusal(ApiProblem problem) {
        return problem.status().is4xxClientError()
                && problem.status().value() != 401
                && problem.status().value() != 403;
    }

    private static String scope(String desk) {
        return desk.equals("operator-desk") ? "operator" : "seller";
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }
}
