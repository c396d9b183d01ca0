package vn.chophien.marketplace.settlement.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;

/** A statement on the wire: {@code opening} plus the {@code amount} of every line is {@code closing}. */
record StatementResource(
        String shopSlug,
        String shopName,
        @Nullable String taxCode,
        LocalDate from,
        LocalDate to,
        String currency,
        long opening,
        long closing,
        List<StatementLine> lines,
        List<StatementShare> sums) {

    record StatementLine(
            Instant at,
            TransactionKind kind,
            @Nullable String reference,
            @Nullable String note,
            List<StatementShare> shares,
            long amount,
            long balance) {}

    record StatementShare(Purpose purpose, long amount) {}

    static StatementResource from(Statement statement, Seller seller, Language language) {
        var taxCode = seller.taxCode();
        return new StatementResource(
                seller.slug(),
                seller.name(language),
                taxCode == null ? null : taxCode.display(),
                statement.period().from(),
                statement.period().to(),
                LedgerTransaction.CURRENCY,
                statement.opening().minor(),
                statement.closing().minor(),
                statement.lines().stream().map(StatementResource::line).toList(),
                statement.sums().entrySet().stream()
                        .map(sum ->
                                new StatementShare(sum.getKey(), sum.getValue().minor()))
                        .toList());
    }

    private static StatementLine line(Statement.Line line) {
        return new StatementLine(
                line.at(),
                line.kind(),
                line.reference(),
                line.note(),
                line.shares().stream()
                        .map(share -> new StatementShare(
                                share.purpose(), share.amount().minor()))
                        .toList(),
                line.amount().minor(),
                line.balance().minor());
    }
}
