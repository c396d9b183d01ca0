package vn.chophien.storefront.payout;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.document.PrintedTable;
import vn.chophien.storefront.document.PrintedTable.Column;
import vn.chophien.storefront.document.PrintedTable.Row;
import vn.chophien.storefront.payout.SellerPayoutApi.Line;
import vn.chophien.storefront.payout.SellerPayoutApi.MemberStatement;
import vn.chophien.storefront.payout.SellerPayoutApi.Statement;

/** Statements as documents to print. */
@Component
class Documents {

    private static final int GRAMS_DIGITS = 3;

    private final Messages messages;

    Documents(Messages messages) {
        this.messages = messages;
    }

    PrintedTable of(Statement statement, Language language) {
        var formats = Formats.of(language);
        var rows = new ArrayList<Row>();
        rows.add(sum("statement.opening", statement.from(), statement.opening(), language));
        for (var line : statement.lines()) {
            rows.add(Row.plain(List.of(
                    formats.date(LocalDate.ofInstant(line.at(), Formats.ZONE)),
                    text(language, "statement.kind." + line.kind()),
                    Objects.requireNonNullElse(line.reference(), ""),
                    line.shares().isEmpty() ? "" : formats.number(line.amount()),
                    line.shares().isEmpty() ? "" : formats.number(line.balance()))));
            rows.addAll(details(line, language));
        }
        rows.add(sum("statement.closing", statement.to(), statement.closing(), language));
        return new PrintedTable(
                language,
                text(language, "payout.statement.document"),
                facts(statement, language),
                List.of(
                        new Column(text(language, "statement.column.date"), 2, false),
                        new Column(text(language, "statement.column.kind"), 5, false),
                        new Column(text(language, "statement.column.reference"), 3.2f, false),
                        new Column(text(language, "payout.statement.amount-dong"), 2.6f, true),
                        new Column(text(language, "payout.statement.balance-dong"), 2.6f, true)),
                rows,
                text(language, "payout.document.footer"));
    }

    PrintedTable of(MemberStatement statement, Language language) {
        var formats = Formats.of(language);
        var rows = new ArrayList<Row>();
        for (var share : statement.shares()) {
            rows.add(Row.plain(List.of(
                    share.member(),
                    kilograms(share.grams(), formats),
                    formats.number(share.value()),
                    formats.number(share.amount()),
                    "")));
            share.deliveries()
                    .forEach(delivery -> rows.add(Row.detail(List.of(
                            formats.date(delivery.deliveredOn()) + " · " + delivery.product()
                                    + (delivery.grade().isEmpty() ? "" : " · " + delivery.grade())
                                    + " · "
                                    + messages.format(
                                            language,
                                            "payout.members.per-kg",
                                            Map.of("price", formats.number(delivery.pricePerKg()))),
                            kilograms(delivery.grams(), formats),
                            formats.number(delivery.value()),
                            "",
                            ""))));
        }
        rows.add(Row.sum(List.of(
                text(language, "members.total"),
                kilograms(statement.grams(), formats),
                formats.number(statement.value()),
                formats.number(statement.amount()),
                "")));
        return new PrintedTable(
                language,
                text(language, "payout.members.document"),
                List.of(
                        statement.shopName(),
                        period(statement.from(), statement.to(), language),
                        messages.format(
                                language,
                                "payout.members.amount-of",
                                Map.of("amount", formats.money(statement.amount(), statement.currency()))),
                        text(language, "payout.members.how")),
                List.of(
                        new Column(text(language, "members.column.member"), 5, false),
                        new Column(text(language, "members.column.kg"), 1.6f, true),
                        new Column(text(language, "members.column.value"), 2.2f, true),
                        new Column(text(language, "members.column.amount"), 2.2f, true),
                        new Column(text(language, "payout.members.signature"), 2.2f, false)),
                rows,
                text(language, "payout.document.footer"));
    }

    private List<Row> details(Line line, Language language) {
        var formats = Formats.of(language);
        var rows = new ArrayList<Row>();
        if (line.shares().size() > 1) {
            line.shares()
                    .forEach(share -> rows.add(Row.detail(List.of(
                            "",
                            "– " + text(language, "statement.purpose." + share.purpose()),
                            "",
                            formats.number(share.amount()),
                            ""))));
        }
        if (line.note() != null) {
            rows.add(Row.detail(List.of("", "– " + line.note(), "", "", "")));
        }
        return rows;
    }

    private List<String> facts(Statement statement, Language language) {
        var facts = new ArrayList<String>();
        facts.add(statement.shopName());
        if (statement.taxCode() != null) {
            facts.add(messages.format(language, "payout.tax-code", Map.of("code", statement.taxCode())));
        }
        facts.add(period(statement.from(), statement.to(), language));
        return facts;
    }

    private Row sum(String key, LocalDate on, long balance, Language language) {
        var formats = Formats.of(language);
        return Row.sum(List.of(formats.date(on), text(language, key), "", "", formats.number(balance)));
    }

    private String period(LocalDate from, LocalDate to, Language language) {
        var formats = Formats.of(language);
        return messages.format(language, "payout.period", Map.of("from", formats.date(from), "to", formats.date(to)));
    }

    private static String kilograms(long grams, Formats formats) {
        return formats.decimal(BigDecimal.valueOf(grams, GRAMS_DIGITS));
    }

    private String text(Language language, String key) {
        return messages.format(language, key);
    }
}
