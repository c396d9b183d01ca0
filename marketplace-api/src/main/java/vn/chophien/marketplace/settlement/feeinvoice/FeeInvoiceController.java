package vn.chophien.marketplace.settlement.feeinvoice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.seller.Sellers;
import vn.chophien.marketplace.settlement.report.Csv;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.RequestProblem;

/** The data of the market's own service invoices, for operators. */
@RestController
@RequestMapping("/api/v1/operator/fee-invoices")
class FeeInvoiceController {

    private static final List<String> HEADINGS = List.of(
            "number",
            "month",
            "seller",
            "tax_code",
            "charged",
            "handed_back",
            "amount",
            "outstanding",
            "paid",
            "due_on",
            "currency");

    private final FeeInvoices invoices;
    private final FeeInvoicing invoicing;
    private final Sellers sellers;

    FeeInvoiceController(FeeInvoices invoices, FeeInvoicing invoicing, Sellers sellers) {
        this.invoices = invoices;
        this.invoicing = invoicing;
        this.sellers = sellers;
    }

    @GetMapping
    Mono<PageResponse<FeeInvoiceResource>> list(@RequestParam YearMonth month, Language language) {
        return resources(month, language).map(PageResponse::whole);
    }

    @GetMapping("/file.csv")
    Mono<ResponseEntity<String>> file(@RequestParam YearMonth month, Language language) {
        return resources(month, language)
                .map(found -> Csv.file(
                        "fee-invoices-" + month + ".csv",
                        HEADINGS,
                        found.stream().map(FeeInvoiceController::row).toList()));
    }

    /** Of a month that is over; what was drawn before stays as it is. */
    @PostMapping("/drawings")
    Mono<PageResponse<FeeInvoiceResource>> draw(
            CurrentAccount operator, @Valid @RequestBody Drawing body, Language language) {
        return invoicing.draw(body.month(), operator.id()).then(Mono.defer(() -> list(body.month(), language)));
    }

    /** A bank reference that was recorded before changes nothing. */
    @PostMapping("/{number}/payments")
    Mono<FeeInvoiceResource> pay(
            @PathVariable String number,
            CurrentAccount operator,
            @Valid @RequestBody FeePayment body,
            Language language) {
        return invoicing
                .pay(number, body.bankReference().strip(), Money.vnd(body.amount()), operator.id())
                .flatMap(invoice -> sellers.find(invoice.seller())
                        .map(seller -> FeeInvoiceResource.from(invoice, seller, language))
                        .switchIfEmpty(Mono.error(RequestProblem::notFound)));
    }

    private Mono<List<FeeInvoiceResource>> resources(YearMonth month, Language language) {
        return invoices.of(month)
                .collectList()
                .flatMap(found -> sellers.findAll(
                                found.stream().map(FeeInvoice::seller).toList())
                        .collectMap(Seller::id)
                        .map(shops -> found.stream()
                                .map(invoice -> FeeInvoiceResource.from(invoice, shops.get(invoice.seller()), language))
                                .toList()));
    }

    private static List<?> row(FeeInvoiceResource invoice) {
        return Arrays.asList(
                invoice.number(),
                invoice.month(),
                invoice.shopName(),
                invoice.taxCode(),
                invoice.charged(),
                invoice.handedBack(),
                invoice.amount(),
                invoice.outstanding(),
                invoice.paid(),
                invoice.dueOn(),
                invoice.currency());
    }

    record Drawing(@NotNull YearMonth month) {}

    record FeePayment(
            @NotBlank @Size(max = 60) String bankReference,
            @NotNull @Min(1) Long amount) {}

    /** @param outstanding at the end of the month; later sales are set off against it, and transfers count as paid */
    record FeeInvoiceResource(
            String number,
            YearMonth month,
            @Nullable String shopSlug,
            @Nullable String shopName,
            @Nullable String taxCode,
            long charged,
            long handedBack,
            long amount,
            long outstanding,
            long paid,
            LocalDate dueOn,
            String currency) {

        static FeeInvoiceResource from(FeeInvoice invoice, @Nullable Seller seller, Language language) {
            var taxCode = seller == null ? null : seller.taxCode();
            return new FeeInvoiceResource(
                    invoice.number(),
                    invoice.month(),
                    seller == null ? null : seller.slug(),
                    seller == null ? null : seller.name(language),
                    taxCode == null ? null : taxCode.display(),
                    invoice.charged().minor(),
                    invoice.handedBack().minor(),
                    invoice.amount().minor(),
                    invoice.outstanding().minor(),
                    invoice.paid().minor(),
                    invoice.dueOn(),
                    invoice.charged().currencyCode());
        }
    }
}
