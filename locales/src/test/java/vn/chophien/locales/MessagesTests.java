package vn.chophien.locales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessagesTests {
    private static final Map<Language, Map<String, String>> TEXTS = Map.of(
            Language.VI, Map.of("cart.items", "{count} sản phẩm", "cart.title", "Giỏ hàng"),
            Language.EN, Map.of("cart.items", "{count, plural, one {# item} other {# items}}", "cart.title", "Cart"));

    @Test
    void speaksBothLanguages() {
        var messages = Messages.of(TEXTS, true);

        assertThat(messages.format(Language.VI, "cart.title")).isEqualTo("Giỏ hàng");
        assertThat(messages.format(Language.EN, "cart.items", Map.of("count", 1)))
                .isEqualTo("1 item");
        assertThat(messages.format(Language.EN, "cart.items", Map.of("count", 1200)))
                .isEqualTo("1,200 items");
        assertThat(messages.format(Language.VI, "cart.items", Map.of("count", 1200)))
                .isEqualTo("1.200 sản phẩm");
    }

    @Test
    void namesWhatIsMissingWhenStrict() {
        var messages = Messages.of(TEXTS, true);

        assertThatThrownBy(() -> messages.format(Language.VI, "cart.gone")).hasMessageContaining("cart.gone");
        assertThatThrownBy(() -> messages.format(Language.VI, "cart.items"))
                .hasMessageContaining("cart.items")
                .hasMessageContaining("'count'");
    }

    @Test
    void showsTheKeyOfAMissingMessageInProduction() {
        assertThat(Messages.of(TEXTS, false).format(Language.VI, "cart.gone")).isEqualTo("cart.gone");
    }

    @Test
    void refusesAMalformedMessageWhenLoading() {
        assertThatThrownBy(() -> Messages.of(Map.of(Language.VI, Map.of("cart.broken", "{count, plural, one {")), true))
                .hasMessageContaining("cart.broken");
    }

    @Test
    void servesManyThreads() throws Exception {
        var messages = Messages.of(TEXTS, true);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var texts = threads.invokeAll(IntStream.range(0, 500)
                    .mapToObj(count ->
                            (Callable<String>) () -> messages.format(Language.VI, "cart.items", Map.of("count", count)))
                    .toList());
            for (int count = 0; count < texts.size(); count++) {
                assertThat(texts.get(count).get()).isEqualTo(count + " sản phẩm");
            }
        }
    }
}
