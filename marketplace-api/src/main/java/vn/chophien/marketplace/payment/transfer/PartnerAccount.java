package vn.chophien.marketplace.payment.transfer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.payment.BankAccount;

/** The collecting account of a licensed partner, where the market has one: then buyers pay there instead of to the shops. */
@Component
public class PartnerAccount {

    private final @Nullable BankAccount account;

    PartnerAccount(TransferSettings settings) {
        this.account = settings.partnerBin().isBlank()
                ? null
                : new BankAccount(settings.partnerBin(), settings.partnerNumber(), settings.partnerHolder());
    }

    public boolean isConfigured() {
        return account != null;
    }

    Optional<BankAccount> account() {
        return Optional.ofNullable(account);
    }

    public boolean is(String bin, String number) {
        return account != null && account.bin().equals(bin) && account.number().equals(number);
    }
}
