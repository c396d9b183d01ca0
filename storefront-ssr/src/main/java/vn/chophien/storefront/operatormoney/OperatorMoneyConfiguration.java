package vn.chophien.storefront.operatormoney;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Flux;
import vn.chophien.locales.Formats;
import vn.chophien.storefront.operatordesk.NeedsAttention;

@Configuration(proxyBeanMethods = false)
class OperatorMoneyConfiguration {

    @Bean
    OperatorMoneyApi operatorMoneyApi(HttpServiceProxyFactory apis) {
        return apis.createClient(OperatorMoneyApi.class);
    }

    /** Transactions that somebody wants taken back. */
    @Bean
    NeedsAttention reversalsNeedASecondPerson(OperatorMoneyApi api) {
        return () -> api.reversals(null)
                .map(found -> found.items().stream()
                        .filter(OperatorMoneyApi.Reversal::isOpen)
                        .count())
                .filter(count -> count > 0)
                .map(count -> new NeedsAttention.Item("reversals", count, "/operator-desk/reversals"))
                .flux();
    }

    /** Months that are over and not filed. */
    @Bean
    NeedsAttention taxReturnsNeedFiling(OperatorMoneyApi api, InstantSource clock) {
        return () -> api.taxReturns(null)
                .map(found -> found.items().stream()
                        .filter(month -> month.filing() == null && isOver(month.month(), clock))
                        .count())
                .filter(count -> count > 0)
                .map(count -> new NeedsAttention.Item("tax-returns", count, "/operator-desk/tax-returns"))
                .as(Flux::from);
    }

    static boolean isOver(YearMonth month, InstantSource clock) {
        return month.isBefore(YearMonth.from(LocalDate.ofInstant(clock.instant(), Formats.ZONE)));
    }
}
