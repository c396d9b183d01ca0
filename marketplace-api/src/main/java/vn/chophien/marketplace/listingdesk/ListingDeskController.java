package vn.chophien.marketplace.listingdesk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.ListingEditing.Rewrite;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.catalog.PictureLimits;
import vn.chophien.marketplace.catalog.PictureProblem;
import vn.chophien.marketplace.catalog.PictureResponse;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.listingdesk.ListingDesk.VariantChange;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.web.EntityTags;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

@RestController
@RequestMapping("/api/v1/seller/listings")
class ListingDeskController {
    private final ListingDesk desk;

    ListingDeskController(ListingDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Mono<PageResponse<DeskListing>> list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "24") int pageSize,
            CurrentSeller seller,
            Language language) {
        return desk.page(seller, q, cursor, PageSizes.checked(pageSize), language);
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<DeskListing>> show(@PathVariable UUID id, CurrentSeller seller, Language language) {
        return desk.show(seller, new ListingId(id), language).map(ListingDeskController::tagged);
    }

    @PatchMapping("/{id}")
    Mono<ResponseEntity<DeskListing>> rewrite(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody RewriteRequest request,
            CurrentSeller seller,
            Language language) {
        return desk.rewrite(seller, new ListingId(id), request.rewrite(), ifMatch, language)
                .map(ListingDeskController::tagged);
    }

    @PatchMapping("/{id}/variants/{variantId}")
    Mono<ResponseEntity<DeskListing>> change(
            @PathVariable UUID id,
            @PathVariable UUID variantId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody VariantRequest request,
            CurrentSeller seller,
            Language language) {
        var change = new VariantChange(request.price(), request.onHand(), request.soldByWeight());
        return desk.change(seller, new ListingId(id), new VariantId(variantId), change, ifMatch, language)
                .map(ListingDeskController::tagged);
    }

    @PostMapping(path = "/{id}/pictures", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PictureResponse> addPicture(
            @PathVariable UUID id,
            @RequestPart Part file,
            @RequestPart(name = "alt_vi", required = false) @Nullable String altVi,
            @RequestPart(name = "alt_en", required = false) @Nullable String altEn,
            CurrentSeller seller,
            Language language) {
        return DataBufferUtils.join(file.content(), PictureLimits.MAX_BYTES)
                .map(ListingDeskController::bytes)
                .onErrorMap(DataBufferLimitException.class, tooMuch -> PictureProblem.tooLarge())
                .flatMap(bytes -> desk.addPicture(seller, new ListingId(id), bytes, altVi, altEn, language));
    }

    @DeleteMapping("/{id}/pictures/{picture}")
    Mono<ResponseEntity<DeskListing>> removePicture(
            @PathVariable UUID id, @PathVariable String picture, CurrentSeller seller, Language language) {
        return desk.removePicture(seller, new ListingId(id), picture, language).map(ListingDeskController::tagged);
    }

    private static ResponseEntity<DeskListing> tagged(DeskListing listing) {
        return ResponseEntity.ok().eTag(EntityTags.of(listing.tag())).body(listing);
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** What is absent stays as it is. */
    record RewriteRequest(
            @Nullable @Pattern(regexp = NOT_BLANK) @Size(max = MAX_NAME)
            String nameVi,

            @Nullable @Pattern(regexp = NOT_BLANK) @Size(max = MAX_NAME)
            String nameEn,

            @Nullable @Size(max = MAX_DESCRIPTION) String descriptionVi,
            @Nullable @Size(max = MAX_DESCRIPTION) String descriptionEn,
            @Nullable Boolean onSale) {
        private static final String NOT_BLANK = "(?s).*\\S.*";
        private static final int MAX_NAME = 200;
        private static final int MAX_DESCRIPTION = 20_000;

        Rewrite rewrite() {
            return new Rewrite(nameVi, nameEn, descriptionVi, descriptionEn, onSale);
        }
    }

    /** @param price in đồng; what is absent stays as it is */
    record VariantRequest(
            @Nullable @Min(1) @Max(MAX_PRICE) Long price,
            @Nullable @Min(0) @Max(MAX_ON_HAND) Integer onHand,
            @Nullable Boolean soldByWeight) {
        private static final long MAX_PRICE = 10_000_000_000L;
        private static final int MAX_ON_HAND = 100_000_000;
    }
}
