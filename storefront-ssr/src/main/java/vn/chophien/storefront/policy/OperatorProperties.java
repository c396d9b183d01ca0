package vn.chophien.storefront.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.chophien.storefront.policy.PolicyView.Fact;

/**
 * Who runs this market, as the law wants it shown; what is not set is not shown, and a market without a name says that it has none.
 *
 * @param registration number of the business registration
 */
@ConfigurationProperties("chophien.operator")
record OperatorProperties(
        @Nullable String name,
        @Nullable String address,
        @Nullable String registration,
        @Nullable String phone,
        @Nullable String email) {

    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        add(facts, "policy.operator.name", name);
        add(facts, "policy.operator.address", address);
        add(facts, "policy.operator.registration", registration);
        add(facts, "policy.operator.phone", phone);
        add(facts, "policy.operator.email", email);
        return facts;
    }

    private static void add(List<Fact> facts, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(label, value.strip()));
        }
    }
}
