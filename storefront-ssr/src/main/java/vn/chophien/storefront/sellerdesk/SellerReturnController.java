package vn.chophien.storefront.sellerdesk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.ReturnApi;
import vn.chophien.storefront.page.Answer;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.page.PiecesInput;
import vn.chophien.storefront.page.ReturnForm;

/** Returns the shop has to answer. */
@Controller
@RequestMapping("/seller-desk/returns")
class SellerReturnController {

    private final ReturnApi returns;
    private final Messages messages;

    SellerReturnController(ReturnApi returns, Messages messages) {
        this.returns = returns;
        this.messages = messages;
    }

    @GetMapping
    Mono<Answer> list(
            @RequestParam(defaultValue = "REQUESTED") String state,
            @RequestParam(required = false) @Nullable String cursor) {
        var known = ReturnsView.STATES.contains(state) ? state : "REQUESTED";
        return returns.ofShop(known, cursor)
                .map(found -> Answer.page("sellerdesk/returns", new ReturnsView(known, found))
                        .cached(Answer.Caching.NEVER));
    }

    @GetMapping("/{id}")
    Mono<Answer> show(@PathVariable String id) {
        return returns.ofShop(id).map(request -> page(ReturnForm.of(request)));
    }

    @PostMapping("/{id}/accept")
    Mono<Answer> accept(ServerWebExchange exchange, @PathVariable String id) {
        return exchange.getFormData()
                .flatMap(form -> answered(id, returns.accept(id, ReturnForm.acceptance(form)), form));
    }

    @PostMapping("/{id}/refuse")
    Mono<Answer> refuse(ServerWebExchange exchange, @PathVariable String id, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var reason = ReturnForm.text(form, "reason");
            return reason.isEmpty()
                    ? refused(
                            id,
                            FormErrors.none().and("reason", messages.format(language, "sellerdesk.order.error.reason")),
                            form)
                    : answered(id, returns.refuse(id, new ReturnApi.Refusal(reason)), form);
        });
    }

    /** The quantities that can be sold again are named {@code restock.POSITION}. */
    @PostMapping("/{id}/goods-back")
    Mono<Answer> goodsBack(ServerWebExchange exchange, @PathVariable String id) {
        return exchange.getFormData()
                .flatMap(form -> answered(
                        id, returns.goodsBack(id, new ReturnApi.Arrival(PiecesInput.read(form, "restock."))), form));
    }

    private Mono<Answer> answered(String id, Mono<ReturnApi.Return> change, MultiValueMap<String, String> form) {
        return change.<Answer>map(_ -> Answer.redirect("/seller-desk/returns/" + id))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> problem.status().is4xxClientError()
                                        && problem.status().value() != 404
                                ? refused(id, FormErrors.of(problem), form)
                                : Mono.error(problem));
    }

    private Mono<Answer> refused(String id, FormErrors errors, MultiValueMap<String, String> form) {
        return returns.ofShop(id)
                .map(request -> page(new ReturnForm(request, errors, new LinkedMultiValueMap<>(form)))
                        .invalid());
    }

    private static Answer.Drawn page(ReturnForm view) {
        return Answer.page("sellerdesk/return", view).cached(Answer.Caching.NEVER);
    }
}
