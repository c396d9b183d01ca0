package vn.chophien.storefront.operatordesk;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.FormKey;

/** Cash that carriers collected: who still has it, and what they handed over. */
@Controller
@RequestMapping("/operator-desk/cod")
class CashPagesController {

    private static final int LARGEST_FILE = 1024 * 1024;

    private final OperatorApi api;
    private final Messages messages;

    CashPagesController(OperatorApi api, Messages messages) {
        this.api = api;
        this.messages = messages;
    }

    @GetMapping
    Mono<Answer> show(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "false") boolean recorded) {
        return draw(cursor, recorded, FormKey.next(), FormErrors.none(), Map.of())
                .map(answer -> answer);
    }

    @PostMapping
    Mono<Answer> record(ServerWebExchange exchange, Language language) {
        return exchange.getMultipartData().flatMap(CashPagesController::read).flatMap(typed -> {
            var errors = errors(typed, language);
            return errors.isEmpty()
                    ? api.record(text(typed, "key"), remittance(typed))
                            .<Answer>map(done -> Answer.redirect("/operator-desk/cod?recorded=true"))
                            .onErrorResume(ApiProblem.class, problem -> refused(problem, typed))
                    : refused(errors, typed);
        });
    }

    /** A form with a file: the file counts before what was pasted. */
    private static Mono<Map<String, String>> read(MultiValueMap<String, Part> parts) {
        var typed = new HashMap<String, String>();
        parts.forEach((name, values) -> {
            if (values.getFirst() instanceof FormFieldPart field) {
                typed.put(name, field.value());
            }
        });
        return parts.getFirst("file") instanceof FilePart file
                        && !file.filename().isEmpty()
                ? DataBufferUtils.join(file.content(), LARGEST_FILE).map(buffer -> {
                    var text = buffer.toString(StandardCharsets.UTF_8);
                    DataBufferUtils.release(buffer);
                    typed.put("rows", text);
                    return typed;
                })
                : Mono.just(typed);
    }

    private FormErrors errors(Map<String, String> typed, Language language) {
        var errors = FormErrors.none();
        for (var field : new String[] {"carrier", "reference", "rows"}) {
            if (text(typed, field).isEmpty()) {
                errors = errors.and(field, messages.format(language, "problem.field.required"));
            }
        }
        if (TypedNumber.date(text(typed, "received_on")).isEmpty()) {
            errors = errors.and("received_on", messages.format(language, "operatordesk.error.date"));
        }
        return TypedNumber.number(text(typed, "amount")).isEmpty()
                ? errors.and("amount", messages.format(language, "operatordesk.error.number"))
                : errors;
    }

    private static OperatorApi.NewRemittance remittance(Map<String, String> typed) {
        return new OperatorApi.NewRemittance(
                text(typed, "carrier"),
                text(typed, "reference"),
                TypedNumber.date(text(typed, "received_on")).orElseThrow(),
                TypedNumber.number(text(typed, "amount")).orElseThrow(),
                text(typed, "rows"));
    }

    private Mono<Answer> refused(ApiProblem problem, Map<String, String> typed) {
        return problem.status().is4xxClientError() ? refused(FormErrors.of(problem), typed) : Mono.error(problem);
    }

    private Mono<Answer> refused(FormErrors errors, Map<String, String> typed) {
        return draw(null, false, text(typed, "key"), errors, typed).map(Answer.Drawn::invalid);
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private Mono<Answer.Drawn> draw(
            @Nullable String cursor, boolean recorded, String key, FormErrors errors, Map<String, String> typed) {
        return Mono.zip(api.outstanding(), api.remittances(cursor))
                .map(found -> new CashView(
                        found.getT1().items(),
                        found.getT2().items(),
                        found.getT2().nextCursor(),
                        recorded,
                        key,
                        errors,
                        typed))
                .map(view -> Answer.page("operatordesk/cod", view).cached(Answer.Caching.NEVER));
    }
}
