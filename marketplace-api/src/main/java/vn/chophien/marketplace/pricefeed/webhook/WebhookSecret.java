package vn.chophien.marketplace.pricefeed.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.chophien.marketplace.id.SecretToken;

/** What a webhook's messages are signed with: {@code whsec_} and the key in base64, as Standard Webhooks writes it. */
record WebhookSecret(String value) {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    static WebhookSecret generate() {
        return new WebhookSecret(PREFIX
                + Base64.getEncoder().encodeToString(SecretToken.generate().hash()));
    }

    /** The signature of a message: of its id, the time in seconds and its bytes. */
    String sign(String id, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(value.substring(PREFIX.length())), ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    @Override
    public String toString() {
        return "WebhookSecret[hidden]";
    }
}
