package vn.chophien.storefront.bulletin;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.AllPages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;

/** An officer's bulletins: begin, write with a preview, submit, sign, publish. */
@Controller
@RequestMapping("/trade-desk/bulletins")
class DeskBulletinController {
    private static final String PATH = "/trade-desk/bulletins";
    private static final List<String> FIELDS = List.of("title_vi", "title_en", "body_vi", "body_en", "reason");

    private final BulletinDeskApi desk;
    private final BulletinApi bulletins;
    private final BulletinHtml html;
    private final Messages messages;
    private final InstantSource clock;

    DeskBulletinController(
            BulletinDeskApi desk, BulletinApi bulletins, BulletinHtml html, Messages messages, InstantSource clock) {
        this.desk = desk;
        this.bulletins = bulletins;
        this.html = html;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    Mono<Answer> list(@RequestParam(required = false) @Nullable String cursor) {
        return drawList(cursor, new DeskView.NewForm(BulletinApi.Period.WEEK, today(), Set.of()), FormErrors.none())
                .map(answer -> answer);
    }

    @PostMapping
    Mono<Answer> begin(ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(fields -> {
            var series = fields.getOrDefault("series", List.of());
            var date = date(fields.getFirst("date"));
            var form =
                    new DeskView.NewForm(period(fields.getFirst("period")), date.orElse(today()), Set.copyOf(series));
            var errors = FormErrors.none();
            if (date.isEmpty()) {
                errors = errors.and("date", messages.format(language, "bulletindesk.new.date-missing"));
            }
            if (series.isEmpty()) {
                errors = errors.and("series", messages.format(language, "bulletindesk.new.series-missing"));
            }
            if (!errors.isEmpty()) {
                return drawList(null, form, errors).map(Answer.Drawn::invalid);
            }
            return desk.draft(new BulletinDeskApi.NewBulletin(form.period(), form.date(), series))
                    .<Answer>map(draft -> Answer.redirect(PATH + "/" + draft.id()))
                    .onErrorResume(
                            ApiProblem.class,
                            problem -> isRefusal(problem)
                                    ? drawList(null, form, FormErrors.of(problem))
                                            .map(Answer.Drawn::invalid)
                                    : Mono.error(problem));
        });
    }

    /** Begins the next edition of a published bulletin. */
    @PostMapping("/corrections")
    Mono<Answer> correct(ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(fields -> desk.correct(new BulletinDeskApi.NewCorrection(
                        number(fields.getFirst("number")),
                        Objects.requireNonNullElse(fields.getFirst("reason"), "")
                                .strip())))
                .<Answer>map(draft -> Answer.redirect(PATH + "/" + draft.id()))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> isRefusal(problem)
                                ? drawList(
                                                null,
                                                new DeskView.NewForm(BulletinApi.Period.WEEK, today(), Set.of()),
                                                FormErrors.of(problem))
                                        .map(answer -> answer.status(problem.status()))
                                : Mono.error(problem));
    }

    @GetMapping("/{id}")
    Mono<Answer> show(@PathVariable String id, @RequestParam(defaultValue = "false") boolean saved) {
        return drawDraft(id, Map.of(), FormErrors.none(), saved).map(answer -> answer);
    }

    /** Saves what was typed, whatever else the officer asked for. */
    @PostMapping("/{id}")
    Mono<Answer> save(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> {
            var typed = typed(fields);
            var version = Objects.requireNonNullElse(fields.getFirst("version"), "");
            return desk.rewrite(id, version, words(typed))
                    .flatMap(saved -> then(id, tag(saved), Objects.requireNonNullElse(fields.getFirst("action"), "")))
                    .onErrorResume(
                            ApiProblem.class,
                            problem -> isRefusal(problem)
                                    ? drawDraft(id, typed, FormErrors.of(problem), false)
                                            .map(answer -> answer.status(problem.status()))
                                    : Mono.error(problem));
        });
    }

    private Mono<Answer> then(String id, String version, String action) {
        return switch (action) {
            case "submit" -> submitted(id, version);
            case "refresh" -> refreshed(id, version, false);
            case "anew" -> refreshed(id, version, true);
            default -> Mono.just(Answer.redirect(PATH + "/" + id + "?saved=true"));
        };
    }

    private Mono<Answer> submitted(String id, String version) {
        return desk.submit(id, version)
                .<Answer>map(done -> Answer.redirect(PATH + "/" + id))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> problem.is("price-bulletin-incomplete")
                                ? drawDraft(id, Map.of(), FormErrors.of(problem), false)
                                        .map(Answer.Drawn::invalid)
                                : Mono.error(problem));
    }

    private Mono<Answer> refreshed(String id, String version, boolean anew) {
        return desk.refresh(id, version, new BulletinDeskApi.Refresh(anew))
                .map(done -> Answer.redirect(PATH + "/" + id + "?saved=true"));
    }

    /** Signs the version that was on the page. */
    @PostMapping("/{id}/approve")
    Mono<Answer> approve(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(fields -> desk.approve(id, Objects.requireNonNullElse(fields.getFirst("version"), "")))
                .<Answer>map(done -> Answer.redirect(PATH + "/" + id))
                .onErrorResume(ApiProblem.class, problem -> refused(id, Map.of(), problem));
    }

    @PostMapping("/{id}/return")
    Mono<Answer> giveBack(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> {
            var remark =
                    Objects.requireNonNullElse(fields.getFirst("remark"), "").strip();
            return desk.giveBack(id, new BulletinDeskApi.Remark(remark))
                    .<Answer>map(done -> Answer.redirect(PATH + "/" + id))
                    .onErrorResume(ApiProblem.class, problem -> refused(id, Map.of("remark", remark), problem));
        });
    }

    @PostMapping("/{id}/publish")
    Mono<Answer> publish(@PathVariable String id) {
        return desk.publish(id)
                .<Answer>map(done -> Answer.redirect(PATH + "/" + id))
                .onErrorResume(ApiProblem.class, problem -> refused(id, Map.of(), problem));
    }

    @PostMapping("/{id}/discard")
    Mono<Answer> discard(@PathVariable String id) {
        return desk.discard(id)
                .then(Mono.<Answer>fromSupplier(() -> Answer.redirect(PATH)))
                .onErrorResume(ApiProblem.class, problem -> refused(id, Map.of(), problem));
    }

    /** What cannot be done is said above the bulletin as it now is, with what was typed. */
    private Mono<Answer> refused(String id, Map<String, String> typed, ApiProblem problem) {
        return isRefusal(problem)
                ? drawDraft(id, typed, FormErrors.of(problem), false).map(answer -> answer.status(problem.status()))
                : Mono.error(problem);
    }

    private static boolean isRefusal(ApiProblem problem) {
        return problem.status().is4xxClientError()
                && !problem.status().isSameCodeAs(HttpStatus.NOT_FOUND)
                && !problem.status().isSameCodeAs(HttpStatus.UNAUTHORIZED);
    }

    private Mono<Answer.Drawn> drawList(@Nullable String cursor, DeskView.NewForm form, FormErrors errors) {
        return Mono.zip(desk.drafts(cursor), AllPages.of(bulletins::series, BulletinApi.SeriesList::nextCursor))
                .map(found -> new DeskView(
                        found.getT1().items(),
                        found.getT1().nextCursor(),
                        found.getT2().stream()
                                .flatMap(page -> page.items().stream())
                                .toList(),
                        form,
                        errors))
                .map(view -> Answer.page("bulletin/desk", view).cached(Answer.Caching.NEVER));
    }

    private Mono<Answer.Drawn> drawDraft(String id, Map<String, String> typed, FormErrors errors, boolean saved) {
        return desk.find(id).map(answer -> {
            var draft = Objects.requireNonNull(answer.getBody(), "the API answered without a draft");
            var content = Objects.requireNonNull(draft.content(), "only lists come without content");
            var previews = Map.of(
                    Language.VI, html.draw(content.vi().body(), content.vi().figures(), "chart-vi", Language.VI),
                    Language.EN, html.draw(content.en().body(), content.en().figures(), "chart-en", Language.EN));
            return Answer.page("bulletin/draft", new DraftView(draft, tag(answer), typed, previews, errors, saved))
                    .cached(Answer.Caching.NEVER);
        });
    }

    private static String tag(ResponseEntity<?> answer) {
        return Objects.requireNonNullElse(answer.getHeaders().getETag(), "");
    }

    /** Browsers end lines as typewriters do; the API's lines are counted as the officer sees them. */
    private static Map<String, String> typed(MultiValueMap<String, String> fields) {
        var typed = new LinkedHashMap<String, String>();
        for (var field : FIELDS) {
            var value = fields.getFirst(field);
            if (value != null) {
                typed.put(field, value.replace("\r\n", "\n"));
            }
        }
        return typed;
    }

    private static BulletinDeskApi.Words words(Map<String, String> typed) {
        return new BulletinDeskApi.Words(
                typed.getOrDefault("title_vi", ""),
                typed.getOrDefault("title_en", ""),
                typed.getOrDefault("body_vi", ""),
                typed.getOrDefault("body_en", ""),
                typed.get("reason"));
    }

    private static BulletinApi.Period period(@Nullable String text) {
        for (var period : BulletinApi.Period.values()) {
            if (period.name().equals(text)) {
                return period;
            }
        }
        return BulletinApi.Period.WEEK;
    }

    private static Optional<LocalDate> date(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }
}
