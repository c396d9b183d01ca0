package vn.chophien.marketplace.checkout;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.cart.PricedLine;
import vn.chophien.marketplace.checkout.CheckoutQuote.ShopQuote;
import vn.chophien.marketplace.fulfillment.ShippingOption;
import vn.chophien.marketplace.fulfillment.ShippingService;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.Contact;
import vn.chophien.marketplace.order.DeliveryAddress;
import vn.chophien.marketplace.order.OrderDraft;
import vn.chophien.marketplace.order.ReturnUrl;
import vn.chophien.marketplace.payment.PaymentMethod;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.PhoneNumber;
import vn.chophien.marketplace.web.RequestProblem;

/** Decides whether what the buyer agreed to is what the market offers now, and drafts the order of it. Pure. */
final class OrderDrafting {

    private OrderDrafting() {}

    /** Refused with {@code out-of-stock}, {@code price-changed}, or the fields at fault. */
    static OrderDraft draft(
            CheckoutRequest request,
            Destination destination,
            CheckoutQuote quote,
            @Nullable AccountId account,
            Language language) {
        var phone = PhoneNumber.parseMobile(request.contact().phone())
                .orElseThrow(() -> RequestProblem.invalid(new FieldProblem("contact.phone", "phone")));
        if (!quote.paymentMethods().contains(request.paymentMethod())) {
            throw RequestProblem.invalid(new FieldProblem("payment_method", "unknown"));
        }
        var returnUrl = returnUrl(request);
        requireAvailable(quote);
        var parts = quote.shops().stream()
                .map(shop -> part(shop, request.shipping()))
                .toList();
        requireExpected(request.expectedTotal(), parts);
        return new OrderDraft(
                account,
                new Contact(
                        request.contact().name().strip(),
                        phone,
                        blankToNull(request.contact().email())),
                DeliveryAddress.of(
                        destination.province(),
                        destination.commune(),
                        request.address().street().strip()),
                blankToNull(request.note()),
                language,
                request.paymentMethod(),
                returnUrl,
                parts);
    }

    private static void requireAvailable(CheckoutQuote quote) {
        var unavailable =
                quote.cart().lines().filter(line -> line.problem().isPresent()).toList();
        if (!unavailable.isEmpty()) {
            throw CheckoutProblem.unavailable(unavailable);
        }
    }

    private static OrderDraft.Part part(ShopQuote quote, Map<String, String> chosen) {
        var seller = quote.shop().seller();
        return new OrderDraft.Part(
                seller,
                option(quote, chosen.get(seller.slug())),
                quote.shop().lines().stream().map(OrderDrafting::line).toList());
    }

    private static OrderDraft.Line line(PricedLine line) {
        return new OrderDraft.Line(line.variant(), line.quantity());
    }

    private static ShippingOption option(ShopQuote quote, @Nullable String code) {
        var field = "shipping." + quote.shop().seller().slug();
        if (code == null) {
            throw RequestProblem.invalid(new FieldProblem(field, "required"));
        }
        return ShippingService.ofCode(code)
                .flatMap(service -> quote.options().stream()
                        .filter(option -> option.service() == service)
                        .findFirst())
                .orElseThrow(() -> RequestProblem.invalid(new FieldProblem(field, "unknown")));
    }

    private static void requireExpected(long expected, List<OrderDraft.Part> parts) {
        var total = parts.stream()
                .map(part -> part.lines().stream()
                        .map(line -> line.variant().unitPrice().times(line.quantity()))
                        .reduce(part.shipping().fee(), Money::plus))
                .reduce(Money::plus)
                .orElseThrow();
        if (total.minor() != expected) {
            throw CheckoutProblem.priceChanged(expected, total);
        }
    }

    private static @Nullable URI returnUrl(CheckoutRequest request) {
        if (request.paymentMethod() != PaymentMethod.CARD) {
            return null;
        }
        var text = blankToNull(request.returnUrl());
        if (text == null) {
            throw RequestProblem.invalid(new FieldProblem("return_url", "required"));
        }
        return ReturnUrl.parse(text)
                .orElseThrow(() -> RequestProblem.invalid(new FieldProblem("return_url", "invalid")));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
