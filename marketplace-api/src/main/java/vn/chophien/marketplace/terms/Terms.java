package vn.chophien.marketplace.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;

/** All terms there are, and what they say on a day. */
public record Terms(List<Term> rows) {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long WHOLE = 10_000;

    public Terms {
        rows = List.copyOf(rows);
    }

    /** The day in Vietnam, which decides which terms hold. */
    public static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, VIETNAM);
    }

    /**
     * Fees and taxes of a sale, rounded half up to one đồng per line and added up.
     *
     * @param direct what of the goods was paid straight to the seller: tax is withheld of the rest, shared out among the lines in proportion,
     *     unless the terms want it of everything
     * @param agreedOn the day of the order, whose fees hold
     * @param on the day of the sale, whose taxes hold
     */
    public Charges charges(
            @Nullable String sellerType, List<SoldLine> lines, Money direct, LocalDate agreedOn, LocalDate on) {
        var none = Money.vnd(0);
        var fees = lines.stream()
                .map(line -> commission(sellerType, line, agreedOn))
                .reduce(none, Money::plus);
        return (withholdsOnDirectMoney(on) ? lines : collected(lines, direct))
                .stream()
                        .map(line -> new Charges(
                                none,
                                withheld(TermKind.WITHHELD_VAT, sellerType, line, on),
                                withheld(TermKind.WITHHELD_PIT, sellerType, line, on)))
                        .reduce(new Charges(fees, none, none), Charges::plus);
    }

    /** The lines as far as somebody else than the seller has their money. */
    private static List<SoldLine> collected(List<SoldLine> lines, Money direct) {
        if (!direct.isPositive()) {
            return lines;
        }
        var goods = lines.stream().map(SoldLine::goods).reduce(Money.vnd(0), Money::plus);
        var shares = goods.minus(direct)
                .allocate(lines.stream().mapToLong(line -> line.goods().minor()).toArray());
        return IntStream.range(0, lines.size())
                .mapToObj(index -> lines.get(index).of(shares.get(index)))
                .toList();
    }

    public Money commission(@Nullable String sellerType, SoldLine line, LocalDate day) {
        return inForce(TermKind.COMMISSION, day)
                .filter(term -> term.covers(line.categoryPath(), line.stars(), sellerType))
                .max(Term.SPECIFICITY)
                .map(term -> commission(term, line.goods()))
                .orElse(Money.vnd(0));
    }

    /** Never more than the line itself, whatever the minimum. */
    private static Money commission(Term term, Money goods) {
        var fee = Math.max(share(goods, term).minor(), term.amount() == null ? 0 : term.amount());
        var capped = term.cap() == null ? fee : Math.min(fee, term.cap());
        return Money.vnd(Math.min(capped, goods.minor()));
    }

    /** A seller or a supply of an unknown kind pays the highest rate there is. */
    public Money withheld(TermKind tax, @Nullable String sellerType, SoldLine line, LocalDate day) {
        var all = latest(inForce(tax, day).toList());
        var ofType = all.stream()
                .filter(term -> term.sellerType() != null && term.sellerType().equals(sellerType))
                .toList();
        var candidates = ofType.isEmpty() ? all : ofType;
        var supply = supply(line.vatClass());
        return candidates.stream()
                .filter(term -> !ofType.isEmpty()
                        && (term.subject() == null || term.subject().equals(supply)))
                .max(Term.SPECIFICITY)
                .or(() -> candidates.stream().max(Comparator.comparing(Terms::rate)))
                .map(term -> share(line.goods(), term))
                .orElse(Money.vnd(0));
    }

    public Money gatewayFee(String method, Money amount, LocalDate day) {
        return best(TermKind.GATEWAY_FEE, method, day)
                .map(term -> share(amount, term).plus(Money.vnd(term.amount() == null ? 0 : term.amount())))
                .map(fee -> fee.compareTo(amount) > 0 ? amount : fee)
                .orElse(Money.vnd(0));
    }

    public Bearer refundedCommission(String cause, LocalDate day) {
        return bearer(TermKind.REFUND_COMMISSION, cause, day, Bearer.PLATFORM);
    }

    public Bearer refundedGatewayFee(String cause, LocalDate day) {
        return bearer(TermKind.REFUND_GATEWAY_FEE, cause, day, Bearer.PLATFORM);
    }

    /** Carriers are told apart by name in capitals, the way the row writes it. */
    public Bearer cashGoesTo(String carrier, LocalDate day) {
        return bearer(TermKind.COD_REMITTANCE, carrier.strip().toUpperCase(Locale.ROOT), day, Bearer.SELLER);
    }

    /** A number of days with what it rests on. */
    public Deadline deadline(TermKind kind, LocalDate day) {
        return inForce(kind, day)
                .max(Term.SPECIFICITY)
                .map(term -> new Deadline(days(term), term.reference()))
                .orElseThrow(() -> new IllegalStateException("No term " + kind + " on " + day));
    }

    public int returnWindowDays(LocalDate day) {
        return number(TermKind.RETURN_WINDOW_DAYS, day);
    }

    public int noticeDays(LocalDate day) {
        return number(TermKind.FEE_NOTICE_DAYS, day);
    }

    public boolean withholdsOnDirectMoney(LocalDate day) {
        return number(TermKind.WITHHOLD_ON_DIRECT_MONEY, day) > 0;
    }

    /** The day of the next month by which the return of {@code month}'s tax is due. */
    public LocalDate taxReturnDue(LocalDate month) {
        return month.withDayOfMonth(1)
                .plusMonths(1)
                .withDayOfMonth(Math.max(1, number(TermKind.TAX_RETURN_DUE_DAY, month)));
    }

    /** The day of the next month by which the service invoice of {@code month}'s fees is due. */
    public LocalDate feeInvoiceDue(LocalDate month) {
        return month.withDayOfMonth(1)
                .plusMonths(1)
                .withDayOfMonth(Math.max(1, number(TermKind.FEE_INVOICE_DUE_DAY, month)));
    }

    /** How a seller of this type probably pays VAT: {@code CREDIT} or {@code DIRECT}. */
    public String vatMethod(@Nullable String sellerType, LocalDate day) {
        return inForce(TermKind.VAT_METHOD, day)
                .filter(term -> term.isFor(sellerType))
                .max(Term.SPECIFICITY)
                .map(Term::choice)
                .orElse("DIRECT");
    }

    /** The row that proposes the VAT of a class of goods. */
    public Optional<Term> vatRate(String method, String vatClass, LocalDate day) {
        return best(TermKind.VAT_RATE, method + "/" + vatClass, day);
    }

    /** A share of a rate in basis points, rounded half up to one đồng. */
    static Money share(Money amount, long basisPoints) {
        return Money.vnd(
                Math.floorDiv(Math.addExact(Math.multiplyExact(amount.minor(), basisPoints), WHOLE / 2), WHOLE));
    }

    private static Money share(Money amount, Term term) {
        return share(amount, rate(term));
    }

    private static int rate(Term term) {
        return term.basisPoints() == null ? 0 : term.basisPoints();
    }

    private static @Nullable String supply(String vatClass) {
        return switch (vatClass) {
            case "RAW", "PROCESSED", "SPECIAL" -> "GOODS";
            case "SERVICE" -> "SERVICES";
            default -> null;
        };
    }

    private Bearer bearer(TermKind kind, String subject, LocalDate day, Bearer otherwise) {
        return best(kind, subject, day).map(Term::choice).map(Bearer::valueOf).orElse(otherwise);
    }

    private int number(TermKind kind, LocalDate day) {
        return inForce(kind, day).max(Term.SPECIFICITY).map(Terms::days).orElse(0);
    }

    private static int days(Term term) {
        return Math.toIntExact(Objects.requireNonNull(term.amount()));
    }

    private Optional<Term> best(TermKind kind, String subject, LocalDate day) {
        Predicate<Term> fits = term -> term.subject() == null || term.subject().equals(subject);
        return inForce(kind, day).filter(fits).max(Term.SPECIFICITY);
    }

    private Stream<Term> inForce(TermKind kind, LocalDate day) {
        return rows.stream().filter(term -> term.kind() == kind && term.isInForceOn(day));
    }

    /** Without those that a later row of the same scope replaced. */
    private static List<Term> latest(List<Term> terms) {
        return terms.stream()
                .filter(term -> terms.stream()
                        .noneMatch(other ->
                                sameScope(term, other) && other.validFrom().isAfter(term.validFrom())))
                .toList();
    }

    /** Whether another row of the same scope that began later holds on that day. */
    boolean isReplaced(Term term, LocalDate day) {
        return inForce(term.kind(), day)
                .anyMatch(other -> sameScope(term, other) && other.validFrom().isAfter(term.validFrom()));
    }

    private static boolean sameScope(Term one, Term other) {
        return Objects.equals(one.sellerType(), other.sellerType())
                && Objects.equals(one.categoryPath(), other.categoryPath())
                && Objects.equals(one.ocopStars(), other.ocopStars())
                && Objects.equals(one.subject(), other.subject());
    }
}
