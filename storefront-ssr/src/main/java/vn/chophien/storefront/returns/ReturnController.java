package vn.chophien.storefront.returns;

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

/** Returns to be answered, by the shop or by the operator. */
@Controller
@RequestMapping("/{desk:seller-desk|operator-desk}/returns")
class ReturnController {

    private final ReturnApi returns;
    private final Messages messages;

    ReturnController(ReturnApi returns, Messages messages) {
        this.returns = returns;
        this.messages = messages;
    }

    @GetMapping
    Mono<Answer> list(
            @PathVariable String desk,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor) {
        var known = ReturnsView.state(desk, state);
        return returns.list(scope(desk), known, cursor)
                .map(found -> Answer.page("returns/returns", new ReturnsView(desk, known, found))
                        .cached(Answer.Caching.NEVER));
    }

    @GetMapping("/{id}")
    Mono<Answer> show(@PathVariable String desk, @PathVariable String id) {
        return returns.find(scope(desk), id).map(request -> page(ReturnForm.of(desk, request)));
    }

    @PostMapping("/{id}/accept")
    Mono<Answer> accept(ServerWebExchange exchange, @PathVariable String desk, @PathVariable String id) {
        return exchange.getFormData()
                .flatMap(
                        form -> answered(desk, id, returns.accept(scope(desk), id, ReturnForm.acceptance(form)), form));
    }

    @PostMapping("/{id}/refuse")
    Mono<Answer> refuse(
            ServerWebExchange exchange, @PathVariable String desk, @PathVariable String id, Language language) {
        return exchange.getFormData().flatMap(form -> {
            var reason = ReturnForm.text(form, "reason");
            return reason.isEmpty()
                    ? refused(
                            desk,
                            id,
                            FormErrors.none().and("reason", messages.format(language, "sellerdesk.order.error.reason")),
                            form)
                    : answered(desk, id, returns.refuse(scope(desk), id, new ReturnApi.Refusal(reason)), form);
        });
    }

    /** The quantities that can be sold again are named {@code restock.POSITION}. */
    @PostMapping("/{id}/goods-back")
    Mono<Answer> goodsBack(ServerWebExchange exchange, @PathVariable String desk, @PathVariable String id) {
        return exchange.getFormData().flatMap(form -> {
            var arrival = new ReturnApi.Arrival(PiecesInput.read(form, "restock."));
            return answered(desk, id, returns.goodsBack(scope(desk), id, arrival), form);
        });
    }

    private Mono<Answer> answered(
            String desk, String id, Mono<ReturnApi.Return> change, MultiValueMap<String, String> form) {
        return change.<Answer>map(_ -> Answer.redirect("/" + desk + "/returns/" + id))
                .onErrorResume(
                        ApiProblem.class,
                        problem -> problem.status().is4xxClientError()
                                        && problem.status().value() != 404
                                ? refused(desk, id, FormErrors.of(problem), form)
                                : Mono.error(problem));
    }

    private Mono<Answer> refused(String desk, String id, FormErrors errors, MultiValueMap<String, String> form) {
        return returns.find(scope(desk), id)
                .map(request -> page(new ReturnForm(desk, request, errors, new LinkedMultiValueMap<>(form)))
                        .invalid());
    }

    private static Answer.Drawn page(ReturnForm view) {
        return Answer.page("returns/return", view).cached(Answer.Caching.NEVER);
    }

    private static String scope(String desk) {
        return desk.equals("operator-desk") ? "operator" : "seller";
    }
}
