package vn.chophien.marketplace.settlement.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;

/** The monthly return of withheld tax. The answer masks tax codes; the file for the tax office has them in full. */
@RestController
@RequestMapping("/api/v1/operator/tax-returns/{month}")
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

    TaxReturnController(TaxReturns returns) {
        this.returns = returns;
    }

    @GetMapping
    Mono<TaxReturnResource> show(@PathVariable YearMonth month) {
        return returns.of(month).map(TaxReturnResource::from);
    }

    @GetMapping("/file.csv")
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

    record TaxReturnResource(
            String month, LocalDate dueOn, String currency, long vatDue, long pitDue, List<RowResource> rows) {

        static TaxReturnResource from(TaxReturn found) {
            return new TaxReturnResource(
                    found.month().toString(),
                    found.dueOn(),
                    LedgerTransaction.CURRENCY,
                    found.vatDue(),
                    found.pitDue(),
                    found.rows().stream().map(RowResource::from).toList());
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
