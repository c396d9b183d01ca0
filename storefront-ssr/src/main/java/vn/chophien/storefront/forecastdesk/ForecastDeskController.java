package vn.chophien.storefront.forecastdesk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.CallContext;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.TypedText;

/** An officer's forecasts, and what her colleagues wait for. */
@Controller
class ForecastDeskController {
    private static final String DESK = "/trade-desk/forecasts";
    private static final int MOST_SHOWN = 100;
    private static final int ISSUED_SHOWN = 10;
    private static final int CANDIDATES_SHOWN = 20;
    /** Of the past, as many spans of the forecast are drawn before it. */
    private static final int PAST_SPANS = 6;

    private static final Set<Integer> REFUSALS = Set.of(400, 403, 409, 412, 422);
    private static final Pattern POINT = Pattern.compile("replacement\\.points\\[(\\d+)].*");

    /** What the API calls a field, as the form does. */
    private static final Map<String, String> INPUTS = Map.of(
            "annotation_vi", "annotation-vi",
            "annotation_en", "annotation-en",
            "replacement.reason_vi", "reason-vi",
            "replacement.reason_en", "reason-en");

    private final ForecastDeskApi desk;
    private final DraftCharts charts;
    private final Messages messages;

    ForecastDeskController(ForecastDeskApi desk, DraftCharts charts, Messages messages) {
        this.desk = desk;
        this.charts = charts;
        this.messages = messages;
    }

    @GetMapping(DESK)
    Mono<Answer> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer drafted,
            @RequestParam(defaultValue = "0") int remaining) {
        return drawList(cursor, drafted == null ? null : new ForecastsView.Said(drafted, remaining), FormErrors.none())
                .map(answer -> answer);
    }

    /** Drafts a forecast of one series, or of all that have news. */
    @PostMapping(DESK)
    Mono<Answer> draft(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var series = TypedText.of(form, "series");
            return desk.draft(new ForecastDeskApi.NewDrafts(series.isEmpty() ? null : List.of(series)))
                    .flatMap(report -> series.isEmpty() ? drafted(report) : draftedOne(report));
        });
    }

    private static Mono<Answer> drafted(ForecastDeskApi.Drafting report) {
        return Mono.just(
                Answer.redirect(DESK + "?drafted=" + report.drafted().size() + "&remaining=" + report.remaining()));
    }

    private Mono<Answer> draftedOne(ForecastDeskApi.Drafting report) {
        if (!report.drafted().isEmpty()) {
            return Mono.just(
                    Answer.redirect(DESK + "/" + report.drafted().getFirst().id()));
        }
        var errors = FormErrors.none();
        for (var refused : report.refused()) {
            errors = errors.and("form", refused.series().title() + ": " + refused.message());
        }
        return drawList(null, null, errors).map(Answer.Drawn::invalid);
    }

    @PostMapping(DESK + "/submit")
    Mono<Answer> submitAll(ServerWebExchange exchange) {
        return chosen(exchange, desk::submitAll);
    }

    @PostMapping(DESK + "/publish")
    Mono<Answer> publishAll(ServerWebExchange exchange) {
        return chosen(exchange, desk::publishAll);
    }

    private Mono<Answer> chosen(
            ServerWebExchange exchange, Function<ForecastDeskApi.Chosen, Mono<ForecastDeskApi.Drafts>> act) {
        return exchange.getFormData().flatMap(form -> {
            var drafts = form.getOrDefault("draft", List.of());
            return drafts.isEmpty()
                    ? language()
                            .flatMap(language -> drawList(
                                            null,
                                            null,
                                            FormErrors.none()
                                                    .and("form", messages.format(language, "forecastdesk.choose")))
                                    .map(Answer.Drawn::invalid))
                    : act.apply(new ForecastDeskApi.Chosen(drafts))
                            .<Answer>map(done -> Answer.redirect(DESK))
                            .onErrorResume(
                                    ApiProblem.class,
                                    problem -> isRefusal(problem)
                                            ? drawList(null, null, FormErrors.of(problem))
                                                    .map(answer -> answer.status(problem.status()))
                                            : Mono.error(problem));
        });
    }

    @GetMapping(DESK + "/{id}")
    Mono<Answer> show(@PathVariable String id) {
        return draw(id, UnaryOperator.identity()).map(answer -> answer);
    }

    /** Keeps what the officer says of a draft, and offers it to the colleagues if that was asked for. */
    @PostMapping(DESK + "/{id}")
    Mono<Answer> review(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> language()
                        .flatMap(language ->
                                desk.find(id).flatMap(draft -> review(typed(draft, form), form, language))));
    }

    private Mono<Answer> review(DraftView typed, MultiValueMap<String, String> form, Language language) {
        var errors = unreadable(typed, language);
        if (!errors.isEmpty()) {
            return drawn(typed.with(errors), language).map(Answer.Drawn::invalid);
        }
        var id = typed.draft().id();
        return desk.annotate(id, "\"" + TypedText.of(form, "version") + "\"", review(typed, language))
                .flatMap(kept -> form.containsKey("submit") ? desk.submit(id) : Mono.just(kept))
                .<Answer>map(kept -> Answer.redirect(DESK + "/" + id))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> isRefusal(problem)
                                ? drawn(typed.with(inputs(problem)), language)
                                        .map(answer -> answer.status(problem.status()))
                                : Mono.error(problem));
    }

    @PostMapping(DESK + "/{id}/publish")
    Mono<Answer> publish(@PathVariable String id) {
        return done(id, desk.publishAll(new ForecastDeskApi.Chosen(List.of(id))).then());
    }

    @PostMapping(DESK + "/{id}/return")
    Mono<Answer> giveBack(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var reason = TypedText.of(form, "reason");
            return reason.isEmpty()
                    ? language()
                            .flatMap(language -> draw(
                                            id,
                                            view -> view.with(FormErrors.none()
                                                    .and(
                                                            "reason",
                                                            messages.format(language, "problem.field.required"))))
                                    .map(Answer.Drawn::invalid))
                    : done(
                            id,
                            desk.giveBack(id, new ForecastDeskApi.Return(reason))
                                    .then());
        });
    }

    @PostMapping(DESK + "/{id}/discard")
    Mono<Answer> discard(@PathVariable String id) {
        return done(id, desk.discard(id));
    }

    private Mono<Answer> done(String id, Mono<Void> act) {
        return act.then(Mono.<Answer>fromSupplier(() -> Answer.redirect(DESK + "/" + id)))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> isRefusal(problem)
                                ? draw(id, view -> view.with(FormErrors.of(problem)))
                                        .map(answer -> answer.status(problem.status()))
                                : Mono.error(problem));
    }

    private static DraftView typed(ForecastDeskApi.Draft draft, MultiValueMap<String, String> form) {
        return new DraftView(
                draft,
                PointRow.typed(draft, form),
                new DraftView.Words(
                        TypedText.of(form, "annotation-vi"),
                        TypedText.of(form, "annotation-en"),
                        TypedText.of(form, "reason-vi"),
                        TypedText.of(form, "reason-en")),
                form.containsKey("own"),
                null,
                FormErrors.none());
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

    private static boolean isRefusal(ApiProblem problem) {
        return REFUSALS.contains(problem.status().value());
    }

    private Mono<Answer.Drawn> drawList(@Nullable String cursor, ForecastsView.@Nullable Said said, FormErrors errors) {
        return Mono.zip(
                        desk.drafts(ForecastDeskApi.State.SUBMITTED, MOST_SHOWN),
                        desk.drafts(ForecastDeskApi.State.DRAFT, MOST_SHOWN),
                        desk.drafts(ForecastDeskApi.State.PUBLISHED, ISSUED_SHOWN),
                        desk.candidates(cursor, CANDIDATES_SHOWN))
                .map(found -> new ForecastsView(
                        found.getT1().items(),
                        found.getT2().items(),
                        found.getT3().items(),
                        found.getT4(),
                        said,
                        errors))
                .map(view -> Answer.page("forecastdesk/forecasts", view).cached(Answer.Caching.NEVER));
    }

    private Mono<Answer.Drawn> draw(String id, UnaryOperator<DraftView> change) {
        return language()
                .flatMap(language -> desk.find(id)
                        .flatMap(draft -> drawn(change.apply(DraftView.of(draft, Formats.of(language))), language)));
    }

    private Mono<Answer.Drawn> drawn(DraftView view, Language language) {
        var draft = view.draft();
        return desk.observations(draft.series().code(), firstDrawn(draft))
                .map(known -> view.drawn(charts.draw(draft, known.items(), language)))
                .map(shown -> Answer.page("forecastdesk/draft", shown).cached(Answer.Caching.NEVER));
    }

    private static LocalDate firstDrawn(ForecastDeskApi.Draft draft) {
        var span = ChronoUnit.DAYS.between(
                draft.origin(), draft.modelPoints().getLast().date());
        return draft.origin().minusDays(PAST_SPANS * span);
    }

    private static Mono<Language> language() {
        return Mono.deferContextual(context -> Mono.just(context.<CallContext>getOrEmpty(CallContext.class)
                .map(CallContext::language)
                .orElse(Language.VI)));
    }
}
