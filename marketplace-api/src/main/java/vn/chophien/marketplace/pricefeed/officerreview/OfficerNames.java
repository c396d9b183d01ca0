package vn.chophien.marketplace.pricefeed.officerreview;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.account.Account;
import vn.chophien.marketplace.account.Accounts;
import vn.chophien.marketplace.security.AccountId;

/** The names of officers, for their colleagues; an account that is gone has none. */
@Component
public class OfficerNames {
    private final Accounts accounts;

    OfficerNames(Accounts accounts) {
        this.accounts = accounts;
    }

    public Mono<Map<AccountId, String>> of(Collection<AccountId> officers) {
        return Flux.fromIterable(officers)
                .distinct()
                .concatMap(accounts::find)
                .collectMap(Account::id, Account::displayName);
    }

    /** Of everybody who had a part in these. */
    public Mono<Map<AccountId, String>> ofReviews(List<OfficerReview> reviews) {
        return of(reviews.stream().flatMap(OfficerReview::officers).toList());
    }

    /** Of who did it, if anybody did. */
    public static @Nullable String of(OfficerReview.@Nullable Act act, Map<AccountId, String> names) {
        return act == null ? null : names.get(act.by());
    }
}
