package vn.chophien.marketplace.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class TrustedProxiesTests {
    private final TrustedProxies proxies =
            new TrustedProxies(new ClientLimitSettings(List.of("127.0.0.0/8", "::1", "10.1.0.0/20"), 1, 1, 1));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // from outside: whatever it says of others is its own invention
                "203.0.113.7, -, 203.0.113.7",
                "203.0.113.7, 198.51.100.1, 203.0.113.7",
                "10.1.16.1, 198.51.100.1, 10.1.16.1",
                // through our proxies
                "127.0.0.1, 203.0.113.7, 203.0.113.7",
                "10.1.15.255, '198.51.100.1, 203.0.113.7', 203.0.113.7",
                "127.0.0.1, '198.51.100.1, 203.0.113.7, 10.1.0.1', 203.0.113.7",
                "::1, 2001:db8:1:2:3:4:5:6, 20010db800010002",
                // from ourselves
                "127.0.0.1, -, ''",
                "127.0.0.1, 127.0.0.1, ''",
                "127.0.0.1, localhost, ''",
                "127.0.0.1, '203.0.113.7, unknown', ''"
            })
    void takesTheNearestAddressThatIsNoneOfOurs(String remote, @Nullable String forwardedFor, String client) {
        var request = MockServerHttpRequest.post("/api/v1/carts")
                .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(remote), 40_000));
        if (forwardedFor != null) {
            request.header("X-Forwarded-For", forwardedFor);
        }

        assertThat(proxies.clientOf(request.build())).isEqualTo(new ClientAddress(client));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", ""})
    void refusesWhatIsNoNetwork(String text) {
        assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
