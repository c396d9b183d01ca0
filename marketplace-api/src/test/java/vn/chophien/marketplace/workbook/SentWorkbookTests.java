package vn.chophien.marketplace.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class SentWorkbookTests {
    private static final long PLENTY = 1024 * 1024;

    @Test
    void givesWhatIsTakenFromIt() throws IOException {
        assertThat(SentWorkbook.isOne(workbook())).isTrue();
        assertThat(SentWorkbook.read(workbook(), PLENTY, SentWorkbookTests::firstCell))
                .isEqualTo("Cà phê");
    }

    @Test
    void refusesWhatUnpacksToMoreThanIsBearable() {
        assertThatThrownBy(() -> SentWorkbook.read(workbook(), 100, SentWorkbookTests::firstCell))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("100 bytes");
    }

    @Test
    void failsInOneWayWhateverIsWrong() throws IOException {
        var noWorkbook = "PK\u0003\u0004 and nothing else".getBytes(StandardCharsets.UTF_8);
        assertThat(SentWorkbook.isOne(noWorkbook)).isTrue();
        assertThatThrownBy(() -> SentWorkbook.read(noWorkbook, PLENTY, SentWorkbookTests::firstCell))
                .isInstanceOf(IOException.class);
        var whole = workbook();
        assertThatThrownBy(() -> SentWorkbook.read(whole, PLENTY, book -> {
                    throw new IllegalArgumentException("a cell of no kind");
                }))
                .isInstanceOf(IOException.class);
        assertThat(SentWorkbook.isOne(new byte[] {'P', 'K'})).isFalse();
    }

    private static String firstCell(ReadableWorkbook workbook) throws IOException {
        try (var rows = workbook.getFirstSheet().openStream()) {
            return rows.findFirst().orElseThrow().getCellText(0);
        }
    }

    private static byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("1").value(0, 0, "Cà phê");
        }
        return bytes.toByteArray();
    }
}
