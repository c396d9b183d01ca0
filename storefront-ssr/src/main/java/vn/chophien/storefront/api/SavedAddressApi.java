package vn.chophien.storefront.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/** The addresses a signed-in buyer keeps. */
@HttpExchange
public interface SavedAddressApi {

    @GetExchange("/me/addresses")
    Mono<SavedAddresses> mine();

    record SavedAddresses(List<SavedAddress> items) {
        public SavedAddresses {
            items = Wire.orEmpty(items);
        }
    }

    record SavedAddress(
            String id,
            String recipient,
            String phone,
            String provinceCode,
            @Nullable String provinceName,
            String communeCode,
            @Nullable String communeName,
            String street,
            boolean isDefault) {}
}
