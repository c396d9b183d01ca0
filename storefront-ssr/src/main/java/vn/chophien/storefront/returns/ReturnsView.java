package vn.chophien.storefront.returns;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.api.ReturnApi;

/** Returns in one state: all a shop has, or those that wait for the operator. */
public record ReturnsView(String desk, String state, ReturnApi.Returns returns) {

    private static final List<String> STATES =
            List.of("REQUESTED", "ACCEPTED", "ESCALATED", "REFUSED", "GOODS_BACK", "DISMISSED", "WITHDRAWN");
    private static final List<String> BEFORE_THE_OPERATOR = List.of("ESCALATED");

    /** The one asked for, else the one that waits for an answer. */
    static String state(String desk, @Nullable String asked) {
        var states = states(desk);
        return asked != null && states.contains(asked) ? asked : states.getFirst();
    }

    public List<String> states() {
        return states(desk);
    }

    public boolean isOperator() {
        return desk.equals("operator-desk");
    }

    private static List<String> states(String desk) {
        return desk.equals("operator-desk") ? BEFORE_THE_OPERATOR : STATES;
    }
}
