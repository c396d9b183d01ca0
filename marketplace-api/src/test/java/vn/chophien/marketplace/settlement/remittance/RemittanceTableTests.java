package vn.chophien.marketplace.settlement.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.web.FieldProblem;

class RemittanceTableTests {

    @Test
    void readsWhatCarriersSend() {
        var table =
                RemittanceTable.parse("\ufeffMã đơn;Tiền thu\nDH2611220001-1;214.000\n\ndh2611220001-2; 482000 đ\n");
        assertThat(table.errors()).isEmpty();
        assertThat(table.rows())
                .containsExactly(
                        new RemittanceRow(2, "DH2611220001-1", 214_000),
                        new RemittanceRow(3, "DH2611220001-2", 482_000));
    }

    @Test
    void readsCommasAndTabs() {
        assertThat(RemittanceTable.parse("DH2611220001-1,\"214,000\",note").rows())
                .containsExactly(new RemittanceRow(1, "DH2611220001-1", 214_000));
        assertThat(RemittanceTable.parse("DH2611220001-1\t214000").rows()).hasSize(1);
    }

    @Test
    void namesEveryRowThatCannotBeRead() {
        var table = RemittanceTable.parse("DH2611220001-1,1,5\nDH2611220001-2,21.40\nsum\n");
        assertThat(table.rows()).hasSize(1);
        assertThat(table.errors())
                .extracting(FieldProblem::arguments)
                .extracting(arguments -> (Object) arguments.get("row"))
                .containsExactly(2, 3);
    }
}
