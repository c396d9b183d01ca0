package vn.chophien.storefront.payout;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.FormKey;

/** Members, their deliveries, and what of a payout is whose. */
@Controller
@RequestMapping("/seller-desk/members")
class MemberPages {

    private static final int LARGEST_FILE = 1024 * 1024;
    private static final Set<String> DONE = Set.of("added", "left", "entered", "struck");
    private static final List<String> CELLS = List.of("date", "member", "product", "kg", "grade", "price");
    private static final List<String> SPLITTABLE = List.of("SENT", "CONFIRMED");

    private final SellerPayoutApi api;
    private final Documents documents;
    private final Downloads downloads;
    private final InstantSource clock;

    MemberPages(SellerPayoutApi api, Documents documents, Downloads downloads, InstantSource clock) {
        this.api = api;
        this.documents = documents;
        this.downloads = downloads;
        this.clock = clock;
    }

    @GetMapping
    Mono<Answer> show(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String done) {
        return draw(
                        month,
                        Optional.ofNullable(done).filter(DONE::contains),
                        FormKey.next(),
                        FormErrors.none(),
                        Map.of())
                .map(answer -> answer);
    }

    /** A name a line. */
    @PostMapping
    Mono<Answer> add(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var text = form.getFirst("names");
            var names = (text == null ? "" : text)
                    .lines()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            return done(
                    api.add(new SellerPayoutApi.NewMembers(names)), "added", Map.of("names", text == null ? "" : text));
        });
    }

    @PostMapping("/{id}/leave")
    Mono<Answer> leave(@PathVariable String id) {
        return done(api.leave(id), "left", Map.of());
    }

    /** A file, or one delivery typed into the form: to the API both are a table. */
    @PostMapping("/deliveries")
    Mono<Answer> enter(ServerWebExchange exchange) {
        return exchange.getMultipartData()
                .flatMap(parts -> table(parts)
                        .flatMap(table -> done(api.enter(text(parts, "key"), table), "entered", typed(parts))));
    }

    @PostMapping("/deliveries/{id}/strike")
    Mono<Answer> strike(@PathVariable String id) {
        return done(api.strike(id), "struck", Map.of());
    }

    @GetMapping("/statement")
    Mono<Answer> statement(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String payout,
            @RequestParam(required = false) @Nullable String amount) {
        return split(month, payout, amount)
                .<Answer>map(statement -> Answer.page(
                                "payout/memberStatement",
                                new MemberStatementView(statement, Months.of(month, clock), statement.amount()))
                        .cached(Answer.Caching.NEVER))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> refused(problem, month, Map.of("amount", amount == null ? "" : amount)));
    }

    @GetMapping("/statement.csv")
    Mono<Void> statementCsv(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam long amount,
            ServerWebExchange exchange) {
        return downloads.csv(
                exchange,
                "/seller/members/statement.csv?month={month}&amount={amount}",
                Months.of(month, clock).toString(),
                amount);
    }

    @GetMapping("/statement.pdf")
    Mono<ResponseEntity<byte[]>> statementPdf(
            @RequestParam(required = false) @Nullable String month, @RequestParam long amount, Language language) {
        return split(month, null, Long.toString(amount))
                .flatMap(statement -> downloads.pdf(
                        documents.of(statement, language), "members-" + statement.from() + "-" + statement.to()));
    }

    private Mono<SellerPayoutApi.MemberStatement> split(
            @Nullable String month, @Nullable String payout, @Nullable String amount) {
        var one = payout == null || payout.isBlank() ? null : payout;
        return api.memberStatement(
                Months.of(month, clock).toString(), one, one == null ? TypedDong.parse(amount) : null);
    }

    private Mono<Answer> done(Mono<?> change, String what, Map<String, String> typed) {
        return change.then(Mono.<Answer>fromSupplier(() -> Answer.redirect("/seller-desk/members?done=" + what)))
                .onErrorResume(ApiProblem.class, problem -> refused(problem, null, typed));
    }

    private Mono<Answer> refused(ApiProblem problem, @Nullable String month, Map<String, String> typed) {
        return problem.status().is4xxClientError() && problem.status().value() != 404
                ? draw(month, Optional.empty(), typed.getOrDefault("key", FormKey.next()), errors(problem), typed)
                        .map(Answer.Drawn::invalid)
                : Mono.error(problem);
    }

    /** The one row of the form is row 2 of its table. */
    private static FormErrors errors(ApiProblem problem) {
        var errors = FormErrors.of(problem);
        return new FormErrors(errors.all().stream()
                .map(error -> new FormErrors.FormError(
                        error.field().startsWith("rows[2].")
                                ? error.field().substring("rows[2].".length())
                                : error.field().startsWith("rows[") ? "file" : error.field(),
                        error.message()))
                .toList());
    }

    private Mono<Answer.Drawn> draw(
            @Nullable String month, Optional<String> done, String key, FormErrors errors, Map<String, String> typed) {
        var chosen = Months.of(month, clock);
        return Mono.zip(api.members(), api.deliveries(chosen.toString()), api.payouts(null))
                .map(found -> new MembersView(
                        found.getT1().items(),
                        found.getT2().items(),
                        found.getT3().items().stream()
                                .filter(payout -> SPLITTABLE.contains(payout.state()))
                                .toList(),
                        chosen,
                        Months.offered(clock),
                        done,
                        key,
                        errors,
                        typed))
                .map(view -> Answer.page("payout/members", view).cached(Answer.Caching.NEVER));
    }

    private static Mono<byte[]> table(MultiValueMap<String, Part> parts) {
        return parts.getFirst("file") instanceof FilePart file
                        && !file.filename().isEmpty()
                ? DataBufferUtils.join(file.content(), LARGEST_FILE)
                        .map(buffer -> {
                            var bytes = new byte[buffer.readableByteCount()];
                            buffer.read(bytes);
                            DataBufferUtils.release(buffer);
                            return bytes;
                        })
                        .defaultIfEmpty(new byte[0])
                : Mono.fromSupplier(() -> row(parts));
    }

    private static byte[] row(MultiValueMap<String, Part> parts) {
        var row = CELLS.stream()
                .map(cell -> "\"" + text(parts, cell).replace("\"", "\"\"") + "\"")
                .toList();
        return (String.join(";", CELLS) + "\n" + String.join(";", row) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> typed(MultiValueMap<String, Part> parts) {
        var typed = new HashMap<String, String>();
        parts.keySet().forEach(name -> typed.put(name, text(parts, name)));
        return typed;
    }

    private static String text(MultiValueMap<String, Part> parts, String name) {
        return parts.getFirst(name) instanceof FormFieldPart field
                ? field.value().strip()
                : "";
    }
}
