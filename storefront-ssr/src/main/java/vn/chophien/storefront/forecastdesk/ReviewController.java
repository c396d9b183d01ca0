package vn.chophien.storefront.forecastdesk;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.Refusals;
import vn.chophien.storefront.page.TypedText;

/** What an officer says of her draft, and her own figures in the place of the model's. */
@Controller
class ReviewController {
    private static final Pattern POINT = Pattern.compile("replacement\\.points\\[(\\d+)].*");

    /** What the API calls a field, as the form does. */
    private static final Map<String, String> INPUTS = Map.of(
            "annotation_vi", "annotation-vi",
            "annotation_en", "annotation-en",
            "replacement.reason_vi", "reason-vi",
            "replacement.reason_en", "reason-en");

    private final ForecastDeskApi desk;
    private final DraftPages pages;
    private final Messages messages;

    ReviewController(ForecastDeskApi desk, DraftPages pages, Messages messages) {
        this.desk = desk;
        this.pages = pages;
        this.messages = messages;
    }

    /** Keeps what was typed, and offers the draft to the colleagues if that was asked for. */
    @PostMapping(ForecastDeskController.DESK + "/{id}")
    Mono<Answer> review(@PathVariable String id, ServerWebExchange exchange, Language language) {
        return exchange.getFormData()
                .flatMap(form -> desk.find(id).flatMap(draft -> {
                    var typed = DraftView.typed(draft, form);
                    var errors = unreadable(typed, language);
                    return errors.isEmpty()
                            ? keep(typed, TypedText.of(form, "version"), form.containsKey("submit"), language)
                            : pages.draw(typed.with(errors), language).map(Answer.Drawn::invalid);
                }));
    }

    private Mono<Answer> keep(DraftView typed, String version, boolean submit, Language language) {
        var id = typed.draft().id();
        return desk.annotate(id, "\"" + version + "\"", review(typed, language))
                .flatMap(kept -> submit ? desk.submit(id) : Mono.just(kept))
                .<Answer>map(kept -> Answer.redirect(ForecastDeskController.DESK + "/" + id))
                .transform(Refusals.saidOn(problem -> pages.draw(typed.with(inputs(problem)), language)));
    }

    /** What the API could not even be asked about. */
    private FormErrors unreadable(DraftView typed, Language language) {
        var errors = FormErrors.none();
        if (!typed.own()) {
            return errors;
        }
        if (typed.words().reasonVi().isEmpty()) {
            errors = errors.and("reason-vi", messages.format(language, "problem.field.required"));
        }
        for (int index = 0; index < typed.rows().size(); index++) {
            if (typed.rows().get(index).point(language).isEmpty()) {
                errors = errors.and("mean-" + index, messages.format(language, "problem.field.forecast-bounds"));
            }
        }
        return errors;
    }

    private static ForecastDeskApi.Review review(DraftView typed, Language language) {
        var words = typed.words();
        return new ForecastDeskApi.Review(
                orNull(words.annotationVi()),
                orNull(words.annotationEn()),
                typed.own()
                        ? new ForecastDeskApi.Replacement(
                                words.reasonVi(),
                                orNull(words.reasonEn()),
                                typed.rows().stream()
                                        .map(row -> row.point(language))
                                        .flatMap(Optional::stream)
                                        .toList())
                        : null);
    }

    /** The API's field errors at the inputs of the form. */
    private static FormErrors inputs(ApiProblem problem) {
        var errors = FormErrors.none();
        for (var error : FormErrors.of(problem).all()) {
            var point = POINT.matcher(error.field());
            errors = errors.and(
                    point.matches()
                            ? "mean-" + point.group(1)
                            : Objects.requireNonNullElse(INPUTS.get(error.field()), "form"),
                    error.message());
        }
        return errors;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
