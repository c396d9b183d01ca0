package vn.chophien.marketplace.account;

import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Why an account cannot be opened or used. */
final class AccountProblem extends ProblemException {
    private static final long serialVersionUID = 1L;

    static final ProblemType INVALID_CREDENTIALS = new ProblemType("invalid-credentials", HttpStatus.UNAUTHORIZED);
    static final ProblemType INVALID_REFRESH_TOKEN = new ProblemType("invalid-refresh-token", HttpStatus.UNAUTHORIZED);
    static final ProblemType EMAIL_TAKEN = new ProblemType("email-taken", HttpStatus.CONFLICT);
    static final ProblemType TOO_MANY_ADDRESSES = new ProblemType("too-many-addresses", HttpStatus.CONFLICT);

    private AccountProblem(ProblemType type) {
        super(type);
    }

    /** The same for an unknown address and a wrong password, so that nobody learns who has an account. */
    static AccountProblem invalidCredentials() {
        return new AccountProblem(INVALID_CREDENTIALS);
    }

    static AccountProblem invalidRefreshToken() {
        return new AccountProblem(INVALID_REFRESH_TOKEN);
    }

    static AccountProblem emailTaken() {
        return new AccountProblem(EMAIL_TAKEN);
    }

    static AccountProblem tooManyAddresses() {
        return new AccountProblem(TOO_MANY_ADDRESSES);
    }
}
