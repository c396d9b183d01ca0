package vn.chophien.marketplace.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
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

    @Test
    void readsAWorkbookAsBanksExportIt() throws IOException {
        var file = StatementFile.read(workbook(sheet -> {
            sheet.value(0, 0, "NGÂN HÀNG TMCP NGOẠI THƯƠNG VIỆT NAM");
            header(sheet, 2);
            sheet.value(3, 0, LocalDateTime.of(2026, 11, 22, 8, 15));
            sheet.style(3, 0).format("dd/MM/yyyy HH:mm:ss").set();
            sheet.value(3, 1, "FT26326001");
            sheet.value(3, 2, 1_185_000);
            sheet.value(3, 3, "MBVCB.DH26112100011.CT tu NGUYEN VAN A");
            sheet.value(4, 0, "22/11/2026");
            sheet.value(4, 1, 26326002);
            sheet.value(4, 2, "98.000 VND");
            sheet.value(4, 3, "DH26112100021");
            sheet.value(5, 0, "Tổng cộng");
            sheet.value(5, 2, 1_283_000);
        }));
        assertThat(file.rows()).allMatch(StatementRow::isWhole);
        var first = file.rows().getFirst();
        assertThat(first.number()).as("as the spreadsheet counts").isEqualTo(4);
        assertThat(first.reference()).isEqualTo("FT26326001");
        assertThat(first.amount()).isEqualTo(1_185_000);
        assertThat(first.bookedAt()).isEqualTo(Instant.parse("2026-11-22T01:15:00Z"));
        assertThat(file.rows().getLast().reference()).isEqualTo("26326002");
        assertThat(file.rows().getLast().amount()).isEqualTo(98_000);
        assertThat(file.skipped()).isEqualTo(1);
    }

    @Test
    void namesRowAndColumnOfAWorkbookToo() throws IOException {
        var file = StatementFile.read(workbook(sheet -> {
            header(sheet, 0);
            sheet.value(1, 0, "31/02/2026");
            sheet.value(1, 1, "FT1");
            sheet.value(1, 2, 5_000);
            sheet.value(2, 0, LocalDateTime.of(2026, 11, 22, 0, 0));
            sheet.style(2, 0).format("dd/MM/yyyy").set();
            sheet.value(2, 1, "FT2");
            sheet.value(2, 2, 5_000.5);
        }));
        assertThat(file.rows().stream().map(row -> row.number() + " " + row.errorColumn() + " " + row.error()))
                .containsExactly("2 Ngày giao dịch not-a-date", "3 Số tiền ghi có not-an-amount");
    }

    @Test
    void refusesWhatOnlyLooksLikeAWorkbook() {
        var zip = new byte[] {'P', 'K', 3, 4, 20, 0, 1, 2, 3, 4, 5, 6, 7, 8};
        assertThatThrownBy(() -> StatementFile.read(zip)).hasMessageContaining("unreadable-statement");
    }

    private static void header(Worksheet sheet, int row) {
        sheet.value(row, 0, "Ngày giao dịch");
        sheet.value(row, 1, "Số tham chiếu");
        sheet.value(row, 2, "Số tiền ghi có");
        sheet.value(row, 3, "Nội dung");
    }

    private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "bank", "1.0")) {
            fill.accept(workbook.newWorksheet("Sao kê"));
        }
        return bytes.toByteArray();
    }
}
