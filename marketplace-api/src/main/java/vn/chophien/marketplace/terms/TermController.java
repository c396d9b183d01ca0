package vn.chophien.marketplace.terms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.seller.SellerType;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.RequestProblem;

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

    /** What a row of its kind needs is checked here, so that the form can say which field is missing. */
    record NewTerm(
            @NotNull TermKind kind,
            @Nullable SellerType sellerType,
            @Size(max = 200) @Nullable String categoryPath,
            @Min(1) @Max(5) @Nullable Integer ocopStars,
            @Size(max = 60) @Nullable String subject,
            @Min(0) @Max(10_000) @Nullable Integer basisPoints,
            @Min(0) @Nullable Long amount,
            @Min(0) @Nullable Long cap,
            @Nullable String choice,
            @NotBlank @Size(max = 500) String reference,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {

        Term term(LocalDate today) {
            var missing = missing();
            if (missing != null) {
                throw RequestProblem.invalid(new FieldProblem(missing, "required"));
            }
            if (cap != null && cap < (amount == null ? 0 : amount)) {
                throw RequestProblem.invalid(new FieldProblem("cap", "invalid"));
            }
            if (validTo != null && validTo.isBefore(validFrom)) {
                throw RequestProblem.invalid(new FieldProblem("valid_to", "invalid"));
            }
            return new Term(
                    UuidV7.next(),
                    kind,
                    sellerType == null ? null : sellerType.name(),
                    textOrNull(categoryPath),
                    ocopStars,
                    subject == null || subject.isBlank()
                            ? null
                            : subject.strip().toUpperCase(Locale.ROOT),
                    basisPoints,
                    amount,
                    cap,
                    choice,
                    reference.strip(),
                    today,
                    validFrom,
                    validTo);
        }

        private @Nullable String missing() {
            return switch (kind) {
                case COMMISSION, WITHHELD_VAT, WITHHELD_PIT, GATEWAY_FEE, VAT_RATE ->
                    basisPoints == null ? "basis_points" : null;
                case REFUND_COMMISSION, REFUND_GATEWAY_FEE, COD_REMITTANCE ->
                    "PLATFORM".equals(choice) || "SELLER".equals(choice) ? null : "choice";
                case VAT_METHOD -> "CREDIT".equals(choice) || "DIRECT".equals(choice) ? null : "choice";
                case RETURN_WINDOW_DAYS,
                        LEGAL_RETURN_DAYS,
                        SHOP_ANSWER_DAYS,
                        FEE_NOTICE_DAYS,
                        WITHHOLD_ON_DIRECT_MONEY,
                        TAX_RETURN_DUE_DAY,
                        FEE_INVOICE_DUE_DAY -> amount == null ? "amount" : null;
            };
        }

        private static @Nullable String textOrNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }
}
