package vn.chophien.marketplace.payment.transfer;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param webhookSecrets what banks sign their reports with; several while one is replaced
 * @param partnerBin the bank of the licensed partner's collecting account; empty when shops are paid directly
 */
@Validated
@ConfigurationProperties("chophien.bank-transfer")
record TransferSettings(List<String> webhookSecrets, String partnerBin, String partnerNumber, String partnerHolder) {

    TransferSettings {
        webhookSecrets =
                webhookSecrets.stream().filter(secret -> !secret.isBlank()).toList();
    }
}
