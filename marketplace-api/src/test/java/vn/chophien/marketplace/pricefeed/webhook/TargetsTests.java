package vn.chophien.marketplace.pricefeed.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTests {
    private final Targets targets = new Targets(new WebhookSettings(false));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/prices",
                "https://hooks.example.co.uk:443/a?b=c",
                "https://xn--ch-phin-8sf.example/"
            })
    void takesAddressesOnThePublicInternet(String url) {
        assertThat(targets.mayBeRegistered(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://localhost/",
                "https://example.com:8081/",
                "https://user:word@example.com/",
                "https://example.com/#a",
                "ftp://example.com/",
                "file:///etc/passwd",
                "https:///nowhere",
                "no address"
            })
    void takesNoOthers(String url) {
        assertThat(targets.mayBeRegistered(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.2",
                "169.254.169.254",
                "172.16.0.1",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2001:0:1::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "fc00::1",
                "fe80::1",
                "ff02::1"
            })
    void aNameThatLeadsInsideIsNotFollowed(String literal) {
        var address = new InetSocketAddress(InetAddress.ofLiteral(literal), 443);
        assertThat(targets.permitted(List.of(address))).isEmpty();
    }

    @Test
    void aNameThatLeadsOutsideIs() {
        var outside = new InetSocketAddress(InetAddress.ofLiteral("93.184.215.14"), 443);
        var outside6 = new InetSocketAddress(InetAddress.ofLiteral("2001:4860:4860::8888"), 443);
        var inside = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 443);
        assertThat(targets.permitted(List.of(inside, outside, outside6))).isEqualTo(List.of(outside, outside6));
    }
}
