package vn.chophien.marketplace.search.lexicon;

import java.time.Instant;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.vietnamese.Lexicon;
import vn.chophien.vietnamese.LexiconCheck;

/** The dictionary of the market's words: which one is in force, and how another one gets there. */
@RestController
@RequestMapping("/api/v1/operator/search/lexicon")
class LexiconController {

    private final LexiconRepository lexicons;

    LexiconController(LexiconRepository lexicons) {
        this.lexicons = lexicons;
    }

    /** The one on its way, else the one in force; version 0 is that of the build. */
    @GetMapping
    Mono<LexiconResource> latest() {
        return lexicons.latest().map(LexiconResource::from).defaultIfEmpty(LexiconResource.ofTheBuild());
    }

    /** The file of the one in force. */
    @GetMapping(value = "/file", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    Mono<String> file() {
        return lexicons.live()
                .flatMap(lexicons::content)
                .switchIfEmpty(Mono.fromCallable(Lexicon::fileOfTheBuild).subscribeOn(Schedulers.boundedElastic()));
    }

    /** Checks the file and, unless only that was asked for, begins to apply it: 202, and the state says how far it is. */
    @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
    Mono<ResponseEntity<LexiconResource>> apply(
            CurrentAccount operator,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @RequestBody String file) {
        return Mono.fromCallable(() -> LexiconCheck.of(file))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(mistakes ->
                        mistakes.isEmpty() ? Mono.just(file) : Mono.error(() -> new LexiconProblem.Invalid(mistakes)))
                .flatMap(sound -> dryRun
                        ? latest().map(ResponseEntity::ok)
                        : lexicons.insert(sound, operator.id())
                                .map(LexiconResource::from)
                                .map(begun -> ResponseEntity.status(HttpStatus.ACCEPTED)
                                        .body(begun)));
    }

    /**
     * @param phase {@code marking}, {@code settling}, {@code cleaning} or {@code live}; from {@code cleaning} on it is in force
     * @param touched how many listings it words otherwise
     */
    record LexiconResource(long version, String phase, long touched, Instant since) {

        static LexiconResource from(AppliedLexicon lexicon) {
            return new LexiconResource(
                    lexicon.version(),
                    lexicon.phase().name().toLowerCase(Locale.ROOT),
                    lexicon.touched(),
                    lexicon.since());
        }

        static LexiconResource ofTheBuild() {
            return new LexiconResource(0, "live", 0, Instant.EPOCH);
        }
    }
}
