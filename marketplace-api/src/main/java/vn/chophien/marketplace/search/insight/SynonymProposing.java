package vn.chophien.marketplace.search.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.search.insight.SearchCountRepository.FollowedWords;
import vn.chophien.marketplace.search.insight.SearchCountRepository.ReportKind;
import vn.chophien.marketplace.search.insight.SearchCountRepository.WordsReport;
import vn.chophien.marketplace.search.insight.SynonymProposal.Reason;
import vn.chophien.marketplace.search.understanding.QueryReader;
import vn.chophien.vietnamese.VietnameseText;

/** Works out of the counts which words could be other names of what the dictionary has. What was decided is not proposed again. */
@Component
class SynonymProposing {

    private static final int MOST_WORDS = 200;

    private final SearchCountRepository counts;
    private final SynonymRepository decisions;
    private final QueryReader reader;

    SynonymProposing(SearchCountRepository counts, SynonymRepository decisions, QueryReader reader) {
        this.counts = counts;
        this.decisions = decisions;
        this.reader = reader;
    }

    Mono<List<SynonymProposal>> propose(String language, LocalDate from) {
        return Mono.zip(
                        counts.report(ReportKind.EMPTY, language, from, MOST_WORDS)
                                .collectList(),
                        counts.followed(language, from).collectList(),
                        decisions.decided().collectList())
                // Spellings are compared with every name there is: not on the thread that answers buyers.
                .publishOn(Schedulers.boundedElastic())
                .map(found -> propose(language, found.getT1(), found.getT2(), found.getT3()));
    }

    private List<SynonymProposal> propose(
            String language,
            List<WordsReport> empty,
            List<FollowedWords> followed,
            List<SynonymRepository.Decision> decided) {
        Set<List<String>> settled = new HashSet<>();
        decided.forEach(each -> settled.add(List.of(each.language(), each.words(), each.entry())));
        Map<List<String>, SynonymProposal> proposals = new LinkedHashMap<>();
        for (var each : followed) {
            meant(each.next())
                    .map(entry -> new SynonymProposal(language, each.words(), entry, Reason.FOLLOWED, each.times()))
                    .ifPresent(proposal -> proposals.putIfAbsent(key(proposal), proposal));
        }
        for (var each : empty) {
            near(language, each).ifPresent(proposal -> proposals.putIfAbsent(key(proposal), proposal));
        }
        settled.forEach(proposals::remove);
        var sorted = new ArrayList<>(proposals.values());
        sorted.removeIf(proposal -> meant(proposal.words()).isPresent());
        sorted.sort(Comparator.comparing(SynonymProposal::reason)
                .thenComparing(Comparator.comparingLong(SynonymProposal::times).reversed())
                .thenComparing(SynonymProposal::words));
        return sorted;
    }

    private Optional<SynonymProposal> near(String language, WordsReport words) {
        var folded = VietnameseText.hasMarks(words.words())
                ? meant(VietnameseText.fold(words.words()))
                : Optional.<String>empty();
        return folded.map(entry -> new SynonymProposal(language, words.words(), entry, Reason.FOLDED, words.empty()))
                .or(() -> reader.correct(reader.read(words.words()))
                        .flatMap(this::meant)
                        .map(entry ->
                                new SynonymProposal(language, words.words(), entry, Reason.SPELLED, words.empty())));
    }

    private Optional<String> meant(String words) {
        return reader.thing(words);
    }

    private static List<String> key(SynonymProposal proposal) {
        return List.of(proposal.language(), proposal.words(), proposal.entry());
    }
}
