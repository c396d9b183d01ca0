package vn.chophien.marketplace.settlement.payout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What the operator's bank is told to pay: one row a payout, in the layout that {@code docs/architecture/payouts.md} describes. Money that is no
 * longer on its way is not in it, so that a file made later pays nobody twice.
 */
final class PayoutFile {

    private static final String[] HEADINGS = {
        "no", "beneficiary_bin", "account_number", "account_holder", "amount", "currency", "purpose", "reference"
    };
    private static final String PURPOSE = "CHOPHIEN ";

    private PayoutFile() {}

    static List<Payout> due(PayoutBatch batch) {
        return batch.payouts().stream()
                .filter(payout -> payout.state() == PayoutState.SENT
                        && payout.destination().way() == PayoutWay.BANK_FILE)
                .toList();
    }

    static String write(PayoutBatch batch) {
        var text = new StringBuilder();
        var format = CSVFormat.RFC4180.builder().setHeader(HEADINGS).get();
        try (var printer = new CSVPrinter(text, format)) {
            var number = 1;
            for (var payout : due(batch)) {
                if (!(payout.destination() instanceof PayoutDestination.AtBank to)) {
                    continue;
                }
                printer.printRecord(
                        number++,
                        to.account().bin(),
                        to.account().number(),
                        to.account().holder(),
                        payout.amount().minor(),
                        payout.amount().currencyCode(),
                        purpose(payout),
                        payout.reference());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("A string cannot fail to be written to", impossible);
        }
        return text.toString();
    }

    /** Banks keep letters and digits only. */
    static String purpose(Payout payout) {
        return PURPOSE + payout.reference().replace("-", "");
    }
}
