package vn.chophien.storefront.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/** Provinces and communes. */
@HttpExchange
public interface PlaceApi {

    @GetExchange("/places/provinces")
    Mono<Provinces> provinces();

    @GetExchange("/places/provinces/{code}/communes")
    Mono<Communes> communes(@PathVariable String code);

    record Province(
            String code,
            String name,
            String fullName,
            String slug,
            @Nullable String region) {}

    record Provinces(List<Province> items) {
        public Provinces {
            items = Wire.orEmpty(items);
        }
    }

    record Commune(String code, String name, String fullName, String type) {}

    record Communes(List<Commune> items) {
        public Communes {
            items = Wire.orEmpty(items);
        }
    }
}
