package vn.chophien.storefront.home;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.chophien.storefront.page.Answer;

@Controller
class HomeController {

    @GetMapping({"", "/"})
    Answer home() {
        return Answer.page("home/index", new HomeView()).cached(Answer.Caching.PUBLIC);
    }
}
