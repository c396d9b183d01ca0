package vn.chophien.storefront.policy;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.chophien.locales.Language;
import vn.chophien.storefront.page.Answer;

@Controller
class PolicyController {

    private final PolicyTexts texts;
    private final OperatorProperties operator;

    PolicyController(PolicyTexts texts, OperatorProperties operator) {
        this.texts = texts;
        this.operator = operator;
    }

    @GetMapping("/policies/{slug}")
    Answer policy(@PathVariable String slug, Language language) {
        var policy = Policy.of(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var view = new PolicyView(policy.slug(), texts.html(language, policy), operator.facts());
        return Answer.page("policy/policy", view).cached(Answer.Caching.PUBLIC);
    }
}
