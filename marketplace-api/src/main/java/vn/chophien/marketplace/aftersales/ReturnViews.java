package vn.chophien.marketplace.aftersales;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.order.Actor;
import vn.chophien.marketplace.order.SellerOrderReducing;
import vn.chophien.marketplace.web.ListPosition;
import vn.chophien.marketplace.web.PageResponse;

/** Returns as somebody may see them. */
@Component
class ReturnViews {

    private final SellerOrderReducing orders;
    private final ReturnRepository returns;
    private final InstantSource clock;

    ReturnViews(SellerOrderReducing orders, ReturnRepository returns, InstantSource clock) {
        this.orders = orders;
        this.returns = returns;
        this.clock = clock;
    }

    Mono<ReturnResource> show(ReturnId id, Actor reader, Language language) {
        return returns.find(id)
                .switchIfEmpty(Mono.error(AftersalesProblem::notFound))
                .flatMap(request -> show(request, reader, language));
    }

    Mono<List<ReturnResource>> show(List<Return> requests, Actor reader, Language language) {
        return Flux.fromIterable(requests)
                .concatMap(request -> show(request, reader, language))
                .collectList();
    }

    Mono<PageResponse<ReturnResource>> page(List<Return> requests, int size, Actor reader, Language language) {
        return show(requests, reader, language)
                .map(items ->
                        new PageResponse<>(items, requests.size() < size ? null : after(requests.getLast()), null));
    }

    private static String after(Return last) {
        return new ListPosition(last.requestedAt(), last.id().value()).cursor();
    }

    private Mono<ReturnResource> show(Return request, Actor reader, Language language) {
        return orders.find(request.order())
                .map(order -> ReturnResource.from(request, order, reader, language, clock.instant()));
    }
}
