package vn.chophien.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The bank of a shop: reports what arrived in the shop's account to the market, or writes it into a statement. */
final class Bank {

    static final String BIN = "970436";
    static final String ACCOUNT = "0011001234567";

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private Bank() {}

    /** A signed report of one transfer, as {@code docs/architecture/payments.md} describes it. */
    static void reports(long amount, String purpose) {
        var body = """
                {"transfers": [{"bank_bin": "%s", "account_number": "%s", "reference": "%s", "amount": %d,
                                "description": "CK %s", "booked_at": "%s"}]}
                """.formatted(BIN, ACCOUNT, reference(), amount, purpose, Instant.now());
        var seconds = Instant.now().getEpochSecond();
        var market = LiveMarket.shared();
        var request = HttpRequest.newBuilder(URI.create(market.apiUrl() + "/webhooks/bank-transfers"))
                .header("Content-Type", "application/json")
                .header(
                        "X-Chophien-Signature",
                        "t=%d,v1=%s".formatted(seconds, signature(seconds + "." + body, market.bankSecret())))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The file that a shop downloads from its bank. */
    static FilePayload statement(long amount, String purpose) {
        var csv = """
                Ngày giao dịch,Số tham chiếu,Ghi nợ,Ghi có,Diễn giải
                %s,%s,,"%,d",MBVCB.%s.CT tu NGUYEN VAN AN
                """.formatted(today().format(DAY_FIRST), reference(), amount, purpose);
        return new FilePayload("sao-ke.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    static LocalDate today() {
        return LocalDate.now(VIETNAM);
    }

    static String reference() {
        return "FT" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static String signature(String signed, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", missing);
        }
    }
}
