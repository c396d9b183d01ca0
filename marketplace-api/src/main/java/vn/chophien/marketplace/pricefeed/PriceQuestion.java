package vn.chophien.marketplace.pricefeed;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import vn.chophien.locales.Language;

/**
 * What every question about what is published comes with. Controllers take it as an argument.
 *
 * @param asOf names the state of the record that is asked about, see {@link Vintages#at}; null for now
 * @param language of the answer
 * @param exchange with the conditions of the request, such as what the client already has
 */
public record PriceQuestion(@Nullable String asOf, Language language, ServerWebExchange exchange) {
    /** The parameter that clients send. */
    static final String AS_OF = "as_of";
}
