package vn.chophien.marketplace.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chophien.marketplace.seller.SellerType;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

class NewTermTests {

    private static final LocalDate DAY = LocalDate.of(2099, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "RETURN_WINDOW_DAYS, 0, 366, -1, 3000000000",
        "FEE_NOTICE_DAYS, 0, 366, -1, 367",
        "TAX_RETURN_DUE_DAY, 1, 28, 0, 31",
        "FEE_INVOICE_DUE_DAY, 1, 28, 0, 29",
        "WITHHOLD_ON_DIRECT_MONEY, 0, 1, -1, 2"
    })
    void keepsNumbersWithinWhatTheyCanMean(TermKind kind, long least, long most, long tooLittle, long tooMuch) {
        assertThat(number(kind, least).errors()).isEmpty();
        assertThat(number(kind, most).errors()).isEmpty();
        for (var wrong : new long[] {tooLittle, tooMuch}) {
            assertThat(number(kind, wrong).errors())
                    .containsExactly(new FieldProblem("amount", "term-amount", Map.of("least", least, "most", most)));
        }
    }

    @Test
    void refusesWhatItsKindNeverReads() {
        var window = new NewTerm(
                TermKind.RETURN_WINDOW_DAYS,
                SellerType.HTX,
                "thuc-pham",
                3,
                "GHN",
                100,
                3L,
                5L,
                "SELLER",
                "Thử",
                DAY,
                null);
        assertThat(window.errors())
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(
                        tuple("seller_type", "term-field-unread"),
                        tuple("category_path", "term-field-unread"),
                        tuple("ocop_stars", "term-field-unread"),
                        tuple("subject", "term-field-unread"),
                        tuple("basis_points", "term-field-unread"),
                        tuple("cap", "term-field-unread"),
                        tuple("choice", "term-field-unread"));
        assertThat(new NewTerm(
                                TermKind.COMMISSION,
                                SellerType.HTX,
                                "thuc-pham",
                                3,
                                " ",
                                100,
                                3L,
                                5L,
                                "",
                                "Thử",
                                DAY,
                                null)
                        .errors())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TermKind.class)
    void asksForWhatItsKindNeeds(TermKind kind) {
        var empty = new NewTerm(kind, null, null, null, null, null, null, null, null, "Thử", DAY, null);
        assertThat(empty.errors()).extracting(FieldProblem::code).containsExactly("required");
        assertThatExceptionOfType(RequestProblem.class).isThrownBy(() -> empty.term(DAY));
    }

    @Test
    void knowsTheChoicesOfEachKind() {
        assertThat(choice(TermKind.VAT_METHOD, null, "CREDIT").errors()).isEmpty();
        assertThat(choice(TermKind.VAT_METHOD, null, "SELLER").errors())
                .containsExactly(new FieldProblem("choice", "invalid"));
        assertThat(choice(TermKind.VAT_RATE, 0, "NOT_SUBJECT").errors()).isEmpty();
        assertThat(choice(TermKind.VAT_RATE, 0, "CREDIT").errors())
                .containsExactly(new FieldProblem("choice", "invalid"));
        assertThat(choice(TermKind.COD_REMITTANCE, null, "PLATFORM").errors()).isEmpty();
    }

    private static NewTerm number(TermKind kind, long amount) {
        return new NewTerm(kind, null, null, null, null, null, amount, null, null, "Thử", DAY, null);
    }

    private static NewTerm choice(TermKind kind, @Nullable Integer rate, String choice) {
        return new NewTerm(kind, null, null, null, null, rate, null, null, choice, "Thử", DAY, null);
    }
}
