package vn.chophien.marketplace.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.transfer.BankTransfer.Reason;
import vn.chophien.marketplace.payment.vietqr.PurposeCode;
import vn.chophien.marketplace.seller.SellerId;

class ArrivalTests {

    private static final SellerId SHOP = SellerId.generate();
    private static final BankAccount ACCOUNT = new BankAccount("970436", "0011001234567", "HTX CU MGAR");

    @Test
    void paysWithTheExactAmount() {
        var arrival = Arrival.of(transfer(185_000), request(185_000));
        assertThat(arrival.pays()).isTrue();
        assertThat(arrival.transfer().state()).isEqualTo(BankTransfer.State.MATCHED);
    }

    @Test
    void neverPaysWhatWasAskedIntoAnotherAccount() {
        var elsewhere = new BankAccount("970418", "63110000123456", "HTX KHAC");
        var arrival = Arrival.of(transfer(185_000), request(185_000, TransferRequest.Payee.SELLER, elsewhere));
        assertThat(arrival.pays()).isFalse();
        assertThat(arrival.transfer().reason()).isEqualTo(Reason.UNKNOWN);
        assertThat(arrival.request()).isNull();
    }

    /** Otherwise a shop could say that another shop's buyers paid, or that the partner has their money. */
    @Test
    void takesNobodysWordForMoneyInAnotherOnesAccount() {
        var another = SellerId.generate();
        assertThat(Arrival.of(transfer(185_000, another), request(185_000)).pays())
                .isFalse();
        assertThat(Arrival.of(transfer(185_000, null), request(185_000)).pays()).isFalse();
        var atPartner = request(185_000, TransferRequest.Payee.PARTNER, ACCOUNT);
        assertThat(Arrival.of(transfer(185_000, SHOP), atPartner).pays()).isFalse();
        assertThat(Arrival.of(transfer(185_000, null), atPartner).pays()).isTrue();
    }

    @Test
    void leavesMoneyForWhatIsGivenUpToPeople() {
        var closed = request(185_000).with(TransferRequest.State.CLOSED, Money.vnd(0));
        assertThat(Arrival.of(transfer(185_000), closed).transfer().reason()).isEqualTo(Reason.LATE);
    }

    /** However transfers come, a request is paid once, and each đồng is either used or waits for somebody. */
    @Property
    void usesEachDongOnce(
            @ForAll @IntRange(min = 1, max = 1000) int amount,
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 700) Integer> sums) {
        var request = request(amount);
        var payments = 0;
        var arrived = new ArrayList<BankTransfer>();
        for (var sum : sums) {
            var arrival = Arrival.of(transfer(sum), request);
            request = Objects.requireNonNull(arrival.request());
            arrived.add(arrival.transfer());
            payments += arrival.pays() ? 1 : 0;
        }
        var used = arrived.stream().map(BankTransfer::used).reduce(Money.vnd(0), Money::plus);
        var total = sums.stream().mapToLong(Integer::longValue).sum();
        assertThat(used).isEqualTo(request.received());
        assertThat(used.minor()).isEqualTo(Math.min(total, amount));
        assertThat(payments).isEqualTo(total >= amount ? 1 : 0);
        assertThat(arrived)
                .allSatisfy(transfer -> assertThat(transfer.state() == BankTransfer.State.MATCHED)
                        .isEqualTo(transfer.reason() == null))
                .filteredOn(transfer -> transfer.unused().isPositive())
                .allSatisfy(transfer -> assertThat(transfer.actions()).contains(BankTransfer.Action.REFUND));
    }

    private static TransferRequest request(long amount) {
        return request(amount, TransferRequest.Payee.SELLER, ACCOUNT);
    }

    private static TransferRequest request(long amount, TransferRequest.Payee payee, BankAccount account) {
        return new TransferRequest(
                PaymentId.generate(),
                new PayableId(UUID.randomUUID()),
                SHOP,
                "DH2611210001-1",
                PurposeCode.ofPart("DH2611210001-1"),
                Money.vnd(amount),
                payee,
                account,
                TransferRequest.State.OPEN,
                Money.vnd(0),
                1);
    }

    private static BankTransfer transfer(long amount) {
        return transfer(amount, SHOP);
    }

    private static BankTransfer transfer(long amount, @Nullable SellerId owner) {
        return new BankTransfer(
                TransferId.generate(),
                ACCOUNT.bin(),
                ACCOUNT.number(),
                UUID.randomUUID().toString(),
                owner,
                owner == null,
                BankTransfer.Source.WEBHOOK,
                Money.vnd(amount),
                "DH26112100011",
                null,
                Instant.EPOCH,
                BankTransfer.State.RECEIVED,
                null,
                null,
                null,
                Money.vnd(0),
                0,
                1);
    }
}
