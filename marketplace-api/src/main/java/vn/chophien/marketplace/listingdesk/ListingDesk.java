package vn.chophien.marketplace.listingdesk;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.EditableListing;
import vn.chophien.marketplace.catalog.ListingCommodities;
import vn.chophien.marketplace.catalog.ListingEditing;
import vn.chophien.marketplace.catalog.ListingEditing.Rewrite;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.catalog.PictureLimits;
import vn.chophien.marketplace.catalog.PictureProblem;
import vn.chophien.marketplace.catalog.PictureResponse;
import vn.chophien.marketplace.catalog.Pictures;
import vn.chophien.marketplace.catalog.ShopListings;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.inventory.StockLevel;
import vn.chophien.marketplace.inventory.StockLevels;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.web.EntityTags;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.RequestProblem;

/** What a shop does with its listings. Another shop's listing is not found; an edit of an outdated version is refused. */
@Component
class ListingDesk {
    private final ShopListings listings;
    private final ListingEditing editing;
    private final StockLevels stock;
    private final Pictures pictures;
    private final ListingCommodities commodities;
    private final TransactionalOperator transaction;

    ListingDesk(
            ShopListings listings,
            ListingEditing editing,
            StockLevels stock,
            Pictures pictures,
            ListingCommodities commodities,
            TransactionalOperator transaction) {
        this.listings = listings;
        this.editing = editing;
        this.stock = stock;
        this.pictures = pictures;
        this.commodities = commodities;
        this.transaction = transaction;
    }

    Mono<DeskListing> show(CurrentSeller seller, ListingId listing, Language language) {
        return listings.find(shopOf(seller), listing, language)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(found -> withStock(List.of(found)).map(List::getFirst));
    }

    Mono<PageResponse<DeskListing>> page(
            CurrentSeller seller, @Nullable String text, @Nullable String cursor, int pageSize, Language language) {
        return listings.page(shopOf(seller), text, cursor, pageSize, language)
                .flatMap(page -> withStock(page.items())
                        .map(items -> new PageResponse<>(items, page.nextCursor(), page.total())));
    }

    Mono<DeskListing> rewrite(
            CurrentSeller seller, ListingId listing, Rewrite rewrite, @Nullable String ifMatch, Language language) {
        return edit(seller, listing, language, found -> {
            EntityTags.requireMatch(ifMatch, found.tag());
            return editing.rewrite(listing, rewrite);
        });
    }

    Mono<DeskListing> change(
            CurrentSeller seller,
            ListingId listing,
            VariantId variant,
            VariantChange change,
            @Nullable String ifMatch,
            Language language) {
        return edit(seller, listing, language, found -> {
            var known = variantOf(found, variant);
            EntityTags.requireMatch(ifMatch, found.tag());
            // Stock before listing: the order in which everybody locks them.
            return count(known, change.onHand(), seller)
                    .then(reprice(listing, known, change.price(), seller.accountId()))
                    .then(sellByWeight(listing, known, change.soldByWeight()));
        });
    }

    Mono<PictureResponse> addPicture(
            CurrentSeller seller,
            ListingId listing,
            byte[] file,
            @Nullable String altVi,
            @Nullable String altEn,
            Language language) {
        return show(seller, listing, language)
                .then(pictures.keep(file))
                .flatMap(picture -> edit(seller, listing, language, found -> {
                            if (found.pictures().size() >= PictureLimits.MAX_PER_LISTING) {
                                throw PictureProblem.tooMany();
                            }
                            return editing.addPicture(
                                    listing,
                                    picture,
                                    altVi == null ? found.nameVi() : altVi,
                                    altEn == null ? found.nameEn() : altEn);
                        })
                        .map(changed -> changed.pictures().stream()
                                .filter(shown -> shown.id().equals(picture))
                                .findFirst()
                                .orElseThrow()));
    }

    Mono<DeskListing> removePicture(CurrentSeller seller, ListingId listing, String picture, Language language) {
        return edit(seller, listing, language, found -> {
            if (found.pictures().stream().noneMatch(shown -> shown.id().equals(picture))) {
                throw RequestProblem.notFound();
            }
            return editing.removePicture(listing, picture);
        });
    }

    private Mono<DeskListing> edit(
            CurrentSeller seller, ListingId listing, Language language, Function<DeskListing, Mono<Void>> change) {
        return listings.findForEdit(shopOf(seller), listing, language)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(found -> withStock(List.of(found)))
                .flatMap(found -> change.apply(found.getFirst()))
                .then(Mono.defer(() -> show(seller, listing, language)))
                .as(transaction::transactional);
    }

    private Mono<Void> count(DeskListing.Variant variant, @Nullable Integer onHand, CurrentSeller seller) {
        return onHand == null || onHand == variant.onHand()
                ? Mono.empty()
                : stock.setOnHand(new VariantId(variant.id()), onHand, seller.accountId());
    }

    private Mono<Void> reprice(ListingId listing, DeskListing.Variant variant, @Nullable Long price, AccountId editor) {
        if (price == null) {
            return Mono.empty();
        }
        var priced = new EditableListing.Variant(
                new VariantId(variant.id()),
                variant.sku(),
                variant.labelVi(),
                variant.labelEn(),
                variant.price(),
                variant.weightGrams(),
                variant.soldByWeight());
        return Mono.defer(() -> editing.reprice(listing, priced, price, editor));
    }

    private Mono<Void> sellByWeight(ListingId listing, DeskListing.Variant variant, @Nullable Boolean soldByWeight) {
        if (soldByWeight == null || soldByWeight == variant.soldByWeight()) {
            return Mono.empty();
        }
        return variant.weightGrams() == 0
                ? Mono.error(() -> RequestProblem.invalid(new FieldProblem("sold_by_weight", "weight-unknown")))
                : Mono.defer(() -> editing.sellByWeight(listing, new VariantId(variant.id()), soldByWeight));
    }

    private Mono<List<DeskListing>> withStock(List<EditableListing> found) {
        var variants = found.stream()
                .flatMap(listing -> listing.variants().stream())
                .map(EditableListing.Variant::id)
                .toList();
        return stock.find(variants)
                .collectMap(StockLevel::variant)
                .flatMap(levels -> commodities
                        .rules()
                        .map(rules -> found.stream()
                                .map(listing -> DeskListing.of(listing, levels, rules))
                                .toList()));
    }

    private static DeskListing.Variant variantOf(DeskListing listing, VariantId variant) {
        return listing.variants().stream()
                .filter(known -> known.id().equals(variant.value()))
                .findFirst()
                .orElseThrow(RequestProblem::notFound);
    }

    private static SellerId shopOf(CurrentSeller seller) {
        return new SellerId(seller.sellerId());
    }

    /** Null stays as it is. */
    record VariantChange(
            @Nullable Long price,
            @Nullable Integer onHand,
            @Nullable Boolean soldByWeight) {}
}
