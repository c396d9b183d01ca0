package vn.chophien.marketplace.security;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Why a caller may not do what it asks for. */
public final class AccessProblem extends ProblemException {
    private static final long serialVersionUID = 1L;

    static final ProblemType SIGN_IN_REQUIRED = new ProblemType("sign-in-required", HttpStatus.UNAUTHORIZED);
    static final ProblemType INVALID_TOKEN = new ProblemType("invalid-token", HttpStatus.UNAUTHORIZED);
    static final ProblemType FORBIDDEN = new ProblemType("forbidden", HttpStatus.FORBIDDEN);
    static final ProblemType SELLER_REQUIRED = new ProblemType("seller-required", HttpStatus.FORBIDDEN);

    static final ProblemType TOO_MANY_ATTEMPTS = new ProblemType("too-many-attempts", HttpStatus.TOO_MANY_REQUESTS);

    private AccessProblem(ProblemType type) {
        super(type);
    }

    private AccessProblem(ProblemType type, Map<String, ?> arguments) {
        super(type, arguments);
    }

    /** Nobody is signed in. */
    public static AccessProblem signInRequired() {
        return new AccessProblem(SIGN_IN_REQUIRED);
    }

    /** Somebody is signed in, but this is not theirs. */
    public static AccessProblem forbidden() {
        return new AccessProblem(FORBIDDEN);
    }

    /** @param left how long to wait */
    static AccessProblem tooManyAttempts(Duration left) {
        var minutes = Math.max(1, left.plusSeconds(59).toMinutes());
        return new AccessProblem(TOO_MANY_ATTEMPTS, Map.of("minutes", minutes));
    }

    static AccessProblem invalidToken() {
        return new AccessProblem(INVALID_TOKEN);
    }

    static AccessProblem sellerRequired() {
        return new AccessProblem(SELLER_REQUIRED);
    }
}
