package vn.chophien.marketplace.settlement.report;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.terms.TermRepository;
import vn.chophien.marketplace.terms.Terms;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

/** The monthly return of withheld tax. The answer masks tax codes; the file for the tax office has them in full. */
@RestController
@RequestMapping("/api/v1/operator/tax-returns")
class TaxReturnController {

    private static final List<String> HEADINGS = List.of(
            "tax_code",
            "seller",
            "seller_type",
            "base",
            "vat",
            "pit",
            "base_back",
            "vat_back",
            "pit_back",
            "vat_due",
            "pit_due");

    private final TaxReturns returns;
    private final TaxReturnFilings filings;
    private final TaxReturnMarking marking;
    private final TermRepository terms;

    TaxReturnController(TaxReturns returns, TaxReturnFilings filings, TaxReturnMarking marking, TermRepository terms) {
        this.returns = returns;
        this.filings = filings;
        this.marking = marking;
        this.terms = terms;
    }

    /** The newest month first. */
    @GetMapping
    Mono<PageResponse<MonthResource>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        var size = PageSizes.checked(pageSize);
        return Mono.zip(
                        returns.months(cursor == null ? null : month(cursor), size)
                                .collectList(),
                        filings.all(),
                        terms.remembered())
                .map(known -> new PageResponse<>(
                        known.getT1().stream()
                                .map(month -> MonthResource.from(
                                        month, known.getT3(), known.getT2().get(month.month())))
                                .toList(),
                        known.getT1().size() < size
                                ? null
                                : Cursor.encode(known.getT1().getLast().month().toString()),
                        null));
    }

    /** Marked again with the same data it stays marked. */
    @PutMapping("/{month}/filing")
    Mono<TaxReturnResource> file(
            @PathVariable YearMonth month, CurrentAccount operator, @Valid @RequestBody NewFiling body) {
        return marking.mark(month, body.filedOn(), body.reference().strip(), operator.id())
                .map(TaxReturnResource::from);
    }

    @GetMapping("/{month}")
    Mono<TaxReturnResource> show(@PathVariable YearMonth month) {
        return returns.of(month).map(TaxReturnResource::from);
    }

    @GetMapping("/{month}/file.csv")
    Mono<ResponseEntity<String>> file(@PathVariable YearMonth month) {
        return returns.of(month)
                .map(found -> Csv.file(
                        "thue-khau-tru-" + month + ".csv",
                        HEADINGS,
                        found.rows().stream()
                                .map(TaxReturnController::cells)
                                .collect(Collectors.toUnmodifiableList())));
    }

    private static List<?> cells(TaxReturn.Row row) {
        return List.of(
                row.taxCode(),
                row.seller(),
                row.sellerType(),
                row.base(),
                row.vat(),
                row.pit(),
                row.baseBack(),
                row.vatBack(),
                row.pitBack(),
                row.vatDue(),
                row.pitDue());
    }

    private static YearMonth month(String cursor) {
        try {
            return YearMonth.parse(Cursor.decode(cursor).getFirst());
        } catch (DateTimeException foreign) {
            throw Cursor.invalid();
        }
    }

    record NewFiling(
            @NotNull LocalDate filedOn,
            @NotBlank @Size(max = 100) String reference) {}

    record MonthResource(
            String month,
            LocalDate dueOn,
            String currency,
            long vatDue,
            long pitDue,
            int sellers,
            @Nullable FilingResource filing) {

        static MonthResource from(TaxReturns.Month month, Terms terms, @Nullable TaxReturnFiling filing) {
            return new MonthResource(
                    month.month().toString(),
                    terms.taxReturnDue(month.month().atDay(1)),
                    LedgerTransaction.CURRENCY,
                    month.vatDue(),
                    month.pitDue(),
                    month.sellers(),
                    filing == null ? null : FilingResource.from(filing));
        }
    }

    /** @param vatDue and {@code pitDue}: what was declared, whatever the books say since */
    record FilingResource(LocalDate filedOn, String reference, long vatDue, long pitDue) {

        static FilingResource from(TaxReturnFiling filing) {
            return new FilingResource(filing.filedOn(), filing.reference(), filing.vatDue(), filing.pitDue());
        }
    }

    record TaxReturnResource(
            String month,
            LocalDate dueOn,
            String currency,
            long vatDue,
            long pitDue,
            List<RowResource> rows,
            @Nullable FilingResource filing) {

        static TaxReturnResource from(TaxReturn found) {
            return new TaxReturnResource(
                    found.month().toString(),
                    found.dueOn(),
                    LedgerTransaction.CURRENCY,
                    found.vatDue(),
                    found.pitDue(),
                    found.rows().stream().map(RowResource::from).toList(),
                    found.filing() == null ? null : FilingResource.from(found.filing()));
        }
    }

    record RowResource(
            String seller,
            String sellerType,
            String taxCode,
            long base,
            long vat,
            long pit,
            long baseBack,
            long vatBack,
            long pitBack,
            long vatDue,
            long pitDue) {

        static RowResource from(TaxReturn.Row row) {
            return new RowResource(
                    row.seller(),
                    row.sellerType(),
                    row.maskedTaxCode(),
                    row.base(),
                    row.vat(),
                    row.pit(),
                    row.baseBack(),
                    row.vatBack(),
                    row.pitBack(),
                    row.vatDue(),
                    row.pitDue());
        }
    }
}
