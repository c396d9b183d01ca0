package vn.chophien.marketplace.settlement.report;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.order.OrderHistory;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.terms.TermRepository;
import vn.chophien.marketplace.web.PageResponse;

/** The data of a month's invoices, for the seller who issues them. */
@RestController
@RequestMapping("/api/v1/seller/money/invoices/{month}")
class InvoiceController {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final List<String> HEADINGS = List.of(
            "number",
            "order_number",
            "delivered_at",
            "buyer",
            "address",
            "payment_method",
            "sku",
            "name",
            "quantity",
            "unit_price",
            "amount",
            "vat_method",
            "vat_class",
            "vat_rate_bp",
            "vat_included",
            "currency");

    private final DatabaseClient database;
    private final OrderHistory orders;
    private final TermRepository terms;

    InvoiceController(DatabaseClient database, OrderHistory orders, TermRepository terms) {
        this.database = database;
        this.orders = orders;
        this.terms = terms;
    }

    @GetMapping
    Mono<PageResponse<InvoiceData>> show(@PathVariable YearMonth month, CurrentSeller seller) {
        return invoices(month, seller).collectList().map(PageResponse::whole);
    }

    /** One row an item, and one for the delivery fee. */
    @GetMapping("/file.csv")
    Mono<ResponseEntity<String>> file(@PathVariable YearMonth month, CurrentSeller seller) {
        return invoices(month, seller)
                .flatMapIterable(InvoiceController::rows)
                .collectList()
                .map(rows -> Csv.file("hoa-don-" + month + ".csv", HEADINGS, rows));
    }

    private Flux<InvoiceData> invoices(YearMonth month, CurrentSeller seller) {
        return database.sql("""
                SELECT order_id, seller_order_id, occurred_at FROM ledger_transaction
                 WHERE seller_id = :seller AND kind = 'DELIVERED' AND occurred_at >= :from AND occurred_at < :until
                 ORDER BY occurred_at, id
                """)
                .bind("seller", seller.sellerId())
                .bind("from", month.atDay(1).atStartOfDay(VIETNAM).toInstant())
                .bind(
                        "until",
                        month.plusMonths(1).atDay(1).atStartOfDay(VIETNAM).toInstant())
                .map(row -> new Completed(
                        new OrderId(Columns.uuid(row, "order_id")),
                        Columns.uuid(row, "seller_order_id"),
                        Columns.instant(row, "occurred_at")))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(done -> orders.find(done.order())
                        .zipWith(terms.remembered())
                        .map(known -> {
                            var part = known.getT1().sellerOrders().stream()
                                    .filter(of -> of.id().value().equals(done.part()))
                                    .findFirst()
                                    .orElseThrow();
                            return InvoiceData.of(known.getT1(), part, done.at(), known.getT2());
                        }));
    }

    private static List<List<?>> rows(InvoiceData invoice) {
        var rows = new ArrayList<List<?>>();
        for (var item : invoice.items()) {
            rows.add(row(
                    invoice,
                    item.sku(),
                    item.name() + " " + item.label(),
                    item.quantity(),
                    item.unitPrice(),
                    item.amount(),
                    item.vatClass(),
                    Objects.requireNonNullElse(item.vatRate(), ""),
                    Objects.requireNonNullElse(item.vatIncluded(), "")));
        }
        if (invoice.shipping() > 0) {
            rows.add(row(invoice, "", "Phí vận chuyển", 1, invoice.shipping(), invoice.shipping(), "", "", ""));
        }
        return rows;
    }

    private static List<?> row(
            InvoiceData invoice,
            String sku,
            String name,
            int quantity,
            long unitPrice,
            long amount,
            String vatClass,
            Object rate,
            Object included) {
        return List.of(
                invoice.number(),
                invoice.orderNumber(),
                invoice.deliveredAt().atZone(VIETNAM).toLocalDateTime().toString(),
                invoice.buyer(),
                invoice.address(),
                invoice.paymentMethod(),
                sku,
                name,
                quantity,
                unitPrice,
                amount,
                invoice.vatMethod(),
                vatClass,
                rate,
                included,
                invoice.currency());
    }

    private record Completed(OrderId order, UUID part, Instant at) {}
}
