package vn.chophien.marketplace.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementFileTests {

    private static final String MESSY = """
            \uFEFFNGÂN HÀNG TMCP NGOẠI THƯƠNG VIỆT NAM;;;;;
            Số tài khoản:;0011001234567;;;;
            ;;;;;
            STT;Ngày giao dịch;Số tham chiếu;Số tiền ghi nợ;Số tiền ghi có (VND);Nội dung chi tiết
            1;22/11/2026 08:15:00;FT26326001;;1.185.000;"MBVCB.123.DH26112100011.CT tu ""NGUYEN VAN A"";
            toi 0011001234567"
            2;22/11/2026;FT26326002;50.000;;PHI DICH VU
            3;31/02/2026;FT26326003;;99.000;DH26112100021
            4;22-11-2026;;;99.000;DH26112100021
            5;22/11/2026;FT26326005;;9,5x;DH26112100021
            6;;FT26326006;;98.000 VND;DH26112100021
            7;2026-11-22 9:05;FT26326007;;+98,000.00;DH26112100031
            Tổng cộng;;;50.000;1.283.000;
            """;

    @Test
    void readsWhatABankExports() {
        var file = StatementFile.read(MESSY.getBytes(StandardCharsets.UTF_8));
        var first = file.rows().getFirst();
        assertThat(first.reference()).isEqualTo("FT26326001");
        assertThat(first.amount()).isEqualTo(1_185_000);
        assertThat(first.bookedAt()).isEqualTo(Instant.parse("2026-11-22T01:15:00Z"));
        assertThat(first.description()).isEqualTo("MBVCB.123.DH26112100011.CT tu \"NGUYEN VAN A\"; toi 0011001234567");
        var last = file.rows().getLast();
        assertThat(last.amount()).isEqualTo(98_000);
        assertThat(last.bookedAt()).isEqualTo(Instant.parse("2026-11-22T02:05:00Z"));
        assertThat(file.skipped()).isEqualTo(2);
    }

    @Test
    void namesRowAndColumnOfWhatItCannotRead() {
        var rejected = StatementFile.read(MESSY.getBytes(StandardCharsets.UTF_8)).rows().stream()
                .filter(row -> !row.isWhole())
                .map(row -> row.number() + " " + row.errorColumn() + " " + row.error())
                .toList();
        assertThat(rejected)
                .containsExactly(
                        "7 Ngày giao dịch not-a-date",
                        "8 Số tham chiếu missing",
                        "9 Số tiền ghi có (VND) not-an-amount",
                        "10 Ngày giao dịch missing");
    }

    @Test
    void readsUtf16WithTabsAsSpreadsheetsSaveIt() {
        var text =
                "\uFEFFTransaction Date\tReference No\tDebit\tCredit\tDescription\n22/11/2026\tR1\t0\t98,000\tDH26112100011\n";
        var rows = StatementFile.read(text.getBytes(StandardCharsets.UTF_16LE)).rows();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.amount()).isEqualTo(98_000);
            assertThat(row.reference()).isEqualTo("R1");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b,c\n1,2,3\n", "Ngày;Số tham chiếu;Nội dung\n", "\u0000\u0001PK"})
    void refusesWhatIsNoStatement(String text) {
        assertThatThrownBy(() -> StatementFile.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TransferProblem.class)
                .hasMessageContaining("unreadable-statement");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "185000|185000",
                "185.000|185000",
                "1,234,567|1234567",
                "1.234.567,00|1234567",
                "185000.00|185000",
                "+98 000 đ|98000"
            })
    void readsAmountsAsBanksWriteThem(String text, long amount) {
        assertThat(StatementNotation.amount(text)).contains(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5.000", "1.5", "12,34", "1.23.456", "abc", "99999999999999"})
    void refusesWhatMayMeanAnotherAmount(String text) {
        assertThat(StatementNotation.amount(text)).isEmpty();
    }
}
