package vn.chophien.marketplace.settlement.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.web.FieldProblem;

class DeliveryTableTests {

    private static final Member HEN = new Member(MemberId.generate(), "H’Hen Niê");
    private static final Member DUNG = new Member(MemberId.generate(), "Trần Văn Dũng");

    @Test
    void readsWhatASpreadsheetSaves() {
        var table = read("""
                \ufeffNgày;Xã viên;Sản phẩm;Số kg;Loại;Giá/kg (đồng)
                03/11/2026;H’Hen Niê;Cà phê tươi;1.250,5;Loại 1;12.500
                2026-11-04;tran van dung;Cà phê tươi;80 kg;;12000
                ;;;;;
                """);
        assertThat(table.errors()).isEmpty();
        assertThat(table.rows()).extracting(DeliveryTable.Row::number).containsExactly(2, 3);
        var first = table.rows().getFirst().delivery();
        assertThat(first.on()).isEqualTo(LocalDate.of(2026, 11, 3));
        assertThat(first.member()).isEqualTo(HEN.id());
        assertThat(first.grams()).isEqualTo(1_250_500);
        assertThat(first.pricePerKilogram()).isEqualTo(Money.vnd(12_500));
        assertThat(first.value()).isEqualTo(Money.vnd(15_631_250));
        assertThat(table.rows().getLast().delivery().member()).isEqualTo(DUNG.id());
    }

    @Test
    void tellsEveryErrorWithItsRowAndColumn() {
        var table = read("""
                date,member,product,kg,grade,price
                31/02/2026,Nobody,,"1,250",A,12.5
                """);
        assertThat(table.rows()).isEmpty();
        assertThat(table.errors())
                .extracting(FieldProblem::field)
                .containsExactly("rows[2].date", "rows[2].member", "rows[2].kg", "rows[2].price", "rows[2].product");
        assertThat(table.errors())
                .allSatisfy(error -> assertThat(error.arguments().get("row")).isEqualTo(2));
    }

    @Test
    void tellsMembersApartByTheMarksOfTheirNames() {
        var hoaPlain = new Member(MemberId.generate(), "Nguyễn Thị Hoa");
        var hoaMarked = new Member(MemberId.generate(), "Nguyễn Thị Hòa");
        var table = DeliveryTable.read("""
                date;member;product;kg;grade;price
                2026-11-04;NGUYỄN THỊ  HÒA;Cà phê tươi;80;;12000
                2026-11-04;Nguyễn Thị Hoa;Cà phê tươi;80;;12000
                2026-11-04;nguyen thi hoa;Cà phê tươi;80;;12000
                """.getBytes(StandardCharsets.UTF_8), List.of(hoaPlain, hoaMarked, DUNG));
        assertThat(table.rows())
                .extracting(row -> row.delivery().member())
                .containsExactly(hoaMarked.id(), hoaPlain.id());
        assertThat(table.errors())
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(tuple("rows[4].member", "delivery-member-ambiguous"));
    }

    @Test
    void saysWhichColumnIsMissing() {
        assertThat(read("date;member;product;grade;price\n").errors())
                .containsExactly(new FieldProblem("file", "delivery-column-missing", Map.of("column", "kg")));
        assertThat(read("").errors()).extracting(FieldProblem::code).containsExactly("delivery-file-empty");
        assertThat(DeliveryTable.read(new byte[] {(byte) 0xff, 0}, List.of()).errors())
                .extracting(FieldProblem::code)
                .containsExactly("delivery-not-text");
    }

    @Test
    void readsNumbersAsPeopleWriteThem() {
        assertThat(StatedNumber.grams("12,5")).isEqualTo(OptionalLong.of(12_500));
        assertThat(StatedNumber.grams("12.5")).isEqualTo(OptionalLong.of(12_500));
        assertThat(StatedNumber.grams("0,125 kg")).isEqualTo(OptionalLong.of(125));
        assertThat(StatedNumber.grams("1 250")).isEqualTo(OptionalLong.of(1_250_000));
        assertThat(StatedNumber.dong("1.234.567đ")).isEqualTo(OptionalLong.of(1_234_567));
        for (var unclear : List.of("1,250", "", "0", "-5", "12,3456", "mười")) {
            assertThat(StatedNumber.grams(unclear)).as(unclear).isEmpty();
        }
        assertThat(StatedNumber.dong("12,5")).isEmpty();
    }

    private static DeliveryTable read(String text) {
        return DeliveryTable.read(text.getBytes(StandardCharsets.UTF_8), List.of(HEN, DUNG));
    }
}
