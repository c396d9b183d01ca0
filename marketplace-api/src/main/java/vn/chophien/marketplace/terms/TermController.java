package vn.chophien.marketplace.terms;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.PageResponse;

/** The terms: everybody reads them, an operator adds rows that begin later. */
@RestController
class TermController {

    private final TermRepository terms;
    private final TermAdding adding;

    TermController(TermRepository terms, TermAdding adding) {
        this.terms = terms;
        this.adding = adding;
    }

    @GetMapping("/api/v1/terms")
    Mono<PageResponse<TermResource>> list(@RequestParam(required = false) @Nullable TermKind kind) {
        var today = adding.today();
        return terms.all()
                .map(all -> PageResponse.whole(all.rows().stream()
                        .filter(term -> kind == null || term.kind() == kind)
                        .map(term -> TermResource.from(term, all, today))
                        .toList()));
    }

    @PostMapping("/api/v1/operator/terms")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<TermResource> add(CurrentAccount operator, @Valid @RequestBody NewTerm body) {
        var term = body.term(adding.today());
        return adding.add(term, operator.id())
                .then(terms.all())
                .map(all -> TermResource.from(term, all, adding.today()));
    }
}
