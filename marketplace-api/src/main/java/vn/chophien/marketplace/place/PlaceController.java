package vn.chophien.marketplace.place;

import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.security.SecurityRules;
import vn.chophien.marketplace.web.CacheableAnswer;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.RequestProblem;

/** Provinces and communes for address pickers and filters. They change by law a few times a year. */
@RestController
@RequestMapping("/api/v1/places")
class PlaceController implements SecurityRules {
    private static final Duration MAX_AGE = Duration.ofDays(1);

    private final Places places;
    private final String version;

    PlaceController(Places places) {
        this.places = places;
        this.version = CacheableAnswer.tagOf(places.provinces(), places.communes());
    }

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges.pathMatchers(HttpMethod.GET, "/api/v1/places/**").permitAll();
    }

    @GetMapping("/provinces")
    ResponseEntity<PageResponse<ProvinceResponse>> provinces(Language language) {
        var items = places.provinces().stream()
                .map(province -> ProvinceResponse.from(province, language))
                .toList();
        return CacheableAnswer.of(PageResponse.whole(items), CacheableAnswer.tagOf(version, language), MAX_AGE);
    }

    @GetMapping("/provinces/{code}/communes")
    ResponseEntity<PageResponse<CommuneResponse>> communes(@PathVariable String code, Language language) {
        if (places.province(code).isEmpty()) {
            throw RequestProblem.notFound();
        }
        var items = places.communes(code).stream()
                .map(commune -> CommuneResponse.from(commune, language))
                .toList();
        return CacheableAnswer.of(PageResponse.whole(items), CacheableAnswer.tagOf(version, code, language), MAX_AGE);
    }

    record ProvinceResponse(String code, String name, String fullName, String slug, String region, String regionName) {
        static ProvinceResponse from(Province province, Language language) {
            return new ProvinceResponse(
                    province.code(),
                    province.name(language),
                    province.fullName(language),
                    province.slug(),
                    province.regionCode(),
                    province.regionName(language));
        }
    }

    record CommuneResponse(String code, String name, String fullName, CommuneType type) {
        static CommuneResponse from(Commune commune, Language language) {
            return new CommuneResponse(
                    commune.code(), commune.name(language), commune.fullName(language), commune.type());
        }
    }
}
