package vn.chophien.storefront.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cart", "/orders/DH2611210001?x=1&y=%C3%A0"})
    void followsOurOwnPages(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "",
                "/a\r\nSet-Cookie: x=1",
                "/sign-in",
                "/à"
            })
    void fallsBackToTheHomePage(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo("/");
    }
}
