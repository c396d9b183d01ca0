package vn.chophien.marketplace.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.Phone;
import vn.chophien.marketplace.web.PhoneNumber;
import vn.chophien.marketplace.web.RequestProblem;

/** One's own address book. */
@RestController
@RequestMapping("/api/v1/me/addresses")
class AddressController {
    private final AddressBook addresses;
    private final Places places;

    AddressController(AddressBook addresses, Places places) {
        this.addresses = addresses;
        this.places = places;
    }

    @GetMapping
    Mono<PageResponse<AddressResponse>> list(CurrentAccount caller, Language language) {
        return addresses
                .findAll(caller.id())
                .map(address -> AddressResponse.from(address, places, language))
                .collectList()
                .map(PageResponse::whole);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<AddressResponse> add(CurrentAccount caller, @Valid @RequestBody AddressRequest request, Language language) {
        return addresses
                .add(caller.id(), request.toAddress(places))
                .map(address -> AddressResponse.from(address, places, language));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(CurrentAccount caller, @PathVariable UUID id) {
        return addresses.remove(caller.id(), new AddressId(id));
    }

    record AddressRequest(
            @NotBlank @Size(max = 100) String recipient,
            @NotBlank @Phone String phone,
            @NotBlank String provinceCode,
            @NotBlank String communeCode,
            @NotBlank @Size(max = 200) String street,
            @Nullable Boolean isDefault) {

        Address toAddress(Places places) {
            if (places.province(provinceCode).isEmpty()) {
                throw RequestProblem.invalid(new FieldProblem("province_code", "unknown"));
            }
            if (places.commune(communeCode)
                    .filter(commune -> commune.provinceCode().equals(provinceCode))
                    .isEmpty()) {
                throw RequestProblem.invalid(new FieldProblem("commune_code", "unknown"));
            }
            return new Address(
                    AddressId.generate(),
                    recipient.strip(),
                    PhoneNumber.parse(phone).map(PhoneNumber::value).orElse(phone),
                    provinceCode,
                    communeCode,
                    street.strip(),
                    Boolean.TRUE.equals(isDefault));
        }
    }

    record AddressResponse(
            String id,
            String recipient,
            String phone,
            String provinceCode,
            @Nullable String provinceName,
            String communeCode,
            @Nullable String communeName,
            String street,
            boolean isDefault) {

        /** A unit that a reform has abolished since keeps its code only. */
        static AddressResponse from(Address address, Places places, Language language) {
            return new AddressResponse(
                    address.id().toString(),
                    address.recipient(),
                    address.phone(),
                    address.provinceCode(),
                    places.province(address.provinceCode())
                            .map(province -> province.fullName(language))
                            .orElse(null),
                    address.communeCode(),
                    places.commune(address.communeCode())
                            .map(commune -> commune.fullName(language))
                            .orElse(null),
                    address.street(),
                    address.isDefault());
        }
    }
}
