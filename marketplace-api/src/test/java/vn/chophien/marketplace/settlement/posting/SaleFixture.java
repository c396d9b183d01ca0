package vn.chophien.marketplace.settlement.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.fulfillment.ShippingOption;
import vn.chophien.marketplace.fulfillment.ShippingService;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.Actor;
import vn.chophien.marketplace.order.Contact;
import vn.chophien.marketplace.order.DeliveryAddress;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.OrderLine;
import vn.chophien.marketplace.order.OrderNumber;
import vn.chophien.marketplace.order.OrderPayment;
import vn.chophien.marketplace.order.Reduction;
import vn.chophien.marketplace.order.ReductionId;
import vn.chophien.marketplace.order.SellerIdentity;
import vn.chophien.marketplace.order.SellerOrder;
import vn.chophien.marketplace.order.SellerOrderFact;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.order.SellerOrderState;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.PaymentMethod;
import vn.chophien.marketplace.payment.RefundKey;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.PartBook;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;
import vn.chophien.marketplace.settlement.ledger.TransactionSubject;
import vn.chophien.marketplace.terms.Term;
import vn.chophien.marketplace.terms.TermKind;
import vn.chophien.marketplace.terms.Terms;
import vn.chophien.marketplace.web.PhoneNumber;

/** One seller order from payment to refund, with books of its own in memory that post each key once. */
final class SaleFixture {

    static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);

    private static final Instant PLACED = Instant.parse("2026-11-22T02:00:00Z");

    final SellerId shop = SellerId.generate();
    private final OrderId order = OrderId.generate();
    private final SellerOrderId part = SellerOrderId.generate();
    private final PaymentMethod method;
    private final String sellerType;
    private final LedgerAccount place;
    private final List<Term> terms = new ArrayList<>();
    private final List<Money> lines;
    private final Money shipping;
    private final List<Reduction> reductions = new ArrayList<>();
    private final Map<String, LedgerTransaction> posted = new LinkedHashMap<>();
    private final Map<ReductionId, Money> owed = new HashMap<>();
    private int clock;
    private boolean delivered;
    private List<MoneyShare.Held> held;
    private final Set<Integer> ahead = new HashSet<>();
    private final Set<ReductionId> refunded = new HashSet<>();
    private Money leftAtPlatform = Money.vnd(0);

    SaleFixture(PaymentMethod method, String sellerType, @Nullable String carrier, List<Long> lines, long shipping) {
        this.method = method;
        this.sellerType = sellerType;
        this.lines = lines.stream().map(Money::vnd).toList();
        this.shipping = Money.vnd(shipping);
        this.place = switch (method) {
            case CARD -> LedgerAccount.of(AccountKind.GATEWAY);
            case VIETQR -> carrier == null ? LedgerAccount.cashOf(shop) : LedgerAccount.of(AccountKind.BANK);
            case COD -> carrier == null ? LedgerAccount.cashOf(shop) : LedgerAccount.carrier(carrier);
        };
        this.held = List.of(
                method == PaymentMethod.COD
                        ? MoneyShare.Held.atTheDoor(place, Money.vnd(0))
                        : MoneyShare.Held.paid(place, goods().plus(this.shipping)));
        term(TermKind.COMMISSION, null, null, 500, null);
        term(TermKind.WITHHELD_VAT, "HO_KINH_DOANH", "GOODS", 100, null);
        term(TermKind.WITHHELD_PIT, "HO_KINH_DOANH", "GOODS", 50, null);
        term(TermKind.WITHHELD_VAT, "HTX", null, 0, null);
        term(TermKind.WITHHELD_PIT, "HTX", null, 0, null);
    }

    /** Cash that came in with several parcels: by carrier, or by the shop itself where there is no name. */
    SaleFixture parcels(List<Parcel> parcels) {
        if (method == PaymentMethod.COD && !parcels.isEmpty()) {
            held = parcels.stream()
                    .map(parcel -> MoneyShare.Held.atTheDoor(
                            parcel.carrier().isEmpty()
                                    ? LedgerAccount.cashOf(shop)
                                    : LedgerAccount.carrier(parcel.carrier()),
                            Money.vnd(parcel.collected())))
                    .toList();
        }
        return this;
    }

    record Parcel(String carrier, long collected) {}

    SaleFixture term(
            TermKind kind,
            @Nullable String type,
            @Nullable String subject,
            @Nullable Integer rate,
            @Nullable String choice) {
        terms.add(new Term(
                UUID.randomUUID(),
                kind,
                type,
                null,
                null,
                subject,
                rate,
                null,
                null,
                choice,
                "Thử",
                BEGIN,
                BEGIN,
                null));
        return this;
    }

    Money goods() {
        return lines.stream().reduce(Money.vnd(0), Money::plus);
    }

    Money due() {
        return reductions.stream().map(Reduction::amount).reduce(goods().plus(shipping), Money::minus);
    }

    /** What carriers collected for the platform, of what is due now. */
    Money collectedByCarriers() {
        return method == PaymentMethod.COD
                ? MoneyShare.of(new SaleLines(List.of(), due()), held).stream()
                        .filter(share -> !share.isDirect())
                        .map(MoneyShare::total)
                        .reduce(Money.vnd(0), Money::plus)
                : Money.vnd(0);
    }

    Money goodsDue() {
        return reductions.stream().map(Reduction::goods).reduce(goods(), Money::minus);
    }

    Money shippingDue() {
        return due().minus(goodsDue());
    }

    List<SellerOrderFact> pay() {
        if (method == PaymentMethod.COD) {
            return List.of();
        }
        var payment = PaymentId.generate();
        var total = goods().plus(shipping);
        post(MoneyPosting.captured(payment, total, place, TransactionSubject.of(order), now()));
        return List.of(new SellerOrderFact.Paid(order(), part(), total, now()));
    }

    /** A parcel arrives and others do not yet. */
    SellerOrderFact collect(int parcel) {
        ahead.add(parcel);
        return new SellerOrderFact.Collected(order(), part(), parcel, now());
    }

    /** A carrier hands some of its cash over. */
    void remit(String carrier, long amount) {
        post(LedgerTransaction.of(
                        "remitted:" + posted.size(),
                        TransactionKind.REMITTED,
                        TransactionSubject.of(order(), part()),
                        now())
                .move(
                        LedgerAccount.of(AccountKind.BANK),
                        LedgerAccount.carrier(carrier),
                        Purpose.REMITTANCE,
                        Money.vnd(amount))
                .build());
    }

    SellerOrderFact deliver() {
        delivered = true;
        leftAtPlatform = collectedByCarriers();
        return new SellerOrderFact.Delivered(order(), part(), now());
    }

    /** As the order would: before delivery cash on delivery pays nothing back. */
    SellerOrderFact reduce(SellerOrderFact.Cause cause, long goods, long shipping) {
        var repayment = method == PaymentMethod.COD && !delivered ? 0 : goods + shipping;
        var reduction = new Reduction(
                ReductionId.generate(),
                cause,
                List.of(),
                Money.vnd(goods),
                Money.vnd(shipping),
                Money.vnd(repayment),
                Actor.SELLER,
                null,
                null,
                now());
        reductions.add(reduction);
        owed.put(reduction.id(), reduction.repayment());
        return new SellerOrderFact.Reduced(
                order(),
                part(),
                reduction.id(),
                cause,
                reduction.goods(),
                reduction.shipping(),
                reduction.repayment(),
                reduction.at());
    }

    /** The money of every reduction reaches the buyer. */
    void refundAll() {
        owed.forEach((reduction, amount) -> {
            if (!amount.isPositive() || !refunded.add(reduction)) {
                return;
            }
            if (method != PaymentMethod.COD) {
                refund(reduction.refundKey(), amount, place);
                return;
            }
            var ofPlatform = amount.compareTo(leftAtPlatform) > 0 ? leftAtPlatform : amount;
            leftAtPlatform = leftAtPlatform.minus(ofPlatform);
            refund(reduction.refundKey(), ofPlatform, LedgerAccount.of(AccountKind.BANK));
            refund(reduction.refundKey().ofShop(), amount.minus(ofPlatform), LedgerAccount.cashOf(shop));
        });
    }

    private void refund(RefundKey key, Money amount, LedgerAccount from) {
        if (amount.isPositive()) {
            post(MoneyPosting.refunded(
                    new PayableId(order.value()),
                    key,
                    amount,
                    from,
                    TransactionSubject.of(order(), part()),
                    book(),
                    now()));
        }
    }

    void refundUnwanted(Money amount) {
        post(MoneyPosting.returned(
                new PayableId(order.value()),
                new RefundKey("late-1"),
                amount,
                place,
                TransactionSubject.of(order),
                now()));
    }

    /** Answers whether anything was posted. */
    boolean hear(SellerOrderFact fact) {
        return SalePosting.of(fact, book(), new Circumstances(new Terms(terms), Map.of(), heldFor(fact)))
                .map(this::post)
                .orElse(false);
    }

    private List<MoneyShare.Held> heldFor(SellerOrderFact fact) {
        var known = new ArrayList<MoneyShare.Held>();
        for (var parcel = 1; parcel <= held.size(); parcel++) {
            var cash = held.get(parcel - 1);
            if (!(fact instanceof SellerOrderFact.Collected collected) || collected.parcel() == parcel) {
                known.add(ahead.contains(parcel) ? MoneyShare.Held.paid(cash.place(), cash.amount()) : cash);
            }
        }
        return known;
    }

    private boolean post(LedgerTransaction transaction) {
        return posted.putIfAbsent(transaction.key(), transaction) == null;
    }

    PartBook book() {
        return PartBook.of(List.copyOf(posted.values()));
    }

    long balance(AccountKind kind) {
        return book().balance(kind).minor();
    }

    /** What each carrier has. */
    Map<String, Long> carriers() {
        return book().sums().stream()
                .filter(sum -> sum.account().kind() == AccountKind.CARRIER)
                .collect(Collectors.groupingBy(
                        sum -> Objects.requireNonNull(sum.account().owner()),
                        Collectors.summingLong(PartBook.Sum::amount)));
    }

    boolean isInOnePlace() {
        return held.stream().map(MoneyShare.Held::place).distinct().count() == 1;
    }

    private Instant now() {
        return PLACED.plusSeconds(++clock);
    }

    private Order order() {
        var nothing = Money.vnd(0);
        return new Order(
                order,
                new OrderNumber("DH2611220001"),
                null,
                "token",
                new Contact("Nguyễn Thị Thử", new PhoneNumber("0912345678"), null),
                new DeliveryAddress("66", "Đắk Lắk", "Dak Lak", "24133", "Xã Cư M’gar", "Cu M’gar", "Thôn 3"),
                null,
                Language.VI,
                new OrderPayment(method, null, null, null, nothing, null, null, nothing, nothing, List.of()),
                List.of(part()),
                PLACED);
    }

    private SellerOrder part() {
        var sold = new ArrayList<OrderLine>();
        for (var line : lines) {
            sold.add(new OrderLine(
                    sold.size() + 1,
                    VariantId.generate(),
                    ListingId.generate(),
                    "hang",
                    "SKU",
                    "Mật ong",
                    "Honey",
                    "Chai",
                    "Bottle",
                    "RAW",
                    500,
                    false,
                    null,
                    line,
                    1,
                    0,
                    0));
        }
        return new SellerOrder(
                part,
                "DH2611220001-1",
                new SellerIdentity(shop, "shop", sellerType, "Hộ", "Household", null, null, "66", "Xã", null, null),
                sold,
                new ShippingOption(ShippingService.STANDARD, shipping, 1, 2),
                new SellerOrderState.New(),
                List.of(),
                reductions,
                List.of());
    }
}
