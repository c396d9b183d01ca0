package vn.chophien.marketplace.i18n;

import java.util.List;
import java.util.Locale.LanguageRange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import vn.chophien.locales.Language;

/** The language a client asks for: the parameter {@code lang}, else {@code Accept-Language}, else Vietnamese. */
public final class RequestLanguage {
    public static final String PARAMETER = "lang";

    private RequestLanguage() {}

    public static Language of(ServerHttpRequest request) {
        var parameter = request.getQueryParams().getFirst(PARAMETER);
        return parameter == null ? accepted(request.getHeaders()) : Language.of(parameter);
    }

    private static Language accepted(HttpHeaders headers) {
        var header = headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        return header == null
                ? Language.VI
                : ranges(header).stream()
                        .map(LanguageRange::getRange)
                        .filter(range -> range.startsWith("vi") || range.startsWith("en"))
                        .map(Language::of)
                        .findFirst()
                        .orElse(Language.VI);
    }

    private static List<LanguageRange> ranges(String header) {
        try {
            return LanguageRange.parse(header);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
