package vn.chophien.storefront.tradedesk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import vn.chophien.storefront.api.ApiUnavailable;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.Refusals;
import vn.chophien.storefront.page.TypedText;

/** An officer's prices of the day, and what her colleagues wait for. Whatever she typed is shown again until it is kept. */
@Controller
class EntryController {

    private static final String SETS = "/trade-desk/entry-sets/";
    private static final Pattern FIELD = Pattern.compile("entries\\[(\\d+)]\\.(\\w+)");

    /** What the API calls a field, as the form does; what it names otherwise is about the price. */
    private static final Map<String, String> INPUTS =
            Map.of("confirmed", "seen-", "reason", "reason-", "note", "note-", "source_url", "note-");

    private final EntryApi desk;
    private final Messages messages;

    EntryController(EntryApi desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
    }

    /** A day that has not come has no prices: then it is today's. */
    @GetMapping("/trade-desk")
    Mono<Answer> today(@RequestParam(required = false) @Nullable LocalDate date, Language language) {
        var formats = Formats.of(language);
        return drawDesk(date, formats)
                .onErrorResume(
                        ApiProblem.class,
                        problem -> date != null && problem.is("invalid-request")
                                ? drawDesk(null, formats)
                                : Mono.error(problem))
                .map(answer -> answer);
    }

    @GetMapping("/trade-desk/entry-sets/{id}")
    Mono<Answer> show(@PathVariable String id, Language language) {
        return draw(id, Function.identity(), language).map(answer -> answer);
    }

    @PostMapping("/trade-desk/entry-sets")
    Mono<Answer> draft(ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(form -> save(null, form, desk::draft, language));
    }

    @PostMapping("/trade-desk/entry-sets/{id}/entries")
    Mono<Answer> change(@PathVariable String id, ServerWebExchange exchange, Language language) {
        return exchange.getFormData()
                .flatMap(form ->
                        save(id, form, entries -> desk.replace(id, TypedText.of(form, "version"), entries), language));
    }

    @PostMapping("/trade-desk/entry-sets/{id}/publish")
    Mono<Answer> publish(@PathVariable String id, Language language) {
        return done(id, desk.publish(id).then(), language);
    }

    @PostMapping("/trade-desk/entry-sets/{id}/return")
    Mono<Answer> giveBack(@PathVariable String id, ServerWebExchange exchange, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var remark = TypedText.of(form, "reason");
            if (remark.isEmpty()) {
                var missing = FormErrors.none().and("reason", messages.format(language, "problem.field.required"));
                return draw(id, view -> view.with(missing), language).map(Answer.Drawn::invalid);
            }
            return done(id, desk.giveBack(id, new EntryApi.Return(remark)).then(), language);
        });
    }

    @PostMapping("/trade-desk/entry-sets/{id}/discard")
    Mono<Answer> discard(@PathVariable String id, Language language) {
        return done(id, desk.discard(id), language);
    }

    private Mono<Answer> done(String id, Mono<Void> act, Language language) {
        return act.then(Mono.<Answer>fromSupplier(() -> Answer.redirect(SETS + id)))
                .transform(Refusals.saidOn(problem -> draw(id, view -> view.with(FormErrors.of(problem)), language)));
    }

    /** Keeps what was typed, and offers it for publication if that was asked for. */
    private Mono<Answer> save(
            @Nullable String id,
            MultiValueMap<String, String> form,
            Function<EntryApi.Entries, Mono<EntryApi.EntrySet>> keep,
            Language language) {
        var rows = EntryRow.read(form);
        var typed =
                new EntryView(id, null, TypedText.of(form, "version"), rows, FormErrors.none(), EntryView.Notice.NONE);
        if (typed.filled().isEmpty()) {
            return redraw(typed.with(FormErrors.none().and("form", messages.format(language, "entrydesk.nothing"))))
                    .map(Answer.Drawn::invalid);
        }
        var entries = new EntryApi.Entries(
                typed.filled().stream().map(EntryRow::entry).toList());
        return keep.apply(entries)
                .flatMap(set -> form.containsKey("submit") ? submit(set, language) : kept(set))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> redraw(afterwards(typed, problem, language))
                                .map(answer -> answer.status(problem.status())))
                .onErrorResume(
                        ApiUnavailable.class,
                        away -> redraw(typed.noticed(EntryView.Notice.AWAY))
                                .map(answer -> answer.status(HttpStatus.SERVICE_UNAVAILABLE)));
    }

    private static Mono<Answer> kept(EntryApi.EntrySet set) {
        return Mono.just(Answer.redirect(SETS + set.id()));
    }

    /** The set is kept by now: when it cannot be submitted, it is shown as it is, with what it lacks. */
    private Mono<Answer> submit(EntryApi.EntrySet set, Language language) {
        return desk.submit(set.id(), new EntryApi.Submission(null))
                .flatMap(EntryController::kept)
                .onErrorResume(
                        ApiProblem.class,
                        problem -> Refusals.isOne(problem)
                                ? draw(
                                                set.id(),
                                                view -> view.with(errors(view.rows(), view.kept(), problem, language)),
                                                language)
                                        .map(answer -> answer.status(problem.status()))
                                : kept(set))
                .onErrorResume(ApiUnavailable.class, away -> kept(set));
    }

    private EntryView afterwards(EntryView typed, ApiProblem problem, Language language) {
        if (problem.is("precondition-failed")) {
            return typed.noticed(EntryView.Notice.CONFLICT);
        }
        if (problem.is("price-entry-set-state")) {
            return typed.noticed(EntryView.Notice.CLOSED);
        }
        return Refusals.isOne(problem)
                ? typed.with(errors(typed.rows(), typed.filled(), problem, language))
                : typed.noticed(EntryView.Notice.AWAY);
    }

    /** What the API says of the entries it was sent, at the lines of the form. */
    private FormErrors errors(List<EntryRow> rows, List<EntryRow> sent, ApiProblem problem, Language language) {
        var errors = FormErrors.none();
        for (var error : problem.errors()) {
            var field = FIELD.matcher(error.field());
            if (field.matches() && Integer.parseInt(field.group(1)) < sent.size()) {
                var row = sent.get(Integer.parseInt(field.group(1)));
                errors = errors.and(
                        INPUTS.getOrDefault(field.group(2), "from-") + rows.indexOf(row),
                        messages.format(
                                language,
                                "entrydesk.error.row",
                                Map.of(
                                        "commodity",
                                        row.commodity(),
                                        "place",
                                        row.place(),
                                        "message",
                                        error.message())));
            } else {
                errors = errors.and("form", error.message());
            }
        }
        return errors.isEmpty() ? FormErrors.of(problem) : errors;
    }

    private Mono<Answer.Drawn> drawDesk(@Nullable LocalDate date, Formats formats) {
        return Mono.zip(
                        desk.calendar(),
                        desk.sets(EntryApi.State.DRAFT, null),
                        desk.sets(EntryApi.State.SUBMITTED, null))
                .flatMap(found -> {
                    var day = Objects.requireNonNullElse(date, found.getT1().today());
                    return entry(day, found.getT2(), formats)
                            .map(entry -> DeskView.of(day, found.getT1(), found.getT2(), found.getT3(), entry));
                })
                .map(view -> Answer.page("tradedesk/desk", view).cached(Answer.Caching.NEVER));
    }

    /** The officer's own draft of that day, or what the day still owes. */
    private Mono<EntryView> entry(LocalDate day, EntryApi.EntrySets drafts, Formats formats) {
        return drafts.items().stream()
                .filter(EntryApi.EntrySet::editable)
                .filter(draft -> day.equals(draft.firstDate()) && day.equals(draft.lastDate()))
                .findFirst()
                .map(draft -> view(draft.id(), formats))
                .orElseGet(() -> desk.open(day).map(open -> EntryView.proposed(open, formats)));
    }

    private Mono<EntryView> view(String id, Formats formats) {
        return desk.find(id).flatMap(answer -> {
            var set = Objects.requireNonNull(answer.getBody());
            var version = Objects.requireNonNullElse(answer.getHeaders().getETag(), "");
            var day = set.firstDate();
            return set.editable() && day != null && day.equals(set.lastDate())
                    ? desk.open(day).map(open -> EntryView.of(set, version, open.entries(), formats))
                    : Mono.just(EntryView.of(set, version, List.of(), formats));
        });
    }

    private Mono<Answer.Drawn> draw(String id, Function<EntryView, EntryView> to, Language language) {
        return view(id, Formats.of(language)).map(view -> page(to.apply(view)));
    }

    /** The form as it was typed, beside the set as it now is, if anything answers. */
    private Mono<Answer.Drawn> redraw(EntryView typed) {
        var id = typed.id();
        return (id == null || typed.notice() == EntryView.Notice.AWAY
                        ? Mono.just(typed)
                        : desk.find(id)
                                .map(answer -> typed.beside(
                                        Objects.requireNonNull(answer.getBody()),
                                        Objects.requireNonNullElse(
                                                answer.getHeaders().getETag(), ""))))
                .map(EntryController::page);
    }

    private static Answer.Drawn page(EntryView view) {
        return Answer.page("tradedesk/entryset", view).cached(Answer.Caching.NEVER);
    }
}
