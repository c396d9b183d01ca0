package vn.chophien.marketplace.search.insight;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.search.insight.SearchCountRepository.ReportKind;
import vn.chophien.marketplace.search.insight.SearchCountRepository.WordsReport;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** What people search for and do not find, and other names that follow from it. */
@RestController
@RequestMapping("/api/v1/operator/search")
class SearchInsightController {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int LONGEST = 365;
    private static final int MOST = 50;

    private final SearchCountRepository counts;
    private final SynonymProposing proposing;
    private final SynonymRepository decisions;
    private final InstantSource clock;

    SearchInsightController(
            SearchCountRepository counts,
            SynonymProposing proposing,
            SynonymRepository decisions,
            InstantSource clock) {
        this.counts = counts;
        this.proposing = proposing;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The last so many days of one language. */
    @GetMapping("/report")
    Mono<Report> report(@RequestParam(defaultValue = "30") int days, Language language) {
        var from = from(days);
        return Mono.zip(
                        counts.sums(language.tag(), from),
                        list(ReportKind.TOP, language, from),
                        list(ReportKind.EMPTY, language, from),
                        list(ReportKind.UNOPENED, language, from))
                .map(found -> new Report(
                        from,
                        found.getT1().searches(),
                        found.getT1().empty(),
                        found.getT1().opens(),
                        found.getT2(),
                        found.getT3(),
                        found.getT4()));
    }

    @GetMapping("/synonyms")
    Mono<Proposals> proposals(@RequestParam(defaultValue = "90") int days, Language language) {
        return proposing
                .propose(language.tag(), from(days))
                .map(found -> new Proposals(found.stream()
                        .map(each -> new ProposalResource(
                                each.words(), each.entry(), each.reason().name(), each.times(), each.line()))
                        .toList()));
    }

    /** Accepts words as another name of an entry, or turns them down; either way they are not proposed again. */
    @PostMapping("/synonyms")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> decide(CurrentAccount operator, @Valid @RequestBody DecisionRequest body) {
        return decisions.decide(
                new SynonymRepository.Decision(body.language(), body.words(), body.entry(), body.accepted()),
                operator.id());
    }

    /** What was accepted, as lines of the dictionary's file: each says which line its names belong on. */
    @GetMapping(value = "/synonyms/accepted", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    Mono<String> accepted() {
        return decisions
                .decided()
                .filter(SynonymRepository.Decision::accepted)
                .map(each -> SynonymProposal.line(each.entry(), each.language(), each.words()) + "\n")
                .collectList()
                .map(lines -> String.join("", lines));
    }

    private Mono<List<WordsResource>> list(ReportKind kind, Language language, LocalDate from) {
        return counts.report(kind, language.tag(), from, MOST)
                .map(WordsResource::from)
                .collectList();
    }

    private LocalDate from(int days) {
        if (days < 1 || days > LONGEST) {
            throw RequestProblem.invalid(new FieldProblem("days", "too-large", Map.of("max", LONGEST)));
        }
        return LocalDate.ofInstant(clock.instant(), VIETNAM).minusDays(days - 1L);
    }

    /** @param unopened found, searched for often and hardly ever opened */
    record Report(
            LocalDate from,
            long searches,
            long empty,
            long opens,
            List<WordsResource> top,
            List<WordsResource> without,
            List<WordsResource> unopened) {}

    /**
     * @param results of a search on average
     * @param place at which what was opened stood on average; null when nothing was
     */
    record WordsResource(
            String words,
            long searches,
            long empty,
            long opens,
            long results,
            @Nullable Long place) {

        static WordsResource from(WordsReport report) {
            return new WordsResource(
                    report.words(),
                    report.searches(),
                    report.empty(),
                    report.opens(),
                    Math.round((double) report.results() / Math.max(1, report.searches())),
                    report.opens() == 0 ? null : Math.round((double) report.depth() / report.opens()));
        }
    }

    record Proposals(List<ProposalResource> items) {}

    /** @param line in the form of the dictionary's file */
    record ProposalResource(String words, String entry, String reason, long times, String line) {}

    record DecisionRequest(
            @NotBlank @Pattern(regexp = "vi|en") String language,
            @NotBlank @Size(max = 80) String words,
            @NotBlank @Size(max = 80) String entry,
            @NotNull Boolean accepted) {}
}
