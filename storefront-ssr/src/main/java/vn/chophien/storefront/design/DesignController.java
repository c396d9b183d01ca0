package vn.chophien.storefront.design;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ListingCard;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;

@Controller
class DesignController {

    private final Messages messages;

    DesignController(Messages messages) {
        this.messages = messages;
    }

    @GetMapping("/design")
    Answer design(Language language) {
        var errors = FormErrors.none().and("sample-email", messages.format(language, "design.form.error"));
        return Answer.page("design/design", new DesignView(cards(language), errors))
                .cached(Answer.Caching.PUBLIC);
    }

    /** One card of each kind: full, from a price, sold out, bare. */
    private List<ListingCard> cards(Language language) {
        return List.of(
                card(language, "full", true, 5, "4.8", 128, true, 98_000, 355_000),
                card(language, "plain", true, 3, null, 0, false, 62_000, 62_000),
                card(language, "sold-out", false, null, "3.5", 4, false, 4_500_000, 4_500_000),
                card(language, "long", true, null, null, 0, true, 128_500, 128_500));
    }

    private ListingCard card(
            Language language,
            String kind,
            boolean inStock,
            @Nullable Integer stars,
            @Nullable String rating,
            long reviews,
            boolean organic,
            long price,
            long maxPrice) {
        return new ListingCard(
                kind,
                kind,
                kind,
                messages.format(language, "design.card." + kind),
                price,
                maxPrice,
                "VND",
                messages.format(language, "design.card.unit"),
                inStock,
                stars,
                rating == null ? null : new BigDecimal(rating),
                reviews,
                null,
                new ListingCard.ShopLink("x", messages.format(language, "design.card.shop")),
                new ListingCard.ProvinceLink(null, messages.format(language, "design.card.province")),
                organic,
                null,
                null);
    }
}
