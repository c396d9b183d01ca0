package vn.chophien.storefront.session;

import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Pages under a path want a signed-in visitor, perhaps with a role. One who has not signed in is sent to do so and back. */
public final class AccessRule {

    private final PathPattern pattern;
    private final Optional<Role> role;

    private AccessRule(String pattern, Optional<Role> role) {
        this.pattern = PathPatternParser.defaultInstance.parse(pattern);
        this.role = role;
    }

    /** {@code pattern} is a Spring path pattern without the language part, for example {@code /account/**}. */
    public static AccessRule signedIn(String pattern) {
        return new AccessRule(pattern, Optional.empty());
    }

    public static AccessRule role(String pattern, Role role) {
        return new AccessRule(pattern, Optional.of(role));
    }

    boolean covers(PathContainer path) {
        return pattern.matches(path);
    }

    boolean admits(Account account) {
        return role.map(account::has).orElse(true);
    }
}
