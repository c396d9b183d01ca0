package vn.chophien.marketplace.payment.vietqr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The banks of Vietnam, from {@code banks.csv}. For display and for choice only: a BIN that is missing here may still be a bank's. Where a
 * BIN is listed twice the bank was renamed, and the later name counts.
 */
@Component
public class Banks {

    private static final int COLUMNS = 7;

    private final List<Bank> all;
    private final Map<String, Bank> byBin;

    Banks() {
        byBin = read().stream().collect(Collectors.toMap(Bank::bin, Function.identity(), (_, renamed) -> renamed));
        all = byBin.values().stream()
                .sorted((one, other) -> one.shortName().compareToIgnoreCase(other.shortName()))
                .toList();
    }

    /** Those one can be paid at by VietQR, by name. */
    public List<Bank> receiving() {
        return all.stream().filter(Bank::receives).toList();
    }

    public Optional<Bank> find(String bin) {
        return Optional.ofNullable(byBin.get(bin));
    }

    /** The bank's short name, or the BIN itself when the list does not know it. */
    public String name(String bin) {
        return find(bin).map(Bank::shortName).orElse(bin);
    }

    private static List<Bank> read() {
        try (var resource = Objects.requireNonNull(Banks.class.getResourceAsStream("banks.csv"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Banks::bank)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Bank bank(String line) {
        var cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("A bank has %d columns, not: %s".formatted(COLUMNS, line));
        }
        return new Bank(cells[0], cells[1], cells[2], cells[3], cells[5].equals("1"));
    }
}
